"""Between the answer and the end: explanation, verification, proposal, decision; and a case that comes back."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.moves.basis import PLAN, PROGRAMME
from vidan.domain.moves import Move, Need, StartClock, StopClock

ANSWERED = frozenset({"answered", "informed"})
"""An answer has come; the teller may have been told of it already, for verifying often outlasts the promise."""

BEFORE_A_FINDING = ANSWERED | {"transferred", "verifying"}

DECIDED = (StopClock("decision"), StartClock("CT-13", "follow"))

ROWS = (
    Move(
        "explain",
        BEFORE_A_FINDING,
        None,
        "cases.answer",
        PROGRAMME,
        needs=(Need("settles_here"), Need("person_known"), Need("not_explained")),
    ),
    Move(
        "record_explanation",
        BEFORE_A_FINDING,
        None,
        "cases.prepare",
        PROGRAMME,
        needs=(Need("person_known"), Need("not_explained")),
    ),
    Move("plan_verification", ANSWERED, None, "cases.prepare", PLAN, needs=(Need("no_plan_waiting"),)),
    Move("return_plan", ANSWERED, None, "cases.approve", PROGRAMME, needs=(Need("plan_waiting"),)),
    Move(
        "sign_verification",
        ANSWERED,
        "verifying",
        "cases.approve",
        PLAN,
        needs=(Need("plan_waiting"),),
        clocks=(StartClock("CT-05", "verify"),),
    ),
    Move(
        "record_verification",
        frozenset({"verifying"}),
        "verified",
        "cases.prepare",
        PLAN,
        needs=(Need("heard"),),
        clocks=(StopClock("verify"), StartClock("CT-13", "follow")),
    ),
    Move("propose", frozenset({"verified"}), None, "cases.prepare", PLAN, needs=(Need("no_proposal_waiting"),)),
    Move(
        "return_proposal", frozenset({"verified"}), None, "cases.approve", PROGRAMME, needs=(Need("proposal_waiting"),)
    ),
    Move(
        "sign_proposal",
        frozenset({"verified"}),
        "proposed",
        "cases.approve",
        PLAN,
        needs=(Need("proposal_waiting"),),
        clocks=(StopClock("follow"), StartClock("CT-12", "decision")),
    ),
    Move(
        "decide",
        frozenset({"proposed"}),
        "decided",
        "cases.decide",
        PROGRAMME,
        needs=(Need("proposed_to_us"),),
        clocks=DECIDED,
    ),
    Move("record_decision", frozenset({"proposed"}), "decided", "cases.prepare", PROGRAMME, clocks=DECIDED),
    Move(
        "reopen",
        frozenset({"closed"}),
        "classified",
        "cases.approve",
        PROGRAMME,
        clocks=(StartClock("CT-08", "promise"), StartClock("CT-03", "transfer")),
    ),
    Move(
        "reopen_own",
        frozenset({"closed"}),
        "classified",
        "cases.reopen_own",
        PROGRAMME,
        needs=(Need("not_reopened_before"), Need("in_time_to_reopen")),
        clocks=(StartClock("CT-08", "promise"), StartClock("CT-03", "transfer")),
    ),
)

SLUGS = {
    "explain": "giai-trinh",
    "record_explanation": "ghi-nhan-giai-trinh",
    "plan_verification": "ke-hoach-xac-minh",
    "return_plan": "tra-lai-ke-hoach",
    "sign_verification": "duyet-ke-hoach-xac-minh",
    "record_verification": "bien-ban-xac-minh",
    "propose": "de-xuat",
    "return_proposal": "tra-lai-de-xuat",
    "sign_proposal": "duyet-de-xuat",
    "decide": "quyet-dinh",
    "record_decision": "ghi-nhan-quyet-dinh",
    "reopen": "mo-lai",
}

OF_BODIES = frozenset({"explain", "decide"})

LABELS: dict[str, Promise] = {
    "explain": _("Gửi giải trình"),
    "record_explanation": _("Ghi nhận hộ giải trình"),
    "plan_verification": _("Lập kế hoạch xác minh"),
    "return_plan": _("Trả lại kế hoạch xác minh"),
    "sign_verification": _("Duyệt kế hoạch xác minh"),
    "record_verification": _("Lập biên bản xác minh"),
    "propose": _("Soạn đề xuất xử lý"),
    "return_proposal": _("Trả lại đề xuất xử lý"),
    "sign_proposal": _("Duyệt và gửi đề xuất xử lý"),
    "decide": _("Quyết định về đề xuất"),
    "record_decision": _("Ghi nhận hộ quyết định"),
    "reopen": _("Mở lại hồ sơ"),
    "reopen_own": _("Đề nghị mở lại"),
}

NEEDS: dict[str, Promise] = {
    "settles_here": _("đơn vị của ông/bà không phải nơi giải quyết hồ sơ này"),
    "person_known": _("hồ sơ không về một người đã rõ là ai"),
    "not_explained": _("người bị phản ánh đã giải trình rồi"),
    "no_plan_waiting": _("đã có kế hoạch xác minh đang chờ duyệt"),
    "plan_waiting": _("chưa có kế hoạch xác minh nào chờ duyệt"),
    "heard": _("chưa có giải trình của người bị phản ánh, và chưa nêu vì sao không có"),
    "no_proposal_waiting": _("đã có đề xuất xử lý đang chờ duyệt"),
    "proposal_waiting": _("chưa có đề xuất xử lý nào chờ duyệt"),
    "proposed_to_us": _("đề xuất không gửi đến đơn vị của ông/bà"),
    "nothing_open": _("còn kế hoạch xác minh hoặc đề xuất xử lý đang chờ, chưa được duyệt hoặc chưa được quyết định"),
    "not_reopened_before": _("hồ sơ đã được mở lại một lần theo đề nghị của ông/bà"),
    "in_time_to_reopen": _("đã quá thời hạn đề nghị mở lại"),
}
