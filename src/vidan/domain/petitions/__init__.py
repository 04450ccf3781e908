"""What the law says of a word as it comes in: by which form it may be a complaint or a denunciation, and who speaks for many."""

from vidan.domain.petitions.lawful import Form, Kind, Ruling, rule_on
from vidan.domain.petitions.many import representatives
from vidan.domain.petitions.notice import Notice, notice

__all__ = ["Form", "Kind", "Notice", "Ruling", "notice", "representatives", "rule_on"]
