"""Taking a step of one conference, dialogue or round of asking in writing: the draft's move `hear`, on one of its hearings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import Draft, Hearing
from vidan.consultations.services.step import NotNow, Overtaken, Step, step
from vidan.foundation.accounts.actors import Actor

OVER = _("Việc này đã kết thúc nên không ghi thêm được.")


@dataclass
class OneHearing:
    """A hearing being worked on: the draft's step it belongs to, and the locked hearing."""

    taking: Step
    hearing: Hearing


@contextmanager
def hearing_step(
    *,
    code: str,
    pk: int,
    did: str,
    actor: Actor,
    permission: str = "consultations.run",
    version: int | None = None,
    over: bool = False,
) -> Iterator[OneHearing]:
    """Run the body as one step of one hearing; `did` names it in the journal's `draft.hear`.

    Raises Hearing.DoesNotExist where the actor may not take it, Overtaken when the hearing is no longer at `version`,
    NotNow when it is over (unless the step is for those too), and what step() raises.
    """
    if not Draft.objects.filter(code=code, front_id__in=actor.units_with(permission)).exists():
        raise Hearing.DoesNotExist(pk)
    with step(code=code, move="hear", actor=actor) as taking:
        hearing = taking.draft.hearings.select_related("invitation", "minutes").get(pk=pk)
        hearing.draft = taking.draft
        if version is not None and hearing.version != version:
            raise Overtaken
        if hearing.is_over and not over:
            raise NotNow(OVER)
        taking.told |= {"hearing": pk, "did": did}
        yield OneHearing(taking, hearing)
        if hearing.pk is not None:  # dropped by the step itself
            hearing.version += 1
            hearing.save()
