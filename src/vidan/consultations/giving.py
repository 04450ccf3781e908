"""The opinion being written by somebody at the public form: kept on the server for a day, found by a cookie of its own."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from vidan.consultations.models import Draft, Piece
from vidan.consultations.quoted import Quoted, find_quote
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import files_of
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import LIVES, Writing
from vidan.foundation.intake.fields import clean_text

FORM = "opinion"
COOKIE = "vidan_opinion"
"""Its own, so that a letter to the Front that is being written in the same browser is not lost."""

SAID, SPEAKER, ATTACHED = "said", "speaker", "attached"
"""What the two questions asked, and the mark that a file came along."""


def current(request: HttpRequest) -> Writing | None:
    """What this browser is writing, or None."""
    return drafts.find(FORM, request.COOKIES.get(COOKIE, ""))


def begun(draft: Draft) -> Writing:
    """A new opinion on the text of a draft that is read now."""
    writing = drafts.begin(FORM)
    writing.typed = {"draft": draft.code, "version": draft.current_id}
    return writing


def is_about(writing: Writing | None, draft: Draft) -> bool:
    """Whether it is about this draft; one about another is left where it is."""
    return writing is not None and writing.typed.get("draft") == draft.code


def remember(response: HttpResponse, writing: Writing) -> HttpResponse:
    """Give the browser the short code of what it writes; scripts cannot read it and it ends with the day."""
    response.set_cookie(
        COOKIE,
        writing.code,
        max_age=int(LIVES.total_seconds()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def attached(writing: Writing | None) -> StoredFile | None:
    """The file that came along."""
    if writing is None or ATTACHED not in writing.typed:
        return None
    return next(iter(files_of(writing.row.files)), None)


def places_of(draft: Draft) -> list[tuple[str, str]]:
    """The pieces of the newest text that an opinion can be about, by key and path."""
    return list(Piece.objects.filter(version_id=draft.current_id).values_list("key", "path").order_by("position"))


def passage(draft: Draft, said: dict[str, Any]) -> tuple[Piece | None, Quoted | None]:
    """The piece that is spoken of, and the passage in it when there is one place for it."""
    key = clean_text(said.get("piece") or "")
    piece = Piece.objects.filter(version_id=draft.current_id, key=key).first() if key else None
    quoted = find_quote(piece.text, said.get("quote", ""), said.get("before", "")) if piece else None
    return piece, quoted
