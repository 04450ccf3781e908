"""The kinds of file that are taken, and what each is called outside."""

from types import MappingProxyType
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """A kind told by content, never by the file's name."""

    JPG = "jpg", _("Ảnh JPEG")
    PNG = "png", _("Ảnh PNG")
    HEIC = "heic", _("Ảnh HEIC")
    WEBP = "webp", _("Ảnh WebP")
    PDF = "pdf", _("Tài liệu PDF")
    DOCX = "docx", _("Văn bản Word")
    XLSX = "xlsx", _("Bảng tính Excel")
    MP3 = "mp3", _("Ghi âm MP3")
    M4A = "m4a", _("Ghi âm M4A")
    WAV = "wav", _("Ghi âm WAV")
    OGG = "ogg", _("Ghi âm OGG")
    AMR = "amr", _("Ghi âm AMR")
    MP4 = "mp4", _("Phim MP4")
    MOV = "mov", _("Phim MOV")
    GP3 = "3gp", _("Phim 3GP")
    WEBM = "webm", _("Phim WebM")
    EML = "eml", _("Thư điện tử gốc")


IMAGES: Final = frozenset({FileKind.JPG, FileKind.PNG, FileKind.HEIC, FileKind.WEBP})
CAN_BE_BLACKENED: Final = IMAGES | {FileKind.PDF}
PACKAGES: Final = frozenset({FileKind.DOCX, FileKind.XLSX})
SOUND: Final = frozenset({FileKind.MP3, FileKind.M4A, FileKind.WAV, FileKind.OGG, FileKind.AMR})
FILM: Final = frozenset({FileKind.MP4, FileKind.MOV, FileKind.GP3, FileKind.WEBM})
RECORDINGS: Final = SOUND | FILM
NEVER_COPIED: Final = RECORDINGS | {FileKind.EML}
"""Kinds without a cleaned copy: they never leave the Front's desk. A mail's original is kept by keep_mail() alone."""

CONTENT_TYPES: Final = MappingProxyType(
    {
        FileKind.JPG: "image/jpeg",
        FileKind.PNG: "image/png",
        FileKind.HEIC: "image/heic",
        FileKind.WEBP: "image/webp",
        FileKind.PDF: "application/pdf",
        FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.MP3: "audio/mpeg",
        FileKind.M4A: "audio/mp4",
        FileKind.WAV: "audio/wav",
        FileKind.OGG: "audio/ogg",
        FileKind.AMR: "audio/amr",
        FileKind.MP4: "video/mp4",
        FileKind.MOV: "video/quicktime",
        FileKind.GP3: "video/3gpp",
        FileKind.WEBM: "video/webm",
        FileKind.EML: "message/rfc822",
    }
)
