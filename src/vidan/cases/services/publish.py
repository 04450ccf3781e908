"""Công khai kết quả: a summary of a closed case is written by one person, published by another, and can be taken back."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from vidan.cases.kinds import Conduct, Kind, State
from vidan.cases.models import CaseFile, Proposal, Summary
from vidan.cases.models.summary import SummaryState
from vidan.cases.moves.publishing import CHECKS, IN_CONFIDENCE, TABLE
from vidan.cases.outcomes import Verdict
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.services.tally import tally
from vidan.domain.moves import Decision, Facts, Refusal, decide
from vidan.domain.publishing.eligible import Bar, Candidate, bars
from vidan.domain.publishing.traces import Trace, traces
from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.accounts.models import Official
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.search import find as index
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.vault.services import digest_of_reason, seal_text

DECIDED = Proposal.objects.filter(verdict__in=(Verdict.ACCEPTED, Verdict.PARTLY))
"""Proposals that the authority took up, whole or in part."""

SCOPE = "public"
"""Under which mark the search finds what everybody may read."""


class GivesAway(ValueError):
    """The text holds marks by which a person or a case could be found; `traces` lists them."""

    def __init__(self, found: tuple[Trace, ...]) -> None:
        super().__init__(len(found))
        self.traces = found


class NotChecked(ValueError):
    """The second person has not confirmed every point of the list."""


@dataclass(frozen=True)
class Told:
    """What the summary says: what was told, what was done about it."""

    said: str
    done: str


def bars_of(case: CaseFile, *, decided: bool | None = None, restricted: bool | None = None) -> tuple[Bar, ...]:
    """What keeps a case from being told by itself (domain/publishing/eligible.py); with what is known of it already."""
    return bars(
        Candidate(
            closed=case.state == State.CLOSED,
            kind=case.kind,
            conduct=tuple(case.conduct),
            about_nobody=case.official_id is None and case.person_state == "nobody",
            has_unit=case.subject_unit_id is not None,
            decided=DECIDED.filter(verification__case=case).exists() if decided is None else decided,
            restricted=case.data_requests.restricting().exists() if restricted is None else restricted,
        )
    )


def checks_of(case: CaseFile) -> dict[str, str]:
    """The points that a second person confirms for this case."""
    asked = CHECKS if case.teller_mode == TellerMode.NAMED else CHECKS | IN_CONFIDENCE
    return {code: str(sentence) for code, sentence in asked.items()}


def shown_place(unit: Unit) -> Unit:
    """The place as the public reads it: never smaller than the committee of a ward, for a counter has few people."""
    return unit.parent if unit.kind == UnitKind.ONE_STOP_COUNTER and unit.parent else unit


def facts_for(case: CaseFile, summary: Summary | None, actor: Actor) -> Facts:
    """What the table of a summary's moves looks at."""
    needs = {
        "may_be_told": not bars_of(case),
        "in_company": case.teller_mode != TellerMode.CONFIDENTIAL or _in_company(case),
        "second_person": summary is not None and summary.written_by != actor.code,
    }
    return Facts(
        state=summary.state if summary else SummaryState.NONE,
        kind=case.kind,
        met=frozenset(name for name, holds in needs.items() if holds),
        permissions=frozenset(
            name for name in ("cases.summarise", "cases.publish") if case.front_id in actor.units_with(name)
        ),
    )


def write(*, code: str, told: Told, actor: Actor, version: int) -> Summary:
    """Write the summary and hand it to a second person; raises GivesAway besides what `_turn` raises."""
    with _turn(code, "write", actor, version) as turn:
        found = traces(f"{told.said}\n{told.done}", names=_names(turn.case))
        if found:
            raise GivesAway(found)
        summary = turn.summary
        summary.said, summary.done = told.said, told.done
        summary.written_by, summary.approved_by = actor.code, ""
        turn.facts["digest"] = hashlib.sha256(f"{told.said}\0{told.done}".encode()).hexdigest()
    return summary


def publish(*, code: str, checked: frozenset[str], actor: Actor, version: int) -> Summary:
    """Let everybody read it; raises NotChecked unless every point of the list is confirmed."""
    with _turn(code, "publish", actor, version) as turn:
        if missing := set(checks_of(turn.case)) - checked:
            raise NotChecked(sorted(missing))
        turn.summary.approved_by = actor.code
        _put_into_search(turn.summary)
        tally("cases.published", turn.case, on=clock.today())
    return turn.summary


def send_back(*, code: str, reason: str, actor: Actor, version: int) -> Summary:
    """Give it back to be written again, with what must change."""
    with _turn(code, "return", actor, version, reason=reason) as turn:
        pass
    return turn.summary


def take_back(*, code: str, reason: str, actor: Actor, version: int) -> Summary:
    """Take it off the public page at once; the reason is sealed, the journal keeps its digest."""
    with _turn(code, "take_back", actor, version, reason=reason) as turn:
        _take_off(turn.summary, was=turn.was, case=turn.case)
    return turn.summary


