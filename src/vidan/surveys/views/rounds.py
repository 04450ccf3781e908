"""The desk's pages of rounds (/ban-lam-viec/khao-sat/): the list, preparing one, its page, opening, closing, dropping."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.surveystats.asked import Asked
from vidan.domain.surveystats.rounding import percent
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.surveys.forms.rounds import RoundForm, typed_of
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import QuestionnaireVersion, SurveyRound
from vidan.surveys.sample_size import size_of
from vidan.surveys.selectors import Progress, progress_of, strata_of, visible_round
from vidan.surveys.services.changing import NotNow, Overtaken
from vidan.surveys.services.open_round import close_round, open_round
from vidan.surveys.services.prepare_round import change_round, drop_round, prepare_round
from vidan.surveys.services.register_device import DEVICE_WAYS

SHOWN = 100
"""The rounds that the list shows."""

Service = Callable[..., object]


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The rounds of the Front, the newest first."""
    actor = acting(request)
    rounds = SurveyRound.objects.visible_to(actor).select_related("questionnaire")[:SHOWN]
    told = {"rounds": rounds, "runs": actor.may("surveys.run")}
    return render(request, "surveys/rounds/list.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Prepare a round; its frame follows."""
    actor = acting(request)
    fronts = actor.units_with("surveys.run")
    form = RoundForm(request.POST if request.method == "POST" else None, fronts=fronts, initial={"version": 1})
    if request.method == "POST" and form.is_valid():
        try:
            made = prepare_round(front=Unit.objects.get(pk=min(fronts)), plan=form.plan(), actor=actor)
        except NotNow as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Đã lập bản nháp của đợt. Bây giờ lập khung mẫu."))
            return redirect("surveys:frame", made.code)
    told = {"form": form, "round": None, "has_questionnaire": _questionnaires(actor).exists()}
    return render(request, "surveys/rounds/heading.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def heading(request: HttpRequest, code: str) -> HttpResponse:
    """What a draft says of itself."""
    actor = acting(request)
    round_ = own_round(actor, code, RoundState.DRAFT)
    form = RoundForm(
        request.POST if request.method == "POST" else None, fronts=[round_.front_id], initial=typed_of(round_)
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_round(code=code, version=form.cleaned_data["version"], plan=form.plan(), actor=actor)
        except (NotNow, Overtaken) as no:
            form.add_error(None, str(no.sentence))
            form.refresh(own_round(actor, code).version)
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("surveys:round", code)
    told = {"form": form, "round": round_, "has_questionnaire": True}
    return render(request, "surveys/rounds/heading.html", told, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One round: its plan, how the sample size came about, how far each stratum has come, what may be done next."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    strata = strata_of(round_)
    progress = progress_of(strata)
    runs = round_.front_id in actor.units_with("surveys.run")
    opens = round_.front_id in actor.units_with("surveys.open_round")
    told: dict[str, Any] = {
        "round": round_,
        "ways": [str(Way(way).label) for way in round_.ways],
        "size": size_of(round_, strata),
        "progress": progress,
        **_sums(progress),
        "runs": runs,
        "interviews": round_.front_id in actor.units_with("surveys.interview"),
        "opens": opens,
        "invites": runs and Way.INVITATION in round_.ways and round_.state in (RoundState.DRAFT, RoundState.OPEN),
        "by_qr": Way.COUNTER in round_.ways,
        "by_paper": Way.PAPER in round_.ways,
        "by_device": any(way in round_.ways for way in DEVICE_WAYS),
        "is_draft": round_.state == RoundState.DRAFT,
        "is_open": round_.state == RoundState.OPEN,
        "is_over": round_.last_day < clock.today(),
        "invitations": round_.invitations.count(),
        "invited": round_.invitations.filter(used_on__isnull=False).count(),
    }
    return render(request, "surveys/rounds/page.html", told)


@require_POST
def opened(request: HttpRequest, code: str) -> HttpResponse:
    """Open a draft as the person saw it."""
    return _done(request, code, open_round, _("Đã mở đợt khảo sát."))


@require_POST
def closed(request: HttpRequest, code: str) -> HttpResponse:
    """Close an open round before its last day."""
    return _done(request, code, close_round, _("Đã đóng đợt khảo sát. Không nhận thêm phiếu nữa."))


@require_POST
def dropped(request: HttpRequest, code: str) -> HttpResponse:
    """Drop a draft as the person saw it."""
    return _done(request, code, drop_round, _("Đã bỏ bản nháp của đợt."))


def own_round(actor: Actor, code: str, *states: RoundState) -> SurveyRound:
    """A round that the actor's Front runs, in one of some states if any are given; raises Http404."""
    round_ = visible_round(actor, code)
    if round_.front_id not in actor.units_with("surveys.run") or (states and round_.state not in states):
        raise Http404
    return round_


def seen(request: HttpRequest) -> int:
    """The state of the round that the button was drawn for; 0 for anything else."""
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


def _done(request: HttpRequest, code: str, service: Service, said: str) -> HttpResponse:
    actor = acting(request)
    visible_round(actor, code)
    try:
        service(code=code, version=seen(request), actor=actor)
    except SurveyRound.DoesNotExist:
        raise Http404 from None
    except (NotNow, Overtaken) as no:
        messages.error(request, str(no.sentence))
    else:
        messages.success(request, said)
    there = SurveyRound.objects.filter(code=code).exists()
    return redirect("surveys:round", code) if there else redirect("surveys:rounds")


def _questionnaires(actor: Actor) -> Any:
    fronts = actor.units_with("surveys.run")
    return QuestionnaireVersion.objects.filter(front_id__in=fronts, published_at__isnull=False)


def _sums(progress: list[Progress]) -> dict[str, Any]:
    names = ("replies", "marked", "refused", "unreachable")
    told = {name: sum(getattr(one, name) for one in progress) for name in names}
    asked = Asked(sum(one.by_asking for one in progress), told["refused"], told["unreachable"])
    return {
        "sum": told | {"target": sum(one.stratum.target or 0 for one in progress)},
        "asked": asked.all,
        "rate": None if asked.response is None else percent(asked.response),
    }
