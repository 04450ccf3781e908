"""What a person typed is kept when the sign-in or the form's protection ran out: given back on the page, stored nowhere."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

LONG = 80
"""From so many letters on, a field is shown so that it can be read and copied."""

MACHINE_MADE = ("work",)
"""Fields that a script has filled in: long, and nothing to read."""

SECRET = ("password", "passphrase")
"""Fields with these words in their name are never given back."""

OURS = ("csrfmiddlewaretoken",)


def typed_again(request: HttpRequest, *, sign_in: str = "", status: int = 401) -> HttpResponse:
    """A page with everything that was typed, and a button that sends it again.

    The button is offered only when the post came from a page of this site; a foreign page could otherwise talk a person
    into sending what he never wrote.
    """
    told = {
        "heading": _("Phiên làm việc đã hết") if sign_in else _("Trang này mở đã lâu nên chưa gửi được"),
        "sign_in": sign_in,
        **what_was_typed(request),
    }
    return render(request, "account/ended.html", told, status=status)


def what_was_typed(request: HttpRequest) -> dict[str, Any]:
    """What `account/typed.html` needs to give it back; nothing of a post from elsewhere."""
    if not is_from_here(request):
        return {"typed": [], "again": "", "files": False}
    typed = [
        (name, value, name not in MACHINE_MADE and (len(value) > LONG or "\n" in value))
        for name in request.POST
        if name not in OURS and not any(word in name for word in SECRET)
        for value in request.POST.getlist(name)
    ]
    return {"typed": typed, "again": request.get_full_path(), "files": bool(request.FILES)}


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the post came from a page of this site."""
    origin = request.headers.get("Origin", "")
    return origin in (settings.ORIGIN, f"{request.scheme}://{request.get_host()}")
