"""What it costs to bring pages of an old portal over, by how many there are: time a page and the most memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from bench.meter import memory, spent
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit
from vidan.outreach.old_pages.verdicts import Verdict
from vidan.outreach.services.bring_pages import Source, bring
from vidan.site.sample.people import address

PAGES = (200, 2000)
"""So many pages, of some two printed sheets each."""

PARAGRAPHS = 30
YEAR = 2017


@dataclass
class Cost:
    """Processor seconds of the whole work (with the database's), and the most memory that it held besides."""

    seconds: float
    peak_mb: float


def costs(tell: Callable[[object], None]) -> dict[int, Cost]:
    """The costs at each number of pages; first the time without counting memory, then as many other pages with it."""
    found = {}
    for count in PAGES:
        tell(f"{count} old pages ...")
        began = spent()
        _bring(count, "Lượt đầu")
        seconds = spent() - began
        found[count] = Cost(seconds, memory(partial(_bring, count, "Lượt sau")).peak_mb)
    return found


def _bring(count: int, words: str) -> None:
    front = Unit.objects.select_related("parent__parent").get(slug=settings.FRONT)
    actor = actor_of(User.objects.get(email=address("bien-tap")))
    for one in bring(_pages(count, words), front=front, actor=actor):
        if one.verdict is not Verdict.TAKEN:
            raise AssertionError(f"{one.name}: {one.verdict} {one.reasons}")


def _pages(count: int, words: str) -> Iterator[Source]:
    for number in range(count):
        yield f"{words}/{count}/{number}.html", partial(_page, number, f"{words} {count}: bài số {number}")


def _page(number: int, title: str) -> bytes:
    day, hour = number % 28 + 1, number // 28 % 12 + 1
    body = "".join(
        f"<p>Đoạn {n} của bài số {number} nói về việc phường đã làm trong tháng.</p>" for n in range(PARAGRAPHS)
    )
    return (
        f"<html><body><table><tr><td><div>Tin tức {day:02d} Tháng Chín {YEAR} {hour}:05:00 SA</div><h1>{title}</h1>"
        f"<div>Tóm tắt của bài số {number}.</div>{body}<div>Số lượt người xem: {number}</div></td></tr></table></body></html>"
    ).encode()
