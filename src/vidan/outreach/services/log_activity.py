"""Ghi hoạt động tuyên truyền: a unit writes down what it did or will do, and puts it right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Level, Unit, UnitKind
from vidan.outreach.activity_kinds import ActivityKind, ActivityState, Reach
from vidan.outreach.findable import tell_activity
from vidan.outreach.models import Activity
from vidan.outreach.models.activity import LOG
from vidan.outreach.services.tally_activities import lock_unit, settle_plan, tally, told_of


class Overtaken(RuntimeError):
    """Somebody else changed the activity in the meantime; nothing was changed here."""

    sentence = _("Hoạt động này vừa được người khác sửa. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


@dataclass(frozen=True, kw_only=True)
class About:
    """What is written down of an activity; `reached` is empty while it lies ahead."""

    kind: ActivityKind
    topic: str
    on: date
    place: str
    reached: int | None = None
    reach: Reach = Reach.COUNTED
    title: str = ""
    materials: str = ""
    cost: int | None = None
    partners: str = ""
    is_public: bool = True


@dataclass
class Changing:
    """An activity that is being changed, locked, and what the journal will say."""

    activity: Activity
    facts: dict[str, Fact] = field(default_factory=dict)


def log_activities(*, unit: Unit, abouts: Sequence[About], actor: Actor, is_sample: bool = False) -> list[Activity]:
    """Write activities of a unit down, all or none; raises Activity.DoesNotExist when the actor does not log for it."""
    if unit.pk not in actor.units_with(LOG):
        raise Activity.DoesNotExist(unit.slug)
    front = leading_front(unit)
    with transaction.atomic():
        lock_unit(unit.pk)
        made = []
        for about in abouts:
            activity = Activity(
                code=_new_code(front),
                front=front,
                unit=unit,
                recorded_by=actor.code,
                recorded_at=clock.now(),
                is_sample=is_sample,
            )
            write(activity, about)
            activity.save()
            tally(activity, Counter())
            tell_activity(activity)
            facts: dict[str, Fact] = {"to": activity.state, "kind": activity.kind, "on": activity.on.isoformat()}
            record("activity.log", subject=activity.code, actor=actor.code, unit_id=unit.pk, facts=facts)
            made.append(activity)
        for topic, year in sorted({(one.topic, one.on.year) for one in made}):
            settle_plan(front_id=front.pk, unit_id=unit.pk, topic=topic, year=year)
    return made


def change_activity(*, code: str, about: About, actor: Actor, version: int | None = None) -> Activity:
    """Put right what is known of an activity, or say how a planned one went; raises what changing() raises."""
    with changing(code=code, event="activity.change", actor=actor, version=version) as change:
        write(change.activity, about)
    return change.activity


@contextmanager
def changing(*, code: str, event: str, actor: Actor, version: int | None = None) -> Iterator[Changing]:
    """Run the body as one change of an activity that the actor's unit logged and that is not void.

    Raises Activity.DoesNotExist, and Overtaken when it is no longer at `version`.
    """
    with transaction.atomic():
        own = Activity.objects.filter(unit_id__in=actor.units_with(LOG), code=code).exclude(state=ActivityState.VOID)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not own.update(version=F("version") + 1):
            raise Activity.DoesNotExist(code)
        activity = Activity.objects.select_related("unit", "front").get(code=code)
        if version is not None and activity.version != version + 1:
            raise Overtaken
        lock_unit(activity.unit_id)
        was, stood = told_of(activity), (activity.topic, activity.on.year)
        change = Changing(activity)
        yield change
        activity.save()
        tally(activity, was)
        tell_activity(activity)
        for topic, year in sorted({stood, (activity.topic, activity.on.year)}):
            settle_plan(front_id=activity.front_id, unit_id=activity.unit_id, topic=topic, year=year)
        facts: dict[str, Fact] = {"to": activity.state, "on": activity.on.isoformat(), **change.facts}
        record(event, subject=code, actor=actor.code, unit_id=activity.unit_id, facts=facts)


def write(activity: Activity, about: About) -> None:
    """Put what is known into the row; what lies ahead is planned, what is over was held."""
    told: dict[str, Any] = {name: getattr(about, name) for name in About.__dataclass_fields__}
    for name, value in told.items():
        setattr(activity, name, value)
    ahead = about.on > clock.today()
    activity.state = ActivityState.PLANNED if ahead else ActivityState.DONE
    activity.reached = None if ahead else about.reached
    activity.reason = ""
    activity.folded = fold(" ".join((activity.code, about.title, about.place, about.materials, about.partners)))


def leading_front(unit: Unit) -> Unit:
    """The Front whose plan a unit carries out: the highest above it below the City's, which only gets the reports."""
    front = unit
    while front.parent is not None and (front.kind != UnitKind.FRONT_COMMITTEE or front.parent.level != Level.CITY):
        front = front.parent
    return front


def _new_code(front: Unit) -> str:
    """The next code of a year, `HD-2018-0001`: one register for the whole tree of Fronts, kept at its top."""
    year, top = clock.today().year, front
    while top.parent is not None:
        top = top.parent
    return f"HD-{year}-{take_number(unit=top, kind='activity', year=year):04d}"
