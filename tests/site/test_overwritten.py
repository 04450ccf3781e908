"""What is deleted does not lie on in the file of the database."""

from pathlib import Path

import pytest
from django.db import connection
from tests.live import Live

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's files lie with its own server"),
]

LOOK = """
import django; django.setup()
import json
from datetime import datetime
from zoneinfo import ZoneInfo
from django.conf import settings
from django.db import connection
from tests.surveys.made import reply
from tests.surveys.round_made import opened
from vidan.foundation.calendar import clock
from vidan.surveys.models import SealedReply
from vidan.surveys.services.move import move_replies

def lies_there(bodies):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = open(connection.settings_dict["NAME"], "rb").read()
    return sum(body[-40:] in file for body in bodies)

with clock.at(datetime(2018, 3, 13, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
    round_ = opened()
    reply(round_, 40)
    bodies = [bytes(one.body) for one in SealedReply.objects.all()]
    before = lies_there(bodies)
    move_replies()
    print(json.dumps({"before": before, "after": lies_there(bodies), "waiting": SealedReply.objects.count()}))
"""


def test_a_reply_that_was_moved_leaves_no_sealed_bytes_behind(tmp_path: Path) -> None:
    site = Live(tmp_path)
    assert site.ask(LOOK) == {"before": 40, "after": 0, "waiting": 0}
