"""Papers of a round at the desk (/ban-lam-viec/khao-sat/<round>/giay/): how far they are, keying one, deciding one."""

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.surveystats.rounding import percent
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.surveys.forms.paper import DecideForm, PaperForm
from vidan.surveys.models import PaperReply, SurveyRound
from vidan.surveys.selectors import strata_of, visible_round
from vidan.surveys.services.key_paper import (
    NotKeyed,
    PaperEntry,
    decide_paper,
    drop_paper,
    form_of,
    key_paper,
    places_differing,
    takes_papers,
)

PAGE = 100

ONCE = Q(first_by__gt="", second_by="", taken_on=None)
DIFFERING = Q(second_by__gt="", taken_on=None)


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """How many are keyed, what waits for the second keying or a decision, and how often typists differ."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    papers = PaperReply.objects.visible_to(actor).filter(round=round_)
    counts = papers.aggregate(
        once=Count("pk", filter=ONCE),
        waiting=Count("pk", filter=DIFFERING),
        taken=Count("pk", filter=Q(taken_on__isnull=False)),
        twice=Count("pk", filter=Q(second_by__gt="")),
        differed=Count("pk", filter=Q(differences__gt=0)),
        places=Sum("differences"),
    )
    after = request.GET.get("sau", "")
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
    left = list(papers.filter(ONCE | DIFFERING, number__gt=start).defer("first", "second")[: PAGE + 1])
    told = {
        "round": round_,
        "counts": counts,
        "share": percent(Fraction(counts["differed"], counts["twice"])) if counts["twice"] else None,
        "left": left[:PAGE],
        "after": left[PAGE - 1].number if len(left) > PAGE else None,
        "keys": takes_papers(round_),
        "me": actor.code,
        "decides": round_.front_id in actor.units_with("surveys.run"),
    }
    return render(request, "surveys/paper/list.html", told)


@require_http_methods(["GET", "POST"])
def key(request: HttpRequest, code: str) -> HttpResponse:
    """Key one paper after the other. The page is the same for the first keying and the second: nobody sees the other's."""
    actor = acting(request)
    round_ = _round(actor, code)
    kept = {"stratum": request.GET.get("quay", ""), "on": request.GET.get("ngay", "")}
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        round_=round_,
        form=form_of(round_),
        strata=strata_of(round_),
        today=clock.today(),
        initial=kept,
    )
    if request.method == "POST" and form.is_valid():
        entry, number = form.entry(), form.cleaned_data["number"]
        try:
            paper = key_paper(round_=round_, number=number, entry=entry, actor=actor)
        except NotKeyed as refused:
            form.add_error("number", str(refused.sentence))
        else:
            messages.success(request, _told(paper) % {"number": paper.number})
            again = f"?quay={entry.stratum}&ngay={entry.on:%d/%m/%Y}"
            return redirect(reverse("surveys:paper_key", args=[code]) + again)
    told = {"round": round_, "form": form}
    return render(request, "surveys/paper/key.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Decide where two entries of a paper differ, with the paper in hand."""
    actor = acting(request)
    round_ = _round(actor, code)
    paper = _paper(actor, round_, number, DIFFERING)
    if round_.front_id not in actor.units_with("surveys.run") or paper.first is None or paper.second is None:
        raise Http404
    entries = (PaperEntry.opened(paper.first, paper), PaperEntry.opened(paper.second, paper))
    form = DecideForm(
        request.POST if request.method == "POST" else None,
        form=form_of(round_),
        strata=strata_of(round_),
        entries=entries,
        places=places_differing(*entries),
    )
    if request.method == "POST" and form.is_valid():
        try:
            decide_paper(paper=paper, decided=form.decided(), actor=actor)
        except NotKeyed as refused:
            form.add_error(None, str(refused.sentence))
        else:
            messages.success(request, _("Phiếu số %(number)d đã được nhận.") % {"number": number})
            return redirect("surveys:papers", code)
    told = {"round": round_, "paper": paper, "form": form}
    return render(request, "surveys/paper/decide.html", told, status=422 if form.errors else 200)


@require_POST
def drop(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Drop what was keyed of a paper that is no reply yet: who runs the round, or who alone keyed it."""
    actor = acting(request)
    round_ = _round(actor, code)
    paper = _paper(actor, round_, number, ONCE | DIFFERING)
    is_own = paper.first_by == actor.code and not paper.second_by
    if not is_own and round_.front_id not in actor.units_with("surveys.run"):
        raise Http404
    try:
        drop_paper(paper=paper, actor=actor)
    except NotKeyed as refused:
        messages.error(request, str(refused.sentence))
    else:
        messages.success(request, _("Đã bỏ phần đã nhập của phiếu số %(number)d.") % {"number": number})
    return redirect("surveys:papers", code)


def _round(actor: Actor, code: str) -> SurveyRound:
    """A round whose papers are keyed now; raises Http404."""
    round_ = visible_round(actor, code)
    if not takes_papers(round_) or round_.front_id not in actor.units_with("surveys.paper"):
        raise Http404
    return round_


def _paper(actor: Actor, round_: SurveyRound, number: int, which: Q) -> PaperReply:
    rows = PaperReply.objects.visible_to(actor).filter(which, round=round_).select_related("round__questionnaire")
    found = rows.filter(number=number).first() if number < 2**31 else None
    if found is None:
        raise Http404
    return found


def _told(paper: PaperReply) -> Any:
    if not paper.second_by:
        return _("Đã nhập lần một phiếu số %(number)d. Người khác nhập lần hai.")
    if paper.taken_on:
        return _("Phiếu số %(number)d: hai lần nhập giống nhau, phiếu đã được nhận.")
    return _("Đã nhập lần hai phiếu số %(number)d. Có chỗ khác lần một, phiếu chờ quyết định.")
