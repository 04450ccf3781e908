"""The papers of a criticism as downloads: at the desk, and for everybody once they are sent."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from vidan.consultations.models import Draft
from vidan.consultations.selectors import public, run_by
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import FORMS, rendered
from vidan.foundation.papers.send import send_paper

CRITICISM = "phan-bien"


@require_safe
def at_desk(request: HttpRequest, code: str, which: str, form: str) -> HttpResponseBase:
    """The document or a letter that urges, drafted ones too, for the Front that writes them."""
    actor = acting(request)
    draft = run_by(actor, code, "consultations.read")
    paper, event = _paper(draft, which), "draft.download"
    return send_paper(paper, form, subject=code, actor=actor, unit_id=draft.front_id, event=event)


@require_safe
def in_public(request: HttpRequest, code: str, which: str, form: str) -> HttpResponseBase:
    """A paper that was sent; everybody may have it."""
    paper = _paper(public(code), which)
    if paper is None or paper.sent_on is None or form not in FORMS:
        raise Http404
    return as_attachment(rendered(paper, form), f"{code}-{which}.{form}", FORMS[form][1])


def _paper(draft: Draft, which: str) -> Paper | None:
    if which == CRITICISM:
        return draft.paper
    return next((one.paper for one in draft.urgings.select_related("paper") if one.slug == which), None)
