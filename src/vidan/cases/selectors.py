"""Lists of cases for the desk: visible to the actor, filtered by the address, paged by key."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.http import QueryDict

from vidan.cases.kinds import Kind, Source, State, TellerMode
from vidan.cases.late import very_late_before
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.moves import OPEN
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.search.find import find

PAGE = 20

SLUG = re.compile(r"[-a-z0-9]{1,80}")


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

    @classmethod
    def read(cls, asked: QueryDict) -> "Filters":
        """Read the filters of an address."""
        year = asked.get("nam", "")
        return cls(
            state=_known(asked.get("trang-thai", ""), (*State.values, "open")),
            kind=_known(asked.get("loai", ""), Kind.values),
            source=_known(asked.get("nguon", ""), Source.values),
            mode=_known(asked.get("ten", ""), TellerMode.values),
            unit=slug[0] if (slug := SLUG.fullmatch(asked.get("don-vi", ""))) else "",
            year=int(year)
            if year.isascii() and year.isdigit() and 1990 < int(year[:4]) < 2200 and len(year) == 4
            else None,
            late=asked.get("tre") == "1",
            mine=asked.get("cua-toi") == "1",
            very_late=asked.get("rat-tre") == "1",
        )

    def condition(self, actor: Actor) -> Q:
        """The rows that fit."""
        fits = Q()
        if self.state == "open":
            fits &= Q(state__in=OPEN)
        elif self.state:
            fits &= Q(state=self.state)
        for name in ("kind", "source"):
            if value := getattr(self, name):
                fits &= Q(**{name: value})
        if self.mode:
            fits &= Q(teller_mode=self.mode)
        if self.unit:
            fits &= Q(subject_unit__slug=self.unit)
        if self.year:
            fits &= Q(code__contains=f"-{self.year}-")
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


@dataclass(frozen=True)
class Page:
    """One page of a list; `after` is the key for the next one, empty at the end."""

    cases: list[CaseFile]
    after: str = ""


def newest(actor: Actor, filters: Filters, *, after: str = "") -> Page:
    """The newest cases that fit, paged by receipt."""
    rows = with_parts(CaseFile.objects.visible_to(actor).filter(filters.condition(actor)))
    if after.isascii() and after.isdigit() and len(after) < 19:
        rows = rows.filter(pk__lt=int(after))
    return _page(rows.order_by("-pk"), lambda case: str(case.pk))


def to_do(actor: Actor, *, filters: Filters, after: str = "") -> Page:
    """What is still to be done, by the clock: the latest first."""
    rows = with_parts(
        CaseFile.objects.visible_to(actor).filter(filters.condition(actor), state__in=OPEN, due_on__isnull=False)
    )
    day, _, key = after.partition("_")
    if key.isascii() and key.isdigit() and len(key) < 19 and (due := _day(day)):
        rows = rows.filter(Q(due_on__gt=due) | Q(due_on=due, pk__gt=int(key)))
    return _page(rows.order_by("due_on", "pk"), lambda case: f"{case.due_on}_{case.pk}")


def late_count(actor: Actor) -> int:
    """How many open cases of the actor's Fronts are past their next date."""
    return CaseFile.objects.visible_to(actor).filter(state__in=OPEN, due_on__lt=clock.today()).count()


def search(actor: Actor, question: str, *, limit: int = 20) -> list[CaseFile]:
    """The newest cases that hold all words and that the actor may know of."""
    units = actor.units_with("cases.read") | actor.units_with("cases.read_transferred")
    found: list[CaseFile] = []
    before: int | None = None
    while len(found) < limit:
        keys = find(question, scopes=[f"unit{unit}" for unit in units], limit=limit, before=before)
        codes = [code for _key, code in keys]
        seen = {case.code: case for case in with_parts(CaseFile.objects.visible_to(actor).filter(code__in=codes))}
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


def with_parts(rows: QuerySet[CaseFile]) -> QuerySet[CaseFile]:
    """The rows with the answers still owed, fetched with them."""
    owing = Transfer.objects.filter(sent_on__isnull=False, answered_on__isnull=True).select_related("clock")
    return rows.prefetch_related(Prefetch("transfers", queryset=owing, to_attr="owing"))


def _page(rows: QuerySet[CaseFile], key: Callable[[CaseFile], str]) -> Page:
    cases = list(rows[: PAGE + 1])
    return Page(cases[:PAGE], key(cases[PAGE - 1]) if len(cases) > PAGE else "")


def _known(value: str, values: Sequence[str]) -> str:
    return value if value in values else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
