"""Contact points and counters with a QR: they end, and are not erased, for letters came by them."""

from datetime import date, timedelta

from vidan.foundation.units.models import ContactPoint, CounterPoint, Unit

CODE_LENGTH = 20

PLACES = "places"
"""What kept pages of contact points and reception days depend on."""


def end_on(place: ContactPoint | CounterPoint, last_day: date) -> None:
    """Let a contact point or a counter end with a day, which still counts; one that begins later never begins."""
    place.valid_to = max(last_day, place.valid_from - timedelta(days=1))
    place.save(update_fields=["valid_to"])


def counter_code(unit: Unit) -> str:
    """A code for the next counter of a unit that no counter has or had: it stands in printed QR signs."""
    taken = set(CounterPoint.objects.values_list("code", flat=True))
    name = unit.slug.removeprefix("mot-cua-")
    codes = (name[: CODE_LENGTH - len(end)].strip("-") + end for end in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(code for code in codes if code not in taken)
