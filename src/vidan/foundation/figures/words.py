"""How a number that may be a share reads, on pages and in papers alike: `120`, `12/14 (85,7%)`, `12, so với 10`."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.reporting.shares import share_of
from vidan.foundation.ui.numbers import whole


def of_all(count: int, total: int | None = None, scale: int = 1, *, bar: str = "/") -> str:
    """`120`, `12/14`; `12, so với 10` where the whole is less, so that nobody reads a part of it (docs/rules/reports.md)."""
    told = whole(count, scale)
    if total is None:
        return told
    if count > total:
        return _("%(count)s, so với %(total)s") % {"count": told, "total": whole(total, scale)}
    return f"{told}{bar}{whole(total, scale)}"


def share_words(count: int, total: int | None) -> str:
    """`81,5%`; that there is nothing to take a share of; that it is more than the whole."""
    share = share_of(count, total)
    if share is not None:
        return f"{number_format(share, 1)}%"
    return _("hơn 100%") if count > (total or 0) else _("chưa có")


def value_words(count: int, total: int | None = None, scale: int = 1) -> str:
    """A number with its share, as it stands in a report."""
    if total == count == 0:
        return _("chưa phát sinh")
    told, share = of_all(count, total, scale), share_of(count, total)
    return told if share is None else f"{told} ({share_words(count, total)})"
