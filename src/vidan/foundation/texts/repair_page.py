"""What texts/repair.html shows and what is sent from it, the same for every owner of a text."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vidan.foundation.texts.repairing import NONE_CHOSEN, Offer, chosen_in, grouped


def shown(form: forms.Form, found: Sequence[Offer], undoable: int) -> dict[str, Any]:
    """What the page is drawn with; `undoable` is how many places the last repair changed."""
    return {"form": form, "groups": grouped(found), "undoable": undoable}


def done(
    request: HttpRequest,
    form: forms.Form,
    found: Sequence[Offer],
    *,
    mend: Callable[[list[Offer]], object],
    undo: Callable[[], object],
    taken: Callable[[Callable[[], object]], bool],
) -> bool:
    """Put in what was chosen of the offers, or undo the last repair; whether it was done, else the form says why not.

    `taken` runs a step of the owner and tells its refusals in the form.
    """
    undoes, chosen = "undo" in request.POST, chosen_in(request.POST, found)
    if not undoes and not chosen:
        form.add_error(None, NONE_CHOSEN)
        return False
    if not taken(undo if undoes else lambda: mend(chosen)):
        return False
    n = len(chosen)
    said = ngettext("Đã sửa %(n)d chỗ.", "Đã sửa %(n)d chỗ.", n) % {"n": n}
    messages.success(request, _("Đã hoàn tác lần sửa vừa rồi.") if undoes else said)
    return True
