"""Taking a draft in at the desk, and the papers that came along."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.acts_drafts import about_of
from vidan.consultations.draft_files import sent_paper
from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.drafts import PaperForm, RegisterForm
from vidan.consultations.models import Draft
from vidan.consultations.moves import TABLE
from vidan.consultations.selectors import visible
from vidan.consultations.services.keep_papers import add_paper, drop_paper
from vidan.consultations.services.register import RUN, register
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.domain.moves import Decision, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.units.models import Unit


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Take a draft in."""
    actor = acting(request)
    front = (
        Unit.objects.select_related("parent__parent", "area")
        .filter(pk__in=actor.units_with(RUN))
        .order_by("sort_key")[0]
    )
    form = RegisterForm(request.POST if request.method == "POST" else None, front=front)
    if request.method == "POST" and form.is_valid():
        draft = register(front=front, about=about_of(form.cleaned_data), actor=actor)
        messages.success(request, _("Đã tiếp nhận dự thảo. Việc tiếp theo: đưa lời dự thảo vào."))
        return redirect("consultations:draft", draft.code)
    return render(request, "consultations/register.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def papers(request: HttpRequest, code: str) -> HttpResponse:
    """The papers that came along: add one, take one away."""
    actor = acting(request)
    draft = visible(actor, code)
    may_change(draft, actor)
    form = PaperForm(*((request.POST, request.FILES) if request.method == "POST" else ()), draft=draft)
    if request.method == "POST" and form.is_valid():
        try:
            add_paper(code=code, actor=actor, **form.cleaned_data)
        except NotTaken as refused:
            form.add_error("file", str(refused.sentence))
        except Overtaken as told:
            form.add_error(None, str(told.sentence))
        else:
            messages.success(request, _("Đã thêm tài liệu."))
            return redirect("consultations:papers", code)
    told_ = {"draft": draft, "form": form, "papers": list(draft.papers.select_related("file"))}
    return render(request, "consultations/papers.html", told_, status=422 if form.errors else 200)


@require_http_methods(["POST"])
def drop(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Take a paper away."""
    actor = acting(request)
    draft = visible(actor, code)
    may_change(draft, actor)
    paper = draft.papers.filter(file__name=name).first()
    if paper is None:
        raise Http404
    try:
        drop_paper(code=code, paper=paper, actor=actor)
    except (Refused, NotNow) as refused:
        raise Http404 from refused
    messages.success(request, _("Đã bỏ tài liệu."))
    return redirect("consultations:papers", code)


@require_safe
def paper(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A paper that came along, cleaned of what its makers left in it."""
    draft = visible(acting(request), code)
    found = draft.papers.select_related("file", "draft").filter(file__name=name).first()
    return sent_paper(found)


def may_change(draft: Draft, actor: Actor) -> None:
    """Let nobody pass who may not change what is known of the draft now; raises Http404."""
    facts = facts_of(Known(draft, actor), only="change")
    if not isinstance(decide(TABLE, facts, "change", clock.today()), Decision):
        raise Http404
