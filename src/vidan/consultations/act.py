"""One act: what a move of a draft asks for, what it does, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.functional import Promise

from vidan.consultations.facts import Known
from vidan.consultations.forms.moves import DraftForm
from vidan.foundation.accounts.actors import Actor

Run = Callable[[Any, Actor], object]
"""Takes the valid form and the actor; raises what the service raises."""


class Runs(Protocol):
    """Whatever is done by running it with a valid form."""

    @property
    def run(self) -> Run:
        """What runs."""


def _nothing(_known: Known) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Act:
    """One row: its address, the form, what runs, the sentence afterwards, and what is said before.

    `shows` is a template that stands above the form, `beside` gathers what it needs. A move with a page of its own, such as
    the one where points are written, has no act but a `route`.
    """

    slug: str = ""
    form: type[DraftForm] = DraftForm
    run: Run = lambda _form, _actor: None
    said: str | Promise = ""
    lead: str | Promise = ""
    shows: str = ""
    beside: Callable[[Known], Mapping[str, Any]] = _nothing
    route: str = ""


def by_service(service: Callable[..., object]) -> Run:
    """Hand the service the code of the draft, the actor, and everything that the form asks for."""
    return lambda form, actor: service(code=form.draft.code, actor=actor, **form.cleaned_data)
