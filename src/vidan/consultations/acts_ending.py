"""The acts after the answers: promises are held against the issued text, the summary is written, the criticism ends."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.consultations.act import Act, Run, by_service
from vidan.consultations.facts import Known
from vidan.consultations.forms.ending import ClosingForm, IssueForm
from vidan.consultations.kept import promises_of
from vidan.consultations.services.close_draft import close_draft, write_closing
from vidan.consultations.services.record_issue import record_issue


def _ends(move: str) -> Run:
    return lambda form, actor: close_draft(
        code=form.draft.code, move=move, actor=actor, version=form.cleaned_data["version"]
    )


def _issues(move: str) -> Run:
    return lambda form, actor: record_issue(
        code=form.draft.code, move=move, issued=form.issued, actor=actor, version=form.cleaned_data["version"]
    )


def _outcome(known: Known) -> Mapping[str, Any]:
    return {"promises": promises_of(known.draft), "points": known.points, "unanswered": known.unanswered}


OUTCOME = "consultations/ending/outcome.html"
ISSUED = _("Đã ghi văn bản ban hành. Bây giờ đối chiếu từng điểm đã hứa.")
ENDED = _("Đã kết thúc. Tóm tắt kết quả đứng trên cùng trang công khai.")
STOPPED = _("Đã ghi việc rút dự thảo.")

ENDING_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "record_issue": Act(
            "ban-hanh",
            IssueForm,
            _issues("record_issue"),
            ISSUED,
            _(
                "Lời văn bản ban hành được so với dự thảo theo từng điều. Chỉ có bản giấy thì để trống, đưa vào sau cũng được."
            ),
        ),
        "record_issue_unanswered": Act(
            "ban-hanh-khi-chua-tra-loi",
            IssueForm,
            _issues("record_issue_unanswered"),
            ISSUED,
            _("Cơ quan chưa trả lời đủ mà văn bản đã ban hành: điểm chưa trả lời vẫn được công khai là chưa trả lời."),
        ),
        "check": Act(route="consultations:checks"),
        "write_closing": Act(
            "tom-tat",
            ClosingForm,
            by_service(write_closing),
            _("Đã ghi tóm tắt kết quả."),
            _("Viết cho người đã góp ý đọc: điều gì được tiếp thu, điều gì không, vì sao, và việc gì tiếp theo."),
            OUTCOME,
            _outcome,
        ),
        "close": Act(
            "ket-thuc",
            run=_ends("close"),
            said=ENDED,
            lead=_("Sau khi kết thúc không sửa được nữa. Người góp ý để lại thư điện tử được báo."),
            shows=OUTCOME,
            beside=_outcome,
        ),
        "close_unissued": Act(
            "ket-thuc-chua-ban-hanh",
            run=_ends("close_unissued"),
            said=ENDED,
            lead=_(
                "Văn bản chưa ban hành nên các điểm đã hứa không đối chiếu được. Sau khi kết thúc không sửa được nữa."
            ),
            shows=OUTCOME,
            beside=_outcome,
        ),
        "stop": Act(
            "rut",
            run=_ends("stop"),
            said=STOPPED,
            lead=_("Ghi khi cơ quan soạn thảo rút dự thảo. Tóm tắt kết quả nêu lý do và được công khai."),
            shows=OUTCOME,
            beside=_outcome,
        ),
        "stop_sent": Act(
            "rut-sau-phan-bien",
            run=_ends("stop_sent"),
            said=STOPPED,
            lead=_("Ghi khi cơ quan soạn thảo rút dự thảo. Tóm tắt kết quả nêu lý do và được công khai."),
            shows=OUTCOME,
            beside=_outcome,
        ),
    }
)
