"""Reading what the teller wrote, for those who were let in."""

import json

from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story
from vidan.foundation.vault.services import open_text


def story_of(case: CaseFile) -> Story:
    """The teller's own words, opened from the vault, empty once they were erased; the caller has asked who may."""
    told = open_text(case.story)
    return Story(**json.loads(told)) if told else Story(what="")
