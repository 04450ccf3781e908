"""What everybody may find of what people are told: procedures."""

from collections.abc import Iterator

from vidan.foundation.search.published import Entry, hide, show
from vidan.outreach.models import Procedure
from vidan.outreach.procedure_selectors import standing

PROCEDURE = "procedure"


def tell_procedure(code: str) -> None:
    """Let the search tell of a procedure by the version that everybody may read, or of none."""
    found = standing(code)
    if found is None:
        hide(_subject(code))
    else:
        show(entry_of(found))


def entry_of(procedure: Procedure) -> Entry:
    """How the search tells of one version."""
    return Entry(
        subject=_subject(procedure.code),
        kind=PROCEDURE,
        title=procedure.name,
        on=procedure.valid_from,
        route="outreach:procedure",
        key=procedure.code,
        summary=procedure.also_called,
        words=(procedure.field, procedure.name_en, *(paper["name"] for paper in procedure.papers)),
    )


def procedures() -> Iterator[Entry]:
    """Every procedure that everybody may read."""
    for code in Procedure.objects.public().order_by("code").values_list("code", flat=True).distinct():
        if (found := standing(code)) is not None:
            yield entry_of(found)


def _subject(code: str) -> str:
    return f"procedure-{code}"
