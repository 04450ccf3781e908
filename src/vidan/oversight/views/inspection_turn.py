"""Whether a move of an inspection is open for the reader, and taking it: the same answer on every page that does so."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import Move, Refusal, Why, decide
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.ui.refusals import RefusalWords
from vidan.oversight.inspection_facts import Known, facts_of
from vidan.oversight.inspection_moves import LABELS, NEEDS, TABLE
from vidan.oversight.services.inspection_step import NotNow, Overtaken, Refused

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("oversight", "hồ sơ"))
"""Why a move is not open, as a sentence."""


def turn(request: HttpRequest, known: Known, name: str) -> Move | HttpResponse:
    """The row of an open move, or the way back with the reason; raises Http404 to whom the move is none of his."""
    answer = decide(TABLE, facts_of(known, only=name), name, clock.today())
    if not isinstance(answer, Refusal):
        return answer.move
    if answer.why is Why.NOT_ALLOWED:
        raise Http404
    messages.error(request, refusal_words(answer))
    return redirect("oversight:inspection", known.inspection.code)


def done(form: Any, run: Callable[[], object]) -> bool:
    """Whether it was done; else the form says why not, with what was typed."""
    try:
        run()
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except NotNow as told:
        form.add_error(told.field if told.field in form.fields else None, str(told.sentence))
    except (Overtaken, NotTaken) as told:
        form.add_error(None, str(told.sentence))
    return not form.errors
