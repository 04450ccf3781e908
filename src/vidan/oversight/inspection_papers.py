"""The papers of an inspection or supervision; their wording stands in data/papers/wording."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import override

from vidan.domain.supervision.terms import last_day_before
from vidan.domain.workdays import Unit as Days
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.foundation.calendar.sentence import length_words
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Block, Structure
from vidan.foundation.papers.wording import worded
from vidan.oversight.inspection_kinds import DueBy, InspectionKind
from vidan.oversight.models import Delegate, Inspection, Pressing, Recommendation

ARCHIVE = "Lưu: VT, hồ sơ"
PROGRAMME_TERM = "CT-10"
WHY = {
    DueBy.PROGRAMME: "theo Chương trình phối hợp",
    DueBy.CONCLUSION: "do kết luận nêu",
    DueBy.SUPERIOR: "do cơ quan cấp trên đặt",
}


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def decision_of(one: Inspection, delegates: Sequence[Delegate]) -> Structure:
    """Quyết định lập đoàn: who goes, with which task."""
    slots = _slots(one) | {"delegation": _delegation(delegates), "visit_day": _visit(one)}
    return Structure(
        heading=heading_of(one.front),
        symbol="QĐ-MTTQ-BTT",
        kind_name="Quyết định",
        summary=f"về việc thành lập Đoàn {_kind(one)} tại {one.body.name}",
        addressees=(),
        blocks=_lines("inspection_decision", slots, one),
        signer=SIGNER,
        copies_to=(one.body.name, "Thành viên đoàn", ARCHIVE),
    )


@override("vi")  # as above
def notice_of(one: Inspection, delegates: Sequence[Delegate]) -> Structure:
    """Thông báo: the plan, the decision, and the request for a written report (GS-02, GS-03)."""
    assert one.decision is not None  # the delegation was founded
    slots = _slots(one) | {
        "delegation": _delegation(delegates),
        "visit_day": _visit(one),
        "place": one.place,
        "paper": one.decision.label,
        "report_by": _report_by(one),
        "consent": f"{one.body.name} đã đồng ý làm việc sớm hơn: {one.consent}." if one.consent else "",
    }
    return Structure(
        heading=heading_of(one.front),
        symbol="TB-MTTQ-BTT",
        kind_name="Thông báo",
        summary=f"về việc {_kind(one)} tại {one.body.name}",
        addressees=(one.body.name,),
        blocks=_lines("inspection_notice", slots, one),
        signer=SIGNER,
        copies_to=("Như trên", "Thành viên đoàn", ARCHIVE),
    )


@override("vi")  # as above
def draft_letter_of(one: Inspection, rows: Iterable[Recommendation]) -> Structure:
    """Công văn gửi dự thảo kết luận: the unit explains before anything is signed."""
    assert one.explain_by is not None
    slots = _slots(one) | {
        "conclusion": one.conclusion,
        "asked": _recommendations(rows, with_days=False),
        "answer_by": f"{one.explain_by:%d/%m/%Y}",
    }
    return Structure(
        heading=heading_of(one.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"đề nghị giải trình về dự thảo kết luận {_kind(one)}",
        addressees=(one.body.name,),
        blocks=_lines("inspection_draft", slots, one),
        signer=SIGNER,
        copies_to=("Như trên", ARCHIVE),
    )


@override("vi")  # as above
def conclusion_of(one: Inspection, rows: Iterable[Recommendation]) -> Structure:
    """Kết luận: what was found, what is recommended, by when an answer is due (GS-05, GS-06)."""
    slots = _slots(one) | {
        "conclusion": one.conclusion,
        "explained": f"{one.body.name} đã giải trình ngày {one.explained_on:%d/%m/%Y}." if one.explained_on else "",
        "asked": _recommendations(rows, with_days=True),
    }
    above = [one.front.parent.name] if one.front.parent else []
    return Structure(
        heading=heading_of(one.front),
        symbol="KL-MTTQ-BTT",
        kind_name="Kết luận",
        summary=f"{_kind(one)} {one.title}",
        addressees=(one.body.name,),
        blocks=_lines("inspection_conclusion", slots, one),
        signer=SIGNER,
        copies_to=("Như trên", *above, ARCHIVE),
    )


@override("vi")  # as above
def urging_of(one: Inspection, row: Recommendation, answer_by: date, number: int) -> Structure:
    """Công văn đôn đốc: the unit has let its day pass without an answer."""
    slots = _pressing(one, row, answer_by) | {"number": str(number)}
    return Structure(
        heading=heading_of(one.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"đôn đốc trả lời kiến nghị sau {_kind(one)}",
        addressees=(one.body.name,),
        blocks=_lines("inspection_urging", slots, one),
        signer=SIGNER,
        copies_to=("Như trên", ARCHIVE),
    )


@override("vi")  # as above
def petition_of(one: Inspection, row: Recommendation, urging: Pressing, answer_by: date) -> Structure:
    """Kiến nghị cấp trên: the unit was urged and has let that day pass too."""
    assert one.body.parent is not None
    slots = _pressing(one, row, answer_by) | {
        "superior": one.body.parent.name,
        "urging": urging.paper.label,
        "urged_on": _day(urging.sent_on),
        "answer_in": _programme_term(),
    }
    return Structure(
        heading=heading_of(one.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"kiến nghị về việc {one.body.name} chưa trả lời kiến nghị sau {_kind(one)}",
        addressees=(one.body.parent.name,),
        blocks=_lines("inspection_petition", slots, one),
        signer=SIGNER,
        copies_to=("Như trên", one.body.name, ARCHIVE),
    )


def _pressing(one: Inspection, row: Recommendation, answer_by: date) -> dict[str, str]:
    """What both papers that press for an answer tell: the conclusion, the recommendation, its day, and the new one."""
    assert one.conclusion_paper is not None
    return _slots(one) | {
        "paper": one.conclusion_paper.label,
        "sent_on": _day(one.concluded_on),
        "asked": row.text,
        "due": _day(row.due_on),
        "basis": _why(row),
        "answer_by": _day(answer_by),
    }


def _slots(one: Inspection) -> dict[str, str]:
    return {
        "front": one.front.name,
        "recipient": one.body.name,
        "code": one.code,
        "work": _kind(one),
        "title": one.title,
        "purpose": one.purpose,
        "content": one.content,
        "conditions": one.conditions,
        "grounds": one.grounds,
        "by_law": "Điều 27, Điều 28 Luật Mặt trận Tổ quốc Việt Nam và Nghị quyết liên tịch 403/2017"
        if one.kind == InspectionKind.SUPERVISION
        else "Chương trình phối hợp và kế hoạch của năm",
    }


def _lines(name: str, slots: dict[str, str], one: Inspection) -> tuple[Block, ...]:
    """The wording with its slots; what was written in several paragraphs stays so."""
    return tuple(_split(worded(name, slots, unit=one.front)))


def _split(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from (Block(block.kind, line) for line in block.text.split("\n") if line.strip())


def _kind(one: Inspection) -> str:
    return "giám sát" if one.kind == InspectionKind.SUPERVISION else "kiểm tra"


def _delegation(delegates: Sequence[Delegate]) -> str:
    return "\n".join(
        f"{n}. {one.name}, {one.unit.name}: {one.get_role_display()}{f'; {one.task}' if one.task else ''}."
        for n, one in enumerate(delegates, 1)
    )


def _visit(one: Inspection) -> str:
    if one.visit_on is None or one.visit_at is None:
        return f"dự kiến tháng {one.planned_on:%m/%Y}"
    return f"{one.visit_at:%H} giờ {one.visit_at:%M} ngày {one.visit_on:%d/%m/%Y}"


def _report_by(one: Inspection) -> str:
    """The last day for the unit's report: by law for a supervision, before the day of work for an inspection."""
    assert one.visit_on is not None
    if one.kind == InspectionKind.SUPERVISION:
        try:
            source = rule("GS-03", clock.today())
            last = last_day_before(one.visit_on, source.term().length)
            return f"chậm nhất ngày {last:%d/%m/%Y} (trước ngày làm việc ít nhất {source.length} ngày)"
        except NotCounted:
            pass
    return f"trước ngày {one.visit_on:%d/%m/%Y}"


def _recommendations(rows: Iterable[Recommendation], *, with_days: bool) -> str:
    told = []
    for row in rows:
        days = f" Trả lời chậm nhất ngày {_day(row.due_on)}, {_why(row)}." if with_days else ""
        told.append(f"Kiến nghị {row.number}. {row.text}{days}")
    return "\n".join(told) or "Không có kiến nghị."


def _why(row: Recommendation) -> str:
    return WHY[DueBy(row.due_by)]


def _programme_term() -> str:
    row = rule(PROGRAMME_TERM, clock.today())
    return length_words(row.length or 0, Days(row.unit))


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
