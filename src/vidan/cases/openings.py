"""Openings of names, and of originals of confidential cases, as the journal tells them; the head's page gathers them."""

from django.db.models import Q, QuerySet

from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry

NAME, ORIGINAL = "case.open_identity", "case.read_original"
FILE = "case.download"


def opened_for(actor: Actor) -> QuerySet[Entry]:
    """The openings in the actor's Fronts, of cases he may know of."""
    known = CaseFile.objects.visible_to(actor).values("code")
    guarded = CaseFile.objects.filter(teller_mode=TellerMode.CONFIDENTIAL).values("code")
    originals = Q(event=FILE, facts__what="original", subject__in=guarded)
    rows = Entry.objects.filter(Q(event__in=(NAME, ORIGINAL)) | originals)
    return rows.filter(unit_id__in=actor.units_with("cases.see_openings"), subject__in=known)
