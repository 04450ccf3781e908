"""Viết bài, sửa bài, đính chính: every saving that changes something makes a text of its own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.search.find import publish
from vidan.foundation.units.models import Unit
from vidan.outreach.article_moves import WRITE
from vidan.outreach.article_text import cleaned, words_of
from vidan.outreach.models import Article, ArticleRevision
from vidan.outreach.services.article_step import step

LONGEST_SLUG = 80
TAKEN = frozenset({"phim", "ban-tin"})
"""Addresses below /tin-tuc/ that are no articles."""


@dataclass(frozen=True)
class Written:
    """What a writer hands in; `body` as it was typed or pasted."""

    title: str
    summary: str
    body: str
    category: str


def begin(*, front: Unit, written: Written, actor: Actor, is_sample: bool = False) -> Article:
    """Begin an article; raises Article.DoesNotExist when the actor does not write for the Front."""
    if front.pk not in actor.units_with(WRITE):
        raise Article.DoesNotExist(front.slug)
    year = clock.today().year
    with transaction.atomic():
        article = Article.objects.create(
            code=f"TB-{year}-{take_number(unit=_top(front), kind='article', year=year):04d}",
            slug=_free_slug(written.title),
            front=front,
            category=written.category,
            is_sample=is_sample,
        )
        article.latest = _revision(article, written, actor, "")
        article.save(update_fields=["latest"])
        _found_at_desk(article)
        record(
            "article.begin",
            subject=article.code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"to": article.state, **_told(article.latest)},
        )
    return article


def write(
    *,
    code: str,
    written: Written,
    actor: Actor,
    version: int | None = None,
    facts: Mapping[str, Fact] = MappingProxyType({}),
) -> Article:
    """Save the article anew, with more facts for the journal where there are any; raises what step() raises."""
    with step(code=code, move="write", actor=actor, version=version) as taking:
        article = taking.article
        article.slug = _free_slug(written.title, article.pk)
        article.category = written.category
        article.latest = _revision(article, written, actor, "")
        _found_at_desk(article)
        taking.told |= {**_told(article.latest), **facts}
    return article


def correct(*, code: str, written: Written, note: str, actor: Actor, version: int | None = None) -> Article:
    """Write a correction (đính chính) with what readers will be told of it; it waits for the second person. Raises as step()."""
    with step(code=code, move="correct", actor=actor, version=version) as taking:
        article = taking.article
        article.latest = _revision(article, written, actor, note)
        _found_at_desk(article)
        taking.told |= _told(article.latest)
    return article


def _revision(article: Article, written: Written, actor: Actor, note: str) -> ArticleRevision:
    """The text as a new revision, or the newest one when nothing is new."""
    told = {"title": written.title, "summary": written.summary, "body": cleaned(written.body), "note": note}
    last = article.latest
    if (
        last is not None
        and all(getattr(last, name) == value for name, value in told.items())
        and last.author == actor.code
    ):
        return last
    number = (article.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    return ArticleRevision.objects.create(
        article=article, number=number, author=actor.code, made_at=clock.now(), **told
    )


def _told(revision: ArticleRevision | None) -> dict[str, Fact]:
    assert revision is not None
    text = "\n".join((revision.title, revision.summary, revision.body))
    return {"revision": revision.number, "digest": hashlib.sha256(text.encode()).hexdigest()}


def _found_at_desk(article: Article) -> None:
    assert article.latest is not None
    publish(subject=article.code, words=found_by(article.latest), scopes=(desk_scope(article.front_id),))


def found_by(revision: ArticleRevision) -> tuple[str, ...]:
    """The words by which a text is found."""
    return revision.title, revision.summary, words_of(revision.body)


def desk_scope(front: int) -> str:
    """The mark of the articles that a Front's desk may search."""
    return f"news{front}"


def _free_slug(title: str, own: int = 0) -> str:
    """The heading as an address, with a number behind it where another article has the same."""
    stem = slugify(fold(title))[:LONGEST_SLUG].strip("-") or "tin"
    near = Article.objects.filter(slug__startswith=stem).exclude(pk=own)
    taken = {*near.values_list("slug", flat=True), *TAKEN}
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _top(front: Unit) -> Unit:
    """Codes are numbered by one register for the whole tree of Fronts, kept at its top."""
    while front.parent is not None:
        front = front.parent
    return front
