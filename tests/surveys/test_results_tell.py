"""What a result says of counts, and what it leaves out."""

from decimal import Decimal

import pytest
from tests.surveys.counted import APRIL, MARCH, Given, choice, form_of, part, scale, tallied_of

from vidan.domain.questionnaire.form import Asks, Condition, Factor, Kind, Question, Questionnaire, Text
from vidan.domain.surveystats.hiding import Rule
from vidan.surveys.results.compared import between
from vidan.surveys.results.tell import tell

pytestmark = pytest.mark.once

RULE = Rule(3, 10)
ONE = form_of(scale("a"))
WORKED = (3, 11, 40, 96, 50)
"""The worked table of docs/rules/surveys.md."""


def replies(levels: tuple[int, ...], pk: int = 1, code: str = "a", *, marked: bool = False) -> list[Given]:
    return [(pk, MARCH, {code: str(level)}, marked) for level, n in enumerate(levels, 1) for _n in range(n)]


def test_the_worked_table() -> None:
    told = tell(ONE, tallied_of(ONE, [part(1, "x", population=1000)], replies(WORKED)), RULE)
    pooled = told["overall"]["pooled"]
    assert (pooled["answers"], pooled["replies"], pooled["population"]) == (200, 200, 1000)
    assert (pooled["index"], pooled["low"], pooled["high"]) == ("73.00", "67.18", "78.13")
    item = told["items"][0]
    assert (item["mean_low"], item["mean_high"]) == ("3.895", "3.895")
    assert [one["share"] for one in item["blocks"]] == ["1.50", "5.50", "20.00", "48.00", "25.00"]
    assert told["overall"]["factors"]["access"]["mean_of_items"] == "73.00"


def test_small_levels_are_joined_and_the_mean_becomes_its_bounds() -> None:
    item = tell(ONE, tallied_of(ONE, [part(1, "x")], replies((1, 12, 40, 96, 50))), RULE)["items"][0]
    assert [(one["levels"], one["count"]) for one in item["blocks"]] == [([1, 2], 13), ([3], 40), ([4], 96), ([5], 50)]
    assert (item["mean_low"], item["mean_high"]) == ("3.854", "3.920")


def test_a_round_of_hardly_any_replies_tells_how_many_and_nothing_else() -> None:
    told = tell(ONE, tallied_of(ONE, [part(1, "x")], replies((0, 0, 0, 4, 5))), RULE)
    assert (told["replies"], told["items"], told["overall"]["pooled"]["index"]) == (9, [], None)
    assert told["units"] == told["months"] == told["procedures"] == []


def test_units_of_few_replies_are_added_up() -> None:
    parts = [part(pk, unit) for pk, unit in ((1, "x"), (2, "y"), (3, "z"))]
    given = replies((0, 0, 20, 40, 40), 1) + replies((0, 0, 0, 4, 3), 2) + replies((0, 0, 3, 30, 20), 3)
    told = tell(ONE, tallied_of(ONE, parts, given), RULE)
    assert [(one["codes"], one["replies"]) for one in told["units"]] == [(["y", "z"], 60), (["x"], 100)]


def test_with_one_line_left_nothing_is_laid_out() -> None:
    given = replies((0, 0, 20, 40, 40), 1) + replies((0, 0, 0, 4, 3), 2)
    assert tell(ONE, tallied_of(ONE, [part(1, "x"), part(2, "y")], given), RULE)["units"] == []


def test_units_have_a_span_of_places_where_intervals_overlap() -> None:
    parts = [part(pk, unit) for pk, unit in ((1, "x"), (2, "y"), (3, "z"))]
    given = replies((0, 0, 5, 45, 50), 1) + replies((0, 0, 40, 30, 30), 2) + replies((0, 0, 45, 30, 25), 3)
    told = tell(ONE, tallied_of(ONE, parts, given), RULE)
    assert [(one["code"], one["place"]["first"], one["place"]["last"]) for one in told["units"]] == [
        ("x", 1, 1),
        ("y", 2, 3),
        ("z", 2, 3),
    ]
    assert told["units"][1]["place"]["alike"] == ["z"]
    assert [one["against_rest"]["sure"] for one in told["units"]] == [True, True, True]
    gap = between(told, "y", "z")
    assert gap is not None
    assert (gap["gap"], gap["sure"]) == ("5.00", False)
    assert between(told, "y", "y") is None
    assert between(told, "y", "?") is None


def test_uneven_quotas_are_weighed_and_even_ones_are_not() -> None:
    given = replies((0, 0, 10, 40, 50), 1) + replies((0, 0, 40, 30, 30), 2)
    uneven = [part(1, "x", population=1000), part(2, "y", population=4000)]
    told = tell(ONE, tallied_of(ONE, uneven, given), RULE)["overall"]
    assert (told["pooled"]["index"], told["weighted"]["index"], told["weighted"]["effective"]) == (
        "75.00",
        "66.00",
        "147.1",
    )
    assert told["weighted_factors"]["access"] == told["weighted"]
    even = [part(1, "x", population=1000), part(2, "y", population=1000)]
    assert tell(ONE, tallied_of(ONE, even, given), RULE)["overall"]["weighted"] is None
    unknown = [part(1, "x", population=1000), part(2, "y")]
    assert tell(ONE, tallied_of(ONE, unknown, given), RULE)["overall"]["weighted"] is None


