"""Asking for drafts: one that an actor may know of, or that everybody may read."""

import re

from django.http import Http404, HttpRequest

from vidan.consultations.models import Draft
from vidan.foundation.accounts.actors import Actor

BESIDE = ("front__area", "front__parent", "body", "current", "final", "paper", "answer")


CODE = re.compile(r"[-\w]{1,40}", re.ASCII)


def said_in(request: HttpRequest, name: str) -> str:
    """A code or key that stands in the address; nothing for what can be none, which not every database could be asked for."""
    said = request.GET.get(name, "")
    return said if CODE.fullmatch(said) else ""


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


def run_by(actor: Actor, code: str, permission: str = "consultations.run") -> Draft:
    """The draft, if it is one of the actor's own Front in which he holds the permission; raises Http404."""
    draft = visible(actor, code)
    if draft.front_id not in actor.units_with(permission):
        raise Http404
    return draft
