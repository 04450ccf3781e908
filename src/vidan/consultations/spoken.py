"""Who spoke about a draft, in numbers and never by name: opinions by where they came from, and the three lawful forms."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Sum

from vidan.consultations.hearing_selectors import held_of
from vidan.consultations.kinds import HearingKind, OpinionSource
from vidan.consultations.models import Draft, Hearing

Spoken = Mapping[str, Any]
"""`sources`: opinions by source; `agrees`: how often somebody agreed instead of repeating; `forms`: each form that was held."""


def spoken_of(draft: Draft) -> dict[str, Any]:
    """The numbers as they stand now; the criticism document freezes them in Draft.spoken."""
    rows = draft.opinions.order_by().values("source").annotate(n=Count("pk"), agreed=Sum("agrees"))
    counted = {row["source"]: row for row in rows}
    return {
        "sources": {source: counted[source]["n"] for source in OpinionSource.values if source in counted},
        "agrees": sum(row["agreed"] for row in counted.values()),
        "forms": [_form(hearing) for hearing in held_of(draft)],
    }


def source_lines(spoken: Spoken) -> list[tuple[str, int]]:
    """How many opinions came from where, in words."""
    return [(str(OpinionSource(source).label), n) for source, n in spoken.get("sources", {}).items()]


def form_counts(spoken: Spoken) -> list[tuple[str, int]]:
    """How often each lawful form was used, in words, in the order of the law."""
    counts = Counter(form["kind"] for form in spoken.get("forms", ()))
    return [(str(kind.label), counts[kind.value]) for kind in HearingKind if counts[kind.value]]


def _form(hearing: Hearing) -> dict[str, Any]:
    invited = list(hearing.invited.all())
    return {
        "kind": hearing.kind,
        "on": hearing.held_on.isoformat() if hearing.held_on else "",
        "invited": len(invited),
        "came": sum(bool(one.came) for one in invited),
        "answered": sum(one.answered_on is not None for one in invited),
    }
