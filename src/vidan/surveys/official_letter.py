"""The letter with recommendations to the body that ran an official survey; its wording stands in data/papers/wording."""

from collections.abc import Iterable

from django.utils.translation import override

from vidan.domain.watching.checklist import Found, Item, having
from vidan.domain.watching.punctuality import Standing, punctuality
from vidan.foundation.calendar import clock
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Structure
from vidan.foundation.papers.wording import worded
from vidan.surveys.checklist import checklist_of
from vidan.surveys.models import OfficialSurvey


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def letter_of(survey: OfficialSurvey, recommendations: str) -> Structure:
    """Công văn kiến nghị, with what was found up to now."""
    checklist = checklist_of(survey)
    findings = {one.item: Found(one.finding) for one in survey.findings.all()}
    slots = {
        "front": survey.front.name,
        "survey": survey.title,
        "year": str(survey.year),
        "recipient": survey.ran_by,
        "decision": _decision(survey),
        "publication": _publication(survey),
        "items": str(len(checklist.items)),
        "lacking": _listed(having(checklist, findings, Found.NO)),
        "partly": _listed(having(checklist, findings, Found.PARTLY)),
        "not_known": _listed(having(checklist, findings, Found.UNKNOWN)),
        "recommendations": recommendations,
        "code": survey.code,
    }
    return Structure(
        heading=heading_of(survey.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"kiến nghị về việc tổ chức và công bố kết quả khảo sát sự hài lòng năm {survey.year}",
        addressees=(survey.ran_by,),
        blocks=worded("survey_watch", slots, unit=survey.front),
        signer=SIGNER,
        copies_to=("Như trên", "Lưu: VT, hồ sơ"),
    )


def _decision(survey: OfficialSurvey) -> str:
    if not survey.decision_number:
        return ""
    dated = f" ngày {survey.decided_on:%d/%m/%Y}" if survey.decided_on else ""
    return f"{survey.decision_number}{dated}"


def _publication(survey: OfficialSurvey) -> str:
    """Where the publication stands, as a sentence."""
    today = clock.today()
    told = punctuality(survey.publish_due, survey.published_on, today)
    due = f"{survey.publish_due:%d/%m/%Y} ({survey.due_basis})" if survey.publish_due else ""
    on = f"{survey.published_on:%d/%m/%Y}" if survey.published_on else ""
    return {
        Standing.NO_DUE: "Đến nay kết quả chưa được công bố và chưa rõ hạn công bố.",
        Standing.DUE: f"Kết quả phải được công bố chậm nhất ngày {due}.",
        Standing.LATE: f"Kết quả phải được công bố chậm nhất ngày {due}; đến ngày {today:%d/%m/%Y} vẫn chưa được công bố, "
        f"trễ {told.days} ngày.",
        Standing.PUBLISHED: f"Kết quả đã được công bố ngày {on}.",
        Standing.IN_TIME: f"Kết quả đã được công bố ngày {on}, đúng hạn {due}.",
        Standing.PUBLISHED_LATE: f"Kết quả được công bố ngày {on}, trễ {told.days} ngày so với hạn {due}.",
    }[told.standing]


def _listed(items: Iterable[Item]) -> str:
    return "; ".join(_lower_first(item.words) for item in items)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
