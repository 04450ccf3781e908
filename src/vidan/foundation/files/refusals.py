"""Why a file is not taken, as a sentence for the person who sent it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class NotTaken(ValueError):
    """The file is refused; `sentence` says why and what to do, translated when it is shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__()
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class NeverTransferred(PermissionError):
    """Audio and video have no cleaned copy: they never leave the Front's desk, the officer writes down what they hold."""


UNKNOWN = _(
    "Hệ thống không nhận loại tệp này. Ông/bà gửi ảnh (JPG, PNG, HEIC, WebP), PDF, Word (.docx), Excel (.xlsx), "
    "tệp ghi âm hoặc phim quay."
)
EMPTY = _("Tệp này trống, không có nội dung. Ông/bà vui lòng chọn lại tệp.")
DAMAGED = _("Tệp này bị hỏng hoặc chưa tải lên trọn vẹn nên không mở được. Ông/bà vui lòng kiểm tra và gửi lại.")
OLD_OFFICE = _(
    "Đây là tệp Word hoặc Excel kiểu cũ (.doc, .xls), hoặc tệp có đặt mật khẩu. "
    "Ông/bà lưu lại thành .docx, .xlsx hoặc PDF không có mật khẩu rồi gửi lại."
)
MACROS = _("Tệp này có chứa macro (đoạn lệnh tự chạy). Ông/bà lưu lại thành .docx, .xlsx hoặc PDF rồi gửi lại.")
LOCKED = _("Tệp này có đặt mật khẩu nên không mở được. Ông/bà bỏ mật khẩu rồi gửi lại.")
SVG = _("Hệ thống không nhận ảnh SVG. Ông/bà lưu lại thành ảnh PNG, JPG hoặc PDF rồi gửi lại.")
ARCHIVE = _("Hệ thống không nhận tệp nén. Ông/bà giải nén rồi gửi từng tệp bên trong.")
SWOLLEN = _("Nội dung bên trong tệp lớn quá mức cho phép khi mở ra. Ông/bà lưu lại thành PDF rồi gửi lại.")
