"""How a hearing is told: where an answer stands, and the papers that are out, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vidan.consultations.hearing_selectors import papers_of
from vidan.consultations.models import Hearing
from vidan.domain.watching.punctuality import Punctuality, Standing
from vidan.foundation.papers.models import Paper, PaperState


def answer_words(found: Punctuality | None) -> tuple[str, str]:
    """Where the answer of one who was asked in writing stands: the sentence and its tone."""
    if found is None:
        return _("chưa gửi công văn"), "muted"
    days = {"days": found.days}
    match found.standing:
        case Standing.NO_DUE:
            return _("chưa có ý kiến"), "muted"
        case Standing.DUE if found.days == 0:
            return _("hôm nay là ngày cuối"), "soon"
        case Standing.DUE:
            return ngettext("còn %(days)d ngày", "còn %(days)d ngày", found.days) % days, "muted"
        case Standing.LATE:
            return ngettext("trễ %(days)d ngày", "trễ %(days)d ngày", found.days) % days, "late"
        case Standing.PUBLISHED_LATE:
            return ngettext(
                "đã có ý kiến, trễ %(days)d ngày", "đã có ý kiến, trễ %(days)d ngày", found.days
            ) % days, "ok"
        case Standing.PUBLISHED | Standing.IN_TIME:
            return _("đã có ý kiến"), "stopped"


LETTERS: dict[str, Promise] = {
    "criticism_invitation": gettext_lazy("Giấy mời"),
    "criticism_asking": gettext_lazy("Công văn lấy ý kiến"),
    "criticism_reminder": gettext_lazy("Công văn nhắc"),
    "criticism_minutes": gettext_lazy("Biên bản"),
}
"""By the kind of paper."""


def letters_of(hearing: Hearing) -> list[tuple[Promise, Paper, bool]]:
    """The papers of a hearing in the order of their making: what it is, the paper, whether it has its number."""
    return [(LETTERS[paper.kind], paper, paper.state == PaperState.ISSUED) for paper in papers_of(hearing)]
