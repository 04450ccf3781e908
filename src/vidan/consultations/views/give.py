"""Góp ý: the public form in two questions, kept on the server for a day; everything works without a script."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.consultations.forms.opinion import SaidForm, SpeakerForm, UploadForm
from vidan.consultations.giving import (
    ATTACHED,
    SAID,
    SPEAKER,
    attached,
    begun,
    current,
    is_about,
    passage,
    places_of,
    remember,
)
from vidan.consultations.kinds import State
from vidan.consultations.models import Draft
from vidan.consultations.selectors import public
from vidan.consultations.standing_words import takes_opinions
from vidan.foundation.calendar import clock
from vidan.foundation.files.limits import TOO_LARGE_TOGETHER
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import destroy, drop_file, keep_file
from vidan.foundation.files.upload import were_too_large
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.notice import OPINIONS, notice_on
from vidan.foundation.intake.rates import FILE, spend
from vidan.foundation.vault.services import takes_in_confidence


@never_cache
@require_http_methods(["GET", "POST"])
def say(request: HttpRequest, code: str) -> HttpResponse:
    """What somebody says, and of which place. `?o=` chooses the place; a passage selected on screen comes by post."""
    draft = public(code)
    if closed := _closed(request, draft):
        return closed
    writing = current(request)
    if writing is not None and writing.sent:
        return redirect("consultations:give_receipt", code)
    if not is_about(writing, draft):
        writing = None
    if request.method == "GET" or "passage" in request.POST:
        return _show(request, draft, _form_shown(request, draft, writing), writing)
    if "remove" in request.POST and writing is not None:
        destroy(subject=writing.row.files)
        writing.typed.pop(ATTACHED, None)
        drafts.save(writing)
    if "look" in request.POST or "remove" in request.POST:  # nothing is asked for yet; what was typed stays
        form = SaidForm(request.POST, places=places_of(draft))
        typed = {name: form[name].value() for name in form.fields}
        return _show(request, draft, SaidForm(initial=typed, places=places_of(draft)), writing)
    return _said(request, draft, writing or begun(draft))


def _said(request: HttpRequest, draft: Draft, writing: Writing) -> HttpResponse:
    form = SaidForm(request.POST, places=places_of(draft))
    if refused := _take_file(request, writing):
        form.add_error(None, refused)
    if form.is_valid():
        writing.typed |= {SAID: form.cleaned_data, "version": draft.current_id}
    if (
        form.is_valid() or ATTACHED in writing.typed
    ):  # a file that came along is not lost with a form that lacks something
        drafts.save(writing)
    if not form.is_valid():
        shown = _show(request, draft, form, writing)
        return remember(shown, writing) if ATTACHED in writing.typed else shown
    onward = "give_review" if SPEAKER in writing.typed else "give_who"
    return remember(redirect(f"consultations:{onward}", draft.code), writing)


@never_cache
@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, code: str) -> HttpResponse:
    """As whom, and whether with a name."""
    draft = public(code)
    if closed := _closed(request, draft):
        return closed
    writing = current(request)
    if writing is not None and writing.sent:
        return redirect("consultations:give_receipt", code)
    if writing is None or not is_about(writing, draft) or SAID not in writing.typed:
        return redirect("consultations:give", code)
    in_confidence = takes_in_confidence(draft.front)
    if request.method == "POST":
        form = SpeakerForm(request.POST, in_confidence=in_confidence)
        if form.is_valid():
            writing.typed[SPEAKER] = form.cleaned_data
            drafts.save(writing)
            return redirect("consultations:give_review", code)
    else:
        form = SpeakerForm(initial=writing.typed.get(SPEAKER), in_confidence=in_confidence)
    told = {
        "draft": draft,
        "form": form,
        "notice": notice_on(clock.today(), OPINIONS).text,
        "number": 2,
        "steps": range(1, 4),
        "total": 3,
    }
    return render(request, "consultations/give/who.html", told, status=422 if form.errors else 200)


def _closed(request: HttpRequest, draft: Draft) -> HttpResponse | None:
    if takes_opinions(draft):
        return None
    first = draft.opens_on if draft.state == State.OPEN else None
    told = {"draft": draft, "not_yet": first is not None and clock.today() < first, "was_open": first is not None}
    return render(request, "consultations/give/closed.html", told, status=410)


def _form_shown(request: HttpRequest, draft: Draft, writing: Writing | None) -> SaidForm:
    initial: dict[str, Any] = dict(writing.typed.get(SAID, {})) if writing else {}
    if "o" in request.GET:
        initial |= {"piece": request.GET["o"][:12], "quote": "", "before": ""}
    if "passage" in request.POST:
        told = SaidForm(request.POST, places=places_of(draft))
        told.is_valid()  # what is no place and no passage is left out
        initial |= {name: told.cleaned_data.get(name, "") for name in ("piece", "quote", "before")}
    return SaidForm(initial=initial, places=places_of(draft))


def _take_file(request: HttpRequest, writing: Writing) -> str:
    """Keep the one file that came along, in place of one before; returns why it was not taken."""
    if were_too_large(request):
        return str(TOO_LARGE_TOGETHER)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return " ".join(str(error) for errors in form.errors.values() for error in errors)
    upload = form.cleaned_data["upload"]
    if not upload:
        return ""
    if not spend(FILE, request):
        return _("Đã có nhiều tệp gửi từ nơi này. Ông/bà chờ ít phút rồi gửi tiếp; điều đã viết vẫn còn.")
    before = attached(writing)
    try:
        keep_file(subject=writing.row.files, upload=upload, position=1, at_most=2)
    except NotTaken as no:
        return str(no)
    if before is not None:
        drop_file(subject=writing.row.files, name=before.name)
    writing.typed[ATTACHED] = {}
    return ""


def _show(request: HttpRequest, draft: Draft, form: SaidForm, writing: Writing | None) -> HttpResponse:
    said = {name: form[name].value() or "" for name in ("piece", "quote", "before")}
    piece, quoted = passage(draft, {name: str(value) for name, value in said.items()})
    told = {
        "draft": draft,
        "form": form,
        "upload": UploadForm(label_suffix=""),
        "file": attached(writing),
        "piece": piece,
        "quoted": quoted,
        "quote_lost": bool(said["quote"]) and quoted is None,
        "number": 1,
        "steps": range(1, 4),
        "total": 3,
    }
    return render(request, "consultations/give/say.html", told, status=422 if form.errors else 200)
