"""One item of a draft: adding, changing, taking away, and accepting what the published text leaves unclear."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.scoring.rubric import Rubric
from vidan.domain.scoring.written import DEEPEST, Unreadable
from vidan.foundation.accounts.actors import acting
from vidan.scorecards.forms.rubrics import DoubtForm, ItemForm
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.selectors import Line, lines_of, own_draft
from vidan.scorecards.services.write_rubric import (
    CodeTaken,
    NoItem,
    Overtaken,
    TooMany,
    add_item,
    change_item,
    doubtful,
    record_doubt,
    remove_item,
    tree_of,
    withdraw_doubt,
)
from vidan.scorecards.views.rubrics import seen
from vidan.scorecards.ways import EXAMPLES, WAYS


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an item to a draft."""
    actor = acting(request)
    rubric = own_draft(actor, pk)
    form = ItemForm(rubric.version, rubric.written["items"], data=request.POST if request.method == "POST" else None)
    if not form.is_bound:
        form.initial["parent"] = request.GET.get("thuoc", "")
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            add_item(pk=pk, version=told["version"], item=told["item"], actor=actor)
        except CodeTaken as taken:
            form.add_error("code", str(taken.sentence))
        except NoItem as gone:
            form.add_error("parent", str(gone.sentence))
        except Unreadable:
            told_why = _("Mục này nằm dưới chính nó, hoặc sâu quá %(most)d cấp.")
            form.add_error("parent", told_why % {"most": DEEPEST})
        except TooMany as full:
            form.add_error(None, str(full.sentence) % {"most": full.most})
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
            form.refresh(own_draft(actor, pk).version)
        else:
            messages.success(request, _("Đã thêm mục %(code)s.") % {"code": told["item"]["code"]})
            return redirect("scorecards:rubric", pk)
    return _drawn(request, rubric, form, None)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int, item: str) -> HttpResponse:
    """Change an item of a draft; after somebody else's change, what is there now stands beside what was typed."""
    actor = acting(request)
    rubric = own_draft(actor, pk)
    items = rubric.written["items"]
    known = next((one for one in items if one["code"] == item), None)
    if known is None:
        raise Http404
    form = ItemForm(rubric.version, items, known, request.POST if request.method == "POST" else None)
    late = False
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            change_item(pk=pk, version=told["version"], item=told["item"], actor=actor)
        except NoItem as gone:
            form.add_error(None, str(gone.sentence))
        except Overtaken as overtaken:
            form.add_error(None, str(overtaken.sentence))
            rubric, late = own_draft(actor, pk), True
            form.refresh(rubric.version)
        else:
            messages.success(request, _("Đã lưu mục %(code)s.") % {"code": item})
            return redirect("scorecards:rubric", pk)
    return _drawn(request, rubric, form, _line(tree_of(rubric), item), late=late)


@require_POST
def remove(request: HttpRequest, pk: int, item: str) -> HttpResponse:
    """Take an item away that has none below it."""
    actor = acting(request)
    rubric = own_draft(actor, pk)
    if item not in {one["code"] for one in rubric.written["items"]}:
        raise Http404
    try:
        remove_item(pk=pk, version=seen(request), code=item, actor=actor)
    except NoItem:
        messages.error(request, _("Mục %(code)s còn mục con. Bỏ các mục con trước.") % {"code": item})
    except Overtaken as late:
        messages.error(request, str(late.sentence))
    else:
        messages.success(request, _("Đã bỏ mục %(code)s.") % {"code": item})
    return redirect("scorecards:rubric", pk)


@require_http_methods(["GET", "POST"])
def doubt(request: HttpRequest, pk: int, item: str) -> HttpResponse:
    """Accept, with a reason, a maximum that the published text does not reach."""
    actor = acting(request)
    rubric = own_draft(actor, pk)
    tree = tree_of(rubric)
    if item not in doubtful(tree):
        raise Http404
    start = {"version": rubric.version, "reason": tree.doubts.get(item, "")}
    form = DoubtForm(request.POST if request.method == "POST" else None, initial=start, label_suffix="")
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            record_doubt(pk=pk, version=told["version"], code=item, reason=told["reason"], actor=actor)
        except NoItem as gone:
            form.add_error(None, str(gone.sentence))
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
            form.refresh(own_draft(actor, pk).version)
        else:
            messages.success(request, _("Đã ghi chỗ nghi vấn ở mục %(code)s.") % {"code": item})
            return redirect("scorecards:rubric", pk)
    bare = Rubric(tree.name, tree.fields, tree.rescale)
    told = {"rubric": rubric, "line": _line(bare, item), "form": form, "recorded": item in tree.doubts}
    return render(request, "scorecards/rubrics/doubt.html", told, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, pk: int, item: str) -> HttpResponse:
    """Take a recorded doubt back, as the person saw it."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        withdraw_doubt(pk=pk, version=seen(request), code=item, actor=actor)
    except (NoItem, Overtaken) as no:
        messages.error(request, str(no.sentence))
    else:
        messages.success(request, _("Đã rút chỗ nghi vấn ở mục %(code)s.") % {"code": item})
    return redirect("scorecards:rubric", pk)


def _drawn(
    request: HttpRequest, rubric: RubricVersion, form: ItemForm, line: Line | None, *, late: bool = False
) -> HttpResponse:
    told: dict[str, Any] = {
        "rubric": rubric,
        "form": form,
        "line": line,
        "late": late,
        "examples": [(WAYS[kind], example) for kind, example in EXAMPLES.items()],
    }
    return render(request, "scorecards/rubrics/item.html", told, status=422 if form.errors else 200)


def _line(tree: Rubric, code: str) -> Line | None:
    return next((line for line in lines_of(tree) if line.code == code), None)
