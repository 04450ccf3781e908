"""The half of a sitting that lies in the custodian's browser alone; sent to the pages of custody and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NAME = "vidan_sitting"


def put_secret(response: HttpResponse, secret: str, *, path: str) -> None:
    """Give the browser its half, for as long as the sitting may last."""
    response.set_cookie(
        NAME,
        secret,
        max_age=settings.SITTING_MINUTES * 60,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def secret_of(request: HttpRequest) -> str:
    """The browser's half, empty when it has none."""
    return str(request.COOKIES.get(NAME, ""))


def drop_secret(response: HttpResponse, *, path: str) -> None:
    """Take the half out of the browser."""
    response.delete_cookie(NAME, path=path, samesite="Strict")
