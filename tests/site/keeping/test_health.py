"""The site says which part is not well, in one word each, and goes on where it can."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.foundation.jobs.models import JobState
from vidan.foundation.jobs.schedule import Scheduled, run_due
from vidan.foundation.journal.record import record
from vidan.foundation.journal.seals import seal_new_entries
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.tasks import AGAIN, MOST, mail_notice
from vidan.foundation.vault.keyfile import KeysGone
from vidan.site.keeping import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def well() -> None:
    JobState.objects.create(name="seal the journal", started_at=timezone.now())


def worries() -> list[str]:
    answer = Client().get("/healthz")
    assert answer.status_code == 200
    return list(answer.json()["worries"])


def an_entry() -> None:
    with transaction.atomic():
        record("test", subject="PA-1", actor="system")


def test_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "ROOM", 1)
    assert worries() == []


def test_a_worker_that_does_not_run_is_a_worry() -> None:
    JobState.objects.update(started_at=timezone.now() - timedelta(minutes=6))
    assert "worker" in worries()


def test_a_job_that_failed_is_a_worry() -> None:
    JobState.objects.update(ok=False)
    assert "jobs" in worries()


def test_seals_that_fall_behind_are_a_worry() -> None:
    with clock.at(clock.now() - timedelta(minutes=6)):
        an_entry()
    assert "seals" in worries()
    seal_new_entries()
    assert "seals" not in worries()


def test_a_clock_that_went_back_is_a_worry_and_jobs_still_run() -> None:
    with clock.at(clock.now() + timedelta(days=1)):
        an_entry()
    assert "clock" in worries()
    JobState.objects.update(started_at=timezone.now() + timedelta(days=1))
    assert run_due([Scheduled("seal the journal", timedelta(minutes=1), seal_new_entries)]) == 1


def test_room_that_runs_out_is_a_worry_before_it_stops_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "free_bytes", lambda: 100 * 1024 * 1024)
    assert "disk" in worries()
    monkeypatch.setattr(health, "free_bytes", lambda: 1024)
    answer = Client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["why"] == ["disk"]


def test_a_key_file_that_is_gone_stops_the_service(settings: Settings) -> None:
    class Gone:
        def look(self) -> None:
            raise KeysGone("/srv/secret/keys.json")

    settings.KEYS = Gone()
    answer = Client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["why"] == ["keys"]
    assert "srv" not in answer.content.decode()


def test_a_database_that_does_not_answer_stops_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> bool:
        raise DatabaseError("password of vidan at 10.0.0.1")

    monkeypatch.setattr(health, "STOPS", (("database", gone),))
    answer = Client().get("/healthz")
    assert answer.json() == {"ready": False, "why": ["database"], "worries": []}
    assert answer.status_code == 503


def dead_mail(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


def test_a_notice_that_a_dead_mail_server_did_not_take_waits_and_is_a_worry(settings: Settings) -> None:
    dead_mail(settings)
    user_id = actor("can-bo-quan").user_id
    assert user_id is not None
    mail_notice.func(user_id, str(NoticeKind.NEW), "PA-2018-0001")
    waiting = DBTaskResult.objects.get()
    assert waiting.args_kwargs["args"] == [user_id, "new", "PA-2018-0001", 1]
    assert timedelta(seconds=30) < waiting.run_after - timezone.now() <= timedelta(minutes=AGAIN[0])
    assert "mail" in worries()


def test_after_three_days_a_notice_is_given_up(settings: Settings) -> None:
    dead_mail(settings)
    user_id = actor("can-bo-quan").user_id
    assert user_id is not None
    with pytest.raises(ConnectionRefusedError):
        mail_notice.func(user_id, str(NoticeKind.NEW), "PA-2018-0001", MOST)
    assert not DBTaskResult.objects.exists()
