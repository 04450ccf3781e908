"""A questionnaire as files: XLSForm out and in, and the paper that is filled in by hand."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.questionnaire.form import Questionnaire
from vidan.domain.questionnaire.written import from_written, to_written
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.read import NotRead
from vidan.surveys.forms.questionnaires import ChangeFileForm, FileForm
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.paper_form import make_paper
from vidan.surveys.questionnaire_selectors import own_draft, visible_version
from vidan.surveys.services.write_questionnaire import (
    Overtaken,
    Published,
    change_questionnaire,
    draft_questionnaire,
    form_of,
)
from vidan.surveys.views.questionnaires import front_of
from vidan.surveys.xlsform.read import Read, read_xlsform
from vidan.surveys.xlsform.write import as_xlsform

SALT, KEPT = "surveys.xlsform", 3_600
"""What was read travels on the page, signed, for an hour, while the person looks at what was left out."""


@require_safe
def as_sheet(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A version as XLSForm, which can be edited or used elsewhere and brought back."""
    version = visible_version(acting(request), pk)
    data = as_xlsform(form_of(version), name=version.slug, number=version.number)
    return as_attachment(data, f"mau-phieu-{version.slug}-{version.number}.xlsx", CONTENT_TYPES[FileKind.XLSX])


@require_safe
def paper(request: HttpRequest, pk: int, language: str) -> HttpResponseBase:
    """A version as a paper to fill in by hand, in Vietnamese or English."""
    if language not in ("vi", "en"):
        raise Http404
    version = visible_version(acting(request), pk)
    data = make_paper(form_of(version), language=language, version=version)
    return as_attachment(data, f"phieu-{version.slug}-{version.number}-{language}.pdf", "application/pdf")


@require_http_methods(["GET", "POST"])
def from_file(request: HttpRequest) -> HttpResponse:
    """Begin a questionnaire with what an XLSForm asks."""
    actor = acting(request)
    form = FileForm(*_posted(request), label_suffix="")
    read = _read(request, form)
    if read.form and (not read.notes or "taken" in request.POST):
        made = draft_questionnaire(front=front_of(actor), form=read.form, actor=actor)
        return _brought(request, made)
    return _page(request, form, read, None)


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what an XLSForm asks in the place of all that a draft asks."""
    actor = acting(request)
    version = own_draft(actor, pk)
    form = ChangeFileForm(*_posted(request), initial={"version": version.version}, label_suffix="")
    read = _read(request, form)
    found = read.form
    if found and form.is_valid() and (not read.notes or "taken" in request.POST):
        try:
            made = change_questionnaire(
                pk=pk, version=form.cleaned_data["version"], what="file", edit=lambda _old: found, actor=actor
            )
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
            form.refresh(own_draft(actor, pk).version)
        except (Published, QuestionnaireVersion.DoesNotExist):
            raise Http404 from None
        else:
            return _brought(request, made)
    return _page(request, form, read, version)


def _posted(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _read(request: HttpRequest, form: FileForm) -> Read:
    """What is in the file, or what was in it before the person looked at the notes."""
    nothing = Read(None, [], [])
    if request.method != "POST":
        return nothing
    if "taken" in request.POST and not request.FILES:
        form.fields["table"].required = False
        try:
            told = signing.loads(request.POST["taken"], salt=SALT, max_age=KEPT)
        except signing.BadSignature:
            form.add_error("table", _("Trang này để quá lâu. Xin chọn lại tệp."))
            return nothing
        return Read(from_written(told), [], [])
    if not form.is_valid():
        return nothing
    try:
        return read_xlsform(form.cleaned_data["table"].read(MAX_BYTES[FileKind.XLSX] + 1))
    except (NotRead, NotTaken) as no:
        form.add_error("table", str(no.sentence))
        return nothing


def _brought(request: HttpRequest, made: QuestionnaireVersion) -> HttpResponse:
    messages.success(request, _("Đã đưa các câu hỏi vào bản nháp. Xem lại, sửa nếu cần, rồi công bố."))
    return redirect("surveys:questionnaire", made.pk)


def _page(request: HttpRequest, form: FileForm, read: Read, version: QuestionnaireVersion | None) -> HttpResponse:
    told = {
        "form": form,
        "version": version,
        "wrong": read.wrong,
        "notes": read.notes,
        "taken": _signed(read.form) if read.form else "",
        "title": read.form.title.vi if read.form else "",
    }
    status = 422 if form.errors or read.wrong else 200
    return render(request, "surveys/questionnaires/file.html", told, status=status)


def _signed(form: Questionnaire) -> str:
    return signing.dumps(to_written(form), salt=SALT, compress=True)
