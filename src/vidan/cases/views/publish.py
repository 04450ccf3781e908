"""The desk's pages of published summaries: what waits, and one case's summary with what may be done with it."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vidan.cases.forms.publish import ChecksForm, SummaryForm, VersionForm, WhyForm
from vidan.cases.kinds import PersonState, State, TransferRole
from vidan.cases.models import CaseFile, DataRequest, Summary
from vidan.cases.models.summary import SummaryState
from vidan.cases.moves.publishing import BARS, LABELS, NEEDS, TABLE
from vidan.cases.services import publish as service
from vidan.cases.services.step import Overtaken, Refused
from vidan.domain.moves import Decision, outlook
from vidan.domain.publishing.eligible import KINDS
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.vault.services import open_text

PAGE = 20
SAID = {
    "write": gettext_lazy("Đã trình người thứ hai duyệt."),
    "publish": gettext_lazy("Đã công khai."),
    "return": gettext_lazy("Đã trả lại để viết lại."),
    "take_back": gettext_lazy("Đã gỡ xuống; trang công khai không còn bản này."),
}


MOST_DECIDED = 500
"""So many decided matters, the newest, are looked through for those that may be told."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Summaries that wait, those that are published, and closed cases of which nothing is told yet."""
    actor = acting(request)
    rows = Summary.objects.visible_to(actor).select_related("case", "place")
    shown = list(rows.filter(state=SummaryState.PUBLISHED).newest(after=request.GET.get("sau", ""))[: PAGE + 1])
    decided = set(service.DECIDED.order_by("-pk").values_list("verification__case_id", flat=True)[:MOST_DECIDED])
    open_cases = CaseFile.objects.visible_to(actor).filter(
        Q(summary=None),
        Q(person_state=PersonState.NOBODY, official=None) | Q(pk__in=decided),
        ~Q(pk__in=DataRequest.objects.restricting().values("case")),
        front_id__in=actor.units_with("cases.summarise"),
        state=State.CLOSED,
        kind__in=KINDS,
        subject_unit__isnull=False,
    )
    # Conduct is a list in one field, so what is personal is left out here; twice the page is looked through for it.
    found = open_cases.select_related("subject_unit").order_by("-ended_at", "-pk")[: 2 * PAGE]
    possible = [one for one in found if not service.bars_of(one, decided=one.pk in decided, restricted=False)]
    told = {
        "waiting": rows.filter(state__in=(SummaryState.READY, SummaryState.RETURNED)).newest()[:PAGE],
        "published": shown[:PAGE],
        "after": shown[PAGE - 1].turn if len(shown) > PAGE else "",
        "possible": possible[:PAGE],
    }
    return render(request, "cases/desk/publishing.html", told)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One case's summary: write it, publish it, give it back, take it off."""
    actor = acting(request)
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with("cases.summarise"))
    case = rows.select_related("front", "subject_unit__parent").filter(code=code).first()
    if case is None:
        raise Http404
    summary = Summary.objects.select_related("place", "note").filter(case=case).first()
    facts = service.facts_for(case, summary, actor)
    seen = list(outlook(TABLE, facts, clock.today()))
    forms = _forms(request, case, summary, [one.move.name for one in seen if isinstance(one, Decision)])
    chosen = request.POST.get("move", "")
    if request.method == "POST":
        form = forms.get(chosen)
        if form is None:
            messages.error(request, _("Việc này lúc này không làm được nữa; xin xem lại trạng thái ở dưới."))
            return redirect("cases:summary", code)
        if form.is_valid() and _taken(form, chosen, code, actor):
            messages.success(request, str(SAID[chosen]))
            return redirect("cases:summary", code)
    told = {
        "case": case,
        "summary": summary,
        "note": open_text(summary.note) if summary and summary.note else "",
        "forms": {name: (LABELS[name], form) for name, form in forms.items()},
        "form": forms.get(chosen),
        "bars": [BARS[bar] for bar in service.bars_of(case)],
        "lacking": [
            (LABELS[one.name], [NEEDS[need] for need in one.missing if need != "may_be_told"])
            for one in seen
            if not isinstance(one, Decision) and set(one.missing) != {"may_be_told"}
        ],
        "copy": None if case.erased_on else checked_copy(code),
        "answers": [] if case.erased_on else _answers(case),
    }
    return render(request, "cases/desk/summary.html", told, status=422 if chosen and forms[chosen].errors else 200)


def _answers(case: CaseFile) -> list[str]:
    rows = case.transfers.filter(role=TransferRole.SETTLE, answer__isnull=False).select_related("answer")
    return [open_text(transfer.answer) for transfer in rows if transfer.answer]


def _forms(request: HttpRequest, case: CaseFile, summary: Summary | None, moves: list[str]) -> dict[str, VersionForm]:
    """The form of each move that is open; the one that was sent holds what was typed."""
    version = summary.version if summary else 0
    texts = {"said": summary.said, "done": summary.done} if summary else {}

    def made(name: str, kind: type[VersionForm], **more: Any) -> VersionForm:
        sent = request.POST if request.POST.get("move") == name else None
        # Several forms may stand on the page: what is typed keeps its name, only the marks that labels point to differ.
        return kind(sent, initial={"version": version, **texts}, auto_id=f"{name}-%s", **more)

    kinds: dict[str, tuple[type[VersionForm], dict[str, Any]]] = {
        "write": (SummaryForm, {}),
        "publish": (ChecksForm, {"checks": service.checks_of(case)}),
        "return": (WhyForm, {}),
        "take_back": (WhyForm, {}),
    }
    return {name: made(name, kinds[name][0], **kinds[name][1]) for name in moves}


def _taken(form: VersionForm, move: str, code: str, actor: Actor) -> bool:
    told = form.cleaned_data
    turn = {"code": code, "actor": actor, "version": told["version"]}
    try:
        match move:
            case "write":
                service.write(told=service.Told(told["said"], told["done"]), **turn)
            case "publish":
                service.publish(checked=frozenset(told["checked"]), **turn)
            case "return":
                service.send_back(reason=told["reason"], **turn)
            case _:
                service.take_back(reason=told["reason"], **turn)
    except service.GivesAway as gives:
        assert isinstance(form, SummaryForm)
        form.mark(gives.traces)
    except service.NotChecked:
        form.add_error("checked", _("Cần đọc và đánh dấu từng điều trước khi công khai."))
    except Overtaken as overtaken:
        form.add_error(None, str(overtaken.sentence))
    except Refused:
        form.add_error(None, _("Việc này lúc này không làm được nữa; xin xem lại trạng thái."))
    else:
        return True
    return False
