"""Nhập ý kiến at the desk: one page, then the receipt in large letters for the person who waits."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.sources import EnterForm
from vidan.cases.kinds import Kind, Source
from vidan.cases.models import BoxOpening, Call, CaseFile, ReceptionSession, ReceptionTurn
from vidan.cases.services.enter import AlreadyEntered, enter
from vidan.cases.services.log_call import caller_of
from vidan.cases.services.mail_receipt import mail_receipt
from vidan.cases.services.receive import Story, Word
from vidan.domain.petitions import Ruling
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.notice import notice_on
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.receipts.code import code_from, grouped
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import unit_by_slug

FORM = "desk"


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form, and after sending the receipt; a repeated post shows the same receipt."""
    actor = acting(request)
    came_by, front = _came_by(request, actor), front_of(actor)
    code = request.POST.get("draft", "") or drafts.new_code()
    waiting: Writing | None = None
    if request.method == "POST":
        waiting = drafts.find(FORM, code)
        if waiting is not None and waiting.sent:
            return _receipt(request, waiting)
    form = EnterForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial=_known(came_by),
        front=front,
    )
    if request.method == "POST" and form.is_valid():
        writing = waiting or drafts.begin(FORM, code)
        try:
            case, ruling = _enter(form, actor, writing, came_by)
        except AlreadyEntered:
            messages.error(request, _("Cuộc gọi, lá thư hoặc lượt tiếp này đã được nhập rồi."))
            return redirect("cases:list")
        except NotTaken as no:
            form.add_error("uploads", str(no))
        else:
            _tell(request, case, ruling, actor)
            _mail(request, case, form, writing, actor)
            return _receipt(request, writing)
    told = {
        "form": form,
        "draft": code,
        "mail": waiting.typed.get("mail") if waiting else None,
        "notice": notice_on(clock.today()).text,
        **came_by,
    }
    return render(request, "cases/desk/enter.html", told, status=422 if form.errors else 200)


def front_of(actor: Actor) -> Unit:
    """The Front for which an officer enters words; the lower one when she works for two."""
    units = Unit.objects.filter(pk__in=actor.units_with("cases.receive")).order_by("-level", "pk")
    front = units.first()
    if front is None:
        raise Http404
    return front


def _came_by(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """The call, the opening and the number of the letter, or the turn of a session that the word came by."""
    told = request.GET
    if call := _number(told.get("goi", "")):
        found = Call.objects.visible_to(actor).filter(pk=call).select_related("caller").first()
        if found is None:
            raise Http404
        return {"call": found}
    if opening := _number(told.get("hop-thu", "")):
        box, letter = BoxOpening.objects.visible_to(actor).filter(pk=opening).first(), _number(told.get("thu", ""))
        if box is None or not 1 <= letter <= box.letters:
            raise Http404
        return {"opening": box, "letter": letter}
    if day := _number(told.get("buoi", "")):
        turns = ReceptionTurn.objects.filter(
            session__in=ReceptionSession.objects.visible_to(actor), session__day_id=day
        )
        turn = turns.filter(number=_number(told.get("luot", ""))).select_related("session__day").first()
        if turn is None:
            raise Http404
        return {"turn": turn}
    return {}


def _known(came_by: dict[str, Any]) -> dict[str, Any]:
    """What is known already of a call, a letter or a turn, so that nobody types it twice."""
    if call := came_by.get("call"):
        caller = caller_of(call)
        known = {"source": Source.HOTLINE, "story": call.gist, "wish": call.wish}
        return known | {"name": caller.name, "phone": caller.phone, "mode": TellerMode.NAMED if caller.name else ""}
    if turn := came_by.get("turn"):
        day = f"{turn.session.day.day:%d/%m/%Y}"
        return {"source": Source.RECEPTION, "story": turn.gist, "people": turn.people, "received_on": day}
    return {"source": Source.BOX} if came_by.get("opening") else {}


def word_from(told: Mapping[str, Any], front: Unit) -> Word:
    """The word that a valid entry form tells."""
    mode = TellerMode(told["mode"])
    parts = ("name", "teller_type", "organisation", "phone", "address", "email", "by_email")
    return Word(
        kind=Kind(told["kind"]),
        source=Source(told["source"]),
        mode=mode,
        story=Story(what=told["story"], wish=told["wish"], procedure=told["procedure"]),
        front=front,
        subject_unit=unit_by_slug(told["unit"]),
        conduct=tuple(told["conduct"]),
        happened_on=told["happened_on"],
        identity=None if mode == TellerMode.ANONYMOUS else Identity(**{name: told[name] for name in parts}),
        names_to_settler=told["names_to_settler"],
        received_on=told["received_on"],
        people=told["people"],
    )


def _enter(form: EnterForm, actor: Actor, writing: Writing, came_by: dict[str, Any]) -> tuple[CaseFile, Ruling]:
    told = form.cleaned_data
    word = word_from(told, form.front)
    with transaction.atomic():
        case, ruling = enter(
            word=word,
            signed=told["signed"],
            secret=writing.secret,
            actor=actor,
            uploads=told["uploads"],
            waiting="" if writing.row._state.adding else writing.row.files,
            **came_by,
        )
        if writing.row._state.adding:
            writing.subject, writing.row.sent = case.code, True
            drafts.save(writing)
        elif not drafts.claim(writing, subject=case.code):
            raise AlreadyEntered
    return case, ruling


def _mail(request: HttpRequest, case: CaseFile, form: EnterForm, writing: Writing, actor: Actor) -> None:
    """Send the receipt to who agreed to get it by e-mail; the printed one serves when that does not work."""
    told = form.cleaned_data
    if not told["by_email"] or told["mode"] == TellerMode.ANONYMOUS:
        return
    if mail_receipt(case=case, code=code_from(writing.secret), to=told["email"], actor=actor):
        messages.success(request, _("Biên nhận đã gửi qua thư điện tử."))
    else:
        messages.warning(request, _("Chưa gửi được thư điện tử. Đưa biên nhận giấy, hoặc đọc mã cho người gửi."))


def _tell(request: HttpRequest, case: CaseFile, ruling: Ruling, actor: Actor) -> None:
    if ruling.basis:
        told = _(
            "Theo %(basis)s, việc này được nhận là %(kind)s. Hướng dẫn người gửi làm đơn có chữ ký nếu muốn đi đường đó."
        )
        messages.warning(request, told % {"basis": ruling.basis, "kind": Kind(ruling.kind).label})
    if not CaseFile.objects.visible_to(actor).filter(pk=case.pk).exists():
        messages.info(request, _("Ý kiến nói về chính Mặt trận này nên đã chuyển lên Mặt trận cấp trên."))


def _receipt(request: HttpRequest, writing: Writing) -> HttpResponse:
    case = CaseFile.objects.select_related("front").get(code=writing.subject)
    return receipt_page(request, case, code_from(writing.secret))


def receipt_page(request: HttpRequest, case: CaseFile, code: str) -> HttpResponse:
    """The receipt in large letters, to be printed for the person; the code is shown here and kept nowhere."""
    told = {
        "case": case,
        "groups": grouped(code).split(" "),
        "qr": qr_svg(f"{settings.ORIGIN}/tra-cuu/#{code}"),
        "origin": settings.ORIGIN.split("//", 1)[-1],
        "clocks": {clock.role: clock for clock in Clock.objects.filter(subject=case.code)},
    }
    return render(request, "cases/desk/receipt.html", told)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
