"""What is wrong with a rubric is found before anybody is scored by it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from vidan.domain.scoring.methods import Conditional, Level, Levels, Method, PerDay, YesNo
from vidan.domain.scoring.rubric import Block, Criterion, Fault, Found, Rubric, faults

DONE = YesNo()


def item(code: str, maximum: str = "2", method: Method | None = DONE) -> Criterion:
    return Criterion(code, f"Tiêu chí {code}", Decimal(maximum), method)


def field(*children: Criterion, code: str = "I", maximum: str = "4", block: Block = Block.COUNTS) -> Criterion:
    return Criterion(code, "Lĩnh vực", Decimal(maximum), children=children, block=block)


def rubric(*fields: Criterion, **doubts: str) -> Rubric:
    return Rubric("thử", fields, doubts={code.replace("_", "."): why for code, why in doubts.items()})


GOOD = field(item("I.1"), item("I.2"))
ONE = Levels((Level("a", "Đạt", Decimal(1)), Level("b", "Không đạt", Decimal(0))))
BELOW = Levels((Level("a", "Đạt", Decimal(2)), Level("b", "Không đạt", Decimal(-1))))


def test_a_tree_whose_parts_add_up_has_no_fault() -> None:
    assert faults(rubric(GOOD)) == []
    assert rubric(GOOD).maximum == Decimal(4)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ([field(item("I.1"), item("I.1"))], Found(Fault.TWICE, "I.1")),
        ([field(item("I.1"), item("I.2", method=None))], Found(Fault.NO_METHOD, "I.2")),
        ([replace(GOOD, method=YesNo())], Found(Fault.METHOD_ABOVE_LEAVES, "I")),
        ([field(item("I.1"), item("I.2"), maximum="5")], Found(Fault.SUM, "I", Decimal(5), Decimal(4))),
        ([field(item("I.1"), item("I.2", method=ONE))], Found(Fault.UNREACHED, "I.2", Decimal(2), Decimal(1))),
        (
            [field(item("I.1", "1"), item("I.2", "3"), item("I.3", "0", ONE))],
            Found(Fault.TOO_MUCH, "I.3", Decimal(0), Decimal(1)),
        ),
        ([field(item("I.1", "-2"), item("I.2", "6"))], Found(Fault.SIGN, "I.1", Decimal(-2))),
        ([field(item("I.1"), item("I.2", method=BELOW))], Found(Fault.SIGN, "I.2", Decimal(2))),
        (
            [GOOD, field(item("V.1", "-1", BELOW), code="V", maximum="-1", block=Block.DEDUCTION)],
            Found(Fault.SIGN, "V.1", Decimal(-1)),
        ),
        (
            [GOOD, field(item("V.1", "1", PerDay(Decimal(1))), code="V", maximum="1", block=Block.DEDUCTION)],
            Found(Fault.SIGN, "V", Decimal(1)),
        ),
        (
            [field(item("I.1"), item("I.2", method=Conditional("I.9", YesNo(), YesNo())))],
            Found(Fault.UNKNOWN_CONDITION, "I.2"),
        ),
        (
            [field(item("I.1"), item("I.2", method=Conditional("I", YesNo(), YesNo())))],
            Found(Fault.UNKNOWN_CONDITION, "I.2"),
        ),
        (
            [
                field(
                    item("I.1", method=Conditional("I.2", YesNo(), YesNo())),
                    item("I.2", method=Conditional("I.1", YesNo(), YesNo())),
                )
            ],
            Found(Fault.CIRCLE, "I.1"),
        ),
        (
            [field(replace(item("I.1"), may_not_apply=True), item("I.2", method=Conditional("I.1", YesNo(), YesNo())))],
            Found(Fault.LOOSE_CONDITION, "I.2"),
        ),
        ([field(item("I.1"), item("I.2", method=Conditional("I.2", YesNo(), YesNo())))], Found(Fault.CIRCLE, "I.2")),
    ],
)
def test_a_fault_is_named_with_its_item_and_its_numbers(fields: list[Criterion], found: Found) -> None:
    assert found in faults(rubric(*fields))


def test_a_maximum_that_no_level_reaches_is_let_by_once_a_person_has_recorded_the_doubt() -> None:
    doubtful = field(item("I.1"), item("I.2", method=ONE))
    assert [one.fault for one in faults(rubric(doubtful))] == [Fault.UNREACHED]
    assert faults(rubric(doubtful, I_2="Bản công bố ghi tối đa 2, mức cao nhất 1.")) == []


def test_a_doubt_lets_nothing_else_by() -> None:
    assert faults(rubric(field(item("I.1"), item("I.1")), I_1="Nghi ngờ.")) == [Found(Fault.TWICE, "I.1")]
