"""Công bố mẫu phiếu: a draft without faults becomes a version that never changes, with a digest over all it says."""

import hashlib
import json
from collections.abc import Sequence

from django.db import transaction

from vidan.domain.questionnaire.form import Found, faults
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.services.write_questionnaire import form_of, journal, lock_draft

SAID = ("slug", "number", "title", "title_en", "written")
"""What the digest is over."""


class Faulty(ValueError):
    """The questionnaire has faults; `found` are they."""

    def __init__(self, found: Sequence[Found]) -> None:
        super().__init__([f"{one.fault} {one.code}" for one in found])
        self.found = found


def publish_questionnaire(*, pk: int, version: int, actor: Actor) -> QuestionnaireVersion:
    """Publish a draft of a Front in which the actor may.

    Raises QuestionnaireVersion.DoesNotExist, Published, Overtaken, Faulty.
    """
    with transaction.atomic():
        draft = lock_draft(pk, version, actor)
        if draft.front_id not in actor.units_with("surveys.publish_questionnaire"):
            raise QuestionnaireVersion.DoesNotExist
        if found := faults(form_of(draft)):
            raise Faulty(found)
        draft.published_by, draft.published_at = actor.code, clock.now()
        draft.digest = digest_of(draft)
        draft.save()
        journal("questionnaire.publish", draft, actor, {"number": draft.number, "digest": draft.digest})
    return draft


def digest_of(version: QuestionnaireVersion) -> str:
    """SHA-256 over what a version says, as hexadecimal."""
    told = {name: getattr(version, name) for name in SAID}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(version: QuestionnaireVersion) -> bool:
    """Whether a published version still says what was published."""
    return version.digest == digest_of(version)
