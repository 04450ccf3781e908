"""Openings of names, and of originals of confidential opinions, as the journal tells them; the head's page gathers them."""

from django.db.models import Q, QuerySet

from vidan.consultations.models import Opinion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry

NAME, ORIGINAL, FILE = "opinion.open_identity", "opinion.read_original", "opinion.download"


def opened_for(actor: Actor) -> QuerySet[Entry]:
    """The openings in the actor's Fronts."""
    guarded = Opinion.objects.filter(mode=TellerMode.CONFIDENTIAL).values("code")
    rows = Entry.objects.filter(Q(event=NAME) | Q(event__in=(ORIGINAL, FILE), subject__in=guarded))
    return rows.filter(unit_id__in=actor.units_with("consultations.see_openings"))
