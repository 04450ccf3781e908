"""The forms of the moves take or refuse whatever comes, field by field beside words that are right; none of them breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from tests.cases.made import made
from tests.cases.test_coming_back import denunciation
from tests.cases.test_verifying import land_officer
from tests.cases.test_verifying_pages import DECISION, MINUTES, PAPER, PLAN, PROPOSAL
from tests.test_bad_input import FILES, HOSTILE, fed

from vidan.cases.acts import ACTS
from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.moves import OF_BODIES, SLUGS
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.papers.models import IncomingPaper

pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]

SignIn = Callable[[str], Client]
CLASSIFIED = {
    "kind": "feedback",
    "unit": "mot-cua-a-an-phu",
    "conduct": ["attitude"],
    "gist": "Nói trống không",
    "person_state": "nobody",
    "official": "",
}
ANSWER = PAPER | {"text": "Đã nhắc nhở."}

ALONE = ("tôi\0kể", "a" * 60_000, "01/01/99999", "{{ 7*7 }}{% raise %}")
"""What one field says while the others are right."""

ROWS: dict[str, tuple[str, State, dict[str, Any]]] = {
    "classify": ("can-bo-quan", State.RECEIVED, CLASSIFIED),
    "prepare": ("can-bo-quan", State.CLASSIFIED, {"text": "Quầy nói trống không."}),
    "return_copy": ("can-bo-quan-2", State.PREPARED, {"note": "Còn tên."}),
    "record_answer": ("can-bo-quan", State.TRANSFERRED, ANSWER),
    "record_remark": ("can-bo-quan", State.TRANSFERRED, ANSWER),
    "answer": ("chu-tich-ubnd", State.TRANSFERRED, {"text": "Đã nhắc nhở."}),
    "remark": ("theo-doi", State.TRANSFERRED, {"text": "Đã theo dõi."}),
    "inform": ("can-bo-quan", State.ANSWERED, {"text": "Nơi nhận đã trả lời."}),
    "record_withdrawal": ("can-bo-quan", State.TRANSFERRED, {"dated": "12/03/2018", "received_on": "13/03/2018"}),
    "explain": ("chu-tich-ubnd", State.ANSWERED, {"text": "Tôi xin giải trình."}),
    "record_explanation": ("can-bo-quan", State.ANSWERED, ANSWER),
    "plan_verification": ("can-bo-quan", State.ANSWERED, PLAN),
    "record_verification": ("can-bo-quan", State.VERIFYING, MINUTES),
    "propose": ("can-bo-quan", State.VERIFIED, PROPOSAL),
    "decide": ("chu-tich-ubnd", State.PROPOSED, DECISION),
    "record_decision": ("can-bo-quan", State.PROPOSED, PAPER | DECISION),
    "reopen": ("lanh-dao", State.CLOSED, {"reason": "Quầy vẫn nói như trước."}),
    "go_on": ("can-bo-quan", State.TRANSFERRED, {"ground": "breach"}),
    "refuse": ("can-bo-quan", State.RECEIVED, {"ground": "no_content", "more": ""}),
    "guide": ("can-bo-quan", State.RECEIVED, {"body": "Thanh tra quận", "way": "Gửi đơn có chữ ký."}),
    "ask": ("can-bo-quan", State.RECEIVED, {"text": "Quầy nào?"}),
    "merge": ("can-bo-quan", State.RECEIVED, {"other": "PA-2018-0001"}),
    "link": ("can-bo-quan", State.RECEIVED, {"other": "PA-2018-0001"}),
    "split": ("can-bo-quan", State.RECEIVED, {"what": "Ghế chờ.", "kind": "suggestion", "unit": "mot-cua-a-an-phu"}),
    "hand_down": ("can-bo-quan", State.RECEIVED, {"to": "mttq-a-an-phu", "reason": "Việc của phường."}),
}
"""Who takes each move from where, and words for its fields that are right."""

ELSEWHERE = {"hand_up", "hand_back", "name_successor", "record_superior_answer"}
"""Moves whose fields are the same, read by the same form, as those of rows above."""


def test_every_move_that_asks_for_something_has_a_row() -> None:
    asking = {name for name, act in ACTS.items() if len(act.form.base_fields) > 1}
    assert asking - ELSEWHERE == set(ROWS)


def ready(move: str) -> CaseFile:
    """A case from which the move can be taken."""
    _local, state, _right = ROWS[move]
    if move == "go_on":
        return withdraw(code=denunciation(state).code)
    known = state not in (State.RECEIVED, State.CLASSIFIED)
    mode = TellerMode.NAMED if move == "record_withdrawal" else TellerMode.ANONYMOUS
    return made(state, official=land_officer() if known else None, mode=mode)


@pytest.mark.parametrize("move", ROWS)
def test_the_right_words_are_taken(move: str, signed_in: SignIn) -> None:
    other = made()
    case = ready(move)
    words = ROWS[move][2] | ({"other": other.code} if "other" in ROWS[move][2] else {})
    assert signed_in(ROWS[move][0]).post(_place(case, move), {"version": case.version} | words).status_code in (
        200,
        302,
    )
    assert _moved(case)


@pytest.mark.parametrize("move", ROWS)
def test_a_field_of_a_move_takes_or_refuses_what_comes(move: str, signed_in: SignIn) -> None:
    local, _state, right = ROWS[move]
    made()
    case, client = ready(move), signed_in(local)
    fields = [name for name in ACTS[move].form.base_fields if name != "scan"]
    told = [dict.fromkeys(fields, fed(str(param.values[0]))[:60_000]) for param in HOSTILE]
    told += [right | {name: text} for text in ALONE for name in fields]
    for words in told:
        with transaction.atomic():
            answer = client.post(_place(case, move), {"version": case.version} | words)
            transaction.set_rollback(True)  # each finds the case as it was
        assert answer.status_code in (200, 302, 422), words


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("move", [one for one in ROWS if "scan" in ACTS[one].form.base_fields])
def test_a_scan_that_is_none_is_told_and_nothing_is_kept(move: str, name: str, signed_in: SignIn) -> None:
    case = ready(move)
    filename, content = FILES[name]
    right = ROWS[move][2] | {"version": case.version, "scan": SimpleUploadedFile(filename, content)}
    before = StoredFile.objects.count()
    answer = signed_in(ROWS[move][0]).post(_place(case, move), right)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert (StoredFile.objects.count(), IncomingPaper.objects.count()) == (before, 0)
    assert not _moved(case)


def _place(case: CaseFile, move: str) -> str:
    return f"/ban-lam-viec/{'chuyen-den' if move in OF_BODIES else 'ho-so'}/{case.code}/{SLUGS[move]}/"


def _moved(case: CaseFile) -> bool:
    return CaseFile.objects.get(pk=case.pk).version != case.version
