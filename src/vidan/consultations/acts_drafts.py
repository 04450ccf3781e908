"""The acts of taking a draft in: what is known of it, its papers, the time for opinions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.consultations.act import Act, by_service
from vidan.consultations.facts import Known
from vidan.consultations.forms.drafts import ChangeForm, ReopenForm, WindowForm
from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.in_time import in_time_words
from vidan.consultations.services.register import About, change
from vidan.consultations.services.set_window import gather, open_draft, reopen, set_window
from vidan.foundation.accounts.actors import Actor


def about_of(told: Mapping[str, Any]) -> About:
    """What a valid form says of a draft."""
    return About(**{name: told[name] for name in About.__dataclass_fields__})


def _change(form: DraftForm, actor: Actor) -> object:
    told = form.cleaned_data
    return change(code=form.draft.code, about=about_of(told), actor=actor, version=told["version"])


def _window(known: Known) -> Mapping[str, Any]:
    words, tone = in_time_words(known.draft)
    return {"in_time": words, "tone": tone}


DRAFT_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "set_text": Act(route="consultations:text"),
        "open": Act(
            "mo",
            run=by_service(open_draft),
            said=_("Đã mở. Ai cũng đọc được dự thảo từ bây giờ."),
            lead=_(
                "Ai cũng đọc được dự thảo và tài liệu gửi kèm; góp ý được trong thời gian dưới đây. "
                "Tổ chức thành viên và Mặt trận cấp dưới thấy dự thảo ở bàn làm việc."
            ),
            shows="consultations/includes/window.html",
            beside=_window,
        ),
        "set_window": Act(
            "thoi-gian",
            WindowForm,
            by_service(set_window),
            _("Đã ghi thời gian lấy ý kiến."),
            _("Cả ngày đầu và ngày cuối đều được tính. Ngày ghi ở đây hiện trên trang công khai."),
            shows="consultations/includes/window.html",
            beside=_window,
        ),
        "gather": Act(
            "tong-hop",
            run=by_service(gather),
            said=_("Đã thôi lấy ý kiến."),
            lead=_("Không ai góp ý thêm được trên trang nữa. Ý kiến đã gửi vẫn đọc được."),
        ),
        "reopen": Act(
            "mo-lai",
            ReopenForm,
            by_service(reopen),
            _("Đã mở lại việc lấy ý kiến."),
            _("Người dân và tổ chức góp ý tiếp được đến hết ngày ghi dưới đây."),
        ),
        "change": Act("sua", ChangeForm, _change, _("Đã sửa thông tin dự thảo.")),
    }
)
