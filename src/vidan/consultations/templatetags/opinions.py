"""What pages of a draft show of its opinions."""

from django import template

from vidan.consultations.models import Draft, Piece
from vidan.consultations.shown_opinions import NEWEST, Shown, page_of, told

register = template.Library()


@register.simple_tag
def newest_here(draft: Draft, piece: Piece) -> list[Shown]:
    """The newest few shown opinions at a piece; none is asked for where none stands."""
    if not piece.opinions:
        return []
    rows, _onward = page_of(draft.opinions.shown().filter(here=piece.key).select_related("file"), None, NEWEST)
    return told(draft, rows)
