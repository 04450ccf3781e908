"""The desk's pages of places to look at: what is proposed, one button each, another piece, work that was broken off."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER, fresh
from tests.consultations.places_made import (
    GONE,
    KEPT,
    REWORDED,
    brought_again,
    newest,
    opinion,
    placed,
    renewed,
    talked_about,
)

from vidan.consultations.due import morning_lines
from vidan.consultations.kinds import OpinionState, Outcome, State
from vidan.consultations.models import Anchoring, Draft, Opinion
from vidan.foundation.jobs.models import Progress

pytestmark = pytest.mark.django_db

SignedIn = Callable[[str], Client]

DESK = "/ban-lam-viec/phan-bien/"


def at(draft: Draft, tail: str = "") -> str:
    return f"{DESK}{draft.code}/cho-y-kien/{tail}"


def code_of(key: str) -> str:
    return Opinion.objects.get(key=key).code


def row(key: str) -> Anchoring:
    return Anchoring.objects.get(opinion__key=key, version__number=2)


def test_the_page_shows_old_and_new_words_of_what_is_not_sure_and_nothing_else(signed_in: SignedIn) -> None:
    draft = placed()
    page = signed_in(OFFICER).get(at(draft)).content.decode()

    assert "Còn 2 chỗ phải xem." in page
    assert "Bản 1: Điều 2 khoản 1" in page
    assert "Bản 2: Điều 3 khoản 1" in page
    assert "Bản 2: mất chỗ" in page
    assert code_of(KEPT) not in page


def test_a_place_is_confirmed_by_one_button(signed_in: SignedIn) -> None:
    draft = placed()
    answer = signed_in(OFFICER).post(at(draft, f"{code_of(REWORDED)}/xong/"), {"how": "confirm"})

    assert answer.status_code == 302
    assert row(REWORDED).looked_by
    assert (row(REWORDED).outcome, row(REWORDED).key) == (Outcome.MOVED, REWORDED)


def test_a_place_is_said_to_be_lost_by_one_button(signed_in: SignedIn) -> None:
    draft = placed()
    signed_in(OFFICER).post(at(draft, f"{code_of(REWORDED)}/xong/"), {"how": "lose"})

    assert row(REWORDED).outcome == Outcome.LOST


def test_another_piece_is_chosen(signed_in: SignedIn) -> None:
    draft = placed()
    answer = signed_in(OFFICER).post(at(draft, f"{code_of(GONE)}/"), {"key": KEPT})

    assert answer.status_code == 302
    assert row(GONE).key == KEPT


@pytest.mark.parametrize("key", ["", "k5", "x" * 10_000, "\x00", "'; --"])
def test_a_piece_that_is_not_there_is_refused_at_its_field(signed_in: SignedIn, key: str) -> None:
    draft = placed()
    answer = signed_in(OFFICER).post(at(draft, f"{code_of(GONE)}/"), {"key": key})

    assert answer.status_code == 422
    assert row(GONE).looked_by == ""


def test_a_button_that_is_not_there_is_no_page(signed_in: SignedIn) -> None:
    draft = placed()

    assert signed_in(OFFICER).post(at(draft, f"{code_of(GONE)}/xong/"), {"how": "x"}).status_code == 404


def test_many_at_one_piece_are_confirmed_by_one_button(signed_in: SignedIn) -> None:
    draft = talked_about()
    several = [opinion(draft, REWORDED) for _n in range(3)]
    draft = placed(draft)
    officer = signed_in(OFFICER)
    assert "Đúng chỗ cho cả 3 ý kiến ở mảnh này" in officer.get(at(draft)).content.decode()

    officer.post(at(draft, f"{several[0].code}/xong/"), {"how": "all"})

    assert Anchoring.objects.exclude(looked_by="").count() == 3


def test_places_are_paged_by_opinion(signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vidan.consultations.views.places.PAGE", 1)
    draft = placed()
    first = signed_in(OFFICER).get(at(draft)).content.decode()
    further = signed_in(OFFICER).get(at(draft, f"?sau={code_of(REWORDED)}")).content.decode()

    assert f"?sau={code_of(REWORDED)}" in first
    assert code_of(GONE) not in first
    assert code_of(GONE) in further


def test_a_draft_with_one_version_says_what_will_stand_here(signed_in: SignedIn) -> None:
    assert "Dự thảo mới có một bản" in signed_in(OFFICER).get(at(talked_about())).content.decode()


def test_when_all_is_looked_at_the_page_says_so(signed_in: SignedIn) -> None:
    draft = placed()
    for key in (REWORDED, GONE):
        signed_in(OFFICER).post(at(draft, f"{code_of(key)}/xong/"), {"how": "confirm"})

    assert "Không còn chỗ nào phải xem" in signed_in(OFFICER).get(at(draft)).content.decode()


def test_work_under_way_tells_how_far_it_is(signed_in: SignedIn) -> None:
    page = signed_in(OFFICER).get(at(renewed())).content.decode()

    assert "Đang xếp chỗ: 0 trên 5 ý kiến" in page


def test_work_that_was_broken_off_can_go_on(signed_in: SignedIn) -> None:
    draft = renewed()
    Progress.objects.all().delete()
    officer = signed_in(OFFICER)
    assert "bị ngắt giữa chừng" in officer.get(at(draft)).content.decode()

    officer.post(at(draft, "lam-tiep/"))

    assert "Đang xếp chỗ" in officer.get(at(draft)).content.decode()


def test_after_the_criticism_was_sent_no_place_is_changed(signed_in: SignedIn) -> None:
    draft = placed()
    Draft.objects.filter(pk=draft.pk).update(state=State.SENT)

    signed_in(OFFICER).post(at(draft, f"{code_of(GONE)}/xong/"), {"how": "confirm"})

    assert row(GONE).looked_by == ""


@pytest.mark.parametrize("who", ["phu-nu", "can-bo-ubnd-quan", "can-bo-phuong"])
def test_others_find_no_page(signed_in: SignedIn, who: str) -> None:
    draft = placed()
    assert signed_in(who).get(at(draft)).status_code in (403, 404)
    assert signed_in(who).post(at(draft, f"{code_of(GONE)}/xong/"), {"how": "confirm"}).status_code in (403, 404)
    assert row(GONE).looked_by == ""


def test_the_text_of_an_opinion_nobody_has_shown_yet_is_not_told(signed_in: SignedIn) -> None:
    draft = talked_about()
    opinion(draft, REWORDED, "Chưa ai xem lời này.", state=OpinionState.WAITING)
    Opinion.objects.filter(state=OpinionState.WAITING).update(text="")
    draft = placed(draft)

    page = signed_in(OFFICER).get(at(draft)).content.decode()
    assert "Chưa ai xem lời này." not in page
    assert "Ý kiến này chưa được xem để đưa ra." in page


def test_the_page_costs_the_same_for_one_place_and_for_many(
    signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    draft = talked_about()
    for _n in range(12):
        opinion(draft, REWORDED)
    draft = placed(draft)
    officer = signed_in(OFFICER)
    officer.get(at(draft))

    with django_assert_max_num_queries(10):
        officer.get(at(draft))


def test_a_new_version_is_fixed_at_the_desk_and_leads_to_the_places(signed_in: SignedIn) -> None:
    draft = brought_again()
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/chot/", {"version": draft.version})

    assert answer.headers["Location"].endswith("/cho-y-kien/")
    assert newest(fresh(draft)).number == 2


def test_the_draft_leads_to_its_places(signed_in: SignedIn) -> None:
    draft = placed()

    assert at(draft) in signed_in(OFFICER).get(f"{DESK}{draft.code}/").content.decode()


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(at(placed())).status_code == 302


def test_the_mail_of_the_morning_names_drafts_with_places_to_look_at() -> None:
    draft = placed()

    told = {str(line.label): line for line in morning_lines(actor(OFFICER))}
    assert told["Dự thảo có ý kiến chưa chắc chỗ trong bản mới"].codes == [draft.code]
