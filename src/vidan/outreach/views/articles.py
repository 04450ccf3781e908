"""The desk's articles: the list, the page of one with what can be done next, two of its texts compared, the preview."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.domain.moves import Decision
from vidan.foundation.accounts.actors import Actor, acting
from vidan.outreach.article_acts import ACTS
from vidan.outreach.article_facts import decided, next_moves
from vidan.outreach.article_files import with_films
from vidan.outreach.article_kinds import TONES, Category, State
from vidan.outreach.article_moves import LABELS, NEEDS, WRITE
from vidan.outreach.article_people import names_of
from vidan.outreach.article_selectors import holding, said_in, visible
from vidan.outreach.article_text import parts_of, words_of
from vidan.outreach.models import Article, ArticleRevision
from vidan.outreach.old_page_selectors import came_from
from vidan.outreach.services.count_views import views_of
from vidan.outreach.services.write_article import desk_scope

PAGE = 50

LEADS_ON = frozenset({"submit", "approve", "publish", "approve_correction"})
"""Moves that are the usual way on."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The articles of the actor's Front, the newest first, filtered and searched by the address, a page at a time."""
    actor = acting(request)
    rows = Article.objects.visible_to(actor)
    state, category = request.GET.get("o-buoc", ""), request.GET.get("muc", "")
    words = request.GET.get("tu", "").strip()[:100]
    if state in State.values:
        rows = rows.filter(state=state)
    if category in Category.values:
        rows = rows.filter(category=category)
    if words:
        fronts = Article.objects.visible_to(actor).order_by().values_list("front_id", flat=True).distinct()
        rows = holding(rows, words, desk_scope(next(iter(fronts), 0)))
    last = said_in(request, "sau")
    before = Article.objects.visible_to(actor).filter(code=last).values_list("pk", flat=True).first() if last else None
    found = list((rows.filter(pk__lt=before) if before else rows).select_related("latest")[: PAGE + 1])
    address = request.GET.copy()
    address.pop("sau", None)
    told = {
        "rows": [(one, TONES.get(State(one.state), "")) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "states": State.choices,
        "state": state,
        "categories": Category.choices,
        "category": category,
        "words": words,
        "is_filtered": bool(state or category or words),
        "address": address.urlencode(),
        "may_write": actor.may(WRITE),
    }
    return render(request, "outreach/articles/list.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One article at the desk."""
    actor = acting(request)
    article = visible(actor, code)
    revisions = list(article.revisions.order_by("-number").defer("body"))
    told: dict[str, Any] = {
        "article": article,
        "tone": TONES.get(State(article.state), ""),
        "acts": _acts(article, actor),
        "may_repair": isinstance(decided(article, actor, "write"), Decision),
        "revisions": list(zip(revisions, [*revisions[1:], None], strict=True)),
        "names": names_of([*(one.author for one in revisions), article.reviewer]),
        "views": views_of(article),
        "came_from": came_from(article),
        **_drawn(article, article.latest),
    }
    return with_films(render(request, "outreach/articles/page.html", told), told["films"])


@require_safe
def preview(request: HttpRequest, code: str) -> HttpResponse:
    """The newest text as its readers will see it on a telephone."""
    article = visible(acting(request), code)
    told = {"article": article, **_drawn(article, article.latest)}
    return with_films(render(request, "outreach/articles/preview.html", told), told["films"])


@require_safe
def compare(request: HttpRequest, code: str, old: int, new: int) -> HttpResponse:
    """Two texts of an article, word by word."""
    article = visible(acting(request), code)
    texts = {one.number: one for one in article.revisions.filter(number__in=[n for n in (old, new) if n < 2**15])}
    if old not in texts or new not in texts:
        raise Http404
    pairs = [(_compared(texts[old], part), _compared(texts[new], part)) for part in ("title", "summary", "body")]
    told = {"article": article, "old": texts[old], "new": texts[new], "pairs": pairs}
    return render(request, "outreach/articles/compare.html", told)


def _acts(article: Article, actor: Actor) -> dict[str, list[Any]]:
    told: dict[str, list[Any]] = {"open": [], "closed": []}
    for answer in next_moves(article, actor):
        if isinstance(answer, Decision):
            name = answer.move.name
            told["open"].append((ACTS[name], LABELS[name], name in LEADS_ON))
        else:
            told["closed"].append((LABELS[answer.name], [NEEDS[need] for need in answer.missing]))
    return told


def _drawn(article: Article, revision: ArticleRevision | None) -> dict[str, Any]:
    """What draws a text with its pictures, files and films at the desk."""
    assert revision is not None
    pictures = list(article.pictures.select_related("file"))
    return {
        "revision": revision,
        "parts": parts_of(revision.body, pictures),
        "papers": list(article.papers.select_related("file")),
        "films": list(article.films.select_related("file", "still")),
        "picture_route": "outreach:article_file",
        "key": article.code,
    }


def _compared(revision: ArticleRevision, part: str) -> str:
    return words_of(revision.body) if part == "body" else str(getattr(revision, part))
