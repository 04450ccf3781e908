"""The papers of a verification as structured text: plan, minutes and proposal; their wording stands in data/papers/wording."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import override

from vidan.cases.facts import has_explained
from vidan.cases.handling import lists, matter_of, words
from vidan.cases.kinds import Kind
from vidan.cases.letters import DUE, NOUNS
from vidan.cases.models import CaseFile, Verification
from vidan.cases.outcomes import Finding, NoExplanation
from vidan.domain.petitions.handling import list_for
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Signer, Structure
from vidan.foundation.papers.wording import worded
from vidan.foundation.units.models import Unit


@dataclass(frozen=True)
class Meeting:
    """When and where the verification is to be, which bodies take part, who else does, and what is to be asked."""

    day: date
    hour: time
    place: str
    bodies: Sequence[Unit]
    others: str
    questions: str


@dataclass(frozen=True)
class Found:
    """What the minutes hold: when it was, who was present (offices), what was found, and why nobody explained himself."""

    held_on: date
    present: str
    told: str
    finding: Finding
    no_explanation: NoExplanation | None = None
    asked_until: date | None = None


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def plan_of(case: CaseFile, meeting: Meeting) -> Structure:
    """Kế hoạch xác minh; the date of the minutes is put in when it is signed (letters.with_due)."""
    names = [case.front.name, *(body.name for body in meeting.bodies)]
    slots = _of_case(case) | {
        "hour": f"{meeting.hour.hour} giờ {meeting.hour.minute:02d}",
        "day": f"{meeting.day:%d/%m/%Y}",
        "place": meeting.place.rstrip("."),
        "who": "; ".join([*names, *filter(None, [meeting.others.rstrip(".")])]),
        "questions": meeting.questions,
        "due": DUE,
    }
    return Structure(
        heading=heading_of(case.front),
        symbol="KH-MTTQ-BTT",
        kind_name="Kế hoạch",
        summary=f"Xác minh hồ sơ {case.code}",
        addressees=(),
        blocks=worded("verification_plan", slots, unit=case.front),
        signer=SIGNER,
        copies_to=(*names[1:], "Lưu: VT, hồ sơ"),
    )


@override("vi")
def minutes_of(verification: Verification, found: Found) -> Structure:
    """Biên bản xác minh chung, with the finding; who was present is told by office."""
    case = verification.case
    slots = _of_case(case) | {
        "day": f"{found.held_on:%d/%m/%Y}",
        "plan": verification.plan.label,
        "present": found.present.rstrip("."),
        "heard": _heard(case, found),
        "told": found.told,
        "finding": str(Finding(found.finding).label),
    }
    return Structure(
        heading=heading_of(case.front),
        symbol="BB-MTTQ-BTT",
        kind_name="Biên bản",
        summary=f"Xác minh chung hồ sơ {case.code}",
        addressees=(),
        blocks=worded("verification_minutes", slots, unit=case.front),
        signer=Signer(power="Người chủ trì", title="Đại diện các nơi tham gia"),
        copies_to=("Các nơi tham gia", "Lưu: VT, hồ sơ"),
    )


@override("vi")
def proposal_of(verification: Verification, to: Unit, forms: Sequence[str], why: str) -> Structure:
    """Văn bản đề xuất hình thức xử lý to the chairman who decides; it names the official, and goes to nobody else."""
    case, matter = verification.case, matter_of(verification.case, verification.finding)
    found = list_for(lists(), matter)
    assert verification.minutes is not None
    assert verification.held_on is not None  # it has a finding
    slots = _of_case(case) | {
        "day": f"{verification.held_on:%d/%m/%Y}",
        "minutes": verification.minutes.label,
        "finding": str(Finding(verification.finding).label),
        "person": f"{case.official.name}, {case.official.position}" if case.official else "",
        "why": why,
        "law": f" và {found.basis}" if found and set(forms) & set(found.forms) else "",
        "forms": words(forms),
        "to": to.name,
    }
    return Structure(
        heading=heading_of(case.front),
        symbol="KN-MTTQ-BTT",
        kind_name="Kiến nghị",
        summary=f"Về hình thức xử lý hồ sơ {case.code}",
        addressees=(f"Chủ tịch {to.name}",),
        blocks=worded("proposal", slots, unit=case.front),
        signer=SIGNER,
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )


def _of_case(case: CaseFile) -> dict[str, str]:
    return {
        "front": case.front.name,
        "code": case.code,
        "kind": NOUNS[Kind(case.kind)],
        "unit": case.subject_unit.name if case.subject_unit else "",
        "gist": case.gist.rstrip("."),
    }


def _heard(case: CaseFile, found: Found) -> str:
    if has_explained(case):
        return "Người bị phản ánh đã giải trình; văn bản giải trình lưu trong hồ sơ."
    if found.no_explanation is None:
        return ""
    told = str(NoExplanation(found.no_explanation).label)
    until = f" (hẹn đến ngày {found.asked_until:%d/%m/%Y})" if found.asked_until else ""
    return f"Không có giải trình của người bị phản ánh: {told[0].lower()}{told[1:]}{until}."
