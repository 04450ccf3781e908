"""The bulletin at the desk: the list, putting one together, looking at it as page, mail and paper, its steps."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.moves import Decision, Refusal, Why
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.jobs.models import Progress
from vidan.foundation.ui.refusals import RefusalWords
from vidan.foundation.units.models import Unit
from vidan.outreach.article_moves import WRITE
from vidan.outreach.article_people import names_of
from vidan.outreach.bulletin_facts import decided, next_moves
from vidan.outreach.bulletin_mail import place, title_of, told_of
from vidan.outreach.bulletin_moves import LABELS, NEEDS, TONES, BulletinState
from vidan.outreach.bulletin_paper import paper_of
from vidan.outreach.bulletin_selectors import to_choose_from, visible_bulletin
from vidan.outreach.bulletin_text import shown_content
from vidan.outreach.forms.bulletin import BulletinForm, BulletinStepForm
from vidan.outreach.models import Bulletin
from vidan.outreach.services import make_bulletin
from vidan.outreach.services.article_step import NotNow, Refused
from vidan.outreach.services.mail_bulletin import work_name

_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "bản tin"))
"""Why a move is not open, as a sentence."""

PAGE = 50

Act = tuple[str, Callable[..., None], str | Promise, str | Promise]
ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "duyet": (
            "approve",
            make_bulletin.approve,
            gettext_lazy("Đã duyệt. Bản tin phát hành được."),
            gettext_lazy("Người duyệt chịu trách nhiệm cùng người soạn về điều bản tin nói."),
        ),
        "lay-ve": (
            "take_back",
            make_bulletin.take_back,
            gettext_lazy("Bản tin về lại chỗ soạn; xong thì duyệt lại."),
            "",
        ),
        "tra-lai": ("send_back", make_bulletin.send_back, gettext_lazy("Đã trả bản tin cho người soạn."), ""),
        "phat-hanh": (
            "send",
            make_bulletin.send,
            gettext_lazy("Đã phát hành. Thư đang được gửi; ông/bà rời trang này cũng được."),
            gettext_lazy(
                "Mọi người đọc được ngay, thư gửi đến người đã đăng ký. Sau khi phát hành, bản tin không sửa được nữa."
            ),
        ),
    }
)
"""The steps by the word of their address: move, service, what is said after and before."""

SLUGS = {move: slug for slug, (move, *_rest) in ACTS.items()}


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The bulletins of the actor's Front, the newest first."""
    actor = acting(request)
    rows = Bulletin.objects.visible_to(actor).order_by("-pk")
    after = request.GET.get("sau", "")
    if after.isascii() and after.isdigit() and len(after) < 19:
        rows = rows.filter(pk__lt=int(after))
    found = list(rows.defer("frozen")[: PAGE + 1])
    told = {
        "rows": [(one, TONES.get(BulletinState(one.state), "")) for one in found[:PAGE]],
        "after": found[PAGE - 1].pk if len(found) > PAGE else None,
        "may_write": actor.may(WRITE),
    }
    return render(request, "outreach/bulletins/desk_list.html", told)


