"""Numbers as the language of the moment writes them."""

from decimal import Decimal

from django.utils.formats import number_format


def whole(number: int, scale: int = 1) -> str:
    """A count with its thousands marked, `22.067`; one that is kept in parts of one with its decimals, `81,25`."""
    if scale == 1:
        return str(number_format(number, force_grouping=True))
    return str(number_format(Decimal(number) / scale, len(str(scale)) - 1, force_grouping=True))
