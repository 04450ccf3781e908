"""Whoever is complained of is asked to explain himself with the letter to his body, and the minutes know until when."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import made
from tests.cases.test_verifying import land_officer

from vidan.cases.kinds import PersonState, State
from vidan.cases.models import CaseFile
from vidan.foundation.calendar.models import Clock
from vidan.foundation.papers.models import Paper

pytestmark = pytest.mark.django_db

ASKS = "giải trình bằng văn bản"


def letter(case: CaseFile, role: str = "settle") -> str:
    return str(Paper.objects.get(pk=case.transfers.get(role=role).paper_id).structure)


def test_the_letter_to_the_body_asks_for_the_explanation_by_the_day_of_its_answer() -> None:
    case = made(State.TRANSFERRED, official=land_officer())
    due = Clock.objects.get(subject=case.code, role="answer-settle").due_on
    asked = letter(case).split(ASKS, 1)[1]
    assert f"chậm nhất vào ngày {due:%d/%m/%Y}" in asked


def test_the_monitor_is_not_asked_for_it() -> None:
    assert ASKS not in letter(made(State.TRANSFERRED, official=land_officer()), "monitor")


@pytest.mark.parametrize("person", [PersonState.NOBODY, PersonState.UNRESOLVED])
def test_nobody_is_asked_while_it_is_not_known_who_it_was(person: PersonState) -> None:
    assert ASKS not in letter(made(State.TRANSFERRED, person=person))


def test_the_letter_does_not_name_who_is_to_explain_himself() -> None:
    official = land_officer()
    assert official.name not in letter(made(State.TRANSFERRED, official=official))


def test_the_minutes_know_until_when_he_was_asked(signed_in: Callable[[str], Client]) -> None:
    case = made(State.VERIFYING, official=land_officer())
    due = Clock.objects.get(subject=case.code, role="answer-settle").due_on
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/bien-ban-xac-minh/").content.decode()
    assert f'value="{due:%d/%m/%Y}"' in page
