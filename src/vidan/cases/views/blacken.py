"""Black bars on a file of a case: the page that draws them, a page as a picture, and the new file beside the original."""

from io import BytesIO

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.cases.forms.blacken import BarsForm
from vidan.cases.models import CaseFile
from vidan.cases.services.blacken import EVENT, ask, blacken
from vidan.cases.services.read_original import let_in
from vidan.cases.services.step import Refused
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.kinds import CAN_BE_BLACKENED, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import file_words, original_bytes
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.redaction.services.blacken import blackened_files, subject_of

SHOWN_WIDTH = 1200
"""Points across a page on screen; the file itself is drawn in its own size."""


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Draw bars on a file while the copy is being prepared."""
    from vidan.foundation.files.blacken import count_pages

    actor = acting(request)
    case, file = _let_in(code, name, actor, subject=code)
    try:
        ask(case, actor)
        pages = count_pages(FileKind(file.kind), original_bytes(file))
    except Refused:
        messages.error(request, _("Chỉ che được khi đang chuẩn bị bản chuyển."))
        return redirect("cases:case", code)
    except NotTaken as refused:
        messages.error(request, str(refused.sentence))
        return redirect("cases:prepare", code)
    earlier = next((one.bars for one in blackened_files(code) if one.source_id == file.pk), "")
    form = BarsForm(request.POST if request.method == "POST" else None, pages=pages, initial={"bars": earlier})
    if request.method == "POST" and form.is_valid():
        try:
            made = blacken(code=code, source=file, bars=form.cleaned_data["bars"], actor=actor)
        except NotTaken as refused:
            form.add_error(None, str(refused.sentence))
        except Refused:
            form.add_error(None, _("Chỉ che được khi đang chuẩn bị bản chuyển."))
        else:
            messages.success(request, _("Đã vẽ tệp mới. Xem lại, rồi chọn tệp đã che khi gửi bản chuyển."))
            return redirect("cases:blackened", code, made.file.name)
    told = {"case": case, "file": file, "words": file_words(file), "pages": range(1, pages + 1), "form": form}
    return render(request, "cases/desk/blacken.html", told, status=422 if form.errors else 200)


@require_safe
def beside(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """A blackened file beside its original, page by page, for the second person."""
    actor = acting(request)
    case, file = _let_in(code, name, actor, subject=subject_of(code))
    made = next((one for one in blackened_files(code) if one.file_id == file.pk), None)
    if made is None:
        raise Http404
    from vidan.foundation.files.blacken import count_pages

    pages = count_pages(FileKind(file.kind), original_bytes(file))
    told = {"case": case, "made": made, "words": file_words(made.source), "pages": range(1, pages + 1)}
    return render(request, "cases/desk/blackened.html", told)


@require_safe
def picture(request: HttpRequest, code: str, name: str, number: int) -> HttpResponse:
    """One page of a file of the case as a picture that we drew ourselves; kept nowhere."""
    actor = acting(request)
    _case, file = _let_in(code, name, actor)
    from vidan.foundation.files.blacken import page_picture

    try:
        drawn = page_picture(FileKind(file.kind), original_bytes(file), number)
    except (NotTaken, IndexError):
        raise Http404 from None
    drawn.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH * 2))
    out = BytesIO()
    drawn.convert("RGB").save(out, "JPEG", quality=80)
    response = HttpResponse(out.getvalue(), content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _let_in(code: str, name: str, actor: Actor, *, subject: str = "") -> tuple[CaseFile, StoredFile]:
    """The case and a file of it that can be drawn, for an officer who may read its originals."""
    subjects = [subject] if subject else [code, subject_of(code)]
    try:
        with transaction.atomic():
            case = let_in(code=code, actor=actor, what=EVENT)
    except (CaseFile.DoesNotExist, NotYours):
        raise Http404 from None
    file = StoredFile.objects.filter(subject__in=subjects, name=name, is_destroyed=False).first()
    if file is None or FileKind(file.kind) not in CAN_BE_BLACKENED:
        raise Http404
    return case, file
