"""What a device is told of its round: all that it needs to ask without a network, and nothing secret."""

from typing import Any

from vidan.domain.questionnaire.pace import SECONDS_AN_ITEM
from vidan.domain.questionnaire.written import from_written, to_written
from vidan.foundation.calendar import clock
from vidan.surveys.models import Device, Stratum
from vidan.surveys.selectors import strata_of


def told_to(device: Device) -> dict[str, Any]:
    """The round, its questionnaire and places, and what day it is here: a device's own clock may be wrong."""
    round_ = device.round
    strata = [one for one in strata_of(round_) if device.stratum_id in (None, one.pk)]
    return {
        "device": {"id": device.pk, "label": device.label, "way": device.way, "stratum": device.stratum_id},
        "round": {
            "code": round_.code,
            "title": {"vi": round_.title, "en": round_.title_en},
            "front": round_.front.name,
            "first": round_.first_day.isoformat(),
            "last": round_.last_day.isoformat(),
            "key": round_.device_public,
        },
        "strata": [{"id": one.pk, "name": stratum_words(one)} for one in strata],
        "form": to_written(from_written(round_.questionnaire.written)),
        "seconds_an_item": SECONDS_AN_ITEM,
        "now": now_told(),
    }


def now_told() -> int:
    """The moment here in milliseconds, as a browser counts."""
    return int(clock.now().timestamp() * 1000)


def stratum_words(stratum: Stratum) -> str:
    """A stratum as a person who stands there knows it."""
    place = f"{stratum.unit.short_name}, {stratum.counter.label}"
    return f"{place} · {stratum.procedure}" if stratum.procedure else place
