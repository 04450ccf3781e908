"""Who has something to do with a report is given notice, and the notice leads to it."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.reports.report_made import CITY, COLLEAGUE, HEAD, OFFICER, reported

from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.reports.kinds import State
from vidan.reports.services.decide import give_back
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db


def told(kind: NoticeKind) -> set[str]:
    rows = Notice.objects.filter(kind=kind).values_list("user__email", flat=True)
    return {email.partition("@")[0] for email in rows}


@pytest.mark.parametrize(
    ("state", "kind", "people"),
    [
        (State.COMMENTING, NoticeKind.REPORT_ASKED, {COLLEAGUE, HEAD}),
        (State.SUBMITTED, NoticeKind.REPORT_SIGN, {HEAD}),
        (State.APPROVED, NoticeKind.REPORT_SEND, {OFFICER, COLLEAGUE}),
        (State.SENT, NoticeKind.REPORT_READ, {CITY}),
    ],
)
def test_each_step_tells_those_whose_turn_it_is(state: State, kind: NoticeKind, people: set[str]) -> None:
    reported(state)
    assert told(kind) == people


def test_what_is_given_back_is_told_to_who_writes() -> None:
    report = reported(State.SUBMITTED)
    give_back(code=report.code, reason="Thiếu nguyên nhân.", actor=actor(HEAD))
    assert told(NoticeKind.REPORT_BACK) == {OFFICER, COLLEAGUE}


def test_the_notice_leads_to_the_report(signed_in: Callable[[str], Client]) -> None:
    report = reported(State.SENT)
    notice = Notice.objects.get(kind=NoticeKind.REPORT_READ, user__email=address(CITY))
    answer = signed_in(CITY).get(f"/ban-lam-viec/bao/{notice.pk}/")
    assert answer.headers["Location"] == f"/ban-lam-viec/bao-cao/{report.code}/"
