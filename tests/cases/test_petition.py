"""The Front's own petitions: the same way and the same two bodies, but nobody to protect, to tell or to give a receipt."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg

from vidan.cases.kinds import Kind, Source, State, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.recipients import recipients_of
from vidan.cases.services.answer import AnswerPaper, record_answer
from vidan.cases.services.petition import conclude, petition
from vidan.cases.services.prepare import check
from vidan.cases.services.step import Refused
from vidan.cases.services.transfer import submit, transfer
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.intake.drafts import new_code
from vidan.foundation.papers.models import Paper
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.redaction.models import CopiedFile

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/kien-nghi-cua-mat-tran/"
SignIn = Callable[[str], Client]


def written(front: str = "mttq-a-quan-2", about: str = "mot-cua-a-an-phu", local: str = "can-bo-quan") -> CaseFile:
    text = "Đề nghị bố trí ghế chờ cho người cao tuổi."
    return petition(front=unit(front), about=unit(about), gist="Bố trí ghế chờ", text=text, actor=actor(local))


def sent() -> CaseFile:
    case = written()
    check(code=case.code, actor=actor("can-bo-quan-2"))
    submit(code=case.code, actor=actor("can-bo-quan-2"))
    return transfer(code=case.code, actor=actor("lanh-dao"))


def answered() -> CaseFile:
    case = sent()
    paper = AnswerPaper("12/UBND", clock.today(), clock.today())
    return record_answer(
        code=case.code, role=TransferRole.SETTLE, text="Đã bố trí.", paper=paper, actor=actor("can-bo-quan")
    )


def told(**changed: Any) -> dict[str, Any]:
    words = {
        "draft": new_code(),
        "unit": "mot-cua-a-an-phu",
        "gist": "Bố trí ghế chờ",
        "text": "Đề nghị bố trí ghế chờ.",
    }
    return words | changed


def test_what_an_officer_writes_waits_for_a_second_one_without_receipt_or_identity(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(PLACE, told())
    case = CaseFile.objects.get()
    assert answer["Location"].endswith(f"/{case.code}/")
    assert (case.source, case.kind, case.state) == (Source.FRONT, Kind.SUGGESTION, State.PREPARED)
    assert case.identity is None
    assert not Receipt.objects.exists()


def test_a_second_click_makes_no_second_petition(signed_in: SignIn) -> None:
    client, words = signed_in("can-bo-quan"), told()
    assert client.post(PLACE, words)["Location"] == client.post(PLACE, words)["Location"]
    assert CaseFile.objects.count() == 1


@pytest.mark.parametrize("changed", [{"gist": ""}, {"text": " "}, {"unit": "nowhere"}, {"gist": "a" * 161}])
def test_a_petition_that_lacks_something_is_told_and_not_kept(changed: dict[str, str], signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(PLACE, told(**changed))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not CaseFile.objects.exists()


def test_a_file_that_is_refused_leaves_nothing_behind(signed_in: SignIn) -> None:
    bad = SimpleUploadedFile("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    assert signed_in("can-bo-quan").post(PLACE, told(uploads=bad)).status_code == 422
    assert not CaseFile.objects.exists()


def test_an_enclosed_file_goes_along_with_the_petition(signed_in: SignIn) -> None:
    signed_in("can-bo-quan").post(PLACE, told(uploads=SimpleUploadedFile("anh.jpg", jpg(), "image/jpeg")))
    assert CopiedFile.objects.count() == 1


@pytest.mark.parametrize(
    ("front", "about", "settler", "monitor"),
    [
        ("mttq-a-quan-2", "mot-cua-a-an-phu", "ubnd-a-quan-2", "so-noi-vu"),
        ("mttq-a-an-phu", "mot-cua-a-an-phu", "ubnd-a-an-phu", "phong-noi-vu-a-quan-2"),
    ],
)
def test_it_goes_to_the_committee_of_the_same_level_and_to_the_body_that_monitors_it(
    front: str, about: str, settler: str, monitor: str
) -> None:
    case = written(front, about, "can-bo-phuong" if front.endswith("an-phu") else "can-bo-quan")
    goes_to = recipients_of(case)
    assert goes_to is not None
    assert (goes_to.settler.slug, goes_to.about_settler, goes_to.about_monitor) == (settler, False, False)
    assert goes_to.monitor.slug == monitor


def test_the_letter_is_a_petition_of_the_front_and_names_no_teller() -> None:
    case = sent()
    text = str(Paper.objects.filter(subject=case.code, kind="petition_letter").first().structure)  # type: ignore[union-attr] # it was drafted
    assert "kiến nghị về việc bố trí ghế chờ" in text
    assert "người dân" not in text.replace("Ủy ban nhân dân", "")


def test_the_writer_does_not_check_his_own_petition() -> None:
    case = written()
    with pytest.raises(Refused):
        check(code=case.code, actor=actor("can-bo-quan"))


def test_the_answer_concludes_it_without_anybody_to_tell(signed_in: SignIn) -> None:
    case = answered()
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    assert "Kiến nghị của Mặt trận." in page
    assert "cho người gửi" not in page
    assert "Viết thư cho người gửi" not in page
    signed_in("can-bo-quan").post(f"/ban-lam-viec/ho-so/{case.code}/ket-luan/", {"version": case.version})
    case.refresh_from_db()
    assert case.state == State.CLOSED
    assert Clock.objects.get(subject=case.code, role="promise").stopped_on == clock.today()


def test_only_the_fronts_own_petition_is_concluded() -> None:
    case = answered()
    CaseFile.objects.update(source=Source.LETTER)
    with pytest.raises(Refused):
        conclude(code=case.code, actor=actor("can-bo-quan"))


def test_figures_keep_the_fronts_own_petitions_apart() -> None:
    answered()
    today = clock.today()
    values = read_figures(["cases.own_received", "cases.own_answered", "cases.by_web"], Scope(today, today))
    assert [value.count for value in values.values()] == [1, 1, 0]
