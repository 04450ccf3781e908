"""Which bodies the words of a duty name, and whether they are to do it or to take part; a person confirms each.

The words may be a scan with slips of reading: they are compared without their marks, and what stands in front of a name (Ủy ban,
Ban Thường trực) may be missing. Whoever is not among the bodies handed in is never named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vidan.domain.vietnamese.fold import fold

WARDS, MEMBERS = "wards", "members"
"""Keys that stand for every ward Front and for every member organisation (tổ chức thành viên)."""

_FRONT = r"(?:\bban thuong truc )?(?:\b[a-z]{1,2} ban )?\b(?:mat tran(?: to quoc)?|(?:ub)?mttq(?:vn)?)(?: viet nam)?"
_SITTING = r"\bban thuong truc(?! (?:[a-z]{1,2} )?(?:ban )?(?:mat tran|(?:ub)?mttq)| (?:\w+ )?uy\b)"
_MEMBERS = r"\b(?:to chuc thanh vien|thanh vien cua mat tran|doan the|to chuc chinh tri ?-? ?xa hoi)\b"
_BASE = r"\b(?:mat tran co so|don vi truc thuoc)\b"
_OTHER = r"\b(?! (?:tien|phap|thuc|cham|huong|hoi)\b)"  # phương tiện, phương pháp ..., xã hội
_LOOSE = (
    r"(?<!nhan dan )(?<!nhan dan quan, )(?<!tai )(?<!dia ban )(?<! o )\b(?:cac|tung|moi|\d+) (?:phuong|xa)(?! an\b)"
    + _OTHER
)
_MANY = re.compile(r"(?:(?:cac|tung|moi|\d+|hai|ba) )?(?:phuong|xa)" + _OTHER)
_JOIN = re.compile(r"\s*(?:,|\bva\b)?\s*")
_ENDS = re.compile(r"[.;:!?](?=\s|$)")
_TAKE_PART = (
    r"\b(?:phoi hop (?:voi|cung)|cung (?:voi|cac)|tham gia cua|huong dan|don doc|kiem tra|giam sat|van dong|gui|"
    r"bao cao (?:ve|cho)|tham muu|cua(?= (?:cac )?$))\b"
)
_DO = r"\b(?:giao(?! (?:tiep|dich|thong|luu|ban))|phan cong|chu tri|de nghi|yeu cau)\b"
_CUES = re.compile(f"{_TAKE_PART}|(?P<do>{_DO})")
_SHORT_PLACE = re.compile(r"\b(?P<level>[PQ])\.\s?(?=[^\W\d_]|\d)")


@dataclass(frozen=True)
class Body:
    """A body by its key: the names it goes by, and the place that they end with (`Phường An Phú`).

    `is_front` tells a Front from a member organisation; `is_own` is the Front that plans; `in_ward` whether it is of a ward.
    """

    key: str
    names: tuple[str, ...]
    place: str
    is_front: bool
    in_ward: bool
    is_own: bool = False


@dataclass(frozen=True)
class Named:
    """Who is to do it (chịu trách nhiệm) and who takes part (phối hợp): keys of bodies, WARDS, MEMBERS."""

    responsible: tuple[str, ...] = ()
    taking_part: tuple[str, ...] = ()


def named_in(words: str, bodies: Iterable[Body]) -> Named:
    """Whom the words name.

    1. A body is named by its name or short form, the first letters of it (MTTQ, Hội LHPN), and its place, one of a list of
       places, or the rank alone (quận, các phường).
    2. Groups are named by what they are called: các tổ chức thành viên, Mặt trận các phường, Ban Thường trực.
    3. Who stands after words of joining, guiding, checking or reporting to takes part; everybody else is to do it. Who is named
       both ways is to do it.
    """
    text = _Text(_SHORT_PLACE.sub(lambda found: "phường " if found["level"] == "P" else "quận ", words))
    told: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for at, keys in _mentions(text, list(bodies)):
        told[_is_to_do(text.plain, at)] |= dict.fromkeys(keys)
    return Named(tuple(told[True]), tuple(key for key in told[False] if key not in told[True]))


@dataclass
class _Text:
    """Words without their marks, and which of them were written with a capital."""

    words: str
    plain: str = ""
    capitals: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        shouted = self.words.isupper()
        for word in self.words.split():
            if not shouted and (word[:1].isupper() or word[:1].isdigit()):
                self.capitals.add(len(self.plain))
            if folded := fold(word):
                self.plain += f"{folded} "

    def goes_on(self, at: int) -> bool:
        """Whether a name goes on after this place: a word with a capital, or a number."""
        return at + 1 in self.capitals and self.plain[at : at + 1] == " "


def _is_to_do(plain: str, at: int) -> bool:
    """By the last word in front of it, in its sentence, that says who does and who joins."""
    before = plain[max((found.end() for found in _ENDS.finditer(plain, 0, at)), default=0) : at]
    cues = list(_CUES.finditer(before))
    return not cues or cues[-1]["do"] is not None


def _mentions(text: _Text, bodies: Sequence[Body]) -> Iterator[tuple[int, Sequence[str]]]:
    """Where something is named, and whom it names."""
    fronts = [one for one in bodies if one.is_front]
    own = [one.key for one in fronts if one.is_own]
    wards = [WARDS] if any(one.in_ward and not one.is_own for one in fronts) else []
    members = [MEMBERS] if len(fronts) < len(bodies) else []
    heads: dict[str, list[Body]] = {_FRONT: fronts}
    for one in bodies:
        for head in () if one.is_front else _heads(one):
            heads.setdefault(rf"\b{re.escape(head)}\b", []).append(one)
    read: set[int] = set()
    for head, called in heads.items():
        for found in re.finditer(head, text.plain):
            keys, end = _placed(text, found.end(), called)
            read.update(range(found.start(), end))
            if not keys and head != _FRONT and len(called) == 1 and not text.goes_on(found.end()):
                keys = [called[0].key]
            yield found.start(), keys
    for pattern, keys in ((_SITTING, own), (_MEMBERS, members), (_BASE, wards), (_LOOSE, wards)):
        for found in re.finditer(pattern, text.plain):
            if pattern != _LOOSE or not (found.start() in read or text.goes_on(found.end())):
                yield found.start(), keys


def _heads(body: Body) -> set[str]:
    """What a body is called without its place, and the first letters of it: Hội LHPN, LĐLĐ."""
    place = fold(body.place)
    heads = {fold(name).removesuffix(place).strip() for name in body.names}
    for head in list(heads):
        first, *others = head.split()
        if len(others) > 1:
            heads |= {f"{first} {''.join(word[0] for word in others)}", "".join(word[0] for word in (first, *others))}
    return {head for head in heads if len(head) > 3}


def _placed(text: _Text, at: int, bodies: Sequence[Body]) -> tuple[list[str], int]:
    """Whom the places that follow name, and where they end: full ones, ranks alone, lists that begin with `các phường`."""
    by_place = _by_place(bodies)
    keys: list[str] = []
    in_list = False
    while (join := _JOIN.match(text.plain, at)) is not None:
        found, named, in_list = _one_place(text, join.end(), by_place, in_list=in_list)
        if found is None:
            break
        at, keys = found, [*keys, *named]
    return keys, at


@dataclass(frozen=True)
class _Places:
    full: Mapping[str, str]
    bare: Mapping[str, str]
    own: str
    own_key: str
    wards: Sequence[str]


def _by_place(bodies: Sequence[Body]) -> _Places:
    places = {fold(one.place): one for one in bodies}
    own = next((one for one in bodies if one.is_own), None)
    fronts = all(one.is_front for one in bodies)
    wards = [one.key for one in bodies if one.in_ward and not one.is_own]
    return _Places(
        full={place: one.key for place, one in places.items()},
        bare={place.partition(" ")[2]: one.key for place, one in places.items() if one.in_ward},
        own=re.sub(r" \d+$| [^ ]+ [^ ]+$", "", fold(own.place)) if own else "",
        own_key=own.key if own else "",
        wards=[WARDS] if fronts and wards else wards,
    )


def _one_place(text: _Text, at: int, places: _Places, *, in_list: bool) -> tuple[int | None, Sequence[str], bool]:
    """Where the place that begins here ends, whom it names, and whether bare names may follow."""
    known = {**places.full, **(places.bare if in_list else {})}
    for place in sorted(known, key=len, reverse=True):
        if re.compile(rf"{re.escape(place)}\b").match(text.plain, at):
            return at + len(place), [known[place]], True
    if places.own and (own := re.compile(rf"{places.own}\b").match(text.plain, at)) and not text.goes_on(own.end()):
        return own.end(), [places.own_key], False
    many = _MANY.match(text.plain, at)
    if many is None:
        return None, (), False
    if any(re.compile(rf" {re.escape(place)}\b").match(text.plain, many.end()) for place in places.bare):
        return many.end(), (), True
    return (None, (), False) if text.goes_on(many.end()) else (many.end(), places.wards, False)
