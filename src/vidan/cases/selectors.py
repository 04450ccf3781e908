"""Lists of cases for the desk: visible to the actor, filtered by the address, paged by key."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.http import QueryDict

from vidan.cases.figures import NO_CONDUCT
from vidan.cases.kinds import Conduct, Kind, Source, State, TransferRole
from vidan.cases.late import very_late_before
from vidan.cases.models import CaseFile, Proposal, Transfer, Urging, Verification
from vidan.cases.moves import OPEN
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import standing
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.search.find import find
from vidan.foundation.units.selectors import in_place_of

PAGE = 20

LISTED = [
    "code",
    "version",
    "kind",
    "state",
    "source",
    "gist",
    "teller_mode",
    "front_id",
    "subject_unit_id",
    "due_on",
    "waits_for_teller",
    "erased_on",
]
"""What a line of a list shows of its case (rows.py); nothing else is fetched for it."""

SLUG = re.compile(r"[-a-z0-9]{1,80}")

NOBODY = "chua-giao"
"""The filter for cases that nobody carries yet."""


NOT_PRAISE = "not_praise"
"""The filter for every kind but praise."""

NO_PLACE = "chua-ro-noi-nao"
"""The filter for cases of which it is not known what place they are about."""


def late_now() -> QuerySet[Transfer]:
    """The transfers that a body should have answered before today and has not."""
    rows = Transfer.objects.filter(sent_on__isnull=False, answered_on__isnull=True, clock__due_on__lt=clock.today())
    return rows.exclude(case__state=State.WITHDRAWN)


def _received(since: date, until: date) -> Q:
    day = timedelta(days=1)
    return Q(received_at__gte=clock.midnight(since), received_at__lt=clock.midnight(until + day))


def _settled(**lookups: object) -> Q:
    """Cases with a transfer to who settles that fits; what was withdrawn before an answer is nobody's debt."""
    rows = Transfer.objects.filter(Q(**lookups), role=TransferRole.SETTLE, sent_on__isnull=False)
    rows = rows.exclude(case__state=State.WITHDRAWN, answered_on__isnull=True)
    return Q(pk__in=rows.values("case_id"))


def _late(since: date, until: date) -> Q:
    due = Q(clock__due_on__gte=since, clock__due_on__lte=until)
    late = Transfer.objects.filter(
        due, Q(answered_on__isnull=True) | Q(answered_on__gt=F("clock__due_on")), role=TransferRole.SETTLE
    )
    late = late.exclude(case__state=State.WITHDRAWN, answered_on__isnull=True)
    return Q(pk__in=late.values("case_id"))


def _urged(since: date, until: date) -> Q:
    rows = Urging.objects.filter(sent_on__gte=since, sent_on__lte=until, transfer__role=TransferRole.SETTLE)
    return Q(pk__in=rows.values("transfer__case_id"))


def _proposed(since: date, until: date) -> Q:
    rows = Proposal.objects.filter(sent_on__gte=since, sent_on__lte=until)
    return Q(pk__in=rows.values("verification__case_id"))


def _verified(since: date, until: date) -> Q:
    rows = Verification.objects.filter(held_on__gte=since, held_on__lte=until).exclude(finding="")
    return Q(pk__in=rows.values("case_id"))


HAPPENED: Mapping[str, Callable[[date, date], Q]] = MappingProxyType(
    {
        "da-nhan": _received,
        "den-han": lambda since, until: _settled(clock__due_on__gte=since, clock__due_on__lte=until),
        "da-tra-loi": lambda since, until: _settled(answered_on__gte=since, answered_on__lte=until),
        "dung-han": lambda since, until: _settled(
            clock__due_on__gte=since, clock__due_on__lte=until, answered_on__lte=F("clock__due_on")
        ),
        "tre": _late,
        "don-doc": _urged,
        "xac-minh": _verified,
        "de-xuat": _proposed,
    }
)
"""What may be asked to have happened between two days; the numbers of the statistics lead to these lists."""


