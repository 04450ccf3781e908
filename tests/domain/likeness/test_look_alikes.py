from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.likeness import ENOUGH, Traits, compare, most_alike, pairs

DAY = date(2018, 3, 12)
RUDE = "Nói trống không với người cao tuổi ở quầy"


def traits(apart: int = 0, conduct: tuple[str, ...] = ("attitude",), text: str = "") -> Traits:
    return Traits(DAY + timedelta(days=apart), frozenset(conduct), pairs(text))


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        # a near day and the same conduct
        (traits(), traits(), 5),
        (traits(), traits(1), 5),
        (traits(), traits(7), 4),
        (traits(), traits(8), 3),
        (traits(), traits(31), 2),
        (traits(), traits(-7), 4),
        # another conduct, or none told
        (traits(), traits(conduct=("delay",)), 3),
        (traits(), traits(conduct=("delay", "attitude")), 5),
        (traits(conduct=()), traits(conduct=()), 3),
        # words
        (traits(text=RUDE), traits(40, (), "Người trực nói trống không với người cao tuổi"), 4),
        (traits(text=RUDE), traits(20, (), "NOI TRONG KHONG VOI NGUOI CAO TUOI O QUAY"), 5),
        (traits(text=RUDE), traits(40, (), "Ở quầy có người nói trống không rồi bỏ đi mất"), 2),
        (traits(text=RUDE), traits(40, (), "Ở quầy hết mẫu đơn"), 0),
        (traits(text=RUDE), traits(40, (), "Hẹn lại ba lần"), 0),
        (traits(text="ở quầy"), traits(40, (), "ở quầy"), 0),
    ],
)
def test_the_points_of_two_words(one: Traits, other: Traits, points: int) -> None:
    assert compare(one, other).points == points


@given(st.integers(-60, 60), st.text(), st.text())
def test_it_does_not_matter_which_word_came_first(apart: int, first: str, second: str) -> None:
    one, other = traits(text=first), traits(apart, ("delay",), second)
    assert compare(one, other) == compare(other, one)


def test_the_most_alike_come_first_and_the_rest_is_left_out() -> None:
    others = {"PA-3": traits(6), "PA-1": traits(text=RUDE), "PA-2": traits(), "PA-4": traits(20)}
    assert [key for key, _likeness in most_alike(traits(text=RUDE), others, most=5)] == ["PA-1", "PA-2", "PA-3"]


def test_no_more_are_shown_than_were_asked_for() -> None:
    others = {f"PA-{n}": traits() for n in range(9)}
    found = most_alike(traits(), others, most=5)
    assert [key for key, _likeness in found] == [f"PA-{n}" for n in range(5)]
    assert all(likeness.points >= ENOUGH for _key, likeness in found)
