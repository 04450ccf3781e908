"""The pages of questionnaires (/ban-lam-viec/mau-phieu/): the list, one version, its title, publishing and dropping."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.questionnaire.form import Questionnaire, Section, Text
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit
from vidan.surveys.forms.questionnaires import ChangeTitleForm, TitleForm
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.questionnaire_selectors import (
    blocks_of,
    faults_told,
    own_draft,
    own_version,
    visible_version,
    without_english,
)
from vidan.surveys.questionnaire_words import in_words
from vidan.surveys.services.publish_questionnaire import Faulty, is_intact, publish_questionnaire
from vidan.surveys.services.write_questionnaire import (
    DraftThere,
    Overtaken,
    Published,
    change_questionnaire,
    draft_next,
    draft_questionnaire,
    drop_questionnaire,
    form_of,
    retitled,
    take_over,
)
from vidan.surveys.supplied import NotSupplied, Supplied, supplied, supplied_as

SHOWN = 100
"""The versions that the list shows."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The questionnaires of the Front with their versions, and those that are supplied."""
    rows = QuestionnaireVersion.objects.of_own(acting(request))[:SHOWN]
    told = {
        "rows": [(one, _count(form_of(one))) for one in rows],
        "supplied": [
            (one.slug, in_words(one.form.title), in_words(one.purpose), _count(one.form)) for one in supplied()
        ],
    }
    return render(request, "surveys/questionnaires/list.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a questionnaire with one section; its questions follow."""
    actor = acting(request)
    form = TitleForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        empty = Questionnaire(form.text(), (Section("p1", Text("Câu hỏi", "Questions")),))
        made = draft_questionnaire(front=front_of(actor), form=empty, actor=actor)
        messages.success(request, _("Đã lập bản nháp. Bây giờ thêm câu hỏi."))
        return redirect("surveys:questionnaire", made.pk)
    told = {"form": form, "version": None}
    return render(request, "surveys/questionnaires/title.html", told, status=422 if form.errors else 200)


@require_safe
def supplied_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A supplied questionnaire, to be read before it is taken over."""
    one = _supplied(slug)
    told = {
        "slug": one.slug,
        "title": in_words(one.form.title),
        "purpose": in_words(one.purpose),
        "source": in_words(one.source),
        "blocks": blocks_of(one.form),
        "count": _count(one.form),
    }
    return render(request, "surveys/questionnaires/supplied.html", told)


@require_POST
def taken_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Draft a version out of a supplied questionnaire."""
    actor = acting(request)
    try:
        made = take_over(front=front_of(actor), supplied=_supplied(slug), actor=actor)
    except DraftThere as there:
        return _to_the_draft(request, there)
    messages.success(request, _("Đã lập bản nháp từ mẫu có sẵn. Xem lại rồi công bố."))
    return redirect("surveys:questionnaire", made.pk)


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as a whole; of a draft, with what may be changed in it."""
    actor = acting(request)
    version = visible_version(actor, pk)
    form = form_of(version)
    names = dict(User.objects.filter(code__in=[version.drafted_by, version.published_by]).values_list("code", "name"))
    own = version.front_id in actor.units_with("surveys.questionnaires")
    wrong = [] if version.published_at else faults_told(form)
    told: dict[str, Any] = {
        "version": version,
        "blocks": blocks_of(form),
        "count": _count(form),
        "wrong": wrong,
        "without_english": without_english(form),
        "drafted_by": names.get(version.drafted_by, ""),
        "published_by": names.get(version.published_by, ""),
        "intact": not version.published_at or is_intact(version),
        "others": QuestionnaireVersion.objects.visible_to(actor)
        .filter(front=version.front, slug=version.slug)
        .exclude(pk=version.pk),
        "own": own,
        "edits": own and not version.published_at,
        "publishes": not version.published_at and version.front_id in actor.units_with("surveys.publish_questionnaire"),
    }
    return render(request, "surveys/questionnaires/page.html", told)


@require_http_methods(["GET", "POST"])
def title(request: HttpRequest, pk: int) -> HttpResponse:
    """The title of a draft."""
    actor = acting(request)
    version = own_draft(actor, pk)
    told = {"vi": version.title, "en": version.title_en, "version": version.version}
    form = ChangeTitleForm(request.POST if request.method == "POST" else None, initial=told, label_suffix="")
    if request.method == "POST" and form.is_valid():
        text = form.text()
        try:
            change_questionnaire(
                pk=pk,
                version=form.cleaned_data["version"],
                what="title",
                edit=lambda known: retitled(known, text),
                actor=actor,
            )
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
            form.refresh(own_draft(actor, pk).version)
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("surveys:questionnaire", pk)
    told = {"form": form, "version": version}
    return render(request, "surveys/questionnaires/title.html", told, status=422 if form.errors else 200)


@require_POST
def next_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the next version from this one."""
    actor = acting(request)
    own_version(actor, pk)
    try:
        made = draft_next(pk=pk, actor=actor)
    except DraftThere as there:
        return _to_the_draft(request, there)
    messages.success(request, _("Đã lập bản nháp %(n)d. Bản cũ giữ nguyên.") % {"n": made.number})
    return redirect("surveys:questionnaire", made.pk)


@require_POST
def published(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft as the person saw it."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        publish_questionnaire(pk=pk, version=seen(request), actor=actor)
    except (QuestionnaireVersion.DoesNotExist, Published):
        raise Http404 from None
    except Overtaken as late:
        messages.error(request, str(late.sentence))
    except Faulty:
        messages.error(request, _("Chưa công bố được: còn chỗ phải sửa, kể ở dưới."))
    else:
        messages.success(request, _("Đã công bố. Từ nay bản này không đổi nữa; muốn sửa thì soạn bản mới."))
    return redirect("surveys:questionnaire", pk)


@require_POST
def dropped(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a draft as the person saw it."""
    actor = acting(request)
    own_draft(actor, pk)
    try:
        drop_questionnaire(pk=pk, version=seen(request), actor=actor)
    except (QuestionnaireVersion.DoesNotExist, Published):
        raise Http404 from None
    except Overtaken as late:
        messages.error(request, str(late.sentence))
        return redirect("surveys:questionnaire", pk)
    messages.success(request, _("Đã bỏ bản nháp."))
    return redirect("surveys:questionnaires")


def front_of(actor: Actor) -> Unit:
    """The Front for which the actor writes questionnaires."""
    return Unit.objects.get(pk=min(actor.units_with("surveys.questionnaires")))


def seen(request: HttpRequest) -> int:
    """The state of the draft that the button was drawn for; 0 for anything else."""
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


def _count(form: Questionnaire) -> int:
    return sum(1 for _question in form.questions())


def _supplied(slug: str) -> Supplied:
    try:
        return supplied_as(slug)
    except NotSupplied:
        raise Http404 from None


def _to_the_draft(request: HttpRequest, there: DraftThere) -> HttpResponse:
    messages.warning(request, _("Mẫu này đang có bản nháp. Xin sửa tiếp bản nháp đó, hoặc công bố hay bỏ nó trước."))
    return redirect("surveys:questionnaire", there.pk)
