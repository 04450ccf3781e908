"""What came in about a draft is told to those responsible for it: that something waits, never who spoke and what."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.opinions_made import given, open_draft

from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.write_about import write_to_front, write_to_teller
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.notices.models import Notice

pytestmark = pytest.mark.django_db

OFFICERS = {"can-bo-quan", "can-bo-quan-2", "lanh-dao"}


def told(kind: str) -> list[tuple[str, str]]:
    rows = Notice.objects.filter(kind=kind).select_related("user").order_by("pk")
    return [(one.user.email.split("@")[0], one.subject) for one in rows]


def test_while_nobody_is_responsible_all_who_look_at_opinions_are_told() -> None:
    draft = open_draft()
    Draft.objects.filter(pk=draft.pk).update(officer="")
    given(draft)
    assert {local for local, _subject in told("draft_given")} == OFFICERS


def test_the_responsible_officer_is_told_and_nobody_else() -> None:
    draft = open_draft()
    Draft.objects.filter(pk=draft.pk).update(officer=actor("can-bo-quan-2").code)
    given(draft)
    assert told("draft_given") == [("can-bo-quan-2", draft.code)]


def test_hundreds_of_opinions_are_one_notice_until_it_is_read(signed_in: Callable[[str], Client]) -> None:
    draft = open_draft()
    Draft.objects.filter(pk=draft.pk).update(officer=actor("can-bo-quan").code)
    given(draft)
    given(draft)
    (notice,) = Notice.objects.filter(kind="draft_given")
    answer = signed_in("can-bo-quan").get(f"/ban-lam-viec/bao/{notice.pk}/")
    assert answer["Location"] == f"/ban-lam-viec/phan-bien/{draft.code}/y-kien/"
    given(draft)
    assert len(told("draft_given")) == 2


@pytest.mark.parametrize("mode", list(TellerMode))
def test_a_letter_of_who_gave_an_opinion_is_told_by_the_code_of_the_draft_alone(mode: TellerMode) -> None:
    opinion = given(open_draft(), mode=mode)
    Draft.objects.update(officer=actor("can-bo-quan").code)
    opinion = Opinion.objects.select_related("draft").get(pk=opinion.pk)
    write_to_front(opinion=opinion, text="Tôi nhớ ra một điều.")
    assert told("draft_letter") == [("can-bo-quan", opinion.draft.code)]


def test_a_letter_of_the_front_is_no_news_to_the_front() -> None:
    opinion = given(open_draft())
    write_to_teller(code=opinion.code, text="Xin hỏi thêm.", actor=actor("can-bo-quan"))
    assert told("draft_letter") == []


def test_an_officer_who_left_leaves_the_notice_to_the_others() -> None:
    draft = open_draft()
    Draft.objects.filter(pk=draft.pk).update(officer="u-gone")
    given(draft)
    assert {local for local, _subject in told("draft_given")} == OFFICERS
