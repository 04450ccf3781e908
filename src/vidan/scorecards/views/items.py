"""One item of a sheet: what every side says of it, entering it, and giving an opinion on it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.scoring.answers import WrongInput
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.ui.words import time_words
from vidan.scorecards.appraised import entry_form, may_enter, stages_for, unit_rows
from vidan.scorecards.counted import Side
from vidan.scorecards.facts import Known, asked_units
from vidan.scorecards.forms.entry import PREFIX, EntryForm
from vidan.scorecards.forms.moves import OpinionForm
from vidan.scorecards.kinds import CardKind, Stage, Stand, State
from vidan.scorecards.models import Entry
from vidan.scorecards.rows import Row, row_of, rows_of, total_words
from vidan.scorecards.services.consult import opine
from vidan.scorecards.services.enter import Loose, enter
from vidan.scorecards.services.step import Overtaken, Refused
from vidan.scorecards.unit_page import head_of
from vidan.scorecards.views.cards import shows_points, stage_of, visible
from vidan.scorecards.views.unit_items import unit_item
from vidan.scorecards.words import words_of

WRONG = {"level": gettext_lazy("Chọn một mức trong danh sách.")}


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Show an item, or store what the actor's side says of it; a script in the sheet gets the changed cell alone."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    stage = stage_of(known)
    row = next((row for row in _rows(known, None) if row.node.code == item and row.is_item), None)
    if row is None:
        raise Http404
    if stage is not None and not may_enter(known, item, stage):
        stage = None
    entries = {(one.item, one.stage): one for one in known.entries}
    form = None if stage is None else entry_form(row.node, stage, entries)
    if request.method == "POST":
        if stage is None:
            return _too_late(request, code)
        form = entry_form(row.node, stage, entries, data=request.POST)
        if form.is_valid() and _stored(known, form, stage):
            return _after(request, known, item)
        if "HX-Request" in request.headers:
            return render(
                request, "scorecards/cell.html", {"form": form, "row": _keyed(row, request), "card": known.card}
            )
    status = 422 if form and form.errors else 200
    if known.card.kind == CardKind.UNIT:
        return unit_item(request, known, row, {"form": form, "stage": stage}, status)
    return render(request, "scorecards/item.html", _told(known, row, form), status=status)


@require_POST
def opinion(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Give one's unit's opinion on an item."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    row = row_of(known, item)
    units = asked_units(known.card, actor)
    if row is None or not units:
        raise Http404
    form = OpinionForm(request.POST, units=units)
    if form.is_valid():
        told = form.cleaned_data
        try:
            opine(code=code, item=item, unit=told["unit"], stand=Stand(told["stand"]), text=told["text"], actor=actor)
        except Refused:
            return _too_late(request, code)
        messages.success(request, _("Đã ghi góp ý. Góp ý lại thì ý kiến sau thay ý kiến trước."))
        return redirect("scorecards:item", code, item)
    return render(request, "scorecards/item.html", _told(known, row, None) | {"opinion_form": form}, status=422)


def _told(known: Known, row: Row, form: EntryForm | None) -> dict[str, Any]:
    card, item = known.card, row.node.code
    points = shows_points(known)
    units = asked_units(card, known.actor) if card.state == State.CONSULTING else []
    mine = next((one for one in known.opinions if one.item == item and one.unit_id in {u.pk for u in units}), None)
    said = {"stand": mine.stand, "text": mine.text, "unit": mine.unit_id} if mine else {}
    return {
        "card": card,
        "row": row,
        "form": form,
        "stage": stage_of(known),
        "opinions": [one for one in known.opinions if one.item == item] if points else [],
        "remarks": [one for one in known.remarks if one.item == item],
        "opinion_form": OpinionForm(units=units, initial=said) if units else None,
        "shows_points": points,
        "reads_all": card.front_id in known.actor.units_with("scorecards.read"),
    }


def _stored(known: Known, form: EntryForm, stage: Stage) -> bool:
    """Whether the entry was stored; otherwise the form says at which place why not."""
    try:
        enter(
            code=known.card.code,
            item=form.item.code,
            stage=stage,
            side=form.side,
            actor=known.actor,
            version=form.cleaned_data["version"],
        )
    except WrongInput as wrong:
        said = str(WRONG.get(wrong.name, "")) or _("Số này không đọc được, hoặc ngoài khoảng cho phép.")
        form.add_error(PREFIX + wrong.name if PREFIX + wrong.name in form.fields else None, said)
    except Loose as told_why:
        form.add_error(None, str(told_why.sentence))
    except Overtaken:
        _show_theirs(known, form, stage)
    except Refused:
        form.add_error(None, _("Phiếu chấm đã qua bước này, không nhập được nữa."))
    else:
        return True
    return False


def _show_theirs(known: Known, form: EntryForm, stage: Stage) -> None:
    """Somebody else entered the item meanwhile: what they entered is told, and saving again puts one's own in its place."""
    theirs = Entry.objects.get(card=known.card, item=form.item.code, stage=stage)
    shown = words_of(form.item, Side(theirs.inputs, theirs.applies))
    said = _("Người khác vừa nhập mục này: %(theirs)s. Số của ông/bà chưa lưu; lưu lần nữa thì thay số đó.")
    form.add_error(None, said % {"theirs": shown or "–"})
    form.data = dict(form.data.items()) | {"version": theirs.version}


def _after(request: HttpRequest, known: Known, item: str) -> HttpResponse:
    """The changed cell for the script, or back to where the person was."""
    code = known.card.code
    if "HX-Request" not in request.headers:
        messages.success(request, _("Đã lưu mục %(item)s.") % {"item": item})
        back = reverse("scorecards:card", args=[code])
        key = request.POST.get("row", "")
        return redirect(f"{back}#{key}" if key.isalnum() else reverse("scorecards:item", args=[code, item]))
    fresh = Known(visible(known.actor, code), known.actor)
    is_unit = fresh.card.kind == CardKind.UNIT
    points = is_unit or shows_points(fresh)
    rows = _rows(fresh, stage_of(fresh))
    row = next(one for one in rows if one.node.code == item)
    told = {
        "row": row,
        "form": row.form,
        "sums": [one for one in rows if not one.is_item and points],
        "card": fresh.card,
        "saved": _("Đã lưu, %(at)s.") % {"at": time_words(clock.now())},
        "total": total_words(fresh.sheet) if points else "",
        "shows_points": points,
    }
    if is_unit:
        told |= head_of(fresh, stages_for(fresh))
    return render(request, "scorecards/cell.html", told)


def _rows(known: Known, stage: Stage | None) -> Sequence[Row]:
    if known.card.kind == CardKind.UNIT:
        return unit_rows(known, stage=stage)
    return rows_of(known, stage=stage, shows_points=shows_points(known))


def _keyed(row: Row, request: HttpRequest) -> Row:
    key = request.POST.get("row", "")
    row.key = key if key.isalnum() else row.key
    return row


def _too_late(request: HttpRequest, code: str) -> HttpResponse:
    messages.error(request, _("Phiếu chấm đã qua bước này, không nhập được nữa."))
    return redirect("scorecards:card", code)
