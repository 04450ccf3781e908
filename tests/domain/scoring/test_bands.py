"""Bands on points or on the share of the unit's own maximum, and the gates before them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from vidan.domain.scoring.answers import Answer
from vidan.domain.scoring.bands import AT_ZERO, Band, Bands, Basis, Gate, Placed, place
from vidan.domain.scoring.methods import Judged
from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.domain.scoring.sheet import Sheet, score_sheet

RUBRIC = Rubric(
    "thử",
    (Criterion("1", "Một", Decimal(90), Judged()), Criterion("2", "Hai", Decimal(10), Judged(), may_not_apply=True)),
)
SHARES = Bands(
    (Band("good", Decimal(80)), Band("fair", Decimal(70)), Band("medium", Decimal(60)), Band("weak", Decimal(0)))
)
GATED = Bands(
    (
        Band("excellent", Decimal(95)),
        Band("good", Decimal(85)),
        Band("done", Decimal(75)),
        Band("not_done", Decimal(0)),
    ),
    Basis.SCORE,
    (
        Gate(AT_ZERO, "done"),
        Gate("not_self_scored", "not_done"),
        Gate("grave", "not_done"),
        Gate("reprimanded", "good"),
        Gate("warned", "done"),
    ),
)
ABOVE = Bands(
    (
        Band("a", Decimal(90), above=True),
        Band("b", Decimal(80), above=True),
        Band("c", Decimal(50)),
        Band("d", Decimal(0)),
    ),
    Basis.SCORE,
)


def sheet(first: str | None, second: str | None = "10") -> Sheet:
    told = {code: Answer({"points": Decimal(got)}) for code, got in (("1", first), ("2", second)) if got is not None}
    return score_sheet(RUBRIC, told if second is not None else told | {"2": Answer(applies=False)})


@pytest.mark.parametrize(
    ("first", "second", "band"),
    [
        ("70", "10", "good"),
        ("69.99", "10", "fair"),
        ("60", "10", "fair"),
        ("50", "10", "medium"),
        ("49.99", "10", "weak"),
        ("72", None, "good"),  # 72 of 90 are 80 per cent
        ("71.99", None, "fair"),
    ],
)
def test_a_band_is_read_from_the_share_of_the_units_own_maximum(first: str, second: str | None, band: str) -> None:
    assert place(SHARES, sheet(first, second)) == Placed(band)


@pytest.mark.parametrize(
    ("first", "second", "events", "placed"),
    [
        ("86", "10", [], Placed("excellent")),
        ("90", "5", [], Placed("excellent")),
        ("90", "0", [], Placed("done", (AT_ZERO,))),
        ("84.99", "10", [], Placed("good")),
        ("86", "10", ["reprimanded"], Placed("good", ("reprimanded",))),
        ("86", "10", ["reprimanded", "warned"], Placed("done", ("warned",))),
        ("86", "10", ["not_self_scored"], Placed("not_done", ("not_self_scored",))),
        ("60", "10", ["grave"], Placed("not_done")),
        ("70", "10", ["reprimanded"], Placed("done")),
    ],
)
def test_a_gate_holds_a_unit_below_a_band_and_is_named_when_it_does(
    first: str, second: str, events: list[str], placed: Placed
) -> None:
    assert place(GATED, sheet(first, second), events) == placed


@pytest.mark.parametrize(("first", "band"), [("80.01", "a"), ("80", "b"), ("70", "c"), ("40", "c"), ("39.99", "d")])
def test_a_band_above_a_number_leaves_the_number_to_the_band_below(first: str, band: str) -> None:
    assert place(ABOVE, sheet(first)) == Placed(band)


def test_a_sheet_that_is_read_on_the_scale_of_the_whole_is_banded_on_it() -> None:
    whole = replace(RUBRIC, rescale=Decimal(100))
    told = {"1": Answer({"points": Decimal(72)}), "2": Answer(applies=False)}  # 80 of 100
    bands = Bands((Band("good", Decimal(80)), Band("weak", Decimal(0))), Basis.SCORE)
    assert place(bands, score_sheet(whole, told)) == Placed("good")
    assert place(bands, score_sheet(RUBRIC, told)) == Placed("weak")


def test_two_bands_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="a"):
        Bands((Band("a", Decimal(70)), Band("a", Decimal(0))))


def test_a_sheet_without_data_on_every_item_has_no_band() -> None:
    assert place(GATED, sheet(None)) is None


@pytest.mark.parametrize(
    "bands", [(), (Band("a", Decimal(70)), Band("b", Decimal(80))), (Band("a", Decimal(70)), Band("b", Decimal(70)))]
)
def test_bands_that_do_not_fall_are_refused(bands: tuple[Band, ...]) -> None:
    with pytest.raises(ValueError, match=r"\["):
        Bands(bands)


def test_a_gate_that_names_no_band_is_refused() -> None:
    with pytest.raises(ValueError, match="best"):
        Bands((Band("a", Decimal(0)),), gates=(Gate(AT_ZERO, "best"),))


def test_a_share_is_compared_before_it_is_rounded() -> None:
    close = sheet("69.99")
    assert close.percent == Fraction(7999, 100)
    assert place(Bands((Band("a", Decimal("79.995")), Band("b", Decimal(0)))), close) == Placed("b")
