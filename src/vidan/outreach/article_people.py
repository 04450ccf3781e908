"""The names behind the codes of those who wrote and reviewed."""

from collections.abc import Iterable

from vidan.foundation.accounts.models import User


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names by their codes; one query."""
    return dict(User.objects.filter(code__in=set(codes)).values_list("code", "name"))
