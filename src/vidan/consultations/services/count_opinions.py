"""Piece.opinions: how many shown opinions stand at a piece, changed in the transaction that shows, hides or moves one."""

from django.db.models import Count, F

from vidan.consultations.models import DraftVersion, Opinion, Piece


def shift(opinion: Opinion, by: int) -> None:
    """Count an opinion in at its place in the draft's newest text, or out again; the whole draft is no piece."""
    if opinion.here:
        pieces = Piece.objects.filter(version_id=opinion.draft.current_id, key=opinion.here)
        pieces.update(opinions=F("opinions") + by)


def counted_anew(version: DraftVersion) -> dict[str, int]:
    """What the counters of the newest text of a draft must be, counted anew, by key; one query, whatever is stored."""
    shown = Opinion.objects.shown().filter(draft=version.draft_id).exclude(here="").order_by()
    return dict(shown.values_list("here").annotate(n=Count("pk")))
