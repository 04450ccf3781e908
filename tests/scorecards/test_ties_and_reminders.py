"""Equal results are put in order by a decision with its reason; last days are told before they are over."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from tests.cases.made import actor
from tests.scorecards.unit_made import AN_KHANH, THU_THIEM, opened, sheet, small_rubric

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry as JournalEntry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.scorecards.compared import placed, ranked, ties
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.decide_result import publish_result
from vidan.scorecards.services.decide_tie import NoTie, decide_tie
from vidan.scorecards.services.notify import notify_unit
from vidan.scorecards.services.remind import remind_units

pytestmark = pytest.mark.django_db

HEAD = "lanh-dao"


def told(**changed: Any) -> dict[str, Any]:
    return {"rubric": small_rubric(), "year": 2018, "reason": "Ít đơn hơn.", "actor": actor(HEAD)} | changed


def test_equal_results_share_a_rank_until_the_head_decides_with_a_reason() -> None:
    one, other = sheet(State.DECIDED), sheet(State.DECIDED, AN_KHANH)
    (tie,) = ties(ranked(small_rubric(), 2018))
    assert {one.card.code for one in tie} == {one.code, other.code}
    assert {row.rank.shared for row in ranked(small_rubric(), 2018) if row.rank} == {True}
    made = decide_tie(order=[other.code, one.code], **told())
    assert made.reason == "Ít đơn hơn."
    assert [(row.card.code, row.rank and row.rank.rank) for row in ranked(small_rubric(), 2018)] == [
        (other.code, 1),
        (one.code, 2),
    ]
    journal = JournalEntry.objects.get(event="scorecard.tie")
    assert "Ít đơn" not in str(journal.facts)
    decide_tie(order=[one.code, other.code], **told())
    for card in (one, other):
        publish_result(code=card.code, days=5, actor=actor(HEAD))
    assert [row.card.code for row in placed(2018)] == [one.code, other.code]


def test_only_exactly_those_that_are_equal_are_put_in_order() -> None:
    one, other = sheet(State.DECIDED), sheet(State.DECIDED, AN_KHANH)
    for order in (
        [one.code],
        [one.code, one.code],
        [one.code, other.code, "x"],
        [one.code, other.code, other.code],
        [],
    ):
        with pytest.raises(NoTie):
            decide_tie(order=order, **told())


def test_shares_are_compared_before_they_are_rounded() -> None:
    one, other = sheet(State.DECIDED), sheet(State.DECIDED, AN_KHANH)
    for card, points, maximum in ((one, "80.82", "100"), (other, "80.01", "99")):  # 80.82 and 80.8181... per cent
        assert card.frozen is not None
        card.frozen["result"]["total"] |= {"points": points, "maximum": maximum, "percent": "80.82"}
        card.save()
    rows = ranked(small_rubric(), 2018)
    assert [(row.card, row.rank and row.rank.rank, row.percent) for row in rows] == [
        (one, 1, Decimal("80.82")),
        (other, 2, Decimal("80.82")),
    ]
    assert ties(rows) == []


def test_a_unit_whose_items_all_do_not_apply_has_no_rank_and_stands_last() -> None:
    one, other = sheet(State.DECIDED), sheet(State.DECIDED, AN_KHANH)
    assert one.frozen is not None
    one.frozen["result"]["total"] |= {"points": "0", "maximum": "0", "percent": None}
    one.save()
    assert [(row.card, row.percent) for row in ranked(small_rubric(), 2018)] == [(other, Decimal("92.00")), (one, None)]


def test_units_that_differ_are_no_tie() -> None:
    sheet(State.DECIDED)
    card = sheet(State.SENT_IN, THU_THIEM)
    assert ties(ranked(small_rubric(), 2018)) == []
    assert card.state == State.SENT_IN


@pytest.mark.parametrize(
    ("day", "reminded"),
    [(13, False), (14, False), (15, True), (16, False), (19, False), (20, True), (21, False)],
)
def test_a_unit_is_reminded_three_working_days_before_its_last_day_and_on_it(day: int, reminded: bool) -> None:
    sheet()
    with clock.at(datetime(2018, 3, day, 7, tzinfo=clock.now().tzinfo)):
        assert remind_units() == int(reminded)
        assert remind_units() == 0
    assert Notice.objects.filter(kind=NoticeKind.CARD_DUE).exists() == reminded


def test_a_unit_that_is_asked_to_explain_is_reminded_and_one_that_is_done_is_not() -> None:
    card = sheet(State.EXPLAINING)
    assert card.explain_until is not None
    with clock.at(clock.midday(card.explain_until)):
        assert remind_units() == 1
    Scorecard.objects.update(state=State.REVIEWING, reminded_on=None)
    with clock.at(clock.midday(card.explain_until)):
        assert remind_units() == 0


def test_a_reminder_of_one_day_does_not_keep_the_next_away() -> None:
    sheet()
    for day in (15, 20):
        with clock.at(datetime(2018, 3, day, 7, tzinfo=clock.now().tzinfo)):
            assert remind_units() == 1
    assert clock.today() + timedelta(days=7) == Scorecard.objects.get().self_score_until


def test_sheets_of_the_sample_mail_nobody() -> None:
    (card,) = opened()
    mailed = DBTaskResult.objects.filter(task_path__endswith="mail_notice")
    assert mailed.count() == Notice.objects.filter(subject=card.code).count() > 0
    before = mailed.count()
    Scorecard.objects.filter(pk=card.pk).update(is_sample=True)
    card.refresh_from_db()
    notify_unit(NoticeKind.CARD_DUE, card)
    assert mailed.count() == before
