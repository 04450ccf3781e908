"""Viết thủ tục: a version is drafted, changed, and dropped; what was published is never changed, but followed by a version."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.outreach.models import Procedure
from vidan.outreach.models.procedure import WRITE, ProcedureState

CONTENT = (
    "name",
    "also_called",
    "field",
    "level",
    "received_by",
    "only_at",
    "where",
    "hours",
    "applicants",
    "papers",
    "steps",
    "fee",
    "fee_amount",
    "limit_days",
    "limit_unit",
    "limit_note",
    "bases",
    "valid_from",
    "valid_to",
    "successor",
    "name_en",
    "summary_en",
    "source",
)
"""What a version says."""

FOUND_BY = ("name", "also_called", "field", "name_en")

Content = Mapping[str, Any]
"""Values of CONTENT by their names; `only_at` is a slug or empty."""


class NotPossible(ValueError):
    """The step cannot be taken; `sentence` says why, in the reader's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def write(*, front: Unit, code: str, content: Content, actor: Actor, is_sample: bool = False) -> Procedure:
    """Draft a procedure, or the next version of one: a draft that lies there already is written anew.

    Raises Procedure.DoesNotExist where the actor may not write, NotPossible when another Front has taken the code.
    """
    if front.pk not in actor.units_with(WRITE):
        raise Procedure.DoesNotExist(code)
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=front.pk)  # two who draft at once take two numbers
        rows = Procedure.objects.filter(code=code)
        if rows.exclude(front=front).exists():
            raise NotPossible(_("Mã này đã có Mặt trận khác dùng."))
        draft = rows.filter(state=ProcedureState.DRAFT).first()
        if draft is None:
            last = rows.aggregate(last=Max("version"))["last"] or 0
            draft = Procedure(code=code, front=front, version=last + 1, is_sample=is_sample)
        _fill(draft, content)
        draft.save()
        note("procedure.write", draft, actor)
    return draft


def drop(*, pk: int, actor: Actor) -> None:
    """Drop a draft that nobody wants; raises Procedure.DoesNotExist."""
    with transaction.atomic():
        draft = Procedure.objects.select_for_update().get(
            pk=pk, state=ProcedureState.DRAFT, front_id__in=actor.units_with(WRITE)
        )
        note("procedure.drop", draft, actor)
        draft.delete()


def is_same(procedure: Procedure, content: Content) -> bool:
    """Whether a version says just this."""
    told = {name: getattr(procedure, name) for name in CONTENT}
    told["only_at"] = procedure.only_at.slug if procedure.only_at else ""
    return told == {name: content[name] for name in CONTENT}


def _fill(draft: Procedure, content: Content) -> None:
    for name in CONTENT:
        if name != "only_at":
            setattr(draft, name, content[name])
    draft.only_at = Unit.objects.get(slug=content["only_at"]) if content["only_at"] else None
    draft.folded = fold(" ".join([*(content[name] for name in FOUND_BY), draft.code.replace("-", " ")]))


def note(event: str, procedure: Procedure, actor: Actor) -> None:
    """The journal's entry of a step with a version."""
    facts: dict[str, str | int | bool | None] = {"version": procedure.version, "from": str(procedure.valid_from)}
    record(event, subject=procedure.code, actor=actor.code, unit_id=procedure.front_id, facts=facts)
