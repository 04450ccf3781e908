"""No page asks the database more than ten times, however much stands on it."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor, made, official_of
from tests.consultations.hearings_made import attended, planned
from tests.consultations.opinions_made import Speaking, entered, given, open_draft
from tests.consultations.points_made import answered, pointed
from tests.foundation.files.samples import jpg
from tests.outreach.bulletins_made import bulletin
from tests.outreach.procedure_made import published as published_procedure
from tests.public import Visitor
from tests.reports.report_made import counted, reported
from tests.scorecards.made import carded

from vidan.cases.kinds import PersonState, State
from vidan.cases.services.ask import ask as ask_the_teller
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.link import link
from vidan.cases.services.open_in_confidence import ask_for_name
from vidan.cases.services.personal_data import ask
from vidan.consultations.models import Draft
from vidan.consultations.services.open_in_confidence import ask_for_name as ask_for_opinions_name
from vidan.consultations.services.personal_data import ask as ask_about_opinion
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.seals import seal_new_entries
from vidan.outreach.bulletin_moves import BulletinState
from vidan.reports.kinds import State as ReportState
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


def drawn(place: str) -> int:
    """The same of a public page for a reader to whom no kept page is shown."""
    reader = Client()
    reader.cookies["messages"] = "-"
    return count(reader, place)


@pytest.mark.parametrize("place", ["/lien-he/", "/tin-tuc/", "/tuyen-truyen/", "/thu-tuc/"])
def test_kept_pages_while_they_are_drawn(place: str) -> None:
    bulletin(BulletinState.SENT)
    assert 1 < drawn(place) <= MOST


@pytest.mark.parametrize(
    "place",
    [
        "/",
        "/lien-he/",
        "/tim-kiem/?tu=tra+loi",
        "/tin-tuc/",
        "/tin-tuc/ban-tin/",
        "/ket-qua/",
        "/ket-qua/?tu=hen",
        "/so-lieu/",
        "/minh-bach/",
        "/tra-cuu/",
        "/gui-phan-anh/",
        "/q/an-phu/",
        "/gui-phan-anh/ban-dang-viet/",
        "/thu-tuc/",
        "/thu-tuc/?tim=khai+sihn&noi=mot-cua-a-an-phu",
        "/thu-tuc/khai-sinh/",
        "/thu-tuc/khai-sinh/can-gi/?khi=0",
        "/en/",
    ],
)
def test_public_pages(place: str) -> None:
    for _n in range(12):
        made(State.CLOSED)
    published_procedure()
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


@pytest.mark.parametrize(
    "place", ["", "moi/", "bang-tinh/", "thu-tuc.xlsx", "{pk}/", "{pk}/sua/", "{pk}/mau/", "{pk}/het-hieu-luc/"]
)
def test_the_pages_of_an_editor_of_procedures(place: str, signed_in: Callable[[str], Client]) -> None:
    pk = published_procedure().pk
    assert count(signed_in("bien-tap"), f"/ban-lam-viec/thu-tuc/{place.format(pk=pk)}") <= MOST


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


def test_the_pages_that_guard_who_gave_an_opinion(signed_in: Callable[[str], Client]) -> None:
    opinion = given(open_draft(), mode=TellerMode.CONFIDENTIAL)
    ask_for_opinions_name(code=opinion.code, reason="Mời đến dự hội nghị", actor=actor("can-bo-quan"))
    asked = ask_about_opinion(opinion=opinion, right=Right.ACCESS, words="Tôi muốn xem.")
    one = f"phan-bien/{opinion.draft.code}/y-kien/{opinion.code}/"
    custodian, officer, head = signed_in("giu-khoa"), signed_in("can-bo-quan"), signed_in("lanh-dao")
    custodian.post("/ban-lam-viec/giu-khoa/", {"passphrase": PASSPHRASE})
    officer.post(f"/ban-lam-viec/{one}ban-goc/")
    for client, places in (
        (custodian, ("giu-khoa/", f"giu-khoa/y-kien/{opinion.code}/")),
        (officer, (one, f"{one}nho-nguoi-giu-khoa/", "du-lieu-nguoi-gop-y/", f"du-lieu-nguoi-gop-y/{asked.code}/")),
        (head, ("danh-tinh/", "het-han-luu/")),
    ):
        for place in places:
            assert count(client, f"/ban-lam-viec/{place}") <= MOST, place


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


@pytest.mark.parametrize("state", [ReportState.COMMENTING, ReportState.SENT])
@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao", "mat-tran-tp"])
def test_the_pages_of_reports(state: ReportState, local: str, signed_in: Callable[[str], Client]) -> None:
    counted("cases.received", n=3)
    report = reported(state)
    client = signed_in(local)
    places = ["bao-cao/", "bao-cao/cac-don-vi/?ky=quarter-2018-1", "bao-cao/mau/", "bao-cao/mau/year/", "nam/"]
    if state == ReportState.SENT or local != "mat-tran-tp":
        places.append(f"bao-cao/{report.code}/")
    if state == ReportState.COMMENTING and local == "can-bo-quan":
        places += [f"bao-cao/{report.code}/{rest}" for rest in ("phan/petitions/", "phan/petitions/gop-y/", "trinh/")]
    for place in places:
        assert count(client, f"/ban-lam-viec/{place}") <= MOST, place


def test_the_public_pages_of_reports() -> None:
    report = reported(ReportState.SENT)
    for place in ("", f"{report.code}/"):
        assert count(Client(), f"/bao-cao/{place}") <= MOST, place


SHOWN, DRAFTS = "/gop-y-du-thao/DT-2018-0001/", "/ban-lam-viec/phan-bien/"
DRAFT = f"{DRAFTS}DT-2018-0001/"


def draft_with_opinions() -> Draft:
    """A draft that takes opinions, with a dozen of them at several pieces, some still to be looked at, and a meeting."""
    draft = open_draft()
    for n in range(6):
        entered(draft, actor("can-bo-quan"), who=f"Chuyên gia {n}", key=f"k{3 + n}")
        given(draft, text=f"Ý kiến thứ {n}: nên rút ngắn thời gian cho người già sống một mình.")
    attended(planned(draft))
    return draft


def test_the_public_pages_of_a_draft() -> None:
    draft_with_opinions()
    for place in ("", "manh/k8/", "y-kien/", "gop-y/?manh=k8", "ket-qua/"):
        assert count(Client(), f"{SHOWN}{place}") <= MOST, place


def test_each_question_of_the_form_of_opinions_and_its_receipt() -> None:
    visitor = Speaking(draft_with_opinions())
    visitor.say()
    assert count(visitor.client, f"{SHOWN}gop-y/ten/") <= MOST
    visitor.tell()
    assert count(visitor.client, f"{SHOWN}gop-y/xem-lai/") <= MOST
    visitor.send()
    assert count(visitor.client, f"{SHOWN}gop-y/bien-nhan/") <= MOST


@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao"])
def test_the_desk_of_a_draft(local: str, signed_in: Callable[[str], Client]) -> None:
    draft, client = draft_with_opinions(), signed_in(local)
    waiting, hearing = draft.opinions.filter(source="public").first(), draft.hearings.get()
    assert waiting is not None
    opinions = ("y-kien/", f"y-kien/{waiting.code}/", "diem/", "diem/moi/")
    hearings = ("hoi-nghi/", f"hoi-nghi/{hearing.pk}/", f"hoi-nghi/{hearing.pk}/diem-danh/")
    for place in ("", "loi/dua-vao/", *opinions, *hearings, "buoc/nhan-xet-chung/"):
        assert count(client, f"{DRAFT}{place}") <= MOST, place
    assert count(client, DRAFTS) <= MOST


def test_the_points_their_answers_and_the_matrix(signed_in: Callable[[str], Client]) -> None:
    draft = answered()
    point = draft.points.first()
    assert point is not None
    client = signed_in("can-bo-quan")
    for place in ("", "diem/", f"diem/{point.pk}/", "tra-loi/", "tra-loi/1/", "tra-loi/bang/"):
        assert count(client, f"{DRAFT}{place}") <= MOST, place
    assert count(Client(), f"{SHOWN}ket-qua/") <= MOST


def test_the_list_of_drafts_asks_no_more_as_it_grows(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("can-bo-quan")
    pointed()
    few = [count(client, place) for place in (DRAFTS, "/ban-lam-viec/")]
    for n in range(2, 14):
        open_draft(code=f"DT-2018-{n:04}")
    assert [count(client, place) for place in (DRAFTS, "/ban-lam-viec/")] == few
