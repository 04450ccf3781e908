"""One act: what a move of a sheet asks for, what it does, and what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from vidan.foundation.accounts.actors import Actor
from vidan.scorecards.forms.moves import CardForm

Run = Callable[[Any, Actor], object]
"""Takes the valid form and the actor; raises what the service raises."""


@dataclass(frozen=True)
class Act:
    """One row: its address, the form, what runs, the sentence afterwards, and what is said before."""

    slug: str
    form: type[CardForm]
    run: Run
    said: str | Promise
    lead: str | Promise = ""
    shows: str = ""


def by_service(service: Callable[..., object]) -> Run:
    """Hand the service the code of the sheet, the actor, and everything that the form asks for."""
    return lambda form, actor: service(code=form.card.code, actor=actor, **form.cleaned_data)
