"""Mời dự, hỏi ý kiến: which bodies and experts, and who of them came."""

from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.consultations.models import Hearing, Invited
from vidan.consultations.services.hearing_papers import discard_drafts
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import PaperState
from vidan.foundation.units.models import Unit

NOBODY = gettext_lazy("Chưa có nơi nào được mời.")

Came = Mapping[int, tuple[bool | None, int]]
"""By the row of who was invited: whether it came, none where nobody knows, and with how many people."""


def set_invited(
    *, code: str, pk: int, units: Collection[Unit], names: Sequence[str], actor: Actor, version: int | None = None
) -> None:
    """Invite these units, and bodies or experts outside the list by name; who is in none of both is taken off.

    A letter that waits for the head is dropped by a change. Who is added once the letter has its number counts as invited
    today. Raises NotNow for one that is taken off although
    it was invited, and what hearing_step() raises.
    """
    with hearing_step(code=code, pk=pk, did="invite", actor=actor, version=version) as taken:
        hearing = taken.hearing
        wanted: dict[str, tuple[Unit | None, str]] = {_key(unit, unit.name): (unit, unit.name) for unit in units}
        wanted |= {_key(None, name): (None, name) for name in names}
        kept = {_key(row.unit, row.name): row for row in hearing.invited.select_related("unit")}
        gone = [row for key, row in kept.items() if key not in wanted]
        added = [one for key, one in wanted.items() if key not in kept]
        if bound := [row.name for row in gone if row.invited_on or row.answered_on or row.came]:
            raise NotNow(_("Nơi đã mời thì không bỏ khỏi danh sách: %(names)s.") % {"names": "; ".join(bound)})
        if added or gone:
            discard_drafts(hearing, "invitation", actor=actor)  # it names others
        hearing.invited.filter(pk__in=[row.pk for row in gone]).delete()
        sent = hearing.invitation is not None and hearing.invitation.state == PaperState.ISSUED
        last = max((row.position for row in kept.values()), default=0)
        day = clock.today() if sent else None
        Invited.objects.bulk_create(
            Invited(hearing=hearing, unit=unit, name=name, position=n, invited_on=day)
            for n, (unit, name) in enumerate(added, last + 1)
        )
        taken.taking.told |= {"added": len(added), "dropped": len(gone)}


def record_attendance(*, code: str, pk: int, came: Came, actor: Actor, version: int | None = None) -> None:
    """Say who came and with how many people; minutes that wait are dropped. Raises NotNow where nobody was invited."""
    with hearing_step(code=code, pk=pk, did="attend", actor=actor, version=version) as taken:
        rows = list(taken.hearing.invited.all())
        if not rows:
            raise NotNow(NOBODY)
        discard_drafts(taken.hearing, "minutes", actor=actor)  # they tell of others
        for row in rows:
            row.came, people = came.get(row.pk, (row.came, row.people))
            row.people = max(people, 1) if row.came else 0
        Invited.objects.bulk_update(rows, ["came", "people"])
        taken.taking.told |= {"came": sum(bool(row.came) for row in rows), "people": sum(row.people for row in rows)}


def note_step(
    *, code: str, pk: int, step: str, note: str, done: bool, actor: Actor, version: int | None = None
) -> Hearing:
    """Keep what was noted of one step of the form, and whether it is done; minutes that wait are dropped."""
    with hearing_step(code=code, pk=pk, did="note_step", actor=actor, version=version) as taken:
        discard_drafts(taken.hearing, "minutes", actor=actor)
        taken.hearing.steps = taken.hearing.steps | {step: {"note": note.strip(), "done": done}}
        taken.taking.told |= {"step": step, "done": done}
    return taken.hearing


def _key(unit: Unit | None, name: str) -> str:
    return f"unit {unit.pk}" if unit else fold(name)
