"""Which cases may be told one by one: a table of cases."""

from dataclasses import replace

import pytest

from vidan.domain.publishing.eligible import Bar, Candidate, bars

DELAY = Candidate(closed=True, kind="feedback", conduct=("delay",), about_nobody=True, has_unit=True)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (DELAY, ()),
        (replace(DELAY, kind="commendation", conduct=()), ()),
        (replace(DELAY, kind="suggestion", conduct=()), ()),
        (replace(DELAY, closed=False), (Bar.NOT_CLOSED,)),
        (replace(DELAY, kind="complaint"), (Bar.KIND,)),
        (replace(DELAY, kind="denunciation"), (Bar.KIND,)),
        (replace(DELAY, kind="denunciation_content"), (Bar.KIND,)),
        (replace(DELAY, kind="information"), (Bar.KIND,)),
        (replace(DELAY, about_nobody=False), (Bar.ABOUT_A_PERSON,)),
        (replace(DELAY, kind="commendation", conduct=(), about_nobody=False), (Bar.ABOUT_A_PERSON,)),
        (replace(DELAY, conduct=("attitude",)), (Bar.PERSONAL_CONDUCT,)),
        (replace(DELAY, conduct=("delay", "attitude")), (Bar.PERSONAL_CONDUCT,)),
        (replace(DELAY, conduct=("extra_money",)), (Bar.PERSONAL_CONDUCT,)),
        (replace(DELAY, has_unit=False), (Bar.NO_UNIT,)),
        (replace(DELAY, restricted=True), (Bar.RESTRICTED,)),
        (replace(DELAY, conduct=("attitude",), about_nobody=False, decided=True), ()),
        (replace(DELAY, closed=False, about_nobody=False, decided=True), (Bar.NOT_CLOSED,)),
        (replace(DELAY, kind="denunciation", about_nobody=False, decided=True), (Bar.KIND,)),
        (
            Candidate(
                closed=False,
                kind="complaint",
                conduct=("attitude",),
                about_nobody=False,
                has_unit=False,
                restricted=True,
            ),
            tuple(Bar),
        ),
    ],
)
def test_what_keeps_a_case_from_being_told(case: Candidate, told: tuple[Bar, ...]) -> None:
    assert bars(case) == told
