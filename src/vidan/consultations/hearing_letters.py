"""The papers of a hearing: the letter that invites or asks, the one that urges, the minutes; their words: data/papers/wording."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from django.conf import settings
from django.utils.translation import override

from vidan.consultations.hearing_steps import lines_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing, Invited
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Signer, Structure
from vidan.foundation.papers.wording import worded

CARBON = ("Như trên", "Lưu: VT, hồ sơ")


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def invitation_of(hearing: Hearing, invited: Sequence[Invited]) -> Structure:
    """Giấy mời to a conference or dialogue, or công văn that asks for an opinion in writing."""
    writes = hearing.kind == HearingKind.WRITTEN
    slots = _of(hearing) | {"programme": hearing.programme, "due": _day(hearing.asked_by)}
    title = hearing.draft.title
    return Structure(
        heading=heading_of(hearing.draft.front),
        symbol="MTTQ-BTT" if writes else "GM-MTTQ-BTT",
        kind_name="" if writes else "Giấy mời",
        summary=f"lấy ý kiến phản biện dự thảo “{title}”" if writes else f"Dự {_form(hearing)} dự thảo “{title}”",
        addressees=tuple(one.name for one in invited),
        blocks=worded(f"criticism_{'asking' if writes else 'invitation'}", slots, unit=hearing.draft.front),
        signer=SIGNER,
        copies_to=CARBON,
    )


@override("vi")
def reminder_of(hearing: Hearing, late: Sequence[Invited], today: date) -> Structure:
    """Công văn nhắc, to those whose answer is overdue."""
    assert hearing.asked_by is not None
    slots = _of(hearing) | {
        "letter": hearing.invitation.label if hearing.invitation else "",
        "sent_on": _day(hearing.invitation.issued_on if hearing.invitation else None),
        "due": _day(hearing.asked_by),
        "days_late": str((today - hearing.asked_by).days),
    }
    return Structure(
        heading=heading_of(hearing.draft.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"nhắc gửi ý kiến phản biện dự thảo “{hearing.draft.title}”",
        addressees=tuple(one.name for one in late),
        blocks=worded("criticism_reminder", slots, unit=hearing.draft.front),
        signer=SIGNER,
        copies_to=CARBON,
    )


@override("vi")
def minutes_of(hearing: Hearing, invited: Sequence[Invited]) -> Structure:
    """Biên bản, from who came, what was noted of each step, and how many opinions were entered."""
    came = [one for one in invited if one.came]
    noted = (f"{line.number}. {line.title}: {line.note or 'đã thực hiện.'}" for line in lines_of(hearing) if line.done)
    slots = _of(hearing) | {
        "people": str(sum(one.people for one in came)),
        "present": _listed(came),
        "absent": _listed(one for one in invited if one.came is False),
        "steps": "\n".join(noted),
        "opinions": str(hearing.opinions.count()),
        "remark": hearing.minutes_text,
    }
    return Structure(
        heading=heading_of(hearing.draft.front),
        symbol="BB-MTTQ-BTT",
        kind_name="Biên bản",
        summary=f"{_form(hearing).capitalize()} dự thảo “{hearing.draft.title}”",
        addressees=(),
        blocks=worded("criticism_minutes", slots, unit=hearing.draft.front),
        signer=Signer(power="Người lập biên bản", title="Người chủ trì"),
        copies_to=(hearing.draft.body.name, "Lưu: VT, hồ sơ"),
    )


def _of(hearing: Hearing) -> dict[str, str]:
    draft = hearing.draft
    return {
        "front": draft.front.name,
        "draft": draft.title,
        "drafter": draft.drafter or draft.body.name,
        "form": _form(hearing),
        "hour": _hour(hearing.at),
        "day": _day(hearing.held_on),
        "place": hearing.place,
        "chair": hearing.chair.rstrip("."),
        "address": f"{settings.ORIGIN}/gop-y-du-thao/{draft.code}/",
        "code": draft.code,
    }


def _form(hearing: Hearing) -> str:
    return str(HearingKind(hearing.kind).label)


def _listed(rows: Iterable[Invited]) -> str:
    return "; ".join(one.name for one in rows)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _hour(at: time | None) -> str:
    return f"{at.hour} giờ {at.minute:02d}" if at else ""
