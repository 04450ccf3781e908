"""What every page of a sheet that a unit scores first shows."""

from collections.abc import Sequence
from typing import Any

from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.scorecards.appraised import band_words, sheets_of, stages_for, unit_rows
from vidan.scorecards.facts import Known
from vidan.scorecards.kinds import STAGE_WORDS, Stage, State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.rows import total_words


def unit_sheet_of(known: Known, stage: Stage | None) -> dict[str, Any]:
    """The sheet with the columns that who looks may see; `stage` is the side on which he writes, if any."""
    card = known.card
    stages = stages_for(known)
    reads = card.front_id in known.actor.units_with("scorecards.read")
    return {
        "card": card,
        "table": "scorecards/includes/unit_sheet.html",
        "state": State(card.state).label,
        "stage": stage,
        "columns": [(one, STAGE_WORDS[one]) for one in stages],
        "rows": unit_rows(known, stage=stage),
        "shows_points": True,
        "reads_all": reads,
        "unanswered": sum(1 for one in known.questions if not one.answer) if Stage.SCORED in stages else 0,
        "objection": known.objection,
        "term": term_of(card),
        "comment": card.comment if card.state in (State.DECIDED, State.PUBLISHED) else "",
        **head_of(known, stages),
    }


def head_of(known: Known, stages: Sequence[Stage]) -> dict[str, str]:
    """The total and the band of the newest side that may be seen."""
    newest = sheets_of(known, stages)[stages[-1]]
    to_fill = len(known.undeclared) if stages[-1] == Stage.DECLARED else None
    return {"total": total_words(newest, to_fill=to_fill), **band_words(known, newest)}


def term_of(card: Scorecard) -> dict[str, Any]:
    """The last day that runs in the present state, with how long it is still off; nothing where none runs."""
    until = {
        State.SELF_SCORING: card.self_score_until,
        State.EXPLAINING: card.explain_until,
        State.PUBLISHED: card.objections_until,
    }.get(State(card.state))
    if until is None or (card.state == State.PUBLISHED and until < clock.today()):
        return {}
    words, tone = remaining_words(until, clock.today())
    return {"until": until, "words": words, "tone": tone}
