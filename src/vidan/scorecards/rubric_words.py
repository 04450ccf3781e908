"""A rubric in sentences: how an item is scored, what lowers the own maximum, what is wrong with the tree."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

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
from vidan.domain.scoring.points import ZERO
from vidan.domain.scoring.rubric import Fault, Found


def number_words(number: Decimal) -> str:
    """A number as the reader's language writes it, without zeros at its end and without marks for thousands."""
    told = number_format(Decimal(f"{number.normalize():f}"), use_l10n=True, force_grouping=False)
    return told.replace("-", "−")


def way_sentence(method: Method, maximum: Decimal) -> str:
    """How an item is scored, as a sentence for the person who scores it."""
    told = SENTENCES[type(method)](method, maximum)
    return told[:1].upper() + told[1:]


def _points(number: Decimal) -> str:
    return ngettext("%(n)s điểm", "%(n)s điểm", 1 if number == 1 else 2) % {"n": number_words(number)}


def _yes_no(_method: YesNo, maximum: Decimal) -> str:
    return _("có: %(most)s; không: 0 điểm.") % {"most": _points(maximum)}


def _levels(method: Levels, _maximum: Decimal) -> str:
    return "; ".join(f"{level.label}: {_points(level.points)}" for level in method.levels) + "."


def _steps(steps: tuple[Step, ...], nothing: Decimal | None, sign: str) -> str:
    ordered = sorted(steps, key=lambda step: step.start, reverse=True)
    least = ordered.pop().points if len(ordered) > 1 and ordered[-1].start == 0 else ZERO
    parts = [
        _("từ %(start)s trở lên: %(points)s")
        % {"start": number_words(step.start) + sign, "points": _points(step.points)}
        for step in ordered
    ]
    parts.append(_("thấp hơn: %(points)s") % {"points": _points(least)})
    if nothing is not None:
        parts.append(_("không làm gì: %(points)s") % {"points": _points(nothing)})
    return "; ".join(parts) + "."


def _proportional(method: Proportional, maximum: Decimal) -> str:
    told = {
        "full": number_words(method.full),
        "start": number_words(method.start),
        "most": _points(maximum),
    }
    if method.start:
        return (
            _("từ %(full)s%% trở lên: %(most)s; từ %(start)s%%: theo phần đạt được của %(full)s%%; thấp hơn: 0 điểm.")
            % told
        )
    return _("từ %(full)s%% trở lên: %(most)s; thấp hơn: theo phần đạt được của %(full)s%%.") % told


def _per_day(method: PerDay, maximum: Decimal) -> str:
    told = {
        "rate": _points(method.rate),
        "first": _points(method.first),
        "free": method.free,
        "most": _points(-method.least(maximum)),
    }
    if method.first or method.free:
        return _("trễ: trừ %(first)s cho %(free)d ngày đầu, sau đó mỗi ngày trừ %(rate)s; tối đa trừ %(most)s.") % told
    return _("trễ: mỗi ngày trừ %(rate)s; tối đa trừ %(most)s.") % told


def _each(method: Each, maximum: Decimal) -> str:
    told = {"rate": _points(abs(method.rate)), "most": _points(abs(maximum))}
    if method.rate < 0:
        return _("mỗi việc trừ %(rate)s, tối đa trừ %(most)s.") % told
    return _("mỗi việc được %(rate)s, tối đa %(most)s.") % told


def _mapped(method: Mapped, maximum: Decimal) -> str:
    told = {"low": number_words(method.low), "high": number_words(method.high), "most": _points(maximum)}
    return _("chỉ số từ %(low)s đến %(high)s được quy đổi thành 0 đến %(most)s.") % told


def _judged(_method: Judged, maximum: Decimal) -> str:
    if maximum < 0:
        return _("chấm theo nhận định, trừ tối đa %(most)s, kèm căn cứ bằng chữ.") % {"most": _points(-maximum)}
    return _("chấm theo nhận định, từ 0 đến %(most)s, kèm căn cứ bằng chữ.") % {"most": _points(maximum)}


def _conditional(method: Conditional, maximum: Decimal) -> str:
    told = {
        "on": method.on,
        "met": SENTENCES[type(method.met)](method.met, maximum).rstrip("."),
        "otherwise": SENTENCES[type(method.otherwise)](method.otherwise, maximum).rstrip("."),
    }
    return _("khi mục %(on)s có điểm – %(met)s. Khi mục ấy không có điểm – %(otherwise)s.") % told


SENTENCES: Mapping[type, Callable[[Any, Decimal], str]] = {
    YesNo: _yes_no,
    Levels: _levels,
    RatioSteps: lambda method, _maximum: _steps(method.steps, method.nothing, "%"),
    CountSteps: lambda method, _maximum: _steps(method.steps, method.nothing, ""),
    Proportional: _proportional,
    PerDay: _per_day,
    Each: _each,
    Mapped: _mapped,
    Judged: _judged,
    Conditional: _conditional,
}

FAULTS: Mapping[Fault, str | Promise] = {
    Fault.TWICE: gettext_lazy("Mã này đứng hai lần."),
    Fault.NO_METHOD: gettext_lazy("Mục này chưa có cách chấm."),
    Fault.METHOD_ABOVE_LEAVES: gettext_lazy("Mục này có mục con nên không tự chấm; bỏ cách chấm ở đây."),
    Fault.SUM: gettext_lazy("Điểm tối đa là %(said)s nhưng các mục con cộng lại là %(got)s."),
    Fault.UNREACHED: gettext_lazy("Điểm tối đa là %(said)s nhưng mức cao nhất chỉ đến %(got)s."),
    Fault.TOO_MUCH: gettext_lazy("Mức cao nhất là %(got)s, vượt điểm tối đa %(said)s."),
    Fault.SIGN: gettext_lazy("Điểm trừ phải mang dấu âm và chỉ trừ; điểm khác không được âm."),
    Fault.UNKNOWN_CONDITION: gettext_lazy("Điều kiện nêu một mục không có hoặc không được chấm."),
    Fault.LOOSE_CONDITION: gettext_lazy(
        "Điều kiện nêu một mục có thể không áp dụng; hai mục như vậy không đi với nhau."
    ),
    Fault.CIRCLE: gettext_lazy("Các điều kiện nối vòng tròn: mục này tùy mục kia, mục kia lại tùy mục này."),
}
"""What is wrong with an item of the tree, and the numbers that differ."""


def fault_sentence(found: Found) -> str:
    """The sentence of one fault."""
    numbers = {"said": found.said, "got": found.got}
    return str(FAULTS[found.fault]) % {name: number_words(n) for name, n in numbers.items() if n is not None}
