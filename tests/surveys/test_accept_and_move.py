"""Replies are taken once, wait sealed, and are moved in whole tens into counts that equal a recount."""

from base64 import urlsafe_b64decode
from collections import Counter
from datetime import date
from typing import Any

import pytest
from tests.domain.questionnaire.test_answers import FORM, FULL
from tests.surveys.made import given, open_round, reply
from tests.surveys.sealing import seal_reply

from vidan.foundation.journal.models import Entry
from vidan.foundation.vault.seal import open_sealed
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Reply, ReplyText, SealedReply, SurveyRound, TakenMark, Tally
from vidan.surveys.services.accept import accept, accept_sealed
from vidan.surveys.services.journal_counts import journal_counts
from vidan.surveys.services.move import add_to_tallies, move_replies, places_of, text_sealed_as

pytestmark = pytest.mark.django_db


def tallied(round_: SurveyRound) -> dict[tuple[Any, ...], int]:
    names = ("stratum_id", "month", "way", "marked", "item", "value")
    return {tuple(row[:-1]): row[-1] for row in Tally.objects.filter(round=round_).values_list(*names, "count")}


def recounted(round_: SurveyRound) -> Counter[tuple[Any, ...]]:
    return Counter(
        place
        for kept in Reply.objects.filter(stratum__round=round_)
        for place in places_of(kept.stratum_id, kept.on, kept.way, kept.too_fast or kept.repeated, FORM, kept.answers)
    )


def test_the_same_reply_sent_twice_is_taken_once() -> None:
    round_ = open_round()
    one = given(round_.strata.all()[0])
    assert (accept(round_=round_, given=one, token="t"), accept(round_=round_, given=one, token="t")) == (True, False)
    assert (SealedReply.objects.count(), TakenMark.objects.count()) == (1, 1)


def test_a_waiting_reply_says_nothing_without_the_servers_key() -> None:
    round_ = open_round()
    accept(round_=round_, given=given(round_.strata.all()[0], answers=FULL | {"word": "kín đáo"}), token="t")
    row = SealedReply.objects.get()
    assert "kín".encode() not in bytes(row.body)
    assert b"stratum" not in bytes(row.body)


@pytest.mark.parametrize(("waiting", "moved"), [(9, 0), (10, 10), (19, 10), (25, 20)])
def test_an_open_round_moves_whole_tens(waiting: int, moved: int) -> None:
    round_ = open_round()
    reply(round_, waiting)
    assert move_replies() == moved
    round_.refresh_from_db()
    assert (round_.taken, Reply.objects.count(), SealedReply.objects.count()) == (moved, moved, waiting - moved)


def test_a_closed_round_moves_the_rest() -> None:
    round_ = open_round()
    reply(round_, 13)
    SurveyRound.objects.update(state=RoundState.CLOSED)
    assert (move_replies(), SealedReply.objects.count()) == (13, 0)


def test_the_counts_equal_a_recount() -> None:
    round_ = open_round()
    reply(round_, 7)
    reply(round_, 3, too_fast=True)
    reply(round_, 6, answers=FULL | {"came": "no", "times": "4", "polite": "2", "why": ["x", "y"], "word": "tốt"})
    reply(round_, 4, on=date(2018, 3, 1), way=Way.PAPER, repeated=True, answers=FULL | {"order": ["q", "p"]})
    move_replies()
    assert tallied(round_) == dict(recounted(round_))
    assert sum(count for place, count in tallied(round_).items() if place[4] == "") == 20


def test_what_was_written_in_words_lies_sealed_apart_from_its_reply() -> None:
    round_ = open_round(state=RoundState.CLOSED)
    reply(round_, 1, answers=FULL | {"why": ["x"], "word": "phải chờ lâu"})
    move_replies()
    text = ReplyText.objects.get()
    assert open_sealed(bytes(text.body), text_sealed_as(text.key)).decode() == "phải chờ lâu"
    assert Reply.objects.get().answers["word"] == "+"
    assert text.key != Reply.objects.get().key


def sealed(round_: SurveyRound, token: str, told: bytes) -> bytes:
    return seal_reply(urlsafe_b64decode(round_.device_public), round_.code, token, b"n" * 12, told)


def test_what_a_device_sealed_counts_as_any_other() -> None:
    round_ = open_round(state=RoundState.CLOSED)
    one = given(round_.strata.all()[0], way=Way.KIOSK)
    assert accept_sealed(round_=round_, body=sealed(round_, "d", one.told()), token="d", way=Way.KIOSK, stratum=None)
    assert not accept_sealed(
        round_=round_, body=sealed(round_, "d", one.told()), token="d", way=Way.KIOSK, stratum=None
    )
    move_replies()
    assert Reply.objects.get().way == Way.KIOSK


def spoiled(round_: SurveyRound) -> dict[str, tuple[str, bytes]]:
    one = given(round_.strata.all()[0])
    other = open_round("ks-2018-02")
    return {
        "altered": ("a", sealed(round_, "a", one.told())[:-1] + b"x"),
        "sent under another token": ("b", sealed(round_, "other", one.told())),
        "sealed to another round": ("c", sealed(other, "c", one.told())),
        "of another round's counter": ("d", sealed(round_, "d", given(other.strata.all()[0]).told())),
        "no reply at all": ("e", sealed(round_, "e", b"[1]")),
        "without what is required": ("f", sealed(round_, "f", given(round_.strata.all()[0], answers={}).told())),
        "too short": ("g", b"x"),
    }


def test_what_cannot_be_read_is_counted_as_unusable_and_stops_no_other() -> None:
    round_ = open_round(state=RoundState.CLOSED)
    cases = spoiled(round_)
    SurveyRound.objects.filter(code="ks-2018-02").update(state=RoundState.CLOSED)
    for token, body in cases.values():
        accept_sealed(round_=round_, body=body, token=token, way=Way.KIOSK, stratum=None)
    reply(round_, 2)
    move_replies()
    round_.refresh_from_db()
    known = Reply.objects.filter(stratum__round=round_)
    assert (round_.taken, round_.unusable, known.count()) == (2, len(cases), 2)


def test_a_day_outside_the_round_becomes_its_nearest_day() -> None:
    round_ = open_round(state=RoundState.CLOSED)
    reply(round_, 1, on=date(2031, 1, 1))
    move_replies()
    assert Reply.objects.get().on == round_.last_day


def test_the_journal_holds_counts_and_nothing_about_one_reply() -> None:
    round_ = open_round()
    reply(round_, 20)
    assert not Entry.objects.filter(event__startswith="survey.").exists()
    move_replies()
    assert (journal_counts(), journal_counts()) == (1, 0)
    entry = Entry.objects.get(event="survey.replies")
    assert (entry.subject, entry.facts) == (round_.code, {"replies": 20, "total": 20})


def test_counts_grow_by_what_is_added() -> None:
    round_ = open_round()
    place = (round_.strata.all()[0].pk, date(2018, 3, 1), "counter", False, "came", "yes")
    for _turn in range(2):
        add_to_tallies(round_, Counter({place: 5}))
    assert tallied(round_) == {place: 10}
