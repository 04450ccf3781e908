"""One case at the desk: the Front's page, the page of a body it was sent to, letters, and the doors to original and name."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.cases.facts import Known, facts_of
from vidan.cases.forms.moves import LetterForm
from vidan.cases.kinds import State, TransferRole
from vidan.cases.models import CaseFile, DataRequest, Transfer, Verification
from vidan.cases.moves import LABELS, NEEDS, OF_BODIES, SILENT, TABLE
from vidan.cases.moves.routing import ASIDE, FIRST
from vidan.cases.outlook_of_verification import for_a_body, for_the_front
from vidan.cases.routing import petition_of
from vidan.cases.rows import due_words
from vidan.cases.services.correspond import Ended, write_to_teller
from vidan.cases.services.link import with_related
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.read_original import is_guarded, may_be_let_in, read_original
from vidan.cases.story import story_of
from vidan.cases.timeline import timeline_of
from vidan.domain.moves import Decision, outlook
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import remaining_words, sentence
from vidan.foundation.files.kinds import NEVER_COPIED
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import file_words, files_of
from vidan.foundation.intake.custody_forms import ReasonForm
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.receipts.services import letters_of
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.vault.services import open_text


@require_safe
def case_page(request: HttpRequest, code: str) -> HttpResponse:
    """The Front's page of a case."""
    actor = acting(request)
    return _show(request, *_case(actor, code), LetterForm(label_suffix=""))


@require_POST
def original(request: HttpRequest, code: str) -> HttpResponse:
    """Open the original of a confidential case; it is shown once, on this answer alone, and the opening is journalled."""
    actor = acting(request)
    try:
        case, opened = read_original(code=code, actor=actor)
    except CaseFile.DoesNotExist:
        raise Http404 from None
    except NotYours:
        messages.error(request, _("Bản gốc giữ kín chỉ mở cho hai cán bộ chuẩn bị hồ sơ này."))
        return redirect("cases:case", code)
    return render(request, "cases/desk/original.html", {"case": case, "original": opened, "files": _files(code)})


@require_POST
def letter_out(request: HttpRequest, code: str) -> HttpResponse:
    """Write to the person who sent the case."""
    actor = acting(request)
    form = LetterForm(request.POST, label_suffix="")
    case, related = _case(actor, code)
    if not form.is_valid():
        return _show(request, case, related, form)
    try:
        write_to_teller(code=code, text=form.cleaned_data["text"], actor=actor)
    except CaseFile.DoesNotExist:
        raise Http404 from None
    except Ended:
        form.add_error(None, _("Hồ sơ đã kết thúc nên không gửi thư thêm được."))
        return _show(request, case, related, form)
    messages.success(request, _("Thư đã gửi; người gửi đọc bằng mã biên nhận."))
    return redirect("cases:case", code)


@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, code: str) -> HttpResponse:
    """The door that asks why, and what the teller said of himself; shown once and journalled."""
    actor = acting(request)
    case, _related = _case(actor, code)
    return _identity(request, case, actor, back="cases:case")


@require_http_methods(["GET", "POST"])
def identity_transferred(request: HttpRequest, code: str) -> HttpResponse:
    """The same door for the body that settles, where the teller has agreed to it."""
    actor = acting(request)
    sent = _sent_to(actor, code)
    if not any(transfer.identity_shared for transfer in sent):
        raise Http404
    return _identity(request, sent[0].case, actor, back="cases:transferred")


@require_safe
def transferred(request: HttpRequest, code: str) -> HttpResponse:
    """The page of a body: the prepared copy, the letter, its own clock, and its answer."""
    actor = acting(request)
    sent = _sent_to(actor, code)
    case = sent[0].case
    copy = checked_copy(code)
    known = Known(case, actor)
    told = {
        "case": case,
        "copy": copy,
        "files": [(line.file, file_words(line.file)) for line in copy.files.select_related("file")] if copy else [],
        "sent": [_sending(transfer) for transfer in sent],
        "shared": any(transfer.identity_shared for transfer in sent),
        "steps": _steps(known),
        "answers": _answers_seen(case, sent),
        **for_a_body(known, sent),
    }
    return render(request, "cases/body/case.html", told)


