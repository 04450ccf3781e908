"""The review of the whole letter, the sending, and the receipt."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.letter import KIND_WORDS, MODE_WORDS
from vidan.cases.kinds import Conduct, Kind, Source
from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story, Word, receive
from vidan.cases.views.draft import ATTACHED, attached, current, house_front
from vidan.cases.way import BY_SLUG, REVIEW, first_open, place_of
from vidan.foundation.calendar.models import Clock
from vidan.foundation.files.services import adopt
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import COOKIE, Writing
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.intake.work import admitted, make_task
from vidan.foundation.receipts.code import code_from, grouped
from vidan.foundation.receipts.services import issue, note_down
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.ui.words import long_date
from vidan.foundation.units.models import CounterPoint
from vidan.foundation.units.selectors import unit_by_slug


class OtherPostWasFirst(Exception):
    """The same draft was sent by another click at the same moment; this one leaves nothing behind."""


@never_cache
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The letter as it will be read, each part with its way back; sending it."""
    writing = current(request)
    if writing is None:
        return render(request, "cases/letter/ended.html", status=410)
    if writing.sent:
        return redirect("cases:receipt")
    missing = first_open(writing.typed)
    if missing in BY_SLUG:
        return redirect("cases:question", missing)
    busy = False
    if request.method == "POST":
        if admitted(request, request.POST.get("work", ""), writing.row.mark):
            send(writing)
            return redirect("cases:receipt")
        busy = True
    number, total, before = place_of(REVIEW, writing.typed)
    told = {
        **_as_read(writing),
        "number": number,
        "total": total,
        "steps": range(1, total + 1),
        "before": before,
        "task": make_task(writing.row.mark),
        "draft_code": writing.code,
        "busy": busy,
    }
    return render(request, "cases/letter/review.html", told, status=429 if busy else 200)


def send(writing: Writing) -> None:
    """Make the case, its receipt and its files from a draft, all or nothing; a repeated post changes nothing."""
    has_files = ATTACHED in writing.typed
    try:
        with transaction.atomic():
            case = receive(word=_word(writing.typed))
            if not drafts.claim(writing, subject=case.code):
                raise OtherPostWasFirst
            issue(subject=case.code, secret=writing.secret)
            if has_files:
                adopt(draft_subject=writing.row.files, case_code=case.code)
    except OtherPostWasFirst:
        pass


@never_cache
@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """The slip of paper; shown until the person says it was noted, or the draft's day is over."""
    writing = current(request)
    if writing is None or not writing.sent:
        return render(request, "cases/letter/ended.html", status=410)
    forgot = False
    if request.method == "POST":
        if request.POST.get("noted"):
            with transaction.atomic():
                note_down(subject=writing.subject)
                drafts.end(writing)
            messages.success(request, _("Cảm ơn ông/bà. Ông/bà quay lại đây bằng mã biên nhận bất cứ lúc nào."))
            response = redirect("site:lookup")
            response.delete_cookie(COOKIE)
            return response
        forgot = True
    code = code_from(writing.secret)
    case = CaseFile.objects.select_related("front", "subject_unit").get(code=writing.subject)
    told = {
        "case": case,
        "groups": grouped(code).split(" "),
        # The code stands in the fragment, which no server and no log ever sees.
        "qr": qr_svg(f"{settings.ORIGIN}/tra-cuu/#{code}"),
        "origin": settings.ORIGIN.split("//", 1)[-1],
        "clocks": {clock.role: clock for clock in Clock.objects.filter(subject=case.code)},
        "mark": " ".join(case.content_mark[i : i + 4] for i in range(0, 16, 4)),
        "forgot": forgot,
    }
    return render(request, "cases/letter/receipt.html", told, status=422 if forgot else 200)


def _word(typed: dict[str, Any]) -> Word:
    place, mode = typed["noi"], TellerMode(typed["ten"]["mode"])
    counter = typed.get("counter", {}).get("code", "")
    point = CounterPoint.objects.filter(code=counter).first() if counter else None
    unit = unit_by_slug(place["unit"])
    said = typed.get("lien-he", {})
    told = {name: said.get(name, "") for name in ("name", "teller_type", "organisation", "phone", "email", "address")}
    return Word(
        kind=Kind(typed["loai"]["kind"]),
        source=Source.COUNTER if point else Source.WEB,
        mode=mode,
        story=Story(what=typed["ke"]["story"], wish=typed["mong"]["wish"], procedure=place["procedure"]),
        front=house_front(),
        subject_unit=unit,
        counter=point,
        conduct=tuple(typed.get("dieu-gi", {}).get("conduct", ())),
        happened_on=date.fromisoformat(place["happened_on"]) if place["happened_on"] else None,
        identity=None if mode == TellerMode.ANONYMOUS else Identity(**told),
        names_to_settler=bool(said.get("names_to_settler")),
    )


def _as_read(writing: Writing) -> dict[str, Any]:
    """The letter part by part, each with the way back to its question."""
    typed = writing.typed
    place, said = typed["noi"], typed.get("lien-he", {})
    unit = unit_by_slug(place["unit"])
    day = date.fromisoformat(place["happened_on"]) if place["happened_on"] else None
    files = len(attached(writing))
    mode = TellerMode(typed["ten"]["mode"])
    who = [said.get(name, "") for name in ("organisation", "name", "phone", "email", "address")]
    if said.get("names_to_settler"):
        who.append(_("Đồng ý cho nơi giải quyết biết tên, nếu nơi đó không phải là nơi bị phản ánh"))
    rows = [
        _row("loai", _("Loại"), KIND_WORDS[Kind(typed["loai"]["kind"])][0]),
        _row(
            "noi",
            _("Ở đâu, khi nào"),
            unit.name if unit else _("Không rõ là nơi nào"),
            day and long_date(day),
            place["procedure"],
        ),
        _row(
            "dieu-gi", _("Điều đã xảy ra"), *(Conduct(one).label for one in typed.get("dieu-gi", {}).get("conduct", ()))
        ),
        _row("ke", _("Câu chuyện"), text=typed["ke"]["story"]),
        _row("ke", _("Tệp gửi kèm"), _("%(n)d tệp") % {"n": files} if files else ""),
        _row("mong", _("Điều ông/bà mong"), text=typed["mong"]["wish"]),
        _row("ten", _("Cách nêu tên"), MODE_WORDS[mode][0], MODE_WORDS[mode][1]),
        _row("lien-he", _("Người gửi"), *who),
    ]
    return {
        "rows": [row for row in rows if row["lines"] or row["text"]],
        "goes_to": typed.get("goes_to", {}).get("names", []),
    }


def _row(slug: str, title: str, *lines: Any, text: str = "") -> dict[str, Any]:
    edit = reverse("cases:start") if slug == "loai" else reverse("cases:question", args=[slug])
    shown = [str(line) for line in lines if line]
    return {"title": title, "lines": shown, "text": text, "long": bool(text), "edit": f"{edit}?sua=1"}
