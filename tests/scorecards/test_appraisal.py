"""A sheet that a unit scores first goes its way: opened, sent in, appraised, explained, appraised again, decided, published."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.cases.made import actor
from tests.scorecards.made import unit
from tests.scorecards.unit_made import (
    AN_KHANH,
    AN_PHU,
    CONDITIONAL,
    DECLARED,
    DUE,
    MANNER,
    again,
    appraised,
    asked,
    committee,
    declared,
    entered,
    fresh,
    handed,
    opened,
    sheet,
    small_rubric,
)

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry as JournalEntry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Outcome, Stage, State
from vidan.scorecards.models import Entry, Evidence, Objection, Question, Scorecard
from vidan.scorecards.services.appraise import accept_declared, take_up, take_up_unsent
from vidan.scorecards.services.consult import TooEarly
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.decide_result import decide_result, publish_result, send_back_result, submit_result
from vidan.scorecards.services.enter import NoItem
from vidan.scorecards.services.explain_item import answer_question, ask_explanation, explain, go_on, question
from vidan.scorecards.services.object_to_result import answer_objection, object_to
from vidan.scorecards.services.open import NotOpened
from vidan.scorecards.services.open_units import open_unit_cards
from vidan.scorecards.services.self_score import send_in, take_back
from vidan.scorecards.services.step import Refused
from vidan.scorecards.snapshot import digest_of, replayed

pytestmark = pytest.mark.django_db

OFFICER, HEAD = "can-bo-quan", "lanh-dao"


def missing(run: Callable[[], object]) -> tuple[str, ...]:
    """The needs that a refused move lacks."""
    with pytest.raises(Refused) as refused:
        run()
    return refused.value.refusal.missing


def test_sheets_of_several_wards_are_opened_at_once_and_each_hears_of_it() -> None:
    cards = opened(AN_PHU, AN_KHANH)
    assert {(card.unit.slug, card.state, card.self_score_until) for card in cards} == {
        (AN_PHU, State.SELF_SCORING, DUE),
        (AN_KHANH, State.SELF_SCORING, DUE),
    }
    told = {one.user.email.split("@")[0] for one in Notice.objects.filter(kind=NoticeKind.CARD_OPENED)}
    assert told == {"can-bo-ubnd", "chu-tich-ubnd"}


def test_a_ward_that_has_a_sheet_of_the_year_gets_no_second_one() -> None:
    opened(AN_PHU)
    (card,) = opened(AN_PHU, AN_KHANH)
    assert card.unit.slug == AN_KHANH
    with pytest.raises(NotOpened):
        opened(AN_PHU)


@pytest.mark.parametrize(
    ("slug", "year", "until"),
    [
        ("ubnd-a-quan-2", 2018, DUE),
        ("mttq-a-an-phu", 2018, DUE),
        (AN_PHU, 2021, DUE),
        (AN_PHU, 2018, date(2018, 3, 12)),
    ],
)
def test_a_unit_of_another_level_a_wrong_year_or_a_day_that_is_over_opens_nothing(
    slug: str, year: int, until: date
) -> None:
    with pytest.raises(NotOpened):
        open_unit_cards(
            rubric=small_rubric(),
            units=[unit(slug)],
            year=year,
            cut_off=date(year, 3, 31),
            until=until,
            actor=actor(OFFICER),
        )
    assert not Scorecard.objects.exists()


def test_a_rubric_that_is_a_draft_opens_no_sheets() -> None:
    with pytest.raises(NotOpened):
        opened(rubric=small_rubric(published=False))


def test_the_unit_does_not_score_an_item_that_is_the_appraisers() -> None:
    (card,) = opened()
    with pytest.raises(NoItem):
        entered(card, "2.1", MANNER, Stage.DECLARED)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("item", "side", "lacks"),
    [
        ("1.2", Side({}, note="Chưa đếm."), "all_declared"),
        ("2.2", Side({}, applies=False), "left_out_explained"),
        ("1.1", Side({"done": "yes"}), "backed"),
    ],
)
def test_a_sheet_is_sent_in_once_every_item_has_data_and_something_behind_it(item: str, side: Side, lacks: str) -> None:
    (card,) = opened()
    declared(card)
    entered(card, item, side, Stage.DECLARED)
    assert lacks in missing(lambda: send_in(code=card.code, actor=committee()))
    entered(card, item, DECLARED[item], Stage.DECLARED)
    assert send_in(code=card.code, actor=committee()).sent_in_on == clock.today()


def test_a_paper_stands_for_a_written_explanation() -> None:
    (card,) = opened()
    declared(card)
    entered(card, "1.2", Side(DECLARED["1.2"].inputs), Stage.DECLARED)
    assert missing(lambda: send_in(code=card.code, actor=committee())) == ("backed",)
    kept = handed(card, "1.2")
    assert kept.digest == kept.file.digest
    assert send_in(code=card.code, actor=committee()).state == State.SENT_IN


def test_the_unit_takes_its_sheet_back_until_the_appraisal_begins() -> None:
    card = sheet(State.SENT_IN)
    back = take_back(code=card.code, actor=committee())
    assert (back.state, back.sent_in_on) == (State.SELF_SCORING, None)
    send_in(code=card.code, actor=committee())
    take_up(code=card.code, actor=actor(OFFICER))
    with pytest.raises(Refused):
        take_back(code=card.code, actor=committee())


def test_nothing_is_entered_by_the_unit_once_it_sent_in() -> None:
    card = sheet(State.SENT_IN)
    with pytest.raises(Refused):
        entered(card, "1.1", Side({"done": "no"}), Stage.DECLARED)
    with pytest.raises(Refused):
        handed(card)


def test_a_unit_that_never_sends_in_is_appraised_when_its_time_is_over_and_the_gate_holds_its_band() -> None:
    (card,) = opened()
    assert missing(lambda: take_up_unsent(code=card.code, actor=actor(OFFICER))) == ("self_score_over",)
    with clock.at(clock.now() + timedelta(days=8)):
        take_up_unsent(code=card.code, actor=actor(OFFICER))
        for item, side in (DECLARED | {"2.1": MANNER}).items():
            entered(card, item, side, Stage.SCORED)
        done = decide_result(code=card.code, actor=actor(HEAD))
    assert done.frozen is not None
    assert done.frozen["events"] == ["not_self_scored"]
    told = done.frozen["result"]["total"]
    assert (told["percent"], told["band"], told["held"]) == ("93.50", "Chưa đạt", ["not_self_scored"])
    assert replayed(done.frozen)[1] == done.frozen["result"]


def test_what_the_front_does_not_dispute_is_taken_over_at_once_and_what_it_entered_stays() -> None:
    card = sheet(State.SENT_IN)
    take_up(code=card.code, actor=actor(OFFICER))
    entered(card, "1.1", Side({"done": "no"}, note="Chưa ký."), Stage.SCORED)
    accept_declared(code=card.code, actor=actor(OFFICER))
    kept = {one.item: one.inputs for one in card.entries.filter(stage=Stage.SCORED)}
    assert kept == {"1.1": {"done": "no"}, "1.2": DECLARED["1.2"].inputs, "2.2": DECLARED["2.2"].inputs}
    assert missing(lambda: accept_declared(code=card.code, actor=actor(OFFICER))) == ("something_to_accept",)


def test_a_word_without_data_is_nothing_to_take_over() -> None:
    (card,) = opened()
    with clock.at(clock.now() + timedelta(days=8)):
        entered(card, "1.2", Side({}, note="Chưa đếm."), Stage.DECLARED)
        take_up_unsent(code=card.code, actor=actor(OFFICER))
        assert missing(lambda: accept_declared(code=card.code, actor=actor(OFFICER))) == ("something_to_accept",)


def test_what_does_not_fit_the_fronts_own_value_of_another_item_is_not_taken_over() -> None:
    (card,) = opened(rubric=small_rubric(written={"name": "Thử", "items": CONDITIONAL}))
    entered(card, "1.1", Side({"done": "yes"}, note="Có."), Stage.DECLARED)
    entered(card, "1.2", Side({"level": "a"}, note="Đủ."), Stage.DECLARED)
    with clock.at(clock.now() + timedelta(days=8)):
        take_up_unsent(code=card.code, actor=actor(OFFICER))
        entered(card, "1.1", Side({"done": "no"}, note="Chưa ký."), Stage.SCORED)
        assert missing(lambda: accept_declared(code=card.code, actor=actor(OFFICER))) == ("something_to_accept",)


def test_the_same_number_written_otherwise_is_no_difference() -> None:
    card = sheet(State.REVIEWING)
    entered(card, "1.2", Side({"part": "95.0", "whole": "100"}), Stage.SECOND)
    assert submit_result(code=card.code, actor=actor(OFFICER)).state == State.SUBMITTED


def test_scoring_what_the_unit_left_out_is_a_difference_to_be_explained() -> None:
    (card,) = opened()
    declared(card)
    entered(card, "2.2", Side({}, applies=False, note="Không có thủ tục."), Stage.DECLARED)
    send_in(code=card.code, actor=committee())
    take_up(code=card.code, actor=actor(OFFICER))
    appraised(card)
    entered(card, "2.2", Side({"level": "b"}), Stage.SCORED)
    assert missing(lambda: submit_result(code=card.code, actor=actor(OFFICER))) == ("differences_explained",)


def test_the_unit_is_asked_to_explain_at_least_one_item_until_a_day() -> None:
    card = sheet(State.APPRAISING)
    told: dict[str, Any] = {"code": card.code, "actor": actor(OFFICER)}
    assert missing(lambda: ask_explanation(until=DUE, **told)) == ("questions_asked",)
    question(item="1.2", text="Vì sao?", **told)
    assert missing(lambda: decide_result(code=card.code, actor=actor(HEAD))) == ("no_question_unsent",)
    with pytest.raises(TooEarly):
        ask_explanation(until=clock.today() - timedelta(days=1), **told)
    assert ask_explanation(until=DUE, **told).state == State.EXPLAINING
    assert Notice.objects.filter(kind=NoticeKind.CARD_EXPLAIN).count() == 2


def test_a_question_without_words_is_taken_away() -> None:
    card = sheet(State.APPRAISING)
    for text in ("Vì sao?", "Vì sao thế?", " "):
        question(code=card.code, item="1.2", text=text, actor=actor(OFFICER))
    assert not Question.objects.exists()
    with pytest.raises(NoItem):
        question(code=card.code, item="9", text="Vì sao?", actor=actor(OFFICER))


def test_the_unit_explains_once_every_question_has_its_answer_and_may_add_a_paper() -> None:
    card = sheet(State.EXPLAINING)
    assert missing(lambda: explain(code=card.code, actor=committee())) == ("all_answered",)
    assert handed(card).stage == Stage.SECOND
    answer_question(code=card.code, item="1.2", text="Gia hạn theo quy định.", actor=committee())
    with pytest.raises(Question.DoesNotExist):
        answer_question(code=card.code, item="1.1", text="Không ai hỏi.", actor=committee())
    assert explain(code=card.code, actor=committee()).state == State.REVIEWING


def test_the_appraisal_goes_on_without_an_answer_when_the_day_is_over() -> None:
    card = sheet(State.EXPLAINING)
    assert missing(lambda: go_on(code=card.code, actor=actor(OFFICER))) == ("explaining_over",)
    with clock.at(clock.now() + timedelta(days=8)):
        assert go_on(code=card.code, actor=actor(OFFICER)).state == State.REVIEWING
    assert JournalEntry.objects.filter(event="scorecard.go_on").latest("pk").facts["unanswered"] == 1


def test_the_second_value_counts_and_items_not_touched_keep_the_first() -> None:
    card = sheet(State.DECIDED)
    assert card.frozen is not None
    points = {code: told["points"] for code, told in card.frozen["result"]["items"].items()}
    assert points == {"1.1": "4", "1.2": "5.40", "2.1": "4", "2.2": "5"}
    assert card.frozen["first"]["1.2"]["inputs"] == {"part": "80", "whole": "100"}
    assert list(card.frozen["second"]) == ["1.2"]
    assert card.frozen["result"]["total"]["band"] == "Tốt"


def test_a_value_that_is_not_the_units_needs_its_reason_before_the_head_decides() -> None:
    card = sheet(State.REVIEWING)
    entered(card, "1.1", Side({"done": "no"}), Stage.SECOND)
    assert missing(lambda: decide_result(code=card.code, actor=actor(HEAD))) == ("differences_explained",)
    entered(card, "1.1", Side({"done": "no"}, note="Kế hoạch chưa ký."), Stage.SECOND)
    assert decide_result(code=card.code, actor=actor(HEAD)).state == State.DECIDED


def test_a_sheet_is_submitted_once_it_is_counted_and_who_decides_hears_of_it() -> None:
    card = sheet(State.REVIEWING)
    entered(card, "1.1", Side({"done": "no"}), Stage.SECOND)
    assert missing(lambda: submit_result(code=card.code, actor=actor(OFFICER))) == ("differences_explained",)
    entered(card, "1.1", Side({"done": "no"}, note="Kế hoạch chưa ký."), Stage.SECOND)
    assert submit_result(code=card.code, actor=actor(OFFICER)).state == State.SUBMITTED
    told = Notice.objects.filter(kind=NoticeKind.CARD_SUBMIT, subject=card.code)
    assert {one.user.email.split("@")[0] for one in told} == {HEAD}
    with pytest.raises(Refused):
        entered(card, "1.1", DECLARED["1.1"], Stage.SECOND)


def test_a_sheet_with_a_question_that_was_not_sent_is_not_submitted() -> None:
    card = sheet(State.APPRAISING)
    question(code=card.code, item="1.2", text="Vì sao?", actor=actor(OFFICER))
    assert missing(lambda: submit_result(code=card.code, actor=actor(OFFICER))) == ("no_question_unsent",)
    question(code=card.code, item="1.2", text="", actor=actor(OFFICER))
    assert submit_result(code=card.code, actor=actor(OFFICER)).state == State.SUBMITTED


def test_the_head_sends_a_sheet_back_to_the_second_appraisal_with_the_reason() -> None:
    card = sheet(State.SUBMITTED)
    back = send_back_result(code=card.code, reason=" Xem lại mục 1.2. ", actor=actor(HEAD))
    assert (back.state, back.returned_for, back.decided_on) == (State.REVIEWING, "Xem lại mục 1.2.", None)
    assert Notice.objects.filter(kind=NoticeKind.CARD_BACK, subject=card.code).exists()
    assert "Xem lại" not in str(JournalEntry.objects.get(event="scorecard.send_back_result").facts)
    entered(card, "1.1", Side({"done": "no"}, note="Kế hoạch chưa ký."), Stage.SECOND)
    submit_result(code=card.code, actor=actor(OFFICER))
    assert decide_result(code=card.code, actor=actor(HEAD)).state == State.DECIDED


def test_the_head_may_decide_without_waiting_to_be_asked() -> None:
    assert decide_result(code=sheet(State.REVIEWING).code, actor=actor(HEAD)).state == State.DECIDED


def test_a_decided_sheet_is_frozen_with_questions_and_digests_and_counts_the_same_again() -> None:
    (card,) = opened()
    declared(card)
    paper = handed(card)
    send_in(code=card.code, actor=committee())
    take_up(code=card.code, actor=actor(OFFICER))
    appraised(card)
    asked(card)
    answer_question(code=card.code, item="1.2", text="Gia hạn.", actor=committee())
    explain(code=card.code, actor=committee())
    again(card)
    done = decide_result(code=card.code, actor=actor(HEAD))
    assert done.frozen is not None
    assert done.frozen["evidence"] == [{"item": "1.2", "stage": "declared", "digest": paper.digest}]
    assert done.frozen["questions"] == [{"item": "1.2", "text": "Vì sao khai 95 mà sổ ghi 80?", "answer": "Gia hạn."}]
    assert done.digest == digest_of(done.frozen)
    assert replayed(done.frozen)[1] == done.frozen["result"]


def test_the_unit_objects_once_within_its_days() -> None:
    card = sheet(State.PUBLISHED)
    assert card.objections_until == clock.today() + timedelta(days=10)
    with clock.at(clock.now() + timedelta(days=11)):
        assert missing(lambda: object_to(code=card.code, text="Xem lại.", actor=committee())) == ("objection_open",)
    with clock.at(clock.now() + timedelta(days=10)):
        object_to(code=card.code, text="Xem lại mục 1.2.", actor=committee())
    assert missing(lambda: object_to(code=card.code, text="Nữa.", actor=committee())) == ("not_objected",)


def test_the_head_keeps_a_result_with_an_answer() -> None:
    card = sheet(State.PUBLISHED)
    told: dict[str, Any] = {"code": card.code, "text": "Sổ ghi rõ.", "actor": actor(HEAD)}
    assert missing(lambda: answer_objection(outcome=Outcome.KEPT, **told)) == ("objection_waits",)
    object_to(code=card.code, text="Xem lại.", actor=committee())
    assert answer_objection(outcome=Outcome.KEPT, **told) == card
    assert Objection.objects.get().answer == "Sổ ghi rõ."
    assert Scorecard.objects.count() == 1


def test_an_objection_that_is_right_opens_a_correction_with_everything_that_was_said() -> None:
    (card,) = opened()
    handed(card)
    declared(card)
    send_in(code=card.code, actor=committee())
    take_up(code=card.code, actor=actor(OFFICER))
    appraised(card)
    decide_result(code=card.code, actor=actor(HEAD))
    publish_result(code=card.code, days=5, actor=actor(HEAD))
    object_to(code=card.code, text="Xem lại.", actor=committee())
    new = answer_objection(code=card.code, outcome=Outcome.CORRECTED, text="Đúng.", actor=actor(HEAD))
    assert (new.corrects, new.edition, new.state) == (card, 2, State.REVIEWING)
    assert new.sent_in_on == clock.today()
    assert new.entries.count() == card.entries.count() == 7
    assert Evidence.objects.get(card=new).digest == Evidence.objects.get(card=card).digest
    again(new)
    assert decide_result(code=new.code, actor=actor(HEAD)).state == State.DECIDED
    assert fresh(card).state == State.PUBLISHED


def test_a_published_result_is_corrected_by_the_officer_too() -> None:
    card = sheet(State.PUBLISHED)
    new = correct(code=card.code, actor=actor(OFFICER))
    assert (new.state, new.questions.get().answer) == (State.REVIEWING, card.questions.get().answer)
    assert missing(lambda: correct(code=card.code, actor=actor(OFFICER))) == ("not_corrected",)


def test_the_journal_tells_the_steps_and_no_words() -> None:
    card = sheet(State.PUBLISHED)
    told = list(JournalEntry.objects.filter(subject=card.code).order_by("pk"))
    events = [one.event.removeprefix("scorecard.") for one in told if one.event != "scorecard.self_score"]
    assert events == [
        "open",
        "send_in",
        "take_up",
        *["appraise"] * 2,
        "accept_declared",
        "question",
        "ask_explanation",
        "answer_question",
        "explain",
        "appraise_again",
        "submit_result",
        "decide_result",
        "publish_result",
    ]
    words = ("Vì sao", "gia hạn", "Sổ ghi", "Có tiến bộ")
    assert not [one for one in told if any(word in str(one.facts) for word in words)]
