"""Where the QR of a counter leads (/q/<code>/): to the letter; while a survey is open there, to a choice between both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from vidan.cases.views import letter
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint
from vidan.foundation.units.selectors import on_day
from vidan.surveys.selectors import open_at


@never_cache
def choose(request: HttpRequest, counter: str) -> HttpResponse:
    """Praise, report, or answer a survey. Without a survey nothing stands between the QR and the letter."""
    rounds = open_at(counter) if request.method in ("GET", "HEAD") else []
    points = CounterPoint.objects.filter(on_day(clock.today()), code=counter).select_related("unit")
    point = points.first() if rounds else None
    if point is None:
        return letter.start(request, counter)
    english = (get_language() or "").startswith("en")
    surveys = [(one.code, one.title_en if english and one.title_en else one.title) for one in rounds]
    return render(request, "site/counter.html", {"point": point, "surveys": surveys})
