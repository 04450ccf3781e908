"""Buổi tiếp dân at the desk: the schedule with what is promised, the book of one session, and calling a day off."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.cases.forms.receptions import CallOffForm, OpenSessionForm, PromiseForm, TurnEndForm, TurnForm
from vidan.cases.models import ReceptionSession, ReceptionTurn
from vidan.cases.models.receptions import TurnEnd
from vidan.cases.services.call_off import call_off, notice_of
from vidan.cases.services.enter import AlreadyEntered
from vidan.cases.services.hold_reception import (
    Closed,
    NotHeld,
    TurnsOpen,
    add_turn,
    close_session,
    end_turn,
    open_session,
    settle_promise,
)
from vidan.cases.views.downloads import DOWNLOAD
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.papers.send import send_paper
from vidan.foundation.units.models import ReceptionDay, Unit
from vidan.foundation.units.selectors import within

PERMISSION = "cases.receptions"
PAGE = 30


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What was promised and not done yet, the days to come, and the days that are over."""
    actor = acting(request)
    today = clock.today()
    days = _days(actor).annotate(turns=Count("session__turns"), people=Sum("session__turns__people"))
    rows = days.select_related("unit", "moved_to", "session__minutes")
    coming = list(rows.filter(day__gt=today).order_by("day", "opens")[:PAGE])
    over = list(rows.filter(day__lte=today).order_by("-day", "-opens")[:PAGE])
    promises = ReceptionTurn.objects.filter(session__in=ReceptionSession.objects.visible_to(actor), kept__isnull=True)
    open_promises = promises.exclude(promise="").select_related("session__day", "case").order_by("promised_by")[:PAGE]
    told = {
        "coming": [(day, notice_of(day)) for day in coming],
        "over": [(day, notice_of(day)) for day in over],
        "promises": [(turn, *remaining_words(turn.promised_by, today)) for turn in open_promises if turn.promised_by],
    }
    return render(request, "cases/desk/receptions.html", told)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One day: its book once it is opened; a post opens the book, or writes the next turn down."""
    actor = acting(request)
    day = _day(actor, pk)
    session = ReceptionSession.objects.filter(day=day).select_related("minutes").first()
    posted = request.POST if request.method == "POST" else None
    form = OpenSessionForm(posted, initial={"leaders": day.host}, label_suffix="")
    if session is not None:
        return _book(request, day, session, TurnForm(posted, held_on=day.day))
    if posted is not None and form.is_valid():
        try:
            open_session(day=day, leaders=form.cleaned_data["leaders"], actor=actor)
        except NotHeld:
            messages.error(request, _("Buổi tiếp này chưa đến ngày, hoặc đã hoãn."))
        except AlreadyEntered:
            messages.info(request, _("Sổ của buổi này đã được mở rồi."))
        return redirect("cases:reception", pk)
    return _show(request, day, {"form": form})


@require_POST
def turn_end(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say how a turn ended that needs no case."""
    actor = acting(request)
    turn = _turn(actor, pk, number)
    form = TurnEndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chọn kết quả của lượt này."))
        return redirect("cases:reception", pk)
    try:
        end_turn(turn=turn, ended=TurnEnd(form.cleaned_data["ended"]), actor=actor)
    except AlreadyEntered:
        messages.error(request, _("Lượt này đã có kết quả rồi."))
    return redirect("cases:reception", pk)


