"""The desk: what is to be done today, the list with its filters in the address, search by POST, and the list as XLSX."""

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vidan.cases.figures import NO_CONDUCT
from vidan.cases.kinds import Conduct, Kind, Source, State
from vidan.cases.moves import OPEN
from vidan.cases.officers import givable_to, shown_officers
from vidan.cases.outlook_of_verification import to_decide
from vidan.cases.rows import row_of
from vidan.cases.selectors import (
    NO_PLACE,
    NOBODY,
    NOT_PRAISE,
    Filters,
    Page,
    counts_and_late,
    newest,
    search,
    sent_to,
    to_do,
)
from vidan.cases.views.saved import side_of
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.figures.named import name_of
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.notices.agenda import due_work
from vidan.foundation.notices.services import unread
from vidan.foundation.units.selectors import served_places, unit_by_slug

YEARS = 4
"""So many years back the list offers as a filter."""


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Cần làm hôm nay: for an officer of a Front by the clock, for a body what was sent to it."""
    actor = acting(request)
    if actor.may("cases.read"):
        return _front_today(request, actor)
    if actor.may("cases.read_transferred"):
        return _body_today(request, actor)
    return render(request, "cases/desk/nothing.html")


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Hồ sơ: newest first, filtered by the address."""
    actor = acting(request)
    filters = Filters.read(request.GET)
    page = newest(actor, filters, after=request.GET.get("sau", ""))
    return render(request, "cases/desk/list.html", _list_context(request, actor, filters, page))


@require_POST
def list_search(request: HttpRequest) -> HttpResponse:
    """Search words come by POST, so that no address and no log holds them."""
    actor = acting(request)
    words = request.POST.get("words", "")[:200]
    found = Page(search(actor, words))
    told = _list_context(request, actor, Filters(), found) | {"words": words, "searched": True}
    return render(request, "cases/desk/list.html", told)


def _front_today(request: HttpRequest, actor: Actor) -> HttpResponse:
    late = request.GET.get("loc") == "tre"
    state = request.GET.get("loc", "")
    filters = Filters(late=late, state=state if state in State.values else "")
    page = to_do(actor, filters=filters, after=request.GET.get("sau", ""))
    counts, late_count = counts_and_late(actor)
    pills = [("", _("Tất cả"), sum(counts.get(one, 0) for one in OPEN)), ("tre", _("Trễ hạn"), None)]
    pills += [
        (one, str(State(one).label), counts.get(one, 0)) for one in State.values if one in OPEN and counts.get(one)
    ]
    told = {
        "rows": [row_of(one, actor) for one in page.cases],
        "after": page.after,
        "pills": [(value, label, count, value == state) for value, label, count in pills],
        "notices": unread(actor.user_id or 0, limit=5),
        "new": counts.get(State.RECEIVED, 0),
        "late_count": late_count,
        "chosen": state,
        "due": [] if request.GET else due_work(actor),
        "saved": side_of(actor),
    }
    return render(request, "cases/desk/today.html", told)


def _body_today(request: HttpRequest, actor: Actor) -> HttpResponse:
    waiting = [
        (transfer, *remaining_words(transfer.clock.due_on, clock.today()))
        for transfer in sent_to(actor, waiting=True)
        if transfer.clock
    ]
    proposals = [(one, *remaining_words(due, clock.today())) for one, due in to_decide(actor)]
    told = {"waiting": waiting, "proposals": proposals, "answered": sent_to(actor, waiting=False)[:20]}
    return render(request, "cases/body/today.html", told)


