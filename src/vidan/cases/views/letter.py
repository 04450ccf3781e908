"""Gửi ý kiến: the public form, one question a page, kept on the server for a day."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.letter import AttachForm, KindForm, PlaceForm, TellerForm
from vidan.cases.views.draft import ATTACHED, FORM, attached, current, house_front, remember, who_sees
from vidan.cases.way import BY_SLUG, QUESTIONS, Question, after, first_open, place_of
from vidan.foundation.calendar import clock
from vidan.foundation.figures.named import name_of
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import MAX_FILES, TOO_MANY
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.notice import notice_on
from vidan.foundation.intake.rates import CODE, FILE, spend
from vidan.foundation.units.models import CounterPoint
from vidan.foundation.units.selectors import on_day, served_places
from vidan.foundation.vault.services import takes_in_confidence

FIRST = QUESTIONS[0]
LONGEST_CODE = 24


@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, counter: str = "") -> HttpResponse:
    """The first question. Nothing is stored before it is answered; a draft that was begun goes on where it was left."""
    point = _counter(counter) if counter else None
    writing = current(request)
    if request.method == "POST":
        form = KindForm(request.POST)
        if not form.is_valid():
            return _show(request, FIRST, form, {}, None, point)
        if writing is None or writing.sent:
            writing = drafts.begin(FORM)
        writing.typed[FIRST.slug] = form.cleaned_data
        if point:
            writing.typed["counter"] = {"code": point.code, "unit": point.unit.slug}
        if served := _served(request):
            writing.typed["served"] = served
            writing.typed.pop("noi", None)
        drafts.save(writing)
        return remember(_onward(request, FIRST, writing), writing)
    if writing is not None and writing.sent:
        return redirect("cases:receipt")
    typed = writing.typed if writing else {}
    initial = typed.get(FIRST.slug) or {"kind": request.GET.get("loai", "")}
    return _show(request, FIRST, KindForm(initial=initial), typed, writing, point)


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question of a begun draft."""
    asked = BY_SLUG.get(slug)
    if asked is None:
        raise Http404
    writing = current(request)
    if writing is None:
        return render(request, "cases/letter/ended.html", status=410)
    if writing.sent:
        return redirect("cases:receipt")
    if asked is FIRST:
        return redirect("cases:start")
    open_slug = first_open(writing.typed)
    if open_slug in BY_SLUG and _index(asked) > _index(BY_SLUG[open_slug]):
        return redirect("cases:question", open_slug)
    if request.method == "POST":
        return _answer(request, asked, writing)
    return _show(request, asked, _form(asked, writing, None), writing.typed, writing, None)


