"""The words of the command line: init, check, serve, demo refuse what is unsound and say what to do."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings
from tests.cases.made import made, word
from tests.live import house
from tests.scorecards.made import carded

from vidan.cases.services.receive import receive
from vidan.foundation.calendar.models import CalendarYear
from vidan.foundation.jobs.models import JobState
from vidan.foundation.journal.seals import seal_new_entries
from vidan.scorecards.kinds import State as CardState

ROOT = Path(__file__).parents[2]


def check() -> tuple[bool, str]:
    out = StringIO()
    try:
        call_command("check", stdout=out)
    except SystemExit:
        return False, out.getvalue()
    return True, out.getvalue()


@pytest.mark.django_db
def test_a_sound_installation_passes() -> None:
    made()
    seal_new_entries()
    sound, told = check()
    assert sound, told
    assert told.count("ok ") == 12


@pytest.mark.django_db
def test_a_key_file_that_others_can_read_is_found(settings: Settings, tmp_path: Path) -> None:
    settings.KEY_FILE = tmp_path / "keys.json"
    settings.KEY_FILE.write_text("{}")
    settings.KEY_FILE.chmod(0o644)
    sound, told = check()
    assert not sound
    assert "chmod 600" in told


@pytest.mark.django_db
def test_a_year_that_nobody_has_settled_is_found_a_year_ahead() -> None:
    CalendarYear.objects.filter(year=2019).delete()
    sound, told = check()
    assert not sound
    assert "2019" in told


@pytest.mark.django_db
def test_a_mail_server_that_does_not_answer_is_found(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    sound, told = check()
    assert not sound
    assert "127.0.0.1:9 does not answer" in told


@pytest.mark.django_db
def test_a_job_that_failed_is_found() -> None:
    JobState.objects.create(name="seal the journal", started_at="2018-03-13T00:00:00Z", ok=False, told="OSError")
    sound, told = check()
    assert not sound
    assert "seal the journal failed" in told


@pytest.mark.django_db
def test_an_altered_journal_is_found() -> None:
    made()
    seal_new_entries()
    with connection.cursor() as cursor:  # as somebody would who owns the machine and takes the trigger away
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_entry'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
        else:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER ALL")
        cursor.execute("UPDATE journal_entry SET actor = 'nobody'")
    sound, told = check()
    assert not sound
    assert "the journal was altered" in told


@pytest.mark.django_db
def test_an_altered_sheet_is_found() -> None:
    card = carded(CardState.PUBLISHED)
    assert "1 decided sheets" in check()[1]
    assert card.frozen is not None
    card.frozen["result"]["total"]["points"] = "52"
    card.save()
    sound, told = check()
    assert not sound
    assert f"{card.code} do not fit their digests" in told


@pytest.mark.django_db
def test_serve_refuses_a_database_with_sample_cases() -> None:
    receive(word=word(is_sample=True))
    with pytest.raises(CommandError, match="sample cases"):
        call_command("serve")


@pytest.mark.parametrize("name", ["serve", "init"])
def test_a_real_installation_is_not_run_as_the_sample(settings: Settings, name: str) -> None:
    settings.DEMO = True
    words = ["--email", "a@b.example", "--name", "A"] if name == "init" else []
    with pytest.raises(CommandError, match="VIDAN_DEMO"):
        call_command(name, *words)


def run(folder: Path, *words: str, told: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("VIDAN_")}
    return subprocess.run(
        [sys.executable, "-m", "vidan", *words],
        cwd=ROOT,
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "VIDAN_VAR": str(folder)} | environment,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.once
def test_a_real_installation_is_made_checked_and_made_only_once(tmp_path: Path) -> None:
    words = ("init", "--email", "head@front.example", "--name", "Lãnh đạo")
    environment = {"VIDAN_FRONT": "mttq-tp-ho-chi-minh"}
    made_ = run(tmp_path, *words, told="mot cau de nho that dai\nmot cau khac con dai hon\n", **environment)
    assert made_.returncode == 0, made_.stderr
    again = run(tmp_path, *words, **environment)
    assert "is there already" in again.stdout
    checked = run(tmp_path, "check", **environment)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.once
@pytest.mark.parametrize(
    ("told", "why"),
    [("short\nmot cau khac con dai hon\n", "12"), ("mot cau de nho that dai\nshort\n", "16 letters")],
)
def test_init_refuses_weak_secrets_and_makes_nobody(tmp_path: Path, told: str, why: str) -> None:
    shutil.copytree(house()[0], tmp_path, dirs_exist_ok=True)
    answer = run(tmp_path, "init", "--email", "head@front.example", "--name", "A", told=told)
    assert answer.returncode == 1
    assert why in answer.stderr
    with closing(sqlite3.connect(tmp_path / "vidan.db")) as database:
        made_ = database.execute("SELECT count(*) FROM accounts_user WHERE email LIKE '%@front.example'").fetchone()
    assert made_ == (0,)


@pytest.mark.once
def test_a_setting_that_cannot_be_read_ends_the_start_with_its_name(tmp_path: Path) -> None:
    answer = run(tmp_path, "check", VIDAN_WORKERS="many")
    assert answer.returncode != 0
    assert "VIDAN_WORKERS" in answer.stderr
