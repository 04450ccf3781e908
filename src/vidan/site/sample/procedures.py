"""Sample catalogue of procedures: published by the editor as from a spreadsheet; one has two versions, one has ended."""

from typing import Any

from django.conf import settings

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import UnitKind
from vidan.outreach import named
from vidan.outreach.forms.procedure import ProcedureForm, places_of
from vidan.outreach.models import Procedure
from vidan.outreach.services.bring_procedures import bring
from vidan.outreach.views.procedures_desk import writes_for
from vidan.site.sample.people import address
from vidan.site.sample.wording import sample_data

ALIKE = {
    "received_by": UnitKind.ONE_STOP_COUNTER,
    "hours": "Thứ Hai đến thứ Sáu 7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ; sáng thứ Bảy 7 giờ 30 đến 11 giờ 30",
    "fee": "theo quy định",
    "limit_note": "kể từ khi nhận đủ hồ sơ (mẫu)",
    "valid_from": "01/01/2018",
    "source": "Mẫu: giấy tờ và thời hạn chỉ để minh họa, không phải văn bản công bố",
}
LINES = ("papers", "steps", "bases")


def make_procedures() -> None:
    """Publish the catalogue once."""
    if Procedure.objects.exists():
        return
    editor = actor_of(User.objects.get(email=address("bien-tap")))
    front = writes_for(editor)
    assert front.slug == settings.FRONT
    told = sample_data("catalogue")
    first = {row["code"]: ALIKE | row for row in told["procedure"]}
    later = [first[row["code"]] | row for row in told["later"]]
    places = places_of(front)
    for rows in (list(first.values()), later):
        contents = [_content(row, places) for row in rows]
        bring(front=front, rows=contents, at_once=True, actor=editor, is_sample=True)
    named.forget()


def _content(row: dict[str, Any], places: list[tuple[str, str]]) -> dict[str, Any]:
    """A row of the file as the form reads it."""
    typed = row | {name: "\n".join(row[name]) for name in LINES}
    form = ProcedureForm(typed, places=places)
    assert form.is_valid(), (row["code"], form.errors)
    return form.cleaned_data
