"""Many people send, agree and judge in the same moment: one opinion each, codes without a gap, counters that agree."""

from pathlib import Path

import pytest
from tests.live import Live

pytestmark = [pytest.mark.fuzz, pytest.mark.smoke]

PEOPLE, HANDS = 60, 12

AT_ONCE = f"""
import django; django.setup()
import json
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from tests.cases.made import actor
from tests.consultations.opinions_made import WORDS, open_draft
from vidan.consultations.giving import FORM, begun
from vidan.consultations.models import Agreement, Opinion, Piece
from vidan.consultations.services.agree import agree
from vidan.consultations.services.count_opinions import counted_anew
from vidan.consultations.services.moderate import Overtaken, show
from vidan.consultations.views.give_send import send
from vidan.foundation.intake import drafts
from vidan.foundation.receipts.models import Receipt

draft, officer = open_draft(), actor("can-bo-quan")
said = {{"text": WORDS, "stance": "", "topics": [], "piece": "k8", "quote": "", "before": ""}}
speaker = {{"mode": "anonymous", "teller_type": "person"}}
written = []
for _person in range({PEOPLE}):
    writing = begun(draft)
    writing.typed |= {{"said": said, "speaker": speaker}}
    drafts.save(writing)
    written.append(writing.code)

def at_once(work, things):
    def one(thing):
        try:
            work(thing)
        finally:
            connection.close()
    with ThreadPoolExecutor({HANDS}) as hands:
        list(hands.map(one, things))

def press(code):
    writing = drafts.find(FORM, code)
    if not writing.sent:
        send(draft, writing)
at_once(press, [code for code in written for _click in range(2)])
codes = list(Opinion.objects.order_by("pk").values_list("code", flat=True))

overtaken = []
def judge(code):
    try:
        show(code=code, text="Lời.", actor=officer, revision=1)
    except Overtaken:
        overtaken.append(code)
at_once(judge, [code for code in codes for _officer in range(2)])
at_once(
    lambda n: agree(draft_code=draft.code, code=codes[0], cookie=str(n % 40), wanted=True), list(range(80))
)
at_once(lambda n: agree(draft_code=draft.code, code=codes[0], cookie=str(n), wanted=False), [1, 1, 2, 2, 3])
draft.refresh_from_db()
kept = dict(Piece.objects.filter(version=draft.current, opinions__gt=0).values_list("key", "opinions"))
print(json.dumps({{
    "opinions": len(codes), "receipts": Receipt.objects.count(),
    "no gap": sorted(codes) == [f"YK-2018-{{n:05d}}" for n in range(1, {PEOPLE} + 1)],
    "overtaken": len(overtaken), "counted": kept == counted_anew(draft.current) == {{"k8": {PEOPLE}}},
    "agrees": Opinion.objects.get(code=codes[0]).agrees, "marks": Agreement.objects.count(),
}}))
"""


def test_who_presses_twice_at_the_same_moment_as_many_others_gives_one_opinion(tmp_path: Path) -> None:
    site = Live(tmp_path)
    try:
        found = site.ask(AT_ONCE)
    finally:
        site.stop()
    assert found == {
        "opinions": PEOPLE,
        "receipts": PEOPLE,
        "no gap": True,
        "overtaken": PEOPLE,
        "counted": True,
        "agrees": 37,
        "marks": 37,
    }
