"""The file of an opinion, for the officers of the Front; each download of an original is journalled before it begins."""

from django.db import transaction

from vidan.consultations.models import Opinion
from vidan.consultations.services.open_opinion import PERMISSION
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.journal.record import record


def take_file(*, code: str, actor: Actor) -> StoredFile:
    """The file that came with an opinion; raises Opinion.DoesNotExist when there is none for this actor."""
    with transaction.atomic():
        rows = Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION), file__is_destroyed=False)
        opinion = rows.select_related("draft", "file").get(code=code)
        record("opinion.download", subject=code, actor=actor.code, unit_id=opinion.draft.front_id)
        assert opinion.file is not None  # asked for above
        return opinion.file
