"""Bulletins and subscribers for tests, made as the services leave them."""

from typing import Any

from django.core import mail
from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, REVIEWER, article

from vidan.outreach.article_kinds import State
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Bulletin, Subscriber
from vidan.outreach.services import make_bulletin
from vidan.outreach.services.make_bulletin import Gathered
from vidan.outreach.services.subscribe import confirm, keep
from vidan.outreach.subscriber_marks import opened

READER = "canaryreaderzq@vidan.example"


def gathered(*codes: str, **changed: Any) -> Gathered:
    """A bulletin of articles, of three new ones unless told."""
    articles = codes or tuple(article(State.PUBLISHED, title=f"Tin thứ {n}").code for n in (1, 2, 3))
    told = {"title": "Tháng Ba ở phường mình", "opening": "Ba việc vừa xong.", "articles": articles}
    return Gathered(**(told | changed))


def bulletin(state: BulletinState = BulletinState.DRAFT, *codes: str, **changed: Any) -> Bulletin:
    """A bulletin by the editor, carried to a state by the reviewer."""
    made = make_bulletin.begin(front=unit(FRONT), gathered=gathered(*codes, **changed), actor=actor(EDITOR))
    if state != BulletinState.DRAFT:
        make_bulletin.approve(pk=made.pk, actor=actor(REVIEWER))
    if state == BulletinState.SENT:
        make_bulletin.send(pk=made.pk, actor=actor(REVIEWER))
    return Bulletin.objects.select_related("front").get(pk=made.pk)


def asked(address: str = READER) -> tuple[Subscriber, str]:
    """Somebody who typed an address, and the token of his links."""
    row = keep(address)
    assert row is not None
    return row, opened(row)[1]


def subscribed(address: str = READER) -> tuple[Subscriber, str]:
    """The same, confirmed."""
    row, token = asked(address)
    assert confirm(token)
    return Subscriber.objects.get(pk=row.pk), token


def mailed_to(address: str) -> list[mail.EmailMessage]:
    """The mails that went to an address."""
    return [one for one in mail.outbox if one.to == [address]]
