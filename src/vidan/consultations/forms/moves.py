"""The forms of a draft's moves: each asks for what its row in the table needs, and nothing else."""

from typing import Any

from django import forms

from vidan.consultations.models import Draft


class DraftForm(forms.Form):
    """A move without questions; `version` says which state of the draft's file the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.draft = draft
        self.initial.setdefault("version", draft.version)
