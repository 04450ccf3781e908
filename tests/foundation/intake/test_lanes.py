"""The small work speeds a post and never gates it; budgets forget addresses; drafts end."""

import base64
import hashlib
import json
import threading
import time
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from vidan.foundation.intake import drafts, kept, rates
from vidan.foundation.intake.models import Draft
from vidan.foundation.intake.work import admitted, done, make_task


def solved(bound: str) -> str:
    task = make_task(bound)
    number = next(
        n for n in range(task.most + 1) if hashlib.sha256(f"{task.salt}{n}".encode()).hexdigest() == task.challenge
    )
    told = {
        "algorithm": "SHA-256",
        "challenge": task.challenge,
        "number": number,
        "salt": task.salt,
        "signature": task.signature,
    }
    return base64.b64encode(json.dumps(told).encode()).decode()


def test_the_work_counts_for_its_own_draft_only() -> None:
    solution = solved("a" * 20)
    assert done(solution, "a" * 20)
    assert not done(solution, "b" * 20)


@pytest.mark.parametrize("text", ["", "x", "{}", "W10=", base64.b64encode(b"[" * 5000).decode(), "é" * 50])
def test_hostile_text_is_simply_no_solution(text: str) -> None:
    assert not done(text, "a" * 20)


def test_without_the_work_a_post_still_goes_by_the_slow_lane() -> None:
    assert admitted(RequestFactory().post("/"), "", "a" * 20)


def test_the_slow_lane_is_narrower_than_the_fast_one(settings: Settings) -> None:
    settings.WORKERS = 1
    request = RequestFactory().post("/")
    slow = sum(admitted(request, "", "a" * 20) for _n in range(60))
    rates.forget()
    fast = sum(admitted(request, solved("a" * 20), "a" * 20) for _n in range(60))
    assert slow == 12
    assert fast == 40


def test_what_is_over_is_looked_for_each_minute_and_not_by_a_thread_for_every_post(settings: Settings) -> None:
    settings.WORKERS = 1
    running = threading.enumerate()
    for n in range(20):
        assert admitted(RequestFactory().post("/", REMOTE_ADDR=f"192.0.2.{n}"), "", "a" * 20)
    assert threading.enumerate() == running
    assert any(isinstance(one, rates.Repeating) for one in running)


def test_what_runs_each_minute_runs_again_and_again() -> None:
    calls: list[float] = []
    often = rates.Repeating(0.01, lambda: calls.append(time.monotonic()))
    often.daemon = True
    often.start()
    end = time.monotonic() + 20
    while len(calls) < 3 and time.monotonic() < end:
        time.sleep(0.01)
    often.cancel()
    assert len(calls) >= 3


def test_one_address_that_posts_too_much_does_not_stop_another(settings: Settings) -> None:
    settings.WORKERS = 1
    noisy = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
    while rates.spend(rates.CODE, noisy):
        pass
    assert rates.spend(rates.CODE, RequestFactory().post("/", REMOTE_ADDR="192.0.2.2"))


def test_behind_our_own_proxy_the_visitor_is_told_apart(settings: Settings) -> None:
    settings.WORKERS, settings.PROXIES = 1, 1
    one = RequestFactory().post("/", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.1")
    while rates.spend(rates.CODE, one):
        pass
    forged = RequestFactory().post("/", HTTP_X_FORWARDED_FOR="198.51.100.7, 192.0.2.1")
    assert not rates.spend(rates.CODE, forged)
    assert rates.spend(rates.CODE, RequestFactory().post("/", HTTP_X_FORWARDED_FOR="192.0.2.2"))


@pytest.mark.django_db
def test_a_draft_opens_with_its_code_and_with_no_other() -> None:
    writing = drafts.begin("letter")
    writing.typed["ke"] = {"story": "chuyện"}
    drafts.save(writing)
    again = drafts.find("letter", writing.code)
    assert again is not None
    assert again.typed == {"ke": {"story": "chuyện"}}
    assert again.secret == writing.secret
    assert drafts.find("letter", "a" * 10) is None
    assert drafts.find("other", writing.code) is None


@pytest.mark.django_db
def test_a_draft_whose_day_is_over_is_destroyed() -> None:
    writing = drafts.begin("letter")
    drafts.save(writing)
    Draft.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    assert drafts.find("letter", writing.code) is None
    assert drafts.sweep() == 1
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_of_two_posts_only_one_claims_the_draft() -> None:
    writing = drafts.begin("letter")
    drafts.save(writing)
    other = drafts.find("letter", writing.code)
    assert other is not None
    assert drafts.claim(writing, subject="A")
    assert not drafts.claim(other, subject="B")


@pytest.mark.django_db
def test_what_an_officer_was_writing_is_kept_sealed_for_her_alone() -> None:
    kept.keep(user_id=1, place="PA-1 answer", typed={"text": "đang viết"})
    assert kept.kept(user_id=1, place="PA-1 answer") == {"text": "đang viết"}
    assert kept.kept(user_id=2, place="PA-1 answer") == {}
    kept.drop(user_id=1, place="PA-1 answer")
    assert kept.kept(user_id=1, place="PA-1 answer") == {}
