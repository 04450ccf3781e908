"""Tra cứu: the field for the receipt code, and which duty's page its file has."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.views import mine as cases
from vidan.consultations.views import mine as opinions
from vidan.foundation.intake.rates import CODE, spend
from vidan.foundation.receipts.code import Mistyped, read_code
from vidan.foundation.receipts.coming_back import LONGEST, close_file, open_file
from vidan.foundation.receipts.services import receipt_by_code


@dataclass(frozen=True)
class Return:
    """Where a receipt leads: the page of the file, and the same page with a letter in it that is not sent yet."""

    route: str
    with_unsent: Callable[[HttpRequest, str, str], HttpResponse]


CASE = Return("cases:mine", cases.with_unsent)
BY_PREFIX = {"YK": Return("consultations:mine", opinions.with_unsent)}
"""By the first letters of a file's code; every other file is a case."""


@never_cache
@require_http_methods(["GET", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for the code and open its page. A wrong code and a code of nobody get the same answer."""
    wrong = typed = ""
    text = request.POST.get("text", "")[:LONGEST]
    if request.method == "POST":
        typed = request.POST.get("code", "")[:60]
        if not spend(CODE, request):
            wrong = _("Đã thử nhiều lần từ nơi này. Ông/bà chờ ít phút rồi thử lại giúp.")
        elif subject := _subject_of(typed):
            open_file(request, subject)
            leads_to = BY_PREFIX.get(subject.split("-", 1)[0], CASE)
            if not text:
                return redirect(leads_to.route)
            messages.info(request, _("Thư ông/bà viết vẫn còn ở dưới, chưa gửi. Ông/bà xem lại rồi bấm Gửi thư."))
            return leads_to.with_unsent(request, subject, text)
        else:
            wrong = _("Mã này chưa đúng. Mã có 16 chữ số, ghi trên biên nhận; ông/bà xem lại từng số.")
    told = {"wrong": wrong, "typed": typed, "text": text}
    return render(request, "receipts/lookup.html", told, status=422 if wrong else 200)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the page on a shared phone."""
    close_file(request)
    return redirect("site:lookup")


def _subject_of(typed: str) -> str:
    try:
        found = receipt_by_code(read_code(typed))
    except Mistyped:
        return ""
    return found.subject if found else ""
