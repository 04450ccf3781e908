"""What taking one answer to a survey costs: the post of a filled page at a counter, its work solved, as a script sends it."""

import re
from datetime import timedelta
from decimal import Decimal
from statistics import median

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction

from bench.letter import solved
from bench.meter import Browser, spent
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.site.sample.people import address
from vidan.surveys.kinds import Way
from vidan.surveys.services.open_round import open_round
from vidan.surveys.services.prepare_round import Plan, prepare_round
from vidan.surveys.services.publish_questionnaire import publish_questionnaire
from vidan.surveys.services.set_frame import Numbers, Row, replace_frame
from vidan.surveys.services.write_questionnaire import take_over
from vidan.surveys.supplied import supplied_as

COUNTER = "an-phu"
REPLIES = 60
TYPED = {"q-officials": "4", "q-result": "5", "q-visits": "second", "q-word": "Nên có thêm ghế ngồi chờ."}


@transaction.atomic
def open_survey() -> str:
    """A round by the one-minute questionnaire that takes replies at one counter; returns where."""
    front = Unit.objects.get(slug=settings.FRONT)
    officer, head = _actor("can-bo-quan"), _actor("lanh-dao")
    draft = take_over(front=front, supplied=supplied_as("mot-phut-tai-quay"), actor=officer)
    plan = Plan(
        questionnaire=publish_questionnaire(pk=draft.pk, version=draft.version, actor=head),
        title="Đo",
        first_day=clock.today(),
        last_day=clock.today() + timedelta(days=30),
        error=Decimal(5),
        ways=(Way.COUNTER,),
    )
    round_ = prepare_round(front=front, plan=plan, actor=officer)
    row = Row(CounterPoint.objects.get(code=COUNTER), "", Numbers(1000, 286, 100_000))
    replace_frame(code=round_.code, version=1, rows=[row], actor=officer)
    open_round(code=round_.code, version=2, actor=head)
    return f"/khao-sat/{round_.code}/tai/{COUNTER}/"


def answers(place: str) -> dict[str, float]:
    """Processor seconds of the page, of the post that is taken, and of a bare page, measured in turn."""
    handler = WSGIHandler()
    plain = Browser(handler)
    plain.get("/trang-tron/")
    took: dict[str, list[float]] = {"page": [], "post": [], "bare": []}
    for _n in range(REPLIES):
        person = Browser(handler)
        began = spent()
        status, page = person.get(place)
        took["page"].append(spent() - began)
        _must(status == 200, status)
        ticket = re.search(rb'name="ticket" value="([^"]+)"', page)
        assert ticket
        typed = TYPED | {"ticket": ticket[1].decode(), "page": "0", "whole": "", "work": solved(page)}
        began = spent()
        status, _page = person.post(place, typed)
        took["post"].append(spent() - began)
        _must(status == 302, status)
        began = spent()
        plain.get("/trang-tron/")
        took["bare"].append(spent() - began)
    return {name: median(times) for name, times in took.items()}


def _actor(local: str) -> Actor:
    return actor_of(User.objects.get(email=address(local)))


def _must(went: bool, status: int) -> None:
    if not went:
        raise AssertionError(f"the survey answered {status}")
