"""The pages of verification: what they show, what they refuse with a sentence, and that what was typed is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, made
from tests.cases.test_verifying import WORDS, land_officer
from tests.cases.verified import MEETING, verify_up_to
from tests.public import Visitor
from tests.test_queries import MOST, count

from vidan.cases.kinds import Kind, State
from vidan.cases.models import CaseFile
from vidan.cases.outcomes import Withdrawal
from vidan.cases.services.explain import explain
from vidan.cases.services.verify import plan_verification
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]

PLAN = {
    "day": "20/03/2018",
    "hour": "8:30",
    "place": "phòng họp phường",
    "bodies": ["ubnd-a-an-phu", "phong-noi-vu-a-quan-2"],
    "others": "",
    "questions": "Người trực quầy đã nói gì?",
}
MINUTES = {
    "held_on": "13/03/2018",
    "present": "Phó Chủ tịch Mặt trận",
    "told": "Đã nói trống không.",
    "finding": "founded",
    "no_explanation": "asked",
    "asked_until": "12/03/2018",
}
PROPOSAL = {"chosen": ["reprimand", "apologise"], "why": "Việc đã rõ."}
DECISION = {"verdict": "partly", "accepted": ["apologise"], "reason": "Vi phạm lần đầu."}
PAPER = {"number": "45/UBND", "dated": "13/03/2018", "received_on": "13/03/2018"}


def place(case: CaseFile, slug: str, *, body: bool = False) -> str:
    return f"/ban-lam-viec/{'chuyen-den' if body else 'ho-so'}/{case.code}/{slug}/"


def posted(client: Client, case: CaseFile, slug: str, told: dict[str, Any], *, body: bool = False) -> tuple[int, str]:
    """The answer to a posted form; the page it leads to when it was taken."""
    case = CaseFile.objects.get(pk=case.pk)
    answer = client.post(place(case, slug, body=body), told | {"version": case.version})
    page = client.get(answer["Location"]) if answer.status_code == 302 else answer
    return answer.status_code, page.content.decode()


def test_the_whole_way_over_the_pages(signed_in: SignIn) -> None:
    case = made(State.ANSWERED, official=land_officer())
    officer, head, chairman = signed_in("can-bo-quan"), signed_in("lanh-dao"), signed_in("chu-tich-ubnd")
    assert posted(chairman, case, "giai-trinh", {"text": WORDS}, body=True)[0] == 302
    assert posted(officer, case, "ke-hoach-xac-minh", PLAN)[0] == 302
    assert "phòng họp phường" in head.get(place(case, "duyet-ke-hoach-xac-minh")).content.decode()
    assert posted(head, case, "duyet-ke-hoach-xac-minh", {})[0] == 302
    told = {name: value for name, value in MINUTES.items() if name not in ("no_explanation", "asked_until")}
    assert WORDS in officer.get(place(case, "bien-ban-xac-minh")).content.decode()
    assert posted(officer, case, "bien-ban-xac-minh", told)[0] == 302
    assert posted(officer, case, "de-xuat", PROPOSAL)[0] == 302
    assert posted(head, case, "duyet-de-xuat", {})[0] == 302
    assert "01/KN-MTTQ-BTT" in chairman.get(f"/ban-lam-viec/chuyen-den/{case.code}/").content.decode()
    assert posted(chairman, case, "quyet-dinh", DECISION, body=True)[0] == 302
    _status, page = posted(officer, case, "bao-nguoi-gui", {"text": "Phường đã xin lỗi."})
    assert "Vi phạm lần đầu." in page
    assert "Chấp nhận một phần" in page
    assert CaseFile.objects.get(pk=case.pk).state == State.INFORMED


def test_a_decision_on_paper_is_entered_with_its_number(signed_in: SignIn) -> None:
    case = made(State.PROPOSED)
    status, page = posted(signed_in("can-bo-quan"), case, "ghi-nhan-quyet-dinh", PAPER | {"verdict": "accepted"})
    assert (status, "45/UBND" in page) == (302, True)


WRONG = [
    (State.ANSWERED, "ke-hoach-xac-minh", PLAN | {"day": "12/03/2018"}, "kế hoạch lập cho ngày sắp tới"),
    (State.ANSWERED, "ke-hoach-xac-minh", PLAN | {"questions": " "}, "Cần ghi điều phải làm rõ"),
    (State.ANSWERED, "ke-hoach-xac-minh", PLAN | {"hour": "sáng"}, "phòng họp phường"),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"held_on": "14/03/2018"}, "Ngày xác minh chưa đến."),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"held_on": "12/03/2018"}, "trước ngày duyệt kế hoạch"),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"finding": ""}, "Cần chọn một kết luận."),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"no_explanation": ""}, "cần nêu vì sao, rồi mới kết luận"),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"asked_until": ""}, "Cần ghi ngày đã hẹn giải trình."),
    (State.VERIFYING, "bien-ban-xac-minh", MINUTES | {"asked_until": "13/03/2018"}, "Chưa hết ngày hẹn giải trình"),
    (State.VERIFIED, "de-xuat", PROPOSAL | {"chosen": []}, "Cần chọn ít nhất một hình thức."),
    (
        State.VERIFIED,
        "de-xuat",
        PROPOSAL | {"chosen": ["removal"]},
        "khiển trách; cảnh cáo; hạ bậc lương; buộc thôi việc",
    ),
    (State.VERIFIED, "de-xuat", PROPOSAL | {"chosen": ["reprimand", "warning"]}, "Chỉ đề xuất một hình thức kỷ luật"),
    (State.VERIFIED, "de-xuat", PROPOSAL | {"chosen": ["no_handling", "apologise"]}, "không chọn thêm hình thức khác"),
    (State.PROPOSED, "ghi-nhan-quyet-dinh", PAPER | {"verdict": "refused"}, "Cần ghi lý do khi không chấp nhận"),
    (State.PROPOSED, "ghi-nhan-quyet-dinh", PAPER | DECISION | {"dated": "12/03/2018"}, "trước ngày gửi đề xuất"),
    (State.PROPOSED, "ghi-nhan-quyet-dinh", PAPER | DECISION | {"received_on": "14/03/2018"}, "Ngày nhận chưa đến."),
    (
        State.PROPOSED,
        "ghi-nhan-quyet-dinh",
        PAPER | DECISION | {"accepted": ["warning", "reprimand"]},
        "Chỉ đề xuất một",
    ),
    (
        State.PROPOSED,
        "ghi-nhan-quyet-dinh",
        PAPER | DECISION | {"accepted": ["apologise", "draw_lessons"]},
        "đúng như đề xuất",
    ),
]


@pytest.mark.parametrize(("state", "slug", "told", "sentence"), WRONG)
def test_wrong_input_gets_a_sentence_and_changes_nothing(
    state: State, slug: str, told: dict[str, Any], sentence: str, signed_in: SignIn
) -> None:
    case = made(state, official=land_officer())
    status, page = posted(signed_in("can-bo-quan"), case, slug, told)
    assert (status, sentence in page, 'role="alert"' in page) == (422, True, True)
    assert CaseFile.objects.get(pk=case.pk).state == state


def test_what_was_typed_is_kept_on_a_refused_form(signed_in: SignIn) -> None:
    case = made(State.VERIFIED, official=land_officer())
    _status, page = posted(signed_in("can-bo-quan"), case, "de-xuat", PROPOSAL | {"chosen": []})
    assert "Việc đã rõ." in page


def test_the_head_opens_a_case_again_only_with_a_reason(signed_in: SignIn) -> None:
    case = made(State.CLOSED)
    head = signed_in("lanh-dao")
    assert posted(head, case, "mo-lai", {"reason": "vì"})[0] == 422
    assert posted(head, case, "mo-lai", {"reason": "Nơi trả lời đã báo nhầm hồ sơ."})[0] == 302


def test_an_officer_finds_no_page_to_sign_or_to_decide(signed_in: SignIn) -> None:
    case = made(State.ANSWERED)
    officer = signed_in("can-bo-quan")
    for slug in ("duyet-ke-hoach-xac-minh", "duyet-de-xuat", "mo-lai"):
        assert officer.get(place(case, slug)).status_code == 404
    assert signed_in("can-bo-ubnd").get(place(made(State.PROPOSED), "quyet-dinh", body=True)).status_code == 404


def test_a_body_downloads_plan_minutes_and_the_proposal_to_it_and_no_draft(signed_in: SignIn) -> None:
    case = made(State.PROPOSED)
    verification = case.verifications.select_related("minutes", "proposal").get()
    plan, proposal = verification.plan_id, verification.proposal.paper_id
    for local in ("chu-tich-ubnd", "theo-doi"):
        for paper in (plan, verification.minutes_id, proposal):
            answer = signed_in(local).get(f"/ban-lam-viec/chuyen-den/{case.code}/van-ban/{paper}.docx")
            assert answer.status_code == 200, (local, paper)
    waiting = made(State.ANSWERED)
    plan_verification(code=waiting.code, meeting=MEETING, actor=actor("can-bo-quan"))
    paper = waiting.verifications.get().plan_id
    body = signed_in("chu-tich-ubnd")
    assert body.get(f"/ban-lam-viec/chuyen-den/{waiting.code}/van-ban/{paper}.docx").status_code == 404


def test_the_head_of_the_committee_finds_the_proposal_on_his_first_page_and_no_other_does(signed_in: SignIn) -> None:
    case = made(State.PROPOSED)
    made(State.DECIDED)
    words = "Đề xuất xử lý chờ quyết định"
    chairman = signed_in("chu-tich-ubnd")
    page = chairman.get("/ban-lam-viec/").content.decode()
    assert (words in page, place(case, "quyet-dinh", body=True) in page, page.count("/quyet-dinh/")) == (True, True, 1)
    assert count(chairman, "/ban-lam-viec/") <= MOST
    for local in ("can-bo-ubnd", "theo-doi", "can-bo-ubnd-quan"):
        assert words not in signed_in(local).get("/ban-lam-viec/").content.decode(), local


FULL = [
    ("can-bo-quan", State.ANSWERED, "ke-hoach-xac-minh", False),
    ("can-bo-quan", State.ANSWERED, "ghi-nhan-giai-trinh", False),
    ("can-bo-quan", State.VERIFYING, "bien-ban-xac-minh", False),
    ("can-bo-quan", State.VERIFIED, "de-xuat", False),
    ("can-bo-quan", State.PROPOSED, "ghi-nhan-quyet-dinh", False),
    ("lanh-dao", State.CLOSED, "mo-lai", False),
    ("chu-tich-ubnd", State.ANSWERED, "giai-trinh", True),
    ("chu-tich-ubnd", State.PROPOSED, "quyet-dinh", True),
]


@pytest.mark.parametrize(("local", "state", "slug", "body"), FULL)
def test_no_page_of_a_move_asks_the_database_too_often(
    local: str, state: State, slug: str, *, body: bool, signed_in: SignIn
) -> None:
    case = made(state, official=land_officer())
    assert count(signed_in(local), place(case, slug, body=body)) <= MOST


@pytest.mark.parametrize("state", [State.VERIFYING, State.PROPOSED, State.DECIDED])
def test_the_pages_of_an_explained_case_ask_the_database_no_more(state: State, signed_in: SignIn) -> None:
    case = made(State.ANSWERED, official=land_officer())
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    verify_up_to(case.code, state, no_explanation=None)
    assert count(signed_in("can-bo-quan"), f"/ban-lam-viec/ho-so/{case.code}/") <= MOST
    assert count(signed_in("chu-tich-ubnd"), f"/ban-lam-viec/chuyen-den/{case.code}/") <= MOST


def closed() -> tuple[Visitor, CaseFile]:
    """A closed case whose receipt is open in a browser."""
    visitor = Visitor()
    visitor.write()
    visitor.send()
    case = CaseFile.objects.latest("pk")
    CaseFile.objects.filter(pk=case.pk).update(state=State.CLOSED, ended_at=clock.now())
    Clock.objects.filter(subject=case.code).update(stopped_on=clock.today())
    visitor.open(visitor.code)
    return visitor, case


def test_the_teller_reads_until_when_the_case_opens_again_and_opens_it() -> None:
    visitor, case = closed()
    page = visitor.client.get("/tra-cuu/ho-so/").content.decode()
    assert "chậm nhất ngày 12/04/2018" in page
    answer = visitor.client.post("/tra-cuu/ho-so/mo-lai/", {"text": "Việc vẫn như trước."}, follow=True)
    assert "Hồ sơ đã mở lại." in answer.content.decode()
    assert CaseFile.objects.get(pk=case.pk).round == 2


def test_the_teller_says_why_and_an_empty_page_is_not_taken() -> None:
    visitor, case = closed()
    answer = visitor.client.post("/tra-cuu/ho-so/mo-lai/", {"text": " "})
    assert (answer.status_code, "điều gì chưa được giải quyết" in answer.content.decode()) == (422, True)
    assert CaseFile.objects.get(pk=case.pk).state == State.CLOSED


def test_after_the_term_the_page_offers_no_reopening_and_says_so_to_who_comes_by_the_address() -> None:
    visitor, case = closed()
    with clock.at(clock.now() + timedelta(days=31)):
        assert "mo-lai" not in visitor.client.get("/tra-cuu/ho-so/").content.decode()
        answer = visitor.client.post("/tra-cuu/ho-so/mo-lai/", {"text": "Việc vẫn như trước."}, follow=True)
    assert "không mở lại được nữa" in answer.content.decode()
    assert CaseFile.objects.get(pk=case.pk).state == State.CLOSED


def test_the_page_of_a_closed_case_and_of_its_reopening_ask_the_database_ten_times_at_most() -> None:
    visitor, _case = closed()
    for page in ("/tra-cuu/ho-so/", "/tra-cuu/ho-so/mo-lai/"):
        assert count(visitor.client, page) <= MOST


def test_who_takes_a_denunciation_back_is_told_that_the_law_looks_on() -> None:
    visitor, case = closed()
    CaseFile.objects.filter(pk=case.pk).update(state=State.RECEIVED, kind=Kind.DENUNCIATION, ended_at=None)
    assert "văn bản có chữ ký" in visitor.client.get("/tra-cuu/ho-so/rut/").content.decode()
    page = visitor.client.post("/tra-cuu/ho-so/rut/", follow=True).content.decode()
    assert "Mặt trận đang xem xét theo Luật Tố cáo" in page
    assert "/tra-cuu/ho-so/rut/" not in page
    assert CaseFile.objects.get(pk=case.pk).state == State.RECEIVED


def test_the_officer_goes_on_with_a_denunciation_over_the_page(signed_in: SignIn) -> None:
    case = made(State.ANSWERED)
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.DENUNCIATION, withdrawal=Withdrawal.ASKED)
    officer = signed_in("can-bo-quan")
    assert posted(officer, case, "van-xem-xet", {})[0] == 422
    status, page = posted(officer, case, "van-xem-xet", {"ground": "coerced"})
    assert (status, "bị đe dọa hoặc mua chuộc" in page) == (302, True)
