"""What one move of the desk asks for, what it does, and what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from vidan.cases.forms.moves import MoveForm
from vidan.cases.kinds import TransferRole
from vidan.cases.services.answer import AnswerPaper, scans_of
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import keep_file

Run = Callable[[Any, Actor], object]
"""Takes the valid form and the actor; raises what the service raises."""


@dataclass(frozen=True)
class Act:
    """One row: the form, what runs, the sentence afterwards; `shows` names what stands beside the form,
    `leads_to` the route that follows when the case leaves the actor's Front."""

    form: type[MoveForm]
    run: Run
    said: str | Promise
    shows: str = ""
    lead: str | Promise = ""
    role: TransferRole | None = None
    leads_to: str = ""


def simple(service: Callable[..., object]) -> Run:
    """A move whose form asks for nothing but the version."""
    return lambda form, actor: service(code=form.case.code, actor=actor, version=form.cleaned_data["version"])


def paper_of(form: MoveForm) -> AnswerPaper:
    """The paper that came in, as a form of recording it tells; its scan is kept in the running transaction."""
    told = form.cleaned_data
    upload = told["scan"]
    scan = keep_file(subject=scans_of(form.case.code), upload=upload, position=1, at_most=20) if upload else None
    return AnswerPaper(told["number"], told["dated"], told["received_on"], scan)
