"""The moves of an article that have a page of questions: address, form, service, and what is said before and after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.outreach.forms.article import ScheduleForm, SendBackForm, VersionForm, WithdrawForm
from vidan.outreach.services import show_article


@dataclass(frozen=True)
class Act:
    """One row; a move with a page of its own has only a `route`."""

    slug: str = ""
    service: Callable[..., None] | None = None
    said: str | Promise = ""
    lead: str | Promise = ""
    form: type[VersionForm] = VersionForm
    route: str = ""


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "write": Act(route="outreach:article_write"),
        "attach": Act(route="outreach:article_parts"),
        "correct": Act(route="outreach:article_correct"),
        "submit": Act(
            "gui-duyet",
            show_article.submit,
            _("Đã gửi duyệt."),
            _("Người thứ hai đọc và duyệt trước khi bài được đăng. Trong lúc chờ, bài không sửa được."),
        ),
        "send_back": Act(
            "tra-lai",
            show_article.send_back,
            _("Đã trả bài cho người viết."),
            _("Người viết thấy lời này trên trang của bài."),
            SendBackForm,
        ),
        "take_back": Act("lay-ve", show_article.take_back, _("Bài về lại chỗ viết; xong thì gửi duyệt lại.")),
        "approve": Act(
            "duyet",
            show_article.approve,
            _("Đã duyệt. Bài đăng được ngay, hoặc hẹn giờ."),
            _("Người duyệt chịu trách nhiệm cùng người viết về điều bài nói."),
        ),
        "publish": Act("dang", show_article.publish, _("Đã đăng bài."), _("Mọi người đọc được ngay.")),
        "schedule": Act(
            "hen-gio",
            show_article.schedule,
            _("Đã hẹn giờ."),
            _("Đến giờ, bài tự đăng trong vòng một phút."),
            ScheduleForm,
        ),
        "unschedule": Act("bo-hen-gio", show_article.unschedule, _("Đã bỏ hẹn giờ. Bài vẫn ở trạng thái đã duyệt.")),
        "approve_correction": Act(
            "duyet-dinh-chinh",
            show_article.approve_correction,
            _("Đã đăng bản đính chính."),
            _("Bản mới thay bản cũ; câu đính chính đứng ở đầu bài, kèm ngày."),
        ),
        "drop_correction": Act(
            "bo-dinh-chinh",
            show_article.drop_correction,
            _("Đã bỏ bản đính chính."),
            _("Bài giữ nguyên như người đọc đang thấy."),
        ),
        "withdraw": Act(
            "go",
            show_article.withdraw,
            _("Đã gỡ bài."),
            _("Bài không còn ai đọc được; địa chỉ của bài nói rằng bài đã gỡ và vì sao."),
            WithdrawForm,
        ),
    }
)

BY_SLUG = {act.slug: move for move, act in ACTS.items() if act.slug}
