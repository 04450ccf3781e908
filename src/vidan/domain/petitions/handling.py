"""Which form of handling (hình thức xử lý) may be proposed for whom: by his group, the day of the act, and the finding.

The disciplinary lists of the law are rows with validity dates and source, passed in (data/handling/forms.toml). Beside them
stand measures that no list bounds. The Front only proposes; the competent authority decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FOUNDED = frozenset({"founded", "partly"})
"""Findings after which somebody may be handled; after any other there is nothing to handle."""

OF_A_UNIT = ("apologise", "draw_lessons", "mend_ways")
"""Measures (biện pháp) that can be asked of a unit as well as of a person."""

OF_A_PERSON = ("criticise", "reassign")
"""Measures that need a person who is known."""

COMMEND, NOTHING = "commend", "no_handling"


@dataclass(frozen=True)
class FormList:
    """The disciplinary forms (hình thức kỷ luật) of one group between two dates; both days count, None is open."""

    status: str
    forms: tuple[str, ...]
    leaders_only: frozenset[str]
    others_only: frozenset[str]
    valid_from: date
    valid_to: date | None
    basis: str
    certainty: str

    def holds_on(self, day: date) -> bool:
        """Whether the list was in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def open_to(self, *, leads: bool) -> tuple[str, ...]:
        """The forms for who leads, or for who does not, in the order of the law."""
        closed = self.others_only if leads else self.leaders_only
        return tuple(form for form in self.forms if form not in closed)


@dataclass(frozen=True)
class Matter:
    """What a proposal is about: the day of the act, the finding, praise or not, and the group of the person when known."""

    on: date
    finding: str
    praise: bool = False
    status: str = ""
    leads: bool = False


class Wrong(StrEnum):
    """Why a choice of forms cannot be proposed."""

    EMPTY = "empty"
    NOT_OPEN = "not_open"
    TWO_DISCIPLINES = "two_disciplines"
    NOTHING_AND_MORE = "nothing_and_more"


def list_for(lists: Iterable[FormList], matter: Matter) -> FormList | None:
    """The law's list for the person on the day of the act; None when nobody is known, or no list names his group."""
    return next((one for one in lists if one.status == matter.status and one.holds_on(matter.on)), None)


def open_forms(lists: Iterable[FormList], matter: Matter) -> tuple[str, ...]:
    """Every form that may be proposed: measures first, then discipline in the order of the law, then that nothing follows."""
    if matter.finding not in FOUNDED:
        return (NOTHING,)
    if matter.praise:
        return (COMMEND, NOTHING)
    found = list_for(lists, matter)
    discipline = found.open_to(leads=matter.leads) if found else ()
    return (*OF_A_UNIT, *(OF_A_PERSON if matter.status else ()), *discipline, NOTHING)


def judge(chosen: Iterable[str], lists: Iterable[FormList], matter: Matter) -> Wrong | None:
    """What is wrong with a choice, or None: on the list of that day, at most one discipline, and nothing means nothing."""
    lists, forms = tuple(lists), set(chosen)
    if not forms:
        return Wrong.EMPTY
    if not forms <= set(open_forms(lists, matter)):
        return Wrong.NOT_OPEN
    if NOTHING in forms and len(forms) > 1:
        return Wrong.NOTHING_AND_MORE
    found = list_for(lists, matter)
    if found and len(forms & set(found.forms)) > 1:
        return Wrong.TWO_DISCIPLINES
    return None