def _list_context(request: HttpRequest, actor: Actor, filters: Filters, page: Page) -> dict[str, Any]:
    if not actor.may("cases.read"):
        raise Http404
    year = clock.today().year
    address = filters.query()
    officers = shown_officers(actor.units_with("cases.read"), clock.today())
    fixed = _choices(get_language() or "")
    return {
        "rows": [row_of(one, actor) for one in page.cases],
        "after": page.after,
        "address": address,
        "saved": side_of(actor, address),
        "filters": filters,
        "beside": filters.beside(),
        "asked": _asked(filters),
        "givable": [(user.code, user.name) for user in givable_to(actor, officers)],
        "choices": [
            ("trang-thai", _("Mọi trạng thái"), filters.state, fixed["state"]),
            ("loai", _("Mọi loại"), filters.kind, fixed["kind"]),
            ("dieu", _("Mọi điều đã xảy ra"), filters.conduct, fixed["conduct"]),
            ("nguon", _("Mọi nguồn"), filters.source, fixed["source"]),
            ("ten", _("Mọi cách nêu tên"), filters.mode, fixed["mode"]),
            ("don-vi", _("Mọi đơn vị"), filters.unit, _units()),
            (
                "phu-trach",
                _("Mọi người phụ trách"),
                filters.officer,
                [(NOBODY, _("chưa giao cho ai")), *((user.code, user.name) for user in officers)],
            ),
            (
                "nam",
                _("Mọi năm"),
                str(filters.year or ""),
                [(str(one), str(one)) for one in range(year, year - YEARS, -1)],
            ),
        ],
    }


@cache
def _choices(_language: str) -> dict[str, list[tuple[str, str]]]:
    """The choices that are the same for everybody, in the words of the language that is active."""
    told: dict[str, list[tuple[str, Any]]] = {
        "state": [("open", _("chưa xong")), *State.choices],
        "kind": [*Kind.choices, (NOT_PRAISE, _("mọi loại trừ lời khen"))],
        "conduct": [*Conduct.choices, (NO_CONDUCT, _("không nêu điều nào"))],
        "source": Source.choices,
        "mode": TellerMode.choices,
    }
    return {name: [(value, str(label)) for value, label in pairs] for name, pairs in told.items()}


HAPPENED = {
    "da-nhan": gettext_lazy("nhận từ %(since)s đến hết %(until)s"),
    "den-han": gettext_lazy("phải trả lời từ %(since)s đến hết %(until)s"),
    "da-tra-loi": gettext_lazy("được trả lời từ %(since)s đến hết %(until)s"),
    "dung-han": gettext_lazy("đến hạn từ %(since)s đến hết %(until)s và được trả lời đúng hạn"),
    "tre": gettext_lazy("đến hạn từ %(since)s đến hết %(until)s mà trả lời trễ hoặc chưa trả lời"),
    "don-doc": gettext_lazy("được Mặt trận đôn đốc từ %(since)s đến hết %(until)s"),
    "xac-minh": gettext_lazy("đã xác minh chung từ %(since)s đến hết %(until)s"),
    "de-xuat": gettext_lazy("có đề xuất xử lý gửi từ %(since)s đến hết %(until)s"),
}
"""What the list behind a number of the statistics or of a scorecard holds, in words."""


def _asked(filters: Filters) -> list[str]:
    """What is asked of the list beside its choices, in words."""
    told = []
    if filters.happened:
        days = {"since": f"{filters.since:%d/%m/%Y}", "until": f"{filters.until:%d/%m/%Y}"}
        told.append(str(HAPPENED[filters.event]) % days)
    if filters.owing:
        unit = unit_by_slug(filters.owing)
        told.append(_("%(unit)s đang quá hạn trả lời") % {"unit": unit.short_name if unit else filters.owing})
    if filters.procedure:
        told.append(_("về thủ tục %(name)s") % {"name": name_of(filters.procedure) or filters.procedure})
    if filters.counter:
        told.append(_("từ mã QR của quầy %(code)s") % {"code": filters.counter})
    return told


def _units() -> list[tuple[str, str]]:
    return [
        *((slug, name) for _area, places in served_places(clock.today()) for slug, name in places),
        (NO_PLACE, _("chưa rõ nơi nào")),
    ]
