"""What everybody may find of drafts: each that is public, by its title and the headings of its text."""

from collections.abc import Iterator

from vidan.consultations.models import Draft
from vidan.foundation.search.published import Entry

KIND = "draft"


def entry_of(draft: Draft) -> Entry:
    """How the search tells of a public draft; where the Front has closed it, by its closing words."""
    headings = draft.current.pieces.exclude(heading="").values_list("heading", flat=True) if draft.current else ()
    return Entry(
        subject=f"draft-{draft.code}",
        kind=KIND,
        title=draft.title,
        on=draft.opens_on or draft.received_on,
        route="consultations:shown",
        key=draft.code,
        summary=draft.closing or draft.summary,
        words=(draft.body.name, draft.issued_number, *headings),
    )


def entries() -> Iterator[Entry]:
    """Every public draft."""
    return map(entry_of, Draft.objects.public().select_related("body", "current"))
