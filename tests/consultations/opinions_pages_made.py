"""A draft with opinions of every kind, so that each page of opinions has lifelike content."""

from typing import Any

from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER
from tests.consultations.opinions_made import entered, given, open_draft

from vidan.consultations.kinds import HiddenFor, OpinionSource
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.agree import agree
from vidan.consultations.services.moderate import go_with, hide, show
from vidan.consultations.services.new_opinion import Said
from vidan.consultations.services.sign import sign
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import TellerMode

SHORTER = (
    "Năm ngày làm việc là quá dài với người già sống một mình. Đề nghị rút còn ba ngày, và gọi điện báo trước khi đến."
)
WAITING = "Tôi ở một mình, đi lại khó. Năm ngày làm việc là quá dài, xin rút còn ba ngày và gọi điện trước khi đến."
SIGNED = (
    "Hội đề nghị quy định rõ người trả kết quả phải đeo thẻ và có giấy giới thiệu, để người già yên tâm mở cửa.\n"
    "Đồng thời bổ sung phụ nữ nuôi con nhỏ dưới 12 tháng vào diện được phục vụ."
)


def discussed(code: str = "DT-2018-0001") -> Draft:
    """An open draft: opinions shown, hidden and waiting, one signed, experts', a meeting's, some that go together."""
    draft = open_draft(code=code, summary="Ai được trả kết quả tại nhà, trong bao lâu, và ai trả tiền?")
    officer = actor(OFFICER)
    first = _shown(draft, SHORTER, officer, stance="change", topics=("feasibility", "impact"))
    again = _shown(draft, "Ba ngày là vừa, năm ngày thì lâu quá.", officer, stance="change")
    go_with(code=again.code, other=first.code, actor=officer)
    _shown(draft, "Từ đủ 70 tuổi là phù hợp.", officer, key="k3", stance="agree")
    hide(
        code=given(draft, "Chợ phường bẩn quá, đề nghị dọn.", key="").code,
        why=HiddenFor.OFF_TOPIC,
        note="Việc chợ ông/bà gửi ở trang Gửi ý kiến giúp.",
        actor=actor(HEAD),
    )
    signs = actor("phu-nu")
    (unit_id,) = signs.units_with("consultations.opine")
    said = Said(SIGNED, stance="change", topics=("balance",), key="")
    sign(code=draft.code, unit_id=unit_id, said=said, upload=None, actor=signs)
    entered(
        draft, officer, "Cần dẫn chiếu quy định về bảo vệ bí mật đời tư.", who="Hội đồng tư vấn về dân chủ, pháp luật"
    )
    entered(draft, officer, "Đề nghị có số điện thoại để hỏi.", source=OpinionSource.MEETING, who="", key="")
    for cookie in ("một", "hai", "ba"):
        agree(draft_code=draft.code, code=first.code, cookie=cookie, wanted=True)
    given(draft, WAITING, stance="against", topics=("impact",), quote="trong 5 ngày làm việc")
    given(draft, "Nên cho con cháu nhận thay.", key="", mode=TellerMode.NAMED, stance="ask")
    return draft


def _shown(draft: Draft, text: str, officer: Actor, **told: Any) -> Opinion:
    return show(code=given(draft, text, **told).code, text=text, actor=officer)
