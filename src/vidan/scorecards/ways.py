"""How an item is scored, as an officer writes it in two cells: one word for the way, and its details in a short notation.

docs/rules/rubrics.md shows each way with an example (EXAMPLES below). Words are read with or without marks, numbers with
comma or dot; what read_way() reads, word_of() and details_of() write.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from vidan.domain.scoring.written import Unreadable, method_from, number
from vidan.domain.vietnamese.fold import fold

Told = dict[str, Any]
"""A way as domain/scoring/written.py has it."""

WAYS: Mapping[str, str | Promise] = {
    "yes_no": gettext_lazy("Có/Không"),
    "levels": gettext_lazy("Mức"),
    "ratio_steps": gettext_lazy("Bậc theo tỷ lệ"),
    "count_steps": gettext_lazy("Bậc theo số lượng"),
    "proportional": gettext_lazy("Theo tỷ lệ"),
    "per_day": gettext_lazy("Trừ theo ngày"),
    "each": gettext_lazy("Mỗi việc"),
    "mapped": gettext_lazy("Quy đổi chỉ số"),
    "judged": gettext_lazy("Nhận định"),
    "conditional": gettext_lazy("Có điều kiện"),
}
"""The word of each way; a sheet has it in Vietnamese whatever language its officer reads."""

EXAMPLES: Mapping[str, str] = {
    "levels": "Đầy đủ = 10; Chậm = 3; Không = 0",
    "ratio_steps": "100 = 10; 90 = 8; 0 = 0; không làm = 0",
    "count_steps": "100 = 4; 50 = 3; 1 = 2",
    "proportional": "đủ 85; từ 60",
    "per_day": "mỗi ngày 1; 2 ngày đầu 1; tối đa 5",
    "each": "0,5",
    "mapped": "từ 0 đến 100",
    "judged": "2 chữ số lẻ",
    "conditional": "theo II.4.1; có điểm: Mức (Đủ = 5; Thiếu = 0); không có điểm: Có/Không",
}
"""What the details look like; Có/Không has none."""

LONGEST = 3_000
"""So many letters of details at most."""


class NotUnderstood(ValueError):
    """What stands in a cell cannot be read; the sentence says why. `of_word`: it is about the word, not about the details."""

    def __init__(self, sentence: str, *, of_word: bool = False) -> None:
        super().__init__(sentence)
        self.sentence, self.of_word = sentence, of_word


def number_in(text: str) -> Decimal:
    """The number in a cell, with a comma or a dot; raises NotUnderstood, for 1.000 too, which may be one or a thousand."""
    written = text.strip().replace("−", "-")
    if THOUSANDS.fullmatch(written):
        told = _("Không rõ “%(text)s” là số lẻ hay hàng nghìn. Ghi liền (1500) hoặc dùng dấu phẩy (1,5).")
        raise NotUnderstood(told % {"text": written[:30]})
    try:
        return number(written.replace(",", "."), "", "")
    except Unreadable:
        told = _("“%(text)s” không phải là số. Ghi như 10 hoặc 2,5.")
        raise NotUnderstood(told % {"text": written[:30]}) from None


THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")


def number_out(value: str | Decimal) -> str:
    """A number as it stands in a sheet: with the comma, without zeros at its end."""
    return f"{Decimal(value).normalize():f}".replace(".", ",")


def word_of(told: Told) -> str:
    """The word of a way, in Vietnamese."""
    return _in_vietnamese()[str(told["kind"])]


def details_of(told: Told) -> str:
    """The details of a way; read_way() reads word and details back."""
    return "; ".join(WRITTEN[str(told["kind"])](told))


def read_way(word: str, details: str) -> Told:
    """The way that word and details mean; raises NotUnderstood."""
    kind = _kinds(get_language() or "").get(fold(word))
    if kind is None:
        told = _("Không có cách chấm “%(word)s”. Ghi một trong: %(known)s.")
        known = "; ".join(str(label) for label in WAYS.values())
        raise NotUnderstood(told % {"word": word[:30], "known": known}, of_word=True)
    if len(details) > LONGEST:
        raise NotUnderstood(_("Phần chi tiết dài quá %(most)d chữ.") % {"most": LONGEST})
    try:
        made: Told = {"kind": kind, **READ[kind](_parts(details))}
        method_from(made, "")
    except _Unclear as unclear:
        raise NotUnderstood(_unclear(kind, unclear.part)) from None
    except Unreadable:
        raise NotUnderstood(_unclear(kind, details)) from None
    return made


class _Unclear(ValueError):
    """One part of the details does not say what it must."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def _unclear(kind: str, part: str) -> str:
    if kind not in EXAMPLES:
        return _("Cách chấm này không cần chi tiết; xin để trống.")
    shown = {"part": part[:60], "example": EXAMPLES[kind]}
    if not part:
        return _("Còn thiếu chi tiết cách chấm. Ghi như: %(example)s") % shown
    return _("Không hiểu “%(part)s”. Ghi như: %(example)s") % shown


