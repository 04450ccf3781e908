"""Procedures for tests, written by the editor as a spreadsheet or the form would have them."""

from typing import Any

from tests.cases.made import FRONT, actor, unit

from vidan.outreach import named
from vidan.outreach.forms.procedure import ProcedureForm, places_of
from vidan.outreach.models import Procedure
from vidan.outreach.services.publish_procedure import publish
from vidan.outreach.services.write_procedure import write

BIRTH = {
    "code": "khai-sinh",
    "name": "đăng ký khai sinh",
    "also_called": "giấy khai sinh",
    "field": "Hộ tịch",
    "level": "ward",
    "received_by": "one_stop_counter",
    "where": "quầy tư pháp - hộ tịch",
    "hours": "Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ",
    "applicants": "Cha, mẹ",
    "papers": "Tờ khai | 1 | bản chính\nGiấy chứng sinh\nGiấy kết hôn | 2 | bản sao | cha mẹ đã kết hôn",
    "steps": "Nộp giấy tờ | người dân | ngay tại quầy",
    "fee": "theo quy định",
    "limit_days": "5",
    "limit_unit": "working_day",
    "bases": "Luật Hộ tịch | 60/2014/QH13 | 20/11/2014 | https://luat.example/ho-tich",
    "valid_from": "01/01/2018",
    "name_en": "Birth registration",
    "summary_en": "Where the parents live.",
}


def content(**changed: str) -> dict[str, Any]:
    """What the form makes of the typed words."""
    form = ProcedureForm(BIRTH | changed, places=places_of(unit(FRONT)))
    assert form.is_valid(), form.errors
    told: dict[str, Any] = form.cleaned_data
    return told


def drafted(**changed: str) -> Procedure:
    """A draft of the editor."""
    told = content(**changed)
    return write(front=unit(FRONT), code=told["code"], content=told, actor=actor("bien-tap"))


def published(**changed: str) -> Procedure:
    """A procedure that everybody may read."""
    found = publish(pk=drafted(**changed).pk, actor=actor("bien-tap"))
    named.forget()
    return found
