"""What is known of a case when a move is asked for: gathered here once, decided in domain/moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from django.db.models import Exists, OuterRef

from vidan.cases import routing
from vidan.cases.kinds import PersonState, State, TransferRole
from vidan.cases.models import CaseFile, Proposal, Transfer, Urging, Verification
from vidan.cases.moves import TABLE
from vidan.cases.moves.own import OWN
from vidan.cases.outcomes import Withdrawal
from vidan.cases.recipients import recipients_of
from vidan.domain.moves import Facts
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.rules import NotCounted
from vidan.foundation.calendar.services import counted
from vidan.foundation.redaction.models import PreparedCopy
from vidan.foundation.redaction.services.prepare import newest_copy
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of

NOT_YET_SENT = frozenset(
    {State.RECEIVED, State.CLASSIFIED, State.PREPARED, State.CHECKED}
    | {State.GUIDING, State.OFFERED, State.REFUSED, State.GUIDED, State.MERGED}
)
"""States in which no body has anything of the case yet, unless it was reopened."""

REOPENING = "CT-11"
"""The term within which the person may ask for the case to be opened again."""


@dataclass
class Known:
    """A case as one actor meets it; what costs a query is asked for at most once, and only when a need looks at it.

    `role` says which body's answer is meant; `about` and `copy_text` are what a move is about to write, so that its needs
    look at the new unit and the new copy and not at the old ones. `unheard` is a stated reason for a finding without an
    explanation; None while the move is only offered.
    """

    case: CaseFile
    actor: Actor
    role: TransferRole | None = None
    about: Unit | None = None
    copy_text: str | None = None
    unheard: str | None = None

    @cached_property
    def transfers(self) -> list[Transfer]:
        """The transfers of the case with recipient and clock; `urging_waits` says whether a letter waits for the head."""
        if self.case.state in NOT_YET_SENT and self.case.round == 1:
            return []
        waiting = Urging.objects.filter(transfer=OuterRef("pk"), sent_on__isnull=True)
        urged = Urging.objects.filter(transfer=OuterRef("pk"), sent_on__isnull=False)
        rows = self.case.transfers.select_related(
            "clock",
            "recipient__parent",
            "paper",
            "answer",
            "answer_paper__scan",
            "petition__superior",
            "petition__answer",
            "petition__answer_paper__scan",
        )
        return list(rows.annotate(urging_waits=Exists(waiting), urged=Exists(urged)))

    @cached_property
    def copy(self) -> PreparedCopy | None:
        """The newest prepared copy."""
        return newest_copy(self.case.code)

    @cached_property
    def verifications(self) -> list[Verification]:
        """The verifications of the case with their papers, the proposal and the decision, oldest first."""
        if not getattr(self.case, "was_planned", True):  # annotated by pages that asked for it with the case
            return []
        proposed = ("proposal__paper", "proposal__to", "proposal__reason", "proposal__decision_paper__scan")
        return list(self.case.verifications.select_related("plan", "minutes", *proposed))

    @cached_property
    def merged(self) -> list[int | None]:
        """What the cases that were merged into it are about."""
        return routing.merged_about(self.case)

    @property
    def proposals(self) -> list[Proposal]:
        """The proposals of the case, drafts included."""
        return [one.proposal for one in self.verifications if hasattr(one, "proposal")]

    @property
    def owing(self) -> list[Transfer]:
        """The bodies that have not answered yet, of the role that is meant."""
        sent = [t for t in self.transfers if t.sent_on and not t.answered_on]
        return [t for t in sent if self.role in (None, t.role)]

    @property
    def bodies(self) -> frozenset[int]:
        """The units to which was transferred what the actor reads: his own, and those that they alone succeeded."""
        return in_place_of(self.actor.units_with("cases.read_transferred"), clock.today())


def _copy_written(known: Known) -> bool:
    """The move brings its copy along; a page that only offers the move has nothing to look at yet."""
    return known.copy_text is None or bool(known.copy_text.strip())


def _settles_here(known: Known) -> bool:
    return any(t.role == TransferRole.SETTLE and t.sent_on and t.held_by in known.bodies for t in known.transfers)


def has_explained(case: CaseFile) -> bool:
    """Whether the official complained of was heard in this round of the case."""
    return case.explanation is not None and case.explanation.round == case.round


def _heard(known: Known) -> bool:
    """A finding about a person is made after he was heard, or with a stated reason why he was not."""
    if known.case.person_state == PersonState.NOBODY or known.unheard is None:
        return True
    return bool(known.unheard) or has_explained(known.case)


def _nothing_open(known: Known) -> bool:
    plans = any(one.signed_on is None for one in known.verifications)
    return not plans and all(proposal.verdict for proposal in known.proposals)


def reopening_ends(case: CaseFile) -> date | None:
    """The last day on which the person may ask for the case to be opened again, by the programme (CT-11)."""
    if case.ended_at is None:
        return None
    try:
        return counted(case.code, REOPENING, "reopen", clock.local(case.ended_at).date()).due_on
    except NotCounted:
        return None


def _in_time_to_reopen(known: Known) -> bool:
    last = reopening_ends(known.case)
    return last is not None and clock.today() <= last


def _waits(transfer: Transfer) -> bool:
    return bool(getattr(transfer, "urging_waits", False))


NEEDS: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "no_conflict": lambda k: (k.about.pk if k.about else k.case.subject_unit_id) != k.case.front_id,
        "copy_written": _copy_written,
        "second_person": lambda k: bool(k.copy and k.copy.prepared_by != k.actor.code),
        "recipients_known": lambda k: recipients_of(k.case) is not None,
        "letters_drafted": lambda k: any(t.sent_on is None for t in k.transfers),
        "answer_late": lambda k: any(t.clock and t.clock.due_on < clock.today() for t in k.owing),
        "no_urging_waiting": lambda k: not any(_waits(t) for t in k.transfers),
        "urging_waiting": lambda k: any(_waits(t) for t in k.transfers),
        "sent_to_us": lambda k: any(t.held_by in k.bodies for t in k.owing),
        "settler_owes": lambda k: any(t.role == TransferRole.SETTLE for t in k.owing),
        "monitor_owes": lambda k: any(t.role == TransferRole.MONITOR for t in k.owing),
        "settles_here": _settles_here,
        "not_explained": lambda k: not has_explained(k.case),
        "person_known": lambda k: k.case.person_state == PersonState.RESOLVED,
        "no_plan_waiting": lambda k: all(one.signed_on for one in k.verifications),
        "plan_waiting": lambda k: not all(one.signed_on for one in k.verifications),
        "heard": _heard,
        "no_proposal_waiting": lambda k: all(one.sent_on for one in k.proposals),
        "proposal_waiting": lambda k: not all(one.sent_on for one in k.proposals),
        "proposed_to_us": lambda k: any(one.to_id in k.bodies for one in k.proposals if not one.verdict),
        "nothing_open": _nothing_open,
        "not_reopened_before": lambda k: not k.case.reopened_by_teller,
        "in_time_to_reopen": _in_time_to_reopen,
        "not_asked_to_withdraw": lambda k: not k.case.withdrawal,
        "withdrawal_asked": lambda k: k.case.withdrawal == Withdrawal.ASKED,
        **routing.NEEDS,
    }
)
"""How each need of the table is met."""


def facts_of(known: Known, only: str = "") -> Facts:
    """The facts for one actor; only needs of moves that start from the present state are looked at, or `only` of one move."""
    case = known.case
    kind = OWN if case.is_own else case.kind
    here = [move for move in TABLE.moves if case.state in move.sources and (not move.kinds or kind in move.kinds)]
    here = [move for move in here if only in ("", move.name)]
    asked = {need.name for move in here for need in move.needs}
    return Facts(
        state=case.state,
        kind=kind,
        met=frozenset(name for name in asked if NEEDS[name](known)),
        permissions=permissions_for(known),
    )


def permissions_for(known: Known) -> frozenset[str]:
    """The permissions of moves that the actor holds in the Front that carries the case, or in a body it was sent to."""
    if known.actor == TELLER:
        return frozenset({"cases.withdraw", "cases.reopen_own"})
    here = {known.case.front_id}
    if known.bodies:
        here |= {transfer.body.pk for transfer in known.transfers if transfer.sent_on}
    names = {move.permission for move in TABLE.moves}
    return frozenset(name for name in names if known.actor.units_with(name) & here)