@never_cache
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Go on with a draft on another device, by its short code."""
    wrong = ""
    if request.method == "POST":
        typed = request.POST.get("code", "").strip().lower()[:40]
        writing = drafts.find(FORM, typed) if spend(CODE, request) else None
        if writing is not None:
            goes_to = "cases:receipt" if writing.sent else "cases:question"
            target = redirect(goes_to) if writing.sent else redirect(goes_to, first_open(writing.typed))
            return remember(target, writing)
        wrong = _(
            "Không tìm thấy bản đang viết với mã này. Ông/bà xem lại từng chữ; bản đang viết chỉ giữ trong một ngày."
        )
    return render(request, "cases/letter/resume.html", {"wrong": wrong}, status=422 if wrong else 200)


def _answer(request: HttpRequest, asked: Question, writing: Writing) -> HttpResponse:
    if asked.slug == "ke" and (removed := request.POST.get("remove", "")):
        drop_file(subject=writing.row.files, name=removed[:60])
        _keep_unfinished(request, asked, writing)
        return redirect("cases:question", asked.slug)
    form = _form(asked, writing, request.POST)
    refused = _take_files(request, writing) if asked.slug == "ke" else []
    if not form.is_valid() or refused:
        for sentence in refused:
            form.add_error(None, sentence)
        _keep_unfinished(request, asked, writing)
        return _show(request, asked, form, writing.typed, writing, None)
    typed = dict(form.cleaned_data)
    if asked.slug == "noi":
        typed["happened_on"] = typed["happened_on"].isoformat() if typed["happened_on"] else ""
        writing.typed["goes_to"] = {"names": who_sees(typed["unit"])}
    writing.typed[asked.slug] = typed
    drafts.save(writing)
    if request.POST.get("more_files"):
        return redirect("cases:question", asked.slug)
    return _onward(request, asked, writing)


def _onward(request: HttpRequest, asked: Question, writing: Writing) -> HttpResponse:
    """The next question; after a correction from the review, back to the review unless a question became open."""
    following = first_open(writing.typed) if request.POST.get("back") else after(asked.slug, writing.typed)
    return redirect("cases:question", following) if following in BY_SLUG else redirect("cases:review")


def _keep_unfinished(request: HttpRequest, asked: Question, writing: Writing) -> None:
    """A story that came along with a file that was refused is not lost when the page is left."""
    if asked.slug == "ke":
        writing.typed["unfinished"] = {"story": request.POST.get("story", "")[:20_000]}
        drafts.save(writing)


def _take_files(request: HttpRequest, writing: Writing) -> list[str]:
    """Keep the files that came along; returns the sentences for those that were not taken."""
    refused: list[str] = []
    form = AttachForm(request.POST, request.FILES)
    uploads = form.cleaned_data["uploads"] if form.is_valid() else []
    refused += [str(error) for errors in form.errors.values() for error in errors]
    kept = len(attached(writing))
    for upload in uploads:
        if kept >= MAX_FILES:
            return [*refused, str(TOO_MANY)]
        if not spend(FILE, request):
            return [
                *refused,
                _("Đã có nhiều tệp gửi từ nơi này. Ông/bà chờ ít phút rồi gửi tiếp; điều đã viết vẫn còn."),
            ]
        try:
            keep_file(subject=writing.row.files, upload=upload, position=kept + 1)
            writing.typed[ATTACHED] = {}
            kept += 1
        except NotTaken as no:
            refused.append(str(no))
    return refused


def _form(asked: Question, writing: Writing, data: Any) -> forms.Form:
    typed = writing.typed.get(asked.slug) or {}
    if asked.slug == "ke" and not typed:
        typed = writing.typed.get("unfinished", {})
    if asked.form is PlaceForm:
        known = {"unit": writing.typed.get("counter", {}).get("unit", "")} | dict(writing.typed.get("served", {}))
        initial = typed or known
        places = [(area, names) for area, names in served_places(clock.today())]
        return PlaceForm(data, initial=initial, units=places, label_suffix="")
    if asked.form is TellerForm:
        return TellerForm(data, initial=typed, label_suffix="", in_confidence=takes_in_confidence(house_front()))
    return asked.form(data, initial=typed, label_suffix="")


def _show(
    request: HttpRequest,
    asked: Question,
    form: forms.Form,
    typed: Any,
    writing: Writing | None,
    point: CounterPoint | None,
) -> HttpResponse:
    number, total, before = place_of(asked.slug, typed)
    told = {
        "question": asked,
        "form": form,
        "number": number,
        "total": total,
        "steps": range(1, total + 1),
        "before": before,
        "typed": typed,
        "goes_to": typed.get("goes_to", {}).get("names", []),
        "draft_code": writing.code if writing else "",
        "counter": point,
        "back": request.GET.get("sua") or request.POST.get("back"),
        "files": _files(writing) if asked.slug == "ke" and writing else [],
        "attach": AttachForm(label_suffix="") if asked.slug == "ke" else None,
        "notice": notice_on(clock.today()).text if asked.slug == "lien-he" else "",
        "action": reverse("cases:counter", args=[point.code]) if point else _stays(request, asked),
    }
    template = "cases/letter/story.html" if asked.slug == "ke" else "cases/letter/question.html"
    return render(request, template, told, status=422 if form.errors else 200)


def _files(writing: Writing) -> list[tuple[StoredFile, str]]:
    return [(row, str(FileKind(row.kind).label)) for row in attached(writing)]


def _counter(code: str) -> CounterPoint:
    point = CounterPoint.objects.filter(on_day(clock.today()), code=code).select_related("unit").first()
    if point is None:
        raise Http404
    return point


def _served(request: HttpRequest) -> dict[str, str]:
    """How somebody was served, as far as the page he comes from has told: the name of a procedure, the slug of a place."""
    name = name_of(request.GET.get("thu-tuc", "")[:LONGEST_CODE])
    return {"procedure": name, "unit": request.GET.get("noi", "")[:80]} if name else {}


def _stays(request: HttpRequest, asked: Question) -> str:
    """Where the answer goes: the same page; the first one keeps what it was told of how somebody was served."""
    return request.get_full_path() if asked is FIRST else request.path


def _index(asked: Question) -> int:
    return QUESTIONS.index(asked)