@dataclass(frozen=True)
class Filters:
    """What the address asks for; an unknown value is as good as none."""

    state: str = ""
    kind: str = ""
    source: str = ""
    mode: str = ""
    unit: str = ""
    year: int | None = None
    late: bool = False
    mine: bool = False
    very_late: bool = False
    officer: str = ""
    conduct: str = ""
    counter: str = ""
    procedure: str = ""
    owing: str = ""
    event: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, asked: QueryDict) -> "Filters":
        """Read the filters of an address."""
        year = asked.get("nam", "")
        return cls(
            state=_known(asked.get("trang-thai", ""), (*State.values, "open")),
            kind=_known(asked.get("loai", ""), (*Kind.values, NOT_PRAISE)),
            source=_known(asked.get("nguon", ""), Source.values),
            mode=_known(asked.get("ten", ""), TellerMode.values),
            unit=_slug(asked.get("don-vi", "")),
            year=int(year)
            if year.isascii() and year.isdigit() and 1990 < int(year[:4]) < 2200 and len(year) == 4
            else None,
            late=asked.get("tre") == "1",
            mine=asked.get("cua-toi") == "1",
            very_late=asked.get("rat-tre") == "1",
            officer=_slug(asked.get("phu-trach", "")),
            conduct=_known(asked.get("dieu", ""), (*Conduct.values, NO_CONDUCT)),
            counter=_slug(asked.get("quay", "")),
            procedure=_slug(asked.get("thu-tuc", "")),
            owing=_slug(asked.get("con-no", "")),
            event=_known(asked.get("ky", ""), tuple(HAPPENED)),
            since=_known_day(asked.get("tu", "")),
            until=_known_day(asked.get("den", "")),
        )

    def query(self) -> str:
        """The filters as the query of an address: the same ones always read the same, and nothing else is in it."""
        told = {
            "trang-thai": self.state,
            "loai": self.kind,
            "nguon": self.source,
            "ten": self.mode,
            "don-vi": self.unit,
            "nam": str(self.year or ""),
            "tre": "1" if self.late else "",
            "rat-tre": "1" if self.very_late else "",
            "cua-toi": "1" if self.mine else "",
            "phu-trach": self.officer,
            "dieu": self.conduct,
            "quay": self.counter,
            "thu-tuc": self.procedure,
            "con-no": self.owing,
        }
        if self.happened:
            told |= {"ky": self.event, "tu": f"{self.since}", "den": f"{self.until}"}
        return urlencode({key: value for key, value in told.items() if value})

    def beside(self) -> list[tuple[str, str]]:
        """The filters that the list itself offers no choice for, as they stand in the address."""
        kept = Filters(
            counter=self.counter,
            procedure=self.procedure,
            owing=self.owing,
            event=self.event,
            since=self.since,
            until=self.until,
        )
        return parse_qsl(kept.query())

    @property
    def happened(self) -> bool:
        """Whether it is asked what happened between two days."""
        return bool(self.event and self.since and self.until)

    def condition(self, actor: Actor) -> Q:
        """The rows that fit."""
        nobodys = self.officer == NOBODY
        asked: dict[str, object] = {
            "state__in": OPEN if self.state == "open" else "",
            "state": "" if self.state == "open" else self.state,
            "kind": "" if self.kind == NOT_PRAISE else self.kind,
            "source": self.source,
            "teller_mode": self.mode,
            "subject_unit__slug": "" if self.unit == NO_PLACE else self.unit,
            "subject_unit__isnull": self.unit == NO_PLACE,
            "conduct__icontains": f'"{self.conduct}"' if self.conduct not in ("", NO_CONDUCT) else "",
            "counter__code": self.counter,
            "procedure": self.procedure,
            "code__contains": f"-{self.year}-" if self.year else "",
            "officer__code": "" if nobodys else self.officer,
            "officer__isnull": nobodys,
        }
        fits = Q(**{name: value for name, value in asked.items() if value})
        if self.kind == NOT_PRAISE:
            fits &= ~Q(kind=Kind.COMMENDATION)
        if self.conduct == NO_CONDUCT:
            fits &= Q(conduct=[])
        if self.owing:
            fits &= Q(pk__in=late_now().filter(recipient__slug=self.owing).values("case_id"))
        if self.event and self.since and self.until:
            fits &= HAPPENED[self.event](self.since, self.until)
        if self.mine:
            fits &= Q(officer_id=actor.user_id)
        return fits & self._lateness()

    def _lateness(self) -> Q:
        fits = Q()
        if self.late:
            fits &= Q(state__in=OPEN, due_on__lt=clock.today())
        if self.very_late:
            fits &= Q(state__in=OPEN, pk__in=_very_late())
        return fits


class Owing(NamedTuple):
    """A sent transfer that no answer came to: who holds it (Transfer.held_by), and by when it was due."""

    held_by: int
    due_on: date


class Listed(NamedTuple):
    """A case with what a line of a list shows besides: who carries it in the Front, and what bodies owe it."""

    case: CaseFile
    officer: str
    owing: list[Owing]


@dataclass(frozen=True)
class Page:
    """One page of a list; `after` is the key for the next one, empty at the end."""

    cases: list[Listed]
    after: str = ""


def newest(actor: Actor, filters: Filters, *, after: str = "") -> Page:
    """The newest cases that fit, paged by receipt."""
    rows = CaseFile.objects.visible_to(actor).filter(filters.condition(actor))
    if after.isascii() and after.isdigit() and len(after) < 19:
        rows = rows.filter(pk__lt=int(after))
    return _page(rows.order_by("-pk"), lambda case: str(case.pk))


