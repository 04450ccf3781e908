"""What the search over everything published costs: a word of every entry, one of a single entry, and a mistyped one."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction

from bench.fill import TIDY
from bench.meter import Browser, Cost, as_a_web_process, measure
from vidan.foundation.search.find import words_of
from vidan.foundation.search.models import Found, KnownWord, Published
from vidan.site.findable import KINDS

FEW, MANY = 1_000, 100_000
BATCH = 5_000
"""Rows of one statement."""

STARTS = ("b", "c", "ch", "d", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x")
ENDS = (
    "a",
    "an",
    "ang",
    "anh",
    "ao",
    "ay",
    "en",
    "eo",
    "i",
    "inh",
    "o",
    "oi",
    "on",
    "ong",
    "u",
    "ung",
    "uoc",
    "uong",
    "y",
)
SYLLABLES = [f"{start}{end}" for start in STARTS for end in ENDS]
"""Some four hundred; a text is drawn from them as a language is, a few of them often."""

PAGES = {"common word": "thongbao", "rare word": "quetzal", "mistyped word": "quetzla"}


def costs(tell: Callable[[object], None]) -> dict[int, dict[str, Cost]]:
    """The cost of each search at both sizes, with the bare page beside it."""
    found = {}
    draw = random.Random(11)
    browser = Browser(WSGIHandler())

    def page(place: str) -> Callable[[], None]:
        def call() -> None:
            status, _content = browser.get(place)
            if status != 200:
                raise AssertionError(f"{place} answered {status}")

        return call

    pages = {name: page(f"/tim-kiem/?tu={word}") for name, word in PAGES.items()} | {"bare": page("/trang-tron/")}
    done = 0
    for size in (FEW, MANY):
        tell(f"the search over {size} published entries ...")
        _publish(range(done, size), draw)
        with connection.cursor() as cursor:
            cursor.execute(TIDY[connection.vendor])
        as_a_web_process()
        done, found[size] = size, measure(pages)
    return found


def ratios(found: dict[int, dict[str, Cost]]) -> dict[str, float]:
    """How much more each search costs at a hundred thousand, in bare pages."""
    return {name: _share(found[MANY], name) / _share(found[FEW], name) for name in PAGES}


def _share(costs: dict[str, Cost], name: str) -> float:
    return costs[name].cpu_ms / costs["bare"].cpu_ms


@transaction.atomic
def _publish(numbers: range, draw: random.Random) -> None:
    """Entries as show() leaves them."""
    kinds, first = tuple(KINDS), date(2018, 1, 1)
    weights = [1 / rank for rank in range(1, len(SYLLABLES) + 1)]
    for begin in range(numbers.start, numbers.stop, BATCH):
        batch = range(begin, min(begin + BATCH, numbers.stop))
        rows = []
        for n in batch:
            day = first + timedelta(days=n % 1000)
            marks = {f"zall{kind}{year}z" for kind in ("", kinds[n % len(kinds)]) for year in ("", day.year)}
            words = ["thongbao", *draw.choices(SYLLABLES, weights, k=60), *(["quetzal"] if n == 7 else [])]
            rows.append(Found(subject=f"measured-{n}", folded=" ".join([*words_of(" ".join(words)), *sorted(marks)])))
        Found.objects.bulk_create(rows)
        Published.objects.bulk_create(
            Published(
                found=row,
                kind=kinds[n % len(kinds)],
                title=row.folded[:80],
                summary=row.folded[:300],
                on=first + timedelta(days=n % 1000),
                route="site:figures",
            )
            for n, row in zip(batch, rows, strict=True)
        )
    KnownWord.objects.bulk_create(
        (KnownWord(word) for word in ["thongbao", "quetzal", *SYLLABLES]), ignore_conflicts=True
    )
