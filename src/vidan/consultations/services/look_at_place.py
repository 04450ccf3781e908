"""Xem lại chỗ của một ý kiến trong bản mới: confirm it, put it at another piece, or say that it is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import Outcome
from vidan.consultations.models import Anchoring, DraftVersion, Opinion
from vidan.consultations.places import alike
from vidan.consultations.services.reanchor import recount, set_here
from vidan.consultations.services.step import NotNow, step
from vidan.consultations.services.write_pieces import as_outline
from vidan.domain.anchoring import Keyed, Place, requoted
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact

NO_PLACE = _("Ý kiến này không có chỗ nào phải xem lại trong bản hiện tại.")
NO_PIECE = _("Bản hiện tại không có mảnh này.")


@dataclass
class Looking:
    """The place that is being looked at, in the newest text."""

    row: Anchoring
    opinion: Opinion
    text: DraftVersion
    told: dict[str, Fact] = field(default_factory=dict)


def confirm_place(*, code: str, opinion: str, actor: Actor) -> None:
    """The place that was proposed is right, or the opinion is lost indeed; raises what step() raises, and NotNow."""
    with _looking(code, opinion, actor):
        pass


def confirm_alike(*, code: str, opinion: str, actor: Actor) -> None:
    """The place of an opinion is right, and that of all that go on at the same piece as this one does; raises alike."""
    with _looking(code, opinion, actor) as at:
        rows = alike(at.text).filter(key=at.row.key)
        at.told["together"] = rows.update(looked_by=actor.code, looked_at=clock.now())


def lose_place(*, code: str, opinion: str, actor: Actor) -> None:
    """There is no place for the opinion in the newest text; raises what step() raises, and NotNow."""
    with _looking(code, opinion, actor) as at:
        _put(at, None, Outcome.LOST)


def put_place(*, code: str, opinion: str, key: str, actor: Actor) -> None:
    """The opinion stands at another piece; its passage goes along where the piece has it. Raises as confirm_place()."""
    with _looking(code, opinion, actor) as at:
        piece = at.text.pieces.filter(key=key).first()
        if piece is None:
            raise NotNow(NO_PIECE)
        given = Place(key, at.opinion.quote, at.opinion.before, at.opinion.after)
        kept = at.opinion.key == key and at.row.outcome == Outcome.KEPT
        _put(at, requoted(given, Keyed(key, as_outline(piece))), Outcome.KEPT if kept else Outcome.MOVED)


@contextmanager
def _looking(code: str, opinion: str, actor: Actor) -> Iterator[Looking]:
    with step(code=code, move="look_at_places", actor=actor) as taking:
        text = taking.draft.current
        rows = Anchoring.objects.select_related("opinion").filter(version=text, sure=False, opinion__code=opinion)
        row = rows.first()
        if row is None or text is None:
            raise NotNow(NO_PLACE)
        at = Looking(row, row.opinion, text)
        yield at
        row.looked_by, row.looked_at = actor.code, clock.now()
        row.save()
        recount(text)
        taking.told |= {"opinion": opinion, "version": text.number, "place": row.key, "outcome": row.outcome}
        taking.told |= at.told


def _put(at: Looking, place: Place | None, outcome: Outcome) -> None:
    told = place or Place()
    at.row.outcome, at.row.key, at.row.quote, at.row.before, at.row.after = (
        outcome,
        told.key,
        told.quote,
        told.before,
        told.after,
    )
    if set_here(at.opinion, place):
        at.opinion.save(update_fields=["here", "lost"])