def to_do(actor: Actor, *, filters: Filters, after: str = "") -> Page:
    """What is still to be done, by the clock: the latest first."""
    rows = CaseFile.objects.visible_to(actor).filter(filters.condition(actor), state__in=OPEN, due_on__isnull=False)
    day, _, key = after.partition("_")
    if key.isascii() and key.isdigit() and len(key) < 19 and (due := _day(day)):
        rows = rows.filter(Q(due_on__gt=due) | Q(due_on=due, pk__gt=int(key)))
    return _page(rows.order_by("due_on", "pk"), lambda case: f"{case.due_on}_{case.pk}")


LATE = "late"
"""No state, but counted beside them."""


def state_counts(actor: Actor) -> dict[str, int]:
    """How many cases of the actor's Fronts stand in each state; the menu and the page ask once together."""
    if "cases.state" not in actor.kept:
        actor.kept["cases.state"] = standing("cases.state", unit_ids=actor.units_with("cases.read"))
    counts: dict[str, int] = actor.kept["cases.state"]
    return counts


def counts_and_late(actor: Actor) -> tuple[dict[str, int], int]:
    """The same, and how many open cases of the actor's Fronts are past their next date; one query."""
    late = CaseFile.objects.visible_to(actor).filter(state__in=OPEN, due_on__lt=clock.today()).order_by()
    beside = late.annotate(mark=Value(LATE, CharField())).values("mark").annotate(count=Count("pk"))
    units = actor.units_with("cases.read")
    counts = standing("cases.state", unit_ids=units, beside=beside.values_list("mark", "count"))
    number = counts.pop(LATE, 0)
    actor.kept["cases.state"] = counts
    return counts, number


def search(actor: Actor, question: str, *, limit: int = 20) -> list[Listed]:
    """The newest cases that hold all words and that the actor may know of."""
    bodies = in_place_of(actor.units_with("cases.read_transferred"), clock.today())
    units = actor.units_with("cases.read") | bodies
    found: list[Listed] = []
    before: int | None = None
    while len(found) < limit:
        keys = find(question, scopes=[f"unit{unit}" for unit in units], limit=limit, before=before)
        codes = [code for _key, code in keys]
        seen = {one.case.code: one for one in listed(CaseFile.objects.visible_to(actor).filter(code__in=codes))}
        found += [seen[code] for code in codes if code in seen]
        if len(keys) < limit:
            break
        before = keys[-1][0]
    return found[:limit]


def sent_to(actor: Actor, *, waiting: bool) -> list[Transfer]:
    """The transfers of a body that the actor may open, by the clock, or the newest answered ones."""
    rows = Transfer.objects.open_to(actor).filter(case__in=CaseFile.objects.visible_to(actor))
    rows = rows.filter(answered_on__isnull=waiting).select_related(
        "case__subject_unit", "case__front", "recipient", "clock"
    )
    return list(rows.order_by("clock__due_on", "pk") if waiting else rows.order_by("-answered_on", "-pk"))[:100]


def _very_late() -> "QuerySet[Transfer, int]":
    owing = Transfer.objects.filter(sent_on__isnull=False, answered_on__isnull=True)
    before = very_late_before(clock.today())
    late = owing.filter(clock__due_on__lt=before) if before else owing.none()
    return late.values_list("case_id", flat=True)


def listed(rows: QuerySet[CaseFile]) -> list[Listed]:
    """The cases with what a line of a list shows, by two queries."""
    cases = list(rows.annotate(officer_name=F("officer__name")).only(*LISTED))
    waiting = Transfer.objects.filter(case__in=cases, sent_on__isnull=False, answered_on__isnull=True)
    columns = ("case_id", "recipient_id", "passed_to_id", "clock__due_on")
    owing: dict[int, list[Owing]] = {}
    for case_id, recipient_id, passed_to_id, due_on in waiting.order_by("-role", "pk").values_list(*columns):
        owing.setdefault(case_id, []).append(Owing(passed_to_id or recipient_id, due_on))
    return [Listed(case, case.officer_name or "", owing.get(case.pk, [])) for case in cases]


def _page(rows: QuerySet[CaseFile], key: Callable[[CaseFile], str]) -> Page:
    cases = listed(rows[: PAGE + 1])
    return Page(cases[:PAGE], key(cases[PAGE - 1].case) if len(cases) > PAGE else "")


def _known(value: str, values: Sequence[str]) -> str:
    return value if value in values else ""


def _known_day(text: str) -> date | None:
    """A day that a case can have; far from it, days and moments cannot be reckoned with."""
    day = _day(text)
    return day if day and 1990 < day.year < 2200 else None


def _slug(value: str) -> str:
    return value if SLUG.fullmatch(value) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
