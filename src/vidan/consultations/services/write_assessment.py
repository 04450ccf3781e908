"""Nhận xét, đánh giá chung: what the Front says of the whole draft, before the points of the document."""

from vidan.consultations.models import Draft
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor


def write_assessment(*, code: str, assessment: str, actor: Actor, version: int | None = None) -> Draft:
    """Write it, or take it away by no words; once the document is submitted it stands. Raises what step() raises."""
    with step(code=code, move="write_assessment", actor=actor, version=version) as taking:
        taking.draft.assessment = assessment.strip()
    return taking.draft
