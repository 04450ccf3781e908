"""Invitations: a batch of codes comes once, as a PDF to be printed, and cannot be seen again."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.surveys.forms.rounds import InviteForm
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Stratum
from vidan.surveys.selectors import strata_of
from vidan.surveys.services.changing import NotNow, Overtaken
from vidan.surveys.services.invite import invite
from vidan.surveys.slips import slips
from vidan.surveys.views.rounds import own_round


@require_http_methods(["GET", "POST"])
def invitations(request: HttpRequest, code: str) -> HttpResponseBase:
    """How many were made and used; making a batch, which is answered with its slips."""
    actor = acting(request)
    round_ = own_round(actor, code, RoundState.DRAFT, RoundState.OPEN)
    if Way.INVITATION not in round_.ways:
        raise Http404
    strata = strata_of(round_)
    form = InviteForm(strata, request.POST if request.method == "POST" else None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            # Nothing is made when the slips cannot be drawn: what was told to nobody would be counted as given out.
            with transaction.atomic(), override("vi"):
                stratum, codes = invite(
                    code=code,
                    version=told["version"],
                    stratum=int(told["stratum"]),
                    count=told["count"],
                    actor=actor,
                )
                paper = slips(stratum, codes)
        except Stratum.DoesNotExist:
            raise Http404 from None
        except (NotNow, Overtaken) as no:
            form.add_error(None, str(no.sentence))
            form.refresh(own_round(actor, code).version)
        else:
            name = f"giay-moi-{code}-{clock.today():%Y%m%d}.pdf"
            return as_attachment(paper, name, CONTENT_TYPES[FileKind.PDF])
    shown = {
        "round": round_,
        "form": form,
        "has_strata": bool(strata),
        "made": round_.invitations.count(),
        "used": round_.invitations.filter(used_on__isnull=False).count(),
    }
    return render(request, "surveys/rounds/invitations.html", shown, status=422 if form.errors else 200)
