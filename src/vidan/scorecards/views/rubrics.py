"""The pages of rubrics (/ban-lam-viec/bo-tieu-chi/): the list, one version, what differs, publishing and dropping."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.scoring.bands import Basis
from vidan.domain.scoring.points import ZERO
from vidan.domain.scoring.rubric import Block, Rubric
from vidan.domain.scoring.written import bands_from
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.write import as_xlsx
from vidan.foundation.units.models import Unit
from vidan.scorecards.change_words import difference_words
from vidan.scorecards.forms.rubrics import ChangeHeadingForm, HeadingForm
from vidan.scorecards.gates import event_words
from vidan.scorecards.heading_words import heading_differences, start_words
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_changes import changes
from vidan.scorecards.rubric_sheet import headings, rows_of
from vidan.scorecards.rubric_words import number_words
from vidan.scorecards.rubrics import NoRubric, supplied, supplied_as
from vidan.scorecards.selectors import lines_of, own_draft, own_version, visible_version
from vidan.scorecards.services.publish_rubric import Faulty, is_intact, publish_rubric
from vidan.scorecards.services.write_rubric import (
    DraftThere,
    Overtaken,
    Published,
    change_heading,
    draft_next,
    draft_rubric,
    drop_rubric,
    take_over,
    tree_of,
)
from vidan.scorecards.ways import EXAMPLES, WAYS, word_of

SHOWN = 100
"""The versions that the list shows."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The rubrics of the Front with their versions, and those that are supplied."""
    rows = [(one, tree_of(one)) for one in RubricVersion.objects.of_own(acting(request))[:SHOWN]]
    told = {
        "rows": [(one, number_words(tree.maximum), _count(tree)) for one, tree in rows],
        "supplied": [(one, number_words(one.rubric.maximum), _count(one.rubric)) for one in supplied()],
    }
    return render(request, "scorecards/rubrics/list.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a rubric; its content follows."""
    actor = acting(request)
    year = clock.today().year
    form = HeadingForm(
        request.POST if request.method == "POST" else None, initial={"first_year": year, "last_year": year}
    )
    if request.method == "POST" and form.is_valid():
        made = draft_rubric(front=_front(actor), heading=form.heading(), bands=form.cleaned_data["made"], actor=actor)
        messages.success(request, _("Đã lập bản nháp. Bây giờ đưa các mục vào."))
        return redirect("scorecards:rubric", made.pk)
    told = {"form": form, "rubric": None}
    return render(request, "scorecards/rubrics/heading.html", told, status=422 if form.errors else 200)


@require_POST
def taken_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Draft a version out of a supplied rubric."""
    actor = acting(request)
    try:
        made = take_over(front=_front(actor), supplied=supplied_as(slug), actor=actor)
    except NoRubric:
        raise Http404 from None
    except DraftThere as there:
        return _to_the_draft(request, there)
    messages.success(request, _("Đã lập bản nháp từ bộ tiêu chí có sẵn. Xem lại rồi công bố."))
    return redirect("scorecards:rubric", made.pk)


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: the tree with its sums, the bands, the doubts, and what may be done with it."""
    actor = acting(request)
    rubric = visible_version(actor, pk)
    tree = tree_of(rubric)
    lines = lines_of(tree)
    others = RubricVersion.objects.visible_to(actor).filter(front=rubric.front, slug=rubric.slug).exclude(pk=rubric.pk)
    names = dict(User.objects.filter(code__in=[rubric.drafted_by, rubric.published_by]).values_list("code", "name"))
    own = rubric.front_id in actor.units_with("scorecards.rubrics")
    told: dict[str, Any] = {
        "rubric": rubric,
        "maximum": number_words(tree.maximum),
        "rescale": number_words(tree.rescale) if tree.rescale else "",
        "bonus": _sum_of(tree, Block.BONUS),
        "deduction": _sum_of(tree, Block.DEDUCTION),
        "count": _count(tree),
        "lines": lines,
        "wrong": [line for line in lines if line.faults],
        "doubts": [line for line in lines if line.doubt],
        "bands": _bands(rubric),
        "drafted_by": names.get(rubric.drafted_by, ""),
        "published_by": names.get(rubric.published_by, ""),
        "intact": not rubric.published_at or is_intact(rubric),
        "others": others,
        "own": own,
        "edits": own and not rubric.published_at,
        "publishes": not rubric.published_at and rubric.front_id in actor.units_with("scorecards.publish_rubric"),
    }
    return render(request, "scorecards/rubrics/page.html", told)


@require_http_methods(["GET", "POST"])
def heading(request: HttpRequest, pk: int) -> HttpResponse:
    """What a draft says of itself, and its bands."""
    actor = acting(request)
    rubric = own_draft(actor, pk)
    form = ChangeHeadingForm(rubric, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            change_heading(pk=pk, version=told["version"], heading=form.heading(), bands=told["made"], actor=actor)
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
            form.refresh(own_draft(actor, pk).version)
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("scorecards:rubric", pk)
    told = {"form": form, "rubric": rubric}
    return render(request, "scorecards/rubrics/heading.html", told, status=422 if form.errors else 200)


@require_POST
def next_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the next version from this one."""
    actor = acting(request)
    own_version(actor, pk)
    try:
        made = draft_next(pk=pk, actor=actor)
    except DraftThere as there:
        return _to_the_draft(request, there)
    messages.success(request, _("Đã lập bản nháp %(n)d. Bản cũ giữ nguyên.") % {"n": made.number})
    return redirect("scorecards:rubric", made.pk)


@require_POST
def published(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft as the person saw it."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        publish_rubric(pk=pk, version=seen(request), actor=actor)
    except (RubricVersion.DoesNotExist, Published):
        raise Http404 from None
    except Overtaken as late:
        messages.error(request, str(late.sentence))
    except Faulty:
        messages.error(request, _("Chưa công bố được: còn chỗ phải sửa, hoặc chưa có mục nào."))
    else:
        messages.success(request, _("Đã công bố. Từ nay bản này không đổi nữa; muốn sửa thì soạn bản mới."))
    return redirect("scorecards:rubric", pk)


@require_POST
def dropped(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a draft as the person saw it."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        drop_rubric(pk=pk, version=seen(request), actor=actor)
    except (RubricVersion.DoesNotExist, Published):
        raise Http404 from None
    except Overtaken as late:
        messages.error(request, str(late.sentence))
        return redirect("scorecards:rubric", pk)
    messages.success(request, _("Đã bỏ bản nháp."))
    return redirect("scorecards:rubrics")


@require_safe
def differences(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What this version changed against another of the same rubric."""
    actor = acting(request)
    now = visible_version(actor, pk)
    rows = RubricVersion.objects.visible_to(actor).filter(front=now.front, slug=now.slug)
    was = rows.filter(number=number).first() if number < 32_767 else None
    if was is None:
        raise Http404
    found = changes(tree_of(was), tree_of(now))
    told = {
        "was": was,
        "now": now,
        "whole": heading_differences(was, now),
        "rows": [(one, difference_words(one)) for one in found],
    }
    return render(request, "scorecards/rubrics/changes.html", told)


@require_safe
def as_sheet(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A version as a spreadsheet, which can be edited and brought back."""
    rubric = visible_version(acting(request), pk)
    data = as_xlsx(rubric.title, headings(), rows_of(rubric.written["items"]))
    name = f"bo-tieu-chi-{rubric.slug}-{rubric.number}.xlsx"
    return as_attachment(data, name, CONTENT_TYPES[FileKind.XLSX])


@require_safe
def template(request: HttpRequest) -> HttpResponseBase:
    """An empty spreadsheet with one row for each way of scoring, as an example to write over."""
    rows: list[tuple[str, ...]] = [("I", "", "Lĩnh vực (ví dụ, xóa trước khi dùng)", "100")]
    for n, kind in enumerate(WAYS, start=1):
        word = word_of({"kind": kind})
        rows.append((f"I.{n}", "I", f"Ví dụ: {word}", "10", word, EXAMPLES.get(kind, "")))
    return as_attachment(as_xlsx("Bộ tiêu chí", headings(), rows), "bo-tieu-chi-mau.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _count(tree: Rubric) -> int:
    return sum(1 for _leaf in tree.leaves())


def _sum_of(tree: Rubric, block: Block) -> str:
    """The most that the rewards give or the deductions take off, each field up to its cap; nothing without such a field."""
    tops = [top for top in tree.fields if top.block == block]
    most = sum((min(abs(top.maximum), abs(top.cap)) if top.cap is not None else abs(top.maximum) for top in tops), ZERO)
    return number_words(most) if tops else ""


def _bands(rubric: RubricVersion) -> dict[str, Any]:
    if not rubric.bands:
        return {}
    bands = bands_from(rubric.bands)
    rows = [(band.name, start_words(bands, band)) for band in bands.bands]
    gates = [(event_words([gate.event]), gate.highest) for gate in bands.gates]
    return {"rows": rows, "percent": bands.basis == Basis.PERCENT, "gates": gates}


def _front(actor: Actor) -> Unit:
    return Unit.objects.get(pk=min(actor.units_with("scorecards.rubrics")))


def seen(request: HttpRequest) -> int:
    """The state of the draft that the button was drawn for; 0 for anything else."""
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


def _to_the_draft(request: HttpRequest, there: DraftThere) -> HttpResponse:
    messages.warning(request, _("Bộ này đang có bản nháp. Xin sửa tiếp bản nháp đó, hoặc công bố hay bỏ nó trước."))
    return redirect("scorecards:rubric", there.pk)
