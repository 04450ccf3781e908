"""A sample round of answers that two officers have read: most agree, one was settled, some wait."""

import random
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from vidan.cases.models.quality import Mark
from vidan.cases.services.judge import NothingToRead, draw_round, questions, read_answer, settle
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit

SIZE = 12
YES, PARTLY = Mark.YES.value, Mark.PARTLY.value


def make_quality_round(*, last: date, draw: random.Random, readers: tuple[Actor, Actor], head: Actor) -> None:
    """Draw from the answers of the half year before, let two read nine of twelve, and settle the first that differs."""
    front = Unit.objects.get(slug=settings.FRONT)
    with transaction.atomic():
        try:
            made = draw_round(
                front=front, since=last - timedelta(days=182), until=last, size=SIZE, seed="2020-1", actor=head
            )
        except NothingToRead:
            return
        settled = False
        for item in made.items.order_by("number")[: SIZE - 3]:
            marks = {one.code: draw.choice((YES, YES, PARTLY)) for one in questions()}
            other = marks | ({"basis": Mark.NO.value} if draw.random() < 0.3 else {})
            read_answer(item=item, marks=marks, actor=readers[0])
            read_answer(item=item, marks=other, actor=readers[1])
            if other != marks and not settled:
                reason = "Đọc lại: có nêu tên quy trình nhưng không dẫn văn bản."
                settle(item=item, marks=marks | {"basis": PARTLY}, together=False, reason=reason, actor=head)
                settled = True
