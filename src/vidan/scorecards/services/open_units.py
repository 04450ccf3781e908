"""Mở phiếu tự chấm: sheets are opened for several units at once, each to score itself until a day."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import within
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.models import RubricVersion, Scorecard
from vidan.scorecards.services.notify import notify_unit
from vidan.scorecards.services.open import NotOpened, check_rubric, new_code

NOBODY = _("Chọn ít nhất một đơn vị.")
TOO_EARLY = _("Hạn tự chấm phải từ hôm nay trở đi.")
NOT_THEIRS = _("Bộ tiêu chí này không dành cho đơn vị ở cấp đã chọn.")


def fitting(rubric: RubricVersion) -> list[Unit]:
    """The People's Committees in the territory of the rubric's Front, of the level that the rubric is for."""
    committees = Unit.objects.valid_on(clock.today()).filter(kind=UnitKind.PEOPLES_COMMITTEE, level=rubric.level)
    return list(committees.filter(within([rubric.front_id])).select_related("area"))


def opened_already(rubric: RubricVersion, year: int) -> set[int]:
    """The units that have a sheet of that year and Front, whichever rubric it is by."""
    cards = Scorecard.objects.filter(kind=CardKind.UNIT, front_id=rubric.front_id, year=year)
    return set(cards.values_list("unit_id", flat=True))


def open_unit_cards(
    *,
    rubric: RubricVersion,
    units: Sequence[Unit],
    year: int,
    cut_off: date,
    until: date,
    actor: Actor,
    is_sample: bool = False,
) -> list[Scorecard]:
    """Open a sheet for each unit that has none of the year yet, all or none; raises NotOpened.

    The caller has found the rubric among those of the actor's Front.
    """
    check_rubric(rubric, year, cut_off)
    if until < clock.today():
        raise NotOpened(TOO_EARLY)
    if {unit.pk for unit in units} - {unit.pk for unit in fitting(rubric)}:
        raise NotOpened(NOT_THEIRS)
    with transaction.atomic():
        front = Unit.objects.select_for_update().select_related("area").get(pk=rubric.front_id)
        there = opened_already(rubric, year)
        missing = [unit for unit in units if unit.pk not in there]
        if not missing:
            raise NotOpened(NOBODY)
        told = {
            "kind": CardKind.UNIT,
            "state": State.SELF_SCORING,
            "rubric": rubric,
            "front": front,
            "year": year,
            "cut_off": cut_off,
            "self_score_until": until,
            "is_sample": is_sample,
        }
        return [_opened(Scorecard(unit=unit, **told), actor) for unit in missing]


def _opened(card: Scorecard, actor: Actor) -> Scorecard:
    card.code, card.opened_at = new_code(card.front, card.year), clock.now()
    card.save()
    facts: dict[str, Fact] = {
        "unit": card.unit.slug,
        "year": card.year,
        "rubric": card.rubric.slug,
        "number": card.rubric.number,
        "until": str(card.self_score_until),
    }
    record("scorecard.open", subject=card.code, actor=actor.code, unit_id=card.front_id, facts=facts)
    notify_unit(NoticeKind.CARD_OPENED, card)
    return card
