"""Answering at the desk: the body itself, and the Front from paper."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.consultations.made import OFFICER, fresh
from tests.consultations.points_made import ANSWERER, CODE, answered, on_paper, point, sent, submitted

from vidan.consultations.kinds import State, Verdict
from vidan.foundation.papers.models import IncomingPaper

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
ANSWERS = f"/ban-lam-viec/phan-bien/{CODE}/tra-loi/"
PAPER = {"number": "120/UBND-VP", "dated": "12/03/2018", "received_on": "13/03/2018"}
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")  # fmt: skip


def test_the_body_answers_point_after_point(signed_in: SignedIn) -> None:
    draft = sent()
    client = signed_in(ANSWERER)
    assert "Còn 3 điểm chưa có trả lời." in client.get(ANSWERS).content.decode()
    reply = client.post(f"{ANSWERS}1/", {"verdict": "accepted", "clause": "Điều 2"})
    assert reply["Location"] == f"{ANSWERS}2/"
    assert point(draft, 1).disposition.verdict == Verdict.ACCEPTED


def test_after_the_last_point_the_body_is_back_at_the_list(signed_in: SignedIn) -> None:
    sent()
    reply = signed_in(ANSWERER).post(f"{ANSWERS}3/", {"verdict": "accepted"})
    assert reply["Location"] == ANSWERS


def test_a_refusal_without_a_reason_is_refused_at_its_field(signed_in: SignedIn) -> None:
    sent()
    reply = signed_in(ANSWERER).post(f"{ANSWERS}1/", {"verdict": "refused", "clause": "Điều 9"})
    assert reply.status_code == 422
    page = reply.content.decode()
    assert "thì phải nêu lý do" in page
    assert 'value="Điều 9"' in page


def test_before_the_document_is_sent_the_body_sees_nothing(signed_in: SignedIn) -> None:
    submitted()
    assert signed_in(ANSWERER).get(ANSWERS).status_code == 404


def test_the_front_records_the_paper_and_then_the_answers(signed_in: SignedIn) -> None:
    draft = sent()
    client = signed_in(OFFICER)
    assert "Ghi văn bản trả lời" in client.get(ANSWERS).content.decode()
    told = PAPER | {"version": str(fresh(draft).version)}
    assert client.post(f"{ANSWERS}van-ban/", told).status_code == 302
    assert client.post(f"{ANSWERS}1/", {"verdict": "accepted"}).status_code == 302
    assert point(draft, 1).disposition.paper == IncomingPaper.objects.get(subject=CODE)


def test_without_a_paper_the_front_is_told_to_record_it_first(signed_in: SignedIn) -> None:
    sent()
    reply = signed_in(OFFICER).post(f"{ANSWERS}1/", {"verdict": "accepted"})
    assert reply.status_code == 422
    assert "Xin ghi văn bản trả lời" in reply.content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [("dated", "14/03/2018"), ("received_on", "20/03/2018"), ("dated", "01/01/0001"), ("number", ""), ("dated", "x")],
)
def test_a_paper_with_a_wrong_day_is_refused_at_its_field(signed_in: SignedIn, name: str, value: str) -> None:
    draft = sent()
    told = PAPER | {"version": str(fresh(draft).version), name: value}
    assert signed_in(OFFICER).post(f"{ANSWERS}van-ban/", told).status_code == 422
    assert not IncomingPaper.objects.exists()


def test_the_scan_is_read_by_the_front_and_the_body_and_nobody_else(signed_in: SignedIn) -> None:
    draft = sent()
    told = PAPER | {"version": str(fresh(draft).version), "scan": SimpleUploadedFile("a.pdf", PDF)}
    assert signed_in(OFFICER).post(f"{ANSWERS}van-ban/", told).status_code == 302
    address = f"{ANSWERS}van-ban/{IncomingPaper.objects.get(subject=CODE).pk}/"
    assert [signed_in(who).get(address).status_code for who in (OFFICER, ANSWERER, "can-bo-ubnd")] == [200, 200, 404]


@pytest.mark.parametrize("pk", ["1", "9" * 25])
def test_a_scan_that_is_not_there_is_not_found(signed_in: SignedIn, pk: str) -> None:
    answered()
    assert signed_in(OFFICER).get(f"{ANSWERS}van-ban/{pk}/").status_code == 404


def test_a_file_that_is_no_scan_is_refused_and_nothing_is_recorded(signed_in: SignedIn) -> None:
    draft = sent()
    told = PAPER | {"version": str(fresh(draft).version), "scan": SimpleUploadedFile("a.pdf", b"nothing")}
    assert signed_in(OFFICER).post(f"{ANSWERS}van-ban/", told).status_code == 422
    assert not IncomingPaper.objects.exists()


def test_the_answer_is_taken_on_its_page(signed_in: SignedIn) -> None:
    draft = answered()
    address = f"/ban-lam-viec/phan-bien/{CODE}/buoc/xac-nhan-tra-loi/"
    assert signed_in(OFFICER).post(address, {"version": fresh(draft).version}).status_code == 302
    assert fresh(draft).state == State.ANSWERED


def test_the_body_does_not_record_for_the_front(signed_in: SignedIn) -> None:
    sent()
    assert signed_in(ANSWERER).get(f"{ANSWERS}van-ban/").status_code == 404


def test_a_point_that_is_not_there_is_not_found(signed_in: SignedIn) -> None:
    sent()
    assert signed_in(ANSWERER).get(f"{ANSWERS}99999999999999999999/").status_code == 404


def test_an_answered_point_shows_what_is_answered_when_it_is_opened_again(signed_in: SignedIn) -> None:
    sent()
    on_paper()
    client = signed_in(OFFICER)
    client.post(f"{ANSWERS}1/", {"verdict": "refused", "reason": "Vì việc khác."})
    page = client.get(f"{ANSWERS}1/").content.decode()
    assert "Vì việc khác.</textarea>" in page
    assert "Điểm này đã có trả lời." in page
