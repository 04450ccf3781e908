"""Who guesses passphrases waits longer each time; who slips does not."""

from datetime import timedelta

import pytest

from vidan.domain.custody import wait_after


@pytest.mark.parametrize(
    ("tries", "minutes"),
    [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (5, 4), (6, 8), (8, 32), (9, 60), (20, 60), (10_000, 60)],
)
def test_the_wait_after_wrong_tries(tries: int, minutes: int) -> None:
    assert wait_after(tries) == timedelta(minutes=minutes)
