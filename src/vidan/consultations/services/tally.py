"""The facts of the figures of drafts, written in the transaction of the move they tell of.

What a criticism came to is dated by the day on which the document was sent: of the points of a year, so many were accepted,
whenever the body answered. What was received is dated by the day of receiving.
"""

from datetime import date

from vidan.consultations.in_time import sent_before
from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Draft
from vidan.foundation.figures.tally import add_fact

LATE, IN_TIME = "late", "in_time"


Received = tuple[date, int, int, str]
"""The fact of a draft that came in: the day, the Front, the body, and whether it was late."""


def received_of(draft: Draft) -> Received:
    """The fact as what is known of the draft tells it now."""
    told = sent_before(draft.received_on, draft.submits_on)
    mark = LATE if told is not None and told.is_late else IN_TIME
    return draft.received_on, draft.front_id, draft.body_id, mark


def tally_received(draft: Draft, was: Received | None = None) -> None:
    """A draft came in; `was` is the fact before what is known of it was put right."""
    now = received_of(draft)
    if now == was:
        return
    for fact, amount in ((was, -1), (now, 1)):
        if fact is not None:
            on, front_id, body_id, mark = fact
            add_fact("consultations.received", on=on, front_id=front_id, unit_id=body_id, mark=mark, amount=amount)


def tally_sent(draft: Draft) -> None:
    """The document went out: its points wait for an answer."""
    n = draft.points.count()
    _add("consultations.criticised", draft)
    _add("consultations.points", draft, amount=n)
    _add("consultations.unanswered", draft, amount=n)


def tally_answered(draft: Draft, verdict: Verdict, was: str = "") -> None:
    """A point was answered, or its answer `was` another one and is put right."""
    if was == verdict:
        return
    if was:
        _add("consultations.answers", draft, was, -1)
    else:
        _add("consultations.unanswered", draft, amount=-1)
    _add("consultations.answers", draft, verdict)


def tally_taken(draft: Draft, *, late: bool) -> None:
    """Every point has its answer."""
    _add("consultations.answered", draft, LATE if late else IN_TIME)


def _add(name: str, draft: Draft, mark: str = "", amount: int = 1) -> None:
    assert draft.sent_on is not None  # it was sent
    add_fact(name, on=draft.sent_on, front_id=draft.front_id, unit_id=draft.body_id, mark=mark, amount=amount)
