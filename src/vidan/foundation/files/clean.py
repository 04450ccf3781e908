"""The copy that may leave the desk (bản sao đã làm sạch): what the file shows, without what it tells of its maker."""

from vidan.foundation.files.kinds import IMAGES, NEVER_COPIED, FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.refusals import NeverTransferred


def cleaned(kind: FileKind, data: bytes) -> tuple[bytes, str]:
    """The cleaned copy and its extension; raises NotTaken for hostile or damaged bytes, NeverTransferred for recordings."""
    if kind in NEVER_COPIED:
        raise NeverTransferred(kind)
    check_size(kind, len(data))
    if kind in IMAGES:
        from vidan.foundation.files.pictures import redrawn

        return redrawn(kind, data)
    if kind is FileKind.PDF:
        from vidan.foundation.files.paper import rewritten

        return rewritten(data), "pdf"
    from vidan.foundation.files.office import repacked

    return repacked(data), kind.value
