"""A little work for the sender's machine (altcha): it speeds a post up and never gates it."""

from dataclasses import dataclass
from datetime import timedelta

from altcha.v1 import ChallengeOptions, Payload, create_challenge, verify_solution
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from vidan.foundation.intake.rates import POST, SLOW_LANE, SLOW_POST, Budget, spend

MOST = 30_000
"""The number to be found lies below this: about half a second on an old phone."""


@dataclass(frozen=True)
class Task:
    """What the page hands to its script."""

    challenge: str
    salt: str
    signature: str
    most: int = MOST


def make_task(bound_to: str) -> Task:
    """A task for one draft, good for two hours."""
    made = create_challenge(
        ChallengeOptions(
            hmac_key=_key(), max_number=MOST, expires=timezone.now() + timedelta(hours=2), params={"for": bound_to[:16]}
        )
    )
    return Task(made.challenge, made.salt, made.signature)


def done(solution: str, bound_to: str) -> bool:
    """Whether the solution belongs to a task of ours for that draft; hostile text is simply not a solution."""
    if not solution or len(solution) > 2_000:
        return False
    try:
        right, _why = verify_solution(solution, _key(), check_expires=True)
        return bool(right) and Payload.from_base64(solution).parse_salt()[2].get("for") == [bound_to[:16]]
    except Exception:  # noqa: BLE001 - the library raises whatever the decoder under it raises; none of it is our concern
        return False


def admitted(request: HttpRequest, solution: str, bound_to: str, *, quick: Budget = POST) -> bool:
    """Whether a post may go on now: by the fast lane with the work done, else by the slow lane while it has room."""
    if done(solution, bound_to):
        return spend(quick, request)
    return spend(SLOW_POST, request) and spend(SLOW_LANE, request)


def _key() -> str:
    key: str = settings.KEYS.draft.hex()
    return key
