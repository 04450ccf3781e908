"""Bulletins for the furnished house: in each state, so many that the public list has a second page, and a subscriber."""

from tests.outreach.bulletins_made import bulletin, subscribed

from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Article
from vidan.outreach.views.bulletins import PAGE


def furnish_bulletins(long: str) -> None:
    """Put them in their place."""
    codes = list(Article.objects.public().newest_first().values_list("code", flat=True)[:12])
    subscribed()
    for state in BulletinState:
        bulletin(state, *codes, title=f"{long[:150]} ({state})", opening=long)
    for n in range(PAGE):
        bulletin(BulletinState.SENT, codes[0], title=f"Bản tin thứ {n}")
