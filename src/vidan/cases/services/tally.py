"""Facts of a case for the figures: always dated, always with the Front that carries it."""

from datetime import date

from vidan.cases.models import CaseFile
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.units.models import Unit


def tally(name: str, case: CaseFile, *, on: date, unit: Unit | None = None, mark: str = "", amount: int = 1) -> None:
    """Write one fact; the unit is the one complained of when no other is given."""
    unit_id = unit.pk if unit else case.subject_unit_id
    add_fact(name, on=on, front_id=case.front_id, unit_id=unit_id, mark=mark or case.kind, amount=amount)
