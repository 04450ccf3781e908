"""Conditions and bounds as XLSForm writes them (relevant, constraint), and back.

Read is what can be said here as well: comparisons of one earlier answer with given values, joined by `and`; `or` only
between values of the same question. Everything else is refused by NotSaid, with a sentence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.form import Asks, Condition, Kind, Question, Questionnaire

NOT_UNDERSTOOD = _("Không đọc được điều kiện này.")
ONLY_ONE_QUESTION = _("Chữ “or” chỉ dùng giữa các câu trả lời của cùng một câu hỏi.")
ONLY_ANSWERED = _("Điều kiện chỉ so được với một câu trả lời cụ thể.")
NO_FRACTION = _("Dấu lớn hơn, nhỏ hơn chỉ dùng với số nguyên; xin dùng >= hoặc <=.")
BOUNDS_ONLY = _("Ràng buộc chỉ đọc được dạng như: . >= 1 and . <= 10")


class NotSaid(ValueError):
    """The expression cannot be said here; `sentence` tells why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Atom:
    """One comparison of an answer, by the names of the file."""

    name: str
    sign: str
    value: str


Tree = Atom | tuple[str, list["Tree"]]
Known = Callable[[str, str], tuple[str, str]]
"""From the name of a question and of an answer in the file to their codes; raises NotSaid."""


def relevant_of(question: Question, form: Questionnaire) -> str:
    """When a question is asked."""
    kinds = {one.code: one.kind for one in form.questions()}
    return " and ".join(_condition(one, kinds.get(one.question, Kind.SINGLE)) for one in question.show_if)


def constraint_of(question: Question) -> str:
    """What bounds its answer."""
    subject = "count-selected(.)" if question.kind == Kind.MULTIPLE else "."
    told = ((">=", question.least), ("<=", question.most))
    return " and ".join(f"{subject} {sign} {bound:f}" for sign, bound in told if bound is not None)


def conditions_in(text: str, known: Known) -> tuple[Condition, ...]:
    """The conditions that an expression says. Raises NotSaid."""
    tree = _Reader(text).whole()
    parts = tree[1] if isinstance(tree, tuple) and tree[0] == "and" else [tree]
    answered = [part for part in parts if isinstance(part, Atom) and part.sign == "!=" and not part.value]
    found = [_read_part(part, known) for part in parts if part not in answered]
    denied = {one.question for one in found if one.asks == Asks.IS_NOT}
    if any(known(part.name, "")[0] not in denied for part in answered):
        raise NotSaid(ONLY_ANSWERED)
    return tuple(_merged(found))


def bounds_in(text: str, kind: Kind) -> tuple[Decimal | None, Decimal | None]:
    """The lower and the upper bound that a constraint says. Raises NotSaid."""
    subject = r"count-selected\(\s*\.\s*\)" if kind == Kind.MULTIPLE else r"\."
    least = most = None
    for part in re.split(r"\s+and\s+", text.strip(), flags=re.IGNORECASE):
        found = re.fullmatch(rf"\(?\s*{subject}\s*(>=|<=|>|<|=)\s*(-?\d{{1,12}}(?:\.\d{{1,6}})?)\s*\)?", part)
        if not found:
            raise NotSaid(BOUNDS_ONLY)
        bound = Decimal(_reached(found[1], found[2]))
        least = bound if found[1] in (">=", ">", "=") else least
        most = bound if found[1] in ("<=", "<", "=") else most
    return least, most


def _condition(condition: Condition, kind: Kind) -> str:
    name, several = f"${{{condition.question}}}", kind == Kind.MULTIPLE
    match condition.asks:
        case Asks.AT_LEAST:
            return f"{name} >= {condition.values[0]}"
        case Asks.AT_MOST:
            return f"{name} <= {condition.values[0]}"
        case Asks.IS:
            told = [f"selected({name}, '{one}')" if several else f"{name} = '{one}'" for one in condition.values]
            return told[0] if len(told) == 1 else f"({' or '.join(told)})"
        case Asks.IS_NOT:
            told = [f"not(selected({name}, '{one}'))" if several else f"{name} != '{one}'" for one in condition.values]
            return " and ".join([f"{name} != ''", *told])


def _read_part(part: Tree, known: Known) -> Condition:
    if isinstance(part, Atom):
        return _read_atom(part, known)
    atoms = [one for one in part[1] if isinstance(one, Atom) and one.sign == "="]
    if part[0] != "or" or len(atoms) < len(part[1]) or len({one.name for one in atoms}) > 1:
        raise NotSaid(ONLY_ONE_QUESTION)
    told = [known(one.name, one.value) for one in atoms]
    return Condition(told[0][0], Asks.IS, tuple(value for _code, value in told))


