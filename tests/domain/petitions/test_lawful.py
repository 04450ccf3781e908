"""The form in which a word came decides what it may lawfully be; nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.petitions import Form, representatives, rule_on

CASES = [
    # asked for, form, taken as, with a basis
    ("complaint", Form.SIGNED_PAPER, "complaint", False),
    ("complaint", Form.IN_PERSON, "complaint", False),
    ("complaint", Form.TELEPHONE, "feedback", True),
    ("complaint", Form.WEB, "feedback", True),
    ("complaint", Form.UNSIGNED_PAPER, "feedback", True),
    ("denunciation", Form.SIGNED_PAPER, "denunciation", False),
    ("denunciation", Form.IN_PERSON, "denunciation", False),
    ("denunciation", Form.TELEPHONE, "denunciation_content", True),
    ("denunciation", Form.WEB, "denunciation_content", True),
    ("denunciation", Form.UNSIGNED_PAPER, "denunciation_content", True),
    ("denunciation_content", Form.SIGNED_PAPER, "denunciation_content", False),
    ("feedback", Form.TELEPHONE, "feedback", False),
    ("commendation", Form.UNSIGNED_PAPER, "commendation", False),
]


@pytest.mark.parametrize(("kind", "form", "taken", "changed"), CASES)
def test_the_table_of_forms_holds(kind: str, form: Form, taken: str, *, changed: bool) -> None:
    ruling = rule_on(kind, form)
    assert ruling.kind == taken
    assert bool(ruling.basis) is changed


@given(st.sampled_from([case[0] for case in CASES]), st.sampled_from(list(Form)))
def test_ruling_twice_changes_nothing_more(kind: str, form: Form) -> None:
    once = rule_on(kind, form)
    assert rule_on(once.kind, form).kind == once.kind


@pytest.mark.parametrize(
    ("people", "fewest", "most"), [(1, 1, 1), (4, 4, 4), (5, 1, 2), (10, 1, 2), (11, 1, 5), (300, 1, 5)]
)
def test_many_people_send_few_representatives(people: int, fewest: int, most: int) -> None:
    assert (min(representatives(people)), max(representatives(people))) == (fewest, most)


def test_nobody_sends_nobody() -> None:
    with pytest.raises(ValueError, match="nobody"):
        representatives(0)
