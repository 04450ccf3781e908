"""The desk's pages of sheets that units score first: who sees what when, papers, questions, opening and publishing many."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import pdf
from tests.scorecards.made import unit
from tests.scorecards.unit_made import (
    AN_KHANH,
    AN_PHU,
    CONDITIONAL,
    DECLARED,
    ORDER,
    THU_THIEM,
    committee,
    declared,
    entered,
    handed,
    opened,
    sheet,
    small_rubric,
)

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry as JournalEntry
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Entry, Evidence, Objection, Question, Scorecard
from vidan.scorecards.services.decide_result import decide_result, send_back_result, submit_result
from vidan.scorecards.services.object_to_result import object_to

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/cham-diem/"


def place(card: Scorecard, rest: str = "") -> str:
    return f"{DESK}phieu/{card.code}/{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("state", ORDER)
@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao", "can-bo-ubnd", "chu-tich-ubnd"])
def test_the_sheet_and_its_items_are_drawn_in_every_state(state: State, local: str, signed_in: SignIn) -> None:
    card, client = sheet(state), signed_in(local)
    for address in (place(card), *(place(card, f"muc/{item}/") for item in ("1.1", "1.2", "2.1", "2.2"))):
        assert client.get(address).status_code == 200, address
    assert client.get(place(card, "muc/9.9/")).status_code == 404


@pytest.mark.parametrize(
    ("state", "sees"),
    [
        (State.SENT_IN, set()),
        (State.APPRAISING, set()),
        (State.EXPLAINING, {"4,80"}),
        (State.REVIEWING, {"4,80"}),
        (State.SUBMITTED, {"4,80"}),
        (State.DECIDED, {"4,80", "5,40"}),
        (State.PUBLISHED, {"4,80", "5,40"}),
    ],
)
def test_the_unit_sees_the_first_values_when_it_is_asked_and_the_second_when_they_are_decided(
    state: State, sees: set[str], signed_in: SignIn
) -> None:
    card, client = sheet(state), signed_in("can-bo-ubnd")
    for address in (place(card), place(card, "muc/1.2/")):
        shown = text(client, address)
        assert "5,70" in shown
        assert {points for points in ("4,80", "5,40") if points in shown} == sees, address


def test_a_unit_that_was_never_asked_sees_nothing_of_the_front_until_the_result_stands(signed_in: SignIn) -> None:
    card, ward = sheet(State.APPRAISING), signed_in("can-bo-ubnd")
    steps: tuple[Callable[[], object], ...] = (
        lambda: submit_result(code=card.code, actor=actor("can-bo-quan")),
        lambda: send_back_result(code=card.code, reason="Xem lại mục 1.2.", actor=actor("lanh-dao")),
    )
    for step in steps:
        step()
        for address in (place(card), place(card, "muc/1.2/"), place(card, "muc/2.1/")):
            shown = text(ward, address)
            assert not [one for one in ("4,80", "Sổ ghi 80", "biên bản làm việc", "Xem lại") if one in shown], address
    decide_result(code=card.code, actor=actor("lanh-dao"))
    assert "4,80" in text(ward, place(card))


def test_the_head_sends_a_sheet_back_on_its_page_and_the_officer_reads_why(signed_in: SignIn) -> None:
    card, head, officer = sheet(State.SUBMITTED), signed_in("lanh-dao"), signed_in("can-bo-quan")
    told = {"version": card.version, "reason": "Xem lại <b>1.2</b>."}
    empty = head.post(place(card, "tra-lai-ket-qua/"), told | {"reason": " "})
    assert empty.status_code == 422
    assert "Cần ghi rõ điều phải bổ sung" in empty.content.decode()
    assert officer.post(place(card, "tra-lai-ket-qua/"), told).status_code == 404
    assert head.post(place(card, "tra-lai-ket-qua/"), told).status_code == 302
    assert "Xem lại &lt;b&gt;1.2&lt;/b&gt;." in text(officer, place(card))
    assert officer.post(place(card, "trinh-ket-qua/"), {"version": card.version + 1}).status_code == 302
    assert Scorecard.objects.get().state == State.SUBMITTED


def test_words_of_the_appraiser_stay_hidden_while_the_unit_sees_no_values(signed_in: SignIn) -> None:
    card = sheet(State.APPRAISING)
    for address in (place(card), place(card, "muc/1.2/"), place(card, "muc/2.1/")):
        shown = text(signed_in("can-bo-ubnd"), address)
        assert "Sổ ghi 80" not in shown
        assert "biên bản làm việc" not in shown
    assert "Sổ ghi 80" in text(signed_in("can-bo-quan"), place(card, "muc/1.2/"))


def test_the_unit_enters_an_item_in_its_line(signed_in: SignIn) -> None:
    (card,) = opened()
    told = {"stage": "declared", "version": "0", "row": "m2", "in_part": "90", "in_whole": "100", "note": ""}
    answer = signed_in("can-bo-ubnd").post(place(card, "muc/1.2/"), told, headers={"HX-Request": "true"})
    body = answer.content.decode()
    assert "Đã lưu" in body
    assert 'id="m2declaredpoints"' in body
    assert "5,40" in body
    assert "Cần tài liệu kiểm chứng" in body
    assert Entry.objects.get(card=card).stage == Stage.DECLARED


def test_a_level_of_the_other_way_is_refused_in_the_readers_language(signed_in: SignIn) -> None:
    (card,) = opened(rubric=small_rubric(written={"name": "Thử", "items": CONDITIONAL}))
    entered(card, "1.1", DECLARED["1.1"], Stage.DECLARED)
    told = {"stage": "declared", "version": "0", "in_level": "z", "note": ""}
    for language, said in (("", "Chọn một mức trong danh sách."), ("/en", "Choose a level of the list.")):
        answer = signed_in("can-bo-ubnd").post(f"{language}{place(card, 'muc/1.2/')}", told)
        assert (answer.status_code, said in answer.content.decode()) == (422, True), language


def test_a_unit_is_told_only_of_items_that_are_its_own_to_fill(signed_in: SignIn) -> None:
    (card,) = opened()
    ward = signed_in("can-bo-ubnd")
    assert "còn 3 mục chưa có số liệu" in text(ward, place(card))
    declared(card)
    page = text(ward, place(card))
    assert "14,70 / 20, chưa gồm các mục Mặt trận chấm" in page
    assert "chưa có số liệu không phải là 0 điểm" not in page
    assert "chưa có số liệu không phải là 0 điểm" not in text(ward, place(card, "muc/2.1/"))


def test_a_second_appraisal_begins_with_the_first_values(signed_in: SignIn) -> None:
    card = sheet(State.REVIEWING)
    shown = text(signed_in("can-bo-quan"), place(card, "muc/2.1/"))
    assert 'value="4"' in shown
    told = {"stage": "second", "version": "0", "in_points": "3,5", "note": "Thêm một ý kiến trái."}
    signed_in("can-bo-quan").post(place(card, "muc/2.1/"), told)
    assert Entry.objects.get(card=card, item="2.1", stage=Stage.SECOND).inputs == {"points": "3.5"}
    assert Entry.objects.get(card=card, item="2.1", stage=Stage.SCORED).inputs == {"points": "4"}


def test_the_stage_that_is_posted_counts_for_nothing(signed_in: SignIn) -> None:
    (card,) = opened()
    told = {"stage": "second", "version": "0", "in_done": "yes", "note": "Có."}
    signed_in("can-bo-ubnd").post(place(card, "muc/1.1/"), told)
    assert Entry.objects.get(card=card).stage == Stage.DECLARED


def test_the_unit_hands_a_paper_in_and_fetches_it_and_the_journal_knows(signed_in: SignIn) -> None:
    (card,) = opened()
    client = signed_in("can-bo-ubnd")
    sent = client.post(place(card, "muc/1.2/tai-lieu/"), {"file": SimpleUploadedFile("so.pdf", pdf())})
    assert sent.status_code == 302
    kept = Evidence.objects.get(card=card)
    assert kept.digest in text(client, place(card, "muc/1.2/"))
    for local in ("can-bo-ubnd", "can-bo-quan", "lanh-dao"):
        fetched = signed_in(local).get(place(card, f"tai-lieu/{kept.file.name}/"))
        assert fetched.status_code == 200
        assert fetched["Content-Disposition"].startswith("attachment")
    for local in ("can-bo-phuong", "phu-nu", "can-bo-ubnd-quan", "theo-doi", "mat-tran-tp"):
        assert signed_in(local).get(place(card, f"tai-lieu/{kept.file.name}/")).status_code == 404, local
    assert JournalEntry.objects.filter(event="scorecard.fetch_evidence").count() == 3


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"khong phai pdf", "không nhận loại tệp này"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "SVG"),
        ("a.pdf", b"", "trống"),
        ("a.pdf", b"%PDF-1.4 hong", ""),
    ],
)
def test_a_paper_that_is_junk_is_refused_with_its_sentence(
    name: str, content: bytes, said: str, signed_in: SignIn
) -> None:
    (card,) = opened()
    upload = SimpleUploadedFile(name, content)
    answer = signed_in("can-bo-ubnd").post(place(card, "muc/1.2/tai-lieu/"), {"file": upload})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_paper_is_taken_back_until_the_sheet_is_sent_in(signed_in: SignIn) -> None:
    (card,) = opened()
    kept = handed(card)
    client = signed_in("can-bo-ubnd")
    assert client.post(place(card, f"muc/1.1/tai-lieu/{kept.file.name}/bo/")).status_code == 404
    assert client.post(place(card, f"muc/1.2/tai-lieu/{kept.file.name}/bo/")).status_code == 302
    assert not Evidence.objects.exists()
    kept = handed(card)
    Scorecard.objects.update(state=State.SENT_IN)
    client.post(place(card, f"muc/1.2/tai-lieu/{kept.file.name}/bo/"))
    assert Evidence.objects.exists()


def test_nobody_hands_in_or_takes_back_for_another_unit(signed_in: SignIn) -> None:
    (card,) = opened(AN_KHANH)
    kept = handed(card)
    client = signed_in("can-bo-ubnd")
    for rest in (
        "muc/1.2/tai-lieu/",
        f"muc/1.2/tai-lieu/{kept.file.name}/bo/",
        "muc/1.2/giai-trinh/",
        "muc/1.2/",
    ):
        answer = client.post(place(card, rest), {"file": SimpleUploadedFile("a.pdf", pdf()), "text": "x"})
        assert answer.status_code == 404, rest
    assert Evidence.objects.count() == 1


def test_a_question_is_asked_and_answered_on_the_page_of_its_item(signed_in: SignIn) -> None:
    card = sheet(State.APPRAISING)
    officer, ward = signed_in("can-bo-quan"), signed_in("can-bo-ubnd")
    officer.post(place(card, "muc/1.2/cau-hoi/"), {"text": "Do đâu <b>95</b>?"})
    assert "Do đâu" not in text(ward, place(card, "muc/1.2/"))
    assert ward.post(place(card, "muc/1.2/giai-trinh/"), {"text": "Chưa hỏi."}).status_code == 302
    assert not Question.objects.get().answer
    day = f"{clock.today() + timedelta(days=5):%d/%m/%Y}"
    sent = officer.post(place(card, "yeu-cau-giai-trinh/"), {"version": Scorecard.objects.get().version, "until": day})
    assert sent.status_code == 302
    assert "Do đâu &lt;b&gt;95&lt;/b&gt;?" in text(ward, place(card, "muc/1.2/"))
    empty = ward.post(place(card, "muc/1.2/giai-trinh/"), {"text": " "})
    assert empty.status_code == 422
    assert ward.post(place(card, "muc/1.1/giai-trinh/"), {"text": "Không ai hỏi."}).status_code == 404
    ward.post(place(card, "muc/1.2/giai-trinh/"), {"text": "Gia hạn."})
    assert "Gia hạn." in text(officer, place(card, "muc/1.2/"))


@pytest.mark.parametrize("day", ["01/01/2018", "31/12/2099", "mai", ""])
def test_a_last_day_that_cannot_be_is_told_at_its_place(day: str, signed_in: SignIn) -> None:
    card = sheet(State.APPRAISING)
    officer = signed_in("can-bo-quan")
    officer.post(place(card, "muc/1.2/cau-hoi/"), {"text": "Vì sao?"})
    sent = officer.post(place(card, "yeu-cau-giai-trinh/"), {"version": Scorecard.objects.get().version, "until": day})
    assert sent.status_code == 422
    assert Scorecard.objects.get().state == State.APPRAISING


def test_an_officer_opens_sheets_for_the_wards_he_ticks(signed_in: SignIn) -> None:
    rubric = small_rubric()
    client = signed_in("can-bo-quan")
    page = text(client, f"{DESK}mo-nhieu/?bo={rubric.pk}&nam=2018")
    assert "UBND Phường An Phú" in page
    assert "UBND Quận 2" not in page
    told = {"units": [unit(AN_PHU).pk, unit(THU_THIEM).pk], "until": "20/03/2018", "cut_off": "13/03/2018"}
    address = f"{DESK}mo-nhieu/?bo={rubric.pk}&nam=2018"
    assert client.post(address, told | {"units": []}).status_code == 422
    assert client.post(address, told | {"units": [unit("ubnd-a-quan-2").pk]}).status_code == 422
    late = client.post(address, told | {"until": "01/03/2018"})
    assert "từ hôm nay trở đi" in late.content.decode()
    assert client.post(address, told).status_code == 302
    assert {card.unit.slug for card in Scorecard.objects.all()} == {AN_PHU, THU_THIEM}
    assert "Đã có phiếu của năm: UBND Phường" in text(client, address)


def test_the_list_tells_how_far_each_sheet_has_come_and_is_chosen_by_year_and_rubric(signed_in: SignIn) -> None:
    sheet(State.SENT_IN)
    client = signed_in("can-bo-quan")
    page = text(client, f"{DESK}?nam=2018&bo={small_rubric().pk}")
    assert "3/4 mục" in page
    assert f"{DESK}ket-qua/{small_rubric().pk}/2018/" in page
    assert "Không có phiếu chấm nào như vậy" in text(client, f"{DESK}?nam=2017")
    for junk in ("?nam=x&bo=y", "?sau=x", "?sau=%00", "?sau=%ED%A0%80", "?nam=99999999999999999999", "?nam=²"):
        assert client.get(f"{DESK}{junk}").status_code == 200, junk


def test_a_long_list_is_read_page_by_page_and_nothing_is_left_out(
    signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vidan.scorecards.views.listed.PAGE", 2)
    cards = opened(AN_PHU, AN_KHANH, THU_THIEM)
    client, seen, address = signed_in("can-bo-quan"), set(), DESK
    for _n in range(3):
        page = text(client, address)
        seen |= {card.code for card in cards if card.code in page.replace("?sau=", "")}
        after = page.partition("?sau=")[2].partition('"')[0]
        if not after:
            break
        address = f"{DESK}?sau={after}"
    assert seen == {card.code for card in cards}


def test_the_unit_objects_and_the_head_answers(signed_in: SignIn) -> None:
    card = sheet(State.PUBLISHED)
    ward, head = signed_in("can-bo-ubnd"), signed_in("lanh-dao")
    assert ward.post(place(card, "kien-nghi/"), {"version": card.version, "text": ""}).status_code == 422
    assert ward.post(place(card, "kien-nghi/"), {"version": card.version, "text": "Xem lại."}).status_code == 302
    version = Scorecard.objects.get().version
    assert "Xem lại." in text(head, place(card, "tra-loi-kien-nghi/"))
    bad = head.post(place(card, "tra-loi-kien-nghi/"), {"version": version, "outcome": "x", "text": "Vì."})
    assert bad.status_code == 422
    told = {"version": version, "outcome": "opened", "text": "Đúng."}
    answer = head.post(place(card, "tra-loi-kien-nghi/"), told)
    assert answer.headers["Location"] == place(Scorecard.objects.get(edition=2))
    assert Objection.objects.get().outcome == "opened"


def test_an_answer_to_nobodys_objection_is_refused(signed_in: SignIn) -> None:
    card = sheet(State.PUBLISHED)
    told = {"version": card.version, "outcome": "kept", "text": "Vì."}
    answer = signed_in("lanh-dao").post(place(card, "tra-loi-kien-nghi/"), told, follow=True)
    assert "có kiến nghị chưa trả lời" in answer.content.decode()
    object_to(code=card.code, text="Xem lại.", actor=committee())
    assert Objection.objects.get().outcome == ""
