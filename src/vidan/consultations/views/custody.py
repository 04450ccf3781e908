"""A name given in confidence with an opinion: an officer asks the custodians, one of them opens it in her sitting and answers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.consultations.models import NameRequest, Opinion
from vidan.consultations.services.open_in_confidence import (
    PERMISSION,
    answer_request,
    ask_for_name,
    open_in_confidence,
)
from vidan.consultations.services.open_opinion import name_is_kept
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.door import Door, answered, asking, opened, with_words
from vidan.foundation.intake.tellers import TellerMode


@never_cache
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, code: str) -> HttpResponse:
    """The door of one name."""
    actor = acting(request)
    return opened(
        request,
        _door(actor, code),
        lambda reason, own: open_in_confidence(code=code, reason=reason, actor=actor, own=own),
    )


@never_cache
@require_POST
def answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Tell the officer what was done, or why not."""
    actor = acting(request)
    found = _door(actor, code)
    if not NameRequest.objects.visible_to(actor).filter(pk=pk, opinion__code=code).exists():
        raise Http404
    return answered(
        request, found, pk, lambda outcome, text: answer_request(pk=pk, outcome=outcome, text=text, actor=actor)
    )


@never_cache
@require_http_methods(["GET", "POST"])
def ask_name(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """An officer asks the custodians, and reads what they answered."""
    actor = acting(request)
    rows = Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION), draft__code=code)
    found = rows.filter(code=opinion, mode=TellerMode.CONFIDENTIAL).first()
    if found is None or not name_is_kept(found):
        raise Http404
    own = found.name_requests.filter(asked_by__code=actor.code).select_related("reason", "answer")
    return asking(
        request,
        code=opinion,
        back=reverse("consultations:opinion", args=[code, opinion]),
        rows=own[:20],
        ask=lambda reason: ask_for_name(code=opinion, reason=reason, actor=actor),
    )


def _door(actor: Actor, code: str) -> Door:
    rows = Opinion.objects.in_custody_of(actor).select_related("draft__front")
    opinion = rows.filter(code=code).first()
    if opinion is None:
        raise Http404
    asked = opinion.name_requests.select_related("asked_by", "answered_by", "reason", "answer")
    return Door(
        code=code,
        about=_("ý kiến về dự thảo %(code)s") % {"code": opinion.draft.code},
        front=opinion.draft.front,
        received=opinion.given_at,
        door_route="consultations:custody_opinion",
        answer_route="consultations:custody_answer",
        asked=with_words(asked[:20]),
    )
