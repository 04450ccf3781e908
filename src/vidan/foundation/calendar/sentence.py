"""Every deadline in one sentence: when, by which rule, and how it was counted."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vidan.domain.workdays import Unit
from vidan.foundation.calendar.days import working_days_to
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.rules import PROGRAMME, Rule, rule
from vidan.foundation.ui.words import long_date

SOON = 2
"""Working days from which a term is shown as near."""


def sentence(clock: Clock) -> str:
    """`thứ Ba, 13/03/2018: 5 ngày làm việc kể từ ngày sau 06/03/2018, theo Chương trình phối hợp.`"""
    source = rule(clock.rule, clock.started_on)
    told = _("%(due)s: %(length)s, tính từ ngày sau %(start)s, %(basis)s.") % {
        "due": long_date(clock.due_on),
        "length": length_words(clock.length, Unit(clock.unit)),
        "start": f"{clock.started_on:%d/%m/%Y}",
        "basis": basis_words(source),
    }
    if clock.extended_by:
        told += " " + _("Đã gia hạn %(length)s.") % {"length": length_words(clock.extended_by, Unit(clock.unit))}
    if clock.paused_on:
        told += " " + _("Đang tạm dừng từ %(day)s.") % {"day": f"{clock.paused_on:%d/%m/%Y}"}
    if clock.resumed_on and not clock.paused_on:
        told += " " + _("Đã tạm dừng, tính tiếp từ %(day)s.") % {"day": f"{clock.resumed_on:%d/%m/%Y}"}
    return told


def basis_words(source: Rule) -> str:
    """`theo Luật ...`; a term of the programme is never called law."""
    if source.kind == PROGRAMME:
        return _("theo Chương trình phối hợp")
    return _("theo %(basis)s") % {"basis": source.basis}


def length_words(length: int, unit: Unit) -> str:
    """`5 ngày làm việc`, `30 ngày`."""
    if unit is Unit.WORKING_DAY:
        return ngettext("%(n)d ngày làm việc", "%(n)d ngày làm việc", length) % {"n": length}
    return ngettext("%(n)d ngày", "%(n)d ngày", length) % {"n": length}


def remaining_words(due: date, today: date) -> tuple[str, str]:
    """How far a date is, in words, and its state: `ok`, `soon` or `late`."""
    left = working_days_to(today, due)
    if due < today:
        late = max(1, -left)
        return ngettext("Trễ %(n)d ngày làm việc", "Trễ %(n)d ngày làm việc", late) % {"n": late}, "late"
    if due == today:
        return _("Đến hạn hôm nay"), "soon"
    state = "soon" if left <= SOON else "ok"
    return ngettext("Còn %(n)d ngày làm việc", "Còn %(n)d ngày làm việc", left) % {"n": left}, state
