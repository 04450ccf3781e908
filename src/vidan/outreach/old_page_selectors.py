"""Asking for what was brought over from the old portal: the pages, what became of an archive, the links to look for."""

from dataclasses import dataclass

from django.http import Http404

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.outreach.article_moves import SEE
from vidan.outreach.models import Article, OldArchive, OldPage
from vidan.outreach.old_pages.verdicts import REASONS, Brought, Verdict

PARTS = ("newer", "older", "films")


@dataclass(frozen=True)
class Link:
    """A title that stood beside an old page, and the article that was brought over under it, if one was."""

    title: str
    code: str = ""


@dataclass(frozen=True)
class From:
    """Where an article came from, as its page at the desk tells it."""

    page: OldPage
    doubts: list[str]
    links: dict[str, list[Link]]


def came_from(article: Article) -> From | None:
    """The old page of an article with the titles that stood beside it; None for one that was written here."""
    page = OldPage.objects.filter(article=article).first()
    if page is None:
        return None
    titles = {part: [title for title, _leads_to in page.beside.get(part, [])] for part in PARTS}
    folded = {fold(title)[:220] for part in titles.values() for title in part}
    rows = OldPage.objects.filter(title_folded__in=folded, article__front_id=article.front_id)
    known = dict(rows.values_list("title_folded", "article__code"))
    links = {part: [Link(one, known.get(fold(one)[:220], "")) for one in told] for part, told in titles.items()}
    return From(page, [str(REASONS[one]) for one in page.doubts if one in REASONS], links)


def archive_by(key: str, actor: Actor) -> OldArchive:
    """An archive that the actor may know of; raises Http404."""
    found = OldArchive.objects.filter(key=key, front_id__in=actor.units_with(SEE)).defer("content").first()
    if found is None:
        raise Http404
    return found


def told_of(archive: OldArchive) -> list[Brought]:
    """What became of each page of an archive."""
    return [Brought(name, Verdict(verdict), tuple(why), code) for name, verdict, why, code in archive.verdicts]
