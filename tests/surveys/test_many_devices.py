"""Two hundred devices come back to the network at once and send a whole day, twice: nothing is lost and nothing doubled."""

from pathlib import Path

import pytest
from tests.live import Live

pytestmark = [pytest.mark.fuzz, pytest.mark.smoke]

DEVICES, REPLIES, HANDS = 200, 6, 24

REPLAY = f"""
import django; django.setup()
import json, threading
from base64 import urlsafe_b64decode
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo
from django.db import connection
from tests.domain.questionnaire.test_answers import FORM, FULL
from tests.surveys.made import given
from tests.surveys.round_made import opened, row
from vidan.foundation.calendar import clock
from tests.surveys.sealing import seal_reply
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Reply, SealedReply, SurveyRound, TakenMark, Tally
from vidan.surveys.services.accept import accept_sealed
from vidan.surveys.services.move import move_replies, places_of

with clock.at(datetime(2018, 3, 13, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
    round_ = opened(row("an-phu"), row("binh-an"), row("thao-dien"), ways=tuple(Way))
strata, public = list(round_.strata.all()), urlsafe_b64decode(round_.device_public)

def day_of(device):
    "What lies on one device in the evening."
    draw, kept = Random(device), []
    for n in range({REPLIES}):
        answers = FULL | {{"parts": {{"place": draw.choice("12345"), "form": draw.choice("12345")}}, "word": f"{{device}}-{{n}}"}}
        told = given(draw.choice(strata), way=Way.KIOSK, answers=answers).told()
        token = f"device-{{device}}-{{n}}"
        kept.append((token, seal_reply(public, round_.code, token, draw.randbytes(12), told)))
    return kept

days = [day_of(device) for device in range({DEVICES})]
taken, lock = Counter(), threading.Lock()

def send(day):
    try:
        for token, body in day:
            new = accept_sealed(round_=round_, body=body, token=token, way=Way.KIOSK, stratum=None)
            with lock:
                taken[new] += 1
    finally:
        connection.close()

with ThreadPoolExecutor({HANDS}) as hands:  # each day on two lines at once, as from two open pages
    list(hands.map(send, [day for day in days for _line in range(2)]))
waiting, marks = SealedReply.objects.count(), TakenMark.objects.count()
SurveyRound.objects.update(state=RoundState.CLOSED)
movers = [threading.Thread(target=lambda: (move_replies(), connection.close())) for _worker in range(2)]
for mover in movers: mover.start()
for mover in movers: mover.join()
round_.refresh_from_db()
recounted = Counter(
    place
    for one in Reply.objects.all()
    for place in places_of(one.stratum_id, one.on, one.way, False, FORM, one.answers)
)
names = ("stratum_id", "month", "way", "marked", "item", "value")
tallied = {{tuple(getattr(row, name) for name in names): row.count for row in Tally.objects.all()}}
print(json.dumps({{
    "new": taken[True], "again": taken[False], "waiting": waiting, "marks": marks,
    "left": SealedReply.objects.count(), "kept": Reply.objects.count(), "taken": round_.taken,
    "unusable": round_.unusable, "counts agree": tallied == dict(recounted),
}}))
"""


def test_two_hundred_devices_that_send_their_day_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    site = Live(tmp_path)
    try:
        found = site.ask(REPLAY)
    finally:
        site.stop()
    every = DEVICES * REPLIES
    assert found == {
        "new": every,
        "again": every,
        "waiting": every,
        "marks": every,
        "left": 0,
        "kept": every,
        "taken": every,
        "unusable": 0,
        "counts agree": True,
    }
