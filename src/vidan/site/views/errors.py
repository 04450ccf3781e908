"""Pages for what went wrong: each says what happened, what was kept and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's protection has run out (a long pause, another tab): nothing was sent, sending again is offered."""
    return render(request, "site/form_expired.html", status=403)
