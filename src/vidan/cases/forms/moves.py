"""The forms of the desk's moves: each asks for what its row in the table needs, and nothing else."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Conduct, Kind, PersonState
from vidan.cases.models import CaseFile
from vidan.cases.result import result_letter
from vidan.foundation.accounts.models import Official
from vidan.foundation.accounts.officials import served_on
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import NEVER_COPIED
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import file_words
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.papers.came_in import CameIn
from vidan.foundation.redaction.services.blacken import files_to_choose
from vidan.foundation.redaction.services.prepare import newest_copy
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.selectors import served_places


class MoveForm(forms.Form):
    """A move without questions; `version` says which state of the case the officer was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.case = case
        self.initial.setdefault("version", case.version)


class ClassifyForm(MoveForm):
    """Phân loại."""

    kind = forms.ChoiceField(
        label=_("Loại"), choices=Kind.choices, help_text=_("Xếp theo nội dung, không theo tên gọi của đơn.")
    )
    unit = forms.ChoiceField(
        label=_("Nơi bị phản ánh, được khen hoặc được góp ý"),
        widget=PlainSelect,
        error_messages={"required": _("Cần chọn nơi liên quan để biết chuyển đến đâu.")},
    )
    conduct = forms.MultipleChoiceField(
        label=_("Điều đã xảy ra"), choices=Conduct.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    gist = SafeCharField(
        label=_("Tóm tắt một dòng, không nêu danh tính"),
        max_length=160,
        help_text=_("Dòng này hiện trong danh sách, tìm kiếm và phiếu chuyển. Không ghi tên, địa chỉ, số hồ sơ."),
        error_messages={"required": _("Cần một dòng tóm tắt để người khác nhận ra hồ sơ.")},
    )
    person_state = forms.ChoiceField(
        label=_("Người bị phản ánh"),
        choices=PersonState.choices,
        help_text=_("Khi chưa rõ là ai, chỉ người đứng đầu nơi nhận mở được hồ sơ."),
    )
    official = forms.ChoiceField(
        label=_("Là ai, nếu đã rõ"),
        required=False,
        widget=PlainSelect,
        help_text=_("Chọn trong sổ cán bộ, công chức; người được chọn không bao giờ thấy hồ sơ này."),
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn đơn vị")), *served_places(clock.local(case.received_at).date())]
        officials = self.fields["official"]
        assert isinstance(officials, forms.ChoiceField)
        officials.choices = [("", _("Chưa chọn ai")), *served_on(clock.local(case.received_at).date())]
        self.initial = dict(self.initial) | {
            "official": case.official.code if case.official else "",
            "kind": case.kind,
            "unit": case.subject_unit.slug if case.subject_unit else "",
            "conduct": case.conduct,
            "gist": case.gist,
            "person_state": case.person_state,
        }

    def clean(self) -> dict[str, Any]:
        """Who is chosen serves in the unit that is chosen, and is known then."""
        told: dict[str, Any] = super().clean() or {}
        told["who"] = Official.objects.filter(code=told.get("official", "")).select_related("unit").first()
        if told["who"] is not None:
            if told["who"].unit.slug != told.get("unit"):
                self.add_error("official", _("Người được chọn không làm việc ở nơi đã chọn."))
            if told.get("person_state") != PersonState.RESOLVED:
                self.add_error("person_state", _("Đã chọn một người thì người bị phản ánh là đã rõ."))
        return told


class PrepareForm(MoveForm):
    """Chuẩn bị bản chuyển."""

    text = SafeTextField(
        label=_("Bản chuyển"),
        max_length=20_000,
        help_text=_("Giữ sự việc, bỏ những gì cho biết người gửi là ai: tên, tuổi, địa chỉ, số hồ sơ, cách nói riêng."),
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("Bản chuyển chưa có chữ nào.")},
    )
    chosen = forms.TypedMultipleChoiceField(
        label=_("Tệp gửi kèm bản chuyển"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Chỉ chọn tệp không để lộ người gửi. Ghi âm, phim quay không bao giờ được chuyển."),
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        originals, self.blackened = files_to_choose(case.code)
        self.sources = [file for file in originals if file.kind not in NEVER_COPIED]
        self.can_go = [*self.sources, *(one.file for one in self.blackened)]
        field = self.fields["chosen"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            *((file.pk, file_words(file)) for file in self.sources),
            *((one.file_id, _("%(file)s, bản đã che") % {"file": file_words(one.source)}) for one in self.blackened),
        ]
        copy = newest_copy(case.code)
        if copy is not None:
            chosen = [line.file_id for line in copy.files.all()]
            self.initial = dict(self.initial) | {"text": copy.text, "chosen": chosen}
        if not self.can_go:
            del self.fields["chosen"]

    def clean_chosen(self) -> list[int]:
        """A file goes whole or blackened, not both: the whole one would show what the bars hide."""
        chosen: list[int] = self.cleaned_data["chosen"]
        if any(one.file_id in chosen and one.source_id in chosen for one in self.blackened):
            raise forms.ValidationError(_("Một tệp chỉ gửi bản nguyên hoặc bản đã che, không gửi cả hai."))
        return chosen

    def going_along(self) -> list[StoredFile]:
        """The originals whose cleaned copies were chosen to go along."""
        chosen = set(self.cleaned_data.get("chosen", ()))
        return [file for file in self.can_go if file.pk in chosen]


class ReturnForm(MoveForm):
    """Trả lại bản chuyển."""

    note = SafeTextField(
        label=_("Còn điều gì cần che"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Ghi giúp điều cần sửa để người chuẩn bị biết.")},
    )


class AnswerForm(MoveForm):
    """Trả lời, hoặc cho ý kiến theo dõi."""

    text = SafeTextField(
        label=_("Nội dung trả lời"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Nội dung trả lời chưa có chữ nào.")},
    )


class CameInForm(CameIn, MoveForm):
    """A paper that came in: its days and its scan."""

    dated = forms.DateField(label=_("Ngày văn bản"), help_text=_("Ví dụ 05/04/2018"))
    received_on = forms.DateField(label=_("Ngày Mặt trận nhận được"))
    scan = forms.FileField(label=_("Bản chụp văn bản"), required=False, help_text=_("Ảnh hoặc PDF"))


class RecordForm(CameInForm):
    """Ghi nhận hộ văn bản giấy của nơi nhận."""

    number = SafeCharField(label=_("Số, ký hiệu văn bản"), max_length=60, help_text=_("Ví dụ: 125/UBND-VX"))
    received_on = forms.DateField(
        label=_("Ngày Mặt trận nhận được"), help_text=_("Ngày này quyết định trả lời đúng hạn hay trễ.")
    )
    text = SafeTextField(label=_("Nội dung chính"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 10}))
    field_order: Iterable[str] | None = ("number", "dated", "received_on", "text", "scan")


class LetterForm(forms.Form):
    """Thư cho người gửi, hoặc của người gửi."""

    text = SafeTextField(
        label=_("Nội dung thư"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Thư chưa có chữ nào.")},
    )


class InformForm(MoveForm):
    """Báo người gửi."""

    text = SafeTextField(
        label=_("Thư báo kết quả"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Người gửi đọc thư này bằng mã biên nhận. Viết rõ nơi nhận đã trả lời gì, Mặt trận thấy thế nào."),
        error_messages={"required": _("Thư báo kết quả chưa có chữ nào.")},
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if told := result_letter(case):
            self.initial = {"text": told} | dict(self.initial)
