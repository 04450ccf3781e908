"""Where a case goes besides its own way: refused, guided, asked about, merged, split, linked, handed on, petitioned for."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind
from vidan.cases.moves.basis import PLAN, PROGRAMME
from vidan.cases.moves.carrying import SENT
from vidan.domain.moves import Move, Need, StartClock, StopClock

ENDS = frozenset({"refused", "guided", "merged"})
OPEN = frozenset({"guiding", "offered"})

READ = frozenset({"received", "classified"})
"""The case is being read; nothing of it is on its way."""

AT_WORK = READ | {"prepared", "checked", "submitted"}

TOLD = frozenset(Kind.values)
"""Every kind but the Front's own petition: behind that one nobody waits to be told."""

STOP_ALL = tuple(StopClock(role) for role in ("promise", "classify", "transfer", "asked"))

ROWS = (
    Move(
        "refuse",
        READ,
        "refused",
        "cases.route",
        "Luật Khiếu nại 2011 Đ.11; Luật Tố cáo 2018 Đ.24, 25, 29; " + PROGRAMME,
        needs=(Need("no_conflict"), Need("ground_known"), Need("nothing_merged_in")),
        clocks=STOP_ALL,
        kinds=TOLD,
    ),
    Move(
        "guide",
        READ,
        "guiding",
        "cases.route",
        "Luật Khiếu nại 2011 Đ.66.1; Luật Tố cáo 2018 Đ.24.2",
        needs=(Need("no_conflict"), Need("nothing_merged_in")),
        kinds=TOLD,
    ),
    Move("return_guidance", frozenset({"guiding"}), "received", "cases.approve", PROGRAMME),
    Move(
        "sign_guidance",
        frozenset({"guiding"}),
        "guided",
        "cases.approve",
        "Luật Khiếu nại 2011 Đ.66.1; Luật Tố cáo 2018 Đ.24.2",
        clocks=STOP_ALL,
    ),
    Move(
        "ask",
        AT_WORK,
        None,
        "cases.route",
        PROGRAMME,
        needs=(Need("nothing_asked"),),
        clocks=(StartClock("CT-14", "asked"),),
        kinds=TOLD,
    ),
    Move(
        "merge",
        READ,
        "merged",
        "cases.route",
        PROGRAMME,
        needs=(Need("no_conflict"), Need("nothing_asked"), Need("nothing_merged_in")),
        clocks=(StopClock("classify"), StopClock("transfer")),
        kinds=TOLD,
    ),
    Move(
        "release",
        frozenset({"merged"}),
        "received",
        "cases.withdraw",
        PROGRAMME,
        clocks=(StartClock("CT-08", "promise"), StartClock("CT-02", "classify"), StartClock("CT-03", "transfer")),
    ),
    Move(
        "split", READ, None, "cases.route", "Luật Tiếp công dân 2013 Đ.25.3", needs=(Need("no_conflict"),), kinds=TOLD
    ),
    Move("link", AT_WORK | SENT, None, "cases.route", PROGRAMME),
    Move("go_along", frozenset({"merged"}), None, "cases.withdraw", PLAN),
    Move("hand_up", READ, "offered", "cases.hand", PLAN, needs=(Need("front_above"),)),
    Move("hand_down", READ, "offered", "cases.hand", PLAN, needs=(Need("front_below"),)),
    Move("take_over", frozenset({"offered"}), "received", "cases.hand", PLAN),
    Move("hand_back", frozenset({"offered"}), "received", "cases.hand", PLAN),
    *(
        Move(
            "hand_over",
            sources,
            target,
            "cases.hand",
            "Nghị quyết sắp xếp đơn vị hành chính",
            needs=(Need("front_ended"), Need("successor_known")),
        )
        for sources, target in (
            ((AT_WORK | SENT) - {"submitted"}, None),
            (frozenset({"submitted"}), "checked"),  # what the old Front drafted and did not number is dropped
            (OPEN, "received"),
        )
    ),
    Move("name_successor", SENT, None, "cases.route", PROGRAMME, needs=(Need("several_succeeded"),)),
    Move(
        "petition_superior",
        SENT,
        None,
        "cases.prepare",
        "Luật Khiếu nại 2011 Đ.66.2; " + PROGRAMME,
        needs=(Need("very_late"), Need("urged_before"), Need("superior_known"), Need("not_petitioned")),
    ),
    Move(
        "sign_petition_superior",
        SENT,
        None,
        "cases.approve",
        "Luật Khiếu nại 2011 Đ.66.2; " + PROGRAMME,
        needs=(Need("petition_waiting"),),
    ),
    Move(
        "record_superior_answer",
        SENT,
        None,
        "cases.prepare",
        "Luật Khiếu nại 2011 Đ.66.2; " + PROGRAMME,
        needs=(Need("superior_owes"),),
    ),
)

