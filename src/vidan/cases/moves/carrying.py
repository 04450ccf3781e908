"""The way of every case: received, classified, prepared, transferred, answered, told, closed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind
from vidan.cases.moves.basis import PLAN, PROGRAMME
from vidan.cases.moves.withdrawing import FRONTS_OWN, WHILE
from vidan.domain.moves import Move, Need, StartClock, StopClock

SENT = frozenset({"transferred", "answered", "verifying", "verified", "proposed", "decided", "informed"})
"""States in which bodies have the case and may still owe something."""

NOT_DENOUNCED = frozenset(kind.value for kind in Kind if kind != Kind.DENUNCIATION)
"""Whoever takes back anything but a denunciation ends the case by it (moves/withdrawing.py)."""

TAKEN_BACK = "Luật Khiếu nại 2011 Đ.10; " + PROGRAMME

ROWS = (
    Move(
        "receive",
        frozenset({"new"}),
        "received",
        "cases.receive",
        PLAN,
        clocks=(StartClock("CT-08", "promise"), StartClock("CT-02", "classify"), StartClock("CT-03", "transfer")),
    ),
    Move(
        "classify",
        frozenset({"received", "classified"}),
        "classified",
        "cases.classify",
        "TT 05/2021/TT-TTCP; " + PROGRAMME,
        needs=(Need("no_conflict"),),
        clocks=(StopClock("classify"),),
    ),
    Move(
        "prepare",
        frozenset({"classified"}),
        "prepared",
        "cases.prepare",
        "Luật Tố cáo 2018 Đ.49, Đ.56; " + PROGRAMME,
        needs=(Need("copy_written"),),
    ),
    Move(
        "return_copy",
        frozenset({"prepared"}),
        "classified",
        "cases.prepare",
        PROGRAMME,
        needs=(Need("second_person"),),
    ),
    Move(
        "check",
        frozenset({"prepared"}),
        "checked",
        "cases.prepare",
        PROGRAMME,
        needs=(Need("second_person"),),
    ),
    Move(
        "submit",
        frozenset({"checked"}),
        "submitted",
        "cases.prepare",
        PLAN,
        needs=(Need("recipients_known"),),
    ),
    Move("return_letters", frozenset({"submitted"}), "checked", "cases.approve", PROGRAMME),
    Move(
        "transfer",
        frozenset({"submitted"}),
        "transferred",
        "cases.approve",
        PLAN,
        needs=(Need("letters_drafted"),),
        clocks=(StopClock("transfer"), StartClock("CT-04", "answer")),
    ),
    Move(
        "urge",
        SENT,
        None,
        "cases.prepare",
        PROGRAMME,
        needs=(Need("answer_late"), Need("no_urging_waiting")),
    ),
    Move(
        "sign_urging",
        SENT,
        None,
        "cases.approve",
        PROGRAMME,
        needs=(Need("urging_waiting"),),
    ),
    Move(
        "answer",
        frozenset({"transferred"}),
        "answered",
        "cases.answer",
        PROGRAMME,
        needs=(Need("sent_to_us"), Need("settler_owes")),
        clocks=(StopClock("answer"),),
    ),
    Move(
        "remark",
        SENT,
        None,
        "cases.remark",
        PROGRAMME,
        needs=(Need("sent_to_us"), Need("monitor_owes")),
        clocks=(StopClock("answer"),),
    ),
    Move(
        "record_answer",
        frozenset({"transferred"}),
        "answered",
        "cases.prepare",
        PROGRAMME,
        needs=(Need("settler_owes"),),
        clocks=(StopClock("answer"),),
    ),
    Move(
        "record_remark",
        SENT,
        None,
        "cases.prepare",
        PROGRAMME,
        needs=(Need("monitor_owes"),),
        clocks=(StopClock("answer"),),
    ),
    Move(
        "inform",
        frozenset({"answered", "verified", "decided"}),
        "informed",
        "cases.prepare",
        PROGRAMME,
        needs=(Need("no_proposal_waiting"),),
        clocks=(StopClock("promise"), StopClock("follow"), StopClock("asked")),
        kinds=frozenset(Kind.values),  # the Front's own petition has nobody to be told; it is concluded instead
    ),
    Move("close", frozenset({"informed"}), "closed", "cases.prepare", PROGRAMME, needs=(Need("nothing_open"),)),
    *(
        Move(
            name,
            WHILE,
            "withdrawn",
            permission,
            TAKEN_BACK,
            clocks=(*FRONTS_OWN, StopClock("answer")),
            kinds=NOT_DENOUNCED,
        )
        for name, permission in (("withdraw", "cases.withdraw"), ("record_withdrawal", "cases.prepare"))
    ),
)

SLUGS = {
    "classify": "phan-loai",
    "prepare": "ban-chuyen",
    "return_copy": "tra-lai-ban-chuyen",
    "check": "xac-nhan-ban-chuyen",
    "submit": "trinh-duyet",
    "return_letters": "tra-lai-phieu",
    "transfer": "duyet-va-chuyen",
    "urge": "don-doc",
    "sign_urging": "duyet-don-doc",
    "record_answer": "ghi-nhan-tra-loi",
    "record_remark": "ghi-nhan-y-kien",
    "inform": "bao-nguoi-gui",
    "close": "ket-thuc",
    "record_withdrawal": "ghi-nhan-rut",
    "answer": "tra-loi",
    "remark": "y-kien",
}

OF_BODIES = frozenset({"answer", "remark"})

LABELS: dict[str, Promise] = {
    "receive": _("Tiếp nhận"),
    "classify": _("Phân loại"),
    "prepare": _("Chuẩn bị bản chuyển"),
    "return_copy": _("Trả lại bản chuyển"),
    "check": _("Xác nhận bản chuyển"),
    "submit": _("Trình lãnh đạo duyệt phiếu chuyển"),
    "return_letters": _("Trả lại phiếu chuyển"),
    "transfer": _("Duyệt và chuyển"),
    "urge": _("Soạn công văn đôn đốc"),
    "sign_urging": _("Duyệt công văn đôn đốc"),
    "answer": _("Trả lời"),
    "remark": _("Cho ý kiến theo dõi"),
    "record_answer": _("Ghi nhận hộ văn bản trả lời"),
    "record_remark": _("Ghi nhận hộ ý kiến theo dõi"),
    "inform": _("Báo người gửi"),
    "close": _("Kết thúc"),
    "withdraw": _("Rút ý kiến"),
    "record_withdrawal": _("Ghi nhận hộ đơn rút"),
}

NEEDS: dict[str, Promise] = {
    "no_conflict": _("hồ sơ nói về chính Mặt trận nơi ông/bà làm việc nên phải do Mặt trận cấp trên xem"),
    "copy_written": _("cần viết bản chuyển trước"),
    "second_person": _("phải do người khác với người chuẩn bị thực hiện"),
    "recipients_known": _("chưa xác định được nơi giải quyết và nơi theo dõi"),
    "letters_drafted": _("chưa có phiếu chuyển"),
    "answer_late": _("chưa nơi nhận nào quá hạn trả lời"),
    "no_urging_waiting": _("đã có công văn đôn đốc đang chờ duyệt"),
    "urging_waiting": _("chưa có công văn đôn đốc nào chờ duyệt"),
    "sent_to_us": _("hồ sơ không chuyển đến đơn vị của ông/bà"),
    "settler_owes": _("nơi giải quyết đã trả lời rồi"),
    "monitor_owes": _("nơi theo dõi đã cho ý kiến rồi"),
}
