"""What is looked at of a form that is still being written, to find cases that may be the same."""

from typing import Any

from django import forms

from vidan.cases.kinds import Conduct
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.units.selectors import unit_by_slug


class LookForm(forms.Form):
    """Unit, day, conduct and gist; whatever is not typed yet or makes no sense is left out. Nothing else is read."""

    unit = forms.SlugField(required=False)
    happened_on = forms.DateField(required=False)
    received_on = forms.DateField(required=False)
    conduct = forms.MultipleChoiceField(choices=Conduct.choices, required=False)
    gist = SafeCharField(required=False, max_length=160)

    def told(self) -> dict[str, Any]:
        """What look_alikes() asks for."""
        self.full_clean()
        told = self.cleaned_data
        unit = unit_by_slug(told.get("unit", ""))
        return {
            "unit_id": unit.pk if unit else None,
            "day": told.get("happened_on") or told.get("received_on") or clock.today(),
            "conduct": told.get("conduct", ()),
            "text": told.get("gist", ""),
        }
