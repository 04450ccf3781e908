"""Dates and times in words, in the reader's language."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WEEKDAYS = (
    gettext_lazy("thứ Hai"),
    gettext_lazy("thứ Ba"),
    gettext_lazy("thứ Tư"),
    gettext_lazy("thứ Năm"),
    gettext_lazy("thứ Sáu"),
    gettext_lazy("thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)


def long_date(day: date) -> str:
    """`thứ Hai, 02/03/2026`."""
    return _("%(weekday)s, %(date)s") % {"weekday": WEEKDAYS[day.weekday()], "date": f"{day:%d/%m/%Y}"}


def time_words(moment: datetime | time) -> str:
    """`9 giờ 42`, of a moment in local time."""
    return _("%(hour)d giờ %(minute)02d") % {"hour": moment.hour, "minute": moment.minute}
