"""Which words of people may be about the same matter; docs/rules/likeness.md says how it is counted."""

from vidan.domain.likeness.look_alikes import ENOUGH, Likeness, Traits, compare, most_alike, pairs

__all__ = ["ENOUGH", "Likeness", "Traits", "compare", "most_alike", "pairs"]
