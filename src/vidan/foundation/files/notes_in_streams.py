"""Take the written notes out of JPEG and JPEG 2000 streams without touching a pixel."""

import re

_KEPT_APP = {0xE0, 0xEE}  # JFIF, and Adobe's mark, which says how the colours are coded
_ALONE = {0x01, *range(0xD0, 0xD9)}
_SCAN = 0xDA
_END = 0xD9
# Inside a scan 0xFF is followed by zero, a restart mark or another 0xFF; anything else opens a new segment.
_NEXT_SEGMENT = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])")
_NOTE_BOXES = {b"xml ", b"uuid", b"uinf", b"asoc"}


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC, profiles, comments and trailers (ITU-T T.81); empty when it is no picture."""
    if not jpeg.startswith(b"\xff\xd8"):
        return b""
    kept, at, scanned = [b"\xff\xd8"], 2, False
    while (found := _NEXT_SEGMENT.search(jpeg, at)) and found.end() < len(jpeg):
        at, mark = found.start(), jpeg[found.end()]
        if mark == _END:
            break
        if mark in _ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if mark == _SCAN:
            scanned = True
            after = _NEXT_SEGMENT.search(jpeg, end)
            end = after.start() if after else len(jpeg)
        if not _is_note(mark):
            kept.append(jpeg[at:end])
        at = max(end, at + 2)
    return b"".join([*kept, b"\xff\xd9"]) if scanned else b""


def _is_note(mark: int) -> bool:
    return mark == 0xFE or (0xE0 <= mark <= 0xEF and mark not in _KEPT_APP)


def without_note_boxes(jp2: bytes) -> bytes:
    """A JPEG 2000 file without its XML and UUID boxes (ISO/IEC 15444-1); a bare code stream is returned as it is."""
    if jp2.startswith(b"\xff\x4f\xff\x51"):
        return jp2
    kept, at = [], 0
    while at + 8 <= len(jp2):
        length, kind = int.from_bytes(jp2[at : at + 4], "big"), jp2[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(jp2[at + 8 : at + 16], "big")
        if length == 0:
            length = len(jp2) - at
        if length < 8:
            return b""
        if kind not in _NOTE_BOXES:
            kept.append(jp2[at : at + length])
        at += length
    return b"".join(kept)
