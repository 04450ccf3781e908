"""Which form of handling may be proposed: a table of dated cases over the lists of the data."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.petitions.handling import FormList, Matter, Wrong, judge, list_for, open_forms

FILE = Path(__file__).parents[3] / "data" / "handling" / "forms.toml"


def read() -> tuple[FormList, ...]:
    return tuple(
        FormList(
            status=row["status"],
            forms=tuple(row["forms"]),
            leaders_only=frozenset(row.get("leaders_only", ())),
            others_only=frozenset(row.get("others_only", ())),
            valid_from=row["valid_from"],
            valid_to=row.get("valid_to"),
            basis=row["basis"],
            certainty=row["certainty"],
        )
        for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["list"]
    )


LISTS = read()
MEASURES = "apologise draw_lessons mend_ways"
PERSONAL = MEASURES + " criticise reassign"

OPEN = [
    # group, leads, day of the act, finding, what may be proposed besides that nothing follows
    ("cadre", True, date(2018, 3, 12), "founded", PERSONAL + " reprimand warning dismissal removal"),
    ("cadre", False, date(2025, 7, 1), "founded", PERSONAL + " reprimand warning dismissal removal"),
    ("civil_servant", False, date(2018, 3, 12), "founded", PERSONAL + " reprimand warning pay_cut discharge"),
    ("civil_servant", False, date(2020, 7, 1), "founded", PERSONAL + " reprimand warning pay_cut discharge"),
    (
        "civil_servant",
        True,
        date(2020, 6, 30),
        "partly",
        PERSONAL + " reprimand warning pay_cut demotion dismissal discharge",
    ),
    ("civil_servant", True, date(2020, 7, 1), "founded", PERSONAL + " reprimand warning demotion dismissal discharge"),
    ("civil_servant", False, date(2025, 6, 30), "founded", PERSONAL + " reprimand warning pay_cut discharge"),
    ("civil_servant", False, date(2025, 7, 1), "founded", PERSONAL + " reprimand warning discharge"),
    ("civil_servant", True, date(2025, 7, 1), "founded", PERSONAL + " reprimand warning dismissal discharge"),
    ("public_employee", False, date(2026, 7, 1), "founded", PERSONAL + " reprimand warning discharge"),
    ("public_employee", True, date(2018, 3, 12), "founded", PERSONAL + " reprimand warning dismissal discharge"),
    ("public_employee", False, date(2011, 12, 31), "founded", PERSONAL),
    ("contract", False, date(2018, 3, 12), "founded", PERSONAL),
    ("", False, date(2018, 3, 12), "founded", MEASURES),
    ("civil_servant", False, date(2018, 3, 12), "unfounded", ""),
    ("civil_servant", False, date(2018, 3, 12), "unclear", ""),
]


@pytest.mark.parametrize(("status", "leads", "on", "finding", "forms"), OPEN)
def test_the_table_of_open_forms_holds(status: str, *, leads: bool, on: date, finding: str, forms: str) -> None:
    matter = Matter(on, finding, status=status, leads=leads)
    assert open_forms(LISTS, matter) == (*forms.split(), "no_handling")


def test_praise_that_holds_can_only_be_commended() -> None:
    assert open_forms(LISTS, Matter(date(2018, 3, 12), "founded", praise=True)) == ("commend", "no_handling")
    assert open_forms(LISTS, Matter(date(2018, 3, 12), "unfounded", praise=True)) == ("no_handling",)


SERVANT = Matter(date(2018, 3, 12), "founded", status="civil_servant")

JUDGED = [
    ("", Wrong.EMPTY),
    ("reprimand", None),
    ("reprimand apologise", None),
    ("no_handling", None),
    ("no_handling apologise", Wrong.NOTHING_AND_MORE),
    ("reprimand warning", Wrong.TWO_DISCIPLINES),
    ("demotion", Wrong.NOT_OPEN),
    ("removal", Wrong.NOT_OPEN),
    ("commend", Wrong.NOT_OPEN),
    ("beheading", Wrong.NOT_OPEN),
]


@pytest.mark.parametrize(("chosen", "wrong"), JUDGED)
def test_the_table_of_choices_holds(chosen: str, wrong: Wrong | None) -> None:
    assert judge(chosen.split(), LISTS, SERVANT) == wrong


def test_no_two_lists_of_a_group_hold_on_one_day() -> None:
    for one in LISTS:
        for day in filter(None, (one.valid_from, one.valid_to)):
            assert sum(other.status == one.status and other.holds_on(day) for other in LISTS) == 1


def test_every_list_says_where_it_comes_from_and_how_sure_that_is() -> None:
    assert all(one.basis and one.certainty in {"V", "P", "M", "I"} for one in LISTS)


@given(st.sampled_from([row.status for row in LISTS] + ["", "contract"]), st.booleans(), st.dates(date(2005, 1, 1)))
def test_whatever_one_form_is_open_can_be_proposed_alone(status: str, leads: bool, on: date) -> None:
    matter = Matter(on, "founded", status=status, leads=leads)
    assert all(judge([form], LISTS, matter) is None for form in open_forms(LISTS, matter))
    found = list_for(LISTS, matter)
    assert found is None or set(found.open_to(leads=leads)) <= set(found.forms)
