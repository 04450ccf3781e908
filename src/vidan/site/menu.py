"""The menus: of the public pages, and of the desk in its groups, each place for who may go there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vidan.cases.moves import OPEN
from vidan.cases.selectors import state_counts
from vidan.foundation.accounts.actors import Actor
from vidan.site.views.custody import waiting_for

Counts = Mapping[str, int]

PUBLIC = (
    ("cases:start", pgettext_lazy("menu", "Gửi ý kiến")),
    ("site:lookup", pgettext_lazy("menu", "Xem trả lời")),
    ("outreach:procedures", pgettext_lazy("menu", "Thủ tục")),
    ("consultations:index", pgettext_lazy("menu", "Dự thảo")),
    ("outreach:news", _("Tin tức")),
    ("cases:results", pgettext_lazy("menu", "Kết quả")),
    ("oversight:results", pgettext_lazy("menu", "Giám sát")),
    ("site:figures", _("Số liệu")),
    ("scorecards:index", _("Chỉ số")),
    ("surveys:index", pgettext_lazy("menu", "Khảo sát")),
    ("site:contacts", pgettext_lazy("menu", "Nơi tiếp nhận")),
    ("site:search", pgettext_lazy("menu", "Tìm")),
)
"""What people do comes first, then what they read, then where to go; the site's name leads home."""


@dataclass(frozen=True)
class Place:
    """One place of the desk: its page, its name, who may go there, and what is counted beside it."""

    route: str
    label: str | Promise
    permission: str
    count: Callable[[Actor, Counts], int] | None = None


