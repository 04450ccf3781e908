"""The figures of the yearly score of People's Committees (điểm hằng năm), in all and by the four criteria of the plan of 2018."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.figures.figure import HUNDREDTHS, Figure

FOUR_CRITERIA = "bon-tieu-chi"
"""The rubric whose criteria are told one by one, in whichever version; of any other only the whole is told."""

CRITERIA: Mapping[str, tuple[str, Promise]] = MappingProxyType(
    {
        "dissemination": ("I", _("Điểm về phối hợp tuyên truyền, trên số điểm tối đa")),
        "reception": ("II", _("Điểm về phối hợp tiếp công dân và giải quyết, trên số điểm tối đa")),
        "conduct": ("III", _("Điểm về phối hợp giám sát cán bộ, công chức, trên số điểm tối đa")),
        "criticism": ("IV", _("Điểm về phối hợp phản biện dự thảo, trên số điểm tối đa")),
    }
)
"""By the names of their figures: the code in the rubric, which is the mark of the facts, and the label."""

_figure = partial(
    Figure,
    counts="scorecards.points",
    out_of="scorecards.maximum",
    records="scorecards:cards?ky=da-quyet-dinh",
    public=False,
    of_offices=True,
    scale=HUNDREDTHS,
)

FIGURES = (
    _figure("scorecards.points", _("Điểm Mặt trận chấm Ủy ban nhân dân, trên số điểm tối đa")),
    *(_figure(f"scorecards.points_{name}", label, mark=code) for name, (code, label) in CRITERIA.items()),
)
"""Of sheets that were decided, published or not: so they are for the desk. The facts are written by services/tally.py."""
