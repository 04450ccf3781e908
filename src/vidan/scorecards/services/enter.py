"""Kê khai, chấm điểm: each side enters an item; two people on one sheet lose nothing of each other."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.scorecards.counted import Side, sheet_of
from vidan.scorecards.facts import Known
from vidan.scorecards.kinds import CardKind, Stage
from vidan.scorecards.models import Entry, Scorecard
from vidan.scorecards.services.step import Overtaken, step

MOVES = {
    (CardKind.FRONT, Stage.DECLARED): "declare",
    (CardKind.FRONT, Stage.SCORED): "score",
    (CardKind.UNIT, Stage.DECLARED): "self_score",
    (CardKind.UNIT, Stage.SCORED): "appraise",
    (CardKind.UNIT, Stage.SECOND): "appraise_again",
}
"""By which move a side enters an item."""


class NoItem(LookupError):
    """The rubric of the sheet has no such item."""


class Loose(ValueError):
    """Another item depends on this one, or the rubric says that it always applies: it cannot be left out."""

    sentence = _("Mục này luôn áp dụng theo bộ tiêu chí.")


def enter(*, code: str, item: str, stage: Stage, side: Side, actor: Actor, version: int) -> Entry:
    """Store what one side says of an item, whose entry was at `version` when it was read (0: there was none).

    Raises Overtaken when somebody entered the item meanwhile, NoItem, Loose, answers.WrongInput for what cannot be scored, and
    what step() raises.
    """
    kind = CardKind(Scorecard.objects.visible_to(actor).get(code=code).kind)
    with step(code=code, move=MOVES.get((kind, stage), ""), actor=actor) as taking:
        leaf = next((one for one in taking.known.rubric.leaves() if one.code == item), None)
        if leaf is None or not _theirs(taking.known, item, stage):
            raise NoItem(item)
        if not side.applies and not leaf.may_not_apply:
            raise Loose(item)
        kept = Side({name: said for name, said in side.inputs.items() if said != ""}, side.applies, side.note.strip())
        sheet_of(taking.known.rubric, {**_standing(taking.known, stage), item: kept})
        told = {
            "inputs": dict(kept.inputs),
            "applies": kept.applies,
            "note": kept.note,
            "entered_by": actor.code,
            "entered_at": clock.now(),
        }
        rows = Entry.objects.filter(card=taking.card, item=item, stage=stage)
        if version == 0:
            entry, made = rows.get_or_create(defaults=told, card=taking.card, item=item, stage=stage)
            if not made:
                raise Overtaken
        else:
            if not rows.filter(version=version).update(version=F("version") + 1, **told):
                raise Overtaken
            entry = rows.get()
        taking.told |= {"item": item, "stage": stage.value}
    return entry


def _theirs(known: Known, item: str, stage: Stage) -> bool:
    """A unit scores only the items that the rubric gives to it; the Front's own sheet has no such difference."""
    return (known.card.kind, stage) != (CardKind.UNIT, Stage.DECLARED) or item in known.own_items


def _standing(known: Known, stage: Stage) -> dict[str, Side]:
    """What the side said of the other items, on which this one may depend."""
    return {Stage.DECLARED: known.declared, Stage.SCORED: known.first, Stage.SECOND: known.scored}[stage]
