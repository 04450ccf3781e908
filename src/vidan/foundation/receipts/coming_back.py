"""Coming back with a receipt: the code is in no address and no session; the session knows the file alone, for half an hour."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

OPEN_FILE = "open_file"
OPENED_AT = "opened_at"
MINUTES = 30
"""How long the page stays open after the last look; a shared phone forgets it."""

LONGEST = 20_000
"""Letters kept of an unsent letter while the code is asked for again."""


def open_file(request: HttpRequest, subject: str) -> None:
    """Let this browser see the file of a receipt that was shown."""
    request.session.cycle_key()
    request.session[OPEN_FILE] = subject
    request.session[OPENED_AT] = timezone.now().timestamp()


def opened(request: HttpRequest) -> str:
    """The subject of the file that this browser has open; empty when it has none, or has not looked at it for too long."""
    subject: str = request.session.get(OPEN_FILE, "")
    seen, now = request.session.get(OPENED_AT, 0), timezone.now().timestamp()
    if not subject or now - seen > MINUTES * 60:
        close_file(request)
        if subject:
            messages.info(request, _("Trang đã tự đóng vì lâu không dùng. Ông/bà nhập lại mã biên nhận."))
        return ""
    if now - seen > 60:  # one write a minute at most
        request.session[OPENED_AT] = now
    return subject


def turn_to(request: HttpRequest, subject: str) -> None:
    """Go on to another file that the same receipt opens."""
    request.session[OPEN_FILE] = subject


def close_file(request: HttpRequest) -> None:
    """Forget the open file: a shared phone is handed on."""
    request.session.pop(OPEN_FILE, None)


def ask_for_code(request: HttpRequest) -> HttpResponse:
    """The field for the code; an unsent letter waits in the page, in no session and no table."""
    if unsent := request.POST.get("text", "")[:LONGEST]:
        return render(request, "receipts/lookup.html", {"text": unsent}, status=401)
    return redirect("site:lookup")
