"""How much is taken: sizes in bytes by kind, and what a file may unfold to."""

from types import MappingProxyType
from typing import Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.kinds import FILM, IMAGES, PACKAGES, SOUND, FileKind
from vidan.foundation.files.refusals import EMPTY, NotTaken

MB: Final = 1024 * 1024

MAX_BYTES: Final = MappingProxyType(
    dict.fromkeys(IMAGES, 15 * MB)
    | {FileKind.PDF: 20 * MB}
    | dict.fromkeys(PACKAGES, 10 * MB)
    | dict.fromkeys(SOUND, 25 * MB)
    | dict.fromkeys(FILM, 60 * MB)
    | {FileKind.EML: 25 * MB}
)
MAX_FILES: Final = 5
MAX_REQUEST: Final = 80 * MB
MAX_PIXELS: Final = 60_000_000
MAX_PIXELS_TOGETHER: Final = 300_000_000  # of all pictures in one Office file
MAX_PAGES: Final = 200
MAX_UNZIPPED: Final = 200 * MB
MAX_XML: Final = 32 * MB  # one XML part; a tree in memory is several times its text
MAX_PARTS: Final = 3_000
# Office files of real work unfold to some ten or twenty times their size; small ones may fold better.
MAX_RATIO: Final = 100
RATIO_COUNTS_FROM: Final = 10 * MB

TOO_MANY = format_lazy(_("Mỗi đơn chỉ gửi kèm được tối đa {most} tệp."), most=MAX_FILES)
TOO_MANY_PIXELS = _("Ảnh này có kích thước quá lớn. Ông/bà chụp lại hoặc thu nhỏ ảnh rồi gửi lại.")
TOO_MANY_PAGES = format_lazy(
    _("Tệp PDF này có quá nhiều trang. Mỗi tệp được tối đa {most} trang, ông/bà chia nhỏ rồi gửi lại."), most=MAX_PAGES
)
TOO_LARGE_TOGETHER = format_lazy(
    _("Các tệp gửi cùng lúc lớn quá {most} MB. Ông/bà bớt tệp hoặc gửi làm nhiều lần."), most=MAX_REQUEST // MB
)


def check_size(kind: FileKind, size: int) -> None:
    """Raise NotTaken for an empty file or one over the limit of its kind; `size` in bytes."""
    if size <= 0:
        raise NotTaken(EMPTY)
    most = MAX_BYTES[kind]
    if size > most:
        sentence = _("{kind} được gửi tối đa {most} MB. Tệp này lớn hơn, ông/bà thu nhỏ hoặc chia nhỏ rồi gửi lại.")
        raise NotTaken(format_lazy(sentence, kind=kind.label, most=most // MB))
