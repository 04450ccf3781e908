"""The frame of a round: numbers in a table, a stratum added or taken out, or the whole brought from a spreadsheet."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.read import NotRead, Numbered, as_pasted, numbered_pasted_rows, numbered_workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.surveys.forms.rounds import FrameRowsForm, NumbersForm, StratumForm
from vidan.surveys.frame_sheet import COLUMNS, headings, read_rows, rows_of
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.sample_size import propose, size_of
from vidan.surveys.selectors import counters_of, strata_of
from vidan.surveys.services.changing import NotNow, Overtaken
from vidan.surveys.services.set_frame import (
    MOST_STRATA,
    add_stratum,
    remove_stratum,
    replace_frame,
    set_numbers,
)
from vidan.surveys.views.rounds import own_round, seen


@require_http_methods(["GET", "POST"])
def frame(request: HttpRequest, code: str) -> HttpResponse:
    """The frame with the sample size it asks for; saving its numbers, taking the proposed ones, taking a stratum out."""
    actor = acting(request)
    round_ = own_round(actor, code, RoundState.DRAFT, RoundState.OPEN)
    strata = strata_of(round_)
    only_quota = round_.state == RoundState.OPEN
    form = NumbersForm(
        strata,
        request.POST if request.method == "POST" else None,
        only_quota=only_quota,
        initial={"version": round_.version},
    )
    if request.method == "POST":
        if removed := request.POST.get("remove", ""):
            return _removed(request, round_, removed, actor)
        if form.is_valid():
            numbers = form.numbers()
            if "propose" in request.POST:
                numbers = propose(round_, numbers)
            try:
                set_numbers(code=code, version=form.cleaned_data["version"], numbers=numbers, actor=actor)
            except (NotNow, Overtaken) as no:
                form.add_error(None, str(no.sentence))
                form.refresh(own_round(actor, code).version)
            else:
                messages.success(request, _("Đã lưu."))
                return redirect("surveys:frame", code)
    adding = StratumForm(counters=counters_of(round_.front, round_.first_day), initial={"version": round_.version})
    return _show(request, round_, form, adding)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Add one stratum."""
    actor = acting(request)
    round_ = own_round(actor, code, RoundState.DRAFT)
    if request.method != "POST":
        return redirect("surveys:frame", code)
    adding = StratumForm(request.POST, counters=counters_of(round_.front, round_.first_day))
    if adding.is_valid():
        told = adding.cleaned_data
        try:
            add_stratum(
                code=code,
                version=told["version"],
                counter=adding.counters[told["counter"]],
                procedure=told["procedure"],
                actor=actor,
            )
        except (NotNow, Overtaken) as no:
            adding.add_error(None, str(no.sentence))
            adding.refresh(own_round(actor, code).version)
        else:
            messages.success(request, _("Đã thêm vào khung mẫu."))
            return redirect("surveys:frame", code)
    form = NumbersForm(strata_of(round_), only_quota=False, initial={"version": round_.version})
    return _show(request, round_, form, adding)


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, code: str) -> HttpResponse:
    """The whole frame from a spreadsheet; every fault is told by its cell, and nothing is kept before all can be read."""
    actor = acting(request)
    round_ = own_round(actor, code, RoundState.DRAFT)
    form = FrameRowsForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={"version": round_.version},
        label_suffix="",
    )
    counters = counters_of(round_.front, round_.first_day)
    wrong: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        rows = _rows(form)
        read = read_rows(rows, {one.code: one for one in counters})
        wrong = read.wrong
        if rows and not wrong and not form.errors:
            try:
                replace_frame(code=code, version=form.cleaned_data["version"], rows=read.rows, actor=actor)
            except (NotNow, Overtaken) as no:
                form.add_error(None, str(no.sentence))
                form.refresh(own_round(actor, code).version)
            else:
                n = len(read.rows)
                said = ngettext("Đã đưa %(n)d dòng vào khung mẫu.", "Đã đưa %(n)d dòng vào khung mẫu.", n)
                messages.success(request, said % {"n": n})
                return redirect("surveys:frame", code)
        if rows:  # a workbook with faults is mended on the page, as the cells that it holds
            form.data = {name: form.data[name] for name in form.data} | {"text": as_pasted([row for _n, row in rows])}
    told = {
        "round": round_,
        "form": form,
        "columns": list(COLUMNS.values()),
        "counters": counters,
        "wrong": wrong[:40],
        "more": max(0, len(wrong) - 40),
    }
    return render(request, "surveys/rounds/frame_rows.html", told, status=422 if form.errors or wrong else 200)


@require_safe
def as_sheet(request: HttpRequest, code: str) -> HttpResponseBase:
    """The frame as a spreadsheet, which can be filled in and brought back; the counters of the territory while it is empty."""
    round_ = own_round(acting(request), code)
    rows = rows_of(strata_of(round_)) or [(one.code, "") for one in counters_of(round_.front, round_.first_day)]
    data = as_xlsx(_("Khung mẫu"), headings(), rows)
    return as_attachment(data, f"khung-mau-{code}.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _removed(request: HttpRequest, round_: SurveyRound, told: str, actor: Actor) -> HttpResponse:
    key = int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0
    try:
        remove_stratum(code=round_.code, version=seen(request), stratum=key, actor=actor)
    except Stratum.DoesNotExist:
        raise Http404 from None
    except (NotNow, Overtaken) as no:
        messages.error(request, str(no.sentence))
    else:
        messages.success(request, _("Đã bỏ khỏi khung mẫu."))
    return redirect("surveys:frame", round_.code)


def _rows(form: FrameRowsForm) -> Numbered:
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    try:
        data = upload.read(MAX_BYTES[FileKind.XLSX] + 1) if upload else b""
        rows = numbered_workbook_rows(data) if upload else numbered_pasted_rows(text)
    except (NotRead, NotTaken) as no:
        form.add_error("table" if upload else "text", str(no.sentence))
        return []
    if not rows:
        form.add_error("table", _("Chưa có dòng nào. Chọn tệp, hoặc dán các ô chép từ Excel."))
    elif len(rows) > MOST_STRATA + 1:
        form.add_error("table", _("Khung mẫu có tối đa 60 dòng. Gộp bớt thủ tục, hoặc chia thành hai đợt."))
        return []
    return rows


def _show(request: HttpRequest, round_: SurveyRound, form: NumbersForm, adding: StratumForm) -> HttpResponse:
    told: dict[str, Any] = {
        "round": round_,
        "form": form,
        "adding": adding,
        "size": size_of(round_, form.strata),
        "is_draft": round_.state == RoundState.DRAFT,
    }
    return render(request, "surveys/rounds/frame.html", told, status=422 if form.errors or adding.errors else 200)
