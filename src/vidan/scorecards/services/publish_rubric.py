"""Công bố bộ tiêu chí: a draft without faults becomes a version that never changes, with a digest over all it says."""

import hashlib
import json
from collections.abc import Sequence

from django.db import transaction

from vidan.domain.scoring.rubric import Found, faults
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.services.write_rubric import journal, lock_draft, tree_of

SAID = ("slug", "number", "title", "decision", "level", "first_year", "last_year", "written", "bands", "weighed")
"""What the digest is over."""


class Faulty(ValueError):
    """The rubric has faults, or no items at all; `found` are the faults."""

    def __init__(self, found: Sequence[Found]) -> None:
        super().__init__([f"{one.fault} {one.code}" for one in found])
        self.found = found


def publish_rubric(*, pk: int, version: int, actor: Actor) -> RubricVersion:
    """Publish a draft of a Front in which the actor may. Raises RubricVersion.DoesNotExist, Published, Overtaken, Faulty."""
    with transaction.atomic():
        rubric = lock_draft(pk, version, actor)
        if rubric.front_id not in actor.units_with("scorecards.publish_rubric"):
            raise RubricVersion.DoesNotExist
        tree = tree_of(rubric)
        found = faults(tree)
        if found or not tree.fields:
            raise Faulty(found)
        rubric.published_by, rubric.published_at = actor.code, clock.now()
        rubric.digest = digest_of(rubric)
        rubric.save()
        journal("rubric.publish", rubric, actor, {"number": rubric.number, "digest": rubric.digest})
    return rubric


def digest_of(rubric: RubricVersion) -> str:
    """SHA-256 over what a version says, as hexadecimal."""
    told = {name: getattr(rubric, name) for name in SAID}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(rubric: RubricVersion) -> bool:
    """Whether a published version still says what was published."""
    return rubric.digest == digest_of(rubric)
