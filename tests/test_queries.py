"""No page asks the database more than ten times, however much stands on it."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor, made, official_of
from tests.foundation.files.samples import jpg
from tests.public import Visitor
from tests.scorecards.made import carded

from vidan.cases.kinds import PersonState, State
from vidan.cases.models.personal import Right
from vidan.cases.services.ask import ask as ask_the_teller
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.link import link
from vidan.cases.services.open_in_confidence import ask_for_name
from vidan.cases.services.personal_data import ask
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.seals import seal_new_entries
from vidan.scorecards.kinds import State as CardState
from vidan.site.sample.people import PASSPHRASE

pytestmark = pytest.mark.django_db

MOST = 10


def count(client: Client, place: str) -> int:
    client.get(place)  # the first look may fill what a process keeps
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(place)
    assert answer.status_code == 200, place
    return len([q for q in asked.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))])


@pytest.mark.parametrize(
    "place",
    [
        "/",
        "/lien-he/",
        "/tin-tuc/",
        "/ket-qua/",
        "/ket-qua/?tu=hen",
        "/so-lieu/",
        "/minh-bach/",
        "/tra-cuu/",
        "/gui-phan-anh/",
        "/q/an-phu/",
        "/gui-phan-anh/ban-dang-viet/",
        "/en/",
    ],
)
def test_public_pages(place: str) -> None:
    for _n in range(12):
        made(State.CLOSED)
    seal_new_entries()
    assert count(Client(), place) <= MOST


def test_every_question_of_the_form_and_its_end() -> None:
    visitor = Visitor()
    visitor.write()
    for slug in ("noi", "dieu-gi", "ke", "mong", "ten", "xem-lai"):
        assert count(visitor.client, f"/gui-phan-anh/{slug}/") <= MOST, slug
    visitor.send()
    assert count(visitor.client, "/gui-phan-anh/bien-nhan/") <= MOST
    visitor.open(visitor.code)
    assert count(visitor.client, "/tra-cuu/ho-so/") <= MOST


@pytest.mark.parametrize("state", [s for s in State if s != State.WITHDRAWN])
@pytest.mark.parametrize("mode", list(TellerMode))
def test_the_page_of_a_case_in_every_state(state: State, mode: TellerMode, signed_in: Callable[[str], Client]) -> None:
    case = made(state, mode=mode)
    for local in ("can-bo-quan", "lanh-dao"):
        assert count(signed_in(local), f"/ban-lam-viec/ho-so/{case.code}/") <= MOST


def test_lists_of_the_desk_do_not_ask_more_as_they_grow(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("can-bo-quan")
    made(State.TRANSFERRED)
    few = [count(client, place) for place in ("/ban-lam-viec/", "/ban-lam-viec/ho-so/")]
    for _n in range(14):
        made(State.TRANSFERRED)
    many = [count(client, place) for place in ("/ban-lam-viec/", "/ban-lam-viec/ho-so/")]
    assert many == few
    assert max(many) <= MOST


@pytest.mark.parametrize(
    "place",
    [
        "nhap-y-kien/",
        "nhap-y-kien/thu-dien-tu/",
        "nhap-y-kien/dan-tu-excel/",
        "kien-nghi-cua-mat-tran/",
        "tiep-dan/",
        "so-dien-thoai/",
        "hop-thu/",
        "can-bo/",
        "danh-sach/?tre=1",
        "in-viec-hom-nay/",
        "thong-ke/",
        "thu-dau-ngay/",
        "can-bo/them/",
        "cong-khai/",
        "noi-tiep-nhan/",
        "noi-tiep-nhan/quay/them/",
    ],
)
def test_the_pages_of_an_officer_who_enters(place: str, signed_in: Callable[[str], Client]) -> None:
    assert count(signed_in("can-bo-quan"), f"/ban-lam-viec/{place}") <= MOST


@pytest.mark.parametrize(
    "place",
    [
        "nguoi-dung/",
        "nguoi-dung/them/",
        "lich/",
        "lich/?nam=2028",
        "loi-van/",
        "loi-van/urging/",
        "danh-tinh/",
        "het-han-luu/",
        "khoa-mat-tran/",
    ],
)
def test_the_pages_of_the_head(place: str, signed_in: Callable[[str], Client]) -> None:
    assert count(signed_in("lanh-dao"), f"/ban-lam-viec/{place}") <= MOST


def test_the_pages_of_moves(signed_in: Callable[[str], Client]) -> None:
    ways = (
        (State.RECEIVED, "can-bo-quan", "phan-loai"),
        (State.CLASSIFIED, "can-bo-quan", "ban-chuyen"),
        (State.PREPARED, "can-bo-quan-2", "xac-nhan-ban-chuyen"),
        (State.CHECKED, "can-bo-quan", "trinh-duyet"),
        (State.SUBMITTED, "lanh-dao", "duyet-va-chuyen"),
        (State.TRANSFERRED, "can-bo-quan", "ghi-nhan-tra-loi"),
        (State.ANSWERED, "can-bo-quan", "bao-nguoi-gui"),
        (State.INFORMED, "can-bo-quan", "ket-thuc"),
    )
    for state, local, slug in ways:
        assert count(signed_in(local), f"/ban-lam-viec/ho-so/{made(state).code}/{slug}/") <= MOST, slug


def test_the_pages_of_a_body(signed_in: Callable[[str], Client]) -> None:
    case = made(State.TRANSFERRED, person=PersonState.RESOLVED)
    for local in ("can-bo-ubnd", "theo-doi"):
        client = signed_in(local)
        slug = "y-kien" if local == "theo-doi" else "tra-loi"
        for place in (
            "/ban-lam-viec/",
            f"/ban-lam-viec/chuyen-den/{case.code}/",
            f"/ban-lam-viec/chuyen-den/{case.code}/{slug}/",
        ):
            assert count(client, place) <= MOST, place


def test_the_pages_of_where_a_case_goes(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("can-bo-quan")
    for slug in ("khong-xu-ly", "huong-dan", "hoi-nguoi-gui", "nhap", "tach", "noi", "chuyen-len", "giao-xuong"):
        assert count(client, f"/ban-lam-viec/ho-so/{made(State.CLASSIFIED).code}/{slug}/") <= MOST, slug


def test_the_page_of_handings_and_the_list_of_very_late_cases(signed_in: Callable[[str], Client]) -> None:
    for _n in range(3):
        case = made(front="mttq-a-an-phu")
        hand_up(code=case.code, reason="Thử.", actor=actor("can-bo-phuong"))
        made(State.TRANSFERRED)
    for local in ("can-bo-quan", "can-bo-phuong"):
        assert count(signed_in(local), "/ban-lam-viec/chuyen-mat-tran/") <= MOST
    assert count(signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{case.code}/") <= MOST
    assert count(signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{case.code}/nhan/") <= MOST
    assert count(signed_in("can-bo-quan"), "/ban-lam-viec/ho-so/?rat-tre=1") <= MOST


def test_the_page_of_a_case_with_links_and_a_question(signed_in: Callable[[str], Client]) -> None:
    official = official_of("can-bo-ubnd")
    cases = [made(State.CLASSIFIED, about="ubnd-a-an-phu", official=official) for _n in range(3)]
    for other in cases[1:]:
        link(code=cases[0].code, other=other.code, actor=actor("can-bo-quan"))
    ask_the_teller(code=cases[0].code, text="Quầy nào?", actor=actor("can-bo-quan"))
    assert count(signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{cases[0].code}/") <= MOST


def test_the_page_of_a_verified_case_with_another_report_on_the_same_official(
    signed_in: Callable[[str], Client],
) -> None:
    official = official_of("can-bo-ubnd")
    case, other = (made(state, about="ubnd-a-an-phu", official=official) for state in (State.DECIDED, State.CLASSIFIED))
    client, place = signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{case.code}/"
    assert count(client, place) <= MOST
    assert other.code in client.get(place).content.decode()


def test_the_page_of_a_verified_case_with_relatives_and_files(signed_in: Callable[[str], Client]) -> None:
    official = official_of("can-bo-ubnd")
    case, other = (made(state, about="ubnd-a-an-phu", official=official) for state in (State.DECIDED, State.CLASSIFIED))
    keep_file(subject=case.code, upload=SimpleUploadedFile("anh.jpg", jpg()), position=1)
    client, place = signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{case.code}/"
    assert count(client, place) <= MOST
    shown = client.get(place).content.decode()
    assert other.code in shown
    assert "Tệp 1" in shown


def test_the_pages_that_guard_who_spoke(signed_in: Callable[[str], Client]) -> None:
    case = made(State.CLASSIFIED, mode=TellerMode.CONFIDENTIAL)
    asked = ask(case=case, right=Right.ACCESS, words="Xin xem.")
    for local in ("can-bo-quan", "can-bo-quan-2"):
        ask_for_name(code=case.code, reason="Cần hỏi lại cho rõ", actor=actor(local))
        assert count(signed_in(local), f"/ban-lam-viec/ho-so/{case.code}/nho-nguoi-giu-khoa/") <= MOST
    custodian, officer = signed_in("giu-khoa"), signed_in("can-bo-quan")
    custodian.post("/ban-lam-viec/giu-khoa/", {"passphrase": PASSPHRASE})
    for place in ("giu-khoa/", f"giu-khoa/ho-so/{case.code}/", "giu-khoa/khoa/"):
        assert count(custodian, f"/ban-lam-viec/{place}") <= MOST, place
    for place in ("du-lieu-ca-nhan/", f"du-lieu-ca-nhan/{asked.code}/"):
        assert count(officer, f"/ban-lam-viec/{place}") <= MOST, place


@pytest.mark.parametrize("state", [CardState.DRAFTING, CardState.CONSULTING, CardState.PUBLISHED])
@pytest.mark.parametrize("local", ["can-bo-quan", "can-bo-ubnd-quan"])
def test_the_pages_of_a_scorecard(state: CardState, local: str, signed_in: Callable[[str], Client]) -> None:
    card = carded(state)
    client = signed_in(local)
    for place in ("", f"phieu/{card.code}/", f"phieu/{card.code}/muc/II.1/"):
        assert count(client, f"/ban-lam-viec/cham-diem/{place}") <= MOST, place


def test_the_published_index() -> None:
    card = carded(CardState.PUBLISHED)
    for place in ("", "2018/", f"phieu/{card.code}/", f"phieu/{card.code}/II.1/"):
        assert count(Client(), f"/chi-so/{place}") <= MOST, place
