"""Hostile input at the public pages of a survey: a sentence or a page, never a fault of ours, and nothing half-written."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.surveys.respondent import Respondent
from tests.surveys.round_made import opened, row
from tests.test_bad_input import HOSTILE, fed

from vidan.foundation.journal.models import Entry
from vidan.surveys.models import Invitation, Reply, SealedReply, SurveyRound, TakenMark
from vidan.surveys.services.move import move_replies

pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]

GOOD = {"whole": "1", "q-came": "no", "q-times": "3", "q-parts-place": "4", "q-parts-form": "5"}
FIELDS = (
    *("ticket", "page", "whole", "work", "place", "back"),
    *("q-came", "q-times", "q-why", "q-polite", "q-parts-place", "q-parts", "q-order-p", "q-day", "q-word", "q-", "q"),
)


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (SealedReply, TakenMark, Invitation, Reply, Entry))


@pytest.mark.smoke
@pytest.mark.parametrize("text", HOSTILE)
def test_each_field_of_a_reply_takes_or_refuses_what_comes(text: str) -> None:
    round_, taken = opened(), 0
    for field in FIELDS:
        person = Respondent(f"/khao-sat/{round_.code}/tai/an-phu/")
        before = everything()
        answer = person.send(**GOOD | {field: fed(text)})
        assert answer.status_code in (200, 302, 422), field
        assert (everything() == before) == (answer.status_code != 302), field
        taken += answer.status_code == 302
    SurveyRound.objects.update(state="closed")
    assert move_replies() == Reply.objects.count() == taken


@pytest.mark.parametrize("text", HOSTILE)
def test_the_code_of_an_invitation_takes_or_refuses_what_comes(text: str) -> None:
    before = everything()
    answer = Client().post("/khao-sat/giay-moi/", {"code": fed(text)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert everything() == before


@pytest.mark.parametrize("text", ["khong-co", "x" * 300, "-", "0", "ks-a-quan-2-2018-1", "%00", "..", "%F0%9F%99%82"])
def test_addresses_that_lead_nowhere_are_not_there(text: str) -> None:
    opened()
    for place in (f"/khao-sat/{text}/tai/an-phu/", f"/khao-sat/ks-a-quan-2-2018-9/tai/{text}/", f"/q/{text}/"):
        assert Client().get(place).status_code in (200, 404), place


@given(
    st.dictionaries(
        st.sampled_from([*FIELDS, "q-why", "csrfmiddlewaretoken"]), st.text(max_size=50) | st.lists(st.text(max_size=9))
    )
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_the_page_answers(typed: dict[str, str | list[str]]) -> None:
    round_ = SurveyRound.objects.first() or opened(row("an-phu", "Khai sinh"), row("an-phu", "Chứng thực"))
    person = Respondent(f"/khao-sat/{round_.code}/tai/an-phu/")
    clean = {name: value for name, value in typed.items() if name != "csrfmiddlewaretoken"}
    assert person.send(**clean).status_code in (200, 302, 422)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_desk_takes_or_refuses_what_comes(text: str, signed_in: Callable[[str], Client]) -> None:
    round_ = opened()
    client = signed_in("lanh-dao")
    stratum = round_.strata.get().pk
    place = f"/ban-lam-viec/khao-sat/{round_.code}/"
    typed = fed(text)
    posts = (
        (
            f"{place}nguoi-khong-tra-loi/",
            {"stratum": typed, "on": typed, "way": typed, "outcome": typed, "count": typed},
        ),
        (f"{place}khung-mau/", {"version": typed, f"quota-{stratum}": typed}),
        (f"{place}khung-mau/", {"version": typed, "remove": typed}),
        (f"{place}giay-moi/", {"version": typed, "stratum": typed, "count": typed}),
        (f"{place}dong/", {"version": typed}),
        ("/ban-lam-viec/khao-sat/lap/", {"title": typed, "questionnaire": typed, "ways": typed, "error": typed}),
    )
    for address, told in posts:
        assert client.post(address, told).status_code in (302, 404, 422), address
    assert SurveyRound.objects.get().state == "open"
