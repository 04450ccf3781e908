"""Sample bulletins: one of the newest articles that was sent out, one that waits to be approved; nobody gets them by mail."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.outreach.models import Article, Bulletin
from vidan.outreach.services import make_bulletin
from vidan.outreach.services.make_bulletin import Gathered

SENT = (
    (60, "Góp ý một lần, theo dõi đến cùng (mẫu)", "Những việc Mặt trận và các phường vừa làm cùng người dân."),
    (10, "Đến quầy nhẹ hơn (mẫu)", "Thủ tục nào vừa đổi, ông/bà được mời góp ý ở đâu."),
)
WAITING = ("Trước kỳ họp cuối năm (mẫu)", "Việc đã hứa, việc đã làm, việc còn nợ.")
EACH = 4


def make_bulletins(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Send some out in their time, each with the newest articles of its day, and leave one waiting."""
    editor, reviewer = people["bien-tap"], people["can-bo-quan"]
    for back, title, opening in SENT:
        with clock.at(last - timedelta(days=back)), transaction.atomic():
            made = _begin(title, opening, editor)
            if made is not None:
                make_bulletin.approve(pk=made.pk, actor=reviewer)
                make_bulletin.send(pk=made.pk, actor=reviewer)
    with clock.at(last):
        _begin(*WAITING, editor)


def _begin(title: str, opening: str, editor: Actor) -> Bulletin | None:
    """A bulletin of the newest articles, None on a day that has none yet."""
    newest = list(Article.objects.public().newest_first().values_list("code", flat=True)[:EACH])
    if not newest:
        return None
    front = Unit.objects.select_related("parent__parent").get(slug=settings.FRONT)
    gathered = Gathered(title, opening, newest)
    return make_bulletin.begin(front=front, gathered=gathered, actor=editor, is_sample=True)