DESK: tuple[tuple[str | Promise, tuple[Place, ...]], ...] = (
    (
        "",
        (
            Place(
                "cases:today",
                _("Hôm nay"),
                "cases.read",
                lambda _actor, counts: sum(counts.get(one, 0) for one in OPEN),
            ),
            Place("cases:list", _("Hồ sơ"), "cases.read", lambda _actor, counts: sum(counts.values())),
            Place(
                "cases:handings",
                pgettext_lazy("menu", "Giữa các Mặt trận"),
                "cases.hand",
                lambda _actor, counts: counts.get("offered", 0),
            ),
            Place("cases:today", _("Mặt trận chuyển đến"), "cases.read_transferred"),
        ),
    ),
    (
        pgettext_lazy("menu", "Tiếp nhận"),
        (
            Place("cases:enter", _("Nhập ý kiến"), "cases.receive"),
            Place("cases:calls", _("Sổ điện thoại"), "cases.receive"),
            Place("cases:boxes", _("Hộp thư góp ý"), "cases.receive"),
            Place("cases:receptions", _("Buổi tiếp dân"), "cases.receptions"),
        ),
    ),
    (
        _("Theo dõi"),
        (
            Place("cases:statistics", _("Thống kê"), "cases.read"),
            Place("cases:publishing", _("Công khai kết quả"), "cases.summarise"),
            Place("cases:quality", _("Chất lượng trả lời"), "cases.quality"),
        ),
    ),
    (
        _("Chấm điểm"),
        (
            Place("scorecards:cards", _("Phiếu chấm"), "scorecards.see"),
            Place("scorecards:rubrics", _("Bộ tiêu chí"), "scorecards.rubrics"),
        ),
    ),
    (
        pgettext_lazy("menu", "Khảo sát"),
        (
            Place("surveys:rounds", _("Các đợt khảo sát"), "surveys.see"),
            Place("surveys:results", _("Kết quả khảo sát"), "surveys.read_results"),
            Place("surveys:questionnaires", _("Mẫu phiếu"), "surveys.questionnaires"),
            Place("surveys:officials", _("Khảo sát chính thức"), "surveys.watch"),
        ),
    ),
    (
        pgettext_lazy("menu", "Phản biện"),
        (Place("consultations:drafts", _("Phản biện dự thảo"), "consultations.see"),),
    ),
    (
        pgettext_lazy("menu", "Giám sát"),
        (Place("oversight:inspections", pgettext_lazy("menu", "Kiểm tra, giám sát"), "oversight.see_inspections"),),
    ),
    (
        pgettext_lazy("menu", "Tuyên truyền"),
        (
            Place("outreach:procedures_desk", pgettext_lazy("menu", "Thủ tục hành chính"), "outreach.see_procedures"),
            Place("outreach:articles", _("Tin bài"), "outreach.see_news"),
            Place("outreach:bulletins_desk", _("Bản tin"), "outreach.see_news"),
            Place("outreach:activities", pgettext_lazy("menu", "Hoạt động tuyên truyền"), "outreach.see_activities"),
            Place("outreach:activity_plan", _("Kế hoạch và kết quả"), "outreach.see_activities"),
            Place("outreach:posters", _("Áp phích mã QR"), "outreach.posters"),
        ),
    ),
    (
        pgettext_lazy("menu", "Chương trình"),
        (
            Place("oversight:programmes", _("Chương trình, kế hoạch"), "oversight.see_programme"),
            Place("oversight:reports", _("Báo cáo nhiệm vụ"), "oversight.see_reports"),
            Place("oversight:guidances", _("Văn bản hướng dẫn"), "oversight.see_reports"),
        ),
    ),
    (
        pgettext_lazy("menu", "Báo cáo"),
        (
            Place("reports:year", _("Năm trên một trang"), "reports.overview"),
            Place("reports:list", _("Các báo cáo"), "reports.read"),
            Place("reports:units", _("Báo cáo của các đơn vị"), "reports.read_below"),
            Place("reports:outlines", _("Mẫu báo cáo"), "reports.outlines"),
        ),
    ),
    (
        _("Bảo vệ người gửi"),
        (
            Place("site:custody", _("Giữ khóa danh tính"), "vault.keep", lambda actor, _counts: waiting_for(actor)),
            Place("site:openings", _("Danh tính đã mở"), "cases.see_openings"),
            Place("cases:data_requests", _("Dữ liệu cá nhân"), "cases.data_requests"),
            Place("consultations:data_requests", _("Dữ liệu người góp ý"), "consultations.data_requests"),
            Place("site:erasures", _("Hết hạn lưu"), "cases.erase"),
        ),
    ),
    (
        _("Quản lý"),
        (
            Place("site:calendar", _("Lịch làm việc"), "site.calendar"),
            Place("site:wordings", _("Lời văn"), "site.wording"),
            Place("site:places", pgettext_lazy("menu", "Nơi tiếp nhận"), "site.places"),
            Place("site:officials", _("Cán bộ, công chức"), "accounts.officials"),
            Place("site:staff", _("Người dùng"), "accounts.staff"),
            Place("site:seals", _("Sổ ghi"), ""),
        ),
    ),
)
"""Groups with their places; a group without a name stands first. No permission: everybody who has a role."""


def menu(path: str) -> list[dict[str, Any]]:
    """The menu of the public pages, the present one marked."""
    told = [(address_of(route), label) for route, label in PUBLIC]
    return [{"url": url, "label": label, "here": path.startswith(url)} for url, label in told]


def desk_menu(actor: Actor, path: str) -> list[dict[str, Any]]:
    """The groups of the desk in which the actor has a place, with the places he may go to."""
    reads = actor.may("cases.read")
    counts = state_counts(actor) if reads else {}
    groups = []
    for name, places in DESK:
        open_to = {address_of(place.route): place for place in reversed(places) if _may(actor, place)}
        shown = [
            {
                "url": url,
                "label": place.label,
                "count": place.count(actor, counts) if place.count else None,
                "here": path == url,
            }
            for url, place in reversed(open_to.items())
        ]
        if shown:
            groups.append({"name": name, "places": shown})
    return groups


def _may(actor: Actor, place: Place) -> bool:
    return actor.may(place.permission) if place.permission else bool(actor.held)


def address_of(route: str) -> str:
    """The address of a page in the reader's language."""
    return _address_in(get_language() or "", route)


@cache
def _address_in(language: str, route: str) -> str:
    with override(language):
        return reverse(route)
