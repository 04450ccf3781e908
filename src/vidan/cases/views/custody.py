"""A name given in confidence with a case: an officer asks the custodians, one of them opens it in her sitting and answers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.models import CaseFile, IdentityRequest
from vidan.cases.services.open_in_confidence import answer_request, ask_for_name, open_in_confidence
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.door import Door, answered, asking, opened, with_words
from vidan.foundation.intake.tellers import TellerMode


@never_cache
@require_http_methods(["GET", "POST"])
def custody_case(request: HttpRequest, code: str) -> HttpResponse:
    """The door of one name."""
    actor = acting(request)
    try:
        return opened(
            request,
            _door(actor, code),
            lambda reason, own: open_in_confidence(code=code, reason=reason, actor=actor, own=own),
        )
    except CaseFile.DoesNotExist:
        raise Http404 from None


@never_cache
@require_POST
def custody_answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Tell the officer what was done, or why not."""
    actor = acting(request)
    door = _door(actor, code)
    if not IdentityRequest.objects.visible_to(actor).filter(pk=pk, case__code=code).exists():
        raise Http404
    return answered(
        request, door, pk, lambda outcome, text: answer_request(pk=pk, outcome=outcome, text=text, actor=actor)
    )


@never_cache
@require_http_methods(["GET", "POST"])
def ask_identity(request: HttpRequest, code: str) -> HttpResponse:
    """An officer asks the custodians, and reads what they answered."""
    actor = acting(request)
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with("cases.ask_identity"))
    case = rows.filter(code=code, teller_mode=TellerMode.CONFIDENTIAL).first()
    if case is None:
        raise Http404
    own = IdentityRequest.objects.filter(case=case, asked_by__code=actor.code).select_related("reason", "answer")
    return asking(
        request,
        code=code,
        back=reverse("cases:case", args=[code]),
        rows=own[:20],
        ask=lambda reason: ask_for_name(code=code, reason=reason, actor=actor),
    )


def _door(actor: Actor, code: str) -> Door:
    case = CaseFile.objects.in_custody_of(actor).select_related("front").filter(code=code).first()
    if case is None:
        raise Http404
    asked = case.identity_requests.select_related("asked_by", "answered_by", "reason", "answer")
    return Door(
        code=code,
        about=case.get_kind_display(),
        front=case.front,
        received=case.received_at,
        door_route="cases:custody_case",
        answer_route="cases:custody_answer",
        asked=with_words(asked[:20]),
    )
