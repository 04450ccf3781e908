"""Every move of an inspection that has a page: what it asks for, what it does, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.oversight.forms import inspection as planning
from vidan.oversight.forms import inspection_moves as steps
from vidan.oversight.forms.inspection import InspectionForm
from vidan.oversight.inspection_kinds import Decided
from vidan.oversight.services import conclude as concluding
from vidan.oversight.services import follow_recommendations as following
from vidan.oversight.services import found_delegation, hear_unit, notify_unit, visit
from vidan.oversight.services import press_for_answer as pressing
from vidan.oversight.services.propose_inspection import approve, change
from vidan.oversight.services.publish_results import publish, unpublish

Run = Callable[[Any, Actor], object]
"""Takes the valid form and the actor; raises what the service raises."""


@dataclass(frozen=True)
class Act:
    """One row: its address, the form, what runs, the sentence afterwards, and what is said before.

    `shows` names the paper or text that stands above the form. A move with a page of its own has no form but a `route`;
    one of a single recommendation is offered beside it (`of_one`).
    """

    slug: str = ""
    form: type[InspectionForm] = InspectionForm
    run: Run = lambda _form, _actor: None
    said: str | Promise = ""
    lead: str | Promise = ""
    shows: str = ""
    route: str = ""
    of_one: bool = False


def _by(service: Callable[..., object], **more: object) -> Run:
    """Hand the service the code, the actor, and everything that the form asks for."""
    return lambda form, actor: service(code=form.inspection.code, actor=actor, **form.cleaned_data, **more)


def _on_paper(service: Callable[..., object]) -> Run:
    def run(form: Any, actor: Actor) -> object:
        told = form.cleaned_data
        return service(
            code=form.inspection.code, text=told["text"], paper=form.paper, actor=actor, version=told["version"]
        )

    return run


def _of_one(service: Callable[..., object]) -> Run:
    return lambda form, actor: service(code=form.inspection.code, number=form.number, actor=actor, **form.cleaned_data)


def _answer_on_paper(form: Any, actor: Actor) -> object:
    told = form.cleaned_data
    return following.answer(
        code=form.inspection.code,
        number=form.number,
        text=told["text"],
        paper=form.paper,
        actor=actor,
        version=told["version"],
    )


def _superior_on_paper(form: Any, actor: Actor) -> object:
    told = form.cleaned_data
    return pressing.take_superior(
        code=form.inspection.code,
        number=form.number,
        decided=Decided(told["decided"]),
        text=told["text"],
        paper=form.paper,
        answer_by=told["answer_by"],
        actor=actor,
        version=told["version"],
    )


def _change(form: Any, actor: Actor) -> object:
    return change(code=form.inspection.code, proposal=form.proposal, actor=actor, version=form.cleaned_data["version"])


PAPER = _("Ghi đúng theo văn bản có dấu của đơn vị; hồ sơ nêu rõ là Mặt trận ghi nhận hộ.")
OF_SUPERIOR = _(
    "Ghi đúng theo văn bản có dấu của cơ quan cấp trên. Cấp trên yêu cầu trả lời thì đơn vị lại có hạn trả lời."
)
SENT = _("Đã gửi đến Mặt trận.")
KEPT = _("Đã ghi nhận.")

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "change": Act("sua", planning.ChangeForm, _change, _("Đã sửa đề xuất.")),
        "approve": Act(
            "duyet",
            run=_by(approve),
            said=_("Đã duyệt vào chương trình năm."),
            lead=_("Chương trình năm được thống nhất với Ủy ban nhân dân trong quý IV của năm trước."),
            shows="plan",
        ),
        "set_delegation": Act(route="oversight:delegation"),
        "set_visit": Act(
            "ngay-lam-viec",
            planning.VisitForm,
            _by(found_delegation.set_visit),
            _("Đã đặt ngày làm việc."),
            _("Với giám sát, thông báo phải đến đơn vị trước ngày này ít nhất số ngày luật định."),
        ),
        "found": Act(
            "lap-doan",
            run=_by(found_delegation.found),
            said=_("Đã ký quyết định lập đoàn."),
            lead=_("Quyết định được cấp số và không sửa được nữa."),
            shows="delegation",
        ),
        "note_consent": Act(
            "dong-y",
            steps.ConsentForm,
            _by(notify_unit.note_consent),
            _("Đã ghi việc đơn vị đồng ý."),
            _("Luật định báo trước ít nhất 15 ngày. Chỉ làm việc sớm hơn khi đơn vị đồng ý bằng văn bản."),
        ),
        "notify": Act(
            "bao-don-vi",
            run=_by(notify_unit.notify_unit),
            said=_("Đã ký và gửi thông báo. Đơn vị thấy thông báo ở bàn làm việc."),
            lead=_("Thông báo kèm kế hoạch, quyết định lập đoàn và yêu cầu báo cáo; được cấp số khi ký."),
            shows="delegation",
        ),
        "give_report": Act(
            "gui-bao-cao",
            steps.TextForm,
            _by(hear_unit.give_report),
            SENT,
            _(
                "Báo cáo về các nội dung mà thông báo nêu. Gửi rồi không sửa được ở đây; cần bổ sung thì trao đổi với đoàn."
            ),
        ),
        "record_report": Act("ghi-bao-cao", steps.OnPaperForm, _on_paper(hear_unit.give_report), KEPT, PAPER),
        "postpone": Act("hoan", planning.PostponeForm, _by(notify_unit.postpone), _("Đã hoãn; đơn vị đã được báo.")),
        "look": Act(route="oversight:visit"),
        "end_visit": Act(
            "lam-viec-xong",
            steps.EndForm,
            _by(visit.end_visit),
            _("Đã ghi ngày làm việc xong."),
            _("Với giám sát, trưởng đoàn báo cáo trong số ngày luật định kể từ ngày này."),
        ),
        "report_back": Act("bao-cao-cua-doan", steps.ReportForm, _by(concluding.report_back), KEPT, shows="findings"),
        "study": Act("nghien-cuu", steps.OtherwiseForm, _by(concluding.report_back, move="study"), KEPT),
        "take_board": Act("ket-qua-ban", steps.OtherwiseForm, _by(concluding.report_back, move="take_board"), KEPT),
        "join": Act("tham-gia", steps.OtherwiseForm, _by(concluding.report_back, move="join"), KEPT),
        "write_conclusion": Act(
            "soan-ket-luan",
            steps.ConclusionForm,
            _by(concluding.write_conclusion),
            _("Đã ghi kết luận."),
            shows="hearing",
        ),
        "recommend": Act(route="oversight:recommendations"),
        "send_draft": Act(
            "gui-du-thao",
            steps.DraftForm,
            _by(concluding.send_draft),
            _("Đã gửi dự thảo kết luận."),
            _("Đơn vị đọc dự thảo và giải trình trước khi Mặt trận ký."),
            "draft",
        ),
        "explain": Act(
            "giai-trinh",
            steps.TextForm,
            _by(hear_unit.explain),
            SENT,
            _("Nêu điều đơn vị thấy chưa đúng, chưa đủ, kèm lý do."),
        ),
        "record_explanation": Act("ghi-giai-trinh", steps.OnPaperForm, _on_paper(hear_unit.explain), KEPT, PAPER),
        "conclude": Act(
            "ky-ket-luan",
            run=_by(concluding.conclude),
            said=_("Đã ký kết luận. Mỗi kiến nghị đã có hạn trả lời."),
            lead=_("Kết luận được cấp số, gửi đơn vị và Mặt trận cấp trên, không sửa được nữa."),
            shows="hearing",
        ),
        "reconsider": Act(
            "de-nghi-xem-lai",
            steps.TextForm,
            _by(hear_unit.reconsider),
            SENT,
            _("Đơn vị có quyền đề nghị xem xét lại kết luận, kiến nghị. Trong khi chờ, hạn trả lời vẫn tính."),
        ),
        "record_reconsider": Act(
            "ghi-de-nghi-xem-lai", steps.OnPaperForm, _on_paper(hear_unit.reconsider), KEPT, PAPER
        ),
        "answer_reconsider": Act(
            "tra-loi-de-nghi",
            steps.TextForm,
            _by(hear_unit.answer_reconsider),
            _("Đã trả lời đơn vị."),
            shows="reconsider",
        ),
        "answer": Act("tra-loi", steps.TextForm, _of_one(following.answer), SENT, of_one=True),
        "record_answer": Act("ghi-tra-loi", steps.OnPaperForm, _answer_on_paper, KEPT, PAPER, of_one=True),
        "verify": Act(
            "xac-minh", steps.VerifyForm, _of_one(following.verify), _("Đã ghi kết quả xác minh."), of_one=True
        ),
        "urge": Act(
            "don-doc",
            run=_of_one(pressing.urge),
            said=_("Đã ký và gửi công văn đôn đốc. Đơn vị có thêm thời gian theo Chương trình phối hợp để trả lời."),
            lead=_(
                "Công văn được cấp số khi ký, nêu ngày phải trả lời theo Chương trình phối hợp; luật không nêu số ngày."
            ),
            of_one=True,
        ),
        "take_superior": Act(
            "cap-tren-tra-loi", steps.SuperiorForm, _superior_on_paper, KEPT, OF_SUPERIOR, of_one=True
        ),
        "petition": Act(
            "kien-nghi-cap-tren",
            run=_of_one(pressing.petition),
            said=_("Đã ký kiến nghị cấp trên."),
            lead=_(
                "Văn bản được cấp số khi ký, gửi cơ quan cấp trên của đơn vị, đề nghị trả lời trong thời gian theo Chương "
                "trình phối hợp; luật không nêu số ngày."
            ),
            of_one=True,
        ),
        "publish": Act(
            "cong-khai",
            steps.PublishForm,
            _by(publish),
            _("Đã công khai."),
            _("Ai cũng đọc được tóm tắt, kết luận đã ký, các kiến nghị và tình trạng trả lời."),
        ),
        "unpublish": Act("thoi-cong-khai", run=_by(unpublish), said=_("Đã rút khỏi trang công khai.")),
        "close": Act("ket-thuc", run=_by(following.close), said=_("Đã kết thúc.")),
        "stop": Act(
            "khong-thuc-hien",
            steps.ReasonForm,
            _by(following.stop),
            _("Đã ghi việc không thực hiện."),
            _("Sau bước này không làm tiếp được. Chỉ đổi ngày thì dùng bước hoãn."),
        ),
    }
)

BY_SLUG = {act.slug: move for move, act in ACTS.items() if act.slug and not act.of_one}
ONE_BY_SLUG = {act.slug: move for move, act in ACTS.items() if act.of_one}

UNSAID = frozenset(
    {
        "no_report",
        "not_explained",
        "not_reconsidered",
        "notice_short",
        "reconsider_waits",
        "is_public",
        "answer_overdue",
        "urged_in_vain",
        "superior_asked",
        "has_superior",
    }
)
"""Needs that nobody works towards: a move that lacks one is simply not offered."""

ASIDE = frozenset({"stop", "publish", "unpublish", "postpone"})
"""Moves that are not the usual way on."""
