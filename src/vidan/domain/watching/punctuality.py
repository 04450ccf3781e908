"""Whether a result was published by its day, and by how many days it was late."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from vidan.domain.watching.checklist import Found


class Standing(Enum):
    """Where the publication of a result stands on a day."""

    NO_DUE = "no_due"
    DUE = "due"
    LATE = "late"
    PUBLISHED = "published"
    IN_TIME = "in_time"
    PUBLISHED_LATE = "published_late"


@dataclass(frozen=True)
class Punctuality:
    """A standing with its days: still to go when due, by how many when late, before the day when in time; else 0."""

    standing: Standing
    days: int = 0

    @property
    def is_late(self) -> bool:
        """Whether the day passed without a published result, be it published later."""
        return self.standing in (Standing.LATE, Standing.PUBLISHED_LATE)


def punctuality(due: date | None, published: date | None, today: date) -> Punctuality:
    """Where the publication stands today; the due day itself is in time, and days are those of the calendar.

    A day of publication that lies ahead was only announced: until then nothing is published.
    """
    if published is not None and published > today:
        published = None
    if published is None:
        if due is None:
            return Punctuality(Standing.NO_DUE)
        left = (due - today).days
        return Punctuality(Standing.DUE, left) if left >= 0 else Punctuality(Standing.LATE, -left)
    if due is None:
        return Punctuality(Standing.PUBLISHED)
    early = (due - published).days
    return Punctuality(Standing.IN_TIME, early) if early >= 0 else Punctuality(Standing.PUBLISHED_LATE, -early)


def gainsays(item: str, found: Found, standing: Standing) -> bool:
    """Whether a finding of `published` or `in_time` says what the days deny now, so that it is to be looked at anew."""
    out = standing in (Standing.PUBLISHED, Standing.IN_TIME, Standing.PUBLISHED_LATE)
    if item == "published":
        return found is (Found.NO if out else Found.YES)
    if item == "in_time":
        late = standing in (Standing.LATE, Standing.PUBLISHED_LATE)
        return (found is Found.YES and late) or (found is Found.NO and standing is Standing.IN_TIME)
    return False
