"""Answering in the browser, by the QR of a counter or an invitation. Nothing is stored before the reply is sent."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.questionnaire.pages import seconds_needed
from vidan.domain.questionnaire.written import from_written
from vidan.foundation.calendar import clock
from vidan.foundation.intake.rates import SURVEY
from vidan.foundation.intake.work import admitted, make_task
from vidan.surveys.asking_forms import mistakes
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.reply_page import PLACE, Writing
from vidan.surveys.selectors import is_full
from vidan.surveys.services.accept import Given, accept
from vidan.surveys.ticket import Ticket, new_ticket, read_ticket

NOT_YET = gettext_lazy("Đợt khảo sát này chưa bắt đầu.")
OVER = gettext_lazy("Đợt khảo sát này đã kết thúc, không nhận phiếu nữa.")
NOT_HERE = gettext_lazy("Quầy này không có trong đợt khảo sát, hoặc không trả lời bằng cách quét mã.")
FULL = gettext_lazy("Nơi này đã đủ số phiếu cần hỏi, nên phiếu này không được nhận thêm.")


@dataclass(frozen=True)
class Mistake:
    """One line of the summary at the top of the page."""

    focus: str
    label: str | Promise
    error: str | Promise


NO_PLACE = Mistake(
    PLACE, gettext_lazy("Hôm nay ông/bà đến làm việc gì?"), gettext_lazy("Xin chọn việc ông/bà đến làm.")
)

Keep = Callable[[Given, str], bool]
"""Takes the reply with its token; False when it was taken before."""


@dataclass(frozen=True)
class Asking:
    """Where a reply is given: the round, its strata that come into question, the way, and how the reply is kept."""

    round: SurveyRound
    strata: list[Stratum]
    way: Way
    keep: Keep
    invitation: int | None = None


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str, counter: str) -> HttpResponse:
    """The questions at a counter, page by page, and taking the reply."""
    round_ = public_round(code)
    if why := why_not(round_):
        return refused(request, round_, why)
    strata = list(round_.strata.filter(counter__code=counter).select_related("unit"))
    if not strata or Way.COUNTER not in round_.ways:
        return refused(request, round_, NOT_HERE, status=404)

    def keep(given: Given, token: str) -> bool:
        return accept(round_=round_, given=given, token=token)

    return respond(
        request, Asking(round_, strata, Way.COUNTER, keep), read_ticket(request.POST.get("ticket", ""), code)
    )


@require_safe
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Said after a reply; it knows nothing of the reply."""
    told = {"round": public_round(code), "again": "lai" in request.GET}
    return render(request, "surveys/reply/thanks.html", told)


def public_round(code: str) -> SurveyRound:
    """A round that people may know of; raises Http404 for a draft, and for none."""
    rounds = SurveyRound.objects.exclude(state=RoundState.DRAFT).select_related("questionnaire")
    found = rounds.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def why_not(round_: SurveyRound) -> str | Promise:
    """Why a round takes no reply today; empty when it does."""
    if round_.state != RoundState.OPEN or round_.last_day < clock.today():
        return OVER
    return NOT_YET if clock.today() < round_.first_day else ""


def refused(request: HttpRequest, round_: SurveyRound, why: str | Promise, *, status: int = 410) -> HttpResponse:
    """Say why no reply is taken."""
    return render(request, "surveys/reply/refused.html", {"round": round_, "why": why}, status=status)


def respond(request: HttpRequest, asking: Asking, ticket: Ticket | None) -> HttpResponse:
    """One page of a reply: show it, show it again with what is wrong, show the next, or take the reply."""
    sent = request.POST if request.method == "POST" and ticket else MultiValueDict()
    ticket = ticket or new_ticket(asking.round.code, asking.invitation)
    form = from_written(asking.round.questionnaire.written)
    writing = Writing(form, asking.strata, sent, ticket.token, whole=sent.get("whole") == "1")
    number = _number(sent.get("page", ""), len(writing.pages))
    if not sent:
        full = len(asking.strata) == 1 and is_full(asking.strata[0])
        return refused(request, asking.round, FULL, status=409) if full else _show(request, asking, ticket, writing, 0)
    if "back" in sent:
        return _show(request, asking, ticket, writing, writing.page_before(number))
    if (wrong := writing.wrong_until(number)) is not None:
        return _show(request, asking, ticket, writing, wrong, status=422)
    if number < len(writing.pages) - 1:  # that page said "go on": nothing is sent before a page has said "send"
        following = writing.next_page(number)
        return _show(request, asking, ticket, writing, len(writing.pages) if following is None else following)
    return _take(request, asking, ticket, writing, number)


def _take(request: HttpRequest, asking: Asking, ticket: Ticket, writing: Writing, number: int) -> HttpResponse:
    stratum, code = writing.stratum, asking.round.code
    assert stratum is not None  # wrong_until() has seen to it
    if is_full(stratum):
        return refused(request, asking.round, FULL, status=409)
    if not admitted(request, request.POST.get("work", ""), ticket.token, quick=SURVEY):
        return _show(request, asking, ticket, writing, number, status=429)
    cookie = f"phieu-{code}"
    answers = writing.checked.answers
    given = Given(
        stratum=stratum.pk,
        way=asking.way,
        on=clock.today(),
        answers=answers,
        too_fast=ticket.seconds() < seconds_needed(writing.form, answers),
        repeated=asking.invitation is None and cookie in request.COOKIES,
    )
    is_new = asking.keep(given, ticket.token)
    response = redirect(reverse("surveys:thanks", args=[code]) + ("" if is_new else "?lai"))
    if asking.invitation is None:  # says of the browser that it replied to this round, and nothing else
        response.set_cookie(
            cookie,
            code,
            max_age=((asking.round.last_day - clock.today()).days + 1) * 86_400,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


def _show(
    request: HttpRequest, asking: Asking, ticket: Ticket, writing: Writing, number: int, *, status: int = 200
) -> HttpResponse:
    wrong = status == 422
    sections = writing.asked(number, with_errors=wrong)
    several = len(asking.strata) > 1 and number == 0
    without_place = several and wrong and writing.stratum is None
    whole = writing.asked_whole() if number == 0 and not writing.whole else []
    told = {
        "round": asking.round,
        "title": title_of(asking.round),
        "place": asking.strata[0].unit,
        "ticket": ticket.signed(),
        "task": make_task(ticket.token) if whole or number >= len(writing.pages) - 1 else None,
        "page": number,
        "is_whole": writing.whole,
        "is_last": number >= len(writing.pages) - 1,
        "is_end": number >= len(writing.pages),
        "sections": sections,
        "whole": whole,
        "hidden": writing.hidden(number),
        "mistakes": [*([NO_PLACE] if without_place else []), *mistakes(sections)],
        "places": [(one.pk, one.procedure, one == writing.stratum) for one in asking.strata] if several else [],
        "place_wrong": NO_PLACE.error if without_place else "",
        "busy": status == 429,
    }
    return render(request, "surveys/reply/page.html", told, status=status)


def title_of(round_: SurveyRound) -> str:
    """The title of a round in the reader's language."""
    return round_.title_en if (get_language() or "").startswith("en") and round_.title_en else round_.title


def _number(text: str, count: int) -> int:
    """The number of a page that was sent, `count` for the end; the first for anything else."""
    return min(int(text), count) if text.isascii() and text.isdigit() and len(text) < 4 else 0
