"""The forms of the bulletin: putting one together, taking a step, asking for it by mail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.outreach.models import Article, Bulletin
from vidan.outreach.services.make_bulletin import CHOOSE, MOST, Gathered

LAST = 99
"""The place of an article whose place was left empty: behind the others."""


class BulletinForm(forms.Form):
    """Soạn bản tin: title, opening, which of the newest articles and in which order."""

    title = SafeCharField(label=_("Tên bản tin"), max_length=200, help_text=_("Ví dụ: Tháng Ba ở phường mình"))
    opening = SafeTextField(
        label=_("Lời mở đầu"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Một, hai câu: bản tin này có gì cho người đọc."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False)

    def __init__(self, *args: Any, articles: list[Article], bulletin: Bulletin | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.articles = articles
        self.picked: dict[str, int] = {}
        if bulletin is not None:
            self.initial.update(title=bulletin.title, opening=bulletin.opening, version=bulletin.version)
            self.picked = {one.article.code: one.position for one in bulletin.picks.select_related("article")}
        if self.is_bound:
            self.picked = {
                code: _place(str(self.data.get(f"place-{code}", "")))
                for code in (one.code for one in articles)
                if self.data.get(f"pick-{code}")
            }

    def rows(self) -> list[tuple[Article, bool, str]]:
        """The articles to choose from: whether it is chosen, and the place that was typed."""
        told = []
        for one in self.articles:
            place = self.picked.get(one.code)
            told.append((one, place is not None, "" if place in (None, LAST) else str(place)))
        return told

    def clean(self) -> dict[str, Any]:
        """One to twelve articles."""
        told: dict[str, Any] = super().clean() or {}
        if not 0 < len(self.picked) <= MOST:
            self.add_error(None, CHOOSE)
        return told

    def gathered(self) -> Gathered:
        """What the form holds, the articles by their places; equal places in the order of the list."""
        told = self.cleaned_data
        return Gathered(told["title"], told["opening"], sorted(self.picked, key=lambda code: self.picked[code]))


class BulletinStepForm(forms.Form):
    """A step without questions; `version` says which state of the bulletin the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class SubscribeForm(forms.Form):
    """Nhận bản tin qua thư."""

    address = forms.EmailField(
        label=_("Địa chỉ thư điện tử"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Chỉ dùng để gửi bản tin; được niêm phong, không ai ở Mặt trận đọc được trên trang này."),
    )


def _place(typed: str) -> int:
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 3 else LAST