@cache
def _in_vietnamese() -> Mapping[str, str]:
    with override("vi"):
        return MappingProxyType({kind: str(label) for kind, label in WAYS.items()})


@cache
def _kinds(language: str) -> Mapping[str, str]:
    with override(language):
        on_screen = {fold(str(label)): kind for kind, label in WAYS.items()}
    return MappingProxyType(on_screen | {fold(label): kind for kind, label in _in_vietnamese().items()})


def _parts(text: str) -> list[str]:
    """What stands between semicolons, but for those in quotes and brackets; a quote opens only where a label may begin."""
    parts, part, depth, quoted, before = [], "", 0, False, ";"
    for letter in text:
        if letter == '"' and (quoted or before in ';(]"'):
            quoted = not quoted
        elif not quoted:
            depth = max(0, depth + (letter == "(") - (letter == ")"))
            if letter == ";" and not depth:
                parts.append(part)
                part, before = "", ";"
                continue
        part += letter
        before = before if letter.isspace() else letter
    return [one.strip() for one in (*parts, part) if one.strip()]


def _points(text: str, part: str) -> str:
    try:
        return str(number_in(text))
    except NotUnderstood:
        raise _Unclear(part) from None


def _levels(parts: list[str]) -> Told:
    return {"levels": [_level(i, part) for i, part in enumerate(parts)]}


def _level(position: int, part: str) -> list[str]:
    label, equals, given = part.rpartition("=")
    label, key = label.strip(), _key(position)
    if own := KEY.match(label):
        key, label = own[1], label[own.end() :].strip()
    if len(label) > 1 and label[0] == label[-1] == '"':
        label = label[1:-1].replace('""', '"')
    elif not label:
        raise _Unclear(part)
    if not equals:
        raise _Unclear(part)
    return [key, label, _points(given, part)]


KEY = re.compile(r"\[([\w.-]{1,20})\]")


def _key(position: int) -> str:
    """a, b, c ... by position."""
    return chr(ord("a") + position) if position < 26 else str(position + 1)


def _steps(parts: list[str]) -> Told:
    told: Told = {"steps": []}
    for part in parts:
        start, equals, given = part.rpartition("=")
        if not equals:
            raise _Unclear(part)
        if fold(start) in NOTHING:
            told["nothing"] = _points(given, part)
            continue
        step = [_points(FROM.sub("", fold(start)).rstrip("% "), part), _points(given, part)]
        if any(Decimal(step[0]) == Decimal(other) for other, _got in told["steps"]):
            raise _Unclear(part)
        told["steps"].append(step)
    return told


NOTHING = frozenset({"khong lam", "khong thuc hien", "khong co"})
FROM = re.compile(r"^(tu |>=|≥)\s*")

NUMBER = r"([−-]?[0-9.,]+) ?%?"
NAMED: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "proportional": ((f"du {NUMBER}", ("full",)), (f"tu {NUMBER}", ("start",))),
    "per_day": (
        (f"moi ngay {NUMBER}", ("rate",)),
        (f"([0-9]{{1,4}}) ngay dau {NUMBER}", ("free", "first")),
        (f"toi da {NUMBER}", ("most",)),
    ),
    "each": ((f"(?:moi viec )?{NUMBER}", ("rate",)),),
    "mapped": ((f"tu {NUMBER} den {NUMBER}", ("low", "high")),),
    "judged": (("([0-6]) chu so le", ("places",)),),
}
"""For each way whose details are words with numbers: what its parts look like without marks, and what their numbers are."""

