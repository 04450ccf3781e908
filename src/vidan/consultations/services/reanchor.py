"""Xếp lại chỗ của ý kiến: every opinion of a draft gets its place in the newest text, with how sure that is; never silently."""

from collections.abc import Sequence

from django.db import transaction

from vidan.consultations.kinds import Outcome
from vidan.consultations.models import Anchoring, DraftVersion, Opinion, Piece
from vidan.consultations.places import places_in, unlooked, waiting_for
from vidan.consultations.services.come_from import ground_of, text_before
from vidan.consultations.services.count_opinions import counted_anew
from vidan.domain.anchoring import Anchored, Ground, Place, anchor
from vidan.domain.anchoring import Outcome as Became
from vidan.foundation.jobs.progress import report

BATCH = 500
"""Opinions in one transaction: work that is broken off loses no more, and others need not wait long."""


def work_name(text: DraftVersion) -> str:
    """Under which name the progress of placing the opinions in a text is told."""
    return f"places {text.draft.code} {text.number}"


def reanchor(version: int) -> int:
    """Place every opinion that has no place in a text yet; returns how many. Broken off, it goes on where it stopped."""
    text = DraftVersion.objects.select_related("draft").get(pk=version)
    before = text_before(text)
    if before is None:
        return 0
    on, name, done = ground_of(text, before), work_name(text), 0
    total = waiting_for(text).count()
    report(name, done=0, total=total)
    while batch := list(waiting_for(text).order_by("pk")[:BATCH]):
        with transaction.atomic():
            _place(batch, text, before, on)
        done += len(batch)
        report(name, done=done, total=max(done, total))
    with transaction.atomic():
        recount(text)
        DraftVersion.objects.filter(pk=text.pk).update(placing=False)
    report(name, done=done, total=done)
    return done


def recount(text: DraftVersion) -> None:
    """Put the counters of a text right: the shown opinions at each piece, and the places nobody has looked at."""
    # The rows are locked before the opinions are counted: whoever shows one now adds it to what is written here.
    pieces = list(text.pieces.select_for_update())
    counts = counted_anew(text)
    wrong = [one for one in pieces if one.opinions != counts.get(one.key, 0)]
    for one in wrong:
        one.opinions = counts.get(one.key, 0)
    Piece.objects.bulk_update(wrong, ["opinions"], batch_size=BATCH)
    DraftVersion.objects.filter(pk=text.pk).update(unlooked=unlooked(text).count())


def _place(batch: Sequence[Opinion], text: DraftVersion, before: DraftVersion, on: Ground) -> None:
    was = places_in(before, batch)
    rows, moved = [], []
    for opinion in batch:
        place, relied = was.get(opinion.pk, (None, False))
        found = anchor(place, on) if place is not None else Anchored(Became.LOST, None, 0, sure=relied)
        rows.append(anchoring(opinion, text, found, sure=found.sure and relied))
        if set_here(opinion, found.place):
            moved.append(opinion)
    # Two workers on one text: the rows of the first stand.
    Anchoring.objects.bulk_create(rows, ignore_conflicts=True)
    Opinion.objects.bulk_update(moved, ["here", "lost"])


def anchoring(opinion: Opinion, text: DraftVersion, found: Anchored, *, sure: bool) -> Anchoring:
    """The row that says where an opinion stands in a text; a guess built on a guess nobody looked at is not sure either."""
    place = found.place or Place()
    return Anchoring(
        opinion=opinion,
        version=text,
        outcome=Outcome(found.outcome),
        key=place.key,
        quote=place.quote,
        before=place.before,
        after=place.after,
        confidence=found.confidence,
        sure=sure,
    )


def set_here(opinion: Opinion, place: Place | None) -> bool:
    """Say where an opinion stands now, none for lost; whether that is new. Nothing is stored."""
    was = (opinion.here, opinion.lost)
    opinion.here, opinion.lost = "" if place is None else place.key, place is None
    return was != (opinion.here, opinion.lost)
