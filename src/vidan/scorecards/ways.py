"""How an item is scored, in a sentence for who fills it in: one for each method of domain/scoring."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.utils.formats import number_format as shown
from django.utils.translation import gettext as _

from vidan.domain.scoring.methods import (
    Conditional,
    CountSteps,
    Each,
    Judged,
    Levels,
    Mapped,
    Method,
    PerDay,
    Proportional,
    RatioSteps,
    Step,
    YesNo,
)


def way_of(method: Method, maximum: Decimal) -> str:
    """The sentence of a method with its numbers."""
    return WAYS[method.kind](method, maximum)


def _proportional(method: Proportional, maximum: Decimal) -> str:
    told = {"most": shown(maximum), "full": shown(method.full), "start": shown(method.start)}
    if method.start:
        return _("Từ %(full)s%%: %(most)s điểm; từ %(start)s%%: theo tỷ lệ; dưới nữa: 0.") % told
    return _("Từ %(full)s%%: %(most)s điểm; dưới nữa: theo tỷ lệ.") % told


def _per_day(method: PerDay, _maximum: Decimal) -> str:
    said = _("Trễ mỗi ngày trừ %(rate)s điểm.") % {"rate": shown(method.rate)}
    if method.free:
        free = {"free": method.free, "first": shown(method.first)}
        said = _("Trễ đến %(free)s ngày trừ %(first)s điểm.") % free + " " + said
    return said


def _conditional(method: Conditional, maximum: Decimal) -> str:
    told = {"on": method.on, "met": way_of(method.met, maximum), "otherwise": way_of(method.otherwise, maximum)}
    return _("Mục %(on)s có điểm: %(met)s Mục %(on)s không có điểm: %(otherwise)s") % told


def _steps(steps: tuple[Step, ...], sign: str) -> str:
    falling = sorted(steps, key=lambda one: one.start, reverse=True)
    return "; ".join(
        _("từ %(start)s%(sign)s: %(points)s điểm")
        % {"start": shown(step.start), "sign": sign, "points": shown(step.points)}
        for step in falling
    )


WAYS: Mapping[str, Callable[[Any, Decimal], str]] = MappingProxyType(
    {
        YesNo.kind: lambda _method, most: _("Có: %(most)s điểm; không: 0.") % {"most": shown(most)},
        Levels.kind: lambda method, _most: (
            "; ".join(f"{level.label}: {shown(level.points)}" for level in method.levels) + "."
        ),
        RatioSteps.kind: lambda method, _most: (
            _("Theo tỷ lệ phần trăm: %(steps)s.") % {"steps": _steps(method.steps, "%")}
        ),
        CountSteps.kind: lambda method, _most: _("Theo số lượng: %(steps)s.") % {"steps": _steps(method.steps, "")},
        Proportional.kind: _proportional,
        PerDay.kind: _per_day,
        Each.kind: lambda method, most: (
            _("Mỗi việc %(rate)s điểm, nhiều nhất %(most)s.") % {"rate": shown(method.rate), "most": shown(most)}
        ),
        Mapped.kind: lambda method, _most: (
            _("Quy đổi từ chỉ số, thang %(low)s đến %(high)s.") % {"low": shown(method.low), "high": shown(method.high)}
        ),
        Judged.kind: lambda _method, _most: _("Theo nhận định, có lý do bằng chữ."),
        Conditional.kind: _conditional,
    }
)
"""The sentence of each kind of method."""
