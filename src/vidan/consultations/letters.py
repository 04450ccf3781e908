"""The papers of a criticism: the document, and the letter that urges an answer; their wording stands in data/papers/wording."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import override

from vidan.consultations.in_time import sent_before
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Point
from vidan.consultations.moves.criticism import ANSWER_RULE
from vidan.consultations.spoken import Spoken, source_lines
from vidan.domain.workdays import Unit
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.calendar.rules import rule
from vidan.foundation.calendar.sentence import length_words
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Block, Structure
from vidan.foundation.papers.wording import worded

MARK = "\0"
"""Where the wording wants the points; no wording can hold it, for it is taken out of everything that is typed."""

WHOLE = "Cả dự thảo"


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def criticism_of(draft: Draft, points: Iterable[Point], spoken: Spoken) -> Structure:
    """Văn bản phản biện: who was heard, and each point with what is asked for."""
    listed = list(points)
    slots = {
        "front": draft.front.name,
        "recipient": draft.body.name,
        "draft": draft.title,
        "draft_kind": draft.get_kind_display(),
        "code": draft.code,
        "received_on": f"{draft.received_on:%d/%m/%Y}",
        "submits_on": f"{draft.submits_on:%d/%m/%Y}" if draft.submits_on else "",
        "late_received": _late_received(draft),
        "forms_used": "; ".join(map(_form, spoken["forms"])),
        "spoke": _spoke(spoken),
        "agreed": f"Có {spoken['agrees']} lượt người đồng tình với ý kiến đã nêu." if spoken["agrees"] else "",
        "point_count": str(len(listed)),
        "assessment": draft.assessment,
        "criticism_points": MARK,
        "answer_in": answer_term(clock.today()),
    }
    return Structure(
        heading=heading_of(draft.front),
        symbol="MTTQ-BTT",
        kind_name="Văn bản phản biện xã hội",
        summary=f"đối với dự thảo {draft.title}",
        addressees=(draft.body.name,),
        blocks=tuple(_with_points(worded("criticism", slots, unit=draft.front), listed)),
        signer=SIGNER,
        copies_to=("Như trên", *([draft.drafter] if draft.drafter else []), "Lưu: VT, hồ sơ"),
    )


@override("vi")  # as above
def urging_of(draft: Draft, number: int, due_on: date, unanswered: int) -> Structure:
    """Công văn đôn đốc to the body whose answer is late by the programme's term."""
    assert draft.paper is not None  # it was sent, so that an answer can be late
    assert draft.sent_on is not None
    slots = {
        "front": draft.front.name,
        "recipient": draft.body.name,
        "draft": draft.title,
        "code": draft.code,
        "paper": draft.paper.label,
        "sent_on": f"{draft.sent_on:%d/%m/%Y}",
        "due": f"{due_on:%d/%m/%Y}",
        "days_late": str(working_days_late(due_on, clock.today())),
        "number": str(number),
        "unanswered": str(unanswered),
    }
    return Structure(
        heading=heading_of(draft.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"đôn đốc trả lời văn bản phản biện số {draft.paper.label} (lần {number})",
        addressees=(draft.body.name,),
        blocks=worded("criticism_urging", slots, unit=draft.front),
        signer=SIGNER,
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )


def answer_term(on: date) -> str:
    """The programme's term of an answer, in words."""
    row = rule(ANSWER_RULE, on)
    return length_words(row.length or 0, Unit(row.unit))


def _late_received(draft: Draft) -> str:
    told = sent_before(draft.received_on, draft.submits_on)
    if told is None or not told.is_late:
        return ""
    when = f"{told.days} ngày trước ngày trình" if told.days > 0 else "khi đã đến ngày trình"
    return f"Dự thảo đến Mặt trận {when}; Luật quy định ít nhất {told.required} ngày."


def _form(form: Spoken) -> str:
    name = HearingKind(form["kind"]).label
    held = f" ngày {date.fromisoformat(form['on']):%d/%m/%Y}" if form["on"] else ""
    if form["kind"] == HearingKind.WRITTEN:
        return f"{name} (hỏi {form['invited']} nơi, {form['answered']} nơi trả lời)"
    return f"{name}{held} ({form['came']} trên {form['invited']} nơi được mời đến dự)"


def _spoke(spoken: Spoken) -> str:
    lines = source_lines(spoken)
    total = sum(n for _label, n in lines)
    return f"{total} ý kiến" + (f" ({'; '.join(f'{label}: {n}' for label, n in lines)})" if lines else "")


def _with_points(blocks: Iterable[Block], points: list[Point]) -> Iterator[Block]:
    """The wording with the points where it asks for them; what was written in several paragraphs stays so."""
    for block in blocks:
        before, mark, after = block.text.partition(MARK)
        if not mark:
            yield from (Block(block.kind, line) for line in block.text.split("\n") if line.strip())
            continue
        if before.strip():
            yield Block("paragraph", before.strip())
        for point in points:
            yield Block("heading", f"Điểm {point.number}. {point.place or WHOLE}")
            yield from (Block("paragraph", line) for line in point.text.split("\n") if line.strip())
            if point.proposal.strip():
                yield Block("quote", f"Kiến nghị: {point.proposal}")
        if after.strip():
            yield Block("paragraph", after.strip())
