"""Inspections and supervisions at the desk: the programme of a year, one of them, its delegation."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.moves import Decision, decide, outlook
from vidan.domain.supervision.standing import may
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.papers.structure import from_json
from vidan.oversight.forms.inspection import DelegateForm, ProposalForm
from vidan.oversight.inspection_acts import ACTS, ASIDE, UNSAID
from vidan.oversight.inspection_checklists import checklist
from vidan.oversight.inspection_facts import Known, facts_of
from vidan.oversight.inspection_kinds import InspectionKind, InspectionState
from vidan.oversight.inspection_moves import LABELS, NEEDS, RUN, TABLE
from vidan.oversight.inspection_selectors import front_of, going_along, reads, run_by, visible
from vidan.oversight.inspection_words import due_words, erasure_words, state_words, terms_of
from vidan.oversight.models import Delegate, Inspection
from vidan.oversight.services.found_delegation import add_delegate, drop_delegate
from vidan.oversight.services.inspection_step import Refused
from vidan.oversight.services.propose_inspection import propose
from vidan.oversight.views.inspection_turn import done, turn

PAGE = 50
SORTS = {"kiem-tra": InspectionKind.INSPECTION, "giam-sat": InspectionKind.SUPERVISION}


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What the actor may know of, the newest programme first, filtered by the address, a page at a time."""
    actor = acting(request)
    rows = Inspection.objects.visible_to(actor)
    asked = {
        "year": request.GET.get("nam", ""),
        "kind": request.GET.get("loai", ""),
        "state": request.GET.get("o-buoc", ""),
    }
    if asked["year"].isascii() and asked["year"].isdigit() and len(asked["year"]) == 4:
        rows = rows.filter(year=int(asked["year"]))
    else:
        asked["year"] = ""
    if asked["kind"] in InspectionKind.values:
        rows = rows.filter(kind=asked["kind"])
    else:
        asked["kind"] = ""
    if asked["state"] in InspectionState.values:
        rows = rows.filter(state=asked["state"])
    else:
        asked["state"] = ""
    after = request.GET.get("sau", "")
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 7 else 0
    found = list(rows.select_related("body")[start : start + PAGE + 1])
    today = clock.today()
    told = {
        "rows": [(one, *state_words(one), _next(one)) for one in found[:PAGE]],
        "after": start + PAGE if len(found) > PAGE else 0,
        "asked": asked,
        "filtered": any(asked.values()),
        "address": "&".join(
            f"{name}={value}" for name, value in zip(("nam", "loai", "o-buoc"), asked.values(), strict=True) if value
        ),
        "years": [(str(year), str(year)) for year in range(today.year + 1, today.year - 6, -1)],
        "kinds": InspectionKind.choices,
        "states": InspectionState.choices,
        "runs": actor.may(RUN),
        "delegations": going_along(actor) if not start else [],
    }
    return render(request, "oversight/inspections/list.html", told)


