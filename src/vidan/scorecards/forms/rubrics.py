"""The forms of a rubric: what it says of itself, one item of it, a doubt, and the rows brought from a spreadsheet."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.scoring.bands import Band, Bands, Basis, Gate
from vidan.domain.scoring.written import bands_from
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.units.models import Level
from vidan.scorecards.band_lines import LONGEST as LONGEST_BAND
from vidan.scorecards.band_lines import bands_in, lines_of
from vidan.scorecards.gates import EVENTS
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_sheet import BLOCKS, LONGEST, SCORERS, Item, cells_of, read_item
from vidan.scorecards.services.write_rubric import Heading, tree_of
from vidan.scorecards.ways import WAYS, NotUnderstood, number_in, number_out, word_of

FIRST, LAST = 1990, 2100
"""Between these years a rubric is used."""

GATE = "gate_"

FEW = forms.Textarea(attrs={"rows": 3})


class VersionForm(forms.Form):
    """A form that changes a draft: it says which state of it the person saw."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def refresh(self, version: int, **changed: str) -> None:
        """Let the next post count on the state that the person sees now; what was typed stays, but for what is given."""
        self.data = {name: self.data[name] for name in self.data} | {"version": str(version)} | changed


class HeadingForm(forms.Form):
    """Bộ tiêu chí: title, decision, level, years, bands, and for each event the best band that it still lets a unit reach."""

    title = SafeCharField(label=gettext_lazy("Tên bộ tiêu chí"), max_length=200)
    decision = SafeCharField(
        label=gettext_lazy("Văn bản ban hành"),
        max_length=300,
        help_text=gettext_lazy("Số, ký hiệu, ngày và cơ quan ban hành."),
    )
    level = forms.ChoiceField(label=gettext_lazy("Dùng cho cấp"), choices=Level.choices)
    first_year = forms.IntegerField(label=gettext_lazy("Từ năm"), min_value=FIRST, max_value=LAST)
    last_year = forms.IntegerField(label=gettext_lazy("Đến năm"), min_value=FIRST, max_value=LAST)
    unweighed = forms.BooleanField(
        label=gettext_lazy("Chưa nơi nào định trọng số"),
        required=False,
        help_text=gettext_lazy("Các trang và công văn ghi rõ là các tiêu chí được tính bằng nhau."),
    )
    rescale = SafeCharField(
        label=gettext_lazy("Quy về thang điểm"),
        required=False,
        max_length=20,
        help_text=gettext_lazy(
            "Phiếu thiếu một phần, như không khảo sát, được quy về thang này. Để trống nếu không quy đổi."
        ),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    basis = forms.ChoiceField(
        label=gettext_lazy("Xếp loại tính trên"),
        choices=(
            (Basis.PERCENT.value, gettext_lazy("Phần trăm điểm tối đa của chính đơn vị")),
            (Basis.SCORE.value, gettext_lazy("Số điểm")),
        ),
    )
    bands = SafeTextField(
        label=gettext_lazy("Các loại, từ cao xuống thấp"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Mỗi dòng một loại với mức thấp nhất, như: Tốt = 80. Để trống nếu không xếp loại."),
    )

    def __init__(self, data: Any = None, *, initial: Any = None, gates: tuple[Gate, ...] = ()) -> None:
        limits = {GATE + gate.event: gate.highest for gate in gates}
        super().__init__(data, initial=limits | (initial or {}), label_suffix="")
        self.others = tuple(gate for gate in gates if gate.event not in EVENTS)
        for event, words in EVENTS.items():
            self.fields[GATE + event] = SafeCharField(
                label=_("Khi %(event)s thì xếp loại cao nhất là") % {"event": words},
                required=False,
                max_length=LONGEST_BAND,
                help_text=_("Ghi tên một loại ở trên. Để trống nếu không giới hạn."),
            )

    def clean_rescale(self) -> Decimal | None:
        """A number above zero, or none."""
        typed = self.cleaned_data["rescale"]
        try:
            scale = number_in(typed) if typed else None
        except NotUnderstood as wrong:
            raise forms.ValidationError(wrong.sentence) from wrong
        if scale is not None and scale <= 0:
            raise forms.ValidationError(_("Thang điểm phải lớn hơn 0."))
        return scale

    def clean(self) -> dict[str, Any]:
        """The years in their order, the bands as they fall, each gate at one of them; a gate of another event stays as it was."""
        told: dict[str, Any] = self.cleaned_data
        if told.get("first_year") and told.get("last_year") and told["first_year"] > told["last_year"]:
            self.add_error("last_year", _("Năm cuối phải bằng hoặc sau năm đầu."))
        try:
            bands = bands_in(told.get("bands", ""))
            gates = self._gates(bands)
            told["made"] = Bands(bands, Basis(told["basis"]), gates) if bands and "basis" in told else None
        except NotUnderstood as wrong:
            self.add_error("bands", _("Không hiểu: %(what)s. Ghi như: Tốt = 80") % {"what": wrong.sentence[:80]})
        except ValueError:
            self.add_error("bands", _("Mức của các loại phải giảm dần từ trên xuống, mỗi loại một tên."))
        return told

    def _gates(self, bands: tuple[Band, ...]) -> tuple[Gate, ...]:
        """The gates that were typed, each name as the band itself has it; a name that is no band is told at its field."""
        names = {band.name.casefold(): band.name for band in bands}
        gates = [gate for gate in self.others if gate.highest in names.values()]
        for event in EVENTS:
            typed = self.cleaned_data.get(GATE + event, "")
            if typed and typed.casefold() not in names:
                said = _("Không có loại “%(name)s” ở trên. Ghi đúng tên một loại, hoặc để trống.")
                self.add_error(GATE + event, said % {"name": typed})
            elif typed:
                gates.append(Gate(event, names[typed.casefold()]))
        return tuple(gates)

    def heading(self) -> Heading:
        """What was typed, of a form without errors."""
        told = self.cleaned_data
        names = ("title", "decision", "level", "first_year", "last_year", "rescale")
        return Heading(**{name: told[name] for name in names}, weighed=not told["unweighed"])


class ChangeHeadingForm(HeadingForm, VersionForm):
    """The same for a draft that is there."""

    def __init__(self, rubric: RubricVersion, data: Any = None) -> None:
        bands = bands_from(rubric.bands) if rubric.bands else None
        names = ("title", "decision", "level", "first_year", "last_year", "version")
        initial = {name: getattr(rubric, name) for name in names}
        rescale = tree_of(rubric).rescale
        initial |= {"unweighed": not rubric.weighed, "rescale": number_out(rescale) if rescale else ""}
        if bands:
            initial |= {"basis": bands.basis.value, "bands": lines_of(bands)}
        super().__init__(data, initial=initial, gates=bands.gates if bands else ())


class ItemForm(VersionForm):
    """Một mục: what a row of the sheet holds; read by the same rules."""

    code = SafeCharField(label=gettext_lazy("Mã"), max_length=20, help_text=gettext_lazy("Ví dụ: II.4.1"))
    parent = forms.ChoiceField(label=gettext_lazy("Thuộc mục"), required=False)
    title = SafeTextField(label=gettext_lazy("Tên"), widget=forms.Textarea(attrs={"rows": 2}))
    maximum = SafeCharField(
        label=gettext_lazy("Điểm tối đa"),
        help_text=gettext_lazy("Điểm trừ mang dấu âm, như -1."),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Cách chấm"),
        required=False,
        choices=[("", gettext_lazy("Không tự chấm: cộng các mục con")), *WAYS.items()],
    )
    details = SafeTextField(label=gettext_lazy("Chi tiết cách chấm"), required=False, widget=FEW)
    may_not_apply = forms.BooleanField(
        label=gettext_lazy("Có thể không áp dụng"),
        required=False,
        help_text=gettext_lazy("Khi ấy điểm tối đa của đơn vị giảm đi điểm của mục này."),
    )
    scorer = forms.ChoiceField(label=gettext_lazy("Ai chấm trước"), choices=list(SCORERS.items()))
    evidence = SafeTextField(label=gettext_lazy("Tài liệu kiểm chứng"), required=False, widget=FEW)
    block = forms.ChoiceField(
        label=gettext_lazy("Nhóm điểm"),
        required=False,
        choices=list(BLOCKS.items()),
        help_text=gettext_lazy("Chỉ cho lĩnh vực, là mục không thuộc mục nào."),
    )
    cap = SafeCharField(
        label=gettext_lazy("Mức chặn"),
        required=False,
        help_text=gettext_lazy("Điểm thưởng hoặc điểm trừ của cả lĩnh vực tính tối đa đến đây."),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    figure = forms.ChoiceField(
        label=gettext_lazy("Số liệu trên hệ thống"),
        required=False,
        help_text=gettext_lazy("Số này hiện bên cạnh khi chấm, để đối chiếu."),
    )

    def __init__(self, version: int, items: Iterable[Item], item: Item | None = None, data: Any = None) -> None:
        super().__init__(data, initial={"version": version, **(_typed(item) if item else {})}, label_suffix="")
        self.known = item
        figures: dict[str, Any] = {figure.name: figure.label for figure in all_figures()}
        named = str((item or {}).get("figure", ""))
        if named and named not in figures:  # its source is not installed yet
            figures[named] = named
        self._offer("figure", [("", _("Không có")), *figures.items()])
        if item is None:
            parents = [(one["code"], f"{one['code']} {one.get('title', '')}"[:80]) for one in items]
            self._offer("parent", [("", _("Không: đây là một lĩnh vực")), *parents])
        else:
            hidden = {"code", "parent"} | ({"block", "cap"} if item.get("parent") else set())
            for name in hidden:
                del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """The item as a row of the sheet is read, each error at its field."""
        told: dict[str, Any] = self.cleaned_data
        known = self.known or {}
        cells = {name: str(told.get(name, "")) for name in LONGEST}
        cells |= {
            "code": known.get("code") or told.get("code", ""),
            "parent": known.get("parent", "") or told.get("parent", ""),
            "maximum": told.get("maximum", ""),
            "way": word_of({"kind": told["way"]}) if told.get("way") else "",
            "details": told.get("details", ""),
            "may_not_apply": "x" if told.get("may_not_apply") else "",
            "scorer": str(SCORERS[told["scorer"]]) if "scorer" in told else "",
            "block": str(BLOCKS[told["block"]]) if told.get("block") else "",
            "cap": told.get("cap", ""),
        }
        if cells["parent"] and told.get("block") == next(iter(BLOCKS)):
            cells["block"] = ""  # the usual block is chosen beforehand
        told["item"], wrong = read_item(cells)
        for name, sentence in wrong.items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, sentence)
        return told


def _typed(item: Item) -> dict[str, Any]:
    cells: dict[str, Any] = dict(cells_of(item))
    chosen = {
        "way": item["method"]["kind"] if item.get("method") else "",
        "scorer": item.get("scorer", next(iter(SCORERS))),
        "block": item.get("block", next(iter(BLOCKS))),
        "may_not_apply": bool(item.get("may_not_apply")),
    }
    return cells | chosen


class DoubtForm(VersionForm):
    """Chỗ nghi vấn của văn bản."""

    reason = SafeTextField(
        label=gettext_lazy("Văn bản ghi thế nào, vì sao để nguyên"),
        max_length=1_000,
        widget=FEW,
        help_text=gettext_lazy("Lời này hiện cùng bộ tiêu chí, ai đọc bộ tiêu chí cũng thấy."),
    )


class RowsForm(VersionForm):
    """Các dòng từ bảng tính."""

    table = forms.FileField(
        label=gettext_lazy("Tệp Excel (.xlsx)"),
        required=False,
        help_text=gettext_lazy("Lấy trang tính đầu tiên. Nội dung mới thay toàn bộ nội dung của bản nháp."),
        error_messages={"empty": gettext_lazy("Tệp này trống.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    text = SafeTextField(
        label=gettext_lazy("Hoặc các ô chép từ Excel"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Chọn các ô trong Excel, chép, rồi dán vào đây; hàng đầu có thể là tên cột."),
    )
