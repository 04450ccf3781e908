"""Opening sheets for several units at once, by a rubric and for a year that are chosen first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.scorecards.forms.appraisal import OpenUnitsForm, rubrics_for_units
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.services.open import NotOpened
from vidan.scorecards.services.open_units import fitting, open_unit_cards, opened_already


@require_http_methods(["GET", "POST"])
def opened(request: HttpRequest) -> HttpResponse:
    """Choose a rubric and a year, tick the units, set the last day."""
    actor = acting(request)
    rubrics = rubrics_for_units(actor.units_with("scorecards.draft"))
    rubric = next((one for one in rubrics if str(one.pk) == request.GET.get("bo")), rubrics[0] if rubrics else None)
    if rubric is None:
        return render(request, "scorecards/open_units.html", {"rubrics": []})
    year = _year(request, rubric)
    there = opened_already(rubric, year)
    units = fitting(rubric)
    open_ones = [unit for unit in units if unit.pk not in there]
    form = OpenUnitsForm(request.POST if request.method == "POST" else None, units=open_ones, year=year)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"year": year}
        try:
            cards = open_unit_cards(rubric=rubric, actor=actor, **told)
        except NotOpened as refused:
            form.add_error(None, str(refused.sentence))
        else:
            said = ngettext("Đã mở %(n)d phiếu tự chấm.", "Đã mở %(n)d phiếu tự chấm.", len(cards))
            messages.success(request, said % {"n": len(cards)})
            return redirect(f"{reverse('scorecards:cards')}?nam={year}&bo={rubric.pk}")
    shown = {
        "rubrics": rubrics,
        "rubric": rubric,
        "years": range(rubric.first_year, rubric.last_year + 1),
        "year": year,
        "form": form,
        "there": [unit for unit in units if unit.pk in there],
    }
    return render(request, "scorecards/open_units.html", shown, status=422 if form.errors else 200)


def _year(request: HttpRequest, rubric: RubricVersion) -> int:
    """The year that is asked for, kept among those of the rubric; this year where none is."""
    said = request.GET.get("nam", "")
    year = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else clock.today().year
    return max(rubric.first_year, min(rubric.last_year, year))
