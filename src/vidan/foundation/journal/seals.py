"""Sealing the journal each minute, and proving later that nothing was altered."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Max

from vidan.foundation.calendar import clock
from vidan.foundation.journal.merkle import EMPTY, link, root_of
from vidan.foundation.journal.models import Entry, Leaf, Seal
from vidan.foundation.journal.record import digest_of

BATCH = 5_000
"""Entries in one seal at most."""

LATE = 20_000
"""How far behind the newest sealed entry one that committed late is still looked for; `vidan check` looks at all."""


def seal_new_entries() -> int:
    """Seal the entries that no seal holds yet and return how many; two workers at once seal them only once."""
    sealed_to = Leaf.objects.aggregate(last=Max("entry_id"))["last"] or 0
    waiting = list(Entry.objects.filter(pk__gt=sealed_to - LATE, leaf__isnull=True).order_by("pk")[:BATCH])
    if not waiting:
        return 0
    before = Seal.objects.order_by("-number").first()
    number = before.number + 1 if before else 1
    root = root_of([entry.digest for entry in waiting])
    chain = link(before.chain if before else EMPTY, number, root)
    try:
        with transaction.atomic():
            seal = Seal.objects.create(
                number=number, sealed_at=clock.now(), entries=len(waiting), root=root, chain=chain
            )
            Leaf.objects.bulk_create(Leaf(entry=entry, seal=seal, position=i) for i, entry in enumerate(waiting))
    except IntegrityError:  # another worker was first
        return 0
    return len(waiting)


@dataclass(frozen=True)
class Verdict:
    """What checking the seals found; `broken` lists the numbers of seals whose entries or links do not fit."""

    seals: int
    entries: int
    unsealed: int
    broken: tuple[int, ...]


def verify_seals() -> Verdict:
    """Recompute every digest, root and link of the journal."""
    broken, before, entries = [], EMPTY, 0
    for seal in Seal.objects.order_by("number").iterator():
        kept = [leaf.entry for leaf in seal.leaves.select_related("entry").order_by("position")]
        whole = len(kept) == seal.entries and all(digest_of(entry, entry.at) == entry.digest for entry in kept)
        if not (
            whole
            and root_of([e.digest for e in kept]) == seal.root
            and link(before, seal.number, seal.root) == seal.chain
        ):
            broken.append(seal.number)
        before = seal.chain
        entries += len(kept)
    unsealed = Entry.objects.filter(leaf__isnull=True).count()
    return Verdict(Seal.objects.count(), entries, unsealed, tuple(broken))
