"""What is known of a bulletin when a move is asked for; domain/moves decides."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vidan.domain.moves import Decision, Facts, Refusal, decide, outlook
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.outreach.bulletin_moves import TABLE
from vidan.outreach.models import Article, Bulletin


def _articles_out(bulletin: Bulletin) -> bool:
    codes = set(bulletin.picks.values_list("article_id", flat=True))
    return bool(codes) and Article.objects.public().filter(pk__in=codes).count() == len(codes)


NEEDS: Mapping[str, Callable[[Bulletin, Actor], bool]] = MappingProxyType(
    {
        "second_person": lambda bulletin, actor: bulletin.author != actor.code,
        "articles_out": lambda bulletin, _actor: _articles_out(bulletin),
    }
)


def facts_of(bulletin: Bulletin, actor: Actor) -> Facts:
    """What decide() asks of a bulletin as one actor meets it."""
    held = {row.permission for row in TABLE.moves}
    return Facts(
        state=bulletin.state,
        kind="",
        met=frozenset(name for name, is_met in NEEDS.items() if is_met(bulletin, actor)),
        permissions=frozenset(name for name in held if bulletin.front_id in actor.units_with(name)),
    )


def decided(bulletin: Bulletin, actor: Actor, move: str) -> Decision | Refusal:
    """Whether the actor may take the move now, or why not."""
    return decide(TABLE, facts_of(bulletin, actor), move, clock.today())


def next_moves(bulletin: Bulletin, actor: Actor) -> list[Decision | Refusal]:
    """The moves that are open, and those that lack something."""
    return list(outlook(TABLE, facts_of(bulletin, actor), clock.today()))
