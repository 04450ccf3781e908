"""How long a custodian waits after wrong passphrases."""

from vidan.domain.custody.wait import wait_after

__all__ = ["wait_after"]
