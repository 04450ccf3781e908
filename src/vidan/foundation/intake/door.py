"""The door of one name given in confidence, in any duty: ask a custodian, open it in a sitting, answer who asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from nacl.public import PrivateKey

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.custody_forms import AskForm, ReasonForm, ReplyForm
from vidan.foundation.intake.names import AlreadyAnswered, AlreadyAsked, NameAsked, NotToBeOpened, Outcome
from vidan.foundation.intake.tellers import Identity
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.cookie import secret_of
from vidan.foundation.vault.services import open_text
from vidan.foundation.vault.sitting import NoSitting, minutes_left, own_key, sitting_of

Words = tuple[NameAsked, str, str]


@dataclass(frozen=True)
class Door:
    """What a custodian is told of one file before she opens a name: its code, what it is, its Front, and where the forms go."""

    code: str
    about: str | Promise
    front: Unit
    received: date | datetime
    door_route: str
    answer_route: str
    asked: Iterable[Words] = ()


def with_words(rows: Iterable[NameAsked]) -> list[Words]:
    """Requests with what was asked and what was answered."""
    return [(one, open_text(one.reason), open_text(one.answer) if one.answer else "") for one in rows]


def opened(request: HttpRequest, door: Door, open_name: Callable[[str, PrivateKey], Identity]) -> HttpResponse:
    """Why, and then what the teller said of himself, once, on this answer alone."""
    actor = acting(request)
    form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
    identity = None
    if request.method == "POST" and form.is_valid():
        try:
            identity = open_name(form.cleaned_data["reason"], own_key(actor=actor, secret=secret_of(request)))
        except NoSitting:
            form.add_error(None, _("Phiên chưa mở hoặc đã hết. Mở phiên rồi bấm lại; lý do đã ghi vẫn còn ở dưới."))
        except NotToBeOpened:
            form.add_error(
                None, _("Danh tính này không còn mở được: khóa đã mất, hoặc nội dung đã hết hạn lưu và đã xóa.")
            )
    return _show(request, door, form, ReplyForm(), identity=identity)


def answered(request: HttpRequest, door: Door, pk: int, answer: Callable[[Outcome, str], object]) -> HttpResponse:
    """Tell the officer what was done, or why not."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _show(request, door, ReasonForm(label_suffix=""), form, answering=pk)
    try:
        answer(Outcome(form.cleaned_data["outcome"]), form.cleaned_data["text"])
    except AlreadyAnswered:
        messages.error(request, _("Người giữ khóa khác vừa trả lời đề nghị này."))
    else:
        messages.success(request, _("Đã trả lời cán bộ."))
    return redirect(door.door_route, door.code)


def asking(
    request: HttpRequest, *, code: str, back: str, rows: Iterable[NameAsked], ask: Callable[[str], object]
) -> HttpResponse:
    """An officer asks the custodians, and reads what they answered."""
    form = AskForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            ask(form.cleaned_data["reason"])
        except AlreadyAsked:
            form.add_error(None, _("Đề nghị trước của ông/bà về hồ sơ này còn chờ người giữ khóa."))
        else:
            messages.success(request, _("Đã gửi người giữ khóa. Trả lời hiện ở trang này."))
            return redirect(request.path)
    asked = list(rows)
    waits = any(one.outcome == Outcome.WAITING for one in asked)
    told = {"code": code, "back": back, "form": form, "asked": with_words(asked), "waits": waits}
    return render(request, "intake/ask_name.html", told, status=422 if form.errors else 200)


def sitting_here(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """The sitting, if it is open in this very browser, and how many minutes are left."""
    sitting = sitting_of(actor)
    if sitting is None or not secret_of(request):
        return {"sitting": None}
    return {"sitting": sitting, "minutes_left": minutes_left(sitting)}


def _show(request: HttpRequest, door: Door, form: ReasonForm, reply: ReplyForm, **more: Any) -> HttpResponse:
    told = {name: getattr(door, name) for name in door.__dataclass_fields__}
    told |= {"form": form, "reply": reply, "identity": None, **sitting_here(request, acting(request)), **more}
    wrong = form.errors or reply.errors
    return render(request, "intake/door.html", told, status=422 if wrong else 200)
