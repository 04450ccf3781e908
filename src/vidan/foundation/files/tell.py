"""Tell what a file is by its content; the name it came with says nothing."""

import puremagic
from django.utils.functional import Promise

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.package import kind_of_package
from vidan.foundation.files.refusals import ARCHIVE, DAMAGED, EMPTY, OLD_OFFICE, SVG, UNKNOWN, NotTaken

HEAD = 4096
BY_EXTENSION = {
    ".jpg": FileKind.JPG,
    ".jpeg": FileKind.JPG,
    ".png": FileKind.PNG,
    ".webp": FileKind.WEBP,
    ".pdf": FileKind.PDF,
    ".wav": FileKind.WAV,
    ".ogg": FileKind.OGG,
    ".amr": FileKind.AMR,
    ".mp3": FileKind.MP3,
}
# The library's table also matches loosely; a kind counts only with its own first bytes.
FIRST_BYTES = {
    FileKind.JPG: (b"\xff\xd8\xff",),
    FileKind.PNG: (b"\x89PNG\r\n\x1a\n",),
    FileKind.WEBP: (b"RIFF",),
    FileKind.PDF: (b"%PDF-",),
    FileKind.WAV: (b"RIFF",),
    FileKind.OGG: (b"OggS",),
    FileKind.AMR: (b"#!AMR\n", b"#!AMR-WB\n"),
    FileKind.MP3: (b"ID3",),
}
RIFF_FORMS = {FileKind.WEBP: b"WEBP", FileKind.WAV: b"WAVE"}
STILL = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc"}
SOUND = {b"M4A ", b"M4B ", b"F4A "}
FILM_3GP = (b"3gp", b"3g2", b"3ge", b"3gg", b"3gs")
FILM_MP4 = {b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"}
TURNED_AWAY: dict[str, str | Promise] = {
    ".svg": SVG,
    ".doc": OLD_OFFICE,
    ".xls": OLD_OFFICE,
    ".rar": ARCHIVE,
    ".7z": ARCHIVE,
    ".gz": ARCHIVE,
}


def tell(data: bytes) -> FileKind:
    """The kind of a whole file; raises NotTaken with the sentence for the sender."""
    if not data:
        raise NotTaken(EMPTY)
    if data.startswith(b"PK\x03\x04"):
        return kind_of_package(data)
    head = bytes(data[:HEAD])
    kind = _media_file(head) or _matroska(head) or _bare_mp3(data) or _by_library(head)
    if kind is None:
        raise NotTaken(UNKNOWN)
    return kind


def _media_file(head: bytes) -> FileKind | None:
    """ISO base media (ISO/IEC 14496-12): the major brand decides, then the compatible ones."""
    if head[4:8] != b"ftyp":
        # Older QuickTime begins without a brand.
        return FileKind.MOV if head[4:8] in {b"moov", b"mdat", b"wide"} and head[:2] == b"\0\0" else None
    length = int.from_bytes(head[:4], "big")
    if not 16 <= length <= HEAD or length > len(head):
        raise NotTaken(DAMAGED)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, length, 4))]
    for brand in brands:
        kind = _by_brand(brand)
        if kind is not None:
            return kind
    return None


def _by_brand(brand: bytes) -> FileKind | None:
    if brand in STILL:
        return FileKind.HEIC
    if brand in SOUND:
        return FileKind.M4A
    if brand == b"qt  ":
        return FileKind.MOV
    if brand.startswith(FILM_3GP):
        return FileKind.GP3
    return FileKind.MP4 if brand in FILM_MP4 else None


def _matroska(head: bytes) -> FileKind | None:
    """WebM is the Matroska file whose document type says so; a plain Matroska film is not taken."""
    if not head.startswith(b"\x1aE\xdf\xa3"):
        return None
    return FileKind.WEBM if b"\x42\x82\x84webm" in head[:128] else None


def _bare_mp3(data: bytes) -> FileKind | None:
    """MP3 without a tag: two frames of layer III, the second where the first one says (ISO/IEC 11172-3)."""
    step = _frame_length(data[:4])
    return FileKind.MP3 if step and _frame_length(data[step : step + 4]) else None


def _frame_length(head: bytes) -> int:
    """The length in bytes of a layer III frame, 0 when it is none."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return 0
    newest = head[1] & 0x18 == 0x18
    rates = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    low = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    bits, sampling = head[2] >> 4, head[2] >> 2 & 3
    if bits in {0, 15} or sampling == 3:
        return 0
    hertz = (44100, 48000, 32000)[sampling] // {0x18: 1, 0x10: 2, 0x00: 4}[head[1] & 0x18]
    kilobits = (rates if newest else low)[bits - 1]
    return (144 if newest else 72) * kilobits * 1000 // hertz + (head[2] >> 1 & 1)


def _by_library(head: bytes) -> FileKind | None:
    try:
        found = {match.extension for match in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        return None
    for extension, kind in BY_EXTENSION.items():
        if extension in found and head.startswith(FIRST_BYTES[kind]) and head[8:12] == RIFF_FORMS.get(kind, head[8:12]):
            return kind
    for extension, sentence in TURNED_AWAY.items():
        if extension in found:
            raise NotTaken(sentence)
    return None
