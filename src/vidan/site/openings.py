"""Danh tính đã mở: every opening of a name, and of an original given in confidence, whichever duty it belongs to."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases import openings as of_cases
from vidan.consultations import openings as of_opinions
from vidan.consultations.models import Opinion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import digest_of_reason, open_text

PAGE = 30
NAMES = (of_cases.NAME, of_opinions.NAME)
WORDS = {
    of_cases.ORIGINAL: _("Bản gốc của người giữ kín tên"),
    of_opinions.ORIGINAL: _("Bản gốc của người giữ kín tên"),
    of_cases.FILE: _("Tệp gốc của người giữ kín tên"),
    of_opinions.FILE: _("Tệp gốc của người giữ kín tên"),
}
"""What was opened, where it was no name."""


@dataclass(frozen=True)
class Opening:
    """One line: who opened what, why (empty where no reason is asked for or it was destroyed), and the page of the file."""

    entry: Entry
    by: str
    reason: str
    url: str
    in_confidence: bool

    @property
    def words(self) -> str | Promise:
        """What was opened."""
        if self.entry.event in NAMES:
            return _("Danh tính giữ kín") if self.in_confidence else _("Danh tính")
        return WORDS[self.entry.event]


def openings_of(
    actor: Actor, *, month: date | None = None, after: int | None = None
) -> tuple[list[Opening], int | None]:
    """The newest openings in the actor's Fronts, of files he may know of; and the key for the next page."""
    rows = of_cases.opened_for(actor) | of_opinions.opened_for(actor)
    if month is not None:
        rows = rows.filter(at__gte=_midnight(month), at__lt=_midnight(_next(month)))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    entries = list(rows.order_by("-pk")[: PAGE + 1])
    shown = entries[:PAGE]
    people = dict(User.objects.filter(code__in={one.actor for one in shown}).values_list("code", "name"))
    drafts = dict(Opinion.objects.filter(code__in={one.subject for one in shown}).values_list("code", "draft__code"))
    reasons = _reasons({one.subject for one in shown if one.reason_digest})
    told = [
        Opening(
            one,
            people.get(one.actor, ""),
            reasons.get((one.subject, one.reason_digest), ""),
            _page_of(one.subject, drafts.get(one.subject, "")),
            in_confidence=bool(one.facts.get("confidential")) or one.event not in NAMES,
        )
        for one in shown
    ]
    return told, shown[-1].pk if len(entries) > PAGE else None


def _page_of(code: str, draft: str) -> str:
    return reverse("consultations:opinion", args=[draft, code]) if draft else reverse("cases:case", args=[code])


def _reasons(codes: set[str]) -> dict[tuple[str, str], str]:
    """The written reasons of some files, found by the digest that the journal keeps of each."""
    kept = SealedText.objects.filter(kind="reason.identity", subject__in=codes).exclude(body=b"")
    words = [(one.subject, open_text(one)) for one in kept]
    return {(subject, digest_of_reason(text)): text for subject, text in words}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.now().tzinfo)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
