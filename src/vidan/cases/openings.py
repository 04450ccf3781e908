"""Every opening of a name, and of the original of a confidential case, for the head: who, when, which case, and why."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q

from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import digest_of_reason, open_text

PAGE = 30
NAME, ORIGINAL = "case.open_identity", "case.read_original"
FILE = "case.download"


@dataclass(frozen=True)
class Opening:
    """One line: the entry, who it was, and the written reason, empty where none is asked for or it was destroyed."""

    entry: Entry
    by: str
    reason: str
    in_confidence: bool


def openings_of(
    actor: Actor, *, month: date | None = None, after: int | None = None
) -> tuple[list[Opening], int | None]:
    """The newest openings in the actor's Fronts, of cases he may know of; and the key for the next page."""
    known = CaseFile.objects.visible_to(actor).values("code")
    guarded = CaseFile.objects.filter(teller_mode=TellerMode.CONFIDENTIAL).values("code")
    originals = Q(event=FILE, facts__what="original", subject__in=guarded)
    rows = Entry.objects.filter(Q(event__in=(NAME, ORIGINAL)) | originals)
    rows = rows.filter(unit_id__in=actor.units_with("cases.see_openings"), subject__in=known)
    if month is not None:
        rows = rows.filter(at__gte=_midnight(month), at__lt=_midnight(_next(month)))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    entries = list(rows.order_by("-pk")[: PAGE + 1])
    shown = entries[:PAGE]
    people = dict(User.objects.filter(code__in={one.actor for one in shown}).values_list("code", "name"))
    reasons = _reasons({one.subject for one in shown if one.reason_digest})
    told = [
        Opening(
            one,
            people.get(one.actor, ""),
            reasons.get((one.subject, one.reason_digest), ""),
            in_confidence=bool(one.facts.get("confidential")) or one.event != NAME,
        )
        for one in shown
    ]
    return told, shown[-1].pk if len(entries) > PAGE else None


def _reasons(codes: set[str]) -> dict[tuple[str, str], str]:
    """The written reasons of some cases, found by the digest that the journal keeps of each."""
    kept = SealedText.objects.filter(kind="reason.identity", subject__in=codes).exclude(body=b"")
    words = [(one.subject, open_text(one)) for one in kept]
    return {(subject, digest_of_reason(text)): text for subject, text in words}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.now().tzinfo)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
