"""Who was asked in vain: counts by day, entered by the interviewer or an officer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.surveys.forms.rounds import ContactsForm
from vidan.surveys.kinds import ContactOutcome, RoundState, Way
from vidan.surveys.models import ContactCount, Stratum
from vidan.surveys.selectors import strata_of, visible_round
from vidan.surveys.services.changing import NotNow
from vidan.surveys.services.count_contacts import count_contacts

SHOWN = 200
"""The counts that the page shows, the newest days first."""


@require_http_methods(["GET", "POST"])
def contacts(request: HttpRequest, code: str) -> HttpResponse:
    """The counts of the last days, and adding to one."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    if round_.state not in (RoundState.OPEN, RoundState.CLOSED):
        raise Http404
    strata = strata_of(round_)
    form = ContactsForm(
        strata, request.POST if request.method == "POST" else None, initial={"on": min(clock.today(), round_.last_day)}
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            count_contacts(
                code=code,
                stratum=int(told["stratum"]),
                on=told["on"],
                way=Way(told["way"]),
                outcome=ContactOutcome(told["outcome"]),
                count=told["count"],
                actor=actor,
            )
        except Stratum.DoesNotExist:
            raise Http404 from None
        except NotNow as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Đã ghi."))
            return redirect("surveys:contacts", code)
    rows = ContactCount.objects.filter(stratum__in=strata, count__gt=0).select_related(
        "stratum__unit", "stratum__counter"
    )
    shown = rows.order_by("-on", "stratum__unit__sort_key", "way", "outcome")[:SHOWN]
    told = {"round": round_, "form": form, "rows": shown}
    return render(request, "surveys/rounds/contacts.html", told, status=422 if form.errors else 200)
