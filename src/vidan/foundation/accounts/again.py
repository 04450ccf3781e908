"""What a person typed is kept when the sign-in or the form's protection ran out: given back on the page, stored nowhere."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

LONG = 80
"""From so many letters on, a field is shown so that it can be read and copied."""

OURS = ("csrfmiddlewaretoken",)
SECRET = "pass"  # noqa: S105 - the beginning of a field name, not a secret
"""Fields whose name begins so hold a password or a passphrase, which no page ever shows."""


def typed_again(request: HttpRequest, *, sign_in: str = "", status: int = 401) -> HttpResponse:
    """A page with everything that was typed, and a button that sends it again.

    The button is offered only when the post came from a page of this site; a foreign page could otherwise talk a person
    into sending what he never wrote.
    """
    ours = is_from_here(request)
    typed = [
        (name, value, len(value) > LONG or "\n" in value)
        for name in request.POST
        if name not in OURS and not name.startswith(SECRET)
        for value in request.POST.getlist(name)
    ]
    told = {
        "heading": _("Phiên làm việc đã hết") if sign_in else _("Trang này mở đã lâu nên chưa gửi được"),
        "typed": typed if ours else [],
        "again": request.get_full_path() if ours else "",
        "files": bool(ours and request.FILES),
        "sign_in": sign_in,
    }
    return render(request, "account/ended.html", told, status=status)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the post came from a page of this site."""
    origin = request.headers.get("Origin", "")
    return origin in (settings.ORIGIN, f"{request.scheme}://{request.get_host()}")
