"""One item of a sheet that a unit scores first: its papers, the question about it, and the unit's answer."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import file_words, original_chunks
from vidan.foundation.journal.record import record
from vidan.scorecards.appraised import UnitRow, unit_rows
from vidan.scorecards.facts import Known, permissions_for
from vidan.scorecards.forms.appraisal import AnswerForm, EvidenceForm, QuestionForm
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.models import Evidence, Question
from vidan.scorecards.rows import Row
from vidan.scorecards.services.explain_item import answer_question, question
from vidan.scorecards.services.hand_evidence import add_evidence, drop_evidence
from vidan.scorecards.services.step import Refused
from vidan.scorecards.views.cards import visible

UNIT, OFFICER = "scorecards.declare", "scorecards.draft"


def unit_item(request: HttpRequest, known: Known, row: Row, told: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page of an item: the sides beside each other, the papers, the question with its answer, and what may be done."""
    assert isinstance(row, UnitRow)
    card, may = known.card, permissions_for(known.card, known.actor)
    asks = card.state == State.APPRAISING and OFFICER in may
    answers = card.state == State.EXPLAINING and UNIT in may and row.question is not None
    hands = UNIT in may and card.state in (State.SELF_SCORING, State.EXPLAINING)
    said = {"text": row.question.text} if row.question and asks else {}
    answer = {"text": row.question.answer} if row.question and answers else {}
    shown = {
        "card": card,
        "row": row,
        "form": None,
        "stage": None,
        "papers": [(one, file_words(one.file)) for one in row.evidence],
        "drops": hands and card.state == State.SELF_SCORING,
        "evidence_form": EvidenceForm() if hands else None,
        "question_form": QuestionForm(initial=said) if asks else None,
        "answer_form": AnswerForm(initial=answer) if answers else None,
    }
    return render(request, "scorecards/unit_item.html", shown | told, status=status)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Hand one paper in for an item."""
    known, row = _found(request, code, item)
    if request.method != "POST":  # a page with an error that is loaded again
        return redirect("scorecards:item", code, item)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            add_evidence(code=code, item=item, upload=form.cleaned_data["file"], actor=known.actor)
        except NotTaken as refused:
            form.add_error("file", str(refused.sentence))
        except Refused:
            return _too_late(request, code)
        else:
            messages.success(request, _("Đã nhận tài liệu kiểm chứng."))
            return redirect("scorecards:item", code, item)
    return unit_item(request, known, row, {"evidence_form": form}, 422)


@require_POST
def drop(request: HttpRequest, code: str, item: str, name: str) -> HttpResponse:
    """Take one paper back."""
    known, _row = _found(request, code, item)
    try:
        drop_evidence(code=code, item=item, name=name, actor=known.actor)
    except Evidence.DoesNotExist:
        raise Http404 from None
    except Refused:
        return _too_late(request, code)
    messages.success(request, _("Đã bỏ tài liệu."))
    return redirect("scorecards:item", code, item)


@require_safe
def paper(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """One paper, for the Front that appraises and the unit; that it was fetched stands in the journal."""
    actor = acting(request)
    card = visible(actor, code)
    found = card.evidence.select_related("file").filter(file__name=name, file__is_destroyed=False).first()
    if found is None:
        raise Http404
    with transaction.atomic():
        facts = {"item": found.item, "digest": found.digest}
        record("scorecard.fetch_evidence", subject=code, actor=actor.code, unit_id=card.front_id, facts={**facts})
    kind = FileKind(found.file.kind)
    return as_attachment(
        original_chunks(found.file), f"{code}-tai-lieu-{found.file.position}.{kind}", CONTENT_TYPES[kind]
    )


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Note, change or take away the question about an item."""
    known, row = _found(request, code, item)
    if request.method != "POST":  # a page with an error that is loaded again
        return redirect("scorecards:item", code, item)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return unit_item(request, known, row, {"question_form": form}, 422)
    try:
        asked = question(code=code, item=item, text=form.cleaned_data["text"], actor=known.actor)
    except Refused:
        return _too_late(request, code)
    said = _("Đã ghi câu hỏi; câu hỏi được gửi khi yêu cầu giải trình.") if asked else _("Đã bỏ câu hỏi.")
    messages.success(request, said)
    return redirect("scorecards:item", code, item)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Answer the question about an item."""
    known, row = _found(request, code, item)
    if request.method != "POST":  # a page with an error that is loaded again
        return redirect("scorecards:item", code, item)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return unit_item(request, known, row, {"answer_form": form}, 422)
    try:
        answer_question(code=code, item=item, text=form.cleaned_data["text"], actor=known.actor)
    except Question.DoesNotExist:
        raise Http404 from None
    except Refused:
        return _too_late(request, code)
    messages.success(request, _("Đã ghi giải trình của mục này."))
    return redirect("scorecards:item", code, item)


def _found(request: HttpRequest, code: str, item: str) -> tuple[Known, UnitRow]:
    """The item of a sheet that the actor may know of; raises Http404."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    if known.card.kind != CardKind.UNIT:
        raise Http404
    row = next((row for row in unit_rows(known) if row.is_item and row.node.code == item), None)
    if row is None:
        raise Http404
    return known, row


def _too_late(request: HttpRequest, code: str) -> HttpResponse:
    messages.error(request, _("Phiếu chấm đã qua bước này, không nhập được nữa."))
    return redirect("scorecards:card", code)
