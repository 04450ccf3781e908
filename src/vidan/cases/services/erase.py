"""Tiêu hủy nội dung: what is due is proposed by the worker, the head approves, and the words of the file are gone.

Codes, dates, units, kinds, states and the journal stay, so that numbers and seals still hold; the words, names, files, the
prepared copies, the gist, what the search knew and what the papers said are destroyed. Old backups hold them until they are
destroyed in their turn (docs/operations/secrets.md).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from vidan.cases.kinds import Kind
from vidan.cases.models import Call, CaseFile, Erasure, ReceptionTurn
from vidan.cases.retention import keep_rows
from vidan.cases.services.answer import scans_of
from vidan.cases.services.index import index_case
from vidan.cases.services.publish import erase_summary
from vidan.domain.retention import Keep, may_go_from
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import destroy
from vidan.foundation.intake.erasing import Proposals
from vidan.foundation.intake.kept import drop_file
from vidan.foundation.journal.record import Fact
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.papers.render import remove_rendered
from vidan.foundation.redaction.models import CopiedFile, PreparedCopy
from vidan.foundation.redaction.services.blacken import subject_of as blackened_of
from vidan.foundation.search.find import forget_erased
from vidan.foundation.vault.services import destroy_texts

BATCH = 500
"""Proposals of one rule in one go; the rest comes the next time."""

PROPOSALS = Proposals[Erasure](Erasure, "case")


def propose_erasures() -> int:
    """Propose what is due today by the table of retention; returns how many. Nothing is erased without the head."""
    made = 0
    for row in keep_rows():
        due = _due_calls(row) if row.what == "call" else _due_cases(row)
        for subject, front_id, ended in due:
            with transaction.atomic():
                propose(subject=subject, front_id=front_id, rule=row.id, due=may_go_from(row, ended) or clock.today())
                made += 1
    return made + PROPOSALS.ask_again()


propose, keep_longer = PROPOSALS.propose, PROPOSALS.keep_longer


def erase(*, subjects: Iterable[str], actor: Actor) -> int:
    """Erase the content of files that were proposed and that the actor approves; returns how many."""

    def run(proposed: Erasure) -> dict[str, Fact] | None:
        if not (_erase_case(proposed, actor) or _erase_call(proposed)):
            return None
        subject = proposed.subject
        along, spared = _name_from_elsewhere(subject), _names_elsewhere(subject)
        return {"texts": destroy_texts(subject=subject, along=along, spared=spared)}

    done = PROPOSALS.erase(subjects=subjects, actor=actor, run=run)
    if done:
        forget_erased()
    return done


def _erase_case(proposed: Erasure, actor: Actor) -> bool:
    """Everything of a case but its sealed texts; False when the actor may not know of the case or it is none."""
    code = proposed.subject
    case = CaseFile.objects.visible_to(actor).select_related("subject_unit").filter(code=code).first()
    if case is None:
        return False
    PreparedCopy.objects.filter(subject=code).update(text="")
    CopiedFile.objects.filter(copy__subject=code).delete()
    IncomingPaper.objects.filter(subject=code).update(scan=None)
    for paper in Paper.objects.filter(subject=code):
        paper.structure = paper.structure | {"blocks": [_words_of_erasure(proposed)], "summary": ""}
        paper.signed_copy = None
        paper.save(update_fields=["structure", "signed_copy"])
        remove_rendered(paper)
    for subject in (code, scans_of(code), blackened_of(code)):
        destroy(subject=subject)
    drop_file(subject=code)
    erase_summary(case=case, actor=actor)
    ReceptionTurn.objects.filter(case=case).update(gist="", promise="")
    for call in Call.objects.filter(case=case):
        _empty(call)
    CaseFile.objects.filter(pk=case.pk).update(gist="", erased_on=clock.today(), version=case.version + 1)
    case.gist = ""
    index_case(case)
    return True


def _name_from_elsewhere(code: str) -> list[int]:
    """The sealed name of a case that was split off: it is a row of its own, bound to the case that it came from."""
    rows = CaseFile.objects.filter(code=code, identity__isnull=False).exclude(identity__subject=code)
    return [key for key in rows.values_list("identity_id", flat=True) if key]


def _names_elsewhere(code: str) -> list[int]:
    """The sealed names that went along with what was split off a case and is not erased yet."""
    rows = CaseFile.objects.filter(identity__subject=code, erased_on__isnull=True).exclude(code=code)
    return [key for key in rows.values_list("identity_id", flat=True) if key]


def _erase_call(proposed: Erasure) -> bool:
    kind, _, key = proposed.subject.partition("-")
    call = Call.objects.filter(pk=int(key), case__isnull=True).first() if kind == "call" and key.isdecimal() else None
    if call is not None:
        _empty(call)
    return call is not None


def _empty(call: Call) -> None:
    Call.objects.filter(pk=call.pk).update(gist="", wish="")
    destroy_texts(subject=f"call-{call.pk}")


def _words_of_erasure(proposed: Erasure) -> dict[str, str]:
    """What a paper says instead; papers are Vietnamese, whatever language is read."""
    return {"kind": "paragraph", "text": f"Nội dung đã xóa ngày {clock.today():%d/%m/%Y}, theo {proposed.rule}."}


def _due_cases(row: Keep) -> list[tuple[str, int, date]]:
    """Cases that have ended, are past their time, and were not proposed before."""
    if row.years is None:
        return []
    rows = CaseFile.objects.filter(
        kind__in=row.kinds or Kind.values, state__in=row.outcomes, ended_at__isnull=False, erased_on__isnull=True
    ).filter(ended_at__lt=clock.now() - timedelta(days=365 * row.years))
    known = Exists(Erasure.objects.filter(subject=OuterRef("code")))
    open_requests = Q(data_requests__state__in=("asked", "told"))
    due = rows.filter(~known).exclude(open_requests).order_by("ended_at", "pk")
    ended = [
        (code, front, clock.local(at).date())
        for code, front, at in due.values_list("code", "front_id", "ended_at")[:BATCH]
        if at is not None
    ]
    return [one for one in ended if _is_over(row, one[2])]


def _due_calls(row: Keep) -> list[tuple[str, int, date]]:
    if row.years is None:
        return []
    calls = Call.objects.filter(case__isnull=True, taken_at__lt=clock.now() - timedelta(days=365 * row.years))
    calls = calls.exclude(ended="").exclude(gist="").order_by("pk")
    due = [(f"call-{c.pk}", c.front_id, clock.local(c.taken_at).date()) for c in calls[: BATCH * 4]]
    known = set(Erasure.objects.filter(subject__in=[one[0] for one in due]).values_list("subject", flat=True))
    return [one for one in due if one[0] not in known and _is_over(row, one[2])][:BATCH]


def _is_over(row: Keep, ended: date) -> bool:
    first = may_go_from(row, ended)
    return first is not None and first <= clock.today()
