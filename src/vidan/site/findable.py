"""One search over everything that is published: which kinds there are, and where each comes from."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.consultations import findable as drafts
from vidan.foundation.search.published import Entry
from vidan.outreach import findable as outreach
from vidan.oversight import inspection_findable as supervision
from vidan.oversight import plan_findable as plans
from vidan.reports import findable as reports
from vidan.scorecards import findable as scores
from vidan.site import contacts_findable as contacts
from vidan.surveys import findable as surveys

KINDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        outreach.PROCEDURE: pgettext_lazy("menu", "Thủ tục"),
        outreach.ARTICLE: _("Tin tức"),
        outreach.BULLETIN: _("Bản tin"),
        outreach.ACTIVITY: pgettext_lazy("menu", "Tuyên truyền"),
        drafts.KIND: pgettext_lazy("menu", "Dự thảo"),
        surveys.KIND: pgettext_lazy("menu", "Khảo sát"),
        scores.KIND: _("Chỉ số"),
        contacts.KIND: _("Nơi tiếp nhận"),
        plans.KIND: pgettext_lazy("menu", "Kế hoạch"),
        supervision.KIND: pgettext_lazy("menu", "Giám sát"),
        reports.KIND: pgettext_lazy("menu", "Báo cáo"),
    }
)
"""Each kind with the name of its place in the menu, in the order in which the page offers them."""

SOURCES: tuple[Callable[[], Iterator[Entry]], ...] = (
    outreach.procedures,
    drafts.entries,
    surveys.entries,
    scores.entries,
    plans.entries,
    supervision.entries,
    reports.entries,
    outreach.articles,
    outreach.bulletins,
    outreach.activities,
    contacts.entries,
)


def everything() -> Iterator[Entry]:
    """Every entry of every duty, as it stands now."""
    return chain.from_iterable(source() for source in SOURCES)
