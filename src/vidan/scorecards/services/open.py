"""Mở phiếu: a sheet is opened for a unit, a year and a version of a rubric."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.scorecards.kinds import CardKind
from vidan.scorecards.models import RubricVersion, Scorecard


class NotOpened(Exception):
    """The sheet cannot be opened; `sentence` says why."""

    def __init__(self, sentence: object) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


TWICE = _("Năm này đã có phiếu chấm của đơn vị.")
NOT_PUBLISHED = _("Chỉ dùng được bộ tiêu chí đã ban hành.")
WRONG_YEAR = _("Bộ tiêu chí này không áp dụng cho năm đã chọn.")
WRONG_DAY = _("Ngày chốt số liệu phải ở trong năm được chấm, hoặc trong quý I năm sau.")


LONGEST = 22
"""Letters of an area in the code of a sheet."""


def open_front_card(
    *, rubric: RubricVersion, unit: Unit, year: int, cut_off: date, actor: Actor, is_sample: bool = False
) -> Scorecard:
    """Open the Front's own sheet of its People's Committee; raises NotOpened.

    The caller has found the rubric among those of the actor's Front, and the unit beside that Front.
    """
    check_rubric(rubric, year, cut_off)
    with transaction.atomic():
        front = Unit.objects.select_for_update().get(pk=rubric.front_id)
        told = {"kind": CardKind.FRONT, "front": front, "unit": unit, "year": year}
        if Scorecard.objects.filter(**told).exists():
            raise NotOpened(TWICE)
        card = Scorecard.objects.create(
            **told,
            code=new_code(front, year),
            rubric=rubric,
            cut_off=cut_off,
            opened_at=clock.now(),
            is_sample=is_sample,
        )
        record(
            "scorecard.open",
            subject=card.code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"unit": unit.slug, "year": year, "rubric": rubric.slug, "number": rubric.number},
        )
    return card


def check_rubric(rubric: RubricVersion, year: int, cut_off: date) -> None:
    """A sheet is opened by a published rubric, for a year of it, with a cut-off day that fits; raises NotOpened."""
    if rubric.published_at is None:
        raise NotOpened(NOT_PUBLISHED)
    if not rubric.first_year <= year <= rubric.last_year:
        raise NotOpened(WRONG_YEAR)
    if not date(year, 1, 1) <= cut_off <= date(year + 1, 3, 31):
        raise NotOpened(WRONG_DAY)


def new_code(front: Unit, year: int) -> str:
    """The next code of the Front's register of sheets of a year: `pc-quan-2-2018-1`."""
    area = front.area.slug
    if len(area) > LONGEST:  # papers and the journal know a file by at most forty letters
        area = f"{area[: LONGEST - 6]}-{front.pk}"
    return f"pc-{area}-{year}-{take_number(unit=front, kind='sheet', year=year)}"
