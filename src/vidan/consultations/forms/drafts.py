"""The forms of taking a draft in: what is known of it, the papers that came along, and the time for opinions."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.fields import capital
from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.kinds import DraftKind
from vidan.consultations.models import Draft
from vidan.consultations.officers import name_of, officers_of
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit, UnitKind

BODIES = (UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE)
"""Who sends drafts: the People's Committee beside the Front, and its offices (Luật MTTQ Đ.33)."""

USUAL_WINDOW = timedelta(days=20)
"""How long a window is proposed to be; a habit, not a rule: the officer changes the day."""


class AboutForm(forms.Form):
    """Những gì biết về dự thảo; the same fields when it is taken in and when they are put right."""

    title = SafeCharField(
        label=_("Tên dự thảo"), max_length=300, help_text=_("Ví dụ: Quy chế trả kết quả thủ tục hành chính tại nhà")
    )
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=capital(DraftKind.choices), widget=PlainSelect)
    body = forms.ModelChoiceField(
        label=_("Cơ quan phải trả lời"),
        queryset=Unit.objects.none(),
        empty_label=None,
        widget=PlainSelect,
        help_text=_("Cơ quan ban hành, hoặc cơ quan được giao soạn thảo và trả lời."),
    )
    drafter = SafeCharField(
        label=_("Nơi soạn thảo"), max_length=200, required=False, help_text=_("Ghi khi là nơi khác.")
    )
    contact = SafeCharField(
        label=_("Người hoặc đầu mối liên hệ"),
        max_length=200,
        required=False,
        help_text=_("Chức danh, số điện thoại của cơ quan. Ai cũng đọc được trên trang công khai."),
    )
    received_on = DayField(label=_("Mặt trận nhận ngày"), help_text=_("Ví dụ 05/03/2018"))
    submits_on = DayField(
        label=_("Ngày trình"),
        required=False,
        help_text=_(
            "Ngày cơ quan soạn thảo trình dự thảo để ban hành. Luật định gửi Mặt trận trước ngày này ít nhất 15 ngày."
        ),
    )
    summary = SafeTextField(
        label=_("Dự thảo nói gì, hỏi người dân điều gì"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Vài câu dễ hiểu; đứng trên cùng của trang công khai."),
    )
    officer = forms.ChoiceField(label=_("Cán bộ phụ trách"), required=False, widget=PlainSelect)

    def offer(self, front: Unit, *, in_charge: str = "") -> None:
        """Offer the bodies of the Front's territory and its people; who is in charge stays so when he is there no more."""
        body, officer = self.fields["body"], self.fields["officer"]
        assert isinstance(body, forms.ModelChoiceField)
        assert isinstance(officer, forms.ChoiceField)
        here = Unit.objects.valid_on(clock.today()).filter(kind__in=BODIES, area_id=front.area_id)
        body.queryset = here.order_by("kind", "sort_key")
        people = {user.code: user.name for user in officers_of([front.pk])}
        if in_charge not in people:
            people[in_charge] = name_of(in_charge)
        officer.choices = [("", _("Chưa phân công")), *((code, name) for code, name in people.items() if code)]

    def clean_received_on(self) -> date:
        """What lies ahead has not come yet."""
        day: date = self.cleaned_data["received_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day


class RegisterForm(AboutForm):
    """Tiếp nhận dự thảo."""

    def __init__(self, *args: Any, front: Unit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.offer(front)
        self.initial.setdefault("received_on", clock.today())


class ChangeForm(AboutForm, DraftForm):
    """Sửa thông tin dự thảo."""

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, draft=draft, **kwargs)
        self.offer(draft.front, in_charge=draft.officer)
        for name in AboutForm.base_fields:
            self.initial.setdefault(name, draft.body_id if name == "body" else getattr(draft, name))


class WindowForm(DraftForm):
    """Thời gian lấy ý kiến; both days are included."""

    opens_on = DayField(label=_("Lấy ý kiến từ ngày"))
    closes_on = DayField(label=_("Đến hết ngày"), help_text=_("Nên xong trước ngày trình để còn kịp tổng hợp và gửi."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = clock.today()
        self.initial.setdefault("opens_on", self.draft.opens_on or today)
        self.initial.setdefault("closes_on", self.draft.closes_on or _usual_end(today, self.draft.submits_on))

    def clean(self) -> dict[str, Any]:
        """The window ends after it begins, and not in the past."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("opens_on"), told.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", _("Ngày cuối trước ngày đầu."))
        elif last and last < clock.today():
            self.add_error("closes_on", _("Ngày này đã qua."))
        return told


def _usual_end(today: date, submits_on: date | None) -> date:
    """The last day that is proposed: after the usual time, yet before the submission where that is still ahead."""
    last = today + USUAL_WINDOW
    before = submits_on - timedelta(days=1) if submits_on else last
    return min(last, before) if before > today else last


class ReopenForm(DraftForm):
    """Mở lại việc lấy ý kiến."""

    closes_on = DayField(label=_("Đến hết ngày"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("closes_on", clock.today() + timedelta(days=7))

    def clean_closes_on(self) -> date:
        """A window that is over at once would open nothing."""
        day: date = self.cleaned_data["closes_on"]
        if day < clock.today():
            raise forms.ValidationError(_("Ngày này đã qua."))
        return day


class PaperForm(DraftForm):
    """Thêm một tài liệu gửi kèm."""

    label = SafeCharField(label=_("Tên tài liệu"), max_length=200, help_text=_("Ví dụ: Tờ trình, bản thuyết minh"))
    file = forms.FileField(
        label=_("Tệp"), help_text=_("PDF, Word, Excel hoặc ảnh. Ai cũng tải được khi dự thảo đã mở.")
    )
