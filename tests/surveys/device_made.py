"""Devices for tests, and what they send."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from typing import Any

from django.test import Client
from tests.cases.made import actor
from tests.domain.questionnaire.test_answers import FULL
from tests.surveys.made import DAY
from tests.surveys.sealing import seal_reply

from vidan.surveys.kinds import Way
from vidan.surveys.models import Device, Stratum, SurveyRound
from vidan.surveys.services.accept import Given
from vidan.surveys.services.register_device import register_device

SEND = "/khao-sat/may/gui/"
FORM = "/khao-sat/may/phieu/"


def registered(round_: SurveyRound, way: Way = Way.KIOSK, **told: Any) -> tuple[Device, str]:
    """A device at the first counter of a round, with its secret."""
    stratum = told.get("stratum", round_.strata.all()[0])
    local = "can-bo-quan" if way == Way.KIOSK else "dieu-tra"
    return register_device(round_=round_, way=way, stratum=stratum, label="Máy số 1", actor=actor(local))


def sealed_row(round_: SurveyRound, stratum: Stratum, token: str = "", **told: Any) -> dict[str, str]:
    """One reply as a device sends it."""
    token = token or secrets.token_hex(16)
    usual: dict[str, Any] = {"way": Way.KIOSK, "on": DAY, "answers": FULL}
    body = Given(stratum.pk, **usual | told).told()
    return sealed_bytes(round_, body, token)


def sealed_bytes(round_: SurveyRound, body: bytes, token: str) -> dict[str, str]:
    """Any bytes, sealed as a reply."""
    public = urlsafe_b64decode(round_.device_public)
    whole = seal_reply(public, round_.code, token, secrets.token_bytes(12), body)
    return {"token": token, "body": urlsafe_b64encode(whole).decode().rstrip("=")}


def contact_row(stratum: int, on: date = DAY, outcome: str = "refused", token: str = "") -> dict[str, Any]:
    """One person asked in vain, as a device sends it."""
    return {"token": token or secrets.token_hex(16), "stratum": stratum, "on": on.isoformat(), "outcome": outcome}


def send(secret: str, told: Any, *, raw: bytes | None = None) -> Any:
    """Post as a device does; the answer, with `status_code` and `json()`."""
    body = json.dumps(told).encode() if raw is None else raw
    client = Client(enforce_csrf_checks=True)
    headers = {"Authorization": f"Device {secret}"}
    return client.post(SEND, body, content_type="application/json", headers=headers)
