"""How long what people told is kept, and from which day on it may be erased."""

from vidan.domain.retention.keep import Keep, may_go_from, row_for

__all__ = ["Keep", "may_go_from", "row_for"]
