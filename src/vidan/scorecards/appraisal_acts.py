"""The acts of a sheet that a unit scores first."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.scorecards.act import Act, by_service
from vidan.scorecards.forms.appraisal import AnswerObjectionForm, ObjectForm, PublishForm, ResultForm, UntilForm
from vidan.scorecards.forms.moves import CardForm, ReturnForm
from vidan.scorecards.kinds import Outcome
from vidan.scorecards.services.appraise import accept_declared, take_up, take_up_unsent
from vidan.scorecards.services.decide_result import decide_result, publish_result, send_back_result, submit_result
from vidan.scorecards.services.explain_item import ask_explanation, explain, go_on
from vidan.scorecards.services.object_to_result import answer_objection, object_to
from vidan.scorecards.services.self_score import send_in, take_back


def _answer(form: Any, actor: Actor) -> object:
    told = form.cleaned_data | {"outcome": Outcome(form.cleaned_data["outcome"])}
    return answer_objection(code=form.card.code, actor=actor, **told)


APPRAISAL_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "send_in": Act(
            "nop",
            CardForm,
            by_service(send_in),
            _("Đã nộp phiếu tự chấm. Mặt trận được báo."),
            _("Sau khi nộp, đơn vị không sửa được nữa; còn rút lại được cho đến khi Mặt trận bắt đầu thẩm định."),
            shows="result",
        ),
        "take_back": Act(
            "rut-lai",
            CardForm,
            by_service(take_back),
            _("Đã rút lại. Sửa xong, xin nộp lại trong hạn."),
        ),
        "take_up": Act(
            "tham-dinh",
            CardForm,
            by_service(take_up),
            _("Đã bắt đầu thẩm định lần 1."),
            _("Từ lúc này đơn vị không rút phiếu lại được. Đơn vị chưa thấy điểm của Mặt trận."),
        ),
        "take_up_unsent": Act(
            "tham-dinh-khong-nop",
            CardForm,
            by_service(take_up_unsent),
            _("Đã bắt đầu thẩm định; phiếu ghi rõ đơn vị không nộp điểm tự chấm."),
            _("Đơn vị không nộp phiếu tự chấm trong hạn. Mức xếp loại có thể bị giới hạn theo bộ tiêu chí."),
        ),
        "accept_declared": Act(
            "lay-so-tu-cham",
            CardForm,
            by_service(accept_declared),
            _("Đã lấy số tự chấm cho các mục chưa thẩm định."),
            _(
                "Những mục Mặt trận đã nhập giữ nguyên. Mục chấm theo nhận định được ghi lý do là thống nhất với đơn vị."
            ),
        ),
        "ask_explanation": Act(
            "yeu-cau-giai-trinh",
            UntilForm,
            by_service(ask_explanation),
            _("Đã gửi câu hỏi cho đơn vị. Đơn vị thấy điểm thẩm định lần 1 từ bây giờ."),
            _("Đơn vị trả lời từng câu hỏi và có thể gửi thêm tài liệu. Hết hạn mà chưa trả lời thì thẩm định tiếp."),
            shows="questions",
        ),
        "explain": Act(
            "giai-trinh",
            CardForm,
            by_service(explain),
            _("Đã gửi giải trình cho Mặt trận."),
            _("Sau khi gửi, câu trả lời không sửa được nữa."),
            shows="questions",
        ),
        "go_on": Act("tham-dinh-tiep", CardForm, by_service(go_on), _("Đã chuyển sang thẩm định lần 2.")),
        "submit_result": Act(
            "trinh-ket-qua",
            CardForm,
            by_service(submit_result),
            _("Đã trình Ban Thường trực."),
            _("Sau khi trình, không ai sửa phiếu nữa, trừ khi Ban Thường trực trả lại."),
            shows="result",
        ),
        "send_back_result": Act(
            "tra-lai-ket-qua",
            ReturnForm,
            by_service(send_back_result),
            _("Đã trả lại; cán bộ thẩm định được báo."),
            _("Phiếu chấm trở lại thẩm định lần 2."),
        ),
        "decide_result": Act(
            "quyet-dinh-ket-qua",
            ResultForm,
            by_service(decide_result),
            _("Đã quyết định. Phiếu chấm được niêm giữ, không ai sửa được nữa."),
            _(
                "Mọi số liệu, lý do, câu hỏi và giải trình được giữ nguyên cùng mã kiểm. Sai sót chỉ sửa bằng bản đính chính."
            ),
            shows="result",
        ),
        "publish_result": Act(
            "cong-bo-ket-qua",
            PublishForm,
            by_service(publish_result),
            _("Kết quả đã công bố; ai cũng đọc được."),
            _("Trang công khai ghi điểm tự chấm, điểm thẩm định, câu hỏi và giải trình, đúng như khi quyết định."),
            shows="result",
        ),
        "object": Act(
            "kien-nghi",
            ObjectForm,
            by_service(object_to),
            _("Mặt trận đã nhận kiến nghị."),
            _("Đơn vị kiến nghị một lần về mỗi bản, trong hạn ghi ở phiếu; hạn này theo Chương trình phối hợp."),
        ),
        "answer_objection": Act(
            "tra-loi-kien-nghi",
            AnswerObjectionForm,
            _answer,
            _("Đã trả lời kiến nghị; đơn vị được báo."),
            _("Giữ nguyên thì kết quả đã công bố không đổi. Mở bản đính chính thì thẩm định lại từ lần 2."),
            shows="objection",
        ),
    }
)
"""Every move of the appraisal that has a page of its own, in the order of the way."""
