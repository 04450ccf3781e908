"""Hotlines, boxes, reception days and counters of the sample installation; the numbers belong to nobody."""

from datetime import date, time, timedelta
from typing import Any

from vidan.foundation.calendar.days import is_working
from vidan.foundation.units.models import ContactKind, ContactPoint, CounterPoint, ReceptionDay, Unit, UnitKind
from vidan.site.contacts_findable import tell_contact

SINCE = date(2018, 1, 1)
UNTIL = date(2020, 12, 31)
HOURS = "giờ hành chính, thứ Hai đến thứ Sáu"


def make_places() -> None:
    """Make contacts, counters and reception days once."""
    if ContactPoint.objects.exists():
        return
    fronts = Unit.objects.filter(kind=UnitKind.FRONT_COMMITTEE, valid_from__lte=SINCE, valid_to=UNTIL).order_by(
        "-level", "slug"
    )
    for number, front in enumerate(fronts, start=1):
        hotline = f"028 0000 {number:04d}"
        rows = (
            (ContactKind.HOTLINE, hotline, HOURS),
            (ContactKind.BOX, f"Trụ sở {front.short_name}, mở thứ Sáu hằng tuần", ""),
        )
        for kind, place, hours in rows:
            contact = ContactPoint.objects.create(
                unit=front, kind=kind, place=place, hours=hours, valid_from=SINCE, valid_to=UNTIL
            )
            tell_contact(contact)
    counters = Unit.objects.filter(kind=UnitKind.ONE_STOP_COUNTER, valid_from__lte=SINCE, valid_to=UNTIL)
    for counter in counters.order_by("slug"):
        code = counter.slug.removeprefix("mot-cua-a-")[:20]
        CounterPoint.objects.create(code=code, unit=counter, label="Mã QR tại quầy", valid_from=SINCE, valid_to=UNTIL)
    district = next(front for front in fronts if front.level == "district")
    for month in range(36):
        day = date(2018 + month // 12, month % 12 + 1, 15)
        while not is_working(day):
            day += timedelta(days=1)
        ReceptionDay.objects.create(
            day=day, jointly=month % 3 == 2, published_on=date(day.year, 1, 2), **_session(district)
        )
    moved = ReceptionDay.objects.create(day=date(2020, 12, 1), published_on=date(2020, 11, 13), **_session(district))
    ReceptionDay.objects.create(
        day=date(2020, 11, 24),
        published_on=date(2020, 11, 3),
        called_off="Phòng tiếp dân đang sửa chữa",
        moved_to=moved,
        **_session(district),
    )


def _session(front: Unit) -> dict[str, Any]:
    place, host = "Phòng tiếp dân, trụ sở Mặt trận quận", "Ban Thường trực"
    return {"unit": front, "opens": time(8), "closes": time(11), "place": place, "host": host}
