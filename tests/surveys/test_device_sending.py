"""What devices send is taken once each; what is no sending of a device of ours takes nothing and breaks nothing."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.conftest import TUESDAY
from tests.domain.questionnaire.test_answers import FULL
from tests.surveys.device_made import FORM, SEND, contact_row, registered, sealed_bytes, sealed_row, send
from tests.surveys.made import open_round

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import ContactCount, Device, Reply, SealedReply, SurveyRound, TakenMark
from vidan.surveys.sent import MOST_BYTES
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.register_device import end_device, resume_device
from vidan.surveys.services.take_sent import LATE_DAYS

pytestmark = pytest.mark.django_db


def kept() -> tuple[int, int, int]:
    """How much of any sending is kept."""
    return SealedReply.objects.count(), TakenMark.objects.count(), ContactCount.objects.count()


def closed(round_: SurveyRound, at: datetime = TUESDAY, state: RoundState = RoundState.CLOSED) -> None:
    SurveyRound.objects.filter(pk=round_.pk).update(state=state, closed_at=at)


def test_a_sending_is_taken_and_the_device_is_told_what_it_may_forget() -> None:
    round_ = open_round()
    device, secret = registered(round_)
    rows = [sealed_row(round_, round_.strata.all()[0]) for _n in range(3)]
    answer = send(secret, {"replies": rows})
    assert answer.status_code == 200
    assert sorted(answer.json()["taken"]) == sorted(row["token"] for row in rows)
    assert kept() == (3, 3, 0)
    device.refresh_from_db()
    assert device.last_sent_on == TUESDAY.date()


def test_the_same_sending_again_takes_nothing_and_is_answered_alike() -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    told = {
        "replies": [sealed_row(round_, round_.strata.all()[0])],
        "contacts": [contact_row(round_.strata.all()[0].pk)],
    }
    answers = [send(secret, told).json()["taken"] for _time in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert kept() == (1, 2, 1)
    assert ContactCount.objects.get().count == 1


def test_what_a_device_says_of_its_way_and_place_is_not_believed() -> None:
    round_ = open_round()
    here, there = round_.strata.all()[:2]
    _device, secret = registered(round_, stratum=here)
    send(secret, {"replies": [sealed_row(round_, there, way=Way.PAPER)]})
    closed(round_)
    move_replies()
    reply = Reply.objects.get()
    assert (reply.way, reply.stratum_id) == (Way.KIOSK, here.pk)


def test_an_interviewer_chooses_the_place_of_each_reply() -> None:
    round_ = open_round()
    places = round_.strata.all()[:2]
    _device, secret = registered(round_, Way.INTERVIEWER, stratum=None)
    send(secret, {"replies": [sealed_row(round_, one) for one in places]})
    closed(round_)
    move_replies()
    assert {reply.stratum_id for reply in Reply.objects.all()} == {one.pk for one in places}


def test_a_whole_day_of_a_kiosk_is_replayed_with_lost_answers_and_nothing_is_lost_or_doubled() -> None:
    round_ = open_round()
    stratum = round_.strata.all()[0]
    _device, secret = registered(round_)
    day = [sealed_row(round_, stratum) for _n in range(180)]
    for start in range(0, 180, 50):
        for _lost in range(2):
            assert send(secret, {"replies": day[start : start + 50]}).status_code == 200
    assert send(secret, {"replies": day[40:140]}).status_code == 200
    closed(round_)
    move_replies()
    round_.refresh_from_db()
    assert (round_.taken, round_.unusable, Reply.objects.count()) == (180, 0, 180)


POISON = [
    b'{"on": Infinity, "stratum": Infinity}',
    b"[" * 60_000,
    b'{"stratum": 1, "way": "kiosk", "on": "2018-03-13", "answers": ' + b'{"a":' * 20_000 + b"1" + b"}" * 20_000 + b"}",
    b'{"stratum": 1e999, "way": "kiosk", "on": "2018-03-13", "answers": {}, "too_fast": 0, "repeated": 0}',
    b'{"on": 5}',
    b"null",
    b"\xff\xfe",
    b"",
]


@pytest.mark.parametrize("poison", POISON, ids=[str(n) for n in range(len(POISON))])
def test_a_reply_that_was_sealed_to_do_harm_is_dropped_and_the_others_count(poison: bytes) -> None:
    round_ = open_round()
    _device, secret = registered(round_, Way.INTERVIEWER, stratum=None)
    rows = [sealed_bytes(round_, poison, "a" * 32), sealed_row(round_, round_.strata.all()[0])]
    assert send(secret, {"replies": rows}).status_code == 200
    closed(round_)
    move_replies()
    round_.refresh_from_db()
    assert (round_.taken, round_.unusable) == (1, 1)


@pytest.mark.parametrize("outcome", ["refused", "unreachable"])
def test_people_asked_in_vain_are_counted_by_day_and_place_and_told_to_the_journal_as_a_count(outcome: str) -> None:
    round_ = open_round()
    stratum = round_.strata.all()[1]
    _device, secret = registered(round_, Way.INTERVIEWER, stratum=None)
    send(secret, {"contacts": [contact_row(stratum.pk, outcome=outcome) for _n in range(4)]})
    send(secret, {"contacts": [contact_row(stratum.pk, outcome=outcome)]})
    row = ContactCount.objects.get()
    assert (row.stratum_id, row.on, row.way, row.outcome, row.count) == (
        stratum.pk,
        TUESDAY.date(),
        Way.INTERVIEWER,
        outcome,
        5,
    )
    facts = [entry.facts["count"] for entry in Entry.objects.filter(event="survey.contacts").order_by("pk")]
    assert facts == [4, 1]


def test_a_contact_of_a_foreign_place_is_taken_off_the_device_and_not_counted() -> None:
    round_, other = open_round(), open_round("ks-2018-02")
    _device, secret = registered(round_)
    told = {"contacts": [contact_row(other.strata.all()[0].pk), contact_row(round_.strata.all()[1].pk)]}
    assert len(send(secret, told).json()["taken"]) == 2
    assert not ContactCount.objects.exists()


@pytest.mark.parametrize(("days", "status"), [(0, 200), (LATE_DAYS, 200), (LATE_DAYS + 1, 410)])
def test_what_was_answered_before_the_closing_is_taken_for_some_days(days: int, status: int) -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    closed(round_)
    with clock.at(TUESDAY + timedelta(days=days)):
        answer = send(secret, {"replies": [sealed_row(round_, round_.strata.all()[0])]})
        assert Client().get(FORM, headers={"Authorization": f"Device {secret}"}).status_code == status
    assert answer.status_code == status
    assert kept()[0] == (1 if status == 200 else 0)


@pytest.mark.parametrize("state", [RoundState.DRAFT, RoundState.PUBLISHED])
def test_a_published_round_takes_nothing_more(state: RoundState) -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    closed(round_, state=state)
    answer = send(secret, {"replies": [sealed_row(round_, round_.strata.all()[0])]})
    assert (answer.status_code, answer.json()["why"], kept()) == (410, "over", (0, 0, 0))


def test_an_ended_device_sends_nothing_and_keeps_what_it_has_until_it_is_found_again() -> None:
    round_ = open_round()
    device, secret = registered(round_)
    told = {"replies": [sealed_row(round_, round_.strata.all()[0])]}
    end_device(device=device, actor=actor("can-bo-quan"))
    answer = send(secret, told)
    assert (answer.status_code, answer.json()["why"], kept()) == (403, "ended", (0, 0, 0))
    device.refresh_from_db()
    assert device.last_sent_on is None
    resume_device(device=device, actor=actor("can-bo-quan"))
    assert send(secret, told).status_code == 200
    assert kept()[0] == 1


@pytest.mark.parametrize("secret", ["", "x", "0" * 43, "ă", "a" * 5000])
def test_an_unknown_device_is_told_so(secret: str) -> None:
    registered(open_round())
    headers = {"Authorization": f"Device {secret}".encode().decode("latin-1")}
    client = Client()
    for answer in (
        client.get(FORM, headers=headers),
        client.post(SEND, b"{}", content_type="application/json", headers=headers),
    ):
        assert (answer.status_code, answer.json()["why"]) == (401, "unknown")


def test_the_device_is_told_all_it_needs_and_nothing_secret() -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    answer = Client().get(FORM, headers={"Authorization": f"Device {secret}"})
    told = answer.json()
    assert told["round"]["key"] == round_.device_public
    assert [one["id"] for one in told["strata"]] == [round_.strata.all()[0].pk]
    assert told["rules"]["en"]["why"] != told["rules"]["vi"]["why"]
    assert secret not in answer.content.decode()
    assert bytes(round_.device_key or b"").hex() not in answer.content.hex()
    assert "no-store" in answer["Cache-Control"]


def row(**told: Any) -> dict[str, Any]:
    return {"token": "0" * 32, "body": "A" * 200} | told


def contact(**told: Any) -> dict[str, Any]:
    return {"token": "0" * 32, "stratum": 1, "on": "2018-03-13", "outcome": "refused"} | told


UNREADABLE = {
    "nothing": b"",
    "no JSON": b"replies",
    "not an object": b"[]",
    "a number": b"1e999",
    "NUL": b'{"replies": "\0"}',
    "half a letter": b'{"replies": "\xff"}',
    "deep brackets": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    **{
        name: json.dumps(told).encode()
        for name, told in {
            "rows are no list": {"replies": {"a": 1}},
            "a row is no object": {"replies": [1]},
            "too many rows": {"replies": [row(token=f"{n:032x}") for n in range(101)]},
            "no token": {"replies": [{"body": "A" * 200}]},
            "a short token": {"replies": [row(token="0")]},
            "a token of capitals": {"replies": [row(token="A" * 32)]},
            "a token with a break": {"replies": [row(token="0" * 31 + "\n")]},
            "a token that is a number": {"replies": [row(token=5)]},
            "no body": {"replies": [row(body=None)]},
            "a body too short": {"replies": [row(body="A" * 20)]},
            "a body of other letters": {"replies": [row(body="A" * 199 + "+")]},
            "a body of no length": {"replies": [row(body="A" * 201)]},
            "a body too long": {"replies": [row(body="A" * 500_000)]},
            "a stratum that is none": {"contacts": [contact(stratum="1")]},
            "a stratum that is true": {"contacts": [contact(stratum=True)]},
            "a huge stratum": {"contacts": [contact(stratum=10**30)]},
            "no such day": {"contacts": [contact(on="2018-02-31")]},
            "a day that is a list": {"contacts": [contact(on=[])]},
            "no such outcome": {"contacts": [contact(outcome="shouted")]},
        }.items()
    },
}


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_no_device_sends_takes_nothing(raw: bytes) -> None:
    _device, secret = registered(open_round())
    answer = send(secret, None, raw=raw)
    assert (answer.status_code, answer.json()["why"], kept()) == (400, "unreadable", (0, 0, 0))


def test_one_bad_row_keeps_the_good_ones_on_the_device() -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    assert send(secret, {"replies": [sealed_row(round_, round_.strata.all()[0]), row(body="")]}).status_code == 400
    assert kept() == (0, 0, 0)


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 10 * 1024 * 1024])
def test_more_than_is_taken_at_once_is_refused_unread(size: int) -> None:
    _device, secret = registered(open_round())
    assert send(secret, None, raw=b" " * size).status_code == 413


def test_a_sending_leaves_no_trace_of_one_reply() -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    before = Entry.objects.count()
    send(secret, {"replies": [sealed_row(round_, round_.strata.all()[0], answers=FULL)]})
    assert Entry.objects.count() == before
    fields = {field.name for field in Device._meta.get_fields()}
    assert not {name for name in fields if name.endswith("_at")}


def test_one_sending_needs_few_questions_to_the_database(django_assert_max_num_queries: Any) -> None:
    round_ = open_round()
    _device, secret = registered(round_)
    rows = [sealed_row(round_, round_.strata.all()[0])]
    with django_assert_max_num_queries(14):
        send(secret, {"replies": rows})
