"""Following a notice to its page, whichever duty it belongs to."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from vidan.consultations.models import Opinion
from vidan.foundation.accounts.actors import acting
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.notices.services import read_notice

CARDS = frozenset(kind for kind in NoticeKind if kind.value.startswith("card_"))
DRAFTS = frozenset(kind for kind in NoticeKind if kind.value.startswith("draft_"))
REPORTS = frozenset(kind for kind in NoticeKind if kind.value.startswith("report_"))
WATCHES = frozenset(kind for kind in NoticeKind if kind.value.startswith("watch_"))

LEADS_TO: Mapping[str, str] = MappingProxyType(
    {
        NoticeKind.NAME_ASKED.value: "cases:custody_case",
        NoticeKind.NAME_TOLD.value: "cases:ask_identity",
        **{kind.value: "scorecards:card" for kind in CARDS},
        **{kind.value: "consultations:draft" for kind in DRAFTS},
        **{kind.value: "oversight:inspection" for kind in WATCHES},
        NoticeKind.WATCH_MEMBER.value: "oversight:visit",
        **{kind.value: "reports:report" for kind in REPORTS},
        NoticeKind.DRAFT_GIVEN.value: "consultations:opinions_desk",
        NoticeKind.DRAFT_LETTER.value: "consultations:opinions_desk",
        NoticeKind.DUTY_SENT.value: "oversight:report",
        NoticeKind.DUTY_BACK.value: "oversight:report",
        NoticeKind.GUIDANCE.value: "oversight:guidance",
    }
)
"""The page of a notice that is not the page of its case."""


@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow a notice to its file; it is read then."""
    actor = acting(request)
    found = read_notice(user_id=actor.user_id or 0, pk=pk)
    if found is None:
        raise Http404
    if Opinion.is_code(found.subject):
        return _of_opinion(found)
    usual = "cases:case" if actor.may("cases.read") else "cases:transferred"
    return redirect(LEADS_TO.get(found.kind, usual), found.subject)


def _of_opinion(found: Notice) -> HttpResponse:
    """A notice about one opinion: that a name is asked for leads to its door, the answer to the page where it was asked."""
    if found.kind == NoticeKind.NAME_ASKED:
        return redirect("consultations:custody_opinion", found.subject)
    opinion = Opinion.objects.select_related("draft").get(code=found.subject)
    return redirect("consultations:ask_name", opinion.draft.code, opinion.code)
