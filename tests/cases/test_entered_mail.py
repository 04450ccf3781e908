"""E-mail as a source: a saved mail fills the form, its original stays sealed, and nothing is mailed back without consent."""

import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from tests.cases.test_sources import ENTER, told
from tests.foundation.files.samples import jpg
from tests.public import code_on
from tests.test_canaries import rows_of_every_table, seen

from vidan.cases.kinds import Source
from vidan.cases.models import CaseFile
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred
from vidan.foundation.files.services import cleaned_bytes, files_of, original_bytes
from vidan.foundation.intake import drafts
from vidan.foundation.intake.models import Draft
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

PLACE = f"{ENTER}thu-dien-tu/"
SignIn = Callable[[str], Client]
NAMED = {"mode": TellerMode.NAMED, "name": "Bà Thử", "email": "ba-thu@vidan.example"}


def eml(**changed: str) -> bytes:
    one = EmailMessage()
    words = {"From": "Bà Thử <ba-thu@vidan.example>", "Subject": "Hẹn lại", "Date": "Mon, 12 Mar 2018 08:00:00 +0700"}
    for name, value in (words | changed).items():
        one[name] = value
    one.set_content("Tôi đã đến quầy ba lần.")
    one.add_attachment(jpg(), maintype="image", subtype="jpeg", filename="giay-hen.jpg")
    one.add_attachment(b"MZ\x90\0" + b"\0" * 200, maintype="application", subtype="exe", filename="a.exe")
    return one.as_bytes()


def upload(client: Client, data: bytes | None = None) -> str:
    answer = client.post(PLACE, {"mail": SimpleUploadedFile("thu.eml", data or eml())})
    assert answer.status_code == 200
    return answer.content.decode()


def draft_on(page: str) -> str:
    found = re.search(r'name="draft" value="(\w+)"', page)
    assert found
    return found[1]


def test_the_form_is_filled_in_but_for_how_the_person_wants_to_be_named(signed_in: SignIn) -> None:
    page = upload(signed_in("can-bo-quan"))
    for words in ("Tôi đã đến quầy ba lần.", 'value="Bà Thử"', 'value="12/03/2018"', "1 tệp kèm đã giữ."):
        assert words in page
    assert re.search(r'value="email"[^>]*checked', page)
    assert not re.search(r'name="mode"[^>]*checked', page)
    assert not CaseFile.objects.exists()


def test_the_case_gets_the_files_and_the_sealed_original_which_never_leaves_the_desk(signed_in: SignIn) -> None:
    client, data = signed_in("can-bo-quan"), eml()
    code = draft_on(upload(client, data))
    answer = client.post(ENTER, told(source=Source.EMAIL, draft=code, **NAMED))
    assert code_on(answer) == code_on(client.post(ENTER, told(source=Source.EMAIL, draft=code, **NAMED)))
    case = CaseFile.objects.get()
    assert case.source == Source.EMAIL
    picture, original = files_of(case.code)
    assert (picture.kind, original.kind) == (FileKind.JPG, FileKind.EML)
    assert original_bytes(original) == data
    with pytest.raises(NeverTransferred):
        cleaned_bytes(original)


def test_what_waits_is_destroyed_with_its_day(signed_in: SignIn) -> None:
    upload(signed_in("can-bo-quan"))
    assert StoredFile.objects.count() == 2
    Draft.objects.update(ends_at="2018-01-01T00:00:00Z")
    drafts.sweep()
    assert not StoredFile.objects.filter(is_destroyed=False).exists()


def test_a_form_sent_with_a_fault_keeps_the_mail(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    code = draft_on(upload(client))
    answer = client.post(ENTER, told(source=Source.EMAIL, draft=code, story=""))
    assert answer.status_code == 422
    assert "1 tệp kèm đã giữ." in answer.content.decode()
    client.post(ENTER, told(source=Source.EMAIL, draft=code))
    assert len(files_of(CaseFile.objects.get().code)) == 2


@pytest.mark.parametrize("data", [b"hello", b"From: x\r\n\r\n", b"\xd0\xcf\x11\xe0" * 300])
def test_what_is_no_mail_is_told_and_nothing_is_kept(data: bytes, signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(PLACE, {"mail": SimpleUploadedFile("thu.eml", data)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Draft.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_words_of_a_mail_lie_sealed_in_every_table(signed_in: SignIn) -> None:
    canary = "canarymailzq"
    upload(signed_in("can-bo-quan"), eml(Subject=canary, From=f"{canary} <{canary}@vidan.example>"))
    assert [table for table, value in rows_of_every_table() if seen(value, [canary])] == []


def test_the_receipt_is_mailed_to_who_agreed_and_holds_nothing_else(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(ENTER, told(source=Source.EMAIL, by_email="1", **NAMED))
    (sent,) = mail.outbox
    assert sent.to == ["ba-thu@vidan.example"]
    assert code_on(answer) in sent.body.replace(" ", "")
    assert "trống không" not in sent.body
    assert "Bà Thử" not in sent.body
    assert Entry.objects.filter(event="case.mail_receipt", subject=CaseFile.objects.get().code).count() == 1


def test_without_consent_nothing_is_mailed(signed_in: SignIn) -> None:
    signed_in("can-bo-quan").post(ENTER, told(source=Source.EMAIL, **NAMED))
    assert CaseFile.objects.count() == 1
    assert mail.outbox == []


def test_a_mail_server_that_is_away_loses_no_case(signed_in: SignIn, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    answer = signed_in("can-bo-quan").post(ENTER, told(source=Source.EMAIL, by_email="1", **NAMED))
    assert CaseFile.objects.count() == 1
    assert "Chưa gửi được thư điện tử" in answer.content.decode()


@pytest.mark.parametrize(
    "changed",
    [
        {"by_email": "1", "mode": TellerMode.NAMED, "name": "Bà Thử"},
        {"email": "ba-thu@vidan.example"},
        {"email": "không phải", "mode": TellerMode.NAMED, "name": "Bà Thử"},
    ],
)
def test_an_address_belongs_to_who_is_named_and_consent_to_an_address(
    changed: dict[str, str], signed_in: SignIn
) -> None:
    assert signed_in("can-bo-quan").post(ENTER, told(source=Source.EMAIL, **changed)).status_code == 422
    assert not CaseFile.objects.exists()
