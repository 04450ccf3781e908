"""One page a step of the watch over an official survey: what it asks for, and taking it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import file_words
from vidan.foundation.papers.models import PaperState
from vidan.foundation.papers.structure import from_json
from vidan.surveys.checklist import Line, lines_of
from vidan.surveys.forms.official import (
    AnswerForm,
    ApproveForm,
    CloseForm,
    FindingForm,
    LetterForm,
    PublicationForm,
    StepForm,
)
from vidan.surveys.kinds import Finding
from vidan.surveys.models import OfficialSurvey, WatchLetter
from vidan.surveys.publication_words import publication_words
from vidan.surveys.services.close_watch import close_watch, reopen_watch
from vidan.surveys.services.judge_item import judge_item
from vidan.surveys.services.record_publication import Publication, record_publication, withdraw_publication
from vidan.surveys.services.show_official import show_official
from vidan.surveys.services.watch_step import APPROVE, NotNow
from vidan.surveys.services.write_letter import approve_letter, drop_letter, record_answer, write_letter
from vidan.surveys.views.officials import STEPS, visible

Words = str | Promise


@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Hold the survey against one item of the checklist, and go on to the next that nobody has looked at."""
    actor = acting(request)
    survey = visible(actor, code)
    lines = lines_of(survey)
    line = next((one for one in lines if one.item.code == item), None)
    if line is None:
        raise Http404
    form = _form(request, FindingForm, survey, initial=_found(line))
    told = {
        "survey": survey,
        "form": form,
        "line": line,
        "place": lines.index(line) + 1,
        "items": len(lines),
        "file_words": file_words(line.file) if line.file else "",
        "publication": publication_words(survey)[0] if item in ("published", "in_time") else "",
    }

    def run(form: FindingForm) -> object:
        said = form.cleaned_data
        return judge_item(
            code=code,
            item=item,
            finding=Finding(said["finding"]),
            note=said["note"],
            link=said["link"],
            upload=said["file"],
            drop=said["drop"],
            actor=actor,
            version=said["version"],
        )

    if _taken(request, form, run, file_field="file"):
        messages.success(request, _("Đã ghi kết quả đối chiếu."))
        if following := _following(lines, line):
            return redirect("surveys:official_item", code, following)
        return redirect("surveys:official", code)
    return render(request, "surveys/official/item.html", told, status=_status(form))


@require_http_methods(["GET", "POST"])
def publication(request: HttpRequest, code: str) -> HttpResponse:
    """Record when and where the result was published, and its index."""
    actor = acting(request)
    survey = visible(actor, code)
    names = ("published_on", "published_where", "link", "index", "index_n", "population")
    form = _form(request, PublicationForm, survey, initial={name: getattr(survey, name) for name in names})

    def run(form: PublicationForm) -> object:
        said = form.cleaned_data
        published = Publication(
            on=said["published_on"],
            where=said["published_where"],
            link=said["link"],
            index=said["index"],
            index_n=said["index_n"],
            population=said["population"],
        )
        return record_publication(
            code=code, published=published, upload=said["file"], actor=actor, version=said["version"]
        )

    lead = _("Ghi theo đúng nơi đã công bố. Nơi công bố không nêu điều nào thì để trống ô đó.")
    return _step(request, survey, form, run, "official_publication", _("Đã ghi việc công bố."), lead=lead, file="file")


