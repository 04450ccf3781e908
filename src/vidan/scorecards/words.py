"""What one side said of an item, in words."""

from django.utils.translation import gettext as _

from vidan.domain.scoring.rubric import Criterion
from vidan.scorecards.counted import Side, levels_of


def words_of(item: Criterion, side: Side) -> str:
    """What one side entered, as it reads: `9 / 10`, a level, yes or no, or that the item does not apply."""
    if not side.applies:
        return _("không áp dụng")
    levels = levels_of(item.method) if item.method else {}
    said = {"yes": _("có"), "no": _("không")} | levels
    shown = [said.get(value, value.replace(".", ",")) for value in side.inputs.values()]
    return " / ".join(shown)
