"""The desk's pages of scorecards (/ban-lam-viec/cham-diem/): the list, opening one, the sheet with what may be done next."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.moves import Decision, outlook
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import original_chunks
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.send import send_paper
from vidan.scorecards.acts import ACTS, scans_of
from vidan.scorecards.facts import Known, asked_units, facts_of, permissions_for
from vidan.scorecards.forms.moves import OpenForm
from vidan.scorecards.kinds import CardKind, Stage, State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.models.card import HEARD
from vidan.scorecards.moves import LABELS, NEEDS, TABLE
from vidan.scorecards.moves.front import OPEN
from vidan.scorecards.rows import rows_of, total_words
from vidan.scorecards.services.open import NotOpened, open_front_card
from vidan.scorecards.services.record_index import WHOLE
from vidan.scorecards.unit_page import unit_sheet_of

DOWNLOAD = "scorecard.download"

WRITES = {
    State.SELF_SCORING: ("scorecards.declare", Stage.DECLARED),
    State.APPRAISING: ("scorecards.draft", Stage.SCORED),
    State.REVIEWING: ("scorecards.draft", Stage.SECOND),
}
"""Who writes on which side of a sheet that a unit scores first, by its state."""

BACK = frozenset({"give_back", "take_back", "send_back_result"})
"""Moves that lead back, and are no main button."""


@require_http_methods(["GET", "POST"])
def opened(request: HttpRequest) -> HttpResponse:
    """Open a sheet for a unit and a year."""
    actor = acting(request)
    form = OpenForm(request.POST if request.method == "POST" else None, fronts=actor.units_with("scorecards.draft"))
    if request.method == "POST" and form.is_valid():
        try:
            card = open_front_card(actor=actor, **form.cleaned_data)
        except NotOpened as told:
            form.add_error(None, str(told.sentence))
        else:
            messages.success(request, _("Đã mở phiếu chấm."))
            return redirect("scorecards:card", card.code)
    return render(request, "scorecards/open.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def card(request: HttpRequest, code: str) -> HttpResponse:
    """One sheet, as the actor works on it."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    page = "unit_card.html" if known.card.kind == CardKind.UNIT else "card.html"
    return render(request, f"scorecards/{page}", sheet_of(known) | {"acts": _next(known)})


@require_safe
def changes(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """Whether somebody else changed the sheet since the version the page shows; asked now and then by a script."""
    card = visible(acting(request), code)
    if card.version <= version:
        return HttpResponse(status=204)
    return render(request, "scorecards/changed.html", {"card": card})


@require_safe
def paper(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    """The letter to the appraising body, as DOCX or PDF, for the Front."""
    actor = acting(request)
    card = visible(actor, code)
    if card.front_id not in actor.units_with("scorecards.read"):
        raise Http404
    return send_paper(card.paper, form, subject=code, actor=actor, unit_id=card.front_id, event=DOWNLOAD)


@require_safe
def scan(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The scan of a paper that the unit sent, for the Front and the unit."""
    actor = acting(request)
    card = visible(actor, code)
    if not (
        card.front_id in actor.units_with("scorecards.read") or card.unit_id in actor.units_with("scorecards.declare")
    ):
        raise Http404
    file = StoredFile.objects.filter(subject=scans_of(code), name=name, is_destroyed=False).first()
    if file is None:
        raise Http404
    with transaction.atomic():
        facts: dict[str, Fact] = {"what": "scan", "file": file.position}
        record(DOWNLOAD, subject=code, actor=actor.code, unit_id=card.front_id, facts=facts)
    return as_attachment(original_chunks(file), f"{code}-van-ban-den.{file.kind}", CONTENT_TYPES[FileKind(file.kind)])


def visible(actor: Actor, code: str) -> Scorecard:
    """The sheet, if the actor may know of it; raises Http404."""
    beside = ("rubric", "front__area", "unit", "appraiser", "paper", "corrects")
    found = Scorecard.objects.visible_to(actor).select_related(*beside).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def stage_of(known: Known) -> Stage | None:
    """Whose side the actor writes on now, if any."""
    may = permissions_for(known.card, known.actor)
    if known.card.kind == CardKind.UNIT:
        permission, stage = WRITES.get(State(known.card.state), ("", None))
        return stage if permission in may else None
    if known.card.state not in OPEN:
        return None
    if "scorecards.draft" in may:
        return Stage.SCORED
    return Stage.DECLARED if "scorecards.declare" in may else None


def shows_points(known: Known) -> bool:
    """The unit sees the Front's points once it is asked for its remarks; nobody else is let in before."""
    return known.card.state in HEARD or known.card.front_id in known.actor.units_with("scorecards.read")


def sheet_of(known: Known) -> dict[str, Any]:
    """What every page of a sheet shows."""
    if known.card.kind == CardKind.UNIT:
        return unit_sheet_of(known, stage_of(known))
    card, points = known.card, shows_points(known)
    return {
        "card": card,
        "table": "scorecards/includes/sheet.html",
        "state": State(card.state).label,
        "stage": stage_of(known),
        "rows": rows_of(known, stage=stage_of(known), shows_points=points),
        "shows_points": points,
        "total": total_words(known.sheet) if points else "",
        "unexplained": len(known.unexplained) if points else 0,
        "remarks": known.remarks,
        "official": known.official.get(WHOLE),
        "asks_me": [unit.short_name for unit in asked_units(card, known.actor)]
        if card.state == State.CONSULTING
        else [],
        "reads_all": card.front_id in known.actor.units_with("scorecards.read"),
    }


def _next(known: Known) -> dict[str, list[Any]]:
    """The moves with a page: open ones, and those that lack something, with what."""
    answers = [one for one in outlook(TABLE, facts_of(known), clock.today()) if _name(one) in ACTS]
    return {
        "open": [
            (
                LABELS[one.move.name],
                ACTS[one.move.name].slug,
                one.state != known.card.state and one.move.name not in BACK,
            )
            for one in answers
            if isinstance(one, Decision)
        ],
        "closed": [
            (LABELS[one.name], [NEEDS[need] for need in one.missing])
            for one in answers
            if not isinstance(one, Decision)
        ],
    }


def _name(answer: Any) -> str:
    return str(answer.move.name if isinstance(answer, Decision) else answer.name)