@require_http_methods(["GET", "POST"])
def unpublish(request: HttpRequest, code: str) -> HttpResponse:
    """Take back a publication that was recorded by mistake."""
    actor = acting(request)
    survey = visible(actor, code)
    form = _form(request, StepForm, survey)

    def run(form: StepForm) -> object:
        return withdraw_publication(code=code, actor=actor, version=form.cleaned_data["version"])

    lead = _("Ngày, nơi, tệp và chỉ số đã ghi đều bị xóa; cuộc khảo sát lại được coi là chưa công bố kết quả.")
    return _step(request, survey, form, run, "official_unpublish", _("Đã xóa việc công bố."), lead=lead)


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """Write the letter with recommendations; a draft that waits is replaced."""
    actor = acting(request)
    survey = visible(actor, code)
    draft = _draft(survey)
    initial = {"recommendations": draft.recommendations if draft else ""}
    form = _form(request, LetterForm, survey, initial=initial)

    def run(form: LetterForm) -> object:
        return write_letter(code=code, actor=actor, **form.cleaned_data)

    lead = _(
        "Công văn nêu việc công bố đến hôm nay và những điều chưa đạt, đạt một phần, chưa rõ; lãnh đạo duyệt rồi mới có số."
    )
    said = _("Đã trình công văn để lãnh đạo duyệt.")
    return _step(request, survey, form, run, "official_letter", said, lead=lead, letter=draft)


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, code: str) -> HttpResponse:
    """Drop the draft that waits."""
    actor = acting(request)
    survey = visible(actor, code)
    draft = _draft(survey)
    if draft is None:
        return redirect("surveys:official", code)
    form = _form(request, StepForm, survey)

    def run(form: StepForm) -> object:
        drop_letter(code=code, actor=actor, version=form.cleaned_data["version"])
        return True

    return _step(request, survey, form, run, "official_drop_letter", _("Đã bỏ công văn."), letter=draft)


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, code: str) -> HttpResponse:
    """The head reads the draft, approves and numbers it."""
    actor = acting(request)
    survey = _approved_by(actor, code)
    draft = _draft(survey)
    if draft is None:
        messages.error(request, _("Không có công văn nào chờ duyệt."))
        return redirect("surveys:official", code)
    form = _form(request, ApproveForm, survey, initial={"paper": draft.paper_id})

    def run(form: ApproveForm) -> object:
        return approve_letter(code=code, actor=actor, **form.cleaned_data)

    said = _("Công văn đã có số và được ghi là đã gửi.")
    lead = _("Công văn được cấp số theo sổ công văn đi của năm. Tải bản PDF để ký và gửi.")
    return _step(request, survey, form, run, "official_approve", said, lead=lead, letter=draft)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Record what the body answered on paper."""
    actor = acting(request)
    survey = visible(actor, code)
    open_ones = survey.letters.filter(answer__isnull=True, paper__state=PaperState.ISSUED).select_related("paper")
    letters = [(one.paper_id, one.paper.label) for one in open_ones]
    if not letters:
        messages.error(request, _("Không có công văn nào chờ trả lời."))
        return redirect("surveys:official", code)
    form = _form(request, AnswerForm, survey, letters=letters)

    def run(form: AnswerForm) -> object:
        said = dict(form.cleaned_data)
        return record_answer(code=code, upload=said.pop("scan"), actor=actor, **said)

    told = _("Đã ghi trả lời; văn bản đã vào sổ công văn đến.")
    return _step(request, survey, form, run, "official_answer", told, file="scan")


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, code: str) -> HttpResponse:
    """The head lets everybody read the watch, or takes the page back."""
    actor = acting(request)
    survey = _approved_by(actor, code)
    hides = survey.shown_on is not None
    form = _form(request, StepForm, survey)

    def run(form: StepForm) -> object:
        return show_official(code=code, shown=not hides, actor=actor, version=form.cleaned_data["version"])

    if hides:
        label, lead = (
            _("Rút khỏi trang công khai"),
            _("Từ lúc này không ai đọc được trang công khai nữa; hồ sơ vẫn còn nguyên."),
        )
        said = _("Đã rút khỏi trang công khai.")
    else:
        label = _("Đưa ra trang công khai")
        lead = _(
            "Ai cũng đọc được: cơ quan tổ chức, những gì biết được, kết quả đối chiếu kèm căn cứ, việc công bố sớm hay trễ, công "
            "văn đã gửi và trả lời. Điều ghi thêm về sau hiện ra ngay."
        )
        said = _("Ai cũng đọc được từ bây giờ.")
    return _step(request, survey, form, run, "official_show", said, lead=lead, label=label)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, code: str) -> HttpResponse:
    """End the watch with what came of it."""
    actor = acting(request)
    survey = visible(actor, code)
    form = _form(request, CloseForm, survey, initial={"outcome": survey.outcome})

    def run(form: CloseForm) -> object:
        return close_watch(code=code, actor=actor, **form.cleaned_data)

    return _step(request, survey, form, run, "official_close", _("Đã kết thúc theo dõi."))


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Go on watching."""
    actor = acting(request)
    survey = visible(actor, code)
    form = _form(request, StepForm, survey)

    def run(form: StepForm) -> object:
        return reopen_watch(code=code, actor=actor, version=form.cleaned_data["version"])

    return _step(request, survey, form, run, "official_reopen", _("Đã mở lại việc theo dõi."))


def _step(
    request: HttpRequest,
    survey: OfficialSurvey,
    form: Any,
    run: Callable[[Any], object],
    route: str,
    said: str,
    *,
    lead: Words = "",
    label: Words = "",
    letter: WatchLetter | None = None,
    file: str = "",
) -> HttpResponse:
    if _taken(request, form, run, file_field=file):
        messages.success(request, said)
        return redirect("surveys:official", survey.code)
    told = {
        "survey": survey,
        "form": form,
        "label": label or STEPS[route],
        "lead": lead,
        "letter": from_json(letter.paper.structure) if letter else None,
        "paper": letter.paper if letter else None,
    }
    return render(request, "surveys/official/step.html", told, status=_status(form))


def _form(request: HttpRequest, kind: type[Any], survey: OfficialSurvey, **more: Any) -> Any:
    if request.method == "POST":
        return kind(request.POST, request.FILES, survey=survey, **more)
    return kind(survey=survey, **more)


def _taken(request: HttpRequest, form: forms.Form, run: Callable[[Any], object], *, file_field: str = "") -> bool:
    """Whether the step was taken; else the form says why not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        run(form)
    except NotTaken as refused:
        form.add_error(file_field or None, str(refused.sentence))
    except NotNow as told:
        form.add_error(None, str(told.sentence))
    except OfficialSurvey.DoesNotExist:
        raise Http404 from None
    return not form.errors


def _status(form: Any) -> int:
    return 422 if form.errors else 200


def _approved_by(actor: Actor, code: str) -> OfficialSurvey:
    survey = visible(actor, code)
    if survey.front_id not in actor.units_with(APPROVE):
        raise Http404
    return survey


def _draft(survey: OfficialSurvey) -> WatchLetter | None:
    return survey.letters.filter(paper__state=PaperState.DRAFT).select_related("paper").first()


def _found(line: Line) -> dict[str, str]:
    found = line.finding
    return {"finding": found.finding, "note": found.note, "link": found.link} if found else {}


def _following(lines: list[Line], line: Line) -> str:
    """The next item that nobody has looked at, after this one; none when all behind it are done."""
    behind = lines[lines.index(line) + 1 :]
    return next((one.item.code for one in behind if one.finding is None), "")
