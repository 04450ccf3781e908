"""Phân loại: what kind the case is by its content, which unit it is about, and the gist without identity."""

from copy import copy
from dataclasses import dataclass

from vidan.cases.kinds import Kind, PersonState
from vidan.cases.models import CaseFile
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally_anew
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Official
from vidan.foundation.units.models import Unit


@dataclass(frozen=True)
class Classification:
    """What the officer finds: kind, unit, conduct, gist, and whether the person complained of is known."""

    kind: Kind
    subject_unit: Unit
    conduct: tuple[str, ...]
    gist: str
    person_state: PersonState = PersonState.UNRESOLVED
    official: Official | None = None


def classify(*, code: str, found: Classification, actor: Actor, version: int | None = None) -> CaseFile:
    """Classify a case, or classify it anew while no copy is prepared. The code keeps its first letters."""
    with step(code=code, move="classify", actor=actor, version=version, about=found.subject_unit) as taking:
        case = taking.case
        was = copy(case)
        case.kind = found.kind
        case.subject_unit = found.subject_unit
        case.conduct = list(found.conduct)
        case.gist = found.gist
        case.person_state = found.person_state
        case.official = found.official
        case.officer_id = actor.user_id
        tally_anew(was, case)
        taking.told |= {"kind": found.kind, "about": found.subject_unit.slug, "person": found.person_state}
        if found.official:
            taking.told["official"] = found.official.code
    return case
