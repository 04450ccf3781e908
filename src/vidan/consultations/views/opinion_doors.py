"""What stands behind a door at the desk: the name of who gave an opinion, and the file that came along."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.models import Opinion
from vidan.consultations.services.open_opinion import open_identity
from vidan.consultations.services.opinion_files import take_file
from vidan.consultations.views.moderating import own_draft
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import original_chunks
from vidan.foundation.intake.custody_forms import ReasonForm
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.readers import NotYours


@never_cache
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, code: str, opinion: str) -> HttpResponse:
    """Ask for a reason, then tell what a named teller said of himself; nothing is kept on the page."""
    actor = acting(request)
    draft = own_draft(actor, code)
    found = draft.opinions.filter(code=opinion, mode=TellerMode.NAMED, identity__isnull=False).first()
    if found is None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
    told = {"draft": draft, "opinion": found, "form": form}
    if form.is_valid():
        try:
            told["identity"] = open_identity(code=opinion, reason=form.cleaned_data["reason"], actor=actor)
        except NotToBeOpened:
            raise Http404 from None
    return render(request, "consultations/opinions/identity.html", told, status=422 if form.errors else 200)


@require_safe
def original_file(request: HttpRequest, code: str, opinion: str) -> HttpResponseBase:
    """The file as it came."""
    actor = acting(request)
    draft = own_draft(actor, code)
    try:
        file = take_file(code=draft.opinions.get(code=opinion).code, actor=actor)
    except (Opinion.DoesNotExist, NotYours):
        raise Http404 from None
    return as_attachment(original_chunks(file), f"{opinion}-goc.{file.kind}", CONTENT_TYPES[FileKind(file.kind)])
