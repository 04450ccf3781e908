"""Posters (áp phích) with a QR for whatever has an address: one layout, at most four lines of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.pdf import draw, picture
from vidan.foundation.ui.qr import qr_file
from vidan.foundation.units.models import ContactKind, ContactPoint, CounterPoint, Unit
from vidan.foundation.units.selectors import on_day, within
from vidan.outreach.models import Procedure

MAY = "outreach.posters"

SIZES = ("a4", "a3")

MOST_LINES = 4


@dataclass(frozen=True)
class Poster:
    """What a poster says: its title, at most four lines, the path its QR opens, and whose it is."""

    title: str
    lines: Sequence[str]
    path: str
    place: str

    @property
    def address(self) -> str:
        """What the QR holds."""
        return f"{settings.ORIGIN}{self.path}"

    @property
    def shown_address(self) -> str:
        """The address as it is read and typed."""
        return self.address.split("//", 1)[-1]


@dataclass(frozen=True)
class Sort:
    """One sort of poster: what it is called, which things have one for an actor (key, words), and the poster of one."""

    title: str | Promise
    listed: Callable[[Actor], list[tuple[str, str]]]
    poster: Callable[[Actor, str], Poster | None]


def poster_pdf(poster: Poster, size: str) -> bytes:
    """The poster to be printed, on A4 or A3."""
    return draw("poster", _told(poster, size))


def poster_picture(poster: Poster) -> bytes:
    """The poster to be looked at, as PNG."""
    return picture("poster", _told(poster, "a4"))


def counter_poster(point: CounterPoint) -> Poster:
    """For a counter: how were you served?"""
    return Poster(
        title=_("Ông/bà được phục vụ thế nào?"),
        lines=(
            _("Quét mã để khen, góp ý hoặc phản ánh với Mặt trận."),
            _("Không cần nêu tên."),
            _("Mọi ý kiến đều có ngày phải trả lời."),
        ),
        path=f"/q/{point.code}/",
        place=f"{point.unit.name}\n{point.label}",
    )


def contact_poster(point: ContactPoint) -> Poster:
    """For a hotline, a suggestion box or an office: say it here, or scan."""
    told = {"place": point.place}
    says = {
        ContactKind.HOTLINE: _("Gọi %(place)s, hoặc quét mã.") % told,
        ContactKind.BOX: _("Bỏ thư vào hộp thư góp ý, hoặc quét mã."),
        ContactKind.OFFICE: _("Đến gặp Mặt trận tại %(place)s, hoặc quét mã.") % told,
    }
    with override("vi"):
        path = reverse("cases:start")
    return Poster(
        title=_("Hãy nói với Mặt trận"),
        lines=(
            says[ContactKind(point.kind)],
            _("Khen, góp ý, phản ánh; không cần nêu tên."),
            _("Mặt trận chuyển đến nơi phải trả lời."),
            _("Giữ mã biên nhận để đọc trả lời."),
        ),
        path=path,
        place=f"{point.unit.name}\n{point.place}" if point.kind == ContactKind.BOX else point.unit.name,
    )


def procedure_poster(procedure: Procedure) -> Poster:
    """For a procedure: what do I need, and how was I served?"""
    with override("vi"):
        path = reverse("outreach:procedure", args=[procedure.code])
    return Poster(
        title=capfirst(procedure.name),
        lines=(
            _("Quét mã để biết cần giấy tờ gì, bao lâu, nộp ở đâu."),
            _("Làm xong, xin nói với Mặt trận ông/bà được phục vụ thế nào."),
        ),
        path=path,
        place=procedure.front.name,
    )


def _counters(actor: Actor) -> list[tuple[str, str]]:
    rows = CounterPoint.objects.filter(on_day(clock.today()), unit__in=_units(actor)).select_related("unit")
    return [
        (str(one.pk), f"{one.unit.short_name}: {one.label}")
        for one in rows.order_by("unit__level", "unit__sort_key", "pk")
    ]


def _counter(actor: Actor, key: str) -> Poster | None:
    rows = CounterPoint.objects.filter(on_day(clock.today()), unit__in=_units(actor)).select_related("unit")
    point = rows.filter(pk=key).first() if _is_key(key) else None
    return counter_poster(point) if point else None


def _contacts(actor: Actor) -> list[tuple[str, str]]:
    rows = ContactPoint.objects.filter(on_day(clock.today()), unit__in=_units(actor)).select_related("unit")
    found = rows.order_by("unit__level", "unit__sort_key", "pk")
    return [(str(one.pk), f"{one.unit.short_name}, {one.get_kind_display()}: {one.place}") for one in found]


def _contact(actor: Actor, key: str) -> Poster | None:
    rows = ContactPoint.objects.filter(on_day(clock.today()), unit__in=_units(actor)).select_related("unit")
    point = rows.filter(pk=key).first() if _is_key(key) else None
    return contact_poster(point) if point else None


def _procedures(_actor: Actor) -> list[tuple[str, str]]:
    rows = Procedure.objects.public_on(clock.today()).order_by("folded", "pk").values_list("code", "name")
    return [(code, capfirst(name)) for code, name in rows]


def _procedure(_actor: Actor, key: str) -> Poster | None:
    rows = Procedure.objects.public_on(clock.today()).select_related("front")
    found = rows.filter(code=key).first()
    return procedure_poster(found) if found else None


SORTS = {
    "quay": Sort(gettext_lazy("Mã QR tại quầy"), _counters, _counter),
    "dau-moi": Sort(gettext_lazy("Đường dây nóng, hộp thư, trụ sở"), _contacts, _contact),
    "thu-tuc": Sort(gettext_lazy("Thủ tục hành chính"), _procedures, _procedure),
}
"""Every sort of poster; a new one is a row here."""


def _units(actor: Actor) -> QuerySet[Unit]:
    return Unit.objects.valid_on(clock.today()).filter(within(actor.units_with(MAY)))


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 19


def _told(poster: Poster, size: str) -> dict[str, object]:
    return {
        "size": size,
        "lang": get_language() or "vi",
        "front": _("Ủy ban Mặt trận Tổ quốc Việt Nam"),
        "title": poster.title,
        "lines": list(poster.lines[:MOST_LINES]),
        "qr": qr_file(poster.address),
        "alt": _("Mã QR mở %(address)s") % {"address": poster.shown_address},
        "address": poster.shown_address,
        "place": poster.place,
    }
