"""The acts from points to answers: submit, give back, send, urge, take the answer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.consultations.act import Act, by_service
from vidan.consultations.facts import Known
from vidan.consultations.forms.answers import ReturnForm
from vidan.consultations.forms.points import AssessmentForm
from vidan.consultations.letters import urging_of
from vidan.consultations.services.answer import take_answer
from vidan.consultations.services.criticise import give_back, preview, send, submit
from vidan.consultations.services.urge import sign_urging, urge
from vidan.consultations.services.write_assessment import write_assessment
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.structure import from_json

LETTER = "consultations/points/letter.html"


def _previewed(known: Known) -> Mapping[str, Any]:
    return {"letter": preview(known.draft)}


def _drafted(known: Known) -> Mapping[str, Any]:
    return _letter(known.draft.paper, "phan-bien")


def _urging(known: Known) -> Mapping[str, Any]:
    clock = known.clock
    if clock is None:
        return {}
    draft = known.draft
    return {"letter": urging_of(draft, draft.urgings.count() + 1, clock.due_on, known.unanswered)}


def _urging_drafted(known: Known) -> Mapping[str, Any]:
    waiting = known.draft.urgings.filter(sent_on__isnull=True).select_related("paper").first()
    return _letter(waiting.paper, waiting.slug) if waiting else {}


def _letter(paper: Paper | None, which: str) -> Mapping[str, Any]:
    return {"letter": from_json(paper.structure), "which": which} if paper else {}


POINT_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "write_points": Act(route="consultations:points"),
        "write_assessment": Act(
            "nhan-xet-chung",
            AssessmentForm,
            by_service(write_assessment),
            _("Đã lưu nhận xét, đánh giá chung."),
            _("Vào văn bản phản biện khi trình, và lên trang công khai khi gửi. Trình rồi thì không sửa được nữa."),
        ),
        "submit": Act(
            "trinh",
            run=by_service(submit),
            said=_("Đã trình văn bản phản biện để lãnh đạo duyệt."),
            lead=_(
                "Văn bản được soạn từ các điểm và số ý kiến đến lúc này. Sau khi trình, các điểm không sửa được nữa."
            ),
            shows=LETTER,
            beside=_previewed,
        ),
        "give_back": Act(
            "tra-lai",
            ReturnForm,
            by_service(give_back),
            _("Đã trả lại; các điểm sửa được như trước khi trình."),
            shows=LETTER,
            beside=_drafted,
        ),
        "send": Act(
            "gui",
            run=by_service(send),
            said=_("Văn bản phản biện đã có số và được ghi là đã gửi. Hạn trả lời bắt đầu chạy."),
            lead=_("Văn bản được cấp số theo sổ công văn đi của năm; ai cũng đọc được. Tải bản PDF để ký và gửi."),
            shows=LETTER,
            beside=_drafted,
        ),
        "urge": Act(
            "don-doc",
            run=by_service(urge),
            said=_("Đã soạn công văn đôn đốc để lãnh đạo duyệt."),
            lead=_("Hạn trả lời là hạn của Chương trình phối hợp; luật không ấn định số ngày."),
            shows=LETTER,
            beside=_urging,
        ),
        "sign_urging": Act(
            "duyet-don-doc",
            run=by_service(sign_urging),
            said=_("Công văn đôn đốc đã có số và được ghi là đã gửi."),
            shows=LETTER,
            beside=_urging_drafted,
        ),
        "answer": Act(route="consultations:answers"),
        "record_answer": Act(route="consultations:answers"),
        "take_answer": Act(
            "xac-nhan-tra-loi",
            run=by_service(take_answer),
            said=_("Đã xác nhận: mỗi điểm đều có trả lời."),
            lead=_("Ngày trả lời là ngày của trả lời sau cùng; trả lời trên giấy tính theo ngày Mặt trận nhận được."),
        ),
    }
)
"""Every move from points to answers, in the order of the way."""
