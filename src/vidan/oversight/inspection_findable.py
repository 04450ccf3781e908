"""What everybody may find of supervision: each result that the head has published."""

from collections.abc import Iterator

from vidan.foundation.search.published import Entry, hide, show
from vidan.oversight.models import Inspection

KIND = "supervision"


def tell_result(one: Inspection) -> None:
    """Let the search tell of a result as it is published, or no more; inside the transaction of the step."""
    if one.published_on is None:
        hide(_subject(one))
    else:
        show(entry_of(one))


def entry_of(one: Inspection) -> Entry:
    """How the search tells of a published result: by its title and summary, the unit, and what was recommended."""
    return Entry(
        subject=_subject(one),
        kind=KIND,
        title=one.title,
        on=one.published_on or one.planned_on,
        route="oversight:result",
        key=one.code,
        summary=one.summary,
        words=(one.body.name, one.body.short_name, *(row.text for row in one.recommendations.all())),
    )


def entries() -> Iterator[Entry]:
    """Every published result."""
    rows = Inspection.objects.public().select_related("body").prefetch_related("recommendations")
    return map(entry_of, rows.defer("unit_report", "report", "explanation"))


def _subject(one: Inspection) -> str:
    return f"supervision-{one.code}"
