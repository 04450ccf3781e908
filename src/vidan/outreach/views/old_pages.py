"""The old portal's pages at the desk: handing them in, how far the work is, and taking many of them a step on."""

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.jobs.progress import running
from vidan.outreach.article_kinds import TONES, State
from vidan.outreach.article_moves import SEE, WRITE
from vidan.outreach.article_selectors import CODE, said_in
from vidan.outreach.forms.old_pages import BringForm
from vidan.outreach.models import Article, OldArchive, OldPage
from vidan.outreach.old_page_selectors import archive_by, told_of
from vidan.outreach.old_pages.verdicts import TONES as VERDICT_TONES
from vidan.outreach.old_pages.verdicts import Verdict
from vidan.outreach.services import show_article
from vidan.outreach.services.article_step import Refused
from vidan.outreach.services.bring_archive import hand_in, work_name
from vidan.outreach.views.articles_write import front_of

PAGE, ARCHIVES = 50, 5


def _approve_and_publish(*, code: str, actor: Actor) -> None:
    show_article.approve(code=code, actor=actor)
    show_article.publish(code=code, actor=actor)


STEPS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {"gui-duyet": show_article.submit, "duyet-va-dang": _approve_and_publish}
)
"""What may be done with many at once, by the word of its button."""

STATES = (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.PUBLISHED)


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The pages that were brought over, by the step they are at, the newest first; and the archives handed in last."""
    actor = acting(request)
    state = request.GET.get("o-buoc", "")
    state = state if state in STATES else State.DRAFT
    seen = OldPage.objects.filter(article__front_id__in=actor.units_with(SEE))
    rows = seen.filter(article__state=state).select_related("article__latest").order_by("-pk")
    last = said_in(request, "sau")
    before = seen.filter(article__code=last).values_list("pk", flat=True).first() if last else None
    found = list((rows.filter(pk__lt=before) if before else rows)[: PAGE + 1])
    archives = OldArchive.objects.filter(front_id__in=actor.units_with(SEE)).defer("content", "verdicts")
    told = {
        "rows": [(one, TONES.get(State(one.article.state), "")) for one in found[:PAGE]],
        "after": found[PAGE - 1].article.code if len(found) > PAGE else "",
        "states": [(one.value, one.label) for one in STATES],
        "state": state,
        "archives": archives[:ARCHIVES],
        "may_write": actor.may(WRITE),
    }
    return render(request, "outreach/old_pages/list.html", told)


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Hand in a page or an archive of pages."""
    actor = acting(request)
    form = BringForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        sent, only_try = form.cleaned_data["file"], form.cleaned_data["only_try"]
        try:
            made = hand_in(front=front_of(actor), name=sent.name, data=sent.read(), only_try=only_try, actor=actor)
        except NotTaken as refused:
            form.add_error("file", str(refused.sentence))
        else:
            return redirect("outreach:old_archive", made.key)
    return render(request, "outreach/old_pages/bring.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def archive(request: HttpRequest, key: str) -> HttpResponse:
    """How far an archive is, and what became of each of its pages, those to look at first."""
    found = archive_by(key, acting(request))
    told = told_of(found)
    counts = Counter(one.verdict for one in told)
    order = [Verdict.REFUSED, Verdict.DOUBTED, Verdict.TAKEN, Verdict.KNOWN]
    context = {
        "archive": found,
        "rows": [
            (one, VERDICT_TONES.get(one.verdict, "")) for one in sorted(told, key=lambda one: order.index(one.verdict))
        ],
        "counts": [(verdict.label, counts[verdict]) for verdict in Verdict],
        "working": running(work_name(found)),
    }
    return render(request, "outreach/old_pages/archive.html", context)


@require_POST
def step_many(request: HttpRequest) -> HttpResponse:
    """Take the chosen pages a step on; one that is not at that step stays where it is, and is counted."""
    actor = acting(request)
    run = STEPS.get(request.POST.get("buoc", ""))
    if run is None:
        raise Http404
    done = left = 0
    for code in request.POST.getlist("bai")[:PAGE]:
        try:
            run(code=code if CODE.fullmatch(code) else "", actor=actor)
        except (Refused, Article.DoesNotExist):
            left += 1
        else:
            done += 1
    if done:
        said = ngettext("Đã chuyển %(n)d bài.", "Đã chuyển %(n)d bài.", done)
        messages.success(request, said % {"n": done})
    if left:
        said = _("%(n)d bài ở nguyên chỗ: chưa đến bước này, hoặc người duyệt chính là người đưa vào.")
        messages.error(request, said % {"n": left})
    if not done and not left:
        messages.error(request, _("Chưa chọn bài nào."))
    return redirect("outreach:old_pages")
