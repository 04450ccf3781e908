"""The forms of an article's text and of its moves."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.outreach.article_kinds import Category
from vidan.outreach.article_text import cleaned, words_of
from vidan.outreach.article_word import LONGEST_SUMMARY, LONGEST_TITLE
from vidan.outreach.models import Article
from vidan.outreach.services.write_article import Written

LONGEST_BODY = 200_000
"""Letters of a body as it comes in, with its elements: some sixty printed pages."""


class TextForm(forms.Form):
    """Bài viết: heading, category, summary, body."""

    title = SafeCharField(label=_("Tên bài"), max_length=LONGEST_TITLE)
    category = forms.ChoiceField(label=_("Chuyên mục"), choices=Category.choices, widget=PlainSelect)
    summary = SafeTextField(
        label=pgettext_lazy("news", "Tóm tắt"),
        max_length=LONGEST_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Một, hai câu; đứng dưới tên bài và hiện khi bài được chia sẻ."),
    )
    body = forms.CharField(
        label=pgettext_lazy("article", "Nội dung"),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "Dán từ Word được. Không dùng thanh nút thì gõ mỗi đoạn một dòng; dòng bắt đầu bằng “## ” là đề mục, "
            "bằng “- ” là gạch đầu dòng. Dòng chỉ có [ảnh 2] là chỗ đặt ảnh thứ hai."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_body(self) -> str:
        """A body of which words are left when it is cleaned; it is kept as it was typed, and cleaned where it is stored."""
        typed: str = self.cleaned_data["body"]
        if not words_of(cleaned(typed)):
            raise forms.ValidationError(_("Nội dung chưa có chữ nào."))
        return typed

    def written(self) -> Written:
        """What the form holds."""
        told = self.cleaned_data
        return Written(told["title"], told["summary"], told["body"], told["category"])


class VersionForm(forms.Form):
    """A move without questions; `version` says which state of the article the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.article = article
        self.initial.setdefault("version", article.version)


class WriteForm(TextForm, VersionForm):
    """Sửa bài: the newest text, to be saved anew."""

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, article=article, **kwargs)
        assert article.latest is not None
        self.initial.update({name: getattr(article.latest, name) for name in ("title", "summary", "body")})
        self.initial["category"] = article.category


class CorrectForm(WriteForm):
    """Đính chính: the corrected text, and what readers are told of it."""

    field_order = ("note", "title", "summary", "body")
    note = SafeTextField(
        label=_("Đính chính điều gì"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Người đọc thấy câu này ở đầu bài, kèm ngày. Ví dụ: Bản trước ghi nhầm giờ tiếp dân là 8 giờ."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["category"]
        self.initial["note"] = ""

    def written(self) -> Written:
        """What the form holds; a correction does not move the article to another category."""
        told = self.cleaned_data
        return Written(told["title"], told["summary"], told["body"], self.article.category)


class WordForm(forms.Form):
    """Đưa bài từ Word vào."""

    category = forms.ChoiceField(label=_("Chuyên mục"), choices=Category.choices, widget=PlainSelect)
    file = forms.FileField(
        label=_("Tệp Word (.docx)"),
        help_text=_("Dòng đầu là tên bài, đoạn sau đó là tóm tắt. Ảnh trong tệp không đưa theo; thêm ảnh ở bước sau."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class SendBackForm(VersionForm):
    """Trả lại để sửa."""

    remark = SafeTextField(label=_("Cần sửa điều gì"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class WithdrawForm(VersionForm):
    """Gỡ bài."""

    reason = SafeTextField(
        label=_("Vì sao gỡ"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Người đọc thấy câu này ở địa chỉ cũ của bài."),
    )


class ScheduleForm(VersionForm):
    """Hẹn giờ đăng bài."""

    day = DayField(label=_("Ngày đăng"), help_text=_("Ví dụ 05/03/2018"))
    hour = forms.TimeField(
        label=_("Giờ đăng"),
        input_formats=["%H:%M", "%Hh%M", "%H"],
        help_text=_("Ví dụ 07:30"),
        widget=forms.TextInput(attrs={"class": "short"}),
    )

    def clean(self) -> dict[str, Any]:
        """The moment of day and hour, which must lie ahead."""
        told: dict[str, Any] = super().clean() or {}
        if "day" in told and "hour" in told:
            told["at"] = timezone.make_aware(datetime.combine(told.pop("day"), told.pop("hour")))
            if told["at"] <= clock.now():
                self.add_error("day", _("Giờ này đã qua."))
        return told