def test_a_population_below_the_replies_is_doubted() -> None:
    pooled = tell(ONE, tallied_of(ONE, [part(1, "x", population=150)], replies(WORKED)), RULE)["overall"]["pooled"]
    plain = tell(ONE, tallied_of(ONE, [part(1, "x")], replies(WORKED)), RULE)["overall"]["pooled"]
    assert pooled["doubtful"]
    assert (pooled["low"], pooled["high"]) == (plain["low"], plain["high"])


def test_marked_replies_are_counted_apart() -> None:
    given = replies(WORKED) + replies((0, 0, 0, 0, 12), marked=True)
    told = tell(ONE, tallied_of(ONE, [part(1, "x")], given), RULE)
    assert told["replies"] == 200
    assert (told["marked"]["replies"], told["marked"]["pooled"]["index"]) == (12, "100.00")
    few = tell(ONE, tallied_of(ONE, [part(1, "x")], replies(WORKED) + replies((0, 0, 0, 0, 2), marked=True)), RULE)
    assert few["marked"] == {"replies": 2, "pooled": None}


def test_pooled_and_mean_of_items_are_both_told() -> None:
    form = form_of(scale("a"), scale("b", Factor.RESULT))
    given: list[Given] = [(1, MARCH, {"a": "5", "b": "1" if n < 15 else ""}, False) for n in range(30)]
    told = tell(form, tallied_of(form, [part(1, "x")], given), RULE)
    overall = told["overall"]
    assert (overall["pooled"]["index"], overall["pooled"]["replies"], overall["mean_of_items"]) == (
        "66.67",
        30,
        "50.00",
    )
    assert (told["items"][1]["left_open"], told["items"][1]["non_response"]) == (15, "50.00")


def asked_if(code: str, *values: str) -> Questionnaire:
    came = Question("came", Kind.SINGLE, Text("?"), choices=(choice("yes"), choice("no"), choice("maybe")))
    return form_of(came, Question("a", Kind.SCALE, Text("A"), show_if=(Condition(code, Asks.IS, values),)))


def test_who_was_asked_does_not_give_a_small_choice_away() -> None:
    form = asked_if("came", "yes", "maybe")
    came = ["yes"] * 30 + ["no"] * 20 + ["maybe"] * 2
    given: list[Given] = [(1, MARCH, {"came": one, "a": "4"}, False) for one in came]
    single, scale_ = tell(form, tallied_of(form, [part(1, "x")], given), RULE)["items"]
    assert [(one["codes"], one["count"]) for one in single["choices"]] == [(["yes"], 30), (["no", "maybe"], 22)]
    assert scale_["withheld"] == "condition"
    assert "asked" not in scale_


def test_an_item_that_hardly_anybody_was_asked_is_not_told() -> None:
    form = asked_if("came", "maybe")
    given: list[Given] = [(1, MARCH, {"came": one, "a": "4"}, False) for one in ["yes"] * 30 + ["maybe"] * 9]
    assert tell(form, tallied_of(form, [part(1, "x")], given), RULE)["items"][1]["withheld"] == "few"


def test_an_item_that_few_answered_in_a_unit_is_told_in_all_only() -> None:
    form = form_of(scale("a"), scale("b"))
    given: list[Given] = [(1 + n % 2, MARCH, {"a": "4", "b": "5" if n % 2 or n < 10 else ""}, False) for n in range(60)]
    told = tell(form, tallied_of(form, [part(1, "x"), part(2, "y")], given), RULE)
    assert [list(one["items"]) for one in told["units"]] == [["a"], ["a"]]
    assert told["overall"]["items"] == 2


def test_months_and_procedures() -> None:
    parts = [part(1, "x", "khai sinh"), part(2, "x", "chứng thực")]
    given: list[Given] = [
        (1 + n % 2, MARCH if n < 40 else APRIL, {"a": "4" if n < 50 else "2"}, False) for n in range(100)
    ]
    told = tell(ONE, tallied_of(ONE, parts, given), RULE)
    assert [(one["code"], one["overall"]["pooled"]["index"]) for one in told["months"]] == [
        ("2018-03", "100.00"),
        ("2018-04", "16.67"),
    ]
    assert [(one["code"], one["replies"]) for one in told["procedures"]] == [("khai sinh", 50), ("chứng thực", 50)]


def test_procedures_are_withheld_where_units_take_them_apart() -> None:
    # All of unit x is procedure p; of y two replies are p: p less x would tell them.
    parts = [part(1, "x", "p"), part(2, "y", "p"), part(3, "y", "q")]
    given = replies((0, 0, 10, 20, 20), 1) + replies((1, 1, 0, 0, 0), 2) + replies((0, 0, 10, 20, 20), 3)
    told = tell(ONE, tallied_of(ONE, parts, given), RULE)
    assert told["procedures_withheld"]
    assert told["procedures"] == []


def test_a_ranking_tells_places_and_hides_small_numbers() -> None:
    form = form_of(Question("o", Kind.RANKING, Text("?"), choices=(choice("p"), choice("q"))))
    given: list[Given] = [(1, MARCH, {"o": ["p", "q"] if n else ["q", "p"]}, False) for n in range(20)]
    first, _second = tell(form, tallied_of(form, [part(1, "x")], given), RULE)["items"][0]["places"]
    assert (first["counts"], first["mean"]) == ([None, None], None)
    given = [(1, MARCH, {"o": ["p", "q"] if n > 5 else ["q", "p"]}, False) for n in range(20)]
    first, _second = tell(form, tallied_of(form, [part(1, "x")], given), RULE)["items"][0]["places"]
    assert (first["counts"], Decimal(first["mean"])) == ([14, 6], Decimal("1.30"))
