"""Writing at the desk: a new article, one out of a Word file, changing one, correcting one."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from vidan.domain.moves import Refusal, Why
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.ui.refusals import RefusalWords
from vidan.foundation.units.models import Unit
from vidan.outreach.article_facts import decided
from vidan.outreach.article_moves import LABELS, NEEDS, WRITE
from vidan.outreach.article_selectors import visible
from vidan.outreach.article_word import brought
from vidan.outreach.forms.article import CorrectForm, TextForm, VersionForm, WordForm, WriteForm
from vidan.outreach.models import Article
from vidan.outreach.services import write_article
from vidan.outreach.services.article_step import NotNow, Overtaken, Refused

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "bài"))
"""Why a move is not open, as a sentence."""


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin an article."""
    actor = acting(request)
    form = TextForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        article = write_article.begin(front=front_of(actor), written=form.written(), actor=actor)
        messages.success(request, _("Đã lưu bài. Thêm ảnh, tệp, rồi gửi duyệt."))
        return redirect("outreach:article", article.code)
    told = {"form": form, "title": _("Viết bài")}
    return render(request, "outreach/articles/write.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def from_word(request: HttpRequest) -> HttpResponse:
    """Begin an article with what a Word file holds."""
    actor = acting(request)
    form = WordForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            written, converted = brought(form.cleaned_data["file"], form.cleaned_data["category"])
        except NotTaken as refused:
            form.add_error("file", str(refused.sentence))
        else:
            article = write_article.begin(front=front_of(actor), written=written, actor=actor)
            messages.success(request, _("Đã đưa bài từ Word vào. Xem lại tên bài, tóm tắt, rồi lưu."))
            if converted:
                messages.info(request, converted)
            return redirect("outreach:article_write", article.code)
    return render(request, "outreach/articles/from_word.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Change an article that is being written."""
    actor = acting(request)
    article = visible(actor, code)
    if (closed := not_open(request, article, actor, "write")) is not None:
        return closed
    form = WriteForm(request.POST if request.method == "POST" else None, article=article)

    def save() -> object:
        return write_article.write(code=code, written=form.written(), actor=actor, version=form.cleaned_data["version"])

    if request.method == "POST" and form.is_valid() and taken(form, save):
        messages.success(request, _("Đã lưu bài."))
        return redirect("outreach:article", code)
    told = {"form": form, "article": article, "title": LABELS["write"]}
    return render(request, "outreach/articles/write.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """Correct an article that everybody reads."""
    actor = acting(request)
    article = visible(actor, code)
    if (closed := not_open(request, article, actor, "correct")) is not None:
        return closed
    form = CorrectForm(request.POST if request.method == "POST" else None, article=article)

    def save() -> object:
        told = form.cleaned_data
        return write_article.correct(
            code=code, written=form.written(), note=told["note"], actor=actor, version=told["version"]
        )

    if request.method == "POST" and form.is_valid() and taken(form, save):
        messages.success(request, _("Đã lưu bản đính chính; người thứ hai duyệt thì bản này thay bản đang đăng."))
        return redirect("outreach:article", code)
    told = {"form": form, "article": article, "title": LABELS["correct"]}
    return render(request, "outreach/articles/write.html", told, status=422 if form.errors else 200)


def not_open(request: HttpRequest, article: Article, actor: Actor, move: str) -> HttpResponse | None:
    """None while the move is open, else back to the article with the reason; raises Http404 for who may not."""
    answer = decided(article, actor, move)
    if not isinstance(answer, Refusal):
        return None
    if answer.why is Why.NOT_ALLOWED:
        raise Http404
    messages.error(request, refusal_words(answer))
    return redirect("outreach:article", article.code)


def taken(form: VersionForm, run: Callable[[], object]) -> bool:
    """Whether it was done; else the form says why not, with everything that was typed."""
    try:
        run()
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except (Overtaken, NotNow, NotTaken) as told:
        form.add_error(None, str(told.sentence))
    return not form.errors


def front_of(actor: Actor) -> Unit:
    """The Front for which the actor writes."""
    rows = Unit.objects.select_related("parent__parent").filter(pk__in=actor.units_with(WRITE))
    return rows.order_by("sort_key")[0]
