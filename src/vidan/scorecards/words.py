"""What one side said of an item, in words."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.scoring.points import percent, points
from vidan.domain.scoring.rubric import Criterion
from vidan.scorecards.counted import Side, levels_of
from vidan.scorecards.models import OfficialIndex


def words_of(item: Criterion, side: Side) -> str:
    """What one side entered, as it reads: `9 / 10`, a level, yes or no, or that the item does not apply."""
    if not side.applies:
        return _("không áp dụng")
    levels = levels_of(item.method) if item.method else {}
    said = {"yes": _("có"), "no": _("không")} | levels
    shown = [said.get(value, value.replace(".", ",")) for value in side.inputs.values()]
    return " / ".join(shown)


def official_words(official: OfficialIndex | None, got: Decimal | None, maximum: Decimal) -> str:
    """What the appraising body published for an item, and how far it is from the Front's points; empty where it did not.

    Where that body weighs otherwise the two are compared as shares of their maxima.
    """
    if official is None:
        return ""
    told = {
        "points": number_format(official.points.normalize()),
        "maximum": number_format(official.maximum.normalize()),
    }
    said = _("theo công bố: %(points)s / %(maximum)s") % told
    if got is None or not maximum:
        return said
    if official.maximum == maximum:
        return f"{said}, " + _("chênh %(n)s điểm") % {"n": _signed(official.points - got)}
    share = points(percent(official.points, official.maximum) - percent(got, maximum))
    return f"{said}, " + _("chênh %(n)s điểm phần trăm") % {"n": _signed(share)}


def _signed(number: Decimal) -> str:
    shown = number_format(abs(points(number)))
    return f"{'−' if number < 0 else '+'}{shown}"
