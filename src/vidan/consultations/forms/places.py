"""The form of putting an opinion at another piece of the newest text."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import Piece
from vidan.foundation.ui.widgets import PlainSelect


class PlaceForm(forms.Form):
    """Chỗ của ý kiến trong bản mới."""

    key = forms.ChoiceField(label=_("Mảnh của bản mới"), widget=PlainSelect)

    def __init__(self, *args: Any, pieces: list[Piece], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["key"] = forms.ChoiceField(
            label=_("Mảnh của bản mới"),
            choices=[(one.key, _called(one)) for one in pieces],
            widget=PlainSelect,
            error_messages={"required": _("Chọn một mảnh."), "invalid_choice": _("Bản mới không có mảnh này.")},
        )


def _called(piece: Piece) -> str:
    words = piece.heading or piece.text
    return f"{piece.path}: {Truncator(words).chars(60)}" if words else piece.path
