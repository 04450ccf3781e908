"""What everybody may find of what people are told: procedures, articles."""

from collections.abc import Iterator

from django.utils.text import capfirst

from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.search.published import Entry, hide, show
from vidan.outreach.article_text import words_of
from vidan.outreach.models import Article, Procedure
from vidan.outreach.procedure_selectors import standing

PROCEDURE, ARTICLE = "procedure", "article"

EVERYBODY = "news"
"""The mark under which the page of news looks for what everybody may read."""

PROCEDURES = "procedures"
"""What kept pages of procedures depend on."""


def tell_procedure(code: str) -> None:
    """Let the search tell of a procedure by the version that everybody may read, or of none."""
    found = standing(code)
    if found is None:
        hide(_subject(code))
    else:
        show(procedure_entry(found))
    changed(PROCEDURES)


def procedure_entry(procedure: Procedure) -> Entry:
    """How the search tells of one version."""
    return Entry(
        subject=_subject(procedure.code),
        kind=PROCEDURE,
        title=capfirst(procedure.name),
        on=procedure.valid_from,
        route="outreach:procedure",
        key=procedure.code,
        summary=capfirst(procedure.also_called),
        words=(procedure.field, procedure.name_en, *(paper["name"] for paper in procedure.papers)),
    )


def procedures() -> Iterator[Entry]:
    """Every procedure that everybody may read."""
    for code in Procedure.objects.public().order_by("code").values_list("code", flat=True).distinct():
        if (found := standing(code)) is not None:
            yield procedure_entry(found)


def article_entry(article: Article) -> Entry:
    """How the search tells of an article that everybody may read."""
    assert article.shown is not None
    assert article.published_at is not None
    return Entry(
        subject=subject_of(article),
        kind=ARTICLE,
        title=article.shown.title,
        on=clock.local(article.published_at).date(),
        route="outreach:news_article",
        key=article.slug,
        summary=article.shown.summary,
        words=(words_of(article.shown.body),),
        marks=(EVERYBODY, f"{EVERYBODY}{article.category}"),
    )


def articles() -> Iterator[Entry]:
    """Every article that everybody may read, the oldest first."""
    rows = Article.objects.public().select_related("shown").order_by("published_at", "pk")
    return map(article_entry, rows.iterator())


def subject_of(article: Article) -> str:
    """The name of an article in the index of what everybody may find."""
    return f"{article.code}.pub"


def _subject(code: str) -> str:
    return f"procedure-{code}"
