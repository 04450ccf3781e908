"""What is odd about the numbers of a text, in words, at the piece where it shows."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from vidan.consultations.models import Piece
from vidan.consultations.services.write_pieces import as_outline
from vidan.domain.anchoring.numbering import Odd, Why, odd_numbers


def odd_words(pieces: Sequence[Piece]) -> Mapping[int, list[str]]:
    """By the position of a piece: what is odd about its number."""
    told: dict[int, list[str]] = {}
    for odd in odd_numbers([as_outline(one) for one in pieces]):
        told.setdefault(odd.position, []).append(_words(odd))
    return told


def _words(odd: Odd) -> str:
    match odd.why:
        case Why.MISSING:
            return _("Thiếu số trước mảnh này, lẽ ra là %(number)s.") % {"number": odd.expected}
        case Why.TWICE:
            return _("Số này đã có ở trên, lẽ ra là %(number)s.") % {"number": odd.expected}
        case Why.OUT_OF_ORDER:
            return _("Số này không theo thứ tự, lẽ ra là %(number)s.") % {"number": odd.expected}
        case Why.LETTER:
            return _("Từ đây các điểm đi từ d sang e, cả dự thảo không có điểm đ. Dự thảo viết như vậy thì để nguyên.")
    return _("Cấp này không thể đứng ở đây.")
