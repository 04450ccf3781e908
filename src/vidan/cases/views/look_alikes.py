"""Cases that may be the same, while a word is being entered or classified."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from vidan.cases.forms.look_alikes import LookForm
from vidan.cases.look_alikes import day_of, look_alikes
from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import acting


@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """What was typed comes by POST, so that no address holds it; nothing of it is kept."""
    actor = acting(request)
    told = LookForm(request.POST).told()
    own = CaseFile.objects.visible_to(actor).filter(code=request.GET.get("bo", "")[:20]).first()
    if own is not None:
        told |= {"day": day_of(own), "but": own.code}
    found = look_alikes(**told, actor=actor)
    return render(
        request, "cases/desk/look_alikes_page.html", {"look_alikes": found, "no_unit": told["unit_id"] is None}
    )
