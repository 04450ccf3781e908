"""Sample work of the sources: reception sessions with turns and promises, and the Front's own petitions."""

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from vidan.cases.kinds import Kind, Source
from vidan.cases.models import ReceptionTurn
from vidan.cases.recipients import committee_beside
from vidan.cases.services.enter import enter
from vidan.cases.services.hold_reception import add_turn, close_session, open_session, settle_promise
from vidan.cases.services.petition import petition
from vidan.cases.services.receive import Word
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import ReceptionDay, Unit
from vidan.site.sample.story import Story
from vidan.site.sample.wording import sample_data, tell

if TYPE_CHECKING:  # the work plans its sources, which only name it
    from vidan.site.sample.work import Work

SEED = 309
SHARE = 25
"""One case in so many comes from a reception session; one in a hundred is a petition of the Front itself."""


def reception_days(front: Unit, first: date, last: date, total: int) -> list[date]:
    """The days on which a session is held, the newest ones when there are fewer cases than days."""
    rows = ReceptionDay.objects.filter(unit=front, day__gte=first, day__lt=last, called_off="")
    days = list(rows.values_list("day", flat=True))
    return days[max(0, len(days) - total // SHARE) :]


def plan_sources(work: "Work", front: Unit, units: list[Unit], held: list[date], petitions: int) -> None:
    """Plan the sessions and petitions among the other work; what follows is the way of every case."""
    draw = random.Random(SEED)  # noqa: S311 - made up, not secret
    for day in held:
        unit = draw.choice(units)
        story = Story(tell(draw, unit, day), unit, random.Random(draw.getrandbits(64)))  # noqa: S311 - the same
        work.plan(datetime.combine(day, time(10, 30), tzinfo=work.last.tzinfo), partial(_hold, work, front), story)
    committee = committee_beside(front, work.last.date())
    assert committee is not None  # the sample has one
    span = work.last - held_from(held, work.last)
    for number in range(petitions):
        moment = work.last - span * draw.random()
        asked = _petition(number)
        told = replace(
            tell(draw, committee, moment.date()),
            kind=Kind.SUGGESTION,
            gist=asked["gist"],
            copy=asked["text"],
            answer=asked["answer"],
        )
        story = Story(told, committee, random.Random(draw.getrandbits(64)))  # noqa: S311 - the same
        work.plan(moment, partial(_write_petition, work, front), story)


def held_from(held: list[date], last: datetime) -> datetime:
    """Since when there are sessions, and petitions that grow out of them."""
    return datetime.combine(min(held, default=last.date()), time(9), tzinfo=last.tzinfo)


def _hold(work: "Work", front: Unit, story: Story) -> None:
    """Hold the session of today: one turn becomes a case, others end at once; the promise is followed."""
    data, told, draw, officer = sample_data("sources"), story.told, story.draw, work.actor("can-bo-quan-2")
    day = ReceptionDay.objects.select_related("unit__parent", "unit__area").get(unit=front, day=clock.today())
    session = open_session(day=day, leaders=data["leaders"][int(day.jointly)], actor=officer, is_sample=True)
    people = draw.choice((1, 1, 1, 2, 6, 14))
    promise = draw.choice(data["promises"]) if draw.random() < 0.6 else ""
    turn = add_turn(
        session=session,
        gist=told.gist,
        people=people,
        speakers=people if people < 5 else 2,
        promise=promise,
        promised_by=clock.today() + timedelta(days=draw.randint(5, 20)) if promise else None,
        actor=officer,
    )
    for other in draw.sample(data["turn"], draw.randint(1, 4)):
        add_turn(session=session, gist=other["gist"], people=1, speakers=1, ended=other["ended"], actor=officer)
    word = Word(
        kind=told.kind,
        source=Source.RECEPTION,
        mode=told.mode,
        story=told.story,
        front=day.unit,
        subject_unit=story.unit,
        conduct=told.conduct,
        happened_on=told.happened_on,
        identity=told.identity,
        people=people,
        is_sample=True,
    )
    case, _ruling = enter(word=word, signed=False, secret=draw.randbytes(16), actor=officer, turn=turn)
    close_session(session=session, actor=officer)
    story.code = case.code
    work.done += 1
    work.after(1, work.classify, story)
    if promise:
        work.after(draw.randint(3, 14), partial(_settle, turn.pk, officer), story, hour=16)


def _settle(pk: int, officer: Actor, story: Story) -> None:
    turn = ReceptionTurn.objects.select_related("session__day").get(pk=pk)
    settle_promise(turn=turn, kept=story.draw.random() < 0.85, actor=officer)


def _write_petition(work: "Work", front: Unit, story: Story) -> None:
    """One officer writes, another reads it."""
    told, officer = story.told, work.actor("can-bo-quan")
    case = petition(front=front, about=story.unit, gist=told.gist, text=told.copy, actor=officer, is_sample=True)
    story.code = case.code
    work.done += 1
    work.after(1, work.check, story, hour=14)


def _petition(number: int) -> dict[str, str]:
    rows: list[dict[str, str]] = sample_data("sources")["petition"]
    return rows[number % len(rows)]