def take_off_at_wish(*, case: CaseFile, actor: Actor) -> None:
    """The teller wants no further use of his data: nothing is told of the case any more. To be called in a transaction."""
    told = (SummaryState.READY, SummaryState.RETURNED, SummaryState.PUBLISHED)
    summary = Summary.objects.select_for_update().filter(case=case, state__in=told).first()
    if summary is None:
        return
    was, summary.state, summary.version = summary.state, SummaryState.TAKEN_BACK, summary.version + 1
    _take_off(summary, was=was, case=case)
    summary.save()
    facts: dict[str, Fact] = {"from": was, "to": summary.state, "at_wish": True}
    record("summary.take_back", subject=case.code, actor=actor.code, unit_id=case.front_id, facts=facts)


def erase_summary(*, case: CaseFile, actor: Actor = SYSTEM) -> None:
    """The case is erased, and with it every word that was told of it; to be called in the transaction of the erasure."""
    summary = Summary.objects.filter(case=case).exclude(state=SummaryState.ERASED).first()
    if summary is None:
        return
    was, summary.state = summary.state, SummaryState.ERASED
    _take_off(summary, was=was, case=case)
    note, summary.note = summary.note, None
    summary.said = summary.done = ""
    summary.conduct = []
    summary.save()
    if note is not None:
        note.delete()
    record("summary.erase", subject=case.code, actor=actor.code, unit_id=case.front_id, facts={"from": was})


@dataclass
class _Turn:
    """A move of a summary being made."""

    case: CaseFile
    summary: Summary
    was: str
    facts: dict[str, Fact]


@contextmanager
def _turn(code: str, move: str, actor: Actor, version: int, *, reason: str = "") -> Iterator[_Turn]:
    """Run the body as one move of a summary; raises CaseFile.DoesNotExist, Overtaken, Refused. One journal entry."""
    with transaction.atomic():
        rows = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with("cases.summarise"))
        case = rows.select_related("front", "subject_unit__parent").get(code=code)
        CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
        summary = Summary.objects.select_related("note", "place").filter(case=case).first()
        if (summary.version if summary else 0) != version:
            raise Overtaken
        answer = decide(TABLE, facts_for(case, summary, actor), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        summary = summary or _begun(case)
        turn = _Turn(case, summary, summary.state, {})
        yield turn
        _finish(turn, answer, actor, reason)


def _finish(turn: _Turn, decision: Decision, actor: Actor, reason: str) -> None:
    summary, case = turn.summary, turn.case
    old = summary.note
    summary.state, summary.version = decision.state, summary.version + 1
    summary.note = seal_text(kind="summary.note", text=reason, subject=case.code) if reason else None
    summary.save()
    if old is not None:
        old.delete()
    record(
        f"summary.{decision.move.name}",
        subject=case.code,
        actor=actor.code,
        unit_id=case.front_id,
        facts={"from": turn.was, "to": summary.state, **turn.facts},
        reason_kind="summary.note" if reason else "",
        reason_digest=digest_of_reason(reason) if reason else "",
    )


def _begun(case: CaseFile) -> Summary:
    assert case.subject_unit is not None  # the move needs a case that may be told
    assert case.ended_at is not None  # and that is closed
    return Summary(
        case=case,
        place=shown_place(case.subject_unit),
        month=clock.local(case.ended_at).date().replace(day=1),
        kind=case.kind,
        conduct=list(case.conduct),
    )


def _take_off(summary: Summary, *, was: str, case: CaseFile) -> None:
    index.withdraw(subject=_subject(summary))
    if was == SummaryState.PUBLISHED:
        tally("cases.published", case, on=clock.today(), amount=-1)


@override("vi")  # one index for everybody, in one language
def _put_into_search(summary: Summary) -> None:
    conducts = [str(Conduct(conduct).label) for conduct in summary.conduct]
    words = [summary.place.name, str(Kind(summary.kind).label), *conducts, summary.said, summary.done]
    index.publish(subject=_subject(summary), words=words, scopes=[SCOPE])


def _subject(summary: Summary) -> str:
    return f"ket-qua-{summary.key}"


def _in_company(case: CaseFile) -> bool:
    """Whether enough other words about the place came in the same three months for the teller to be one of several."""
    if case.subject_unit is None:
        return False
    day: date = clock.local(case.received_at).date()
    since = day - timedelta(days=45)
    others = CaseFile.objects.filter(
        subject_unit__area_id=case.subject_unit.area_id,
        received_at__date__range=(since, since + timedelta(days=90)),
    )
    return len(others.values("pk")[: settings.SMALL_NUMBER]) >= settings.SMALL_NUMBER


def _names(case: CaseFile) -> list[str]:
    """The officials of the territory, none of whom a published text may name."""
    assert case.subject_unit is not None  # the move needs it
    return list(Official.objects.filter(unit__area_id=case.subject_unit.area_id).values_list("name", flat=True))
