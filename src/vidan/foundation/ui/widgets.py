"""Fields of forms that are drawn more plainly than the library draws them."""

from collections.abc import Iterable
from typing import Any

from django import forms


class PlainSelect(forms.Select):
    """A select whose options carry a value and a label only; a list of sixty units is half the cost of a page otherwise."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        """Groups of `{value, label, selected}`, as ui/templates/django/forms/widgets/select.html draws them."""
        groups: list[tuple[Any, list[dict[str, Any]], int]] = []
        for index, (first, second) in enumerate(self.choices):
            grouped = isinstance(second, list | tuple)
            pairs: Iterable[tuple[Any, Any]] = second if grouped else [(first, second)]
            options = [{"value": key, "label": label, "selected": str(key) in value} for key, label in pairs]
            groups.append((first if grouped else None, options, index))
        return groups
