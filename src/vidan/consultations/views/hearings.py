"""The desk's hearings of one draft: the list, a new one, one of them with what can be done, and its papers."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.hearings import NewHearingForm
from vidan.consultations.hearing_acts import ACTS, offered
from vidan.consultations.hearing_selectors import (
    APPROVE,
    RUN,
    hearing_of,
    hearings_of,
    standing_of,
    tally_of,
    waiting_papers,
)
from vidan.consultations.hearing_steps import form_of, lines_of, note_words
from vidan.consultations.hearing_words import answer_words, letters_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing
from vidan.consultations.moves import TABLE
from vidan.consultations.selectors import run_by
from vidan.consultations.services.end_hearing import unfinished
from vidan.consultations.services.plan_hearing import plan_hearing
from vidan.consultations.services.record_reply import scans_of
from vidan.consultations.views.moves import Running, refusal_words, taken
from vidan.domain.moves import Refusal, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import original_chunks
from vidan.foundation.journal.record import record
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.send import send_paper
from vidan.foundation.ui.words import time_words


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The hearings of a draft, and which form can be begun."""
    actor = acting(request)
    draft = run_by(actor, code)
    told = {
        "draft": draft,
        "rows": [(one, tally_of(one)) for one in hearings_of(draft)],
        "kinds": HearingKind.choices if _refusal(draft, actor) is None else (),
    }
    return render(request, "consultations/hearings/list.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Begin a hearing of one of the three forms."""
    actor = acting(request)
    draft = run_by(actor, code)
    if kind not in HearingKind.values:
        raise Http404
    chosen = HearingKind(kind)
    if refused := _refusal(draft, actor):
        messages.error(request, refusal_words(refused))
        return redirect("consultations:hearings", code)
    form = NewHearingForm(request.POST if request.method == "POST" else None, draft=draft, kind=chosen)
    made: list[Hearing] = []

    def run(form: Any, actor: Actor) -> None:
        made.append(plan_hearing(code=code, kind=chosen, plan=form.plan, actor=actor))

    if request.method == "POST" and form.is_valid() and taken(Running(run), form, actor):
        messages.success(request, _("Đã ghi. Bây giờ chọn nơi được mời, được hỏi."))
        return redirect("consultations:hearing_act", code, made[0].pk, "khach-moi")
    told = {"draft": draft, "form": form, "label": chosen.label, "fields": "consultations/hearings/fields.html"}
    return render(request, "consultations/hearings/act.html", told, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One hearing: when and where, its steps, who was invited, its papers, and what comes next."""
    actor = acting(request)
    draft = run_by(actor, code)
    hearing = hearing_of(draft, pk)
    held = frozenset(name for name in (RUN, APPROVE) if draft.front_id in actor.units_with(name))
    form, is_open = form_of(hearing.kind), _refusal(draft, actor) is None
    waiting = waiting_papers(hearing)
    told = {
        "draft": draft,
        "hearing": hearing,
        "writes": hearing.kind == HearingKind.WRITTEN,
        "acts": offered(hearing, held) if is_open else [],
        "begins": time_words(hearing.at) if hearing.at else "",
        "before_end": unfinished(hearing) if is_open and not hearing.is_over else None,
        "end_label": ACTS["xong"].label,
        "lines": lines_of(hearing),
        "form": form,
        "note": note_words(form) if form else "",
        "invited": [(one, *answer_words(standing_of(hearing, one))) for one in hearing.invited.all()],
        "tally": tally_of(hearing),
        "waiting": waiting,
        "letters": letters_of(hearing),
        "may_note": is_open and ACTS["buoc"].open(hearing),
        "may_reply": is_open,
        "may_approve": is_open and APPROVE in held,
        "opinions": hearing.opinions.count(),
    }
    return render(request, "consultations/hearings/page.html", told)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, pk: int, slug: str, item: str = "") -> HttpResponse:
    """Show the page of one act, or do it."""
    actor = acting(request)
    draft = run_by(actor, code)
    hearing = hearing_of(draft, pk)
    act = ACTS.get(slug)
    if act is None or hearing.kind not in act.kinds or draft.front_id not in actor.units_with(act.permission):
        raise Http404
    named = act.item(hearing, item) if act.item else None
    if (act.item is None) == bool(item) or (act.item is not None and named is None):
        raise Http404
    if (why := _closed(draft, actor, act.open(hearing))) is not None:
        messages.error(request, why)
        return redirect("consultations:hearing", code, pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = act.form(*sent, hearing=hearing, item=named)
    if sent and form.is_valid() and taken(act, form, actor):
        messages.success(request, str(act.said))
        return redirect("consultations:hearings", code) if slug == "bo" else redirect("consultations:hearing", code, pk)
    told = {"draft": draft, "hearing": hearing, "form": form, "label": act.label, "lead": act.lead}
    told |= {"shows": act.shows, "fields": act.fields, **act.beside(hearing, named)}
    return render(request, "consultations/hearings/act.html", told, status=422 if form.errors else 200)


@require_safe
def paper(request: HttpRequest, code: str, pk: int, paper: int, form: str) -> HttpResponseBase:
    """A letter or the minutes as DOCX or PDF."""
    actor = acting(request)
    draft = run_by(actor, code)
    hearing = hearing_of(draft, pk)
    own = {hearing.invitation_id, hearing.minutes_id} | {one.urging_id for one in hearing.invited.all()}
    found = Paper.objects.filter(pk=paper, subject=code).first() if paper in own else None
    return send_paper(found, form, subject=code, actor=actor, unit_id=draft.front_id, event="draft.download")


@require_safe
def scan(request: HttpRequest, code: str, pk: int, name: str) -> HttpResponseBase:
    """The scan of a written answer, for the Front that asked; that it was fetched stands in the journal."""
    actor = acting(request)
    draft = run_by(actor, code)
    hearing = hearing_of(draft, pk)
    kept = [one.file_id for one in hearing.invited.all() if one.file_id]
    found = StoredFile.objects.filter(pk__in=kept, subject=scans_of(code), name=name, is_destroyed=False).first()
    if found is None:
        raise Http404
    with transaction.atomic():
        record("draft.fetch", subject=code, actor=actor.code, unit_id=draft.front_id, facts={"digest": found.digest})
    kind = FileKind(found.kind)
    return as_attachment(original_chunks(found), f"{code}-y-kien-{found.position}.{kind}", CONTENT_TYPES[kind])


def _refusal(draft: Draft, actor: Actor) -> Refusal | None:
    answer = decide(TABLE, facts_of(Known(draft, actor), only="hear"), "hear", clock.today())
    return answer if isinstance(answer, Refusal) else None


def _closed(draft: Draft, actor: Actor, is_open: bool) -> str | None:
    """Why an act cannot be done now, as a sentence."""
    if refused := _refusal(draft, actor):
        return refusal_words(refused)
    return None if is_open else _("Việc này lúc này chưa làm được, hoặc đã làm xong.")
