"""The forms of sessions, petitions and lists take or refuse whatever comes; none of them breaks."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.test_receptions import PLACE, book, day
from tests.test_bad_input import FILES, HOSTILE, fed

from vidan.cases.models import CaseFile

pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]

ENTER = "/ban-lam-viec/nhap-y-kien/"
SignIn = Callable[[str], Client]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_form_of_the_sources_takes_or_refuses_what_comes(text: str, signed_in: SignIn) -> None:
    session, coming = book(), day()
    client, told = signed_in("can-bo-quan"), fed(text)[:100_000]
    turn = ("people", "speakers", "gist", "ended", "promise", "promised_by")
    for place, words in (
        (f"{PLACE}{session.day_id}/", dict.fromkeys(turn, told)),
        (f"{PLACE}{session.day_id}/", {"people": "1", "gist": told, "ended": "answered"}),
        (f"{PLACE}{coming.pk}/hoan/", {"reason": told, "moved_to": told}),
        (f"{PLACE}{coming.pk}/hoan/", {"reason": told}),
        ("/ban-lam-viec/kien-nghi-cua-mat-tran/", dict.fromkeys(("draft", "unit", "gist", "text"), told)),
        (f"{ENTER}dan-tu-excel/", {"draft": told, "text": told, "save": "1", "leave_out": "1"}),
        (f"{ENTER}dan-tu-excel/", {"text": "\t".join([told.replace("\t", " ")[:4000]] * 10), "save": "1"}),
        (f"{ENTER}?buoi=1&luot=1", {}),
        ("/ban-lam-viec/noi-tiep-nhan/tiep-dan/them/", dict.fromkeys(("unit", "day", "opens", "weeks"), told)),
    ):
        assert client.post(place, words).status_code in (200, 302, 404, 422), place
    assert client.get(f"{ENTER}", {"buoi": told[:2000], "luot": told[:2000]}).status_code in (200, 404)
    assert not CaseFile.objects.exists()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("place", "field"), [("thu-dien-tu/", "mail"), ("dan-tu-excel/", "table")])
def test_a_file_that_is_none_of_ours_is_told(place: str, field: str, name: str, signed_in: SignIn) -> None:
    filename, content = FILES[name]
    answer = signed_in("can-bo-quan").post(f"{ENTER}{place}", {field: SimpleUploadedFile(filename, content)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
