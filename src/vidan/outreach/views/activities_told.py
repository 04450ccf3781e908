"""Tuyên truyền cho mọi người (/tuyen-truyen/): what was done in a year by topic, unit and quarter, and each activity told."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.domain.planning.quarters import quarter
from vidan.foundation.caching.pages import kept
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, grouped
from vidan.foundation.files.renditions import Rendition
from vidan.foundation.units.selectors import short_names
from vidan.outreach.activity_filters import year_of
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.article_files import inline, small
from vidan.outreach.findable import ACTIVITIES
from vidan.outreach.models import Activity, ActivityFile
from vidan.outreach.models.activity import ActivityQuerySet
from vidan.outreach.topics import topic_words

FIRST = 2018
PAGE = 30
COMING = 10
"""So many of the activities to come are told."""

Group = tuple[int, str, date]
Sums = dict[Group, int]


@require_safe
@kept(ACTIVITIES)
def page(request: HttpRequest) -> HttpResponse:
    """The year in numbers, what comes, and what was held, the newest first, a page at a time."""
    today = clock.today()
    year = year_of(request.GET.get("nam", "")) or today.year
    if not FIRST <= year <= today.year:
        raise Http404
    span = Scope(date(year, 1, 1), min(today, date(year, 12, 31)))
    names = ("outreach.activities", "outreach.reached", "outreach.topics", "outreach.topics_reached")
    held, people, topics, of_topics = grouped(names, span, "unit_id", "mark", "month").values()
    units = short_names()
    rows = Activity.objects.public().filter(state=ActivityState.DONE, on__gte=span.since, on__lte=span.until)
    last = rows.filter(code=request.GET.get("sau", "")[:40].replace("\0", "")).first()
    if last is not None:
        rows = rows.filter(Q(on__lt=last.on) | Q(on=last.on, pk__lt=last.pk))
    found = list(_told(rows)[: PAGE + 1])
    coming = Activity.objects.public().filter(state=ActivityState.PLANNED, on__gte=today).order_by("on", "pk")
    told = {
        "year": year,
        "years": range(today.year, FIRST - 1, -1),
        "until": span.until,
        "held": sum(held.values()),
        "people": sum(people.values()),
        "tables": [
            (
                _("Theo nội dung"),
                _("Nội dung tuyên truyền"),
                _table(topics, of_topics, lambda key: topic_words(key[1])),
            ),
            (_("Theo đơn vị"), _("Đơn vị"), _table(held, people, lambda key: units.get(key[0], ""))),
            (_("Theo quý"), _("Quý"), sorted(_table(held, people, lambda key: _quarter(key[2])))),
        ],
        "rows": found[:PAGE],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "coming": list(coming.select_related("unit")[:COMING]) if year == today.year else [],
    }
    return render(request, "outreach/activities_told.html", told)


@require_safe
@kept(ACTIVITIES)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One activity, as the search leads to it."""
    found = _told(Activity.objects.public()).filter(code=code).first()
    if found is None:
        raise Http404
    return render(request, "outreach/activity_told.html", {"one": found})


@require_safe
def picture(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A picture that stands on the page, small: nothing there shows more of it."""
    activity = Activity.objects.public().filter(code=code).first()
    if activity is None:
        raise Http404
    kept = activity.files.filter(is_picture=True, file__name=name).exclude(alt="").select_related("file").first()
    if kept is None or kept.file.is_destroyed:
        raise Http404
    return inline(small(kept.file, Rendition.PAGE), is_public=True)


def _told(rows: ActivityQuerySet) -> ActivityQuerySet:
    """Activities with their unit and the pictures that are described."""
    pictures = ActivityFile.objects.filter(is_picture=True).exclude(alt="").select_related("file")
    return rows.select_related("unit").prefetch_related(Prefetch("files", pictures, to_attr="pictures"))


def _table(held: Sums, people: Sums, by: Callable[[Group], str]) -> list[tuple[str, int, int]]:
    """What, how many activities, how many people; the most first."""
    many: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for key, count in held.items():
        many[by(key)] += count
    for key, count in people.items():
        reached[by(key)] += count
    rows = [(name, count, reached[name]) for name, count in many.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _quarter(month: date) -> str:
    return _("Quý %(n)s") % {"n": quarter(month)}