def _read_atom(atom: Atom, known: Known) -> Condition:
    if not atom.value:
        raise NotSaid(ONLY_ANSWERED)
    if atom.sign in ("=", "!="):
        code, value = known(atom.name, atom.value)
        return Condition(code, Asks.IS if atom.sign == "=" else Asks.IS_NOT, (value,))
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", atom.value):
        raise NotSaid(NOT_UNDERSTOOD)
    code, _value = known(atom.name, "")
    return Condition(code, Asks.AT_LEAST if ">" in atom.sign else Asks.AT_MOST, (_reached(atom.sign, atom.value),))


def _reached(sign: str, value: str) -> str:
    """The bound with its own value: `> 3` is `4` and more, for whole numbers."""
    if sign not in (">", "<"):
        return value
    if "." in value:
        raise NotSaid(NO_FRACTION)
    return str(int(value) + (1 if sign == ">" else -1))


def _merged(found: list[Condition]) -> Iterator[Condition]:
    """The conditions, the denials of one question as one."""
    denied = [one for one in found if one.asks == Asks.IS_NOT]
    told: set[str] = set()
    for one in found:
        if one.asks != Asks.IS_NOT:
            yield one
        elif one.question not in told:
            told.add(one.question)
            values = tuple(value for other in denied if other.question == one.question for value in other.values)
            yield Condition(one.question, Asks.IS_NOT, values)


TOKEN = re.compile(
    r"\s*(?:\$\{\s*([^}]{1,200}?)\s*\}|'([^']*)'|\"([^\"]*)\"|(-?\d+(?:\.\d+)?)|([a-z-]+)|(>=|<=|!=|[=<>(),]))"
)
MOST_TOKENS = 400


class _Reader:
    """Reads one expression from left to right."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        place, text = 0, text.strip()
        while place < len(text):
            found = TOKEN.match(text, place)
            if not found or len(self.tokens) >= MOST_TOKENS:
                raise NotSaid(NOT_UNDERSTOOD)
            kinds = ("name", "value", "value", "value", "word", "sign")
            index = found.lastindex or 1
            self.tokens.append((kinds[index - 1], found[index]))
            place = found.end()
        self.at = 0

    def whole(self, depth: int = 0) -> Tree:
        """Everything that is left, as one tree."""
        tree = self._joined("or", depth)
        if not depth and self.at < len(self.tokens):
            raise NotSaid(NOT_UNDERSTOOD)
        return tree

    def _joined(self, word: str, depth: int) -> Tree:
        parts = [self._joined("and", depth) if word == "or" else self._one(depth)]
        while self._take("word", word):
            parts.append(self._joined("and", depth) if word == "or" else self._one(depth))
        if len(parts) == 1:
            return parts[0]
        flat = [one for part in parts for one in (part[1] if isinstance(part, tuple) and part[0] == word else [part])]
        return word, flat

    def _one(self, depth: int) -> Tree:
        if depth > 5:
            raise NotSaid(NOT_UNDERSTOOD)
        if self._take("sign", "("):
            tree = self.whole(depth + 1)
            self._need("sign", ")")
            return tree
        if self._take("word", "not"):
            self._need("sign", "(")
            inner = self.whole(depth + 1)
            self._need("sign", ")")
            if not isinstance(inner, Atom) or inner.sign != "=":
                raise NotSaid(NOT_UNDERSTOOD)
            return Atom(inner.name, "!=", inner.value)
        if self._take("word", "selected"):
            self._need("sign", "(")
            name = self._need("name")
            self._need("sign", ",")
            value = self._need("value")
            self._need("sign", ")")
            return Atom(name, "=", value)
        name = self._need("name")
        sign = self._need("sign")
        if sign in "(),":
            raise NotSaid(NOT_UNDERSTOOD)
        return Atom(name, sign, self._need("value"))

    def _take(self, kind: str, text: str) -> bool:
        found = self.at < len(self.tokens) and self.tokens[self.at] == (kind, text)
        self.at += found
        return found

    def _need(self, kind: str, text: str = "") -> str:
        if self.at >= len(self.tokens):
            raise NotSaid(NOT_UNDERSTOOD)
        is_kind, told = self.tokens[self.at]
        if is_kind != kind or (text and told != text):
            raise NotSaid(NOT_UNDERSTOOD)
        self.at += 1
        return told
