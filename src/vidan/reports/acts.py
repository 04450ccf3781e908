"""Every move of a report that has a page of its own: what it asks for, what it does, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.reports.forms.reports import ApproveForm, CorrectForm, MoveForm, ReturnForm
from vidan.reports.models import Report
from vidan.reports.services.correct import correct
from vidan.reports.services.decide import approve, ask, give_back, send, submit


@dataclass(frozen=True)
class Act:
    """One row: its address, the form, what runs, the sentence afterwards, what is said before, whether doubts are shown."""

    slug: str
    form: type[MoveForm]
    run: Callable[..., Report]
    said: Promise
    lead: Promise
    shows_doubts: bool = False
    leads_on: bool = True


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "ask": Act(
            "xin-gop-y",
            MoveForm,
            ask,
            _("Đã chuyển sang bước góp ý; đồng nghiệp thấy báo cáo ở trang Năm trên một trang."),
            _("Đồng nghiệp góp ý từng phần. Trong thời gian này lời văn vẫn sửa được."),
        ),
        "submit": Act(
            "trinh",
            MoveForm,
            submit,
            _("Đã trình lãnh đạo duyệt."),
            _("Sau khi trình, lời văn không sửa được nữa cho đến khi lãnh đạo trả lại."),
            shows_doubts=True,
        ),
        "give_back": Act(
            "tra-lai",
            ReturnForm,
            give_back,
            _("Đã trả lại để sửa."),
            _("Báo cáo trở lại bước góp ý, kèm điều cần sửa."),
            leads_on=False,
        ),
        "approve": Act(
            "duyet",
            ApproveForm,
            approve,
            _("Đã duyệt. Báo cáo có số và được niêm giữ, không ai sửa được nữa."),
            _("Khi duyệt, mọi số liệu và lời văn được giữ nguyên cùng mã kiểm; báo cáo được cấp số trong sổ của năm."),
            shows_doubts=True,
        ),
        "send": Act(
            "gui",
            MoveForm,
            send,
            _("Đã gửi. Mặt trận cấp trên đọc được báo cáo, và báo cáo có trang công khai."),
            _("Bản ký tay hoặc ký số gửi theo đường công văn; ở đây Mặt trận cấp trên đọc được ngay."),
        ),
        "correct": Act(
            "dinh-chinh",
            CorrectForm,
            correct,
            _("Đã mở bản đính chính. Bản đã gửi vẫn giữ nguyên."),
            _("Bản mới bắt đầu từ lời văn của bản đã gửi, được duyệt và gửi lại, kèm danh sách những điểm sửa."),
            leads_on=False,
        ),
    }
)

BY_SLUG = {act.slug: move for move, act in ACTS.items()}