@require_safe
def page(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One bulletin as its readers will see it, with what can be done next and how far its mail has come."""
    actor = acting(request)
    bulletin = visible_bulletin(actor, year, number)
    answers = next_moves(bulletin, actor)
    told: dict[str, Any] = {
        "bulletin": bulletin,
        "content": shown_content(bulletin),
        "tone": TONES.get(BulletinState(bulletin.state), ""),
        "open": [_shown(one.move.name) for one in answers if isinstance(one, Decision)],
        "closed": [
            (LABELS[one.name], [NEEDS[need] for need in one.missing]) for one in answers if isinstance(one, Refusal)
        ],
        "names": names_of([bulletin.author, bulletin.reviewer]),
        "progress": Progress.objects.filter(name=work_name(bulletin)).first(),
    }
    return render(request, "outreach/bulletins/desk_page.html", told)


@require_safe
def as_mail(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The mail as a subscriber will get it, without anybody's own link."""
    bulletin = visible_bulletin(acting(request), year, number)
    told = {**told_of(bulletin), "title": title_of(bulletin), "leave": place("bulletin_leave", "x")}
    return render(request, "outreach/bulletins/desk_mail.html", told)


@require_safe
def as_paper(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """The paper as it will hang on the board."""
    bulletin = visible_bulletin(acting(request), year, number)
    name = f"ban-tin-{bulletin.year}-{bulletin.number}.pdf"
    return as_attachment(paper_of(bulletin), name, CONTENT_TYPES[FileKind.PDF])


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a bulletin."""
    actor = acting(request)
    front = Unit.objects.filter(pk__in=actor.units_with(WRITE)).order_by("sort_key")[0]
    form = BulletinForm(request.POST if request.method == "POST" else None, articles=to_choose_from(front.pk))
    if request.method == "POST" and form.is_valid():
        try:
            made = make_bulletin.begin(front=front, gathered=form.gathered(), actor=actor)
        except NotNow as told:
            form.add_error(None, str(told.sentence))
        else:
            messages.success(
                request, _("Đã lưu bản tin. Xem lại như trang, như thư, như tờ in, rồi nhờ người thứ hai duyệt.")
            )
            return redirect("outreach:bulletin_desk", made.year, made.number)
    return _writing(request, form, None)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Put a bulletin together anew."""
    actor = acting(request)
    bulletin = visible_bulletin(actor, year, number)
    if (closed := _not_open(request, bulletin, actor, "write")) is not None:
        return closed
    articles = to_choose_from(bulletin.front_id, bulletin)
    form = BulletinForm(request.POST if request.method == "POST" else None, articles=articles, bulletin=bulletin)

    def save() -> None:
        version = form.cleaned_data["version"]
        make_bulletin.write(pk=bulletin.pk, gathered=form.gathered(), actor=actor, version=version)

    if request.method == "POST" and form.is_valid() and _taken(form, save):
        messages.success(request, _("Đã lưu bản tin."))
        return redirect("outreach:bulletin_desk", year, number)
    return _writing(request, form, bulletin)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, year: int, number: int, slug: str) -> HttpResponse:
    """Show a step's page, or take the step."""
    actor = acting(request)
    bulletin = visible_bulletin(actor, year, number)
    if slug not in ACTS:
        raise Http404
    move, service, said, lead = ACTS[slug]
    if (closed := _not_open(request, bulletin, actor, move)) is not None:
        return closed
    sent = request.method == "POST"
    form = BulletinStepForm(request.POST if sent else None, initial={"version": bulletin.version})
    if sent and form.is_valid() and _taken(form, lambda: service(pk=bulletin.pk, actor=actor, **form.cleaned_data)):
        messages.success(request, str(said))
        return redirect("outreach:bulletin_desk", year, number)
    told = {"bulletin": bulletin, "label": LABELS[move], "lead": lead, "form": form}
    return render(request, "outreach/bulletins/step.html", told, status=422 if form.errors else 200)


def _writing(request: HttpRequest, form: BulletinForm, bulletin: Bulletin | None) -> HttpResponse:
    told = {"form": form, "bulletin": bulletin, "title": LABELS["write"] if bulletin else _("Soạn bản tin")}
    return render(request, "outreach/bulletins/write.html", told, status=422 if form.errors else 200)


def _shown(move: str) -> tuple[str, Promise, bool]:
    """The word of a step's address, empty for writing; its label; whether it is the usual way on."""
    return SLUGS.get(move, ""), LABELS[move], move in ("approve", "send")


def _not_open(request: HttpRequest, bulletin: Bulletin, actor: Actor, move: str) -> HttpResponse | None:
    """None while the move is open, else back to the bulletin with the reason; raises Http404 for who may not."""
    answer = decided(bulletin, actor, move)
    if not isinstance(answer, Refusal):
        return None
    if answer.why is Why.NOT_ALLOWED:
        raise Http404
    messages.error(request, _words(answer))
    return redirect("outreach:bulletin_desk", bulletin.year, bulletin.number)


def _taken(form: Form, run: Callable[[], object]) -> bool:
    """Whether it was done; else the form says why not, with everything that was typed."""
    try:
        run()
    except Refused as refused:
        form.add_error(None, _words(refused.refusal))
    except NotNow as told:
        form.add_error(None, str(told.sentence))
    return not form.errors
