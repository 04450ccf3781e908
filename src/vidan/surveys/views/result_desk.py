"""Results at the desk (/ban-lam-viec/ket-qua-khao-sat/): what will be published, what people wrote, and publishing."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.vault.seal import Broken
from vidan.surveys.forms.results import MARKS, PublishForm, RedactForm
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import ReplyText, SealedReply, SurveyRound
from vidan.surveys.results.shown import said, shown
from vidan.surveys.results.snapshot import snapshot
from vidan.surveys.services.publish_result import NotReady, publish_result
from vidan.surveys.services.redact_text import UNREAD, Overtaken, Traced, redact_text, words_of
from vidan.surveys.views.results import drawn

PAGE = 50


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The rounds of one's own Front that have replies or had them, the newest first, a page at a time."""
    rounds = _own(acting(request)).exclude(state=RoundState.DRAFT).defer("frozen").order_by("-pk")
    before = request.GET.get("sau", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        rounds = rounds.filter(pk__lt=int(before))
    found = list(rounds[: PAGE + 1])
    unread = dict(
        ReplyText.objects.filter(UNREAD, stratum__round__in=[one.pk for one in found])
        .order_by()
        .values_list("stratum__round")
        .annotate(Count("key"))
    )
    rows = [(one, unread.get(one.pk, 0)) for one in found[:PAGE]]
    return render(
        request, "surveys/results/listed.html", {"rows": rows, "after": found[PAGE - 1].pk if len(found) > PAGE else ""}
    )


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The result as it stands, or as it was published."""
    return render(request, "surveys/results/desk.html", _told(request, _round(request, code)))


@require_POST
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish it."""
    actor = acting(request)
    round_ = _round(request, code)
    form = PublishForm(request.POST)
    if form.is_valid():
        try:
            publish_result(code=code, version=form.cleaned_data["version"], actor=actor)
        except SurveyRound.DoesNotExist:
            raise Http404 from None
        except NotReady as why:
            form.add_error(None, str(why.sentence))
        else:
            messages.success(request, _("Đã công bố kết quả. Từ nay ai cũng đọc được và không ai sửa được nữa."))
            return redirect("surveys:result_desk", code)
    return render(request, "surveys/results/desk.html", _told(request, round_) | {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, code: str, key: str = "") -> HttpResponse:
    """Read what one reply says in words, the next unread one when none is named, and write what may be shown of it."""
    round_ = _round(request, code)
    texts = ReplyText.objects.filter(stratum__round=round_).order_by("key")
    one = texts.filter(key=key).first() if key else texts.filter(UNREAD).first()
    if key and one is None:
        raise Http404
    form = RedactForm(initial={"shown": one.shown, "read_before": one.read_by} if one else None)
    if request.method == "POST":
        if one is None:
            raise Http404
        form = RedactForm(request.POST)
        if form.is_valid() and _redacted(form, code, one.key, acting(request)):
            messages.success(request, _("Đã ghi. Lời tiếp theo ở dưới."))
            return redirect("surveys:text_next", code)
    return render(request, "surveys/results/text.html", _reading(round_, one, form), status=422 if form.errors else 200)


@require_safe
def texts(request: HttpRequest, code: str) -> HttpResponse:
    """What was read already, with what is shown of it, a page at a time."""
    round_ = _round(request, code)
    read = ReplyText.objects.filter(stratum__round=round_, key__gt=request.GET.get("sau", "")[:32].replace("\0", ""))
    rows = list(read.exclude(UNREAD).order_by("key")[: PAGE + 1])
    labels = _labels(round_)
    told = {
        "round": round_,
        "rows": [(one, labels.get(one.question, one.question)) for one in rows[:PAGE]],
        "after": rows[PAGE - 1].key if len(rows) > PAGE else "",
        "final": round_.state == RoundState.PUBLISHED,
    }
    return render(request, "surveys/results/texts.html", told)


def _own(actor: Actor) -> Any:
    return SurveyRound.objects.visible_to(actor).filter(front_id__in=actor.units_with("surveys.read_results"))


def _round(request: HttpRequest, code: str) -> SurveyRound:
    beside = ("front", "questionnaire")
    round_: SurveyRound | None = (
        _own(acting(request)).select_related(*beside).exclude(state=RoundState.DRAFT).filter(code=code).first()
    )
    if round_ is None:
        raise Http404
    return round_


def _told(request: HttpRequest, round_: SurveyRound) -> dict[str, Any]:
    actor = acting(request)
    told = shown(round_.frozen if round_.frozen is not None else snapshot(round_))
    counts = ReplyText.objects.filter(stratum__round=round_).aggregate(
        all=Count("key"), unread=Count("key", filter=UNREAD), shown=Count("key", filter=~Q(shown=""))
    )
    closed = round_.state == RoundState.CLOSED
    may = closed and round_.front_id in actor.units_with("surveys.publish_result")
    return {
        "round": round_,
        "texts": counts,
        "waiting": SealedReply.objects.filter(round=round_).count() if closed else 0,
        "closed": closed,
        "published": round_.state == RoundState.PUBLISHED,
        "form": PublishForm(initial={"version": round_.version}) if may else None,
        **told,
        **drawn(request, told),
    }


def _redacted(form: RedactForm, code: str, key: str, actor: Actor) -> bool:
    told = form.cleaned_data
    try:
        redact_text(code=code, key=key, shown=told["shown"], read_before=told["read_before"], actor=actor)
    except ReplyText.DoesNotExist:
        raise Http404 from None
    except Traced as wrong:
        for one in wrong.found:
            form.add_error("shown", MARKS[one.mark] % {"words": one.words})
    except Overtaken as late:
        form.add_error(None, str(late.sentence))
    return not form.errors


def _labels(round_: SurveyRound) -> dict[str, str]:
    questions = (one for section in round_.questionnaire.written["sections"] for one in section["questions"])
    return {one["code"]: said({"en": one["label"]["vi"], **one["label"]}) for one in questions}


def _reading(round_: SurveyRound, one: ReplyText | None, form: RedactForm) -> dict[str, Any]:
    try:
        words = words_of(one) if one else ""
    except Broken:
        words = None
    left = ReplyText.objects.filter(UNREAD, stratum__round=round_).count()
    question = _labels(round_).get(one.question, one.question) if one else ""
    final = round_.state == RoundState.PUBLISHED
    return {
        "round": round_,
        "text": one,
        "words": words,
        "question": question,
        "left": left,
        "form": form,
        "final": final,
    }
