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
    "found": Found.objects.count(),
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


def run(live: Live, letters: int, pause: float) -> None:
    over = threading.Event()

    def cut() -> None:
        while not over.wait(pause):
            live.kill()
            live.start()

    cutting = threading.Thread(target=cut)
    cutting.start()
    try:
        with ThreadPoolExecutor(4) as posters:
            codes = list(posters.map(lambda n: Poster(live.address).send_letter(f"Thư số {n}."), range(letters)))
    finally:
        over.set()
        cutting.join()
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


def test_a_thousand_letters_survive_one_power_cut_after_another(live: Live) -> None:
    run(live, letters=1000, pause=4)


@pytest.mark.smoke
def test_some_letters_survive_a_power_cut(live: Live) -> None:
    run(live, letters=40, pause=2)
