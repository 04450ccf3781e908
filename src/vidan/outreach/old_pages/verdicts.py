"""What became of a page of the old portal, and how that is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.oldpages.page import LONGEST_SUMMARY, LONGEST_TITLE, Doubt, Unfit
from vidan.outreach.old_pages.blocks import LARGEST_PAGE


class Verdict(TextChoices):
    """Kết quả của một trang."""

    TAKEN = "taken", pgettext_lazy("old page", "Đã lấy")
    DOUBTED = "doubted", pgettext_lazy("old page", "Đã lấy, có chỗ cần xem")
    KNOWN = "known", pgettext_lazy("old page", "Đã có từ trước")
    REFUSED = "refused", pgettext_lazy("old page", "Không lấy")


TONES = {Verdict.TAKEN: "ok", Verdict.DOUBTED: "soon", Verdict.REFUSED: "late"}

ENCODING, SAME_ADDRESS = "encoding", "same_address"
TOO_LARGE, UNREADABLE, DAMAGED, ALREADY = "too_large", "unreadable", "damaged", "already"
NOT_ALLOWED = "not_allowed"

REASONS: Mapping[str, str | Promise] = MappingProxyType(
    {
        Doubt.NO_VIEWS: _("không thấy số lượt xem"),
        Doubt.NO_SUMMARY: _("không có đoạn tóm tắt"),
        Doubt.LONG_TITLE: format_lazy(_("tên bài dài quá {most} chữ cái, đã cắt bớt"), most=LONGEST_TITLE),
        Doubt.LONG_SUMMARY: format_lazy(
            _("tóm tắt dài quá {most} chữ cái, đã cắt bớt; đoạn đầy đủ ở đầu nội dung"), most=LONGEST_SUMMARY
        ),
        Doubt.BROKEN_LETTERS: _("có chữ không đọc được"),
        Doubt.SECOND_PAGE: _("trong bài còn một dòng ngày giờ đăng; có thể hai bài dính nhau"),
        Doubt.PICTURES_LEFT: _("ảnh trong bài chưa đưa theo"),
        ENCODING: _("chưa chắc bảng mã chữ"),
        SAME_ADDRESS: _("địa chỉ cũ đã thuộc về bài khác"),
        Unfit.NO_MOMENT: _("không thấy ngày giờ đăng"),
        Unfit.WRONG_MOMENT: _("ngày giờ đăng không có thật"),
        Unfit.IN_FUTURE: _("ngày giờ đăng ở tương lai"),
        Unfit.NO_TITLE: _("không thấy tên bài"),
        Unfit.NO_BODY: _("không thấy nội dung"),
        TOO_LARGE: format_lazy(_("tệp lớn quá {most} MB"), most=LARGEST_PAGE // 1024 // 1024),
        UNREADABLE: _("không phải trang văn bản"),
        DAMAGED: _("tệp hỏng, không mở được"),
        NOT_ALLOWED: _("người đưa tệp không còn được giao viết bài"),
        ALREADY: _("bài cùng tên, cùng giờ đăng đã được đưa vào"),
    }
)


@dataclass(frozen=True)
class Brought:
    """What became of one page: its file, the verdict, the reasons by name, and the code of the article."""

    name: str
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    article: str = ""

    @property
    def said(self) -> str:
        """The reasons in the reader's language."""
        return "; ".join(str(REASONS[reason]) for reason in self.reasons)