def _case(actor: Actor, code: str) -> tuple[CaseFile, list[CaseFile]]:
    """A case of the actor's Front, and those related to it that he may know of; their stories stay sealed."""
    rows = CaseFile.objects.visible_to(actor).select_related(
        "front__parent",
        "subject_unit__parent__parent",
        "story",
        "officer",
        "official",
        "explanation__text",
        "explanation__paper__scan",
    )
    rows = rows.annotate(
        was_planned=Exists(Verification.objects.filter(case=OuterRef("pk"))),
        restricted=Exists(DataRequest.objects.restricting().filter(case=OuterRef("pk"))),
        has_files=Exists(StoredFile.objects.filter(subject=OuterRef("code"), is_destroyed=False)),
    )
    family = list(with_related(rows, code)[: RELATED + 1])
    if not family or family[0].code != code or family[0].front_id not in actor.units_with("cases.read"):
        raise Http404
    return family[0], family[1:]


def _sent_to(actor: Actor, code: str) -> list[Transfer]:
    rows = Transfer.objects.open_to(actor).filter(case__code=code, case__in=CaseFile.objects.visible_to(actor))
    parts = (
        "case__front",
        "case__subject_unit__parent",
        "recipient",
        "clock",
        "paper",
        "answer",
        "petition__superior",
        "case__explanation__text",
        "case__explanation__paper",
    )
    sent = list(rows.select_related(*parts).prefetch_related("urgings__paper"))
    if not sent:
        raise Http404
    return sent


def _show(request: HttpRequest, case: CaseFile, related: list[CaseFile], form: LetterForm) -> HttpResponse:
    actor = acting(request)
    known = Known(case, actor)
    guarded = is_guarded(case)
    clocks = {running.pk: running for running in Clock.objects.filter(subject=case.code).order_by("pk")}
    due, due_state = due_words(case)
    told = {
        "case": case,
        "guarded": guarded,
        "story": None if guarded else story_of(case),
        "conversation": [] if guarded or case.erased_on else letters_of(case.code),
        "files": _files(case.code) if getattr(case, "has_files", True) else [],
        "related": related,
        "timeline": timeline_of(case, known.transfers),
        "clocks": [_clock(running, known.transfers, case=case) for running in clocks.values() if _counts(running)],
        "due": due,
        "due_state": due_state,
        "steps": _steps(known),
        "form": form,
        "may_write": case.state not in SILENT and case.front_id in actor.units_with("cases.prepare"),
        "may_open": guarded and may_be_let_in(case, actor),
        "may_ask": case.front_id in actor.units_with("cases.ask_identity"),
        "named": case.teller_mode == TellerMode.NAMED,
        "answers": [(t, open_text(t.answer)) for t in known.transfers if t.answer and not case.erased_on],
        "superiors": [
            (petition, open_text(petition.answer))
            for petition in map(petition_of, known.transfers)
            if petition and petition.answer and not case.erased_on
        ],
        **for_the_front(known),
    }
    return render(request, "cases/desk/case.html", told, status=422 if form.errors else 200)


def _steps(known: Known) -> dict[str, list[Any]]:
    """The moves that are open, and those that lack something with the reason."""
    body = known.case.front_id not in known.actor.units_with("cases.read")
    seen = [one for one in outlook(TABLE, facts_of(known), clock.today()) if _name(one) != "withdraw"]
    seen = [one for one in seen if (_name(one) in OF_BODIES) == body]
    opened = [(one.move.name, LABELS[one.move.name]) for one in seen if isinstance(one, Decision)]
    opened.sort(key=lambda one: (one[0] not in FIRST, one[0].startswith(("return", "record"))))
    lacking = [
        (LABELS[one.name], "; ".join(str(NEEDS[name]) for name in one.missing))
        for one in seen
        if not isinstance(one, Decision) and one.name not in ASIDE
    ]
    aside = [one for one in opened if one[0] in ASIDE - FIRST]
    return {"open": [one for one in opened if one not in aside], "aside": aside, "lacking": lacking}


def _name(one: Any) -> str:
    return one.move.name if isinstance(one, Decision) else str(one.name)


