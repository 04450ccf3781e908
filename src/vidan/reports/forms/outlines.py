"""The forms of a template: one of its sections, one of its tables."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.reports.forms.reports import LONGEST, refuse_unknown
from vidan.reports.outline import is_figure

BY: Mapping[str, Promise] = MappingProxyType({"quarter": gettext_lazy("quý"), "place": gettext_lazy("nơi")})
"""How a chart or a table is laid out, in the words of the form."""

FIRST = "-"
"""Stands for the beginning where a part may stand after another."""

MOST_CHARTS = 4
SEPARATOR = "|"


class _PartForm(forms.Form):
    """What sections and tables have in common; `number` is the version that the person was looking at."""

    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        """`others` are the codes and titles of the parts that this one can stand after, in their order."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if others:
            self.fields["after"] = forms.ChoiceField(
                label=_("Đứng sau"), choices=[(FIRST, _("(đứng đầu)")), *others], required=False
            )

    def _names(self) -> list[str]:
        """The names of figures, each once, all of them known."""
        names = list(dict.fromkeys(self.cleaned_data["figures"].split()))
        if unknown := [name for name in names if not is_figure(name)]:
            told = {"names": ", ".join(unknown)}
            raise forms.ValidationError(_("Không có số liệu nào tên %(names)s. Xin xem lại tên trong bảng.") % told)
        return names


class OutlineSectionForm(_PartForm):
    """Sửa một phần của mẫu."""

    title = SafeCharField(label=gettext_lazy("Tên phần"), max_length=200)
    text = SafeTextField(
        label=gettext_lazy("Lời văn để bắt đầu"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Báo cáo mới bắt đầu bằng lời văn này. Số liệu ghi tên trong ngoặc nhọn."),
    )
    figures = SafeTextField(
        label=gettext_lazy("Số liệu của phần này"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Mỗi dòng một tên, theo danh sách bên dưới."),
    )
    charts = SafeTextField(
        label=gettext_lazy("Biểu đồ của phần này"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Mỗi dòng một biểu đồ: tên số liệu | quý hoặc nơi | tên biểu đồ."),
    )

    def clean_text(self) -> str:
        """Every name in braces is known."""
        text = str(self.cleaned_data["text"])
        refuse_unknown(text)
        return text

    def clean_figures(self) -> list[str]:
        """The names of the figures."""
        return self._names()

    def clean_charts(self) -> list[dict[str, str]]:
        """A chart for each line, as a template keeps it."""
        lines = [line.strip() for line in self.cleaned_data["charts"].splitlines() if line.strip()]
        if len(lines) > MOST_CHARTS:
            raise forms.ValidationError(_("Một phần có nhiều nhất %(n)d biểu đồ.") % {"n": MOST_CHARTS})
        return [_chart(line) for line in lines]


class OutlineTableForm(_PartForm):
    """Sửa một bảng phụ lục của mẫu."""

    title = SafeCharField(label=gettext_lazy("Tên bảng"), max_length=200)
    rows = forms.ChoiceField(
        label=gettext_lazy("Mỗi dòng là một"),
        choices=[("place", gettext_lazy("địa bàn (báo cáo của thành phố: đơn vị)")), ("quarter", gettext_lazy("quý"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn địa bàn hoặc quý.")},
    )
    figures = SafeTextField(
        label=gettext_lazy("Số liệu của các cột"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Mỗi dòng một tên, theo danh sách bên dưới."),
    )

    def clean_figures(self) -> list[str]:
        """The names of the figures, few enough to stand on a page."""
        names = self._names()
        if len(names) > MOST_COLUMNS:
            raise forms.ValidationError(_("Một bảng có nhiều nhất %(n)d cột số liệu.") % {"n": MOST_COLUMNS})
        return names


MOST_COLUMNS = 8
"""Columns of figures that fit on a page."""


def chart_words(chart: Mapping[str, str]) -> str:
    """A chart as its line in the form."""
    return f" {SEPARATOR} ".join((chart["figure"], str(BY[chart["by"]]), chart["title"]))


def _chart(line: str) -> dict[str, str]:
    told = [part.strip() for part in line.split(SEPARATOR, 2)]
    by = {str(words): by for by, words in BY.items()}
    if len(told) < 3 or not is_figure(told[0]) or told[1].lower() not in by or not told[2]:
        said = _("Dòng “%(line)s” chưa đúng. Xin ghi: tên số liệu | quý hoặc nơi | tên biểu đồ.")
        raise forms.ValidationError(said % {"line": line[:80]})
    return {"figure": told[0], "by": by[told[1].lower()], "title": told[2]}
