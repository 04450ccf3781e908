"""The file of an opinion, for the officers of the Front; each download of an original is journalled before it begins."""

from django.db import transaction

from vidan.consultations.models import Opinion
from vidan.consultations.services.open_opinion import let_in
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile


def take_file(*, code: str, actor: Actor) -> StoredFile:
    """The file that came with an opinion; raises Opinion.DoesNotExist when there is none for this actor, NotYours."""
    with transaction.atomic():
        if not Opinion.objects.filter(code=code, file__is_destroyed=False).exists():
            raise Opinion.DoesNotExist
        file = let_in(code=code, actor=actor, what="opinion.download").file
        assert file is not None  # asked for above
        return file
