"""The facts of the figures of drafts, written in the transaction of the move they tell of.

What a criticism came to is dated by the day on which the document was sent: of the points of a year, so many were accepted,
whenever the body answered. What was received is dated by the day of receiving.
"""

from vidan.consultations.kinds import Verdict
from vidan.consultations.letters import received_late
from vidan.consultations.models import Draft
from vidan.foundation.figures.tally import add_fact

LATE, IN_TIME = "late", "in_time"


def tally_received(draft: Draft, *, again: bool = False) -> None:
    """A draft came in; `again` takes the fact back, before what is known of its days is changed."""
    mark = LATE if received_late(draft) else IN_TIME
    _add("consultations.received", draft, mark, -1 if again else 1, on_receiving=True)


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


def _add(name: str, draft: Draft, mark: str = "", amount: int = 1, *, on_receiving: bool = False) -> None:
    on = draft.received_on if on_receiving else draft.sent_on
    assert on is not None  # it was sent
    if amount:
        add_fact(name, on=on, front_id=draft.front_id, unit_id=draft.body_id, mark=mark, amount=amount)
