"""One officer draws bars on a file, a second sees it beside the original, and the body gets the new file alone."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from tests.cases.made import actor, found, made
from tests.foundation.files.test_blacken import SECRET, pdf, picture

from vidan.cases.kinds import PersonState, State
from vidan.cases.models import CaseFile
from vidan.cases.services.classify import classify
from vidan.cases.services.prepare import check
from vidan.cases.services.transfer import submit, transfer
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.redaction.models import BlackenedFile
from vidan.foundation.redaction.services.prepare import newest_copy

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def with_file(data: bytes, mode: TellerMode = TellerMode.ANONYMOUS) -> tuple[CaseFile, StoredFile, str]:
    case = made(mode=mode)
    upload = SimpleUploadedFile("tep.pdf", data)
    file = keep_file(subject=case.code, upload=upload, position=1)
    told = found(person=PersonState.RESOLVED)
    case = classify(code=case.code, found=told, actor=actor("can-bo-quan"))
    return case, file, f"/ban-lam-viec/ho-so/{case.code}/"


def drawn(client: Client, file: StoredFile, place: str, bars: str = "1 0 0 100 20") -> BlackenedFile:
    assert client.post(f"{place}tep-goc/{file.name}/che/", {"bars": bars}).status_code == 302
    return BlackenedFile.objects.order_by("-pk")[0]


def prepared(client: Client, case: CaseFile, place: str, *files: StoredFile) -> int:
    sent = {"version": case.version, "text": "Bản chuyển.", "chosen": [file.pk for file in files]}
    return client.post(f"{place}ban-chuyen/", sent).status_code


def test_the_body_gets_the_blackened_file_and_what_was_under_the_bar_is_gone(signed_in: SignIn) -> None:
    case, file, place = with_file(pdf(1))
    officer = signed_in("can-bo-quan")
    black = drawn(officer, file, place)
    assert prepared(officer, case, place, black.file) == 302
    beside = signed_in("can-bo-quan-2").get(f"{place}xac-nhan-ban-chuyen/").content.decode()
    assert f"tep-che/{black.file.name}/" in beside
    assert signed_in("can-bo-quan-2").get(f"{place}tep-che/{black.file.name}/").status_code == 200
    check(code=case.code, actor=actor("can-bo-quan-2"))
    submit(code=case.code, actor=actor("can-bo-quan-2"))
    transfer(code=case.code, actor=actor("lanh-dao"))
    body = signed_in("can-bo-ubnd")
    sent = body.get(f"/ban-lam-viec/chuyen-den/{case.code}/tep/{black.file.name}/")
    assert sent.status_code == 200
    text = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(sent.content))
    assert SECRET not in text
    assert SECRET.encode() not in sent.content
    assert body.get(f"/ban-lam-viec/chuyen-den/{case.code}/tep/{file.name}/").status_code == 404


def test_the_original_stays_as_it_was(signed_in: SignIn) -> None:
    _case, file, place = with_file(picture("PNG"))
    digest = file.digest
    drawn(signed_in("can-bo-quan"), file, place)
    file.refresh_from_db()
    assert file.digest == digest


def test_a_file_goes_whole_or_blackened_but_not_both(signed_in: SignIn) -> None:
    case, file, place = with_file(picture("PNG"))
    officer = signed_in("can-bo-quan")
    black = drawn(officer, file, place)
    assert prepared(officer, case, place, file, black.file) == 422
    assert newest_copy(case.code) is None


def test_a_page_is_seen_as_points_and_kept_by_no_cache(signed_in: SignIn) -> None:
    _case, file, place = with_file(pdf(2))
    officer = signed_in("can-bo-quan")
    answer = officer.get(f"{place}tep-sach/{file.name}/trang/2.jpg")
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert Image.open(io.BytesIO(answer.content)).format == "JPEG"
    for number in (0, 3, 2**40):
        assert officer.get(f"{place}tep-sach/{file.name}/trang/{number}.jpg").status_code == 404


def test_a_wrong_line_is_named_and_what_was_typed_is_kept(signed_in: SignIn) -> None:
    _case, file, place = with_file(picture("PNG"))
    answer = signed_in("can-bo-quan").post(f"{place}tep-goc/{file.name}/che/", {"bars": "1 0 0 50 50\n1 90 0 20 10"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 90 0 20 10" in page
    assert "Dòng 2" in page
    assert not BlackenedFile.objects.exists()


def test_the_earlier_bars_are_there_to_go_on_from(signed_in: SignIn) -> None:
    _case, file, place = with_file(picture("PNG"))
    officer = signed_in("can-bo-quan")
    drawn(officer, file, place, "1 10 10 30 30")
    assert "1 10 10 30 30" in officer.get(f"{place}tep-goc/{file.name}/che/").content.decode()


def test_it_is_journalled_without_what_it_hides(signed_in: SignIn) -> None:
    case, file, place = with_file(picture("PNG"))
    drawn(signed_in("can-bo-quan"), file, place)
    entry = Entry.objects.get(subject=case.code, event="case.blacken")
    assert entry.facts == {"file": 1, "bars": 1, "made": 1}


def test_bars_are_drawn_only_while_the_copy_is_prepared(signed_in: SignIn) -> None:
    case, file, place = with_file(picture("PNG"))
    officer = signed_in("can-bo-quan")
    prepared(officer, case, place)
    assert officer.post(f"{place}tep-goc/{file.name}/che/", {"bars": "1 0 0 9 9"}).status_code == 302
    assert not BlackenedFile.objects.exists()


def test_a_third_officer_of_a_confidential_case_and_other_bodies_see_nothing(signed_in: SignIn) -> None:
    case, file, place = with_file(picture("PNG"), TellerMode.CONFIDENTIAL)
    for local in ("can-bo-quan", "can-bo-quan-2"):
        assert signed_in(local).get(f"{place}tep-sach/{file.name}/trang/1.jpg").status_code == 200, local
    for local in ("can-bo-phuong", "can-bo-ubnd", "theo-doi", "lanh-dao"):
        for address in (f"tep-goc/{file.name}/che/", f"tep-sach/{file.name}/trang/1.jpg", f"tep-che/{file.name}/"):
            assert signed_in(local).get(f"{place}{address}").status_code == 404, (local, address)
    assert case.state == State.CLASSIFIED


def test_a_file_of_another_case_is_not_there(signed_in: SignIn) -> None:
    _case, file, _place = with_file(picture("PNG"))
    _other, _file, place = with_file(picture("PNG"))
    assert signed_in("can-bo-quan").get(f"{place}tep-goc/{file.name}/che/").status_code == 404
    assert signed_in("can-bo-quan").get(f"{place}tep-sach/{file.name}/trang/1.jpg").status_code == 404
