"""The gates of bands (giới hạn xếp loại) that a form offers: the events that a sheet shows by itself, in words."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.scoring.bands import AT_ZERO

NOT_SELF_SCORED = "not_self_scored"
"""The unit never sent its own score in."""

EVENTS: Mapping[str, str | Promise] = MappingProxyType(
    {AT_ZERO: _("có mục 0 điểm"), NOT_SELF_SCORED: _("đơn vị không nộp điểm tự chấm")}
)


def event_words(events: Collection[str]) -> str:
    """What happened, as it reads; an event that was written by hand is told by its name."""
    return "; ".join(str(EVENTS.get(event, event)) for event in events)
