"""The way of a summary to the public page: written, read by a second person, published, taken back."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.moves.basis import PROGRAMME
from vidan.domain.moves import Move, Need, Table
from vidan.domain.publishing.eligible import Bar

TABLE = Table(
    states=frozenset({"none", "ready", "returned", "published", "taken_back", "erased"}),
    ends=frozenset({"erased"}),
    moves=(
        Move(
            "write",
            frozenset({"none", "returned", "taken_back"}),
            "ready",
            "cases.summarise",
            PROGRAMME,
            needs=(Need("may_be_told"), Need("in_company")),
        ),
        Move(
            "publish",
            frozenset({"ready"}),
            "published",
            "cases.publish",
            PROGRAMME,
            needs=(Need("may_be_told"), Need("in_company"), Need("second_person")),
        ),
        Move("return", frozenset({"ready"}), "returned", "cases.publish", PROGRAMME),
        Move("take_back", frozenset({"ready", "published"}), "taken_back", "cases.summarise", PROGRAMME),
    ),
)
"""`erased` is reached only with the case itself, by services/publish.py."""

LABELS: dict[str, Promise] = {
    "write": _("Trình duyệt công khai"),
    "publish": _("Duyệt và công khai"),
    "return": _("Trả lại để viết lại"),
    "take_back": _("Gỡ xuống"),
}

NEEDS: dict[str, Promise] = {
    "may_be_told": _("hồ sơ này chỉ được tính vào số liệu, không công khai riêng"),
    "in_company": _(
        "người gửi xin giữ kín tên mà trong ba tháng quanh đó có quá ít ý kiến về nơi này, dễ đoán ra ai đã gửi"
    ),
    "second_person": _("phải do người khác với người viết duyệt"),
}

BARS: dict[Bar, Promise] = {
    Bar.NOT_CLOSED: _("Hồ sơ chưa kết thúc."),
    Bar.KIND: _(
        "Khiếu nại, tố cáo và thông tin về vi phạm không công khai từng việc; luật về các loại này quy định riêng."
    ),
    Bar.ABOUT_A_PERSON: _("Hồ sơ nói về một người cụ thể mà nơi có thẩm quyền chưa quyết định."),
    Bar.PERSONAL_CONDUCT: _(
        "Thái độ, gợi ý tiền hay quà là việc của từng người; khi nơi có thẩm quyền chưa quyết định thì chỉ nêu bằng số liệu."
    ),
    Bar.NO_UNIT: _("Chưa rõ hồ sơ nói về nơi nào."),
    Bar.RESTRICTED: _("Người gửi đã yêu cầu không dùng thêm dữ liệu của mình, và Mặt trận đã làm theo."),
}

CHECKS: dict[str, Promise] = {
    "nobody": _("Không có tên, chức vụ, công việc hay nét riêng nào chỉ ra người gửi hoặc một cán bộ."),
    "neighbour": _("Người quen, hàng xóm, người ở nơi được nói đến đọc cũng không đoán được ai đã gửi."),
    "private": _("Không có chuyện riêng: sức khỏe, hoàn cảnh gia đình, tài sản, giấy tờ của ai."),
    "true": _("Đúng với điều đã nói và điều đã làm, không thêm lời khen chê."),
}
"""What the second person confirms, one by one."""

IN_CONFIDENCE: dict[str, Promise] = {
    "confidence": _("Người gửi không muốn ai biết mình: nội dung này không lộ thêm điều gì chỉ người ấy mới biết."),
}
"""What is asked besides when the teller asked for confidence or gave no name."""
