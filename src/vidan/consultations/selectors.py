"""Asking for drafts: one that an actor may know of, or that everybody may read."""

from django.http import Http404

from vidan.consultations.models import Draft
from vidan.foundation.accounts.actors import Actor

BESIDE = ("front__area", "front__parent", "body", "current", "final", "paper", "answer")


def visible(actor: Actor, code: str) -> Draft:
    """The draft, if the actor may know of it at the desk; raises Http404."""
    found = Draft.objects.visible_to(actor).select_related(*BESIDE).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def public(code: str) -> Draft:
    """The draft, if everybody may read it; raises Http404."""
    found = Draft.objects.public().select_related(*BESIDE).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def of_own_front(actor: Actor, code: str) -> Draft:
    """The draft, for those who work on it at the Front that criticises it; raises Http404."""
    own = Draft.objects.visible_to(actor).filter(front_id__in=actor.units_with("consultations.run"))
    found = own.select_related(*BESIDE).filter(code=code[:40]).first()
    if found is None:
        raise Http404
    return found
