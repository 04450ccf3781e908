"""What everybody reads of opinions, agreeing with one, and what its giver sees with the receipt."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER, drafted, fixed
from tests.consultations.opinions_made import WORDS, Speaking, entered, given, open_draft

from vidan.consultations.kinds import HiddenFor, OpinionSource, Outcome, State, Verdict
from vidan.consultations.models import Agreement, Anchoring, Disposition, Draft, Opinion, Piece, Point
from vidan.consultations.services.count_opinions import counted_anew
from vidan.consultations.services.moderate import go_with, hide, show
from vidan.consultations.shown_opinions import PAGE
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db


def listed(draft: Draft, query: str = "") -> str:
    return Client().get(f"/gop-y-du-thao/{draft.code}/y-kien/{query}").content.decode()


def shown(draft: Draft, text: str = WORDS, **told: Any) -> Opinion:
    return show(code=given(draft, text, **told).code, text=text, actor=actor(OFFICER))


def test_a_shown_opinion_is_read_without_who_said_it() -> None:
    draft = open_draft()
    shown(draft)
    page = listed(draft)
    assert WORDS in page
    assert "Một người dân" in page


def test_an_expert_is_read_with_the_name_and_somebody_of_a_list_is_not() -> None:
    draft = open_draft()
    entered(draft, actor(OFFICER), who="Chuyên gia Thử")
    entered(draft, actor(OFFICER), "Ý kiến của bảng.", source=OpinionSource.SHEET, who="Người Trong Bảng")
    page = listed(draft)
    assert "Chuyên gia Thử" in page
    assert "Người Trong Bảng" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?o=k8", {"một"}),
        ("?o=-", {"hai"}),
        ("?huong=against", {"hai"}),
        ("?noi-dung=impact", {"một"}),
        ("?noi-dung=khong-co", {"một", "hai"}),
        ("?nguon=expert", set()),
        ("?nguon=public&huong=change", {"một"}),
        ("?truoc=abc", {"một", "hai"}),
        ("?truoc=1", set()),
    ],
)
def test_opinions_are_chosen_by_the_address(query: str, found: set[str]) -> None:
    draft = open_draft()
    shown(draft, "Lời một.", key="k8", stance="change", topics=("impact", "other"))
    shown(draft, "Lời hai.", key="", stance="against", topics=("balance",))
    page = listed(draft, query)
    assert {word for word in ("một", "hai") if f"Lời {word}." in page} == found


def test_the_list_goes_on_by_key() -> None:
    draft = open_draft()
    for number in range(PAGE + 1):
        entered(draft, actor(OFFICER), f"Lời số {number}.")
    oldest = Opinion.objects.order_by("pk")[1]
    assert f"truoc={oldest.pk}" in listed(draft)
    assert "Lời số 0." in listed(draft, f"?truoc={oldest.pk}")


def test_somebody_agrees_once_and_takes_it_back() -> None:
    opinion = shown(open_draft())
    place = f"/gop-y-du-thao/{opinion.draft.code}/y-kien/{opinion.code}/dong-tinh/"
    client = Client()
    counts = []
    for wanted in ("1", "1", "0", "0", "1"):
        assert client.post(place, {"wanted": wanted}).status_code == 302
        opinion.refresh_from_db()
        counts.append(opinion.agrees)
    assert counts == [1, 1, 0, 0, 1]
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize(
    ("back", "query"),
    [
        ("o=k8&truoc=9", "?o=k8&truoc=9"),
        ("", ""),
        ("a=1\r\nSet-Cookie: x", "?a=1+Set-Cookie%3A+x"),
        ("//evil", "?%2F%2Fevil="),
    ],
)
def test_after_agreeing_the_same_list_is_shown_again(back: str, query: str) -> None:
    opinion = shown(open_draft())
    place = f"/gop-y-du-thao/{opinion.draft.code}/y-kien/"
    answer = Client().post(f"{place}{opinion.code}/dong-tinh/", {"wanted": "1", "back": back})
    assert answer["Location"].replace("%0A", "+") == f"{place}{query}#{opinion.code}"


def test_two_browsers_agree_and_their_marks_tell_nothing() -> None:
    one, other = shown(open_draft()), shown(Draft.objects.get())
    client = Client()
    for opinion in (one, other):
        client.post(f"/gop-y-du-thao/{opinion.draft.code}/y-kien/{opinion.code}/dong-tinh/", {"wanted": "1"})
    first, second = Agreement.objects.values_list("mark", flat=True)
    assert first != second
    assert client.cookies["vidan_agree"].value not in (first, second)


def test_nobody_agrees_with_what_is_not_shown() -> None:
    opinion = given(open_draft())
    place = f"/gop-y-du-thao/{opinion.draft.code}/y-kien/{opinion.code}/dong-tinh/"
    assert Client().post(place, {"wanted": "1"}).status_code == 404


def test_opinions_that_go_with_another_are_counted_at_it() -> None:
    draft = open_draft()
    first, second, third = shown(draft), shown(draft), shown(draft)
    go_with(code=second.code, other=first.code, actor=actor(OFFICER))
    go_with(code=third.code, other=second.code, actor=actor(OFFICER))
    third.refresh_from_db()
    assert third.like == first
    assert "2 ý kiến khác cùng nội dung này" in listed(draft)


def test_the_receipt_opens_the_opinion_and_not_a_case() -> None:
    person = Speaking(open_draft())
    page = person.open(person.whole())
    assert page.redirect_chain[-1][0] == "/tra-cuu/gop-y/"
    assert WORDS in page.content.decode()


def test_without_a_receipt_the_page_of_an_opinion_leads_to_the_code() -> None:
    given(open_draft())
    assert Client().get("/tra-cuu/gop-y/")["Location"] == "/tra-cuu/"


def test_who_gave_it_reads_why_it_is_not_shown() -> None:
    person = Speaking(open_draft())
    code = person.whole()
    hide(code=Opinion.objects.get().code, why=HiddenFor.OFF_TOPIC, note="Nói về chợ.", actor=actor(OFFICER))
    page = person.open(code).content.decode()
    assert "không nói về dự thảo này" in page
    assert "Nói về chợ." in page


def test_who_gave_it_sees_where_it_stands_in_the_new_text() -> None:
    draft = open_draft()
    person = Speaking(draft)
    code = person.whole()
    version = fixed(draft, 2)
    Draft.objects.update(current=version)
    Piece.objects.filter(version=version, key="k3").update(path="Điều 7 khoản 1")
    opinion = Opinion.objects.get()
    Opinion.objects.update(here="k3")
    Anchoring.objects.create(
        opinion=opinion, version=version, outcome=Outcome.MOVED, key="k3", confidence=800, sure=False
    )
    page = person.open(code).content.decode()
    assert "<dd>Điều 3</dd>" in page
    assert "<dd>Điều 7 khoản 1</dd>" in page
    assert "chưa chắc, Mặt trận sẽ xem lại" in page


def test_who_gave_it_reads_the_point_and_its_answer_once_it_was_sent() -> None:
    draft = open_draft()
    person = Speaking(draft)
    code = person.whole()
    point = Point.objects.create(draft=draft, number=4, text="Rút ngắn thời gian.")
    Opinion.objects.update(point=point)
    assert "Rút ngắn thời gian." not in person.open(code).content.decode()
    Draft.objects.update(state=State.SENT, sent_on=date(2018, 3, 13))
    Disposition.objects.create(
        point=point, verdict=Verdict.ACCEPTED, clause="Điều 3", answered_on=clock.today(), recorded_at=clock.now()
    )
    page = person.open(code).content.decode()
    assert "Rút ngắn thời gian." in page
    assert "Tiếp thu" in page


def test_a_letter_reaches_the_front_and_an_unsent_one_waits_for_the_code() -> None:
    person = Speaking(open_draft())
    code = person.whole()
    assert person.client.post("/tra-cuu/gop-y/viet-thu/", {"text": "Xin hỏi thêm."}).status_code == 401
    assert "Xin hỏi thêm." in person.client.post("/tra-cuu/", {"code": code, "text": "Xin hỏi thêm."}).content.decode()
    person.client.post("/tra-cuu/gop-y/viet-thu/", {"text": "Xin hỏi thêm."})
    assert "Xin hỏi thêm." in person.client.get("/tra-cuu/gop-y/").content.decode()


def test_no_letter_is_taken_once_all_is_over() -> None:
    person = Speaking(open_draft())
    person.open(person.whole())
    Draft.objects.update(state=State.CLOSED)
    assert person.client.post("/tra-cuu/gop-y/viet-thu/", {"text": "Muộn."}).status_code == 422


def test_the_counters_of_pieces_are_what_a_recount_says() -> None:
    draft = open_draft()
    one = shown(draft, key="k8")
    shown(draft, key="k3")
    shown(draft, key="")
    entered(draft, actor(OFFICER), key="k8")
    hide(code=one.code, why=HiddenFor.ADVERT, note="", actor=actor(OFFICER))
    show(code=one.code, text="Lời khác.", actor=actor(OFFICER))
    hide(code=given(draft, key="k3").code, why=HiddenFor.ADVERT, note="", actor=actor(OFFICER))
    assert draft.current
    counted = dict(Piece.objects.filter(version=draft.current, opinions__gt=0).values_list("key", "opinions"))
    assert counted == counted_anew(draft.current) == {"k8": 2, "k3": 1}


def test_opinions_of_a_draft_that_is_not_public_are_nobody_s() -> None:
    assert Client().get(f"/gop-y-du-thao/{drafted(State.REGISTERED).code}/y-kien/").status_code == 404
