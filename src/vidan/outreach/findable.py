"""What everybody may find of what people are told: procedures, articles, bulletins, activities."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import override

from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.search.published import Entry, hide, show
from vidan.outreach.article_text import words_of
from vidan.outreach.models import Activity, Article, Bulletin, Procedure
from vidan.outreach.models.activity import SHOWN
from vidan.outreach.procedure_selectors import standing

PROCEDURE, ARTICLE, BULLETIN, ACTIVITY = "procedure", "article", "bulletin", "activity"

EVERYBODY = "news"
"""The mark under which the page of news looks for what everybody may read."""

PROCEDURES = "procedures"
"""What kept pages of procedures depend on."""


ACTIVITIES = "activities"
"""What kept pages of activities depend on."""


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


def bulletin_entry(bulletin: Bulletin) -> Entry:
    """How the search tells of a bulletin that was sent, by its own words and the headings of its articles."""
    assert bulletin.frozen is not None
    assert bulletin.sent_at is not None
    return Entry(
        subject=f"bulletin-{bulletin.code}",
        kind=BULLETIN,
        title=bulletin.frozen["title"],
        on=clock.local(bulletin.sent_at).date(),
        route="outreach:bulletin",
        key=f"{bulletin.year}/{bulletin.number}",
        summary=bulletin.frozen["opening"],
        words=(bulletin.numbered, *(one["title"] for one in bulletin.frozen["articles"])),
    )


def bulletins() -> Iterator[Entry]:
    """Every bulletin that was sent."""
    return map(bulletin_entry, Bulletin.objects.public().iterator())


def tell_activity(activity: Activity) -> None:
    """Let the search tell of an activity as it stands, or no more; inside the transaction of the change."""
    if activity.is_public and activity.state in SHOWN:
        show(activity_entry(activity))
    else:
        hide(activity.code)
    changed(ACTIVITIES)


def activity_entry(activity: Activity) -> Entry:
    """How the search tells of an activity: by what its public page says, so neither by its cost nor by its partners."""
    with override("vi"):
        kind, topic = str(activity.get_kind_display()), activity.topic_words
        title = activity.name
    return Entry(
        subject=activity.code,
        kind=ACTIVITY,
        title=title,
        on=activity.on,
        route="outreach:told_activity",
        key=activity.code,
        summary=f"{activity.place}. {activity.unit.short_name}",
        words=(kind, topic, activity.unit.name),
    )


def activities() -> Iterator[Entry]:
    """Every activity that everybody may read of."""
    return map(activity_entry, Activity.objects.public().select_related("unit").order_by("on", "pk").iterator())


def subject_of(article: Article) -> str:
    """The name of an article in the index of what everybody may find."""
    return f"{article.code}.pub"


def _subject(code: str) -> str:
    return f"procedure-{code}"
