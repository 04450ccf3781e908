"""Tiêu hủy ý kiến: what is due is proposed by the worker, the head approves, and words, names and files are gone.

Codes, days, sources, places, stances, who agreed and the points that opinions went into stay, so that what was counted still
holds; so do the criticism document and its answers, which name nobody. Old backups hold the words until they are destroyed in
their turn (docs/operations/secrets.md).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from vidan.consultations.kinds import HiddenFor, OpinionState
from vidan.consultations.models import Anchoring, Draft, Opinion, OpinionDataRequest, OpinionErasure
from vidan.consultations.retention import keep_rows
from vidan.domain.retention import Keep, may_go_from
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import destroy
from vidan.foundation.intake.erasing import Proposals
from vidan.foundation.intake.kept import drop_file
from vidan.foundation.intake.personal import OPEN_STATES
from vidan.foundation.journal.record import Fact
from vidan.foundation.vault.services import destroy_texts

BATCH = 100
"""Drafts of one rule in one go; the rest comes the next time."""

PROPOSALS = Proposals[OpinionErasure](OpinionErasure, "opinion")


def propose_erasures() -> int:
    """Propose the drafts whose opinions are due today by the table of retention; returns how many."""
    made = 0
    for row in keep_rows():
        for draft, due in _due(row):
            with transaction.atomic():
                propose(subject=draft.code, front_id=draft.front_id, rule=row.id, due=due)
                made += 1
    return made + PROPOSALS.ask_again()


propose, keep_longer = PROPOSALS.propose, PROPOSALS.keep_longer


def erase(*, subjects: Iterable[str], actor: Actor) -> int:
    """Erase the opinions that were proposed and that the actor approves; returns how many proposals were carried out."""

    def run(proposed: OpinionErasure) -> dict[str, Fact]:
        rows = list(_opinions_of(proposed.subject).select_for_update(of=("self",)).order_by("pk"))
        return {"opinions": len(rows), "texts": sum(map(_erase_one, rows))}

    return PROPOSALS.erase(subjects=subjects, actor=actor, run=run)


def _opinions_of(subject: str) -> QuerySet[Opinion]:
    """The opinions behind a proposal that still hold something."""
    rows = Opinion.objects.filter(erased_on__isnull=True)
    return rows.filter(code=subject) if Opinion.is_code(subject) else rows.filter(draft__code=subject)


def _erase_one(opinion: Opinion) -> int:
    """Everything that tells who spoke and what; returns how many sealed texts went."""
    code = opinion.code
    gone: dict[str, Any] = {"text": "", "signed_as": "", "quote": "", "before": "", "after": "", "file": None}
    if opinion.state == OpinionState.WAITING:  # nobody can look at it any more; it still counts
        gone |= {"state": OpinionState.HIDDEN, "hidden_for": HiddenFor.UNWANTED}
    Opinion.objects.filter(pk=opinion.pk).update(**gone, erased_on=clock.today(), revision=opinion.revision + 1)
    Anchoring.objects.filter(opinion=opinion).update(quote="", before="", after="")
    destroy(subject=code)
    drop_file(subject=code)
    return destroy_texts(subject=code)


def _due(row: Keep) -> list[tuple[Draft, date]]:
    """Drafts that have ended in this way, hold opinions, are past their time, and were not proposed before."""
    if row.years is None:
        return []
    rows = Draft.objects.filter(state__in=row.outcomes, closed_on__lt=clock.today() - timedelta(days=365 * row.years))
    held = Exists(Opinion.objects.filter(draft=OuterRef("pk"), erased_on__isnull=True))
    known = Exists(OpinionErasure.objects.filter(subject=OuterRef("code")))
    waits = OpinionDataRequest.objects.filter(opinion__draft=OuterRef("pk"), state__in=OPEN_STATES)
    found = []
    for draft in rows.filter(held, ~known, ~Exists(waits)).order_by("closed_on", "pk")[:BATCH]:
        assert draft.closed_on is not None  # asked for above
        first = may_go_from(row, draft.closed_on)
        if first is not None and first <= clock.today():
            found.append((draft, first))
    return found
