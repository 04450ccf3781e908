"""Why an item got its points, in a sentence."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.scoring.answers import Scored, Why

SENTENCES: Mapping[Why, Callable[[], str]] = MappingProxyType(
    {
        Why.MISSING: lambda: _("Chưa có số liệu; chưa có số liệu không phải là 0 điểm."),
        Why.NOT_APPLICABLE: lambda: _("Không áp dụng trong năm; điểm tối đa của đơn vị giảm tương ứng."),
        Why.YES: lambda: _("Có thực hiện: đạt điểm tối đa."),
        Why.NO: lambda: _("Không thực hiện: 0 điểm."),
        Why.LEVEL: lambda: _("Mức đạt được: %(level)s."),
        Why.STEP: lambda: _("Đạt %(reached)s%(sign)s, thuộc bậc từ %(start)s%(sign)s trở lên."),
        Why.BELOW_STEPS: lambda: _("Đạt %(reached)s%(sign)s, dưới bậc thấp nhất: 0 điểm."),
        Why.NOTHING_DONE: lambda: _("Không thực hiện việc nào."),
        Why.PROPORTION: lambda: _("Đạt %(reached)s%%, tính theo tỷ lệ so với mức %(full)s%%."),
        Why.FULL: lambda: _("Đạt %(reached)s%%, từ %(full)s%% trở lên: đạt điểm tối đa."),
        Why.BELOW_FLOOR: lambda: _("Đạt %(reached)s%%, dưới mức %(start)s%%: 0 điểm."),
        Why.WAITS: lambda: _("Chờ điểm của mục %(on)s."),
        Why.ON_TIME: lambda: _("Đúng hạn: không trừ điểm."),
        Why.LATE: lambda: _("Trễ %(days)s ngày."),
        Why.EACH: lambda: _("Tính cho %(count)s việc."),
        Why.MAPPED: lambda: _("Chỉ số %(index)s trên thang từ %(low)s đến %(high)s, quy ra điểm."),
        Why.JUDGED: lambda: _("Chấm theo nhận định."),
    }
)


WHOLE = 100
"""Per cent of everything there is."""

WORDS = frozenset({"level", "on"})
"""What is told as it is written, though it may look like a number: the words of a level, the code of an item."""


def reason(scored: Scored) -> str:
    """Why an item got its points; numbers are written as the reader's language does."""
    told = {name: value if name in WORDS else number_format(Decimal(value)) for name, value in scored.told.items()}
    if scored.why is Why.FULL and Decimal(scored.told["reached"]) > WHOLE:  # no share is told above it
        told["reached"] = _("hơn 100")
    said = SENTENCES[scored.why]() % (told | {"sign": "%" if "whole" in scored.inputs else ""})
    if scored.by and scored.why != Why.WAITS:
        said += " " + _("Cách chấm phụ thuộc mục %(on)s.") % {"on": scored.by}
    return said