def _counts(running: Clock) -> bool:
    """Clocks that have ended well say nothing more, but for the promise and the answers."""
    return running.stopped_on is None or running.role == "promise" or running.role.startswith("answer")


RELATED = 20
"""So many related cases stand on a page."""

CLOCKS = {
    "promise": gettext_lazy("Báo kết quả cho người gửi"),
    "classify": gettext_lazy("Phân loại"),
    "transfer": gettext_lazy("Chuyển đến nơi giải quyết"),
    "asked": gettext_lazy("Chờ người gửi trả lời"),
    "petition-settle": gettext_lazy("Cấp trên trả lời kiến nghị"),
    "petition-monitor": gettext_lazy("Cấp trên trả lời kiến nghị"),
    "verify": gettext_lazy("Lập biên bản xác minh chung"),
    "decision": gettext_lazy("Quyết định về đề xuất xử lý"),
    "follow": gettext_lazy("Đề xuất xử lý, hoặc báo người gửi"),
}


def _clock(running: Clock, transfers: list[Transfer], *, case: CaseFile) -> dict[str, Any]:
    held = next((t for t in transfers if t.clock_id == running.pk), None)
    holder = held.body.short_name if held else ""
    holder = _("Có kết quả") if case.is_own and running.role == "promise" else holder
    words, state = remaining_words(running.due_on, clock.today())
    if running.paused_on is not None:
        words, state = _("Đang tạm dừng"), "muted"
    if running.stopped_on is not None:
        words, state = _stopped(running.stopped_on, running.due_on, held, case)
    return {
        "label": holder or CLOCKS.get(running.role, ""),
        "words": words,
        "state": state,
        "sentence": sentence(running),
    }


def _stopped(on: date, due: date, held: Transfer | None, case: CaseFile) -> tuple[str, str]:
    """What ended a term: the answer, the work, or that its teller took the case back and nobody waits any more."""
    day, state = {"day": f"{on:%d/%m/%Y}"}, "late" if on > due else "stopped"
    if case.state == State.WITHDRAWN and not (held and held.answered_on):
        return _("Đã dừng tính hạn ngày %(day)s") % day, "muted"
    return (_("Đã trả lời ngày %(day)s") if held else _("Xong ngày %(day)s")) % day, state


def _sending(transfer: Transfer) -> dict[str, Any]:
    told = _clock(transfer.clock, [transfer], case=transfer.case) if transfer.clock else {}
    urged = [urging.paper for urging in transfer.urgings.all() if urging.sent_on]
    petition = petition_of(transfer)
    told["superior"] = petition.superior.short_name if petition and petition.sent_on else ""
    return told | {"transfer": transfer, "papers": [transfer.paper, *urged]}


def _answers_seen(case: CaseFile, sent: list[Transfer]) -> list[tuple[Transfer, str]]:
    """A body reads its own answer; the body that monitors reads the settler's too."""
    rows = case.transfers.filter(answer__isnull=False).select_related("answer", "recipient")
    if not any(transfer.role == TransferRole.MONITOR for transfer in sent):
        rows = rows.filter(pk__in=[transfer.pk for transfer in sent])
    return [(transfer, open_text(transfer.answer)) for transfer in rows if transfer.answer]


def _files(code: str) -> list[tuple[StoredFile, str, bool]]:
    return [(file, file_words(file), file.kind not in NEVER_COPIED) for file in files_of(code)]


def _identity(request: HttpRequest, case: CaseFile, actor: Actor, *, back: str) -> HttpResponse:
    form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
    told: dict[str, Any] = {"case": case, "form": form, "back": back}
    if request.method == "POST" and form.is_valid():
        try:
            told["identity"] = open_identity(code=case.code, reason=form.cleaned_data["reason"], actor=actor)
        except CaseFile.DoesNotExist:
            raise Http404 from None
        except NotToBeOpened:
            form.add_error(None, _("Người gửi không nêu tên, hoặc đề nghị giữ kín tên; danh tính không mở được ở đây."))
    return render(request, "cases/desk/identity.html", told, status=422 if form.errors else 200)
