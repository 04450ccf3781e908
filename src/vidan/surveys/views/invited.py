"""Answering by invitation (/khao-sat/giay-moi/): the code is typed, or filled in by the fragment of a QR; it is in no address."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.foundation.intake.rates import CODE, spend
from vidan.surveys.invitation_code import Mistyped, mark_of, read_code
from vidan.surveys.kinds import Way
from vidan.surveys.models import Invitation
from vidan.surveys.services.accept import Given
from vidan.surveys.services.accept_invited import Used, accept_invited
from vidan.surveys.ticket import Ticket, read_ticket
from vidan.surveys.views.answer import Asking, refused, respond, why_not


@never_cache
@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest) -> HttpResponse:
    """Ask for the code, then the questions; the page carries a ticket afterwards and the code no more."""
    ticket = read_ticket(request.POST.get("ticket", ""))
    if ticket and ticket.invitation:
        invitation = _invitations().filter(pk=ticket.invitation, round__code=ticket.round).first()
        return _ask(request, "") if invitation is None else _answer(request, invitation, ticket)
    if request.method != "POST" or "ticket" in request.POST:
        return _ask(request, "")
    if not spend(CODE, request):
        return _ask(request, _("Đã thử nhiều lần từ nơi này. Ông/bà chờ ít phút rồi thử lại giúp."))
    try:
        mark = mark_of(read_code(request.POST.get("code", "")[:60]))
    except Mistyped:
        mark = ""
    invitation = _invitations().filter(mark=mark).first() if mark else None
    if invitation is None:
        return _ask(request, _("Mã này chưa đúng. Mã có 12 chữ số, ghi trên giấy mời; ông/bà xem lại từng số."))
    if invitation.used_on:
        return _ask(request, _("Giấy mời này đã dùng rồi. Mỗi giấy mời trả lời được một lần."))
    return _answer(request, invitation, None)


def _answer(request: HttpRequest, invitation: Invitation, ticket: Ticket | None) -> HttpResponse:
    round_ = invitation.round
    if why := why_not(round_):
        return refused(request, round_, why)

    def keep(given: Given, token: str) -> bool:
        return accept_invited(round_=round_, given=given, token=token, invitation=invitation.pk)

    asking = Asking(round_, [invitation.stratum], Way.INVITATION, keep, invitation.pk)
    try:
        return respond(request, asking, ticket)
    except Used:
        return _ask(request, _("Giấy mời này đã dùng rồi. Mỗi giấy mời trả lời được một lần."))


def _ask(request: HttpRequest, wrong: str) -> HttpResponse:
    told = {"wrong": wrong, "typed": request.POST.get("code", "")[:60]}
    return render(request, "surveys/reply/invited.html", told, status=422 if wrong else 200)


def _invitations() -> QuerySet[Invitation]:
    return Invitation.objects.select_related(
        "round__questionnaire", "round__front", "stratum__unit", "stratum__counter"
    )
