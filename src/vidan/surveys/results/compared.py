"""A round beside an earlier one of the same questionnaire: what changed, with its interval, and whether it is sure."""

from collections.abc import Iterator, Mapping
from typing import Any

from vidan.surveys.models import SurveyRound
from vidan.surveys.results.numbers import Told, gap_told, measure_of


def earlier_round(round_: SurveyRound) -> SurveyRound | None:
    """The last published round of the same Front and questionnaire that was over before this one began."""
    before = SurveyRound.objects.published().filter(
        front_id=round_.front_id, questionnaire__slug=round_.questionnaire.slug, last_day__lt=round_.first_day
    )
    return before.order_by("-last_day", "-pk").first()


def compared(result: Told, before: SurveyRound | None) -> Told | None:
    """The differences from an earlier published round; None without one.

    An item is compared where code and words are the same; the replies of both rounds are taken as those of other people.
    """
    if before is None or before.frozen is None:
        return None
    old = dict(_measures(before.frozen["result"]))
    rows = []
    for key, measure in _measures(result):
        gap = gap_told(measure_of(measure), measure_of(old[key])) if key in old else None
        if gap is not None:
            rows.append({"of": key[0], "code": key[1], "now": measure, "before": old[key], **gap})
    return {
        "code": before.code,
        "title": before.frozen["title"],
        "last_day": before.last_day.isoformat(),
        "digest": before.digest,
        "rows": rows,
    }


def between(result: Mapping[str, Any], one: str, other: str) -> Told | None:
    """The difference of two units of one result by their codes; None for units that it does not tell apart."""
    units = {unit["code"]: unit for unit in result["units"]}
    if one == other or one not in units or other not in units:
        return None
    first, second = (units[code]["overall"]["pooled"] for code in (one, other))
    gap = gap_told(measure_of(first), measure_of(second))
    return None if gap is None else {"one": units[one], "other": units[other], **gap}


def _measures(result: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, str], Told]]:
    """Every index of all replies, by what it is of: overall, a factor, an item with its words."""
    yield ("overall", "", ""), result["overall"]["pooled"]
    for factor, told in result["overall"]["factors"].items():
        yield ("factor", factor, ""), told["pooled"]
    for item in result["items"]:
        if item.get("measure"):
            yield ("item", item["code"], f"{item['part_of']['vi']} {item['label']['vi']}"), item["measure"]
