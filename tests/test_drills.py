"""Failure drills with real processes: what fails is named at `/healthz`, nothing is lost, and it goes on when it is mended.

docs/operations/drills.md tells the same to people.
"""

import json
import os
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
from tests.live import Live
from tests.poster import ANSWERS, Poster
from tests.sink import mail_sink

pytestmark = [pytest.mark.kill, pytest.mark.smoke]

STORY = "Tôi chờ từ sáng đến trưa mà không ai gọi tên. " * 20


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with running(tmp_path) as site:
        yield site


@contextmanager
def running(folder: Path, **more: str) -> Iterator[Live]:
    site = Live(folder, more=more)
    site.start()
    try:
        yield site
    finally:
        site.stop()
        assert site.left_over() == []


def health(live: Live) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(f"{live.address}/healthz", timeout=40) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def soon(holds: Callable[[], bool], seconds: float = 40) -> None:
    """Wait until something holds, but not for ever."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not come about in time"
        time.sleep(0.2)


def post_once(poster: Poster, place: str, typed: dict[str, str]) -> tuple[int, str]:
    """One post as a browser sends it, with its answer, whatever it is."""
    token = next(cookie.value or "" for cookie in poster.jar if cookie.name == "csrftoken")
    data = urlencode(typed | {"csrfmiddlewaretoken": token}).encode()
    request = urllib.request.Request(poster.address + place, data=data, headers={"Origin": poster.address})
    try:
        with poster.opener.open(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def up_to_the_story(live: Live) -> Poster:
    poster = Poster(live.address)
    poster.get("/gui-phan-anh/")
    for place, typed in ANSWERS[:3]:
        poster.post(f"/gui-phan-anh/{place}", typed)
    return poster


@contextmanager
def database_held(live: Live) -> Iterator[None]:
    """Somebody has begun to write and does not let go."""
    if live.database:
        with psycopg.connect(live.database) as holder:
            holder.execute("LOCK TABLE intake_draft IN EXCLUSIVE MODE")
            yield
            holder.rollback()
        return
    with closing(sqlite3.connect(live.folder / "vidan.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


def test_a_locked_database_is_told_and_the_letter_goes_on_when_it_is_free(live: Live) -> None:
    poster = up_to_the_story(live)
    with database_held(live):
        if not live.database:  # PostgreSQL locks a table at a time, so that the rest is well
            assert health(live)[1]["why"] == ["database"]
        status, page = post_once(poster, "/gui-phan-anh/ke/", {"story": STORY})
    assert status == 503
    assert STORY.strip() in page
    assert post_once(poster, "/gui-phan-anh/ke/", {"story": STORY})[0] == 200
    assert health(live)[0] == 200
    assert poster.opens(Poster(live.address).send_letter())
    time.sleep(1)
    assert [process.poll() for process in live.running] == [None, None], "neither the site nor the worker has ended"


def test_without_its_key_file_the_site_takes_no_letter_and_loses_none(live: Live) -> None:
    before = Poster(live.address).send_letter()
    poster = up_to_the_story(live)
    for place, typed in ANSWERS[3:-1]:
        poster.post(f"/gui-phan-anh/{place}", typed)
    away = live.folder / "away"
    (live.folder / "keys.json").rename(away)
    assert health(live) == (503, {"ready": False, "why": ["keys"], "worries": health(live)[1]["worries"]})
    assert post_once(poster, "/gui-phan-anh/xem-lai/", {})[0] == 503
    assert Poster(live.address).opens(before), "what is there can still be read"
    away.rename(live.folder / "keys.json")
    assert post_once(poster, "/gui-phan-anh/xem-lai/", {})[0] == 200
    assert health(live)[0] == 200


def test_a_worker_that_does_not_run_is_told_and_makes_up_for_it(live: Live) -> None:
    soon(lambda: "worker" not in str(health(live)[1]["worries"]))
    web, worker = live.running
    worker.kill()
    worker.wait()
    live.ask(
        "import django; django.setup()\nfrom datetime import timedelta; from django.db.models import F\n"
        "from vidan.foundation.jobs.models import JobState as J\n"
        "J.objects.update(started_at=F('started_at') - timedelta(minutes=10)); print('{}')"
    )
    code = Poster(live.address).send_letter()
    status, told = health(live)
    assert status == 200
    assert "worker" in str(told["worries"])
    live.running = [web, live.start_worker()]
    soon(lambda: "worker" not in str(health(live)[1]["worries"]))
    assert Poster(live.address).opens(code)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_notices_wait_for_a_dead_mail_server_and_go_later(tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path, VIDAN_MAIL_URL=f"smtp://127.0.0.1:{port}") as live:
        Poster(live.address).send_letter()
        live.ask(
            "import django; django.setup()\nfrom vidan.foundation.accounts.models import User\n"
            "from vidan.foundation.notices.services import notify\n"
            "notify(kind='new', subject='PA-2018-0001', user_ids=[User.objects.order_by('pk')[0].pk]); print('{}')"
        )
        soon(lambda: "mail" in str(health(live)[1]["worries"]))
        with mail_sink(port) as taken:
            live.ask(
                "import django; django.setup()\nfrom django.utils import timezone\n"
                "from django_tasks_db.models import DBTaskResult as T\n"
                "T.objects.filter(status='READY').update(run_after=timezone.now()); print('{}')"
            )
            soon(lambda: len(taken.mails) == 1)
        assert "PA-2018-0001" in taken.mails[0][1]
        soon(lambda: "mail" not in str(health(live)[1]["worries"]))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 48 MB."""
    place = tmp_path / "small"
    place.mkdir()
    try:
        words = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(place)]
        mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a disk that is really full needs the right to mount a tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_keeps_what_was_typed_and_loses_no_letter_before_or_after(small_disk: Path) -> None:
    if os.environ.get("VIDAN_DATABASE_URL"):
        pytest.skip(
            "PostgreSQL keeps its database elsewhere; a file that finds no room is tested in tests/site/test_not_kept.py"
        )
    with running(small_disk) as live:
        codes, writing = [Poster(live.address).send_letter()], up_to_the_story(live)
        fill = small_disk / "fill"
        with fill.open("wb", buffering=0) as filling:
            try:
                for size in (1024 * 1024, 4096):
                    while filling.write(b"x" * size) == size:
                        pass
            except OSError:
                pass
        status, told = health(live)
        assert (status, told["why"]) == (503, ["disk"])
        use_up_the_log(live)
        status, page = post_once(writing, "/gui-phan-anh/ke/", {"story": STORY * 8})
        assert status == 503
        assert STORY.strip() in page
        fill.unlink()
        soon(lambda: health(live)[0] == 200)
        assert post_once(writing, "/gui-phan-anh/ke/", {"story": STORY * 8})[0] == 200
        codes.append(Poster(live.address).send_letter())
        assert all(Poster(live.address).opens(code) for code in codes)
        assert live.ask(SOUND) == {"cases": 2, "receipts": 2, "broken": [], "integrity": "ok"}


SOUND = """
import django, json; django.setup()
from django.db import connection
from vidan.cases.models import CaseFile
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.journal.seals import seal_new_entries, verify_seals
seal_new_entries()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check")
    told = cursor.fetchone()[0]
print(json.dumps({"cases": CaseFile.objects.count(), "receipts": Receipt.objects.count(),
    "broken": list(verify_seals().broken), "integrity": told}))
"""


def use_up_the_log(live: Live) -> None:
    """The write-ahead log has some room of its own: let others write until there is none."""
    for _n in range(60):
        poster = Poster(live.address)
        poster.get("/gui-phan-anh/")
        for place, typed in ANSWERS[:3]:
            if post_once(poster, f"/gui-phan-anh/{place}", typed)[0] == 503:
                return
    raise AssertionError("the disk was never full")
