"""The forms with which pictures, files and films come to an article."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.foundation.intake.fields import SafeCharField
from vidan.outreach.forms.article import VersionForm

YOUTUBE = re.compile(r"[-\w]{11}", re.ASCII)
YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"})
SHORT_HOST = "youtu.be"


class PictureForm(VersionForm):
    """Thêm ảnh."""

    prefix = "anh"
    file = forms.FileField(
        label=_("Ảnh"), help_text=_("JPG, PNG, HEIC hoặc WebP. Nơi chụp, máy chụp ghi trong ảnh được xóa.")
    )
    alt = SafeCharField(
        label=_("Ảnh cho thấy gì"),
        max_length=300,
        help_text=_("Cho người không nhìn thấy ảnh. Ví dụ: Bà con xếp hàng nhận kết quả tại quầy số 2."),
    )
    caption = SafeCharField(label=_("Lời dưới ảnh"), max_length=300, required=False)


class PaperForm(VersionForm):
    """Thêm tệp đính kèm."""

    prefix = "tep"
    file = forms.FileField(label=pgettext_lazy("news", "Tệp"), help_text=_("PDF, Word, Excel hoặc ảnh."))
    label = SafeCharField(label=_("Tên tệp cho người đọc"), max_length=200)


class FilmForm(VersionForm):
    """Thêm phim: a file of ours or an address at YouTube, and a still."""

    prefix = "phim"
    title = SafeCharField(label=_("Tên phim"), max_length=200)
    file = forms.FileField(label=_("Tệp phim MP4"), required=False)
    youtube = SafeCharField(
        label=_("hoặc địa chỉ phim ở YouTube"),
        max_length=200,
        required=False,
        help_text=_("Người xem bấm vào mới tải phim từ YouTube; trước đó trang không nối đến đó."),
    )
    still = forms.FileField(label=_("Ảnh thay phim khi chưa bấm"))
    still_alt = SafeCharField(label=_("Ảnh đó cho thấy gì"), max_length=300)

    def clean_youtube(self) -> str:
        """The key of the film in whatever form of address was pasted."""
        told: str = self.cleaned_data["youtube"]
        if told and not youtube_key(told):
            raise forms.ValidationError(_("Đây không phải địa chỉ một phim ở YouTube."))
        return youtube_key(told)

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(told.get("file")) == bool(told.get("youtube")):
            self.add_error("file", _("Xin chọn một tệp phim, hoặc ghi một địa chỉ ở YouTube; một trong hai."))
        return told


def youtube_key(address: str) -> str:
    """The eleven letters that name a film at YouTube, empty when the address is none of its own."""
    try:
        parts = urlsplit(address if "//" in address else f"https://{address}")
    except ValueError:  # brackets that hold no address
        return ""
    host, path = (parts.hostname or "").lower(), parts.path.strip("/").split("/")
    if host == SHORT_HOST:
        key = path[0]
    elif host in YOUTUBE_HOSTS and path[0] in {"embed", "shorts", "live"} and len(path) > 1:
        key = path[1]
    elif host in YOUTUBE_HOSTS:
        key = parse_qs(parts.query).get("v", [""])[0]
    else:
        key = ""
    return key if YOUTUBE.fullmatch(key) else ""
