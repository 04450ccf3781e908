"""The forms of verification: explanation, plan, minutes, proposal, decision, reopening."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from vidan.cases.facts import has_explained
from vidan.cases.forms.moves import CameInForm, MoveForm, RecordForm
from vidan.cases.handling import list_words, matter_of, open_in, words, wrong_words
from vidan.cases.kinds import PersonState, TransferRole
from vidan.cases.models import CaseFile, Proposal, Verification
from vidan.cases.outcomes import GOES_ON, Finding, Handling, NoExplanation, Verdict, Withdrawal
from vidan.cases.services.decide import Ruling
from vidan.cases.services.propose import newest_finding
from vidan.cases.services.verify import bodies_of
from vidan.domain.petitions.handling import Matter
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField


def _capitals(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Choices as they stand in a list of their own; in a sentence the words begin small."""
    return [(value, capfirst(label)) for value, label in choices]


def _asked_until(case: CaseFile) -> date | None:
    """The day until which the letter to the body that settles asked its official to explain himself."""
    asked = case.transfers.filter(role=TransferRole.SETTLE, sent_on__isnull=False).select_related("clock")
    newest = asked.order_by("-sent_on", "-pk").first()
    return newest.clock.due_on if newest and newest.clock else None


class Listed(forms.MultipleChoiceField):
    """Several forms of handling; one that is not among the choices is judged in clean(), where a sentence names the list."""

    def validate(self, value: Any) -> None:
        """Take whatever is given."""


class ExplainForm(MoveForm):
    """Giải trình, as the body passes it on."""

    text = SafeTextField(
        label=_("Giải trình của người bị phản ánh"),
        max_length=20_000,
        help_text=_("Ghi đúng lời giải trình. Không suy đoán, không nêu người gửi là ai."),
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Giải trình chưa có chữ nào.")},
    )


class RecordExplanationForm(RecordForm):
    """Ghi nhận hộ giải trình; a personal letter often has no number."""

    number = SafeCharField(
        label=_("Số, ký hiệu văn bản"),
        max_length=60,
        required=False,
        help_text=_("Thư riêng của cá nhân thì để trống."),
    )
    received_on = forms.DateField(label=_("Ngày Mặt trận nhận được"))