@require_POST
def promise(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say whether a promise was kept."""
    actor = acting(request)
    turn = _turn(actor, pk, number)
    form = PromiseForm(request.POST)
    if not turn.promise or not form.is_valid():
        raise Http404
    try:
        settle_promise(turn=turn, kept=form.cleaned_data["kept"] == "yes", actor=actor)
    except AlreadyEntered:
        messages.error(request, _("Lời hứa này đã được ghi kết quả rồi."))
    else:
        messages.success(request, _("Đã ghi kết quả của lời hứa."))
    return redirect("cases:receptions")


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the minutes, which ends the book."""
    actor = acting(request)
    session = _session(actor, pk)
    try:
        close_session(session=session, actor=actor)
    except TurnsOpen:
        messages.error(request, _("Còn lượt chưa có kết quả. Lập hồ sơ hoặc ghi kết quả trước khi lập biên bản."))
    except Closed:
        messages.info(request, _("Biên bản đã được lập rồi."))
    else:
        messages.success(request, _("Đã lập biên bản buổi tiếp."))
    return redirect("cases:reception", pk)


@require_safe
def minutes(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The minutes as DOCX or PDF."""
    actor = acting(request)
    session = _session(actor, pk)
    return send_paper(
        session.minutes, form, subject=f"tiep-dan-{pk}", actor=actor, unit_id=session.front_id, event=DOWNLOAD
    )


@require_http_methods(["GET", "POST"])
def calling_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a day off or move it, with the reason that people read; for every Front of the territory."""
    actor = acting(request)
    units = Unit.objects.filter(within(actor.units_with(PERMISSION)))
    days = ReceptionDay.objects.filter(unit__in=units, day__gte=clock.today(), called_off="").select_related("unit")
    day = get_object_or_404(days, pk=pk)
    form = CallOffForm(request.POST if request.method == "POST" else None, day=day.day)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            new = call_off(day=day, reason=told["reason"], moved_to=told["moved_to"], actor=actor)
        except Closed:
            messages.error(request, _("Buổi này đã hoãn, hoặc đã mở sổ nên không hoãn được."))
        else:
            messages.success(request, _("Đã công bố việc hoãn cùng lý do."))
            warn_if_late(request, new)
        return redirect("site:places")
    told = {"day": day, "form": form}
    return render(request, "cases/desk/call_off.html", told, status=422 if form.errors else 200)


def warn_if_late(request: HttpRequest, day: ReceptionDay | None) -> None:
    """Tell who publishes a day too late that the page will say so."""
    found = notice_of(day) if day else None
    if found and found.late:
        told = _(
            "Buổi tiếp phải công bố chậm nhất ngày %(day)s (Luật Tiếp công dân, Điều 24). Trang công khai ghi rõ là muộn."
        )
        messages.warning(request, told % {"day": f"{found.latest:%d/%m/%Y}"})


def _book(request: HttpRequest, day: ReceptionDay, session: ReceptionSession, form: TurnForm) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            turn = add_turn(session=session, actor=acting(request), **form.cleaned_data)
        except Closed:
            messages.error(request, _("Biên bản đã lập nên không ghi thêm lượt được."))
        else:
            messages.success(request, _("Đã ghi lượt số %(number)d.") % {"number": turn.number})
        return redirect("cases:reception", day.pk)
    turns = list(session.turns.select_related("case"))
    told = {
        "session": session,
        "turns": turns,
        "people": sum(turn.people for turn in turns),
        "open": any(not turn.case_id and not turn.ended for turn in turns),
        "ends": TurnEnd.choices,
        "form": form,
        "may_enter": day.unit_id in acting(request).units_with("cases.receive"),
    }
    return _show(request, day, told)


def _show(request: HttpRequest, day: ReceptionDay, told: dict[str, Any]) -> HttpResponse:
    shown = {"day": day, "notice": notice_of(day), "has_come": day.day <= clock.today()} | told
    return render(request, "cases/desk/reception.html", shown, status=422 if told["form"].errors else 200)


def _days(actor: Actor) -> QuerySet[ReceptionDay]:
    return ReceptionDay.objects.filter(unit_id__in=actor.units_with(PERMISSION))


def _day(actor: Actor, pk: int) -> ReceptionDay:
    return get_object_or_404(_days(actor).select_related("unit", "moved_to"), pk=pk)


def _session(actor: Actor, pk: int) -> ReceptionSession:
    rows = ReceptionSession.objects.visible_to(actor).select_related("front", "day", "minutes")
    return get_object_or_404(rows, day_id=pk)


def _turn(actor: Actor, pk: int, number: int) -> ReceptionTurn:
    return get_object_or_404(_session(actor, pk).turns.select_related("session__day"), number=number)
