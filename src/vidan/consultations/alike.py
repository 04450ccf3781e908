"""Opinions that may say the same (ý kiến có thể trùng), for the officer who looks at one: it only ever proposes."""

from vidan.consultations.models import Opinion
from vidan.domain.likeness import Traits, most_alike, pairs

LOOKED_AT = 200
PROPOSED = 5


def alike(opinion: Opinion, text: str) -> list[Opinion]:
    """The shown opinions at the same place whose words resemble this text, the most alike first; never sealed words.

    All are given the same day, so that only the words tell them apart.
    """
    near = opinion.draft.opinions.shown().filter(here=opinion.here, like__isnull=True).exclude(pk=opinion.pk)
    others = {one.code: one for one in near.order_by("-pk")[:LOOKED_AT]}
    day = opinion.given_on
    told = {code: Traits(day, pairs=pairs(one.text)) for code, one in others.items()}
    return [others[code] for code, _how in most_alike(Traits(day, pairs=pairs(text)), told, most=PROPOSED)]
