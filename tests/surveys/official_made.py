"""Official surveys for tests, carried by the services to where a test needs them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor

from vidan.foundation.units.models import Area, Unit
from vidan.surveys.checklist import checklist_of
from vidan.surveys.kinds import Finding, Mode
from vidan.surveys.models import OfficialSurvey, WatchLetter
from vidan.surveys.services.judge_item import judge_item
from vidan.surveys.services.record_official import Known, record_official
from vidan.surveys.services.record_publication import Publication, record_publication
from vidan.surveys.services.show_official import show_official
from vidan.surveys.services.write_letter import approve_letter, write_letter

FRONT, BODY = "mttq-a-quan-2", "phong-noi-vu-a-quan-2"
OFFICER, HEAD = "can-bo-quan", "lanh-dao"
DUE = date(2018, 2, 1)
"""Forty days before the tests' today."""

ADVICE = "Công bố kết quả.\nCông bố số phiếu ở từng mức trả lời."


def known(**told: Any) -> Known:
    """What is known of a survey by the district's home-affairs office, whose result was due forty days ago."""
    front = Unit.objects.select_related("area").get(slug=FRONT)
    usual: dict[str, Any] = {
        "title": "Khảo sát mức độ hài lòng năm 2017",
        "year": 2017,
        "area": Area.objects.get(pk=front.area_id),
        "body": Unit.objects.get(slug=BODY),
        "decision_number": "120/KH-UBND",
        "decided_on": date(2017, 5, 2),
        "first_day": date(2017, 9, 1),
        "last_day": date(2017, 10, 31),
        "mode": Mode.AT_COUNTER,
        "planned": 400,
        "reached": 388,
        "publish_due": DUE,
        "due_basis": "mục 4 Kế hoạch 120/KH-UBND",
    }
    return Known(**(usual | told))


def recorded(**told: Any) -> OfficialSurvey:
    """A survey that the district Front watches."""
    return record_official(front=Unit.objects.get(slug=FRONT), known=known(**told), actor=actor(OFFICER))


def judged(survey: OfficialSurvey, finding: Finding = Finding.NO) -> OfficialSurvey:
    """The survey with every item of its checklist looked at."""
    for item in checklist_of(survey).items:
        judge_item(code=survey.code, item=item.code, finding=finding, note="Không thấy nêu.", actor=actor(OFFICER))
    return fresh(survey)


def published(
    survey: OfficialSurvey, on: date = date(2018, 3, 12), *, upload: SimpleUploadedFile | None = None, **told: Any
) -> OfficialSurvey:
    """The survey with its result published, thirty-nine days late unless said otherwise."""
    usual: dict[str, Any] = {"index": Decimal("95.5"), "index_n": 388, "where": "Cổng thông tin quận"}
    what = Publication(on=on, **(usual | told))
    record_publication(code=survey.code, published=what, upload=upload, actor=actor(OFFICER))
    return fresh(survey)


def written(survey: OfficialSurvey) -> WatchLetter:
    """A letter that waits for the head."""
    return write_letter(code=survey.code, recommendations=ADVICE, actor=actor(OFFICER))


def sent(survey: OfficialSurvey) -> WatchLetter:
    """A letter that is approved and numbered."""
    letter = written(survey)
    return approve_letter(code=survey.code, paper=letter.paper_id, actor=actor(HEAD))


def shown(survey: OfficialSurvey) -> OfficialSurvey:
    """The survey on its public page."""
    return show_official(code=survey.code, shown=True, actor=actor(HEAD))


def fresh(survey: OfficialSurvey) -> OfficialSurvey:
    """The survey as it stands in the database."""
    return OfficialSurvey.objects.select_related("front", "body", "area", "round", "file").get(pk=survey.pk)