def _next(one: Inspection) -> str:
    """The day that counts next, and how it is coloured."""
    if one.next_on is None:
        return ""
    return "late" if one.next_on < clock.today() else "muted"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, sort: str) -> HttpResponse:
    """Propose an inspection or a supervision for the programme of a year."""
    actor = acting(request)
    kind = SORTS.get(sort)
    if kind is None:
        raise Http404
    front = front_of(actor)
    form = ProposalForm(request.POST if request.method == "POST" else None, kind=kind, front=front)
    if request.method == "POST" and form.is_valid():
        one = propose(front=front, proposal=form.proposal, actor=actor)
        messages.success(request, _("Đã ghi đề xuất. Lãnh đạo duyệt vào chương trình năm."))
        return redirect("oversight:inspection", one.code)
    told = {"form": form, "is_supervision": kind == InspectionKind.SUPERVISION}
    return render(request, "oversight/inspections/new.html", told, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One inspection: where it stands, what comes next, its days; the unit reads what was sent to it and nothing else."""
    actor = acting(request)
    one = visible(actor, code)
    known = Known(one, actor)
    full = reads(actor, one)
    words, tone = state_words(one)
    seen = findings_of(one) if full else []
    rows = known.recommendations if full or one.concluded_on else []  # before, the unit reads the letter that was sent
    shown = [(row, due_words(row), steps_of_one(known, row.number)) for row in rows]
    told = {
        "one": one,
        "words": words,
        "tone": tone,
        "full": full,
        "runs": one.front_id in actor.units_with(RUN),
        "terms": terms_of(known, for_unit=not full),
        "erased": erasure_words(one),
        "acts": next_steps(known),
        "delegates": known.delegates if full or one.notice_id else [],
        "checklist": checklist(one.topic),
        "findings": seen if any(found for _item, found in seen) else [],
        "recommendations": shown,
        "pressing": [row for row, _due, steps in shown if steps and row.tone in ("late", "soon") and not row.carried],
        "letter": from_json(one.draft_letter.structure) if one.draft_letter and not one.concluded_on else None,
    }
    return render(request, "oversight/inspections/page.html", told)


def next_steps(known: Known) -> dict[str, list[Any]]:
    """The moves with a page: open ones, and those that lack something, with what."""
    told: dict[str, list[Any]] = {"open": [], "aside": [], "closed": []}
    for answer in outlook(TABLE, facts_of(known), clock.today()):
        name = answer.move.name if isinstance(answer, Decision) else answer.name
        if name not in ACTS or ACTS[name].of_one:
            continue
        if isinstance(answer, Decision):
            leads_on = answer.state != known.inspection.state and name not in ASIDE
            told["aside" if name in ASIDE else "open"].append((ACTS[name], LABELS[name], leads_on))
        elif UNSAID.isdisjoint(answer.missing):
            told["closed"].append((LABELS[name], [NEEDS[need] for need in answer.missing]))
    return told


def steps_of_one(known: Known, number: int) -> list[tuple[str, Any]]:
    """What may be done with one recommendation now, as slugs with their labels."""
    row = next(one for one in known.recommendations if one.number == number)
    facts = facts_of(known)
    told = []
    for name, act in ACTS.items():
        if not act.of_one or not isinstance(decide(TABLE, facts, name, clock.today()), Decision):
            continue
        if may("answer" if name == "record_answer" else name, row.told, clock.today()):
            told.append((act.slug, LABELS[name]))
    return told


def findings_of(one: Inspection) -> list[tuple[Any, Any]]:
    """The items of the checklist with what was seen at each; items not looked at come without."""
    listed_ = checklist(one.topic)
    found = {row.item: row for row in one.findings.all()}
    return [(item, found.get(item.code)) for item in listed_.items] if listed_ else []


@require_http_methods(["GET", "POST"])
def delegation(request: HttpRequest, code: str) -> HttpResponse:
    """Name the delegation, one by one."""
    actor = acting(request)
    one = run_by(actor, code)
    known = Known(one, actor)
    move = turn(request, known, "set_delegation")
    if isinstance(move, HttpResponse):
        return move
    form = DelegateForm(request.POST if request.method == "POST" else None, inspection=one)
    sent = request.method == "POST" and form.is_valid()
    if sent and done(form, lambda: add_delegate(code=code, actor=actor, **form.cleaned_data)):
        messages.success(request, _("Đã thêm vào đoàn."))
        return redirect("oversight:delegation", code)
    context = {"one": one, "form": form, "delegates": known.delegates, "basis": move.basis}
    return render(request, "oversight/inspections/delegation.html", context, status=422 if form.errors else 200)


@require_POST
def drop_from_delegation(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take somebody out of the delegation again."""
    actor = acting(request)
    run_by(actor, code)
    try:
        drop_delegate(code=code, pk=pk, actor=actor)
    except (Refused, Delegate.DoesNotExist):
        raise Http404 from None
    messages.success(request, _("Đã bỏ khỏi đoàn."))
    return redirect("oversight:delegation", code)
