"""Bảng theo dõi kế hoạch: each clause with its state, what shows it, and who is late; at the desk and for everybody."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from vidan.domain.duties.standing import Asked, DutyState, duty_state
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.permissions import PUBLIC, SIGNED_IN, route_permission
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Figure, Scope, Value, read_figures
from vidan.foundation.figures.words import of_all
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import short_names, within
from vidan.oversight.duty_kinds import OWED, Part, ReportState
from vidan.oversight.duty_places import PLACES, DutyPlace
from vidan.oversight.models import Duty, DutyReport, DutyUnit, Plan
from vidan.oversight.unit_numbers import figures_by_name

STATES: Mapping[DutyState, tuple[str | Promise, str]] = {
    DutyState.NOT_YET: (pgettext_lazy("duty", "chưa đến hạn"), "muted"),
    DutyState.UNDER_WAY: (pgettext_lazy("duty", "đang làm"), "info"),
    DutyState.LATE: (pgettext_lazy("duty", "trễ"), "late"),
    DutyState.DONE: (pgettext_lazy("duty", "đã xong"), "ok"),
}
"""How a state reads, and its tone."""

NAMED = 3
"""So many units are named in a row; more are told by their number."""


@dataclass(frozen=True)
class Evidence:
    """The figure of a duty: what it counted, of how many or of its target, and where its records are."""

    label: str | Promise
    count: int
    total: int | None
    address: str

    @property
    def words(self) -> str:
        """`43 / 50`, a count alone, or a dash where there was nothing of which it could be a share."""
        return "–" if self.total == self.count == 0 else of_all(self.count, self.total, bar=" / ")


@dataclass
class BoardRow:
    """One clause: its state, who does it, its evidence and its reports."""

    duty: Duty
    state: DutyState
    responsible: list[str] = field(default_factory=list)
    taking_part: list[str] = field(default_factory=list)
    evidence: Evidence | None = None
    place: DutyPlace | None = None
    asked: int = 0
    sent: int = 0
    late: list[str] = field(default_factory=list)

    @property
    def words(self) -> str | Promise:
        """The state as it reads."""
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        """How the state is drawn."""
        return STATES[self.state][1]


def board(plan: Plan, duties: Sequence[Duty], actor: Actor | None = None) -> list[BoardRow]:
    """The rows of a plan, four queries beside the duties; for everybody without an actor: no unit is named as late then, and
    only figures are told that count papers of offices."""
    today = clock.today()
    names = short_names()
    units: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for duty_id, unit_id, part in DutyUnit.objects.filter(duty__plan=plan).values_list("duty_id", "unit_id", "part"):
        units[duty_id][part].append(names.get(unit_id, ""))
    reports = defaultdict(list)
    asked = DutyReport.objects.filter(duty__plan=plan).exclude(state=ReportState.CANCELLED).select_related(None)
    for one in asked.only("duty_id", "unit_id", "state", "due_on", "first_sent_on", "again_by").order_by(
        "due_on", "pk"
    ):
        reports[one.duty_id].append(one)
    values = figures_of(plan, duties)
    rows = []
    for duty in duties:
        mine = reports[duty.pk]
        value = values.get(duty.figure)
        evidence = _evidence(duty, value, plan, actor) if value else None
        late = [one for one in mine if one.state in OWED and one.waits_until < today]
        row = BoardRow(
            duty,
            duty_state(
                reports=[Asked(one.due_on, one.first_sent_on) for one in mine],
                done_on=duty.done_on,
                by=duty.by or date(plan.year, 12, 31),
                counted=value.count if value else None,
                today=today,
            ),
            responsible=units[duty.pk][Part.RESPONSIBLE],
            taking_part=units[duty.pk][Part.TAKING_PART],
            evidence=evidence,
            place=PLACES.get(duty.place),
            asked=sum(one.due_on <= today or one.first_sent_on is not None for one in mine),
            sent=sum(one.first_sent_on is not None for one in mine),
            late=list(dict.fromkeys(names.get(one.unit_id, "") for one in late)) if actor else [],
        )
        rows.append(row)
    return rows


def figures_of(plan: Plan, duties: Sequence[Duty]) -> Mapping[str, Value]:
    """The figures of a plan's duties for its year up to today, over its Front and those in its territory, by two queries."""
    declared = figures_by_name()
    wanted = {duty.figure for duty in duties if duty.figure in declared}
    if not wanted:
        return {}
    fronts = Unit.objects.filter(within([plan.front_id]), kind=UnitKind.FRONT_COMMITTEE)
    scope = Scope(date(plan.year, 1, 1), until(plan), frozenset(fronts.values_list("pk", flat=True)))
    return read_figures(wanted, scope)


def until(plan: Plan) -> date:
    """The last day that counts: of the year, or today."""
    return min(date(plan.year, 12, 31), clock.today())


def counts_of(rows: Sequence[BoardRow]) -> dict[str, int]:
    """How many duties stand where, and how many are late."""
    return {state.value: sum(row.state is state for row in rows) for state in DutyState}


def _evidence(duty: Duty, value: Value, plan: Plan, actor: Actor | None) -> Evidence | None:
    figure = value.figure
    if actor is None and not (figure.public and figure.of_offices):
        return None
    total = value.total if figure.out_of else duty.target
    return Evidence(figure.label, value.count, total, _address(figure, plan, actor))


def _address(figure: Figure, plan: Plan, actor: Actor | None) -> str:
    """The desk's list of the records for who may read it, else the page for everybody."""
    route, _mark, asked = figure.records.partition("?")
    name = route_permission(route) if route else None
    if actor is not None and name and (name in (PUBLIC, SIGNED_IN) or actor.may(name)):
        asked = f"{asked}&" if asked else ""
        return f"{reverse(route)}?{asked}nam={plan.year}&tu={plan.year}-01-01&den={until(plan)}"
    if not figure.link:
        return ""
    return f"{reverse(figure.link)}?nam={plan.year}"
