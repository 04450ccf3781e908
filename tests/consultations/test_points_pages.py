"""Gathering at the desk, as an officer uses it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.consultations.made import HEAD, OFFICER, fresh
from tests.consultations.points_made import CODE, gathering, numbers, opinion, point, pointed, sent, submitted

from vidan.consultations.gathering import PAGE
from vidan.consultations.kinds import HiddenFor, OpinionState, State

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
POINTS = f"/ban-lam-viec/phan-bien/{CODE}/diem/"


def test_opinions_that_are_in_no_point_stand_beside_the_points(signed_in: SignedIn) -> None:
    pointed()
    page = signed_in(OFFICER).get(POINTS).content.decode()
    assert "3 ý kiến chưa vào điểm nào" in page
    assert "3 điểm" in page
    assert "Bỏ lọc" not in page


def test_the_general_assessment_is_written_beside_the_points(signed_in: SignedIn) -> None:
    draft, client = gathering(), signed_in(OFFICER)
    place = f"/ban-lam-viec/phan-bien/{CODE}/buoc/nhan-xet-chung/"
    assert place in client.get(POINTS).content.decode()
    sent = {"version": draft.version, "assessment": "Dự thảo cần thiết."}
    assert client.post(place, sent).status_code == 302
    assert "Dự thảo cần thiết." in client.get(POINTS).content.decode()


def test_opinions_are_asked_for_by_their_place(signed_in: SignedIn) -> None:
    draft = gathering()
    page = signed_in(OFFICER).get(POINTS, {"cho": "k8"}).content.decode()
    shown = [one.pk for one in draft.opinions.all() if f'value="{one.pk}" aria-labelledby="y-' in page]
    assert sorted(shown) == sorted(draft.opinions.filter(here="k8").values_list("pk", flat=True))


def test_opinions_are_asked_for_by_where_they_come_from(signed_in: SignedIn) -> None:
    gathering()
    page = signed_in(OFFICER).get(POINTS, {"nguon": "expert"}).content.decode()
    assert page.count('name="opinion"') == 1


def test_a_long_list_goes_on_where_the_page_ends(signed_in: SignedIn) -> None:
    draft = gathering()
    for n in range(PAGE):
        opinion(draft, f"Ý kiến {n}")
    client = signed_in(OFFICER)
    first = client.get(POINTS)
    assert first.content.decode().count('name="opinion"') == PAGE
    rest = client.get(POINTS, {"sau": first.context["after"]}).content.decode()
    assert rest.count('name="opinion"') == 6


def test_a_hidden_opinion_is_gathered_without_its_words(signed_in: SignedIn) -> None:
    opinion(gathering(), text="", state=OpinionState.HIDDEN, hidden_for=HiddenFor.NAMES_PERSON)
    assert "Không đưa ra: nêu đích danh" in signed_in(OFFICER).get(POINTS).content.decode()


def test_ticked_opinions_ask_for_the_words_of_a_new_point(signed_in: SignedIn) -> None:
    draft = gathering()
    client = signed_in(OFFICER)
    chosen = [str(pk) for pk in draft.opinions.filter(here="k8").values_list("pk", flat=True)]
    asked = client.post(f"{POINTS}gom/", {"into": "moi", "opinion": chosen})
    assert asked.status_code == 200
    assert '<option value="k8" selected' in asked.content.decode()
    kept = client.post(f"{POINTS}moi/", {"opinion": chosen, "revision": "0", "key": "k8", "text": "Quá lâu."})
    assert kept.status_code == 302
    assert point(draft, 1).opinion_count == 2


def test_a_point_without_words_is_refused_and_keeps_its_opinions(signed_in: SignedIn) -> None:
    draft = gathering()
    pk = str(draft.opinions.all()[0].pk)
    answer = signed_in(OFFICER).post(
        f"{POINTS}moi/", {"opinion": [pk], "revision": "0", "text": " ", "proposal": "Sửa"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Cần viết nhận xét." in page
    assert f'name="opinion" value="{pk}"' in page
    assert "Sửa</textarea>" in page


def test_ticked_opinions_go_into_a_point_and_the_page_stays_filtered(signed_in: SignedIn) -> None:
    draft = pointed()
    pk = draft.opinions.filter(point=None, here="k8").values_list("pk", flat=True)[0]
    into = point(draft, 2)
    answer = signed_in(OFFICER).post(f"{POINTS}gom/", {"into": into.pk, "opinion": [pk], "cho": "k8"})
    assert answer["Location"] == f"{POINTS}?cho=k8"
    assert into.opinions.count() == 2


def test_without_a_tick_no_point_is_begun(signed_in: SignedIn) -> None:
    draft = pointed()
    answer = signed_in(OFFICER).post(f"{POINTS}gom/", {"into": "moi"}, follow=True)
    assert "Chưa chọn ý kiến nào." in answer.content.decode()
    assert draft.points.count() == 3


def test_a_point_is_moved_by_its_button(signed_in: SignedIn) -> None:
    draft = pointed()
    second = point(draft, 2)
    signed_in(OFFICER).post(f"{POINTS}{second.pk}/thu-tu/", {"number": "1"})
    assert numbers(draft)[0] == (1, second.text)


def test_a_point_is_changed_joined_and_removed_on_its_page(signed_in: SignedIn) -> None:
    draft = pointed()
    client, first, third = signed_in(OFFICER), point(draft, 1), point(draft, 3)
    words = {"revision": "1", "text": "Lời mới", "proposal": "", "topic": "impact", "key": ""}
    assert client.post(f"{POINTS}{first.pk}/", words).status_code == 302
    client.post(f"{POINTS}{third.pk}/gop/", {"into": first.pk})
    client.post(f"{POINTS}{point(draft, 2).pk}/bo/")
    assert [number for number, _text in numbers(draft)] == [1]
    assert numbers(draft)[0][1].startswith("Lời mới\n\n")


def test_opinions_are_taken_out_on_the_page_of_the_point(signed_in: SignedIn) -> None:
    draft = pointed()
    first = point(draft, 1)
    pk = first.opinions.get().pk
    signed_in(OFFICER).post(f"{POINTS}{first.pk}/dua-ra/", {"opinion": [pk]})
    assert first.opinions.count() == 0


def test_once_submitted_the_page_shows_the_points_and_no_button(signed_in: SignedIn) -> None:
    draft = submitted()
    client = signed_in(OFFICER)
    assert 'name="opinion"' not in client.get(POINTS).content.decode()
    answer = client.post(f"{POINTS}{point(draft, 1).pk}/bo/", follow=True)
    assert "lúc này dự thảo không ở bước đó" in answer.content.decode()


@pytest.mark.parametrize("who", ["can-bo-phuong", "can-bo-ubnd-quan", "phu-nu"])
def test_others_do_not_see_how_points_are_made(signed_in: SignedIn, who: str) -> None:
    sent()
    assert signed_in(who).get(POINTS).status_code == 404


@pytest.mark.parametrize(
    ("name", "value"),
    [("opinion", "9" * 30), ("opinion", "x\0"), ("into", "9" * 30), ("into", "\u202e"), ("sau", "1" * 40)],
)
def test_hostile_choices_are_no_choices(signed_in: SignedIn, name: str, value: str) -> None:
    pointed()
    told = {"into": "1", "opinion": ["1"], name: value}
    client = signed_in(OFFICER)
    assert client.post(f"{POINTS}gom/", told).status_code == 302
    assert client.get(POINTS, {"cho": value, "sau": value}).status_code == 200


def test_a_point_with_a_huge_number_is_not_there(signed_in: SignedIn) -> None:
    pointed()
    assert signed_in(OFFICER).get(f"{POINTS}{'9' * 25}/").status_code == 404


def test_more_opinions_do_not_ask_the_database_more_often(signed_in: SignedIn) -> None:
    draft = pointed()
    client = signed_in(OFFICER)
    client.get(POINTS)
    with CaptureQueriesContext(connection) as few:
        client.get(POINTS)
    for n in range(60):
        opinion(draft, f"Ý kiến {n}", key="k4")
    with CaptureQueriesContext(connection) as many:
        client.get(POINTS)
    assert len(many) == len(few)
    assert len(many) <= 10


def test_the_way_from_points_to_the_sent_document_is_walked_in_the_browser(signed_in: SignedIn) -> None:
    draft = pointed()
    officer, head = signed_in(OFFICER), signed_in(HEAD)
    steps = ((officer, "trinh"), (head, "gui"))
    for client, slug in steps:
        address = reverse("consultations:move", args=[CODE, slug])
        page = client.get(address).content.decode()
        assert "Kiến nghị: Bỏ điều kiện sống một mình." in page
        assert client.post(address, {"version": fresh(draft).version}).status_code == 302
    assert fresh(draft).state == State.SENT


def test_the_document_is_given_back_with_its_reason(signed_in: SignedIn) -> None:
    draft = submitted()
    address = reverse("consultations:move", args=[CODE, "tra-lai"])
    head = signed_in(HEAD)
    assert head.post(address, {"version": fresh(draft).version, "reason": ""}).status_code == 422
    assert head.post(address, {"version": fresh(draft).version, "reason": "Thiếu"}).status_code == 302
    assert fresh(draft).returned_for == "Thiếu"


def test_the_drafted_document_is_read_as_a_file_at_the_desk_only(signed_in: SignedIn) -> None:
    submitted()
    desk = reverse("consultations:document", args=[CODE, "phan-bien", "docx"])
    assert signed_in(OFFICER).get(desk).status_code == 200
    assert Client().get(reverse("consultations:public_paper", args=[CODE, "phan-bien", "docx"])).status_code == 404
