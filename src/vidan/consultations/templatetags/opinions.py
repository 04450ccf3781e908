"""What pages of a draft show of its opinions."""

from django import template

from vidan.consultations.models import Draft, Piece
from vidan.consultations.public_page import draft_page as page_of_draft
from vidan.consultations.shown_opinions import NEWEST, Shown, page_of, told
from vidan.consultations.window import Window, window_of
from vidan.foundation.calendar import clock

register = template.Library()


@register.simple_tag
def newest_here(draft: Draft, piece: Piece) -> list[Shown]:
    """The newest few shown opinions at a piece; none is asked for where none stands."""
    if not piece.opinions:
        return []
    rows, _onward = page_of(draft.opinions.shown().filter(here=piece.key).select_related("file"), None, NEWEST)
    return told(draft, rows)


@register.filter
def takes_opinions(draft: Draft) -> bool:
    """Whether everybody may give an opinion on a draft today."""
    return window_of(draft, clock.today()) is Window.OPEN


@register.simple_tag
def draft_page(draft: Draft) -> str:
    """Where everybody reads a draft."""
    return page_of_draft(draft.code)
