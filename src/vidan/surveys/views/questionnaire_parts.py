"""Sections, questions, choices, lines and conditions of a draft: adding, changing, moving, taking away, one at a time."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.questionnaire import edit as edits
from vidan.domain.questionnaire.edit import CodeTaken, NotEmpty, NotThere, parts, section_of
from vidan.domain.questionnaire.form import WITH_CHOICES, Kind, Question, Questionnaire, Section, Text
from vidan.foundation.accounts.actors import acting
from vidan.surveys.forms.questionnaires import PartForm, PartsForm, QuestionForm, SectionForm, VersionForm
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.questionnaire_selectors import blocks_of, own_draft
from vidan.surveys.questionnaire_words import KINDS
from vidan.surveys.services.write_questionnaire import Edit, Overtaken, Published, change_questionnaire, form_of
from vidan.surveys.views.questionnaires import seen

STEPS = {"up": -1, "down": 1}


@require_http_methods(["GET", "POST"])
def add_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a section to a draft."""
    version = own_draft(acting(request), pk)
    form = SectionForm(version.version, data=posted(request))
    if saved(request, pk, form, "section_added", lambda known: edits.add_section(known, form.section(known))):
        return redirect("surveys:questionnaire", pk)
    return drawn(request, "section", version, form, section=None)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Change the title of a section, or whether its questions stand in any order."""
    version = own_draft(acting(request), pk)
    known = _section(form_of(version), code)
    form = SectionForm(version.version, known, posted(request))

    def change(whole: Questionnaire) -> Questionnaire:
        told = form.cleaned_data
        return edits.change_section(whole, code, Text(told["vi"], told["en"]), shuffle=told["shuffle"])

    if saved(request, pk, form, "section", change, code):
        return back_to(pk, code)
    return drawn(request, "section", version, form, section=known)


@require_POST
def move_section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Move a section up or down."""
    step = _step(request)
    return changed(request, pk, "section_moved", lambda form: edits.move_section(form, code, step), code)


@require_POST
def remove_section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Take an empty section away."""
    try:
        return changed(request, pk, "section_removed", lambda form: edits.remove_section(form, code), code)
    except NotEmpty:
        messages.error(request, _("Phần này còn câu hỏi. Chuyển hoặc bỏ các câu trước."))
        return back_to(pk, code)


@require_http_methods(["GET", "POST"])
def add_question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Add a question to a section: first how it is answered, then what it asks."""
    version = own_draft(acting(request), pk)
    place = _section(form_of(version), code)
    told = request.POST.get("kind") or request.GET.get("kieu", "")
    if told not in set(Kind):
        kinds = list(KINDS.items())
        context = {"version": version, "section": place, "kinds": kinds}
        return render(request, "surveys/questionnaires/kinds.html", context)
    form = QuestionForm(version.version, Kind(told), data=posted(request))
    added: list[Question] = []

    def add(whole: Questionnaire) -> Questionnaire:
        added[:] = [form.added_to(whole)]
        return edits.add_question(whole, code, added[0])

    if saved(request, pk, form, "question_added", add, code):
        messages.success(request, _("Đã thêm câu hỏi."))
        return back_to(pk, added[0].code)
    return drawn(request, "question", version, form, section=place, kind=KINDS[told])


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Change a question; its choices, lines and conditions stand below."""
    version = own_draft(acting(request), pk)
    whole = form_of(version)
    known = find(whole, code)
    form = QuestionForm(version.version, known.kind, known, posted(request))
    if saved(request, pk, form, "question", lambda old: edits.change_question(old, code, form.changed), code):
        messages.success(request, _("Đã lưu."))
        return back_to(pk, code)
    return _question_page(request, version, whole, known, form)


@require_POST
def move_question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Move a question up or down, at the edge into the next section."""
    step = _step(request)
    return changed(request, pk, "question_moved", lambda form: edits.move_question(form, code, step), code)


@require_POST
def remove_question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Take a question away."""
    whole = form_of(own_draft(acting(request), pk))
    place = section_of(whole, find(whole, code).code)
    make(request, pk, "question_removed", lambda form: edits.remove_question(form, code), code)
    return back_to(pk, place.code)


@require_POST
def add_parts(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Add choices or lines to a question, one a row."""
    version = own_draft(acting(request), pk)
    whole = form_of(version)
    known = find(whole, code)
    form = PartsForm(version.version, known, request.POST)

    def add(old: Questionnaire) -> Questionnaire:
        return edits.change_question(old, code, lambda one: edits.add_parts(one, form.cleaned_data["lines"]))

    if saved(request, pk, form, "part_added", add, code):
        return to_question(pk, code)
    return _question_page(request, version, whole, known, form)


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, pk: int, code: str, part: str) -> HttpResponse:
    """Change the words of a choice or line, and the factor of a line."""
    version = own_draft(acting(request), pk)
    known = find(form_of(version), code)
    old = next((one for one in parts(known) if one.code == part), None)
    if old is None:
        raise Http404
    form = PartForm(version.version, known, old, posted(request))

    def change(whole: Questionnaire) -> Questionnaire:
        return edits.change_question(whole, code, lambda one: edits.change_part(one, form.changed()))

    if saved(request, pk, form, "part", change, code):
        return to_question(pk, code)
    return drawn(request, "part", version, form, question=known, part=old)


