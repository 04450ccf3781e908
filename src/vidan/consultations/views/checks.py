"""The desk's pages of "nói và làm": the accepted points, and each held against the text that was issued."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.ending import CheckForm, FinalTextForm
from vidan.consultations.kept import Promise, promises_of
from vidan.consultations.kinds import Kept
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.moves import TABLE
from vidan.consultations.selectors import run_by
from vidan.consultations.services.check_point import check_point
from vidan.consultations.services.record_issue import bring_final
from vidan.consultations.views.moves import Running, refusal_words, taken
from vidan.domain.moves import Refusal, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The accepted points of a draft, what was promised, and what was found of each."""
    actor = acting(request)
    draft = run_by(actor, code)
    promises = promises_of(draft)
    told = {"draft": draft, "promises": promises, "may_check": _refusal(draft, actor) is None}
    return render(request, "consultations/ending/checks.html", told)


@require_http_methods(["GET", "POST"])
def final(request: HttpRequest, code: str) -> HttpResponse:
    """Bring the issued text in, where it came later than the paper."""
    actor = acting(request)
    draft = run_by(actor, code)
    if refused := _refusal(draft, actor):
        messages.error(request, refusal_words(refused))
        return redirect("consultations:checks", code)
    form = FinalTextForm(*((request.POST, request.FILES) if request.method == "POST" else ()), draft=draft)

    def run(form: Any, actor: Actor) -> None:
        bring_final(code=code, issued=form.issued, actor=actor, version=form.cleaned_data["version"])

    if request.method == "POST" and form.is_valid() and taken(Running(run), form, actor):
        messages.success(request, _("Đã đưa lời văn bản ban hành vào."))
        return redirect("consultations:checks", code)
    told = {"draft": draft, "form": form}
    return render(request, "consultations/ending/final.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Hold one accepted point against the issued text, and go on to the next that nobody has looked at."""
    actor = acting(request)
    draft = run_by(actor, code)
    promises = promises_of(draft)
    promise = next((one for one in promises.rows if one.point.number == number), None)
    if promise is None:
        raise Http404
    if refused := _refusal(draft, actor):
        messages.error(request, refusal_words(refused))
        return redirect("consultations:checks", code)
    now = list(draft.final.pieces.all()) if draft.final else []
    asked_for = request.GET.get("manh") or (promise.check.key if promise.check else promise.point.key)
    looked_at = next((one for one in now if one.key == asked_for), None)
    form = CheckForm(request.POST if request.method == "POST" else None, draft=draft, initial=_found(promise))

    def run(form: Any, actor: Actor) -> None:
        told = form.cleaned_data
        check_point(
            code=code,
            number=number,
            kept=Kept(told["kept"]),
            note=told["note"],
            key=looked_at.key if looked_at else "",
            actor=actor,
            version=told["version"],
        )

    if request.method == "POST" and form.is_valid() and taken(Running(run), form, actor):
        messages.success(request, _("Đã ghi kết quả đối chiếu."))
        following = _following(draft, number)
        return redirect("consultations:check", code, following) if following else redirect("consultations:checks", code)
    told = {
        "draft": draft,
        "promise": promise,
        "form": form,
        "was": _piece(draft.current, promise.point.key),
        "now": looked_at,
        "pieces": now,
        "place": promises.rows.index(promise) + 1,
        "promises": promises,
    }
    return render(request, "consultations/ending/check.html", told, status=422 if form.errors else 200)


def _piece(version: DraftVersion | None, key: str) -> Piece | None:
    """One piece of a text; none for the whole draft."""
    return version.pieces.filter(key=key).first() if version and key else None


def _found(promise: Promise) -> dict[str, str]:
    made = promise.check
    return {"kept": made.kept, "note": made.note} if made else {}


def _following(draft: Draft, number: int) -> int:
    """The next point that nobody has looked at, from this one on and then from the first; 0 when all are done."""
    left = [one.point.number for one in promises_of(draft).rows if one.check is None]
    return next((n for n in left if n > number), left[0] if left else 0)


def _refusal(draft: Draft, actor: Actor) -> Refusal | None:
    answer = decide(TABLE, facts_of(Known(draft, actor), only="check"), "check", clock.today())
    return answer if isinstance(answer, Refusal) else None
