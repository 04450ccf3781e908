"""How the needs of the moves in moves/routing.py are met, and what those moves look for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from vidan.cases.grounds import all_grounds
from vidan.cases.late import is_very_late
from vidan.cases.models import CaseLink, Petition, Transfer
from vidan.cases.models.routing import LinkKind
from vidan.domain.petitions import grounds_for
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Level, Unit, UnitKind
from vidan.foundation.units.selectors import fronts_below, heirs, standing_on

if TYPE_CHECKING:
    from vidan.cases.facts import Known
    from vidan.cases.models import CaseFile


def merged_about(case: "CaseFile") -> list[int | None]:
    """The units that the cases merged into one are about: these go along wherever it is handed."""
    merged = CaseLink.objects.filter(other_id=case.pk, kind=LinkKind.MERGED)
    return list(merged.values_list("case__subject_unit_id", flat=True))


def front_above(case: "CaseFile", merged: Sequence[int | None]) -> Unit | None:
    """The next Front up that may carry the case: never one that the case, or one merged into it, is about."""
    above = case.front.parent
    if above is None or above.kind != UnitKind.FRONT_COMMITTEE or above.pk in (case.subject_unit_id, *merged):
        return None
    return above


def fronts_under(case: "CaseFile", merged: Sequence[int | None]) -> list[Unit]:
    """The Fronts below that may carry the case: never one that the case, or one merged into it, is about."""
    if case.front.level == Level.WARD:
        return []
    about = (case.subject_unit_id, *merged)
    return [front for front in fronts_below(case.front_id, clock.today()) if front.pk not in about]


def has_ended(front: Unit) -> bool:
    """Whether a Front exists no more today."""
    return front.valid_to is not None and front.valid_to < clock.today()


def successor_front(front: Unit) -> Unit | None:
    """Who takes over from a Front that has ended: its successor, or the Front above where no area succeeded (2025)."""
    successor = standing_on(front.pk, clock.today())
    if successor.pk == front.pk:
        above = front.parent
        return standing_on(above.pk, clock.today()) if above else None
    return successor


def to_pass_on(transfers: list[Transfer]) -> Transfer | None:
    """The first transfer to a body that has ended and that several succeeded, so that nobody may open it yet."""
    return next((t for t in transfers if t.sent_on and len(heirs(clock.today()).get(t.held_by, ())) > 1), None)


def superior_of(body: Unit) -> Unit | None:
    """Cấp trên trực tiếp of a body: the People's Committee above it."""
    above = body.parent
    return above if above is not None and above.kind == UnitKind.PEOPLES_COMMITTEE else None


def very_late(transfers: list[Transfer]) -> list[Transfer]:
    """The transfers whose answer is very late."""
    owing = [t for t in transfers if t.sent_on and not t.answered_on]
    running = [(t, t.clock.due_on) for t in owing if t.clock and t.clock.stopped_on is None]
    return [t for t, due_on in running if is_very_late(due_on, clock.today())]


def urged_in_vain(transfers: list[Transfer]) -> list[Transfer]:
    """The very late ones that were urged already; `urged` comes with Known.transfers."""
    return [t for t in very_late(transfers) if getattr(t, "urged", False)]


def to_petition(transfers: list[Transfer]) -> list[Transfer]:
    """The transfers for which the superior may be petitioned now."""
    return [t for t in urged_in_vain(transfers) if superior_of(t.body) and petition_of(t) is None]


def petition_of(transfer: Transfer) -> Petition | None:
    """The petition about a transfer, fetched with it."""
    return getattr(transfer, "petition", None)


def owed_by_superiors(transfers: list[Transfer]) -> dict[str, Petition]:
    """The petitions that were sent and not answered yet, the newest about the body of each role."""
    sent = [petition for transfer in transfers if (petition := petition_of(transfer)) and petition.sent_on]
    return {petition.transfer.role: petition for petition in sent if petition.answered_on is None}


def _petition_waits(transfer: Transfer) -> bool:
    petition = petition_of(transfer)
    return petition is not None and petition.sent_on is None


def _successor_known(known: "Known") -> bool:
    front = known.case.front
    return has_ended(front) and successor_front(front) is not None


NEEDS: "Mapping[str, Callable[[Known], bool]]" = MappingProxyType(
    {
        "ground_known": lambda k: bool(grounds_for(all_grounds(), k.case.kind, clock.today())),
        "nothing_asked": lambda k: not k.case.waits_for_teller,
        "nothing_merged_in": lambda k: not k.merged,
        "front_above": lambda k: front_above(k.case, k.merged) is not None,
        "front_below": lambda k: bool(fronts_under(k.case, k.merged)),
        "front_ended": lambda k: has_ended(k.case.front),
        "successor_known": _successor_known,
        "several_succeeded": lambda k: to_pass_on(k.transfers) is not None,
        "very_late": lambda k: bool(very_late(k.transfers)),
        "urged_before": lambda k: bool(urged_in_vain(k.transfers)),
        "superior_known": lambda k: any(superior_of(t.body) for t in urged_in_vain(k.transfers)),
        "not_petitioned": lambda k: bool(to_petition(k.transfers)),
        "petition_waiting": lambda k: any(_petition_waits(t) for t in k.transfers),
        "superior_owes": lambda k: bool(owed_by_superiors(k.transfers)),
    }
)
"""How each need is met; looked at in cases/facts.py."""
