"""The front page: whose site it is, the doors that work, the field for a code, this year in sentences."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope
from vidan.foundation.jobs.progress import unfinished
from vidan.foundation.units.models import ContactKind
from vidan.foundation.units.selectors import contacts_on, reception_days_from
from vidan.outreach.article_selectors import newest
from vidan.site.open_data import headlines
from vidan.site.sample import NAME


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The figures of the year (kept for a minute), the contacts, the next reception days, the newest news."""
    today = clock.today()
    told = {
        "year": today.year,
        "figures": {one.value.figure.name.removeprefix("cases."): one for one in headlines(_year(today))},
        "hotlines": [c for c in contacts_on(today) if c.kind == ContactKind.HOTLINE][:1],
        "receptions": reception_days_from(today, limit=3),
        "news": newest(3),
    }
    if settings.DEMO:
        told["progress"] = [row for row in unfinished() if row.name == NAME]
    return render(request, "site/home.html", told)


def _year(today: date) -> Scope:
    return Scope(date(today.year, 1, 1), today)
