"""What a report can be: its kind by its period, and how far it has come."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.reporting.periods import Kind, Period


class ReportKind(models.TextChoices):
    """By how long a time it tells of."""

    YEAR = Kind.YEAR.value, gettext_lazy("báo cáo năm")
    HALF = Kind.HALF.value, gettext_lazy("báo cáo 6 tháng")
    QUARTER = Kind.QUARTER.value, gettext_lazy("báo cáo quý")


class State(models.TextChoices):
    """Drafted, commented, submitted, approved with its number, sent."""

    DRAFTING = "drafting", gettext_lazy("đang soạn")
    COMMENTING = "commenting", gettext_lazy("đang góp ý")
    SUBMITTED = "submitted", gettext_lazy("chờ lãnh đạo duyệt")
    APPROVED = "approved", gettext_lazy("đã duyệt, có số")
    SENT = "sent", gettext_lazy("đã gửi")


WRITABLE = frozenset({State.DRAFTING, State.COMMENTING})
"""States in which texts and the cut-off day can be changed."""

HALVES: Mapping[int, Promise] = MappingProxyType(
    {1: gettext_lazy("6 tháng đầu năm %(year)s"), 2: gettext_lazy("6 tháng cuối năm %(year)s")}
)
ROMAN = ("I", "II", "III", "IV")


def period_words(period: Period) -> str:
    """`năm 2018`, `6 tháng đầu năm 2018`, `quý III năm 2018`."""
    if period.kind is Kind.YEAR:
        return _("năm %(year)s") % {"year": period.year}
    if period.kind is Kind.HALF:
        return str(HALVES[period.part]) % {"year": period.year}
    return _("quý %(quarter)s năm %(year)s") % {"quarter": ROMAN[period.part - 1], "year": period.year}


def key_of(period: Period) -> str:
    """`year-2018-1`: a period in an address."""
    return f"{period.kind.value}-{period.year}-{period.part}"


def quarter_words(quarter: int) -> str:
    """`Quý III`."""
    return _("Quý %(n)s") % {"n": ROMAN[quarter - 1]}