class PlanForm(MoveForm):
    """Kế hoạch xác minh."""

    day = forms.DateField(label=_("Ngày xác minh"), help_text=_("Ví dụ 05/04/2018"))
    hour = forms.TimeField(label=_("Giờ"), help_text=_("Ví dụ 8:30"))
    place = SafeCharField(label=_("Địa điểm"), max_length=200, error_messages={"required": _("Cần ghi nơi xác minh.")})
    bodies = forms.MultipleChoiceField(
        label=_("Nơi cùng tham gia với Mặt trận"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = SafeCharField(
        label=_("Thành phần khác"), max_length=200, required=False, help_text=_("Ví dụ: Ban Thanh tra nhân dân phường")
    )
    questions = SafeTextField(
        label=_("Nội dung cần làm rõ"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Kế hoạch gửi đến các nơi tham gia, nên không ghi điều gì cho biết người gửi là ai."),
        error_messages={"required": _("Cần ghi điều phải làm rõ khi xác minh.")},
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.can_come = bodies_of(case)
        field = self.fields["bodies"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(body.slug, body.name) for body in self.can_come]
        self.initial = {"bodies": [body.slug for body in self.can_come]} | dict(self.initial)

    def clean_day(self) -> Any:
        """A plan looks ahead."""
        if self.cleaned_data["day"] < clock.today():
            raise forms.ValidationError(_("Ngày xác minh đã qua; kế hoạch lập cho ngày sắp tới."))
        return self.cleaned_data["day"]


class MinutesForm(MoveForm):
    """Biên bản xác minh chung."""

    held_on = forms.DateField(label=_("Ngày xác minh"), help_text=_("Ví dụ 05/04/2018"))
    present = SafeTextField(
        label=_("Thành phần có mặt"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ghi chức danh và đơn vị. Không ghi người gửi."),
        error_messages={"required": _("Cần ghi ai đã có mặt.")},
    )
    told = SafeTextField(
        label=_("Qua xác minh thấy"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Biên bản gửi các nơi tham gia, nên không ghi điều gì cho biết người gửi là ai."),
        error_messages={"required": _("Cần ghi điều đã thấy khi xác minh.")},
    )
    finding = forms.ChoiceField(
        label=_("Kết luận: nội dung phản ánh"),
        choices=_capitals(Finding.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Cần chọn một kết luận.")},
    )
    no_explanation = forms.ChoiceField(
        label=_("Vì sao không có giải trình"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa có giải trình thì cần nêu vì sao, rồi mới kết luận.")},
    )
    asked_until = forms.DateField(
        label=_("Đã hẹn giải trình đến ngày"), required=False, help_text=_("Ghi khi đã đề nghị mà không giải trình")
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.person_state == PersonState.NOBODY or has_explained(case):
            del self.fields["no_explanation"], self.fields["asked_until"]
            return
        known = case.person_state == PersonState.RESOLVED
        reasons = [NoExplanation.ASKED, NoExplanation.LEFT] if known else [NoExplanation.NOT_KNOWN]
        field = self.fields["no_explanation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reason.value, reason.label) for reason in reasons]
        if known:
            self.fields["asked_until"].initial = _asked_until(case)

    def clean(self) -> dict[str, Any]:
        """The day lies between the plan and today; who was asked had a day until which he was asked."""
        told: dict[str, Any] = super().clean() or {}
        held, until = told.get("held_on"), told.get("asked_until")
        plan = Verification.objects.filter(case=self.case, finding="", signed_on__isnull=False).first()
        if held and held > clock.today():
            self.add_error("held_on", _("Ngày xác minh chưa đến."))
        elif held and plan and plan.signed_on and held < plan.signed_on:
            self.add_error("held_on", _("Ngày xác minh không thể trước ngày duyệt kế hoạch."))
        if told.get("no_explanation") == NoExplanation.ASKED:
            if not until:
                self.add_error("asked_until", _("Cần ghi ngày đã hẹn giải trình."))
            elif until >= clock.today():
                self.add_error("asked_until", _("Chưa hết ngày hẹn giải trình; chờ qua ngày đó rồi mới kết luận."))
        return told


class ProposeForm(MoveForm):
    """Đề xuất hình thức xử lý."""

    chosen = Listed(label=_("Hình thức đề xuất"), required=False, widget=forms.CheckboxSelectMultiple)
    why = SafeTextField(
        label=_("Lý do đề xuất"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Lý do đi vào văn bản gửi nơi có thẩm quyền. Không ghi điều gì cho biết người gửi là ai."),
        error_messages={"required": _("Cần ghi vì sao đề xuất như vậy.")},
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.matter = matter_of(case, newest_finding(case).finding)
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = _choices(self.matter)
        field.help_text = _("Danh sách áp dụng cho: %(why)s.") % {"why": list_words(self.matter)}

    def clean_chosen(self) -> list[str]:
        """Only what the list of that group and day holds."""
        chosen: list[str] = self.cleaned_data["chosen"]
        if wrong := wrong_words(chosen, self.matter):
            raise forms.ValidationError(wrong)
        return chosen


class DecideForm(MoveForm):
    """Quyết định về đề xuất, at the authority's own desk."""

    verdict = forms.ChoiceField(
        label=_("Quyết định"),
        choices=_capitals(Verdict.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Cần chọn một quyết định.")},
    )
    accepted = Listed(
        label=_("Hình thức được chấp nhận, nếu chỉ chấp nhận một phần"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = SafeTextField(
        label=_("Lý do"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Chỉ để trống khi chấp nhận toàn bộ đề xuất."),
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        rows = Proposal.objects.filter(verification__case=case, verdict="").select_related("verification")
        self.proposal = rows.order_by("-pk")[0]
        self.matter = matter_of(case, self.proposal.verification.finding)
        field = self.fields["accepted"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = _choices(self.matter)
        field.help_text = _("Đã đề xuất: %(forms)s.") % {"forms": words(self.proposal.forms)}

    def clean(self) -> dict[str, Any]:
        """Not all accepted means a reason; a part is something else than the whole, from the same list."""
        told: dict[str, Any] = super().clean() or {}
        verdict, accepted = told.get("verdict"), told.get("accepted", [])
        if verdict in (Verdict.PARTLY, Verdict.REFUSED) and not told.get("reason", "").strip():
            self.add_error("reason", _("Cần ghi lý do khi không chấp nhận hoặc chỉ chấp nhận một phần."))
        if verdict == Verdict.PARTLY and "accepted" not in self.errors:
            if set(accepted) == set(self.proposal.forms):
                self.add_error("accepted", _("Các hình thức này đúng như đề xuất; nếu vậy ông/bà chọn chấp nhận."))
            elif wrong := wrong_words(accepted, self.matter):
                self.add_error("accepted", wrong)
        return told

    def ruling(self) -> Ruling:
        """What was decided."""
        told = self.cleaned_data
        return Ruling(Verdict(told["verdict"]), tuple(told["accepted"]), told["reason"])


class RecordDecisionForm(DecideForm, CameInForm):
    """Ghi nhận hộ quyết định from the authority's paper."""

    number = SafeCharField(label=_("Số, ký hiệu văn bản"), max_length=60, help_text=_("Ví dụ: 125/UBND-VX"))
    field_order = ("number", "dated", "received_on", "verdict", "accepted", "reason", "scan")

    def clean(self) -> dict[str, Any]:
        """As for any paper that came in, and not dated before the proposal went out."""
        told = super().clean()
        dated = told.get("dated")
        if dated and self.proposal.sent_on and dated < self.proposal.sent_on:
            self.add_error("dated", _("Quyết định không thể có trước ngày gửi đề xuất."))
        return told


class ReopenForm(MoveForm):
    """Mở lại, by the head."""

    reason = SafeTextField(
        label=_("Lý do mở lại"),
        max_length=2_000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Lý do được niêm phong; sổ chỉ giữ dấu của nó."),
        error_messages={
            "required": _("Cần ghi lý do trước khi mở lại."),
            "min_length": _("Lý do cần rõ hơn một chút, ít nhất mười chữ cái."),
        },
    )


class GoOnForm(MoveForm):
    """Vẫn xem xét dù người tố cáo rút."""

    ground = forms.ChoiceField(
        label=_("Căn cứ"),
        choices=_capitals((ground.value, ground.label) for ground in GOES_ON),
        widget=forms.RadioSelect,
        error_messages={"required": _("Cần chọn một căn cứ.")},
    )

    def withdrawal(self) -> Withdrawal:
        """The ground."""
        return Withdrawal(self.cleaned_data["ground"])


class AskAgainForm(forms.Form):
    """Đề nghị mở lại, by the person with the receipt."""

    text = SafeTextField(
        label=_("Điều gì chưa được giải quyết?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Ông/bà ghi giúp điều gì chưa được giải quyết.")},
    )


def _choices(matter: Matter) -> list[tuple[str, Any]]:
    return _capitals((form, Handling(form).label) for form in open_in(matter))
