"""Two texts of a draft compared word by word, at the desk and for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.consultations.compared import changes, compared_texts
from vidan.consultations.models import Draft, DraftVersion
from vidan.consultations.selectors import public, visible
from vidan.foundation.accounts.actors import acting


@require_safe
def at_desk(request: HttpRequest, code: str, old: int, new: int) -> HttpResponse:
    """Two fixed texts of a draft that the actor may know of."""
    return _page(request, visible(acting(request), code), old, new, "consultations/compare/desk.html")


@require_safe
def shown(request: HttpRequest, code: str, old: int, new: int) -> HttpResponse:
    """Two fixed texts of a draft that everybody may read."""
    return _page(request, public(code), old, new, "consultations/compare/public.html")


def _page(request: HttpRequest, draft: Draft, old: int, new: int, template: str) -> HttpResponse:
    before, now = _text(draft, old), _text(draft, new)
    if before.number >= now.number:
        raise Http404
    stretches = compared_texts(before, now)
    told = {
        "draft": draft,
        "old": before,
        "new": now,
        "stretches": stretches,
        "counts": changes(stretches),
        "others": [one for one in draft.versions.filter(fixed_at__isnull=False) if one.number < now.number],
    }
    return render(request, template, told)


def _text(draft: Draft, number: int) -> DraftVersion:
    """A fixed text of a draft by its number; raises Http404."""
    rows = draft.versions.filter(fixed_at__isnull=False)
    found = rows.filter(number=number).first() if number < 2**15 else None
    if found is None:
        raise Http404
    return found
