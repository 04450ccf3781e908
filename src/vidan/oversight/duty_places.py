"""Where a duty is done that no figure shows: pages of the house by a name that is stored, and how they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class DutyPlace:
    """A page that everybody may read."""

    route: str
    label: str | Promise

    @property
    def address(self) -> str:
        """Its address in the reader's language."""
        return reverse(self.route)


PLACES: Mapping[str, DutyPlace] = MappingProxyType(
    {
        "told": DutyPlace("outreach:told_activities", _("Hoạt động tuyên truyền")),
        "procedures": DutyPlace("outreach:procedures", _("Thủ tục hành chính")),
        "news": DutyPlace("outreach:news", _("Tin tức")),
        "index": DutyPlace("scorecards:index", _("Chỉ số")),
        "surveys": DutyPlace("surveys:index", pgettext_lazy("menu", "Khảo sát")),
        "official": DutyPlace("surveys:official_public", _("Khảo sát chính thức")),
        "drafts": DutyPlace("consultations:index", pgettext_lazy("menu", "Dự thảo")),
        "contacts": DutyPlace("site:contacts", _("Nơi tiếp nhận")),
        "say": DutyPlace("cases:start", _("Gửi ý kiến")),
        "results": DutyPlace("cases:results", pgettext_lazy("menu", "Kết quả")),
        "figures": DutyPlace("site:figures", _("Số liệu")),
    }
)