SLUGS = {
    "refuse": "khong-xu-ly",
    "guide": "huong-dan",
    "return_guidance": "tra-lai-huong-dan",
    "sign_guidance": "duyet-huong-dan",
    "ask": "hoi-nguoi-gui",
    "merge": "nhap",
    "split": "tach",
    "link": "noi",
    "hand_up": "chuyen-len",
    "hand_down": "giao-xuong",
    "take_over": "nhan",
    "hand_back": "tra-lai",
    "hand_over": "ban-giao",
    "name_successor": "noi-ke-thua",
    "petition_superior": "kien-nghi-cap-tren",
    "sign_petition_superior": "duyet-kien-nghi-cap-tren",
    "record_superior_answer": "ghi-nhan-cap-tren",
}

OF_BODIES: frozenset[str] = frozenset()

ASIDE = frozenset(
    {"refuse", "guide", "ask", "merge", "split", "link", "hand_up", "hand_down", "hand_over"}
    | {"name_successor", "record_withdrawal"}
)
"""Moves off the usual way; a page folds them away so that the next step stands out."""

FIRST = frozenset({"name_successor"})
"""Of these what nothing else can wait for: until it is taken, nobody stands where the answer is due."""

LABELS: dict[str, Promise] = {
    "refuse": _("Không xử lý, có căn cứ"),
    "guide": _("Hướng dẫn đến nơi có thẩm quyền"),
    "return_guidance": _("Trả lại thư hướng dẫn"),
    "sign_guidance": _("Duyệt và gửi thư hướng dẫn"),
    "ask": _("Hỏi thêm người gửi"),
    "merge": _("Nhập vào hồ sơ khác"),
    "release": _("Trở lại đường riêng"),
    "split": _("Tách thành hồ sơ mới"),
    "link": _("Nối với hồ sơ liên quan"),
    "go_along": _("Đi cùng hồ sơ đã nhập vào"),
    "hand_up": _("Chuyển lên Mặt trận cấp trên"),
    "hand_down": _("Giao xuống Mặt trận cấp dưới"),
    "take_over": _("Nhận hồ sơ"),
    "hand_back": _("Trả lại Mặt trận đã chuyển"),
    "hand_over": _("Bàn giao cho Mặt trận kế thừa"),
    "name_successor": _("Xác định nơi kế thừa"),
    "petition_superior": _("Soạn văn bản kiến nghị cấp trên"),
    "sign_petition_superior": _("Duyệt văn bản kiến nghị cấp trên"),
    "record_superior_answer": _("Ghi nhận hộ trả lời của cấp trên"),
}

NEEDS: dict[str, Promise] = {
    "ground_known": _("không có căn cứ nào cho loại hồ sơ này vào hôm nay, nên hồ sơ phải được xử lý"),
    "nothing_asked": _("đang chờ người gửi trả lời câu hỏi trước"),
    "nothing_merged_in": _("đã có hồ sơ khác nhập vào hồ sơ này"),
    "front_above": _("không có Mặt trận cấp trên, hoặc hồ sơ nói về chính Mặt trận đó"),
    "front_below": _("không có Mặt trận cấp dưới nào"),
    "front_ended": _("Mặt trận này chưa chấm dứt hoạt động"),
    "successor_known": _("chưa khai báo nơi kế thừa trong danh mục đơn vị"),
    "several_succeeded": _("không có nơi nhận nào đã chấm dứt mà có nhiều nơi kế thừa"),
    "very_late": _("chưa nơi nào quá hạn đến mức rất trễ"),
    "urged_before": _("phải đôn đốc nơi rất trễ trước"),
    "superior_known": _("nơi rất trễ không có cấp trên trong danh mục đơn vị"),
    "not_petitioned": _("đã kiến nghị, hoặc văn bản kiến nghị đang chờ duyệt"),
    "petition_waiting": _("chưa có văn bản kiến nghị nào chờ duyệt"),
    "superior_owes": _("chưa kiến nghị cấp trên nào, hoặc cấp trên đã trả lời"),
}
