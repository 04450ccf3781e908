"""Reading what the teller wrote, for those who were let in."""

import json

from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story
from vidan.foundation.vault.services import open_text


def story_of(case: CaseFile) -> Story:
    """The teller's own words, opened from the vault; the caller has asked who may."""
    return Story(**json.loads(open_text(case.story)))
