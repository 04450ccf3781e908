"""What is known of an article when a move is asked for; domain/moves decides."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vidan.domain.moves import Decision, Facts, Refusal, decide, outlook
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.outreach.article_moves import TABLE
from vidan.outreach.models import Article

NEEDS: Mapping[str, Callable[[Article, Actor], bool]] = MappingProxyType(
    {
        "second_person": lambda article, actor: article.latest is not None and article.latest.author != actor.code,
        "correction_waiting": lambda article, _actor: article.correction_waits,
        "no_correction_waiting": lambda article, _actor: not article.correction_waits,
    }
)


def facts_of(article: Article, actor: Actor) -> Facts:
    """What decide() asks of an article as one actor meets it."""
    held = {row.permission for row in TABLE.moves}
    return Facts(
        state=article.state,
        kind=article.category,
        met=frozenset(name for name, is_met in NEEDS.items() if is_met(article, actor)),
        permissions=frozenset(name for name in held if article.front_id in actor.units_with(name)),
    )


def decided(article: Article, actor: Actor, move: str) -> Decision | Refusal:
    """Whether the actor may take the move now, or why not."""
    return decide(TABLE, facts_of(article, actor), move, clock.today())


def next_moves(article: Article, actor: Actor) -> list[Decision | Refusal]:
    """The moves that are open, and those that lack something."""
    return list(outlook(TABLE, facts_of(article, actor), clock.today()))
