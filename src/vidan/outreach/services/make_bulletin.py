"""Soạn, duyệt, phát hành bản tin: check, lock, change, journal entry, in one transaction each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Refusal
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.search.published import show
from vidan.foundation.units.models import Unit
from vidan.outreach.article_moves import WRITE
from vidan.outreach.bulletin_facts import decided
from vidan.outreach.bulletin_text import content_of, digest_of
from vidan.outreach.findable import bulletin_entry
from vidan.outreach.models import Article, Bulletin, BulletinArticle
from vidan.outreach.services.article_step import NEWS, NotNow, Refused

MOST = 12
"""Articles of a bulletin."""

OVERTAKEN = _(
    "Bản tin vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin mở lại trang bản tin để xem, rồi làm lại."
)
CHOOSE = _("Chọn từ một đến mười hai bài đang được đăng.")


@dataclass(frozen=True)
class Gathered:
    """What an editor puts together: a title, an opening sentence, the codes of the articles in their order."""

    title: str
    opening: str
    articles: Sequence[str]


@dataclass
class _Step:
    bulletin: Bulletin
    told: dict[str, Fact] = field(default_factory=dict)


def begin(*, front: Unit, gathered: Gathered, actor: Actor, is_sample: bool = False) -> Bulletin:
    """Begin a bulletin with the next number of the year; raises Bulletin.DoesNotExist for who does not write, NotNow."""
    if front.pk not in actor.units_with(WRITE):
        raise Bulletin.DoesNotExist(front.slug)
    year = clock.today().year
    with transaction.atomic():
        number = take_number(unit=front, kind="bulletin", year=year)
        bulletin = Bulletin.objects.create(
            year=year,
            number=number,
            front=front,
            title=gathered.title,
            opening=gathered.opening,
            author=actor.code,
            is_sample=is_sample,
        )
        _put(bulletin, gathered.articles)
        facts: dict[str, Fact] = {"to": bulletin.state, "articles": len(gathered.articles)}
        record("bulletin.begin", subject=bulletin.code, actor=actor.code, unit_id=front.pk, facts=facts)
    return bulletin


def write(*, pk: int, gathered: Gathered, actor: Actor, version: int | None = None) -> None:
    """Put it together anew; raises as approve()."""
    with _step(pk, "write", actor, version) as taking:
        bulletin = taking.bulletin
        bulletin.title, bulletin.opening, bulletin.author = gathered.title, gathered.opening, actor.code
        bulletin.picks.all().delete()
        _put(bulletin, gathered.articles)
        taking.told["articles"] = len(gathered.articles)


def approve(*, pk: int, actor: Actor, version: int | None = None) -> None:
    """Duyệt, by somebody who did not put it together; raises Bulletin.DoesNotExist, Refused, NotNow."""
    with _step(pk, "approve", actor, version) as taking:
        taking.bulletin.reviewer = actor.code


def take_back(*, pk: int, actor: Actor, version: int | None = None) -> None:
    """Lấy về soạn tiếp."""
    with _step(pk, "take_back", actor, version) as taking:
        taking.bulletin.reviewer = ""


def send_back(*, pk: int, actor: Actor, version: int | None = None) -> None:
    """Trả lại để soạn tiếp."""
    with _step(pk, "send_back", actor, version) as taking:
        taking.bulletin.reviewer = ""


def send(*, pk: int, actor: Actor, version: int | None = None) -> None:
    """Phát hành: what it says is frozen, page and paper are public at once, and the worker begins to mail it."""
    with _step(pk, "send", actor, version) as taking:
        bulletin = taking.bulletin
        bulletin.frozen = content_of(bulletin)
        bulletin.digest = digest_of(bulletin.frozen)
        bulletin.sent_at = clock.now()
        taking.told["digest"] = bulletin.digest
        show(bulletin_entry(bulletin))
        changed(NEWS)


@contextmanager
def _step(pk: int, move: str, actor: Actor, version: int | None) -> Iterator[_Step]:
    with transaction.atomic():
        seen = Bulletin.objects.visible_to(actor).filter(pk=pk)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Bulletin.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Bulletin.DoesNotExist(pk)
        bulletin = Bulletin.objects.select_related("front").get(pk=pk)
        if version is not None and bulletin.version != version + 1:
            raise NotNow(OVERTAKEN)
        answer = decided(bulletin, actor, move)
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking, was = _Step(bulletin), bulletin.state
        bulletin.state = answer.state
        yield taking
        bulletin.save()
        facts: dict[str, Fact] = {"from": was, "to": bulletin.state, **taking.told}
        record(f"bulletin.{move}", subject=bulletin.code, actor=actor.code, unit_id=bulletin.front_id, facts=facts)


def _put(bulletin: Bulletin, codes: Sequence[str]) -> None:
    found = {one.code: one for one in Article.objects.public().filter(code__in=codes, front=bulletin.front_id)}
    if not 0 < len(codes) <= MOST or set(codes) != set(found):
        raise NotNow(CHOOSE)
    BulletinArticle.objects.bulk_create(
        BulletinArticle(bulletin=bulletin, article=found[code], position=place) for place, code in enumerate(codes, 1)
    )
