"""`kill -9` of server and worker while letters come in: every receipt shown is there afterwards, nothing is half-written."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.live import Live
from tests.poster import Poster

pytestmark = pytest.mark.kill

COUNTS = """
import django, json; django.setup()
from django.db.models import Count
from vidan.cases.models import CaseFile
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Counter, Fact
from vidan.foundation.intake.models import Draft
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.seals import seal_new_entries, verify_seals
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.search.models import Found
while seal_new_entries(): pass
verdict = verify_seals()
print(json.dumps({
    "cases": CaseFile.objects.count(),
    "receipts": Receipt.objects.count(),
    "received": Entry.objects.filter(event="case.receive").count(),
    "clocks": sorted(set(Clock.objects.values("subject").annotate(n=Count("pk")).values_list("n", flat=True))),
    "found": Found.objects.filter(subject__in=CaseFile.objects.values("code")).count(),
    "standing": sum(Counter.objects.filter(name="cases.state").values_list("standing", flat=True)),
    "facts": Fact.objects.filter(name="cases.received").count(),
    "sent": Draft.objects.filter(sent=True).count(),
    "broken": list(verdict.broken),
    "unsealed": verdict.unsealed,
}))
"""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path)
    site.start()
    yield site
    site.stop()
    assert site.left_over() == []


class Received:
    """How many receipts were shown so far."""

    def __init__(self) -> None:
        self.count, self.changed = 0, threading.Condition()

    def one_more(self) -> None:
        with self.changed:
            self.count += 1
            self.changed.notify_all()

    def wait_for(self, count: int, over: threading.Event) -> bool:
        """Whether so many came; False when all is over before."""
        with self.changed:
            while self.count < count and not over.is_set():
                self.changed.wait(0.2)
            return self.count >= count


def run(live: Live, letters: int, every: int) -> None:
    """Send letters over four lines; after every so many all processes are killed, in the midst of the others."""
    received, cuts, over = Received(), 0, threading.Event()

    def send(number: int) -> str:
        code = Poster(live.address).send_letter(f"Thư số {number}.")
        received.one_more()
        return code

    def cut() -> None:
        nonlocal cuts
        while received.wait_for((cuts + 1) * every, over):
            live.kill()
            live.start()
            cuts += 1

    cutting = threading.Thread(target=cut)
    cutting.start()
    try:
        with ThreadPoolExecutor(4) as posters:
            codes = list(posters.map(send, range(letters)))
    finally:
        over.set()
        cutting.join()
    assert cuts >= letters // every - 1
    live.kill()
    live.start()
    assert len(set(codes)) == letters
    with ThreadPoolExecutor(4) as readers:
        assert all(readers.map(lambda code: Poster(live.address).opens(code), codes))
    told = live.ask(COUNTS)
    assert told == {
        "cases": letters,
        "receipts": letters,
        "received": letters,
        "clocks": [3],
        "found": letters,
        "standing": letters,
        "facts": letters,
        "sent": letters,
        "broken": [],
        "unsealed": 0,
    }


@pytest.mark.long
def test_a_thousand_letters_survive_one_power_cut_after_another(live: Live) -> None:
    run(live, letters=1000, every=15)


@pytest.mark.smoke
def test_some_letters_survive_a_power_cut(live: Live) -> None:
    run(live, letters=40, every=5)
