"""The bulletin for everybody (/tin-tuc/ban-tin/): those that were sent, each as page and paper, asking for it, leaving it."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.caching.pages import kept
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.intake.work import admitted
from vidan.outreach.bulletin_paper import paper_of
from vidan.outreach.bulletin_selectors import public_bulletin
from vidan.outreach.bulletin_text import shown_content
from vidan.outreach.forms.bulletin import SubscribeForm
from vidan.outreach.models import Bulletin
from vidan.outreach.services.article_step import NEWS
from vidan.outreach.services.subscribe import confirm, found_by, leave, mail_goes_out, subscribe

PAGE = 24


@require_http_methods(["GET", "HEAD", "POST"])
@kept(NEWS)
def index(request: HttpRequest) -> HttpResponse:
    """The bulletins, the newest first; whoever types an address is answered alike, whether it is known or not."""
    offers = mail_goes_out()
    sent = request.method == "POST" and offers
    form = SubscribeForm(request.POST if sent else None, label_suffix="")
    if sent and form.is_valid():
        if admitted(request, "", ""):
            subscribe(form.cleaned_data["address"])
            return redirect("outreach:bulletin_asked")
        form.add_error(
            None, _("Từ mạng này vừa có nhiều lần gửi. Xin thử lại sau một giờ; địa chỉ đã gõ vẫn còn ở dưới.")
        )
    rows = Bulletin.objects.public().only("year", "number", "title", "opening", "sent_at", "state")
    after = _typed(request.GET.get("sau", ""))
    if after:
        rows = rows.filter(pk__lt=after)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    told = {
        "rows": found[:PAGE],
        "after": found[PAGE - 1].pk if len(found) > PAGE else None,
        "form": form,
        "offers": offers,
    }
    return render(request, "outreach/bulletins/index.html", told, status=422 if form.errors else 200)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What to do now: open the mail and confirm."""
    return render(request, "outreach/bulletins/asked.html")


@require_safe
@kept(NEWS)
def page(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One bulletin."""
    found = public_bulletin(year, number)
    return render(request, "outreach/bulletins/page.html", {"bulletin": found, "content": shown_content(found)})


@require_safe
def paper(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """The same to be printed and hung up."""
    found = public_bulletin(year, number)
    return as_attachment(paper_of(found), f"ban-tin-{found.year}-{found.number}.pdf", CONTENT_TYPES[FileKind.PDF])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """A button, for programs that look through mail open links; pressing it confirms."""
    if request.method == "POST":
        is_on = confirm(token)
        return render(request, "outreach/bulletins/confirmed.html", {"is_on": is_on, "token": token})
    row = found_by(token)
    told = {"is_good": row is not None, "is_known": row is not None and row.confirmed_at is not None}
    return render(request, "outreach/bulletins/confirm.html", told)


# A mail program presses for its reader (RFC 8058) and has neither cookie nor form; the token alone is the right to leave, and
# leaving is all that it does.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave_list(request: HttpRequest, token: str) -> HttpResponse:
    """A button for readers, and the one press of a mail program; afterwards the address is destroyed."""
    if request.method == "POST":
        leave(token)
    return render(request, "outreach/bulletins/leave.html", {"is_over": found_by(token) is None})


def _typed(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0
