"""Putting the text of a draft in order at the desk: bringing it in, the list of its pieces, one piece, and fixing it."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.forms.text import BringForm, PieceForm
from vidan.consultations.kinds import Level
from vidan.consultations.models import Draft, DraftVersion
from vidan.consultations.moves import TABLE
from vidan.consultations.odd_words import odd_words
from vidan.consultations.read_text import noted, read_upload
from vidan.consultations.selectors import said_in, visible
from vidan.consultations.services.mend_text import (
    add_piece,
    change_piece,
    join_piece,
    move_piece,
    remove_piece,
    split_piece,
)
from vidan.consultations.services.new_version import fix_new_version
from vidan.consultations.services.set_text import bring_text, fix_text, in_hand, text_move
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.consultations.views.moves import refusal_words
from vidan.domain.moves import Decision, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.texts.document import Document


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The pieces of the text in hand, what is odd named at its piece."""
    draft = workable(acting(request), code)
    text = in_hand(draft)
    if text is None:
        return redirect("consultations:text_bring", code)
    pieces = list(text.pieces.all())
    odd = odd_words(pieces)
    told = {
        "draft": draft,
        "text": text,
        "rows": [(one, odd.get(position, ())) for position, one in enumerate(pieces)],
        "odd": [(pieces[position], words) for position, words in sorted(odd.items())],
    }
    return render(request, "consultations/text/list.html", told)


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, code: str) -> HttpResponse:
    """Bring a text in, from a file or pasted."""
    actor = acting(request)
    draft = workable(actor, code)
    form = BringForm(*((request.POST, request.FILES) if request.method == "POST" else ()), draft=draft)

    def run() -> None:
        told = form.cleaned_data
        upload = told["file"]
        read = read_upload(upload) if upload else Document(told["text"].split("\n"))
        bring_text(
            code=code,
            paragraphs=read.paragraphs,
            upload=upload,
            received_on=told["received_on"],
            note=noted(read, told["note"]),
            actor=actor,
            version=told["version"],
        )
        if read.converted:
            messages.warning(request, read.converted)

    if done(request, form, run, file_field="file"):
        messages.success(request, _("Đã đọc lời dự thảo. Xin xem lại từng mảnh rồi chốt."))
        return redirect("consultations:text", code)
    told = {"draft": draft, "form": form, "replaces": in_hand(draft)}
    return render(request, "consultations/text/bring.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def piece(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Put one piece right, or split it; the pressed button says which."""
    actor = acting(request)
    draft = workable(actor, code)
    rows = list(text_of(draft).pieces.all())
    place = next((n for n, one in enumerate(rows) if one.key == key), None)
    if place is None:
        raise Http404
    found = rows[place]
    initial = {name: getattr(found, name) for name in ("level", "number", "heading", "text")}
    form = PieceForm(request.POST if request.method == "POST" else None, draft=draft, initial=initial)
    mend = split_piece if request.POST.get("how") == "split" else change_piece

    def run() -> object:
        return mend(code=code, key=key, words=form.words, actor=actor, version=form.cleaned_data["version"])

    if done(request, form, run):
        messages.success(request, _("Đã sửa lời dự thảo."))
        return redirect(_at(code, key))
    told = {
        "draft": draft,
        "form": form,
        "piece": found,
        "odd": odd_words(rows).get(place, ()),
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "place": place + 1,
        "count": len(rows),
    }
    return render(request, "consultations/text/piece.html", told, status=422 if form.errors else 200)


@require_POST
def rearrange(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Join a piece with the one before, move it up or down, or take it out; the pressed button says which."""
    actor = acting(request)
    draft = workable(actor, code)
    rows = list(text_of(draft).pieces.all())
    place = next((n for n, one in enumerate(rows) if one.key == key), None)
    how = HOWS.get(request.POST.get("how", ""))
    if place is None or how is None:
        raise Http404
    form = DraftForm(request.POST, draft=draft)
    if not done(request, form, lambda: how(code=code, key=key, actor=actor, version=form.cleaned_data["version"])):
        messages.error(request, " ".join(str(one) for one in form.non_field_errors()) or str(Overtaken.sentence))
        return redirect("consultations:text_piece", code, key)
    messages.success(request, _("Đã sửa lời dự thảo."))
    gone = how in (join_piece, remove_piece)
    return redirect(_at(code, rows[max(place - 1, 0)].key if gone else key))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Add a piece after another (`?sau=`), or before all of them."""
    actor = acting(request)
    draft = workable(actor, code)
    after = text_of(draft).pieces.filter(key=said_in(request, "sau")).first()
    initial = {"level": after.level if after else Level.TEXT}
    form = PieceForm(request.POST if request.method == "POST" else None, draft=draft, initial=initial)

    def run() -> object:
        beside = after.key if after else ""
        return add_piece(code=code, after=beside, words=form.words, actor=actor, version=form.cleaned_data["version"])

    if done(request, form, run):
        messages.success(request, _("Đã thêm một mảnh."))
        return redirect(_at(code, after.key if after else ""))
    told = {"draft": draft, "form": form, "after": after}
    return render(request, "consultations/text/add.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def fix(request: HttpRequest, code: str) -> HttpResponse:
    """Chốt: see what is still odd, and fix the text."""
    actor = acting(request)
    draft = workable(actor, code)
    pieces = list(text_of(draft).pieces.all())
    form = DraftForm(request.POST if request.method == "POST" else None, draft=draft)
    newer = text_move(draft) == "new_version"
    fixes = fix_new_version if newer else fix_text
    if done(request, form, lambda: fixes(code=code, actor=actor, version=form.cleaned_data["version"])):
        messages.success(request, _("Đã chốt lời dự thảo."))
        return redirect("consultations:places" if newer and draft.opinions.exists() else "consultations:draft", code)
    odd = odd_words(pieces)
    told = {
        "draft": draft,
        "form": form,
        "count": len(pieces),
        "odd": [(pieces[position], words) for position, words in sorted(odd.items())],
    }
    return render(request, "consultations/text/fix.html", told, status=422 if form.errors else 200)


HOWS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "join": join_piece,
        "up": partial(move_piece, by=-1),
        "down": partial(move_piece, by=1),
        "remove": remove_piece,
    }
)
"""What the buttons of a piece do to its place among the others."""


def workable(actor: Actor, code: str) -> Draft:
    """The draft, if the actor may work on its text now; raises Http404."""
    draft = visible(actor, code)
    move = text_move(draft)
    if not isinstance(decide(TABLE, facts_of(Known(draft, actor), only=move), move, clock.today()), Decision):
        raise Http404
    return draft


def text_of(draft: Draft) -> DraftVersion:
    """The text in hand; raises Http404."""
    text = in_hand(draft)
    if text is None:
        raise Http404
    return text


def done(request: HttpRequest, form: DraftForm, run: Callable[[], object], *, file_field: str = "") -> bool:
    """Whether the change was made; else the form says why not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        run()
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except NotTaken as refused:
        form.add_error(file_field or None, str(refused.sentence))
    except (Overtaken, NotNow) as told:
        form.add_error(None, str(told.sentence))
    return not form.errors


def _at(code: str, key: str) -> str:
    """The list of pieces, at one of them."""
    return f"{reverse('consultations:text', args=[code])}#m-{key}"
