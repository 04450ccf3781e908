"""A result out of counts: everything that may be said of a round, as plain values; nothing else is shown anywhere."""

from collections.abc import Sequence

from vidan.domain.questionnaire.answers import Item
from vidan.domain.questionnaire.form import Factor, Questionnaire, Text
from vidan.domain.surveystats.asked import Asked, left_open
from vidan.domain.surveystats.hiding import Rule
from vidan.domain.surveystats.order import places
from vidan.domain.surveystats.rounding import percent
from vidan.surveys.kinds import Way
from vidan.surveys.results.items import Chosen, answered, broken_down, choose
from vidan.surveys.results.lines import Laid, Line, laid_out
from vidan.surveys.results.numbers import (
    Told,
    blocks_told,
    gap_told,
    index_told,
    of_items,
    several_told,
    weighted_told,
)
from vidan.surveys.results.others import other_told, text_told
from vidan.surveys.results.tallied import Tallied, Values, added, levels_in, replies_in


def tell(form: Questionnaire, known: Tallied, rule: Rule) -> Told:
    """The result: of all, by factor and item, by unit, procedure and month, and how asking went."""
    laid, values = laid_out(known, rule), added(known.by_part.values())
    chosen = choose(form, values, laid, rule)
    people = [part.population for part in known.parts]
    population = None if None in people else sum(one or 0 for one in people)
    enough = replies_in(values) >= rule.least_replies
    return {
        "replies": replies_in(values),
        "marked": _marked(chosen, known, rule),
        "asked": _asked(known),
        "population": population,
        "overall": _group(chosen.scales, values, population) | _weights(chosen.scales, laid, rule),
        "items": [_item(item, chosen, values, population, laid, rule) for item in chosen.items] if enough else [],
        "units": _units(chosen, laid, rule),
        "procedures": _lines(chosen.scales, laid.procedures, rule),
        "procedures_withheld": laid.withheld,
        "months": _lines(chosen.scales, laid.months, rule),
    }


def factors_of(items: Sequence[Item]) -> dict[Factor, list[Item]]:
    """The scales by factor, in the factors' order; those of none are left out."""
    return {factor: found for factor in Factor if (found := [item for item in items if item.factor == factor])}


def _group(items: Sequence[Item], values: Values, population: int | None) -> Told:
    """Some scales of some replies, as one and by factor."""
    factors = {factor.value: several_told(found, values, population) for factor, found in factors_of(items).items()}
    return several_told(items, values, population) | {"factors": factors}


def _weights(scales: Sequence[Item], laid: Laid, rule: Rule) -> Told:
    told = broken_down(scales, laid.units, rule)
    by_factor = {factor.value: weighted_told(found, laid.units) for factor, found in factors_of(told).items()}
    return {"weighted": weighted_told(told, laid.units), "weighted_factors": by_factor}


def _item(item: Item, chosen: Chosen, values: Values, population: int | None, laid: Laid, rule: Rule) -> Told:
    withheld = chosen.withheld.get(item.code, "")
    told: Told = {
        "code": item.code,
        "kind": item.question.kind.value,
        "label": text_told(item.line.label if item.line else item.question.label),
        "part_of": text_told(item.question.label if item.line else Text("")),
        "factor": item.factor.value if item.factor else "",
        "withheld": withheld,
    }
    if withheld:
        return told
    fared = answered(values, item)
    share = left_open(fared.answered, fared.left_open)
    told |= {
        "asked": fared.asked,
        "answered": fared.answered,
        "left_open": fared.left_open,
        "non_response": None if share is None else str(percent(share)),
    }
    if not item.is_scale:
        return told | other_told(item, values, rule)
    by_unit = bool(laid.units) and item in broken_down([item], laid.units, rule)
    return told | {
        "measure": index_told(of_items([item], values, population)),
        "weighted": weighted_told([item], laid.units) if by_unit else None,
        **blocks_told(chosen.blocks[item.code], levels_in(values, item)),
    }


def _units(chosen: Chosen, laid: Laid, rule: Rule) -> list[Told]:
    """The units in the order of their index, each with its place among the others and the difference from all others."""
    lines, items = laid.units, broken_down(chosen.scales, laid.units, rule)
    known = {line.codes: found for line in lines if (found := of_items(items, line.values, line.population).estimate)}
    order = places({"+".join(codes): one for codes, one in known.items()})
    told = []
    for line in lines:
        place = order.get("+".join(line.codes))
        rest = [other for other in lines if other is not line]
        others = of_items(items, added(one.values for one in rest), _people(rest))
        told.append(
            _line_told(items, line)
            | {
                "scales": {
                    item.code: blocks_told(chosen.blocks[item.code], levels_in(line.values, item)) for item in items
                },
                "place": {"first": place.first, "last": place.last, "alike": list(place.alike)} if place else None,
                "against_rest": gap_told(of_items(items, line.values, line.population), others),
            }
        )
    return sorted(told, key=lambda one: (one["place"] is None, list(order).index(one["code"]) if one["place"] else 0))


def _people(lines: Sequence[Line]) -> int | None:
    people = [line.population for line in lines]
    return None if None in people else sum(one or 0 for one in people)


def _lines(scales: Sequence[Item], lines: Sequence[Line], rule: Rule) -> list[Told]:
    items = broken_down(scales, lines, rule)
    return [_line_told(items, line) for line in lines]


def _line_told(items: Sequence[Item], line: Line) -> Told:
    return {
        "code": "+".join(line.codes),
        "codes": list(line.codes),
        "names": list(line.names),
        "replies": replies_in(line.values),
        "population": line.population,
        "overall": _group(items, line.values, line.population),
        "items": {item.code: index_told(of_items([item], line.values, line.population)) for item in items},
    }


def _marked(chosen: Chosen, known: Tallied, rule: Rule) -> Told:
    """What was too fast or repeated, counted apart; its index where there is enough of it."""
    n = replies_in(known.marked)
    told = n >= rule.least_replies
    return {"replies": n, "pooled": index_told(of_items(chosen.scales, known.marked, None)) if told else None}


ASKED_BY = frozenset({Way.INVITATION.value, Way.INTERVIEWER.value, Way.PAPER.value})
"""The ways by which somebody is asked by name or face; how many passed by a QR or a kiosk, nobody knows."""


def _asked(known: Tallied) -> Told:
    """How asking went, where people were asked: marked replies with the others, for their people were asked too."""
    one = Asked(sum(n for way, n in known.ways.items() if way in ASKED_BY), known.refused, known.unreachable)
    shares = {"response": one.response, "refusal": one.refusal, "unreached": one.unreached}
    rates = {name: None if share is None else str(percent(share)) for name, share in shares.items()}
    counts = {"replies": one.replies, "refused": one.refused, "unreachable": one.unreachable, "all": one.all}
    return {**counts, **rates, "ways": dict(sorted(known.ways.items()))}
