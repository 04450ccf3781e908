"""Đưa trang của cổng cũ vào: each page becomes an article in draft, is there already, or is refused with its reason."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from vidan.domain.oldpages.page import LONGEST_SUMMARY, Lead, NotTaken, Tag, body_html, cut, is_heading, read_page
from vidan.domain.oldpages.page import OldPage as Page
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.outreach.article_kinds import Category
from vidan.outreach.article_moves import WRITE
from vidan.outreach.models import Article, OldPage
from vidan.outreach.old_pages.blocks import LARGEST_PAGE, Shown, address_of, shown
from vidan.outreach.old_pages.verdicts import (
    ALREADY,
    DAMAGED,
    ENCODING,
    SAME_ADDRESS,
    TOO_LARGE,
    UNREADABLE,
    Brought,
    Verdict,
)
from vidan.outreach.services.write_article import Written, begin

CATEGORIES = {
    "cai cach hanh chinh": Category.REFORM,
    "thong bao": Category.NOTICE,
    "huong dan": Category.GUIDE,
    "y kien": Category.PEOPLE,
}
"""Words of the portal's own category, folded, and ours; of all others the Front's activities."""

Source = tuple[str, Callable[[], bytes]]
"""Name of a file, and what reads it; raises OSError or ValueError where it cannot be read."""


def bring(
    pages: Iterable[Source], *, front: Unit, actor: Actor, only_try: bool = False, is_sample: bool = False
) -> Iterator[Brought]:
    """Bring pages one after another, each in its own transaction, and tell of each as soon as it is done.

    Nothing is written when it is `only_try`. Running again brings nothing twice. Raises Article.DoesNotExist when the actor
    does not write for the Front.
    """
    if front.pk not in actor.units_with(WRITE):
        raise Article.DoesNotExist(front.slug)
    tried: set[str] | None = set() if only_try else None
    write = partial(begin, front=front, actor=actor, is_sample=is_sample)
    for name, read in pages:
        yield _brought(name, read, write, tried)


def _brought(name: str, read: Callable[[], bytes], write: Callable[..., Article], tried: set[str] | None) -> Brought:
    try:
        data = read()
    except (OSError, ValueError):
        return Brought(name, Verdict.REFUSED, (DAMAGED,))
    if len(data) > LARGEST_PAGE:
        return Brought(name, Verdict.REFUSED, (TOO_LARGE,))
    held = shown(data)
    if not held.blocks:
        return Brought(name, Verdict.REFUSED, (UNREADABLE,))
    try:
        page = read_page(held.blocks, clock.local(clock.now()).replace(tzinfo=None))
    except NotTaken as refused:
        return Brought(name, Verdict.REFUSED, (refused.why,))
    identity = _identity(page)
    known = OldPage.objects.filter(identity=identity).values_list("article__code", flat=True).first()
    if known or identity in (tried or ()):
        return Brought(name, Verdict.KNOWN, (ALREADY,), known or "")
    doubts, address = _doubts(page, held), held.address or address_of(f"/{name}")
    if address and OldPage.objects.filter(address=address).exists():
        doubts, address = [*doubts, SAME_ADDRESS], ""
    code = ""
    if tried is None:
        try:
            code = _kept(page, write, name=name, identity=identity, address=address, doubts=doubts)
        except IntegrityError:  # somebody else brought it in the meantime
            return Brought(name, Verdict.KNOWN, (ALREADY,))
    else:
        tried.add(identity)
    return Brought(name, Verdict.DOUBTED if doubts else Verdict.TAKEN, tuple(doubts), code)


@transaction.atomic
def _kept(
    page: Page, write: Callable[..., Article], *, name: str, identity: str, address: str, doubts: list[str]
) -> str:
    article = write(written=_written(page))
    Article.objects.filter(pk=article.pk).update(views=page.views)
    OldPage.objects.create(
        article=article,
        identity=identity,
        file_name=name[-255:],
        address=address,
        posted_at=timezone.make_aware(page.posted_at),
        views=page.views,
        beside={part: _leads(getattr(page, part)) for part in ("newer", "older", "films")},
        doubts=doubts,
        title_folded=fold(page.title)[:220],
        brought_at=clock.now(),
    )
    return article.code


def _written(page: Page) -> Written:
    told = fold(page.category)
    category = next((ours for words, ours in CATEGORIES.items() if words in told), Category.FRONT)
    first = next((block.text for block in page.body if block.tag is Tag.TEXT and not is_heading(block)), page.title)
    return Written(page.title, page.summary or cut(first, LONGEST_SUMMARY), body_html(page.body), category)


def _doubts(page: Page, held: Shown) -> list[str]:
    return [*sorted(page.doubts), *([ENCODING] if held.in_doubt else [])]


def _identity(page: Page) -> str:
    """The same heading at the same moment is the same page, however its file was written."""
    return hashlib.sha256(f"{page.posted_at.isoformat()} {fold(page.title)}".encode()).hexdigest()


def _leads(leads: tuple[Lead, ...]) -> list[list[str]]:
    return [[lead.title, lead.leads_to[:800]] for lead in leads]
