"""What everybody may find of contact points: each hotline, box and office that is published."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import override

from vidan.foundation.calendar import clock
from vidan.foundation.search.models import Published
from vidan.foundation.search.published import Entry, hide, show
from vidan.foundation.units.models import ContactKind, ContactPoint

KIND = "contact"


def tell_contact(place: ContactPoint) -> None:
    """Let the search tell of a contact point, or no more; inside the transaction of what publishes or ends it."""
    if _standing().filter(pk=place.pk).exists():
        show(entry_of(place))
    else:
        hide(_subject(place))


def entry_of(place: ContactPoint) -> Entry:
    """How the search tells of a contact point: in Vietnamese, whatever language the officer reads in."""
    with override("vi"):
        title = f"{ContactKind(place.kind).label}: {place.place}"
    return Entry(
        subject=_subject(place),
        kind=KIND,
        title=title,
        on=place.valid_from,
        route="site:contacts",
        summary=". ".join(filter(None, (place.unit.name, place.hours))),
        words=(place.unit.short_name, _number(place)),
    )


def entries() -> Iterator[Entry]:
    """Every contact point that is found."""
    return map(entry_of, _standing().select_related("unit"))


def hide_ended() -> str:
    """Let nobody find what ended by its date; says how many there were."""
    standing = set(map(_subject, _standing()))
    told = Published.objects.filter(kind=KIND).values_list("found__subject", flat=True)
    over = [subject for subject in told if subject not in standing]
    for subject in over:
        hide(subject)
    return f"{len(over)} ended" if over else ""


def _standing() -> QuerySet[ContactPoint]:
    """Open today and tomorrow: one that is taken back is still on the page for its last day, but sends nobody there."""
    today = clock.today()
    return ContactPoint.objects.filter(Q(valid_to=None) | Q(valid_to__gt=today), valid_from__lte=today)


def _number(place: ContactPoint) -> str:
    """The number of a hotline without its gaps, as many type it."""
    return "".join(filter(str.isdigit, place.place)) if place.kind == ContactKind.HOTLINE else ""


def _subject(place: ContactPoint) -> str:
    return f"contact-{place.pk}"
