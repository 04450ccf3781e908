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
from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import destroy
from vidan.foundation.intake.kept import drop_file
from vidan.foundation.intake.personal import OPEN_STATES, ErasureState, KeptFor
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.vault.services import destroy_texts

BATCH = 100
"""Drafts of one rule in one go; the rest comes the next time."""

LONGER = timedelta(days=365)
"""What is kept beyond its time is asked about again after a year."""


def propose_erasures() -> int:
    """Propose the drafts whose opinions are due today by the table of retention; returns how many."""
    made = 0
    for row in keep_rows():
        for draft, due in _due(row):
            with transaction.atomic():
                propose(subject=draft.code, front_id=draft.front_id, rule=row.id, due=due)
                made += 1
    again = OpinionErasure.objects.filter(state=ErasureState.KEPT, decided_on__lte=clock.today() - LONGER)
    return made + again.update(state=ErasureState.PROPOSED, kept_for="")


def propose(*, subject: str, front_id: int, rule: str, due: date, actor: Actor = SYSTEM) -> OpinionErasure:
    """Put the opinions of a draft, or one opinion, before the head, in the running transaction."""
    told = {"front_id": front_id, "rule": rule, "due_on": due}
    proposed, made = OpinionErasure.objects.get_or_create(subject=subject, defaults=told)
    if not made and proposed.state == ErasureState.KEPT:
        again = told | {"state": ErasureState.PROPOSED, "kept_for": ""}
        OpinionErasure.objects.filter(pk=proposed.pk).update(**again)
    facts: dict[str, Fact] = {"rule": rule, "due": due.isoformat()}
    record("opinion.propose_erasure", subject=subject, actor=actor.code, unit_id=front_id, facts=facts)
    return proposed


def erase(*, subjects: Iterable[str], actor: Actor) -> int:
    """Erase the opinions that were proposed and that the actor approves; returns how many proposals were carried out."""
    done = 0
    for subject in subjects:
        with transaction.atomic():
            asked = OpinionErasure.objects.visible_to(actor).select_for_update(of=("self",))
            proposed = asked.filter(subject=subject, state=ErasureState.PROPOSED).first()
            if proposed is None:
                continue
            opinions, texts = 0, 0
            for opinion in _opinions_of(subject).select_for_update(of=("self",)).order_by("pk"):
                texts += _erase_one(opinion)
                opinions += 1
            _decide(proposed, ErasureState.ERASED, actor)
            facts: dict[str, Fact] = {"rule": proposed.rule, "opinions": opinions, "texts": texts}
            record("opinion.erase", subject=subject, actor=actor.code, unit_id=proposed.front_id, facts=facts)
            done += 1
    return done


def keep_longer(*, subjects: Iterable[str], why: KeptFor, actor: Actor) -> int:
    """Keep what was proposed for another year, with the kind of the reason; returns how many."""
    done = 0
    rows = OpinionErasure.objects.visible_to(actor).filter(subject__in=list(subjects), state=ErasureState.PROPOSED)
    for proposed in rows:
        with transaction.atomic():
            proposed.kept_for = why
            _decide(proposed, ErasureState.KEPT, actor)
            facts: dict[str, Fact] = {"why": str(why)}
            record(
                "opinion.keep_longer",
                subject=proposed.subject,
                actor=actor.code,
                unit_id=proposed.front_id,
                facts=facts,
            )
            done += 1
    return done


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


def _decide(proposed: OpinionErasure, state: ErasureState, actor: Actor) -> None:
    proposed.state, proposed.decided_on = state, clock.today()
    proposed.decided_by = User.objects.get(code=actor.code)
    proposed.save()


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
