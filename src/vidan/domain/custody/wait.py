"""Slowing down who guesses: a slip of the finger costs nothing, a search through a word list never ends."""

from datetime import timedelta

FREE = 3
"""Wrong tries in a row that cost no waiting."""

LONGEST = timedelta(hours=1)


def wait_after(tries: int) -> timedelta:
    """How long after the last of so many wrong tries in a row the next one is looked at: 1, 2, 4 ... minutes, at most an hour."""
    if tries < FREE:
        return timedelta()
    return min(timedelta(minutes=2 ** min(tries - FREE, 10)), LONGEST)
