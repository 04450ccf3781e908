"""Pages of points and answers ask the database at most ten times, however many points and opinions there are."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER
from tests.consultations.points_made import ANSWERER, CODE, gathering, on_paper, opinion

from vidan.consultations.answers import Told
from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Draft
from vidan.consultations.services.answer import record_answers
from vidan.consultations.services.criticise import send, submit
from vidan.consultations.services.write_points import Words, add_point

pytestmark = pytest.mark.django_db

MOST = 10
DESK = f"/ban-lam-viec/phan-bien/{CODE}/"


def _asked(client: Client, place: str) -> int:
    client.get(place)  # the first look may fill what a process keeps
    with CaptureQueriesContext(connection) as queries:
        assert client.get(place).status_code == 200, place
    return len([q for q in queries.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def _many() -> Draft:
    draft = gathering()
    for n in range(45):
        words = Words(text=f"Điểm {n}", key="k3")
        add_point(code=CODE, words=words, opinions=[opinion(draft).pk, opinion(draft).pk], actor=actor(OFFICER))
    return draft


def test_pages_of_points_ask_little(signed_in: Callable[[str], Client]) -> None:
    first = _many().points.order_by("number")[0]
    client = signed_in(OFFICER)
    for place in ("diem/", "diem/?cho=k3", "diem/moi/", f"diem/{first.pk}/"):
        assert _asked(client, f"{DESK}{place}") <= MOST, place


def test_pages_of_answers_ask_little(signed_in: Callable[[str], Client]) -> None:
    _many()
    submit(code=CODE, actor=actor(OFFICER))
    send(code=CODE, actor=actor(HEAD))
    on_paper()
    answers = [Told(number=n, verdict=Verdict.ACCEPTED, clause="Điều 2") for n in range(1, 40)]
    record_answers(code=CODE, answers=answers, actor=actor(OFFICER))
    for who in (OFFICER, ANSWERER):
        for place in ("", "1/", "41/", "bang/", "bang.xlsx"):
            assert _asked(signed_in(who), f"{DESK}tra-loi/{place}") <= MOST, (who, place)
    for place in ("ket-qua/", "ket-qua/?tra-loi=chua", "ket-qua.csv", "ket-qua.json"):
        assert _asked(Client(), f"/gop-y-du-thao/{CODE}/{place}") <= MOST, place
