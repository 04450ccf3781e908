"""Sổ dữ liệu người góp ý at the desk, and the page where a person asks about his own data with the receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.consultations.forms.entering import EnterOpinionRequestForm
from vidan.consultations.models import Opinion, OpinionConsent, OpinionDataRequest
from vidan.consultations.services.personal_data import GROUNDS, acknowledge, answer, ask, extend_term
from vidan.consultations.views.mine import with_receipt
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.data_forms import AnswerDataRequestForm, DataRequestForm
from vidan.foundation.intake.notice import OPINIONS
from vidan.foundation.intake.personal import Ground, Right
from vidan.foundation.intake.rates import POST, spend
from vidan.foundation.intake.register import consent_words, lists_of, page_of, with_words
from vidan.foundation.intake.terms import Answered, ExtendedOnce, TooMany, in_force_words


@never_cache
@require_http_methods(["GET", "POST"])
@with_receipt
def my_data(request: HttpRequest, opinion: Opinion) -> HttpResponse:
    """What a person agreed to, what he asked about his own data, and what he was answered."""
    if opinion.erased_on is not None:  # nothing is left to ask about, and the page of the opinion says so
        return redirect("consultations:mine")
    form = DataRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not spend(POST, request):
            form.add_error(
                None, _("Đã có nhiều yêu cầu từ nơi này. Ông/bà chờ ít phút rồi gửi lại; điều đã viết vẫn còn.")
            )
        elif form.is_valid():
            try:
                ask(opinion=opinion, right=Right(form.cleaned_data["right"]), words=form.cleaned_data["words"])
            except TooMany:
                form.add_error(
                    None, _("Các yêu cầu trước của ông/bà đang được xem. Có trả lời rồi ông/bà gửi tiếp giúp.")
                )
            else:
                messages.success(request, _("Mặt trận đã nhận yêu cầu. Trả lời hiện ở trang này."))
                return redirect("consultations:my_data")
    asked = opinion.data_requests.select_related("words", "answer")
    told = {
        "form": form,
        "mine_route": "consultations:mine",
        "asked": [with_words(one) for one in asked[:20]],
        **_consent(opinion),
        **in_force_words(),
    }
    return render(request, "intake/my_data.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def data_requests(request: HttpRequest) -> HttpResponse:
    """The register: open requests first by their clocks, then the newest answered; and entering one for a person."""
    actor = acting(request)
    form = EnterOpinionRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (made := _enter(form, actor)):
        messages.success(request, _("Đã ghi yêu cầu %(code)s.") % {"code": made.code})
        return redirect("consultations:data_request", made.code)
    rows = OpinionDataRequest.objects.visible_to(actor).select_related("opinion__draft")
    told = {
        "form": form,
        "of_opinions": True,
        "one_route": "consultations:data_request",
        **lists_of(request, rows, _file_of),
    }
    return render(request, "intake/data_requests.html", told, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def data_request(request: HttpRequest, request_code: str) -> HttpResponse:
    """One request: what was asked, the proof of consent, the clocks, and the answer."""
    actor = acting(request)
    asked = _request(actor, request_code)
    form = AnswerDataRequestForm(request.POST if request.method == "POST" else None, grounds=GROUNDS)
    if request.method == "POST" and form.is_valid():
        ground = Ground(form.cleaned_data["ground"]) if form.cleaned_data["ground"] else None
        try:
            answer(code=request_code, text=form.cleaned_data["text"], ground=ground, actor=actor)
        except Answered:
            messages.error(request, _("Yêu cầu này vừa được trả lời."))
        else:
            messages.success(request, _("Đã trả lời; người yêu cầu đọc bằng mã biên nhận."))
        return redirect("consultations:data_request", request_code)
    told = {
        "form": form,
        "file_url": _file_of(asked),
        "list_route": "consultations:data_requests",
        "told_route": "consultations:data_told",
        "extend_route": "consultations:data_extend",
        **page_of(asked),
        **_consent(asked.opinion),
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
    return redirect("consultations:data_request", request_code)


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
    return redirect("consultations:data_request", request_code)


def _enter(form: EnterOpinionRequestForm, actor: Actor) -> OpinionDataRequest | None:
    told = form.cleaned_data
    rows = Opinion.objects.filter(draft__front_id__in=actor.units_with("consultations.data_requests"))
    opinion = rows.select_related("draft__front").filter(code=told["code"].upper(), erased_on__isnull=True).first()
    if opinion is None:
        form.add_error("code", _("Không có ý kiến nào mang mã này."))
        return None
    right = Right(told["right"])
    try:
        return ask(opinion=opinion, right=right, words=told["words"], third_party=told["third_party"], actor=actor)
    except TooMany:
        form.add_error(None, _("Ý kiến này đang có ba yêu cầu chờ trả lời."))
        return None


def _request(actor: Actor, code: str) -> OpinionDataRequest:
    rows = OpinionDataRequest.objects.visible_to(actor).select_related("opinion__draft", "words", "answer")
    asked = rows.filter(code=code).first()
    if asked is None:
        raise Http404
    return asked


def _file_of(asked: OpinionDataRequest) -> str:
    return reverse("consultations:opinion", args=[asked.opinion.draft.code, asked.opinion.code])


def _consent(opinion: Opinion) -> dict[str, Any]:
    proof = OpinionConsent.objects.filter(opinion=opinion).first()
    return {"of_opinions": True, **consent_words(proof, OPINIONS)}
