"""The custodian's sitting: open it by the passphrase, open one name at a time, answer who asked, close it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.forms.custody import AskForm, CodeForm, PassphraseForm, ReplyForm
from vidan.cases.forms.moves import ReasonForm
from vidan.cases.models import CaseFile, IdentityRequest
from vidan.cases.models.custody import Outcome
from vidan.cases.services.open_identity import NotToBeOpened
from vidan.cases.services.open_in_confidence import (
    AlreadyAnswered,
    AlreadyAsked,
    answer_request,
    ask_for_name,
    open_in_confidence,
)
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.vault.cookie import drop_secret, put_secret, secret_of
from vidan.foundation.vault.custody import WrongPassphrase
from vidan.foundation.vault.models import Sitting
from vidan.foundation.vault.services import open_text
from vidan.foundation.vault.sitting import (
    NoKeeper,
    NoSitting,
    Wait,
    close_sitting,
    minutes_left,
    open_sitting,
    own_key,
    sitting_of,
)


@never_cache
@require_http_methods(["GET", "POST"])
def custody(request: HttpRequest) -> HttpResponse:
    """The custodian's table: the sitting, and who asked about which case."""
    actor = acting(request)
    form = PassphraseForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            _sitting, secret = open_sitting(actor=actor, passphrase=form.cleaned_data["passphrase"])
        except NoKeeper:
            return redirect("site:keys")
        except Wait as no:
            wait = _("Đã gõ sai nhiều lần. Chờ %(n)d phút rồi thử lại; mỗi lần gõ sai đều vào sổ.")
            form.add_error("passphrase", wait % {"n": no.minutes})
        except WrongPassphrase:
            form.add_error("passphrase", _("Câu mật khẩu chưa đúng. Lần gõ sai này đã vào sổ."))
        else:
            response = redirect("cases:custody")
            put_secret(response, secret, path=reverse("cases:custody"))
            return response
    asked = IdentityRequest.objects.visible_to(actor).select_related("case", "asked_by")
    told = {
        "form": form,
        "find": CodeForm(label_suffix=""),
        "waiting": asked.filter(outcome=Outcome.WAITING).order_by("pk")[:50],
        "answered": asked.exclude(outcome=Outcome.WAITING)[:20],
        **_sitting_words(request, actor),
    }
    return render(request, "cases/custody/home.html", told, status=422 if form.errors else 200)


@require_POST
def custody_close(request: HttpRequest) -> HttpResponse:
    """End the sitting at once."""
    actor = acting(request)
    if close_sitting(actor=actor):
        messages.success(request, _("Phiên đã đóng. Không danh tính nào mở được cho đến phiên sau."))
    response = redirect("cases:custody")
    drop_secret(response, path=reverse("cases:custody"))
    return response


@never_cache
@require_POST
def custody_find(request: HttpRequest) -> HttpResponse:
    """Go to a case by its code; a code of nobody and one outside her keeping get the same answer."""
    actor = acting(request)
    form = CodeForm(request.POST)
    code = form.cleaned_data["code"] if form.is_valid() else ""
    if not CaseFile.objects.in_custody_of(actor).filter(code=code).exists():
        messages.error(request, _("Không có hồ sơ giữ kín tên nào mang mã này thuộc khóa ông/bà giữ."))
        return redirect("cases:custody")
    return redirect("cases:custody_case", code)


@never_cache
@require_http_methods(["GET", "POST"])
def custody_case(request: HttpRequest, code: str) -> HttpResponse:
    """The door of one name: why, and then what the teller said of himself, once, on this answer alone."""
    actor = acting(request)
    case = _case_in_custody(actor, code)
    form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
    told: dict[str, Any] = {"identity": None}
    if request.method == "POST" and form.is_valid():
        try:
            own = own_key(actor=actor, secret=secret_of(request))
            reason = form.cleaned_data["reason"]
            told["identity"] = open_in_confidence(code=code, reason=reason, actor=actor, own=own)
        except NoSitting:
            form.add_error(None, _("Phiên chưa mở hoặc đã hết. Mở phiên rồi bấm lại; lý do đã ghi vẫn còn ở dưới."))
        except CaseFile.DoesNotExist:
            raise Http404 from None
        except NotToBeOpened:
            form.add_error(
                None, _("Danh tính này không còn mở được: khóa đã mất, hoặc nội dung đã hết hạn lưu và đã xóa.")
            )
    return _show_case(request, case, form, ReplyForm(), told)


@never_cache
@require_POST
def custody_answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Tell the officer what was done, or why not."""
    actor = acting(request)
    case = _case_in_custody(actor, code)
    if not IdentityRequest.objects.visible_to(actor).filter(pk=pk, case=case).exists():
        raise Http404
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _show_case(request, case, ReasonForm(label_suffix=""), form, {"answering": pk})
    try:
        answer_request(
            pk=pk, outcome=Outcome(form.cleaned_data["outcome"]), text=form.cleaned_data["text"], actor=actor
        )
    except AlreadyAnswered:
        messages.error(request, _("Người giữ khóa khác vừa trả lời đề nghị này."))
    else:
        messages.success(request, _("Đã trả lời cán bộ."))
    return redirect("cases:custody_case", code)


@never_cache
@require_http_methods(["GET", "POST"])
def ask_identity(request: HttpRequest, code: str) -> HttpResponse:
    """An officer asks the custodians, and reads what they answered."""
    actor = acting(request)
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with("cases.ask_identity"))
    case = rows.filter(code=code, teller_mode=TellerMode.CONFIDENTIAL).first()
    if case is None:
        raise Http404
    form = AskForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_name(code=code, reason=form.cleaned_data["reason"], actor=actor)
        except AlreadyAsked:
            form.add_error(None, _("Đề nghị trước của ông/bà về hồ sơ này còn chờ người giữ khóa."))
        else:
            messages.success(request, _("Đã gửi người giữ khóa. Trả lời hiện ở trang này."))
            return redirect("cases:ask_identity", code)
    own = IdentityRequest.objects.filter(case=case, asked_by__code=actor.code).select_related("reason", "answer")
    asked = list(own[:20])
    waits = any(one.outcome == Outcome.WAITING for one in asked)
    told = {"case": case, "form": form, "asked": [_with_words(one) for one in asked], "waits": waits}
    return render(request, "cases/custody/ask.html", told, status=422 if form.errors else 200)


def _case_in_custody(actor: Actor, code: str) -> CaseFile:
    case = CaseFile.objects.in_custody_of(actor).select_related("front").filter(code=code).first()
    if case is None:
        raise Http404
    return case


def _show_case(
    request: HttpRequest, case: CaseFile, form: ReasonForm, reply: ReplyForm, more: dict[str, Any]
) -> HttpResponse:
    actor = acting(request)
    asked = case.identity_requests.select_related("asked_by", "answered_by", "reason", "answer")
    told = {
        "case": case,
        "form": form,
        "reply": reply,
        "asked": [_with_words(one) for one in asked[:20]],
        **_sitting_words(request, actor),
        **more,
    }
    wrong = form.errors or reply.errors
    return render(request, "cases/custody/case.html", told, status=422 if wrong else 200)


def _with_words(asked: IdentityRequest) -> tuple[IdentityRequest, str, str]:
    return asked, open_text(asked.reason), open_text(asked.answer) if asked.answer else ""


def _sitting_words(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """The sitting, if it is open in this very browser, and how many minutes are left."""
    sitting: Sitting | None = sitting_of(actor)
    if sitting is None or not secret_of(request):
        return {"sitting": None}
    return {"sitting": sitting, "minutes_left": minutes_left(sitting)}
