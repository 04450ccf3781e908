"""Taking a step of an article: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Refusal
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.journal.record import Fact, record
from vidan.outreach.article_facts import decided
from vidan.outreach.models import Article

NEWS = "news"
"""What kept pages of news depend on."""


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the article in the meantime; nothing was changed here."""

    sentence = _(
        "Bài vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin mở bài ở trang khác để xem, rồi gửi lại phần này."
    )


class NotNow(Exception):
    """The step lacks something that the table cannot know; `sentence` says what. Nothing was changed."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass
class Step:
    """A move being taken: the locked article, who takes it, and what the journal will say."""

    article: Article
    actor: Actor
    told: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one article.

    Raises Article.DoesNotExist when the actor may not know of it, Refused with the reason when the table says no, Overtaken
    when it is no longer at `version`. Afterwards the state of the table's row is stored with the changes made to `article`,
    and the journal holds one entry `article.<move>`.
    """
    with transaction.atomic():
        seen = Article.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Article.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Article.DoesNotExist(code)
        article = Article.objects.select_related("front", "latest", "shown").get(code=code)
        if version is not None and article.version != version + 1:
            raise Overtaken
        answer = decided(article, actor, move)
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(article, actor)
        was = article.state
        article.state = answer.state
        yield taking
        # Openings are counted beside the lock; what was read of them here is old.
        article.save(
            update_fields=[one.attname for one in Article._meta.concrete_fields if one.attname not in NOT_OURS]
        )
        if article.shown_id is not None:
            changed(NEWS)
        facts: dict[str, Fact] = {"from": was, "to": article.state, **taking.told}
        record(f"article.{move}", subject=code, actor=actor.code, unit_id=article.front_id, facts=facts)


NOT_OURS = frozenset({"id", "views"})
