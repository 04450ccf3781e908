"""Xem lại chỗ của ý kiến: the places in the newest text that are not sure, one after another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.consultations.forms.places import PlaceForm
from vidan.consultations.models import Anchoring, Draft, DraftVersion, Piece
from vidan.consultations.places import alike, places_in, unlooked
from vidan.consultations.selectors import said_in, visible
from vidan.consultations.services.come_from import text_before
from vidan.consultations.services.look_at_place import confirm_alike, confirm_place, lose_place, put_place
from vidan.consultations.services.new_version import begin
from vidan.consultations.services.reanchor import work_name
from vidan.consultations.services.register import RUN
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.consultations.services.write_pieces import as_outline
from vidan.consultations.views.moves import refusal_words
from vidan.domain.anchoring import words_of
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.jobs.progress import running

PAGE = 10


@dataclass(frozen=True)
class Looked:
    """An opinion whose place is to be looked at: where it stood, and where it is proposed to stand."""

    row: Anchoring
    was: Piece | None
    now: Piece | None
    quote: str
    together: int = 0

    @property
    def goes_along(self) -> bool:
        """Whether it is one of those that can be confirmed together."""
        return self.row.key == self.row.opinion.key and (bool(self.row.quote) or not self.row.opinion.quote)

    @property
    def old_words(self) -> str:
        """The words it was given on; empty for the whole draft."""
        return words_of(as_outline(self.was)) if self.was else ""

    @property
    def new_words(self) -> str:
        """The words it is proposed to stand at."""
        return words_of(as_outline(self.now)) if self.now else ""


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The places to look at, a page at a time, and how far the work of placing has come."""
    draft, text = _draft_and_text(acting(request), code)
    rows = unlooked(text).select_related("opinion").order_by("pk")
    before_it = said_in(request, "sau")
    last = rows.filter(opinion__code=before_it).first() if before_it else None
    found = list((rows.filter(pk__gt=last.pk) if last else rows)[: PAGE + 1])
    working, before = running(work_name(text)), text_before(text)
    told = {
        "draft": draft,
        "text": text,
        "before": before,
        "rows": _beside(text, before, found[:PAGE]),
        "after": found[PAGE - 1].opinion.code if len(found) > PAGE else "",
        "left": text.unlooked,
        "working": working,
        "broken_off": working is None and text.placing,
    }
    return render(request, "consultations/places/list.html", told)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Put one opinion at another piece of the text."""
    actor = acting(request)
    draft, text = _draft_and_text(actor, code)
    row = Anchoring.objects.select_related("opinion").filter(version=text, sure=False, opinion__code=opinion).first()
    if row is None:
        raise Http404
    form = PlaceForm(request.POST or None, pieces=list(text.pieces.all()), initial={"key": row.key})
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["key"]
        wrong = _refused(lambda: put_place(code=code, opinion=opinion, key=key, actor=actor))
        if not wrong:
            messages.success(request, _("Đã ghi chỗ của ý kiến."))
            return redirect("consultations:places", code)
        form.add_error(None, wrong)
    before = text_before(text)
    told = {"draft": draft, "text": text, "before": before, "form": form, "looked": _beside(text, before, [row])[0]}
    return render(request, "consultations/places/one.html", told, status=422 if form.errors else 200)


@require_POST
def settle(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Confirm the place of an opinion, or of all like it, or say that it is lost; the pressed button says which."""
    actor = acting(request)
    _draft_and_text(actor, code)
    how = {"confirm": confirm_place, "all": confirm_alike, "lose": lose_place}.get(request.POST.get("how", ""))
    if how is None:
        raise Http404
    wrong = _refused(lambda: how(code=code, opinion=opinion, actor=actor))
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("Đã ghi chỗ của ý kiến."))
    return redirect("consultations:places", code)


@require_POST
def go_on(request: HttpRequest, code: str) -> HttpResponse:
    """Have the work of placing go on that was broken off."""
    _draft, text = _draft_and_text(acting(request), code)
    if text.placing and not running(work_name(text)):
        with transaction.atomic():
            begin(text)
    return redirect("consultations:places", code)


def _draft_and_text(actor: Actor, code: str) -> tuple[Draft, DraftVersion]:
    """The draft that the actor runs, and its newest text; raises Http404."""
    draft = visible(actor, code)
    if draft.front_id not in actor.units_with(RUN) or draft.current is None:
        raise Http404
    draft.current.draft = draft  # known already, and asked for again below
    return draft, draft.current


def _beside(text: DraftVersion, before: DraftVersion | None, rows: Sequence[Anchoring]) -> list[Looked]:
    """The rows with the pieces they are about; the same few queries for any number."""
    if before is None or not rows:
        return []
    was = places_in(before, [row.opinion for row in rows])
    places = {number: place for number, (place, _relied) in was.items()}
    keys = {place.key for place in places.values() if place} | {row.key for row in rows}
    found = Piece.objects.filter(version__in=(before, text), key__in=keys - {""})
    pieces = {(piece.version_id, piece.key): piece for piece in found}
    counted = alike(text).filter(key__in=keys - {""}).order_by().values_list("key").annotate(n=Count("pk"))
    together = dict(counted) if len(rows) > 1 else {}
    told = []
    for row in rows:
        place = places.get(row.opinion_id)
        was_at = pieces.get((before.pk, place.key)) if place else None
        told.append(
            Looked(row, was_at, pieces.get((text.pk, row.key)), place.quote if place else "", together.get(row.key, 0))
        )
    return told


def _refused(run: Callable[[], object]) -> str:
    """Why a change was not made, empty when it was."""
    try:
        run()
    except Refused as refused:
        return refusal_words(refused.refusal)
    except (Overtaken, NotNow) as told:
        return str(told.sentence)
    return ""
