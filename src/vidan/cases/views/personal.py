"""Sổ dữ liệu cá nhân at the desk, and the page where a person asks about his own data with the receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.models import CaseFile, Consent, DataRequest
from vidan.cases.services.personal_data import acknowledge, answer, ask, extend_term
from vidan.cases.views.mine import with_receipt
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.data_forms import AnswerDataRequestForm, DataRequestForm, EnterDataRequestForm
from vidan.foundation.intake.personal import Ground, Right
from vidan.foundation.intake.rates import POST, spend
from vidan.foundation.intake.register import consent_words, lists_of, page_of, with_words
from vidan.foundation.intake.terms import Answered, ExtendedOnce, TooMany, in_force_words


@never_cache
@require_http_methods(["GET", "POST"])
@with_receipt
def my_data(request: HttpRequest, case: CaseFile) -> HttpResponse:
    """What a person agreed to, what he asked about his own data, and what he was answered."""
    if case.erased_on is not None:  # nothing is left to ask about, and the page of the case says so
        return redirect("cases:mine")
    form = DataRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not spend(POST, request):
            form.add_error(
                None, _("Đã có nhiều yêu cầu từ nơi này. Ông/bà chờ ít phút rồi gửi lại; điều đã viết vẫn còn.")
            )
        elif form.is_valid():
            try:
                ask(case=case, right=Right(form.cleaned_data["right"]), words=form.cleaned_data["words"])
            except TooMany:
                form.add_error(
                    None, _("Các yêu cầu trước của ông/bà đang được xem. Có trả lời rồi ông/bà gửi tiếp giúp.")
                )
            else:
                messages.success(request, _("Mặt trận đã nhận yêu cầu. Trả lời hiện ở trang này."))
                return redirect("cases:my_data")
    asked = case.data_requests.select_related("words", "answer")
    told = {
        "form": form,
        "mine_route": "cases:mine",
        "asked": [with_words(one) for one in asked[:20]],
        **_consent(case),
        **in_force_words(),
    }
    return render(request, "intake/my_data.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def data_requests(request: HttpRequest) -> HttpResponse:
    """The register: open requests first by their clocks, then the newest answered; and entering one for a person."""
    actor = acting(request)
    form = EnterDataRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (made := _enter(form, actor)):
        messages.success(request, _("Đã ghi yêu cầu %(code)s.") % {"code": made.code})
        return redirect("cases:data_request", made.code)
    rows = DataRequest.objects.visible_to(actor).select_related("case")
    told = {
        "form": form,
        "one_route": "cases:data_request",
        **lists_of(request, rows, lambda one: reverse("cases:case", args=[one.subject])),
    }
    return render(request, "intake/data_requests.html", told, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def data_request(request: HttpRequest, request_code: str) -> HttpResponse:
    """One request: what was asked, the proof of consent, the clocks, and the answer."""
    actor = acting(request)
    asked = _request(actor, request_code)
    form = AnswerDataRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        ground = Ground(form.cleaned_data["ground"]) if form.cleaned_data["ground"] else None
        try:
            answer(code=request_code, text=form.cleaned_data["text"], ground=ground, actor=actor)
        except Answered:
            messages.error(request, _("Yêu cầu này vừa được trả lời."))
        else:
            messages.success(request, _("Đã trả lời; người yêu cầu đọc bằng mã biên nhận."))
        return redirect("cases:data_request", request_code)
    told = {
        "form": form,
        "file_url": reverse("cases:case", args=[asked.subject]),
        "list_route": "cases:data_requests",
        "told_route": "cases:data_told",
        "extend_route": "cases:data_extend",
        **page_of(asked),
        **_consent(asked.case),
    }
    return render(request, "intake/data_request.html", told, status=422 if form.errors else 200)


@require_POST
def data_told(request: HttpRequest, request_code: str) -> HttpResponse:
    """Tell the person that the request is being looked at."""
    actor = acting(request)
    _request(actor, request_code)
    try:
        acknowledge(code=request_code, actor=actor)
    except Answered:
        messages.error(request, _("Yêu cầu này đã được báo nhận hoặc trả lời."))
    else:
        messages.success(request, _("Đã báo người yêu cầu là Mặt trận đang xem."))
    return redirect("cases:data_request", request_code)


@require_POST
def data_extend(request: HttpRequest, request_code: str) -> HttpResponse:
    """Extend the term, once."""
    actor = acting(request)
    _request(actor, request_code)
    typed = request.POST.get("days", "")
    try:
        extend_term(code=request_code, days=int(typed) if typed.isascii() and typed.isdigit() else 0, actor=actor)
    except (Answered, ExtendedOnce, ValueError):
        messages.error(request, _("Chỉ gia hạn một lần, từ 1 đến 15 ngày, khi hạn còn chạy."))
    else:
        messages.success(request, _("Đã gia hạn; người yêu cầu thấy hạn mới."))
    return redirect("cases:data_request", request_code)


def _enter(form: EnterDataRequestForm, actor: Actor) -> DataRequest | None:
    told = form.cleaned_data
    fronts = actor.units_with("cases.data_requests")
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=fronts).select_related("front")
    case = rows.filter(code=told["code"].upper()).first()
    if case is None:
        form.add_error("code", _("Không có hồ sơ nào mang mã này."))
        return None
    right = Right(told["right"])
    try:
        return ask(case=case, right=right, words=told["words"], third_party=told["third_party"], actor=actor)
    except TooMany:
        form.add_error(None, _("Hồ sơ này đang có ba yêu cầu chờ trả lời."))
        return None


def _request(actor: Actor, code: str) -> DataRequest:
    rows = DataRequest.objects.visible_to(actor).select_related("case__front", "words", "answer")
    asked = rows.filter(code=code).first()
    if asked is None:
        raise Http404
    return asked


def _consent(case: CaseFile) -> dict[str, Any]:
    return consent_words(Consent.objects.filter(case=case).first())
