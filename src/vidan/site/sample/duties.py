"""Sample programme and plans of three years: each read in, confirmed, assigned and put into force; reports of wards and unions in
time, late, sent back and still owed; guidance with its marks."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor, Held
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, grouped
from vidan.foundation.units.models import Unit, UnitKind
from vidan.oversight.duty_kinds import DutyStage, RhythmWords
from vidan.oversight.duty_selectors import doers
from vidan.oversight.forms.duty import chosen_units
from vidan.oversight.models import Duty, DutyReport, Guidance, Plan
from vidan.oversight.services.ask_reports import publish_plan
from vidan.oversight.services.give_guidance import GuidancePaper, mark_guidance, send_guidance, write_guidance
from vidan.oversight.services.read_in import PlanPaper, read_in
from vidan.oversight.services.report_step import accept_report, send_back_report, write_report
from vidan.oversight.services.set_duties import Assigned, Kept, assign_duty, confirm_duties, end_duty
from vidan.oversight.services.write_programme import Signed, record_programme

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TITLE = "Kế hoạch phối hợp thực hiện công tác cải cách hành chính trong hệ thống Mặt trận Tổ quốc quận năm {year} (mẫu)"
NAMED = "Thực hiện Chương trình phối hợp số {number} giữa Mặt trận và Ủy ban nhân dân quận;"
LATE, VERY_LATE, FORGOTTEN, SENT_BACK = 0.14, 0.03, 0.02, 0.08
"""The shares of reports that come late, very late, never, and that are sent back once."""

RECENT, OWED, OPEN = timedelta(days=45), 0.3, 0.6
"""Of the reports of the last weeks some are still owed, and some wait for the Front or for the unit to complete them."""

UNIONS = 4
"""So many member organisations report in the sample."""

Event = tuple[date, int, Callable[[], object]]
Counts = dict[tuple[int, str, date, date], dict[Any, int]]


@transaction.atomic
def make_duties(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Everything in the order of its days, as far as the sample's today lets."""
    with (settings.DATA_FOLDER / "sample" / "duties.toml").open("rb") as file:
        words = tomllib.load(file)
    draw = Random(308)  # noqa: S311 - a sample, the same each time
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    front = Unit.objects.select_related("parent__parent", "area").get(slug=settings.FRONT)
    partner = Unit.objects.get(kind=UnitKind.PEOPLES_COMMITTEE, area=front.area)
    with clock.at(datetime(2018, 1, 4, 9, tzinfo=ZONE)):
        signed = Signed(partner=partner, **words["programme"] | {"articles": words["programme"]["articles"].strip()})
        record_programme(front=front, signed=signed, actor=officer, is_sample=True)
    for told in words["plan"]:
        _at(told["published_on"], last, partial(_plan, front, words, told, officer, head))
    for day, _order, run in sorted(_events(words, draw, last, officer), key=lambda event: event[:2]):
        _at(day, last, run)
    for told in words["guidance"]:
        _at(told["dated"], last, partial(_guidance, front, told, officer))
        for day, unit in _marks(told, front, draw):
            _at(day, last, partial(_takes_up, told["number"], unit))


def _at(day: date, last: datetime, run: Callable[[], object]) -> None:
    moment = datetime.combine(day, time(10), tzinfo=ZONE)
    if moment < last:
        with clock.at(moment):
            run()


def _plan(front: Unit, words: dict[str, Any], told: dict[str, Any], officer: Actor, head: Actor) -> None:
    year = told["year"]
    title = TITLE.format(year=year)
    paper = PlanPaper(year=year, title=title, number=told["number"])
    lines = _lines(words, title)
    plan = read_in(front=front, paper=paper, paragraphs=lines, actor=officer, is_sample=True)
    known = {one["words"]: one for one in words["duty"]}
    kept = [
        Kept(code=one.code, title=known[one.words]["title"], rhythm=RhythmWords(known[one.words]["rhythm"]))
        for one in plan.duties.filter(stage=DutyStage.PROPOSED)
        if one.words in known
    ]
    confirm_duties(code=plan.code, kept=kept, actor=officer)
    for duty in plan.duties.all():
        assign_duty(code=duty.code, assigned=_assigned(duty, known[duty.words], front, year), actor=officer)
    publish_plan(code=plan.code, actor=head)


def _lines(words: dict[str, Any], title: str) -> list[str]:
    """The text of a plan, as it would be pasted."""
    lines = [title, NAMED.format(number=words["programme"]["number"]), "1. MỤC ĐÍCH"]
    lines += [one["words"] for one in words["purpose"]]
    parts = dict.fromkeys(one["part"] for one in words["duty"])
    for number, part in enumerate(parts, start=2):
        lines += [f"{number}. {part}", *(one["words"] for one in words["duty"] if one["part"] == part)]
    return lines


