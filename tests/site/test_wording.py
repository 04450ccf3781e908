"""The head edits the wording of letters in Word; new papers use it, what was issued stays as it is."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from tests.cases.made import made, unit
from tests.test_bad_input import FILES

from vidan.cases.kinds import State
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper, WordingVersion
from vidan.foundation.papers.wording import version_in_use

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/loi-van/transfer_settle/"
SignIn = Callable[[str], Client]


def word(opening: str = "Trân trọng gửi [nơi nhận]") -> SimpleUploadedFile:
    document = Document()
    document.add_paragraph(f"{opening} về [mã hồ sơ] tại [nơi được nói đến], hạn [hạn trả lời].")
    document.add_paragraph("[bản chuyển]")
    file = io.BytesIO()
    document.save(file)
    return SimpleUploadedFile("loi-van.docx", file.getvalue())


def letter(code: str) -> str:
    paper = Paper.objects.filter(subject=code, kind__startswith="transfer").order_by("pk")[0]
    return " ".join(block["text"] for block in paper.structure["blocks"])


def test_what_came_from_word_is_used_only_when_the_head_says_so(signed_in: SignIn) -> None:
    head = signed_in("lanh-dao")
    assert head.post(PLACE, {"file": word()}).status_code == 302
    assert "Trân trọng gửi" not in letter(made(State.SUBMITTED).code)
    head.post(f"{PLACE}1/dung/")
    told = letter(made(State.SUBMITTED).code)
    assert told.startswith("Trân trọng gửi Ủy ban nhân dân Phường An Phú về PA-2018-0002")


def test_an_issued_paper_does_not_change(signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED)
    before = Paper.objects.filter(subject=case.code).values_list("structure", "digest")
    kept = list(before)
    head = signed_in("lanh-dao")
    head.post(PLACE, {"file": word()})
    head.post(f"{PLACE}1/dung/")
    assert list(before.all()) == kept


def test_an_older_version_and_the_original_can_be_used_again(signed_in: SignIn) -> None:
    head = signed_in("lanh-dao")
    for number, opening in enumerate(("Một [nơi nhận]", "Hai [nơi nhận]"), start=1):
        head.post(PLACE, {"file": word(opening)})
        with clock.at(clock.now() + timedelta(minutes=number)):
            head.post(f"{PLACE}{number}/dung/")
    assert letter(made(State.SUBMITTED).code).startswith("Hai")
    with clock.at(clock.now() + timedelta(minutes=5)):
        head.post(f"{PLACE}1/dung/")
    assert letter(made(State.SUBMITTED).code).startswith("Một")
    with clock.at(clock.now() + timedelta(minutes=6)):
        head.post(f"{PLACE}0/dung/")
    assert letter(made(State.SUBMITTED).code).startswith("Ngày 13/03/2018")
    assert [entry.event for entry in Entry.objects.filter(subject="wording-transfer_settle")].count("wording.use") == 4


def test_what_is_wrong_with_a_file_is_said_and_nothing_is_kept(signed_in: SignIn) -> None:
    answer = signed_in("lanh-dao").post(PLACE, {"file": word("Kính gửi [chủ tịch]")})
    assert answer.status_code == 422
    assert "[chủ tịch]" in answer.content.decode()
    assert not WordingVersion.objects.exists()
    assert signed_in("lanh-dao").post(PLACE, {}).status_code == 422


@pytest.mark.fuzz
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_wording_is_told_and_nothing_is_kept(name: str, signed_in: SignIn) -> None:
    answer = signed_in("lanh-dao").post(PLACE, {"file": SimpleUploadedFile(*FILES[name])})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not WordingVersion.objects.exists()


def test_each_version_is_had_as_word_and_as_pdf_with_sample_values(signed_in: SignIn) -> None:
    head = signed_in("lanh-dao")
    head.post(PLACE, {"file": word()})
    for number in (0, 1):
        assert head.get(f"{PLACE}{number}.docx").status_code == 200
        pdf = b"".join(head.get(f"{PLACE}{number}.pdf"))
        assert pdf.startswith(b"%PDF")
    assert head.get(f"{PLACE}7.pdf").status_code == 404
    assert head.get(f"{PLACE}{2**40}.pdf").status_code == 404
    assert head.get("/ban-lam-viec/loi-van/pigeon/").status_code == 404


def test_one_front_has_its_wording_and_another_its_own(signed_in: SignIn) -> None:
    head = signed_in("lanh-dao")
    head.post(PLACE, {"file": word()})
    head.post(f"{PLACE}1/dung/")
    ours, theirs = (version_in_use("transfer_settle", unit(slug)) for slug in ("mttq-a-quan-2", "mttq-a-an-phu"))
    assert ours is not None
    assert theirs is None


def test_the_page_lists_who_made_which_version_and_when(signed_in: SignIn) -> None:
    head = signed_in("lanh-dao")
    head.post(PLACE, {"file": word()})
    page = head.get(PLACE).content.decode()
    assert "Bản 1" in page
    assert "13/03/2018" in page
    assert "chưa dùng" in page
    assert "lời văn có sẵn" in head.get("/ban-lam-viec/loi-van/").content.decode()
