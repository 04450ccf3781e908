"""The custodian's table: her sitting, and everything that officers of any duty asked her to open."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.models import CaseFile, IdentityRequest
from vidan.consultations.models import NameRequest, Opinion
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.custody_forms import CodeForm, PassphraseForm
from vidan.foundation.intake.door import sitting_here
from vidan.foundation.intake.names import NameAsked, Outcome
from vidan.foundation.vault.cookie import drop_secret, put_secret
from vidan.foundation.vault.custody import WrongPassphrase
from vidan.foundation.vault.sitting import NoKeeper, Wait, close_sitting, open_sitting

WAITING, ANSWERED = 50, 20


@never_cache
@require_http_methods(["GET", "POST"])
def custody(request: HttpRequest) -> HttpResponse:
    """The sitting, and who asked about which file."""
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
            response = redirect("site:custody")
            put_secret(response, secret, path=reverse("site:custody"))
            return response
    told = {
        "form": form,
        "find": CodeForm(label_suffix=""),
        "waiting": _waiting(actor),
        "answered": _answered(actor),
        **sitting_here(request, actor),
    }
    return render(request, "site/custody/home.html", told, status=422 if form.errors else 200)


@require_POST
def custody_close(request: HttpRequest) -> HttpResponse:
    """End the sitting at once."""
    actor = acting(request)
    if close_sitting(actor=actor):
        messages.success(request, _("Phiên đã đóng. Không danh tính nào mở được cho đến phiên sau."))
    response = redirect("site:custody")
    drop_secret(response, path=reverse("site:custody"))
    return response


@never_cache
@require_POST
def custody_find(request: HttpRequest) -> HttpResponse:
    """Go to a file by its code; a code of nobody and one outside her keeping get the same answer."""
    actor = acting(request)
    form = CodeForm(request.POST)
    code = form.cleaned_data["code"] if form.is_valid() else ""
    if CaseFile.objects.in_custody_of(actor).filter(code=code).exists():
        return redirect("cases:custody_case", code)
    if Opinion.objects.in_custody_of(actor).filter(code=code).exists():
        return redirect("consultations:custody_opinion", code)
    messages.error(request, _("Không có hồ sơ, ý kiến giữ kín tên nào mang mã này thuộc khóa ông/bà giữ."))
    return redirect("site:custody")


def waiting_for(actor: Actor) -> int:
    """How many requests wait for her; one query, since the menu of each of her pages tells it."""
    first, *others = [rows.filter(outcome=Outcome.WAITING).order_by().values("pk") for rows, _route in _asked(actor)]
    return first.union(*others, all=True).count()


def _waiting(actor: Actor) -> list[tuple[NameAsked, str]]:
    """What waits, the oldest first, with the address of its door."""
    found = [
        (one, route)
        for rows, route in _asked(actor)
        for one in rows.filter(outcome=Outcome.WAITING).order_by("pk")[:WAITING]
    ]
    found.sort(key=lambda one: one[0].asked_at)
    return [(one, reverse(route, args=[one.subject])) for one, route in found[:WAITING]]


def _answered(actor: Actor) -> list[tuple[NameAsked, str]]:
    """What was answered, the newest first."""
    found = [(one, route) for rows, route in _asked(actor) for one in rows.exclude(outcome=Outcome.WAITING)[:ANSWERED]]
    found.sort(key=lambda one: one[0].asked_at, reverse=True)
    return [(one, reverse(route, args=[one.subject])) for one, route in found[:ANSWERED]]


def _asked(actor: Actor) -> tuple[tuple[QuerySet[IdentityRequest] | QuerySet[NameRequest], str], ...]:
    """What was asked in each duty, with the page of its door."""
    return (
        (IdentityRequest.objects.visible_to(actor).select_related("case", "asked_by"), "cases:custody_case"),
        (NameRequest.objects.visible_to(actor).select_related("opinion", "asked_by"), "consultations:custody_opinion"),
    )
