"""The forms of the steps from the notice to the end: each asks for what its row in the table needs, and nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField
from vidan.foundation.papers.came_in import CameIn
from vidan.oversight.forms.inspection import InspectionForm, capital, text_of
from vidan.oversight.inspection_checklists import Checklist, Item
from vidan.oversight.inspection_kinds import Carried, Decided, Seen
from vidan.oversight.models import Finding
from vidan.oversight.services.hear_unit import OnPaper
from vidan.oversight.services.press_for_answer import BEFORE_PAPER
from vidan.oversight.services.visit import NOTE_WANTED, Look

LONG = 20_000
USUAL_EXPLAINING = timedelta(days=7)
"""How many days for an explanation are proposed: a habit, not a rule; the head changes the day."""


class ConsentForm(InspectionForm):
    """Ghi văn bản đồng ý."""

    consent = SafeCharField(
        label=gettext_lazy("Văn bản đồng ý của đơn vị"),
        max_length=200,
        help_text=gettext_lazy("Số, ký hiệu và ngày. Ví dụ: 12/UBND-VP ngày 02/05/2018"),
    )


class TextForm(InspectionForm):
    """What the unit says, signed in."""

    text = text_of(gettext_lazy("Nội dung"), rows=10, most=LONG)


class OnPaperForm(CameIn, TextForm):
    """Ghi nhận hộ from the unit's stamped paper."""

    number = SafeCharField(label=gettext_lazy("Số, ký hiệu văn bản"), max_length=60)
    dated = DayField(label=gettext_lazy("Ngày văn bản"))
    received_on = DayField(label=gettext_lazy("Mặt trận nhận ngày"))
    scan = forms.FileField(label=gettext_lazy("Bản chụp"), required=False, help_text=gettext_lazy("PDF hoặc ảnh."))
    field_order: Sequence[str] = ("number", "dated", "received_on", "scan", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("received_on", clock.today())
        self.fields["text"].label = _("Văn bản nói gì")

    @property
    def paper(self) -> OnPaper:
        """The paper as it was filled in."""
        told = self.cleaned_data
        return OnPaper(
            number=told["number"], dated=told["dated"], received_on=told["received_on"], scan=told.get("scan")
        )


class SuperiorForm(OnPaperForm):
    """Ghi trả lời của cấp trên."""

    decided = forms.ChoiceField(
        label=gettext_lazy("Cấp trên trả lời thế nào"),
        choices=capital(Decided.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn điều cấp trên trả lời.")},
    )
    answer_by = DayField(
        label=gettext_lazy("Cấp trên đặt cho đơn vị trả lời đến hết ngày"),
        required=False,
        help_text=gettext_lazy(
            "Chỉ ghi khi cấp trên yêu cầu đơn vị trả lời. Văn bản không nêu ngày thì để trống: tính theo Chương trình phối hợp."
        ),
    )
    field_order: Sequence[str] = (*OnPaperForm.field_order[:-1], "decided", "answer_by", "text")

    def clean(self) -> dict[str, Any]:
        """A day for the unit goes with telling it to answer."""
        told = super().clean()
        by, received = told.get("answer_by"), told.get("received_on")
        if by and told.get("decided") not in (None, Decided.INSTRUCTED):
            self.add_error("answer_by", _("Chỉ ghi ngày này khi cấp trên yêu cầu đơn vị trả lời."))
        elif by and received and by < received:
            self.add_error("answer_by", BEFORE_PAPER)
        return told


class EndForm(InspectionForm):
    """Kết thúc làm việc."""

    ended_on = DayField(label=gettext_lazy("Làm việc xong ngày"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ended_on", clock.today())


class ReportForm(InspectionForm):
    """Báo cáo của đoàn."""

    text = text_of(
        gettext_lazy("Báo cáo của đoàn"), rows=12, hint=gettext_lazy("Đơn vị không đọc báo cáo này."), most=LONG
    )


class OtherwiseForm(EndForm):
    """Kết quả of a form without a delegation."""

    text = text_of(gettext_lazy("Kết quả"), rows=12, hint=gettext_lazy("Đã xem gì, thấy gì."), most=LONG)


class ConclusionForm(InspectionForm):
    """Soạn kết luận."""

    text = text_of(
        gettext_lazy("Kết luận"),
        rows=14,
        hint=gettext_lazy("Việc làm được, việc chưa làm được, nguyên nhân. Đơn vị đọc phần này."),
        most=LONG,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("text", self.inspection.conclusion)


class DraftForm(InspectionForm):
    """Gửi dự thảo kết luận."""

    explain_by = DayField(
        label=gettext_lazy("Đơn vị giải trình đến hết ngày"),
        help_text=gettext_lazy("Luật không nêu số ngày; ngày này do Mặt trận đặt trong công văn."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("explain_by", clock.today() + USUAL_EXPLAINING)


class RecommendationForm(InspectionForm):
    """Thêm một kiến nghị."""

    text = text_of(gettext_lazy("Kiến nghị"), rows=4, hint=gettext_lazy("Đơn vị cần làm gì."))
    sets_due_on = DayField(
        label=gettext_lazy("Trả lời chậm nhất ngày"),
        required=False,
        help_text=gettext_lazy("Để trống thì theo Chương trình phối hợp; luật không nêu số ngày."),
    )


class VerifyForm(InspectionForm):
    """Xác minh việc thực hiện."""

    carried = forms.ChoiceField(
        label=gettext_lazy("Mặt trận thấy thế nào"),
        choices=capital(Carried.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn một kết quả xác minh.")},
    )
    note = text_of(gettext_lazy("Thấy gì, ở đâu, khi nào"), rows=4, required=False)

    def clean(self) -> dict[str, Any]:
        """What was not wholly done is said with its ground."""
        told: dict[str, Any] = super().clean() or {}
        if (
            told.get("carried") in (Carried.PARTLY, Carried.NOT_DONE)
            and not told.get("note")
            and "note" not in self.errors
        ):
            self.add_error("note", _("Thực hiện một phần hoặc chưa thực hiện thì cần ghi thấy gì."))
        return told


class PublishForm(InspectionForm):
    """Công khai kết quả giám sát."""

    summary = text_of(
        pgettext_lazy("oversight", "Tóm tắt cho mọi người đọc"),
        rows=6,
        hint=gettext_lazy("Không nêu tên người. Kết luận đã ký, các kiến nghị và tình trạng của chúng hiện bên dưới."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("summary", self.inspection.summary)


class ReasonForm(InspectionForm):
    """Không thực hiện nữa."""

    reason = text_of(gettext_lazy("Lý do"), rows=3, most=1000)


class LookForm(forms.Form):
    """One item of the checklist; on the page of all items each form has the item's code as its prefix."""

    seen = forms.ChoiceField(
        label=gettext_lazy("Thấy"), choices=capital(Seen.choices), required=False, widget=forms.RadioSelect
    )
    note = text_of(pgettext_lazy("checklist", "Ghi chú"), rows=2, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, item: Item, finding: Finding | None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("prefix", item.code)
        now = {"seen": finding.seen, "note": finding.note, "version": finding.version} if finding else {"version": 0}
        kwargs["initial"] = now
        super().__init__(*args, **kwargs)
        self.item, self.finding = item, finding
        self.fields["seen"].label = item.words

    def clean(self) -> dict[str, Any]:
        """A note without a choice, or a fault without a note, is asked after."""
        told: dict[str, Any] = super().clean() or {}
        if "seen" in self.errors or "note" in self.errors:
            return told
        if told["note"] and not told["seen"]:
            self.add_error("seen", _("Chọn một điều thấy được, rồi ghi chú."))
        elif told["seen"] in (Seen.PARTLY, Seen.NOT_MET) and not told["note"]:
            self.add_error("note", NOTE_WANTED)
        return told

    def stand_at(self, finding: Finding) -> None:
        """Be about what stands now: whoever sends the form again has seen it."""
        self.finding = finding
        self.data = {**{name: self.data[name] for name in self.data}, self.add_prefix("version"): str(finding.version)}

    @property
    def look(self) -> Look:
        """What was seen, of a valid form in which something was chosen."""
        told = self.cleaned_data
        return Look(self.item.code, Seen(told["seen"]), told["note"], told["version"])


def look_forms(listed: Checklist, findings: dict[str, Finding], data: Any = None) -> list[LookForm]:
    """The forms of all items of a checklist."""
    return [LookForm(data, item=item, finding=findings.get(item.code)) for item in listed.items]


class EvidenceForm(forms.Form):
    """Thêm ảnh, tệp làm bằng chứng."""

    file = forms.FileField(
        label=gettext_lazy("Ảnh hoặc tệp"),
        help_text=gettext_lazy("Ảnh, PDF, Word, Excel, ghi âm."),
        error_messages={"required": gettext_lazy("Chọn ảnh hoặc tệp.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
