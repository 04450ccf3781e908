"""The papers of where a case goes: the letter that guides a person, the note of a handing, the petition to a superior."""

from dataclasses import dataclass

from django.utils.translation import override

from vidan.cases.kinds import Kind
from vidan.cases.letters import NOUNS
from vidan.cases.models import CaseFile, Transfer
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.calendar.rules import rule
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Structure
from vidan.foundation.papers.wording import worded
from vidan.foundation.units.models import Unit

FILED = "Lưu: VT, hồ sơ"


@dataclass(frozen=True)
class Head:
    """What stands over a letter of these: its symbol, what it is about, to whom."""

    symbol: str
    kind_name: str
    summary: str
    to: str


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def guidance_letter(case: CaseFile, *, body: str, way: str) -> Structure:
    """Thư hướng dẫn: it names the body that is competent and the lawful way; never the person it is written to."""
    slots = _slots(case) | {"body": body, "way": way}
    head = Head("HD-MTTQ-BTT", "Hướng dẫn", f"Gửi ý kiến đến {body}", f"Ông/bà có biên nhận hồ sơ {case.code}")
    return _paper(case, head, "guidance", slots)


@override("vi")
def handing_note(case: CaseFile, to: Unit, reason: str) -> Structure:
    """Phiếu chuyển hồ sơ between two Fronts."""
    slots = _slots(case) | {"recipient": to.name, "gist": case.gist.rstrip(".") or "chưa phân loại", "reason": reason}
    head = Head("PCHS-MTTQ-BTT", "Phiếu chuyển hồ sơ", f"Chuyển hồ sơ {case.code}", to.name)
    return _paper(case, head, "handing", slots)


@override("vi")
def petition_letter(case: CaseFile, late: Transfer, superior: Unit) -> Structure:
    """Văn bản kiến nghị to the superior of a body that is very late."""
    assert late.clock is not None  # it was sent, so its clock runs
    assert late.sent_on is not None
    complaint = case.kind == Kind.COMPLAINT
    today = clock.today()
    days = rule("KN-07" if complaint else "CT-10", today).length
    within = f"trong {days} ngày kể từ ngày có quyết định" if complaint else f"trong {days} ngày làm việc"
    slots = _slots(case) | {
        "sent_on": f"{late.sent_on:%d/%m/%Y}",
        "paper": late.paper.label,
        "recipient": late.body.name,
        "superior": superior.name,
        "due": f"{late.clock.due_on:%d/%m/%Y}",
        "urgings": str(late.urgings.filter(sent_on__isnull=False).count()),
        "days_late": str(working_days_late(late.clock.due_on, today)),
        "basis": "khoản 2 Điều 66 Luật Khiếu nại" if complaint else "Chương trình phối hợp giữa hai bên",
        "answer_by": f" {within}",
    }
    summary = f"Đề nghị chỉ đạo {late.body.short_name} trả lời hồ sơ {case.code}"
    return _paper(case, Head("KN-MTTQ-BTT", "Kiến nghị", summary, superior.name), "petition_superior", slots)


def _slots(case: CaseFile) -> dict[str, str]:
    return {
        "front": case.front.name,
        "code": case.code,
        "kind": NOUNS[Kind(case.kind)],
        "received_on": f"{clock.local(case.received_at):%d/%m/%Y}",
    }


def _paper(case: CaseFile, head: Head, wording: str, slots: dict[str, str]) -> Structure:
    return Structure(
        heading=heading_of(case.front),
        symbol=head.symbol,
        kind_name=head.kind_name,
        summary=head.summary,
        addressees=(head.to,),
        blocks=worded(wording, slots, unit=case.front),
        signer=SIGNER,
        copies_to=("Như trên", FILED),
    )
