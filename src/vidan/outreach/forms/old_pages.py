"""The form by which pages of the old portal are handed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import MAX_BYTES, MB
from vidan.outreach.old_pages.sources import is_page

LARGEST = MAX_BYTES[FileKind.PDF]


class BringForm(forms.Form):
    """Đưa trang cũ vào."""

    file = forms.FileField(
        label=_("Tệp trang cũ (.html, .txt) hoặc tệp nén .zip"),
        max_length=255,
        help_text=_("Tệp nén chứa nhiều trang; ảnh và tệp trình bày nằm cạnh được bỏ qua."),
        error_messages={"required": _("Chọn tệp trang cũ hoặc tệp nén.")},
    )
    only_try = forms.BooleanField(label=_("Chỉ xem thử: cho biết trang nào lấy được, chưa lập bài nào"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_file(self) -> Any:
        """A page or an archive by its name, not too large to be kept until it is done."""
        sent = self.cleaned_data["file"]
        if not is_page(sent.name) and not sent.name.lower().endswith(".zip"):
            raise forms.ValidationError(_("Tệp này không phải trang cũ. Xin chọn tệp .html, .txt hoặc tệp nén .zip."))
        if sent.size > LARGEST:
            told = _(
                "Tệp lớn quá %(most)s MB. Xin chia thành nhiều tệp, hoặc nhờ người quản trị đưa cả thư mục vào bằng lệnh."
            )
            raise forms.ValidationError(told, params={"most": LARGEST // MB})
        return sent
