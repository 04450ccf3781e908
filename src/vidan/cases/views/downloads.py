"""Files and papers of a case: saved, never shown; each download of an original and of a paper is journalled."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from vidan.cases.facts import Known
from vidan.cases.models import CaseFile, Transfer, Urging
from vidan.cases.outlook_of_verification import papers_of
from vidan.cases.services.answer import scans_of
from vidan.cases.services.read_original import let_in
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes, original_chunks
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.journal.record import record
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.send import send_paper
from vidan.foundation.redaction.services.check import checked_copy

DOWNLOAD = "case.download"


@require_safe
def original_file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """An original, for the officers of the case; never for a body."""
    actor = acting(request)
    try:
        with transaction.atomic():
            case = let_in(code=code, actor=actor, what=DOWNLOAD)
            file = _file(subject=code, name=name)
            _note(case, actor, "original", file.position)
    except (CaseFile.DoesNotExist, NotYours):
        raise Http404 from None
    return as_attachment(
        original_chunks(file), f"{code}-goc-{file.position}.{file.kind}", CONTENT_TYPES[FileKind(file.kind)]
    )


@require_safe
def cleaned_file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The cleaned copy of a file, for the officers who decide whether it may go along."""
    actor = acting(request)
    try:
        with transaction.atomic():
            let_in(code=code, actor=actor, what=DOWNLOAD)
            file = _file(subject=code, name=name)
    except (CaseFile.DoesNotExist, NotYours):
        raise Http404 from None
    return _copy(file, code)


@require_safe
def copied_file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The cleaned copy that went along with the checked copy, for the body it was sent to."""
    actor = acting(request)
    sent = _sent_to(actor, code)
    copy = checked_copy(code)
    line = copy.files.filter(file__name=name).select_related("file").first() if copy else None
    if line is None:
        raise Http404
    with transaction.atomic():
        _note(sent.case, actor, "copy", line.file.position)
    return _copy(line.file, code)


@require_safe
def scan(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The scan of a paper that came in."""
    actor = acting(request)
    case = _case(actor, code)
    file = _file(subject=scans_of(code), name=name)
    with transaction.atomic():
        _note(case, actor, "scan", file.position)
    return as_attachment(original_chunks(file), f"{code}-van-ban-den.{file.kind}", CONTENT_TYPES[FileKind(file.kind)])


@require_safe
def paper(request: HttpRequest, code: str, pk: int, form: str) -> HttpResponseBase:
    """A paper of the case, issued or still a draft, as DOCX or PDF."""
    actor = acting(request)
    case = _case(actor, code)
    found = Paper.objects.filter(pk=pk, subject=code).first()
    return send_paper(found, form, subject=code, actor=actor, unit_id=case.front_id, event=DOWNLOAD)


@require_safe
def paper_transferred(request: HttpRequest, code: str, pk: int, form: str) -> HttpResponseBase:
    """A letter to the body that downloads it, and no other's."""
    actor = acting(request)
    sent = _all_sent_to(actor, code)
    urged = Urging.objects.filter(transfer__in=sent, sent_on__isnull=False).values_list("paper_id", flat=True)
    case = sent[0].case
    ours = {one.paper_id for one in sent} | set(urged) | papers_of(Known(case, actor), sent)
    found = Paper.objects.filter(pk=pk, subject=code).first() if pk in ours else None
    return send_paper(found, form, subject=code, actor=actor, unit_id=case.front_id, event=DOWNLOAD)


def _case(actor: Actor, code: str) -> CaseFile:
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with("cases.read"))
    case = rows.filter(code=code).first()
    if case is None:
        raise Http404
    return case


def _sent_to(actor: Actor, code: str) -> Transfer:
    return _all_sent_to(actor, code)[0]


def _all_sent_to(actor: Actor, code: str) -> list[Transfer]:
    rows = Transfer.objects.open_to(actor).filter(case__code=code, case__in=CaseFile.objects.visible_to(actor))
    sent = list(rows.select_related("case"))
    if not sent:
        raise Http404
    return sent


def _file(*, subject: str, name: str) -> StoredFile:
    file = StoredFile.objects.filter(subject=subject, name=name, is_destroyed=False).first()
    if file is None:
        raise Http404
    return file


def _copy(file: StoredFile, code: str) -> HttpResponseBase:
    try:
        data, extension, content_type = cleaned_bytes(file)
    except NeverTransferred:
        raise Http404 from None
    return as_attachment(data, f"{code}-tep-{file.position}.{extension}", content_type)


def _note(case: CaseFile, actor: Actor, what: str, position: int) -> None:
    record(DOWNLOAD, subject=case.code, actor=actor.code, unit_id=case.front_id, facts={"what": what, "file": position})