WHOLE = frozenset({"free", "places"})


def _named(kind: str) -> Callable[[list[str]], Told]:
    def read(parts: list[str]) -> Told:
        told: Told = {}
        for part in parts:
            found = next(((m, names) for p, names in NAMED[kind] if (m := re.fullmatch(p, fold(part)))), None)
            if found is None or found[1][0] in told:
                raise _Unclear(part)
            for name, text in zip(found[1], found[0].groups(), strict=True):
                told[name] = int(text) if name in WHOLE else _points(text, part)
        return told

    return read


def _conditional(parts: list[str]) -> Told:
    told: Told = {}
    value: Any
    for part in parts:
        head, colon, way = part.partition(":")
        code = part.split(maxsplit=1)
        if not colon and len(code) == 2 and fold(code[0]) == "theo":
            name, value = "on", code[1]
        elif colon and fold(head) in CASES:
            name, value = CASES[fold(head)], _inner(way.strip(), part)
        else:
            raise _Unclear(part)
        if name in told:
            raise _Unclear(part)
        told[name] = value
    return told


CASES = {"co diem": "met", "khong co diem": "otherwise"}


def _inner(way: str, part: str) -> Told:
    word, bracket, details = way.partition("(")
    if bracket and not details.endswith(")"):
        raise _Unclear(part)
    try:
        return read_way(word.strip(), details[:-1])
    except NotUnderstood as wrong:  # the word of an inner way stands among the details
        raise NotUnderstood(wrong.sentence) from None


def _nothing(parts: list[str]) -> Told:
    if parts:
        raise _Unclear(parts[0])
    return {}


READ: Mapping[str, Callable[[list[str]], Told]] = {
    "yes_no": _nothing,
    "levels": _levels,
    "ratio_steps": _steps,
    "count_steps": _steps,
    "conditional": _conditional,
    **{kind: _named(kind) for kind in NAMED},
}


def _level_out(position: int, key: str, label: str, points: str) -> str:
    opens = [label[: i + 1].count("(") - label[: i + 1].count(")") for i in range(len(label))]
    plain = label and label == label.strip() and not set(label) & set(';"[]') and min(opens) >= 0 == opens[-1]
    quoted = '"' + label.replace('"', '""') + '"'
    own = "" if key == _key(position) else f"[{key}] "
    return f"{own}{label if plain else quoted} = {number_out(points)}"


def _steps_out(told: Told) -> list[str]:
    steps = [f"{number_out(start)} = {number_out(got)}" for start, got in told["steps"]]
    return [*steps, f"không làm = {number_out(told['nothing'])}"] if "nothing" in told else steps


def _proportional_out(told: Told) -> list[str]:
    start = Decimal(told.get("start", 0))
    return [f"đủ {number_out(told['full'])}", *([f"từ {number_out(start)}"] if start else [])]


def _per_day_out(told: Told) -> list[str]:
    first, free = number_out(told.get("first", "0")), int(told.get("free", 0))
    parts = [f"mỗi ngày {number_out(told['rate'])}"]
    if free or first != "0":
        parts.append(f"{free} ngày đầu {first}")
    return [*parts, f"tối đa {number_out(told['most'])}"] if "most" in told else parts


def _conditional_out(told: Told) -> Iterable[str]:
    yield f"theo {told['on']}"
    for name, words in (("met", "có điểm"), ("otherwise", "không có điểm")):
        details = details_of(told[name])
        yield f"{words}: {word_of(told[name])}" + (f" ({details})" if details else "")


WRITTEN: Mapping[str, Callable[[Told], Iterable[str]]] = {
    "yes_no": lambda _told: [],
    "levels": lambda told: [_level_out(i, *level) for i, level in enumerate(told["levels"])],
    "ratio_steps": _steps_out,
    "count_steps": _steps_out,
    "proportional": _proportional_out,
    "per_day": _per_day_out,
    "each": lambda told: [number_out(told["rate"])],
    "mapped": lambda told: [f"từ {number_out(told.get('low', '0'))} đến {number_out(told.get('high', '100'))}"],
    "judged": lambda told: [] if told.get("places", 2) == 2 else [f"{told['places']} chữ số lẻ"],
    "conditional": _conditional_out,
}
