"""Backup and the turn of the key beside a site that takes letters all the while."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.live import Live
from tests.machine import Machine
from tests.poster import Poster
from tests.site.keeping.test_backup import printed_key

pytestmark = [pytest.mark.kill, pytest.mark.smoke]

RETIRABLE = """
import django, json; django.setup()
from vidan.site.keeping.rotation import waiting
from vidan.foundation.jobs.models import Progress
print(json.dumps([waiting(), [row.finished for row in Progress.objects.all()]]))
"""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    (tmp_path / "site").mkdir()
    site = Live(tmp_path / "site")
    site.start()
    yield site
    site.stop()
    assert site.left_over() == []


class Writers:
    """People who send letters one after another until they are told to stop."""

    def __init__(self, live: Live) -> None:
        self.live, self.codes, self._over = live, [Poster(live.address).send_letter("Thư đầu.")], threading.Event()
        self._threads = [threading.Thread(target=self._write) for _n in range(2)]
        for thread in self._threads:
            thread.start()

    def _write(self) -> None:
        while not self._over.is_set() and len(self.codes) < 200:
            self.codes.append(Poster(self.live.address).send_letter("Thư nữa."))

    def stop(self) -> list[str]:
        self._over.set()
        for thread in self._threads:
            thread.join()
        return self.codes


def operator(live: Live) -> Machine:
    """The command line beside the running site."""
    machine = Machine.__new__(Machine)
    machine.folder, machine.database = live.folder, live.database
    return machine


def test_the_key_turns_while_letters_come_in_and_every_one_of_them_opens(live: Live) -> None:
    machine = operator(live)
    writers = Writers(live)
    try:
        assert "Key 2 seals" in machine.vidan("rotate-key", VIDAN_DEMO="true")
        until = time.monotonic() + 90
        while live.ask(RETIRABLE) != [{}, [True]]:
            assert time.monotonic() < until
            time.sleep(0.5)
    finally:
        codes = writers.stop()
    assert len(codes) > 1
    assert live.ask(RETIRABLE) == [{}, [True]], "what was sent meanwhile lies under the new key by itself"
    old = time.time() - 700
    os.utime(live.folder / "keys.json", (old, old))
    assert "Dropped: key 1." in machine.vidan("rotate-key", "--retire", VIDAN_DEMO="true")
    codes.append(Poster(live.address).send_letter("Thư sau cùng."))
    assert all(Poster(live.address).opens(code) for code in codes)


def test_a_backup_made_while_letters_come_in_holds_every_letter_that_was_there_before(
    live: Live, tmp_path: Path
) -> None:
    machine = operator(live)
    key = printed_key(machine.vidan("recovery-key"))
    writers = Writers(live)
    try:
        while len(writers.codes) < 6:
            time.sleep(0.05)
        before = list(writers.codes)
        machine.vidan("backup", str(tmp_path / "copy"))
    finally:
        after = writers.stop()
    assert len(after) >= len(before)
    bare = Machine(tmp_path / "bare")
    try:
        bare.vidan("restore", str(tmp_path / "copy"), told=key)
        told = bare.ask(
            "import django, json; django.setup()\nfrom vidan.cases.models import CaseFile\n"
            "from vidan.foundation.journal.seals import seal_new_entries, verify_seals\n"
            "from vidan.foundation.receipts.services import receipt_by_code\n"
            "from vidan.foundation.vault.models import SealedText\nfrom vidan.foundation.vault.services import open_text\n"
            "[open_text(text) for text in SealedText.objects.filter(under='server')]\n"
            f"codes = {before!r}\nseal_new_entries()\n"
            "print(json.dumps([all(receipt_by_code(code) for code in codes), CaseFile.objects.count() >= len(codes),"
            " list(verify_seals().broken)]))"
        )
        assert told == [True, True, []]
        assert "FAIL" not in bare.vidan("check")
    finally:
        bare.gone()
