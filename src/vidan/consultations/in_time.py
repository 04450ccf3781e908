"""Whether a draft came to the Front in time: PB-01 counts calendar days back from its day of submission (Luật MTTQ Đ.36.1)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vidan.consultations.models import Draft
from vidan.foundation.calendar.rules import NotCounted, rule

RULE = "PB-01"


@dataclass(frozen=True)
class Sent:
    """How many days before its submission a draft came, and how many the law asks for; `days` is negative when it came after."""

    days: int
    required: int
    basis: str

    @property
    def is_late(self) -> bool:
        """Whether fewer days were left than the law asks for."""
        return self.days < self.required


def sent_before(received_on: date, submits_on: date | None) -> Sent | None:
    """How the two days lie to each other; nothing where the day of submission is unknown or the rule was not in force.

    A day off moves nothing: the rule counts days back from a day that the drafter chose himself.
    """
    if submits_on is None:
        return None
    try:
        source = rule(RULE, received_on)
        required = source.term().length
    except NotCounted:
        return None
    return Sent((submits_on - received_on).days, required, source.basis)


def in_time_words(draft: Draft) -> tuple[str, str]:
    """`gửi trước ngày trình 9 ngày, luật định ít nhất 15 ngày`, and its tone."""
    told = sent_before(draft.received_on, draft.submits_on)
    if told is None:
        return _("chưa rõ ngày trình"), "muted"
    law = ngettext("luật định ít nhất %(n)d ngày", "luật định ít nhất %(n)d ngày", told.required) % {"n": told.required}
    if told.days < 0:
        days = ngettext("gửi sau ngày trình %(n)d ngày", "gửi sau ngày trình %(n)d ngày", -told.days)
    else:
        days = ngettext("gửi trước ngày trình %(n)d ngày", "gửi trước ngày trình %(n)d ngày", told.days)
    return f"{days % {'n': abs(told.days)}}, {law}", "late" if told.is_late else "stopped"
