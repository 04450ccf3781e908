"""Ý kiến về dự thảo: what everybody may read of the opinions, agreeing with one, and the file of a signed one."""

import secrets

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from vidan.consultations.giving import places_of
from vidan.consultations.kinds import SIGNED, OpinionSource, Stance, Topic
from vidan.consultations.models import Opinion
from vidan.consultations.selectors import public
from vidan.consultations.services.agree import agree, agreed_with
from vidan.consultations.shown_opinions import Filters, page_of, told
from vidan.consultations.standing_words import takes_opinions
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.intake.rates import AGREE, spend

COOKIE = "vidan_agree"
"""Exists only so that one browser agrees once; it names nobody and leads to nothing else."""

LIVES = 365 * 86_400


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The shown opinions, the newest first, chosen by place, stance, topic and source in the address."""
    draft = public(code)
    asked = request.GET
    filters = Filters(
        piece=clean_text(asked.get("o", ""))[:12],
        stance=asked.get("huong", ""),
        topic=asked.get("noi-dung", ""),
        source=asked.get("nguon", ""),
    )
    rows, onward = page_of(filters.of(draft.opinions.shown().select_related("file")), read_key(asked.get("truoc", "")))
    agreed = agreed_with(request.COOKIES.get(COOKIE, "")[:64], [one.code for one in rows])
    query = asked.copy()
    query.pop("truoc", None)
    page = {
        "draft": draft,
        "shown": told(draft, rows, agreed),
        "filters": filters,
        "filtered": any((filters.piece, filters.stance, filters.topic, filters.source)),
        "pieces": places_of(draft),
        "stances": Stance.choices,
        "topics": Topic.choices,
        "sources": OpinionSource.choices,
        "onward": onward,
        "query": query.urlencode(),
        "is_later": "truoc" in asked,
        "takes": takes_opinions(draft),
    }
    return render(request, "consultations/opinions.html", page)


@require_POST
def agree_with(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Agree with an opinion, or take it back."""
    cookie = request.COOKIES.get(COOKIE, "")[:64] or secrets.token_urlsafe(16)
    draft = public(code)
    if spend(AGREE, request):
        try:
            agree(draft_code=draft.code, code=opinion, cookie=cookie, wanted=request.POST.get("wanted") == "1")
        except Opinion.DoesNotExist:
            raise Http404 from None
    response = redirect("consultations:opinions", draft.code)
    back = QueryDict(clean_text(request.POST.get("back", ""))[:200]).urlencode()  # the same page of the same list
    response["Location"] += f"?{back}#{opinion}" if back else f"#{opinion}"
    response.set_cookie(
        COOKIE, cookie, max_age=LIVES, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )
    return response


@require_safe
def signed_file(request: HttpRequest, code: str, opinion: str) -> HttpResponseBase:
    """The file of an opinion that a body or an expert signed, cleaned; everybody may read it."""
    rows = public(code).opinions.shown().filter(source__in=SIGNED, file__is_destroyed=False).select_related("file")
    found = rows.filter(code=opinion).first()
    if found is None or found.file is None:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(found.file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{found.code}.{extension}", content_type)


def read_key(text: str) -> int | None:
    """The key of a row to go on from; None for anything that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
