"""Sample rubrics: a published one whose next version is being drafted, and a fuller one that is not published yet."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.scorecards.rubrics import supplied_as
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.write_rubric import change_item, draft_next, take_over

EVIDENCE = "Biên bản thẩm định, có chữ ký của tổ thẩm định (mẫu)"


def make_rubrics(*, last: datetime, officer: Actor, head: Actor) -> None:
    """Take two over in the last months, publish one, and begin its second version with one item said more exactly."""
    front = Unit.objects.get(slug=settings.FRONT)
    with transaction.atomic():
        with clock.at(last - timedelta(days=60)):
            made = take_over(front=front, supplied=supplied_as("binh-duong-2017"), actor=officer)
        with clock.at(last - timedelta(days=55)):
            publish_rubric(pk=made.pk, version=made.version, actor=head)
        with clock.at(last - timedelta(days=6)):
            draft = draft_next(pk=made.pk, actor=officer)
            item = draft.written["items"][0] | {"evidence": EVIDENCE}
            change_item(pk=draft.pk, version=draft.version, item=item, actor=officer)
            take_over(front=front, supplied=supplied_as("chuyen-doi-so-cap-xa"), actor=officer)
