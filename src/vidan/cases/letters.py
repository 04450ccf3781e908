"""The letters of a case as structured text; the wording stands in data/papers/wording, the Front's own to change."""

from dataclasses import replace
from datetime import date, time

from django.utils.translation import override

from vidan.cases.kinds import Kind, PersonState, TransferRole
from vidan.cases.models import BoxOpening, CaseFile, ReceptionSession, ReceptionTurn, Transfer
from vidan.cases.models.receptions import TurnEnd
from vidan.cases.recipients import Recipients
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.intake.tellers import TellerType
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Signer, Structure
from vidan.foundation.papers.wording import worded
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.units.models import Unit

DUE = "[ngày tính từ khi ban hành]"
"""Stands in a draft for the day that counts from the issue; with_due() puts it in before the text is frozen."""

NOUNS = {
    Kind.COMMENDATION: "lời khen",
    Kind.FEEDBACK: "phản ánh",
    Kind.SUGGESTION: "kiến nghị",
    Kind.INFORMATION: "thông tin",
    Kind.COMPLAINT: "đơn khiếu nại",
    Kind.DENUNCIATION: "đơn tố cáo",
    Kind.DENUNCIATION_CONTENT: "thông tin có nội dung tố cáo",
}
"""What was received, as a letter names it."""

AGAIN = "Hồ sơ đã kết thúc nhưng được mở lại vì việc chưa được giải quyết; đây là lần chuyển thứ {round}."

EXPLAIN = (
    "Nội dung trên nói về một người đã rõ là ai. Đề nghị {recipient} yêu cầu người đó giải trình bằng văn bản "
    "và gửi bản giải trình cho {front} chậm nhất vào ngày {due}, trước khi có kết luận xác minh."
)
"""Who is complained of is heard before a finding: the letter asks for it at once."""


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def transfer_letter(case: CaseFile, recipient: Unit, role: TransferRole, goes_to: Recipients) -> Structure:
    """Phiếu chuyển to the body that settles, or the one that monitors; it holds the prepared copy and nothing else."""
    copy = checked_copy(case.code)
    settles = role == TransferRole.SETTLE
    about = goes_to.about_settler if settles else goes_to.about_monitor
    slots = {
        "received_on": f"{clock.local(case.received_at):%d/%m/%Y}",
        "front": case.front.name,
        "kind": NOUNS[Kind(case.kind)],
        "teller": "một tổ chức" if case.teller_type == TellerType.ORGANISATION else "một người dân",
        "unit": case.subject_unit.name if case.subject_unit else "",
        "code": case.code,
        "again": AGAIN.format(round=case.round) if case.round > 1 else "",
        "gist": _in_sentence(case.gist.rstrip(".")) if case.is_own else case.gist.rstrip("."),
        "copy": copy.text if copy else "",
        "recipient": recipient.name,
        "settler": goes_to.settler.name,
        "due": DUE,
        "explain": "",
    }
    if case.person_state == PersonState.RESOLVED:
        slots["explain"] = EXPLAIN.format_map(slots)
    forwarded = f"{NOUNS[Kind(case.kind)].capitalize()} về việc phục vụ tại {slots['unit']}"
    return Structure(
        heading=heading_of(case.front),
        symbol="MTTQ-BTT" if case.is_own else "PC-MTTQ-BTT",
        kind_name="" if case.is_own else "Phiếu chuyển",
        summary=f"kiến nghị về việc {slots['gist']}" if case.is_own else forwarded,
        addressees=(f"Người đứng đầu {recipient.name}" if about else recipient.name,),
        blocks=worded(_wording(case, role), slots, unit=case.front),
        signer=SIGNER,
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )


def _in_sentence(gist: str) -> str:
    """A gist inside a sentence; a first word in capitals, such as UBND, stays as it is."""
    first = gist.split(" ", 1)[0]
    return gist if first.isupper() and len(first) > 1 else gist[:1].lower() + gist[1:]


def _wording(case: CaseFile, role: TransferRole) -> str:
    if case.is_own:
        return f"petition_{role}"
    if role == TransferRole.MONITOR:
        return "transfer_monitor"
    return "transfer_commend" if case.kind == Kind.COMMENDATION else "transfer_settle"


