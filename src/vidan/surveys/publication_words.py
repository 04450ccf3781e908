"""Where the publication of an official survey's result stands, in words for the desk and for everybody."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vidan.domain.watching.punctuality import Punctuality, Standing, punctuality
from vidan.foundation.calendar import clock
from vidan.surveys.models import OfficialSurvey

SOON = 14
"""Days from which a publication is shown as near."""


def standing_of(survey: OfficialSurvey) -> Punctuality:
    """Where the publication stands today."""
    return punctuality(survey.publish_due, survey.published_on, clock.today())


def publication_words(survey: OfficialSurvey) -> tuple[str, str]:
    """A few words and their tone: `Trễ 40 ngày`, `late`."""
    told = standing_of(survey)
    n = {"n": told.days}
    match told.standing:
        case Standing.NO_DUE:
            return _("Chưa công bố, chưa rõ hạn"), "muted"
        case Standing.DUE if told.days == 0:
            return _("Phải công bố hôm nay"), "soon"
        case Standing.DUE:
            words = ngettext("Còn %(n)d ngày đến hạn công bố", "Còn %(n)d ngày đến hạn công bố", told.days) % n
            return words, "soon" if told.days <= SOON else "ok"
        case Standing.LATE:
            return ngettext("Chưa công bố, trễ %(n)d ngày", "Chưa công bố, trễ %(n)d ngày", told.days) % n, "late"
        case Standing.PUBLISHED_LATE:
            return ngettext("Đã công bố, trễ %(n)d ngày", "Đã công bố, trễ %(n)d ngày", told.days) % n, "late"
        case Standing.IN_TIME:
            return _("Đã công bố đúng hạn"), "stopped"
    return _("Đã công bố"), "stopped"
