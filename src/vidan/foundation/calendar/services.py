"""Running clocks: start, stop, pause, resume, extend, and recounting all open ones when the calendar changes.

These do not write to the journal, which stands beside them: the move that calls them tells of it.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction

from vidan.domain.workdays import Counted, Term, Unit, count, resumed
from vidan.foundation.calendar.days import is_working
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.rules import rule
from vidan.foundation.units.models import Unit as Body


def start(subject: str, rule_id: str, role: str, on: date, *, holder: Body | None = None, variant: str = "") -> Clock:
    """Start a clock on the day of its event; raises rules.NotCounted, days.MissingYear."""
    clock = counted(subject, rule_id, role, on, holder=holder, variant=variant)
    clock.save(force_insert=True)
    return clock


def start_all(clocks: Iterable[Clock]) -> list[Clock]:
    """Start several clocks made by counted(), in one statement."""
    return Clock.objects.bulk_create(clocks)


def counted(subject: str, rule_id: str, role: str, on: date, *, holder: Body | None = None, variant: str = "") -> Clock:
    """A clock as it would run from the day of an event, not yet started; raises as start()."""
    term = rule(rule_id, on).term(variant)
    return Clock(
        subject=subject,
        role=role,
        rule=rule_id,
        variant=variant,
        holder=holder,
        started_on=on,
        length=term.length,
        unit=term.unit,
        due_on=count(on, term, is_working).due,
    )


def stop(clock: Clock, on: date) -> None:
    """End a clock; one that is already ended keeps its first day."""
    Clock.objects.filter(pk=clock.pk, stopped_on__isnull=True).update(stopped_on=on)
    clock.stopped_on = clock.stopped_on or on


def pause(clock: Clock, on: date) -> None:
    """Pause a running clock at the end of a day (tạm đình chỉ): what is not counted by then is left."""
    if clock.paused_on is not None or clock.stopped_on is not None:
        raise ValueError("only a running clock can be paused")
    clock.left_at_pause = sum(day > on for day in recounted(clock).counted)
    clock.paused_on = on
    clock.save(update_fields=["left_at_pause", "paused_on"])


def resume(clock: Clock, on: date) -> None:
    """Let a paused clock go on from a day; the time before the pause stays counted."""
    if clock.paused_on is None or clock.stopped_on is not None:
        raise ValueError("only a paused clock can be resumed")
    clock.resumed_on, clock.paused_on = on, None
    clock.due_on = recounted(clock).due
    clock.save(update_fields=["resumed_on", "paused_on", "due_on"])


def extend(clock: Clock, by: int, reason: str) -> None:
    """Give a running clock more days of its own unit (gia hạn), with the kind of the reason."""
    if by < 1 or clock.stopped_on is not None:
        raise ValueError("only a running clock can be given more days")
    clock.extended_by += by
    clock.extension_reason = reason
    if clock.left_at_pause is not None:
        clock.left_at_pause += by
    clock.due_on = recounted(clock).due
    clock.save(update_fields=["extended_by", "extension_reason", "left_at_pause", "due_on"])


def recounted(clock: Clock) -> Counted:
    """How a clock counts by the calendar as it is now, pause and extension included."""
    unit = Unit(clock.unit)
    if clock.resumed_on is not None and clock.left_at_pause is not None:
        return resumed(clock.left_at_pause, clock.resumed_on, unit, is_working)
    return count(clock.started_on, Term(clock.length + clock.extended_by, unit), is_working)


def recount(tell: Callable[[Clock, date, date], None]) -> int:
    """Count every open clock again after a change of the calendar, in one transaction; returns how many moved.

    `tell(clock, was, is_now)` is called for each that moved, so that the duty can say so in the file's journal.
    """
    moved = 0
    with transaction.atomic():
        for clock in Clock.objects.filter(stopped_on__isnull=True, paused_on__isnull=True).iterator():
            was, now = clock.due_on, recounted(clock).due
            if was != now:
                clock.due_on = now
                clock.save(update_fields=["due_on"])
                tell(clock, was, now)
                moved += 1
    return moved
