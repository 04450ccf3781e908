"""Nhập phiếu giấy hai lần: a paper becomes a reply when two people have keyed it alike, or a third look has decided.

Each paper is a reply, so the journal tells of it only among the counts (journal_counts.py).
"""

import json
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.answers import check, nothing_required
from vidan.domain.questionnaire.form import Questionnaire
from vidan.domain.questionnaire.keyed import Keyed, as_keyed, differing, read_keyed
from vidan.domain.questionnaire.written import from_written
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.vault.seal import open_sealed, seal
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import PaperReply, SurveyRound
from vidan.surveys.services.accept import Given, accept

NOT_NOW = _("Đợt khảo sát này không nhận phiếu giấy, hoặc kết quả đã công bố.")
SAME_PERSON = _("Ông/bà đã nhập phiếu số này. Người khác phải nhập lần thứ hai.")
TWICE_ALREADY = _("Phiếu số này đã được nhập đủ hai lần.")
NOT_DIFFERING = _("Phiếu này không còn chỗ nào cần quyết định.")

STRATUM, DAY = "stratum", "on"
"""The two places of an entry that are no question."""


class NotKeyed(ValueError):
    """The paper was not taken; `sentence` says why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True)
class PaperEntry:
    """A paper as one person read it."""

    stratum: int
    on: date
    keyed: Keyed

    def sealed(self, paper: PaperReply) -> bytes:
        """As it waits for the other."""
        told = {"stratum": self.stratum, "on": self.on.isoformat(), "keyed": dict(self.keyed)}
        return seal(json.dumps(told, ensure_ascii=False).encode(), entry_sealed_as(paper))

    @classmethod
    def opened(cls, body: bytes | memoryview, paper: PaperReply) -> "PaperEntry":
        """One that waits."""
        told = json.loads(open_sealed(bytes(body), entry_sealed_as(paper)))
        return cls(told["stratum"], date.fromisoformat(told["on"]), told["keyed"])


def entry_sealed_as(paper: PaperReply) -> bytes:
    """What an entry is bound to."""
    return f"paper\0{paper.round_id}\0{paper.number}".encode()


def form_of(round_: SurveyRound) -> Questionnaire:
    """The questionnaire as papers fill it in: nothing is required."""
    return nothing_required(from_written(round_.questionnaire.written))


def tidied(form: Questionnaire, keyed: Keyed) -> dict[str, str]:
    """What was keyed in the one way it is kept, so that two typists differ only where they read otherwise."""
    return as_keyed(form, check(form, read_keyed(form, keyed)).answers)


def key_paper(*, round_: SurveyRound, number: int, entry: PaperEntry, actor: Actor) -> PaperReply:
    """Keep what a person keyed of a paper: first, or second when somebody else was first; raises NotKeyed.

    Two that are alike become a reply at once. The caller has found the entry sound.
    """
    with transaction.atomic():
        _check(round_)
        paper, is_first = PaperReply.objects.get_or_create(round=round_, number=number)
        paper = PaperReply.objects.select_for_update().get(pk=paper.pk)
        if paper.first_by == actor.code:
            raise NotKeyed(SAME_PERSON)
        if paper.taken_on or paper.second_by:
            raise NotKeyed(TWICE_ALREADY)
        if is_first or not paper.first_by:
            paper.first, paper.first_by = entry.sealed(paper), actor.code
        else:
            assert paper.first is not None
            paper.second, paper.second_by = entry.sealed(paper), actor.code
            paper.differences = len(places_differing(PaperEntry.opened(paper.first, paper), entry))
            if not paper.differences:
                _take(round_, paper, entry)
        paper.save()
    return paper


def decide_paper(*, paper: PaperReply, decided: PaperEntry, actor: Actor) -> None:
    """Take a paper as the person decided who had it in hand; raises NotKeyed."""
    with transaction.atomic():
        _check(paper.round)
        paper = PaperReply.objects.select_for_update().get(pk=paper.pk)
        if not paper.second_by or paper.taken_on:
            raise NotKeyed(NOT_DIFFERING)
        paper.resolved_by = actor.code
        _take(paper.round, paper, decided)
        paper.save()


def drop_paper(*, paper: PaperReply, actor: Actor) -> None:
    """Bỏ phần đã nhập: its number was wrong, or it is to be keyed anew; raises NotKeyed for one that is a reply already."""
    with transaction.atomic():
        _check(paper.round)
        if not PaperReply.objects.filter(pk=paper.pk, taken_on=None).delete()[0]:
            raise NotKeyed(TWICE_ALREADY)
        facts = {"number": paper.number}
        record(
            "survey.paper_drop",
            subject=paper.round.code,
            actor=actor.code,
            unit_id=paper.round.front_id,
            facts={**facts},
        )


def places_differing(first: PaperEntry, second: PaperEntry) -> list[str]:
    """Where two entries differ: `stratum`, `on`, or `q-` and the code of an item."""
    around = [name for name in (STRATUM, DAY) if getattr(first, name) != getattr(second, name)]
    return around + [f"q-{place}" for place in differing(first.keyed, second.keyed)]


def takes_papers(round_: SurveyRound) -> bool:
    """Whether papers of a round may be keyed: also those that come in after its last day."""
    return round_.state in (RoundState.OPEN, RoundState.CLOSED) and Way.PAPER in round_.ways


def _check(round_: SurveyRound) -> None:
    """Hold the round, so that nobody publishes it meanwhile; raises NotKeyed."""
    if not takes_papers(SurveyRound.objects.select_for_update(no_key=True).get(pk=round_.pk)):
        raise NotKeyed(NOT_NOW)


def _take(round_: SurveyRound, paper: PaperReply, entry: PaperEntry) -> None:
    form = form_of(round_)
    answers = check(form, read_keyed(form, entry.keyed)).answers
    accept(round_=round_, given=Given(entry.stratum, Way.PAPER, entry.on, answers), token=f"paper {paper.number}")
    paper.first = paper.second = None
    paper.taken_on = clock.today()
