"""Lưu danh sách: an officer keeps the filters of a list under a name, renames, shares and removes it."""

from django.db import transaction

from vidan.cases.models import SavedList
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.journal.record import record

MOST = 20
"""Lists that one person keeps."""


class TooMany(ValueError):
    """The person keeps as many lists as there may be."""


def save_list(*, name: str, query: str, shared: bool, actor: Actor) -> SavedList:
    """Keep a list; raises TooMany."""
    owner = actor.user_id or 0
    with transaction.atomic():
        User.objects.select_for_update().get(pk=owner)  # who saves in two windows at once is counted one by one
        if SavedList.objects.filter(user_id=owner).count() >= MOST:
            raise TooMany
        kept = SavedList.objects.create(user_id=owner, name=name, query=query, shared_in_id=_front(shared, actor))
        _tell("list.save", kept, actor)
    return kept


def change_list(*, kept: SavedList, name: str, shared: bool, actor: Actor) -> None:
    """Give an own list another name, and share it with the Front or no longer."""
    with transaction.atomic():
        kept.name, kept.shared_in_id = name, _front(shared, actor)
        kept.save(update_fields=["name", "shared_in"])
        _tell("list.change", kept, actor)


def remove_list(*, kept: SavedList, actor: Actor) -> None:
    """Remove an own list; the cases in it stay as they are."""
    with transaction.atomic():
        _tell("list.remove", kept, actor)
        kept.delete()


def _front(shared: bool, actor: Actor) -> int | None:
    return min(actor.units_with("cases.read"), default=None) if shared else None


def _tell(event: str, kept: SavedList, actor: Actor) -> None:
    facts = {"shared": kept.shared_in_id is not None}
    record(event, subject=f"list-{kept.pk}", actor=actor.code, unit_id=kept.shared_in_id, facts=dict(facts))
