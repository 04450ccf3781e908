"""Kế hoạch tuyên truyền: plan against done of a year by unit and topic, and the lines of the plan."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.planning.quarters import QUARTERS, quarter
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import short_names, within
from vidan.outreach.activity_filters import year_of
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.forms.activity_plan import FIRST_YEAR, LineForm
from vidan.outreach.models import Activity, PlanLine
from vidan.outreach.plan_done import against
from vidan.outreach.services.plan_activities import PLAN, set_line
from vidan.outreach.topics import topic_words

DOERS = (UnitKind.FRONT_COMMITTEE, UnitKind.MEMBER_ORGANISATION)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The plan of a year and what of it is done, for the units whose activities the actor may read."""
    actor = acting(request)
    year = year_of(request.GET.get("nam", "")) or clock.today().year
    lines = list(PlanLine.objects.visible_to(actor).filter(year=year).select_related("unit"))
    held = Activity.objects.visible_to(actor).filter(state=ActivityState.DONE, on__year=year).order_by()
    counts = (
        held.values_list("unit_id", "kind", "topic").annotate(n=Count("pk")).order_by("unit__level", "unit__sort_key")
    )
    done = {(unit, kind, topic): n for unit, kind, topic, n in counts}
    names, total = short_names(), _("Cộng")
    told = {
        "year": year,
        "years": range(clock.today().year + 1, FIRST_YEAR - 1, -1),
        "quarters": QUARTERS,
        "tables": [
            (_("Theo đơn vị"), _("Đơn vị"), against(lines, done, lambda key: names.get(key[0], ""), total=total)),
            (
                _("Theo nội dung"),
                _("Nội dung tuyên truyền"),
                against(lines, done, lambda key: topic_words(key[2]), total=total),
            ),
        ],
        "lines": lines,
        "writes": actor.may(PLAN),
        "plans": actor.units_with(PLAN),
    }
    return render(request, "outreach/activity_plan.html", told)


@require_http_methods(["GET", "POST"])
def line(request: HttpRequest) -> HttpResponse:
    """Write one line; `?dong=` proposes a line that stands, to be changed."""
    actor = acting(request)
    form = LineForm(
        request.POST if request.method == "POST" else None, units=_units(actor), initial=_proposed(request, actor)
    )
    if request.method == "POST" and form.is_valid():
        planned = form.planned()
        try:
            set_line(planned=planned, actor=actor)
        except PlanLine.DoesNotExist:
            raise Http404 from None
        messages.success(request, _("Đã ghi vào kế hoạch.") if planned.count else _("Đã bỏ dòng khỏi kế hoạch."))
        response = redirect("outreach:activity_plan")
        response["Location"] += f"?nam={planned.year}"
        return response
    return render(request, "outreach/activity_plan_line.html", {"form": form}, status=422 if form.errors else 200)


def _units(actor: Actor) -> list[Unit]:
    """The Fronts and member organisations of the territory."""
    rows = Unit.objects.valid_on(clock.today()).filter(within(actor.units_with(PLAN)), kind__in=DOERS)
    return list(rows.order_by("level", "sort_key"))


def _proposed(request: HttpRequest, actor: Actor) -> dict[str, object]:
    asked = request.GET.get("dong", "")
    known = asked.isascii() and asked.isdigit() and len(asked) < 19
    found = PlanLine.objects.visible_to(actor).select_related("unit").filter(pk=asked).first() if known else None
    if found is None:
        return {"year": clock.today().year, "quarter": quarter(clock.today()), "count": 1}
    names = ("year", "quarter", "kind", "topic", "count", "responsible")
    return {"unit": found.unit.slug, **{name: getattr(found, name) for name in names}}
