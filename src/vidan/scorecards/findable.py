"""What everybody may find of the yearly score: each published sheet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.foundation.search.published import Entry
from vidan.scorecards.models import Scorecard

KIND = "index"


@override("vi")  # one index for everybody, in one language
def entry_of(card: Scorecard) -> Entry:
    """How the search tells of a published sheet."""
    return Entry(
        subject=f"card-{card.pk}",
        kind=KIND,
        title=_("Chỉ số %(year)d: %(unit)s") % {"year": card.year, "unit": card.unit.name},
        on=card.published_on or card.cut_off,
        route="scorecards:published",
        key=card.code,
        words=(card.rubric.title, card.front.name),
    )


def entries() -> Iterator[Entry]:
    """Every published sheet."""
    return map(entry_of, Scorecard.objects.published().select_related("unit", "front", "rubric").defer("frozen"))
