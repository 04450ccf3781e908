"""A procedure in words: how long it takes, when it would be done, what it costs, whether it holds."""

from datetime import date, timedelta

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.workdays import Term, Unit, count
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, is_working
from vidan.foundation.calendar.sentence import length_words
from vidan.foundation.ui.words import long_date
from vidan.outreach.models import Procedure


def limit_words(procedure: Procedure) -> str:
    """`5 ngày làm việc, kể từ khi nhận đủ hồ sơ`; empty where no limit is said."""
    return ", ".join(filter(None, [term_words(procedure), procedure.limit_note]))


def term_words(procedure: Procedure) -> str:
    """`5 ngày làm việc`; empty where no number is said."""
    if procedure.limit_days == 0:
        return _("trong ngày")
    return "" if procedure.limit_days is None else length_words(procedure.limit_days, Unit(procedure.limit_unit))


def done_words(procedure: Procedure) -> str:
    """When it would be done if all papers were handed in today, counted as the law counts; empty where it cannot be counted."""
    if not procedure.limit_days:
        return ""
    try:
        first = _next_working(clock.today())
        due = count(first, Term(procedure.limit_days, Unit(procedure.limit_unit)), is_working).due
    except MissingYear:
        return ""
    return _("Nộp đủ giấy tờ vào %(first)s thì chậm nhất %(due)s có kết quả.") % {
        "first": long_date(first),
        "due": long_date(due),
    }


def fee_words(procedure: Procedure) -> str:
    """`8.000 đồng một bản`; the words where there are some, beside the amount."""
    amount = ""
    if procedure.fee_amount == 0:
        amount = _("không phải nộp")
    elif procedure.fee_amount is not None:
        amount = _("%(n)s đồng") % {"n": number_format(procedure.fee_amount, force_grouping=True)}
    return ", ".join(filter(None, [amount, procedure.fee]))


def validity_words(procedure: Procedure) -> tuple[str, str]:
    """Whether the version holds today, in words with their tone."""
    today = clock.today()
    if procedure.valid_from > today:
        return _("Có hiệu lực từ %(day)s") % {"day": f"{procedure.valid_from:%d/%m/%Y}"}, "soon"
    if procedure.valid_to is not None and procedure.valid_to < today:
        return _("Đã hết hiệu lực sau ngày %(day)s") % {"day": f"{procedure.valid_to:%d/%m/%Y}"}, "late"
    return _("Đang có hiệu lực"), "ok"


def _next_working(day: date) -> date:
    """The day itself or the next one on which a counter is open; raises MissingYear."""
    while not is_working(day):
        day += timedelta(days=1)
    return day
