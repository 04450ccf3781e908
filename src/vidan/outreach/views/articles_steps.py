"""One page a move of an article, and the page on which pictures, files and films are added and taken away."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.moves import Decision
from vidan.foundation.accounts.actors import acting
from vidan.outreach.article_acts import ACTS, BY_SLUG
from vidan.outreach.article_facts import decided
from vidan.outreach.article_moves import LABELS
from vidan.outreach.article_selectors import visible
from vidan.outreach.forms.article import VersionForm
from vidan.outreach.forms.article_parts import FilmForm, PaperForm, PictureForm
from vidan.outreach.services import attach
from vidan.outreach.services.article_step import NotNow, Refused
from vidan.outreach.views.articles_write import not_open, taken

FORMS: Mapping[str, tuple[type[VersionForm], Callable[..., object]]] = MappingProxyType(
    {
        "anh": (PictureForm, attach.add_picture),
        "tep": (PaperForm, attach.add_paper),
        "phim": (FilmForm, attach.add_film),
    }
)
"""What can be added, by the word of its address: the form and the service."""


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Show a move's page, or take it."""
    actor = acting(request)
    article = visible(actor, code)
    move = BY_SLUG.get(slug)
    if move is None:
        raise Http404
    if (closed := not_open(request, article, actor, move)) is not None:
        return closed
    act, sent = ACTS[move], request.method == "POST"
    form = act.form(request.POST if sent else None, article=article)

    def run() -> object:
        assert act.service is not None
        return act.service(code=code, actor=actor, **form.cleaned_data)

    if sent and form.is_valid() and taken(form, run):
        messages.success(request, str(act.said))
        return redirect("outreach:article", code)
    told = {"article": article, "act": act, "label": LABELS[move], "form": form}
    return render(request, "outreach/articles/step.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def parts(request: HttpRequest, code: str, kind: str = "") -> HttpResponse:
    """What is attached, with a form for each kind; a kind in the address takes what its form sends."""
    actor = acting(request)
    article = visible(actor, code)
    if (kind and kind not in FORMS) or (request.method == "POST") != bool(kind):
        raise Http404
    if (closed := not_open(request, article, actor, "attach")) is not None:
        return closed
    forms = {
        name: form(*((request.POST, request.FILES) if name == kind else ()), article=article)
        for name, (form, _service) in FORMS.items()
    }
    if kind:
        form, service = forms[kind], FORMS[kind][1]
        if form.is_valid() and taken(form, lambda: service(code=code, actor=actor, **form.cleaned_data)):
            messages.success(request, _("Đã thêm vào bài."))
            return redirect("outreach:article_parts", code)
    told = {
        "article": article,
        "form": forms.get(kind),
        "picture_form": forms["anh"],
        "paper_form": forms["tep"],
        "film_form": forms["phim"],
        "pictures": list(article.pictures.select_related("file")),
        "papers": list(article.papers.select_related("file")),
        "films": list(article.films.select_related("still")),
    }
    return render(request, "outreach/articles/parts.html", told, status=422 if kind else 200)


@require_POST
def drop(request: HttpRequest, code: str, kind: str, pk: int) -> HttpResponse:
    """Take a picture, a file or a film away."""
    actor = acting(request)
    article = visible(actor, code)
    if kind not in FORMS or not isinstance(decided(article, actor, "attach"), Decision):
        raise Http404
    try:
        attach.drop(code=code, kind=kind, pk=min(pk, 2**63 - 1), actor=actor)
    except (Refused, NotNow) as refused:
        raise Http404 from refused
    messages.success(request, _("Đã bỏ khỏi bài."))
    return redirect("outreach:article_parts", code)
