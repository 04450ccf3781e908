"""What the people of the sample do, step by step."""

from dataclasses import replace
from random import Random

import pytest
from tests.cases.made import COUNTER, made, unit

from vidan.cases.kinds import State
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.site.sample.story import Story
from vidan.site.sample.wording import tell
from vidan.site.sample.work import Work

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mode", "event"),
    [(TellerMode.NAMED, "case.record_withdrawal"), (TellerMode.ANONYMOUS, "case.withdraw")],
)
def test_who_gave_a_name_takes_the_word_back_on_paper(mode: TellerMode, event: str) -> None:
    case, draw, about = made(State.CLASSIFIED, mode=mode), Random(1), unit(COUNTER)
    story = Story(replace(tell(draw, about, clock.today()), mode=mode), about, draw, case.code)
    Work(clock.now(), 0).withdraw(story)
    assert Entry.objects.filter(subject=case.code, event=event).exists()
