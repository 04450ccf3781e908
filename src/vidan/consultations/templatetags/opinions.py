"""What pages of a draft show of its opinions."""

from django import template

from vidan.consultations import shown_opinions
from vidan.consultations.models import Draft, Opinion, Piece
from vidan.consultations.shown_opinions import NEWEST, Shown, page_of, told

register = template.Library()


@register.simple_tag
def newest_here(draft: Draft, piece: Piece) -> list[Shown]:
    """The newest few shown opinions at a piece; none is asked for where none stands."""
    if not piece.opinions:
        return []
    rows, _onward = page_of(draft.opinions.shown().filter(here=piece.key).select_related("file"), None, NEWEST)
    return told(draft, rows)


@register.filter
def hidden_words(opinion: Opinion) -> str:
    """What an officer wrote of why it is not shown."""
    return shown_opinions.hidden_words(opinion)
