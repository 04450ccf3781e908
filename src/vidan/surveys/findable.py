"""What everybody may find of surveys: the results that were published."""

from collections.abc import Iterator
from datetime import date

from vidan.foundation.search.published import Entry
from vidan.surveys.models import SurveyRound

KIND = "survey"


def entry_of(round_: SurveyRound, published_on: date) -> Entry:
    """How the search tells of a published round."""
    return Entry(
        subject=f"survey-{round_.code}",
        kind=KIND,
        title=round_.title,
        on=published_on,
        route="surveys:result",
        key=round_.code,
        summary=round_.purpose,
        words=(round_.title_en, round_.front.name),
    )


def entries() -> Iterator[Entry]:
    """Every published round."""
    for round_ in SurveyRound.objects.published().select_related("front").defer("frozen"):
        if round_.published_on:
            yield entry_of(round_, round_.published_on)
