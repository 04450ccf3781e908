"""Cases between Fronts: offered to us, handed on by us, and those of a Front that has ended and goes to its successor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile, Handing
from vidan.cases.routing import successor_front
from vidan.cases.rows import row_of
from vidan.cases.selectors import listed
from vidan.cases.services.hand_over import ended_fronts, hand_over_all, to_hand_over
from vidan.foundation.accounts.actors import Actor, acting

SHOWN = 50
"""So many lines of each list stand on the page."""


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The three lists; a POST hands over what an ended Front still carries, one entry in the journal each."""
    actor = acting(request)
    if request.method == "POST":
        done = hand_over_all(actor=actor)
        told = ngettext("Đã bàn giao %(n)d hồ sơ.", "Đã bàn giao %(n)d hồ sơ.", done) % {"n": done}
        messages.success(request, told if done else _("Không có hồ sơ nào phải bàn giao."))
        return redirect("cases:handings")
    fronts = actor.units_with("cases.hand")
    offered = CaseFile.objects.visible_to(actor).filter(state=State.OFFERED, front_id__in=fronts)
    ended = ended_fronts(actor)
    left = to_hand_over(actor) if ended else CaseFile.objects.none()
    context = {
        "offered": [row_of(one, actor) for one in listed(offered.order_by("due_on", "pk")[:SHOWN])],
        "ended": [(front, successor_front(front)) for front in ended],
        "left": [row_of(one, actor) for one in listed(left[:SHOWN])],
        "left_count": left.count() if ended else 0,
        "handed": _handed(actor),
    }
    return render(request, "cases/desk/handings.html", context)


def _handed(actor: Actor) -> list[Handing]:
    ours = Handing.objects.visible_to(actor).filter(from_front_id__in=actor.units_with("cases.hand"))
    return list(ours.select_related("case", "from_front", "to_front").order_by("-pk")[:SHOWN])
