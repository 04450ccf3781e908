"""Where a report stands, in words with their tone."""

from datetime import date

from django.utils.translation import gettext as _

from vidan.domain.duties.standing import Standing
from vidan.foundation.calendar.days import MissingYear
from vidan.foundation.calendar.sentence import remaining_words
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.duty_rules import standing_of
from vidan.oversight.models import DutyReport

TONES = {
    Standing.AHEAD: "muted",
    Standing.SOON: "soon",
    Standing.LATE: "late",
    Standing.VERY_LATE: "late",
    Standing.IN_TIME: "ok",
    Standing.SENT_LATE: "info",
}


def standing_words(report: DutyReport, today: date) -> tuple[str, str]:
    """`Trễ 3 ngày làm việc`, `nộp đúng hạn`, and the tone it is drawn in."""
    stands = standing_of(report, today)
    tone = TONES[stands]
    if stands is Standing.IN_TIME:
        return _("nộp đúng hạn"), tone
    if stands is Standing.SENT_LATE:
        return _("nộp trễ"), tone
    due = report.waits_until
    if stands is Standing.AHEAD:
        return _("đến %(day)s") % {"day": f"{due:%d/%m/%Y}"}, tone
    try:
        words, _state = remaining_words(due, today)
    except MissingYear:
        words = _("đến %(day)s") % {"day": f"{due:%d/%m/%Y}"}
    if stands is Standing.VERY_LATE:
        words = _("Rất trễ: %(words)s") % {"words": words[:1].lower() + words[1:]}
    if report.state == ReportState.RETURNED:
        words = _("Nộp lại: %(words)s") % {"words": words[:1].lower() + words[1:]}
    return words, tone
