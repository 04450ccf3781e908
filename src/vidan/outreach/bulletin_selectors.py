"""Asking for bulletins: one at the desk, one in public, the articles one can be gathered from."""

from django.http import Http404

from vidan.foundation.accounts.actors import Actor
from vidan.outreach.models import Article, Bulletin

NEWEST = 30
"""Articles that an editor chooses from."""

LARGEST = 32_767
"""The largest number that the database keeps of a year or a bulletin."""


def visible_bulletin(actor: Actor, year: int, number: int) -> Bulletin:
    """The bulletin, if the actor may know of it at the desk; raises Http404."""
    rows = Bulletin.objects.visible_to(actor).select_related("front")
    return _one(rows.filter(year=min(year, LARGEST), number=min(number, LARGEST)).first())


def public_bulletin(year: int, number: int) -> Bulletin:
    """The bulletin, if it was sent; raises Http404."""
    rows = Bulletin.objects.public().select_related("front")
    return _one(rows.filter(year=min(year, LARGEST), number=min(number, LARGEST)).first())


def to_choose_from(front_id: int, bulletin: Bulletin | None = None) -> list[Article]:
    """The newest public articles of a Front, and those that a bulletin has already."""
    rows = Article.objects.public().filter(front_id=front_id).select_related("shown")
    found = list(rows.newest_first()[:NEWEST])
    if bulletin is not None:
        older = rows.filter(pk__in=bulletin.picks.values("article_id")).exclude(pk__in=[one.pk for one in found])
        found += older.newest_first()
    return found


def _one(found: Bulletin | None) -> Bulletin:
    if found is None:
        raise Http404
    return found
