"""What everybody may read (/khao-sat/): the rounds that are open or published, and the result of one."""

from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.calendar import clock
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SurveyRound
from vidan.surveys.results.compared import between
from vidan.surveys.results.shown import HEIGHT, WIDTH, headline, shown, signed
from vidan.surveys.results.snapshot import snapshot

PAGE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The open rounds, and the published ones, the newest first, a page at a time."""
    today = clock.today()
    rounds = SurveyRound.objects.select_related("front").defer("frozen")
    light = rounds.published().annotate(overall=F("frozen__result__overall")).order_by("-published_on", "-pk")
    after = light.filter(code=request.GET.get("sau", "")).first()
    if after is not None and after.published_on is not None:
        light = light.filter(published_on__lte=after.published_on).exclude(
            published_on=after.published_on, pk__gte=after.pk
        )
    found = list(light[: PAGE + 1])
    told = {
        "open": list(rounds.answerable().filter(first_day__lte=today).order_by("last_day", "pk")),
        "published": [(one, headline({"overall": vars(one)["overall"]})) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
    }
    return render(request, "surveys/results/index.html", told)


@require_safe
def result(request: HttpRequest, code: str) -> HttpResponse:
    """A published result as it was frozen; of an open round that may be followed, the counts so far."""
    rounds = SurveyRound.objects.select_related("front", "questionnaire")
    round_ = rounds.filter(code=code, state__in=(RoundState.PUBLISHED, RoundState.OPEN)).first()
    if round_ is None or (round_.state == RoundState.OPEN and not round_.live):
        raise Http404
    live = round_.state == RoundState.OPEN
    told = shown(snapshot(round_) if live else round_.frozen or {})
    return render(request, "surveys/results/page.html", {"round": round_, "live": live, **told, **drawn(request, told)})


def drawn(request: HttpRequest, told: dict[str, Any]) -> dict[str, Any]:
    """The size of the drawing of months, and the two units that were chosen to be compared."""
    chosen = request.GET.get("mot", ""), request.GET.get("hai", "")
    pair = between(told["result"], *chosen)
    names = {row.more["code"]: row.name for row in told["units"]}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "chosen": chosen,
        "pair": pair,
        "pair_names": [names[pair[side]["code"]] for side in ("one", "other")] if pair else [],
        "pair_gap": signed(pair["gap"]) if pair else "",
        "not_compared": any(chosen) and pair is None,
    }