@require_POST
def move_part(request: HttpRequest, pk: int, code: str, part: str) -> HttpResponse:
    """Move a choice or line up or down."""
    step = _step(request)
    return _part_changed(request, pk, code, "part_moved", lambda one: edits.move_part(one, part, step))


@require_POST
def remove_part(request: HttpRequest, pk: int, code: str, part: str) -> HttpResponse:
    """Take a choice or line away."""
    return _part_changed(request, pk, code, "part_removed", lambda one: edits.remove_part(one, part))


def saved(request: HttpRequest, pk: int, form: VersionForm, what: str, edit: Edit, code: str = "") -> bool:
    """Whether a valid form was sent and its change is made; what kept it from being made stands in the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    actor = acting(request)
    try:
        change_questionnaire(pk=pk, version=form.cleaned_data["version"], what=what, edit=edit, actor=actor, code=code)
    except CodeTaken:
        form.add_error("code" if "code" in form.fields else None, _("Mã này đã dùng ở chỗ khác."))
    except (Overtaken, NotThere):
        form.add_error(None, str(Overtaken.sentence))
        form.refresh(own_draft(actor, pk).version)
    except (Published, QuestionnaireVersion.DoesNotExist):
        raise Http404 from None
    else:
        return True
    return False


def changed(request: HttpRequest, pk: int, what: str, edit: Edit, code: str) -> HttpResponse:
    """Make a change for which nothing is typed, and go back to its place on the page of the draft."""
    make(request, pk, what, edit, code)
    return back_to(pk, code)


def make(request: HttpRequest, pk: int, what: str, edit: Edit, code: str) -> None:
    """Make a change for which nothing is typed, to the draft as the person saw it; who comes late is told."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        change_questionnaire(pk=pk, version=seen(request), what=what, edit=edit, actor=actor, code=code)
    except Overtaken as late:
        messages.error(request, str(late.sentence))
    except (NotThere, Published, QuestionnaireVersion.DoesNotExist):
        raise Http404 from None


def find(form: Questionnaire, code: str) -> Question:
    """The question of that code; raises Http404."""
    found = next((one for one in form.questions() if one.code == code), None)
    if found is None:
        raise Http404
    return found


def back_to(pk: int, code: str) -> HttpResponse:
    """To a place on the page of the draft."""
    return redirect(f"{reverse('surveys:questionnaire', args=[pk])}#{code}")


def to_question(pk: int, code: str) -> HttpResponse:
    """To the page of a question, where its choices and conditions are."""
    return redirect(f"{reverse('surveys:questionnaire_question', args=[pk, code])}#cac-y")


def _part_changed(
    request: HttpRequest, pk: int, code: str, what: str, change: Callable[[Question], Question]
) -> HttpResponse:
    make(request, pk, what, lambda form: edits.change_question(form, code, change), code)
    return to_question(pk, code)


def _question_page(
    request: HttpRequest, version: QuestionnaireVersion, whole: Questionnaire, known: Question, form: VersionForm
) -> HttpResponse:
    line = next(one for block in blocks_of(whole) for one in block.lines if one.question.code == known.code)
    adding = isinstance(form, PartsForm)
    has_parts = known.kind in WITH_CHOICES | {Kind.MATRIX}
    told: dict[str, Any] = {
        "line": line,
        "parts_form": form if adding else PartsForm(version.version, known) if has_parts else None,
    }
    shown = QuestionForm(version.version, known.kind, known) if adding else form
    return drawn(request, "question", version, shown, failed=form, question=known, kind=line.kind, **told)


def drawn(
    request: HttpRequest, name: str, version: QuestionnaireVersion, form: VersionForm, **told: Any
) -> HttpResponse:
    """A page of the draft with its form; `failed` is the form whose mistakes stand at the top where it is another."""
    failed = told.pop("failed", form)
    context = {"version": version, "form": form, "failed": failed, **told}
    return render(request, f"surveys/questionnaires/{name}.html", context, status=422 if failed.errors else 200)


def _section(form: Questionnaire, code: str) -> Section:
    found = next((one for one in form.sections if one.code == code), None)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> Any:
    """What was sent, or nothing."""
    return request.POST if request.method == "POST" else None


def _step(request: HttpRequest) -> int:
    """Up or down; anything else is no page."""
    step = STEPS.get(request.POST.get("way", ""))
    if step is None:
        raise Http404
    return step
