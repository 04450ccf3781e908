"""A paper that came in (văn bản đến), as it is recorded: what every form that records one asks of its two days."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from vidan.foundation.calendar import clock


class CameIn(forms.Form):
    """Records a paper: fields `dated` and `received_on` stand in the form that is one."""

    def clean(self) -> dict[str, Any]:
        """A paper is not received before it is dated, nor in the days to come."""
        told: dict[str, Any] = super().clean() or {}
        dated, received = told.get("dated"), told.get("received_on")
        if received and received > clock.today():
            self.add_error("received_on", _("Ngày nhận chưa đến."))
        elif dated and received and received < dated:
            self.add_error("received_on", _("Ngày nhận không thể trước ngày văn bản."))
        return told