def with_due(structure: Structure, due: date) -> Structure:
    """The letter with its date of answer, once it is known."""
    blocks = tuple(replace(block, text=block.text.replace(DUE, f"{due:%d/%m/%Y}")) for block in structure.blocks)
    return replace(structure, blocks=blocks)


@override("vi")
def urging_letter(late: Transfer, number: int) -> Structure:
    """Công văn đôn đốc to a body that is late."""
    assert late.clock is not None  # it was sent, so its clock runs
    assert late.sent_on is not None
    case = late.case
    slots = {
        "sent_on": f"{late.sent_on:%d/%m/%Y}",
        "front": case.front.name,
        "paper": late.paper.label,
        "code": case.code,
        "recipient": late.body.name,
        "due": f"{late.clock.due_on:%d/%m/%Y}",
        "days_late": str(working_days_late(late.clock.due_on, clock.today())),
        "number": str(number),
    }
    return Structure(
        heading=heading_of(case.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"đôn đốc trả lời hồ sơ {case.code} (lần {number})",
        addressees=(f"Người đứng đầu {late.body.name}" if late.about_recipient else late.body.name,),
        blocks=worded("urging", slots, unit=case.front),
        signer=SIGNER,
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )


def box_minutes(opening: BoxOpening) -> Structure:
    """Biên bản mở hộp thư góp ý."""
    opened = clock.local(opening.opened_at)
    slots = {
        "hour": f"{opened.hour} giờ {opened.minute:02d}",
        "day": f"{opened:%d/%m/%Y}",
        "place": opening.box.place,
        "front": opening.front.name,
        "witnesses": opening.witnesses.rstrip("."),
        "letters": f"{opening.letters:02d}" if opening.letters else "không có",
        "remark": opening.remark,
    }
    return Structure(
        heading=heading_of(opening.front),
        symbol="BB-MTTQ-BTT",
        kind_name="Biên bản",
        summary=f"Mở hộp thư góp ý ngày {slots['day']}",
        addressees=(),
        blocks=worded("box_minutes", slots, unit=opening.front),
        signer=Signer(power="Người lập biên bản", title="Người chứng kiến"),
        copies_to=("Lưu: VT, hồ sơ",),
    )


def reception_minutes(session: ReceptionSession) -> Structure:
    """Biên bản buổi tiếp công dân: numbers, gists and promises, nobody's identity."""
    day = session.day
    turns = list(session.turns.select_related("case"))
    slots = {
        "day": f"{day.day:%d/%m/%Y}",
        "opens": _hour(day.opens),
        "closes": _hour(day.closes),
        "place": day.place,
        "front": session.front.name,
        "jointly": "Buổi tiếp được tổ chức cùng Ủy ban nhân dân." if day.jointly else "",
        "leaders": session.leaders.rstrip("."),
        "turns": f"{len(turns):02d}" if turns else "không có",
        "people": str(sum(turn.people for turn in turns)),
        "lines": "\n".join(_turn_line(turn) for turn in turns) or "Không có ai đến trình bày.",
    }
    return Structure(
        heading=heading_of(session.front),
        symbol="BB-MTTQ-BTT",
        kind_name="Biên bản",
        summary=f"Buổi tiếp công dân ngày {slots['day']}",
        addressees=(),
        blocks=worded("reception_minutes", slots, unit=session.front),
        signer=Signer(power="Người lập biên bản", title="Người chủ trì buổi tiếp"),
        copies_to=("Lưu: VT, hồ sơ",),
    )


def _turn_line(turn: ReceptionTurn) -> str:
    ended = f"lập hồ sơ {turn.case.code}" if turn.case else TurnEnd(turn.ended).label
    told = f"Lượt {turn.number}, {turn.people} người: {turn.gist.rstrip('.')}. Kết quả: {ended}."
    if turn.promised_by:
        told += f" Đã hứa: {turn.promise.rstrip('.')}, chậm nhất ngày {turn.promised_by:%d/%m/%Y}."
    return told


def _hour(at: time) -> str:
    return f"{at.hour} giờ {at.minute:02d}"
