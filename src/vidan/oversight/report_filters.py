"""Which reports a list shows, as its address says: unit, year, state, duty."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest

from vidan.foundation.calendar import clock
from vidan.oversight.duty_kinds import OWED, ReportState
from vidan.oversight.models.duty_report import DutyReportQuerySet

NAMES = ("don-vi", "nam", "tinh-trang", "nhiem-vu")
STATES = ("no", "tre", ReportState.SENT.value, ReportState.RETURNED.value, ReportState.ACCEPTED.value)


def asked(request: HttpRequest) -> dict[str, str]:
    """What the address asks for; what means nothing is left out."""
    said = {name: request.GET.get(name, "")[:80].strip().replace("\0", "") for name in NAMES}
    known = {
        "tinh-trang": said["tinh-trang"] in STATES,
        "nam": said["nam"].isascii() and said["nam"].isdigit() and len(said["nam"]) == 4,
    }
    return {name: value for name, value in said.items() if value and known.get(name, True)}


def chosen(rows: DutyReportQuerySet, told: Mapping[str, str]) -> DutyReportQuerySet:
    """The rows that the address asks for."""
    fields = {"don-vi": "unit__slug", "nam": "year", "nhiem-vu": "duty__code"}
    rows = rows.filter(**{field: told[name] for name, field in fields.items() if name in told})
    match told.get("tinh-trang", ""):
        case "":
            return rows
        case "no":
            return rows.filter(state__in=OWED)
        case "tre":
            return rows.filter(late_on_today())
        case state:
            return rows.filter(state=state)


def late_on_today() -> Q:
    """Reports whose day is over: of the first sending, or of the next one."""
    today = clock.today()
    first = Q(state=ReportState.DRAFT, due_on__lt=today)
    again = Q(state=ReportState.RETURNED) & (Q(again_by__lt=today) | Q(again_by=None, due_on__lt=today))
    return first | again


def address_of(told: Mapping[str, str]) -> str:
    """The same question as an address."""
    return urlencode(told)
