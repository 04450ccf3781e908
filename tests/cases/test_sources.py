"""Words that the staff enter: by telephone, in person, on paper, from the box; each with its receipt, its form and its end."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg
from tests.outreach.procedure_made import published as published_procedure
from tests.public import code_on
from tests.test_canaries import rows_of_every_table, seen

from vidan.cases.kinds import Kind, Source
from vidan.cases.models import BoxLetter, BoxOpening, Call, CaseFile
from vidan.cases.services.log_call import Caller, log_call
from vidan.cases.story import story_of
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.drafts import new_code
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import ContactPoint
from vidan.foundation.vault.models import FrontKey

pytestmark = pytest.mark.django_db

ENTER, CALLS, BOXES = "/ban-lam-viec/nhap-y-kien/", "/ban-lam-viec/so-dien-thoai/", "/ban-lam-viec/hop-thu/"
SignIn = Callable[[str], Client]


def told(**changed: Any) -> dict[str, Any]:
    words = {
        "draft": new_code(),
        "source": Source.HOTLINE,
        "received_on": "13/03/2018",
        "kind": Kind.FEEDBACK,
        "unit": "mot-cua-a-an-phu",
        "story": "Người trực quầy nói trống không.",
        "mode": TellerMode.ANONYMOUS,
        "teller_type": "person",
        "people": "1",
    }
    return words | changed


def test_who_calls_gets_the_same_receipt_as_who_writes(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(ENTER, told(mode=TellerMode.NAMED, name="Bà Thử"))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    code = code_on(answer)
    page = Client().post("/tra-cuu/", {"code": code}, follow=True).content.decode()
    case = CaseFile.objects.get()
    assert case.code in page
    assert case.source == Source.HOTLINE
    assert Entry.objects.get(subject=case.code, event="case.receive").actor == actor("can-bo-quan").code


@pytest.mark.parametrize(("named", "code"), [("đăng ký KHAI SINH", "khai-sinh"), ("việc khác", ""), ("", "")])
def test_an_officer_names_the_procedure_as_people_do_themselves(signed_in: SignIn, named: str, code: str) -> None:
    published_procedure()
    signed_in("can-bo-quan").post(ENTER, told(procedure=named))
    case = CaseFile.objects.get()
    assert case.procedure == code
    assert story_of(case).procedure == named


def test_a_second_click_shows_the_same_receipt_and_makes_no_second_case(signed_in: SignIn) -> None:
    client, words = signed_in("can-bo-quan"), told()
    assert code_on(client.post(ENTER, words)) == code_on(client.post(ENTER, words))
    assert CaseFile.objects.count() == Receipt.objects.count() == 1


@pytest.mark.parametrize(
    ("source", "signed", "asked", "taken"),
    [
        (Source.HOTLINE, "", Kind.DENUNCIATION, Kind.DENUNCIATION_CONTENT),
        (Source.HOTLINE, "1", Kind.DENUNCIATION, Kind.DENUNCIATION_CONTENT),  # nobody signs a call
        (Source.LETTER, "1", Kind.DENUNCIATION, Kind.DENUNCIATION),
        (Source.LETTER, "", Kind.COMPLAINT, Kind.FEEDBACK),
        (Source.RECEPTION, "", Kind.COMPLAINT, Kind.COMPLAINT),
        (Source.BOX, "", Kind.SUGGESTION, Kind.SUGGESTION),
    ],
)
def test_the_form_decides_what_a_word_lawfully_is(
    source: Source, signed: str, asked: Kind, taken: Kind, signed_in: SignIn
) -> None:
    client = signed_in("can-bo-quan")
    page = client.post(ENTER, told(source=source, signed=signed, kind=asked)).content.decode()
    assert CaseFile.objects.get().kind == taken
    assert ("Hướng dẫn người gửi" in page) == (taken != asked)


def test_a_letter_that_lay_counts_from_the_day_it_came(signed_in: SignIn) -> None:
    signed_in("can-bo-quan").post(ENTER, told(source=Source.LETTER, received_on="06/03/2018"))
    case = CaseFile.objects.get()
    assert Clock.objects.get(subject=case.code, role="transfer").due_on == date(2018, 3, 13)
    assert case.received_at.date() == date(2018, 3, 6)


@pytest.mark.parametrize(
    "changed",
    [
        {"received_on": "14/03/2018"},
        {"received_on": "13/03/2017"},
        {"mode": TellerMode.NAMED},
        {"phone": "0000 111 222"},
        {"teller_type": "organisation"},
        {"story": "  "},
        {"people": "0"},
        {"unit": "nowhere"},
        {"source": Source.WEB},
        {"uploads": SimpleUploadedFile("don.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)},
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_kept(changed: dict[str, Any], signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(ENTER, told(**changed))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not CaseFile.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_front_without_a_key_takes_no_name_in_confidence(signed_in: SignIn) -> None:
    FrontKey.objects.update(retired_at=clock.now())
    forget_all()
    answer = signed_in("can-bo-quan").post(ENTER, told(mode=TellerMode.CONFIDENTIAL, name="Bà Thử"))
    assert answer.status_code == 422
    assert "chưa có khóa niêm phong" in answer.content.decode()


def test_the_scan_of_a_letter_lies_with_the_case(signed_in: SignIn) -> None:
    scan = SimpleUploadedFile("don.jpg", jpg(), "image/jpeg")
    signed_in("can-bo-quan").post(ENTER, told(source=Source.LETTER, signed="1", uploads=scan))
    assert StoredFile.objects.get().subject == CaseFile.objects.get().code


def test_the_ward_enters_for_its_own_front(signed_in: SignIn) -> None:
    signed_in("can-bo-phuong").post(ENTER, told())
    assert CaseFile.objects.get().front.slug == "mttq-a-an-phu"


def test_a_call_becomes_a_case_once_and_what_is_known_is_not_typed_twice(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    place = client.post(CALLS, {"gist": "Hẹn lại ba lần", "name": "Bà Thử", "phone": "0000 111 222"})["Location"]
    page = client.get(place).content.decode()
    assert "Hẹn lại ba lần" in page
    assert 'value="Bà Thử"' in page
    client.post(place, told(mode=TellerMode.NAMED, name="Bà Thử", phone="0000 111 222"))
    call = Call.objects.get()
    assert call.case == CaseFile.objects.get()
    again = client.post(place, told())
    assert again.status_code == 302
    assert CaseFile.objects.count() == 1


def test_a_call_that_needs_no_case_ends_with_its_reason_and_only_once(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    call = log_call(front=unit("mttq-a-quan-2"), gist="Hỏi giờ", wish="", caller=Caller(), actor=actor("can-bo-quan"))
    client.post(f"{CALLS}{call.pk}/ket-thuc/", {"ended": "guided"})
    client.post(f"{CALLS}{call.pk}/ket-thuc/", {"ended": "wrong_number"})
    call.refresh_from_db()
    assert call.ended == "guided"
    assert Entry.objects.filter(event="call.end").count() == 1


def test_who_called_lies_sealed_in_every_table(signed_in: SignIn) -> None:
    canary = "canarycallerzq"
    signed_in("can-bo-quan").post(CALLS, {"gist": "Hỏi", "name": canary, "phone": canary})
    assert [table for table, value in rows_of_every_table() if seen(value, [canary])] == []
    assert canary not in signed_in("can-bo-quan").get(CALLS).content.decode()


def test_calls_of_another_front_are_not_there(signed_in: SignIn) -> None:
    call = log_call(front=unit("mttq-a-quan-2"), gist="Hỏi", wish="", caller=Caller(), actor=actor("can-bo-quan"))
    ward = signed_in("can-bo-phuong")
    assert "Hỏi" not in ward.get(CALLS).content.decode()
    assert ward.get(f"{ENTER}?goi={call.pk}").status_code == 404
    assert ward.post(f"{CALLS}{call.pk}/ket-thuc/", {"ended": "guided"}).status_code == 404


def opened(client: Client, letters: int = 2) -> BoxOpening:
    box = ContactPoint.objects.get(unit__slug="mttq-a-quan-2", kind="box")
    words = {
        "box": box.pk,
        "day": "13/03/2018",
        "hour": "08:30",
        "witnesses": "Đại diện khu phố",
        "letters": letters,
        "remark": "",
    }
    answer = client.post(BOXES, words)
    assert answer.status_code == 302, answer.content.decode()
    return BoxOpening.objects.get()


def test_a_box_is_opened_before_witnesses_with_numbered_minutes(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    opening = opened(client)
    paper = Paper.objects.get(kind="box_minutes")
    assert paper.label == "01/BB-MTTQ-BTT"
    assert "Trong hộp có 02 thư" in str(paper.structure)
    assert client.get(f"{BOXES}{opening.pk}/bien-ban.pdf").content.startswith(b"%PDF")
    assert client.post(BOXES, {"box": opening.box_id, "letters": 1}).status_code == 422


def test_each_letter_of_the_box_is_a_case_or_has_a_ground(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    opening = opened(client)
    client.post(f"{ENTER}?hop-thu={opening.pk}&thu=1", told(source=Source.BOX))
    client.post(f"{BOXES}{opening.pk}/khong-xu-ly/", {"number": 2, "ground": "unreadable"})
    client.post(f"{BOXES}{opening.pk}/khong-xu-ly/", {"number": 1, "ground": "unreadable"})
    kept = {letter.number: (bool(letter.case), letter.refused) for letter in BoxLetter.objects.all()}
    assert kept == {1: (True, ""), 2: (False, "unreadable")}
    page = client.get(f"{BOXES}{opening.pk}/").content.decode()
    assert CaseFile.objects.get().code in page
    assert "không đọc được" in page


@pytest.mark.parametrize("letter", ["0", "3", "x", "99999999999999999999"])
def test_a_letter_that_was_not_in_the_box_is_not_there(letter: str, signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    opening = opened(client)
    answer = client.get(f"{ENTER}?hop-thu={opening.pk}&thu={letter}")
    assert answer.status_code == 404
    client.post(f"{BOXES}{opening.pk}/khong-xu-ly/", {"number": letter, "ground": "unreadable"})
    assert not BoxLetter.objects.exists()


def test_the_receipt_is_printed_in_large_letters(signed_in: SignIn) -> None:
    page = signed_in("can-bo-quan").post(ENTER, told()).content.decode()
    assert re.search(r'class="slip large"', page)
    assert "data-print" in page
