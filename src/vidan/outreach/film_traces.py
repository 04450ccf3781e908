"""A film without what it tells of its maker: place, device, time and name that a telephone writes into it."""

from vidan.foundation.files.refusals import DAMAGED, NotTaken

HOLDS_BOXES = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf", b"mvex"}
TELLS = {b"udta", b"meta", b"uuid", b"XMP_"}
TIMED = {b"mvhd", b"tkhd", b"mdhd"}
"""Boxes (ISO/IEC 14496-12) that hold others, that tell of the maker, and that say when the film was made."""

DEEPEST = 12


def without_traces(data: bytes) -> bytes:
    """The same film, byte for byte as long, so that nothing in it has to move; raises NotTaken for a damaged one."""
    told = bytearray(data)
    _clear(told, 0, len(told), 0)
    return bytes(told)


def _clear(told: bytearray, start: int, end: int, depth: int) -> None:
    if depth > DEEPEST:
        raise NotTaken(DAMAGED)
    while start < end:
        if end - start < 8:
            raise NotTaken(DAMAGED)
        size, kind, head = int.from_bytes(told[start : start + 4], "big"), bytes(told[start + 4 : start + 8]), 8
        if size == 1:
            size, head = int.from_bytes(told[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise NotTaken(DAMAGED)
        if kind in TELLS:
            told[start + 4 : start + 8] = b"free"
            told[start + head : start + size] = bytes(size - head)
        elif kind in TIMED:
            longer = told[start + head] == 1  # version 1 writes its times in 64 bits
            told[start + head + 4 : start + head + (20 if longer else 12)] = bytes(16 if longer else 8)
        elif kind in HOLDS_BOXES:
            _clear(told, start + head, start + size, depth + 1)
        start += size