def _assigned(duty: Duty, told: dict[str, Any], front: Unit, year: int) -> Assigned:
    units = [unit for unit in doers(front.pk) if unit.pk != front.pk]
    unions = [unit for unit in units if unit.kind == UnitKind.MEMBER_ORGANISATION]
    left_out = {unit.pk for unit in sorted(unions, key=lambda unit: unit.slug)[UNIONS:]}
    units = [unit for unit in units if unit.pk not in left_out]
    by = date.fromisoformat(f"{year}-{told['by']}") if "by" in told else None
    return Assigned(
        title=told["title"],
        words=duty.words,
        clause=duty.clause,
        rhythm=RhythmWords(told["rhythm"]),
        by=by,
        figure=told.get("figure", ""),
        target=told.get("target"),
        place=told.get("place", ""),
        responsible=chosen_units(told.get("responsible", ()), units) or [front],
        taking_part=chosen_units(told.get("taking_part", ()), units),
    )


def _events(words: dict[str, Any], draw: Random, last: datetime, officer: Actor) -> Iterator[Event]:
    """What happens to each report, and the duties that the Front says are done; a step comes after the one before it."""
    known: Counts = {}
    reports = DutyReport.objects.filter(is_sample=True, due_on__lt=last.date()).select_related("unit", "duty")
    for order, report in enumerate(reports.order_by("due_on", "pk")):
        way = list(_way(report, order, words["texts"], draw, officer, known))
        luck = draw.random() if report.due_on > last.date() - RECENT else 1.0
        yield from [] if luck < OWED else way[:-1] if luck < OPEN else way
    done = {one["title"]: (one.get("done", {}), one.get("by", "12-15")) for one in words["duty"]}
    for plan in Plan.objects.filter(is_sample=True):
        for duty in plan.duties.all():
            notes, by = done[duty.title]
            if note := notes.get(str(plan.year)):
                day = max(date.fromisoformat(f"{plan.year}-{by}"), plan.published_on or date(plan.year, 1, 1))
                yield day, 0, partial(end_duty, code=duty.code, note=note, actor=officer)


def _way(
    report: DutyReport, order: int, texts: dict[str, Sequence[str]], draw: Random, officer: Actor, known: Counts
) -> Iterator[Event]:
    chance, text, reason = draw.random(), draw.choice(texts["reports"]), draw.choice(texts["reasons"])
    early, late, very_late = draw.choice((0, 2)), draw.choice((2, 7)), 25
    sent_back = draw.random() < SENT_BACK
    if chance < FORGOTTEN:
        return
    day = report.due_on - timedelta(days=early)
    if chance < FORGOTTEN + VERY_LATE:
        day = report.due_on + timedelta(days=very_late)
    elif chance < FORGOTTEN + VERY_LATE + LATE:
        day = report.due_on + timedelta(days=late)
    yield day, order, partial(_send, report, text, known)
    if sent_back:
        yield day + timedelta(days=3), order, partial(send_back_report, code=report.code, reason=reason, actor=officer)
        yield day + timedelta(days=8), order, partial(_send, report, f"{text} Đã bổ sung theo ý kiến của quận.", known)
    yield day + timedelta(days=12 if sent_back else 5), order, partial(accept_report, code=report.code, actor=officer)


def _send(report: DutyReport, text: str, known: Counts) -> None:
    counted = _counted(report, known) if report.duty.figure else None
    write_report(code=report.code, words=text, counted=counted, actor=_of(report.unit), sends=True)


def _counted(report: DutyReport, known: Counts) -> int:
    """What the figure of a duty counted for a unit in a period, as its form is filled in; asked once for all units."""
    period = (report.front_id, report.duty.figure, report.first, report.last)
    if period not in known:
        scope = Scope(report.first, report.last)
        known[period] = grouped([report.duty.figure], scope, "unit_id", "front_id")[report.duty.figure]
    ours = (report.unit_id, report.front_id)
    return sum(n for (unit, front), n in known[period].items() if front in ours and report.unit_id in (unit, front))


def _guidance(front: Unit, told: dict[str, Any], officer: Actor) -> None:
    units = [unit for unit in doers(front.pk) if unit.pk != front.pk]
    plan = Plan.objects.filter(front=front, year=told["dated"].year).first()
    paper = GuidancePaper(**told | {"words": told["words"].strip(), "units": units, "plan": plan})
    made = write_guidance(front=front, paper=paper, actor=officer, is_sample=True)
    send_guidance(code=made.code, actor=officer)


def _marks(told: dict[str, Any], front: Unit, draw: Random) -> Iterator[tuple[date, Unit]]:
    """Most units take a paper up within its days, some later, a few never."""
    for unit in doers(front.pk):
        if unit.pk != front.pk and draw.random() < 0.9:
            yield told["dated"] + timedelta(days=draw.randint(1, 24)), unit


def _takes_up(number: str, unit: Unit) -> None:
    mark_guidance(code=Guidance.objects.get(number=number).code, accepts=True, actor=_of(unit))


def _of(unit: Unit) -> Actor:
    """As an officer of the unit would; most units have no sign-in in the sample."""
    role = Role.MEMBER if unit.kind == UnitKind.MEMBER_ORGANISATION else Role.WARD_OFFICER
    return Actor("sample", held=(Held(role, unit.pk),))
