"""What was read out of a document."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vidan.domain.vietnamese.old_codes import OldCode

NAMES = {OldCode.TCVN3: "TCVN3 (ABC)", OldCode.VNI: "VNI"}


@dataclass(frozen=True)
class Document:
    """The paragraphs of a document, in Unicode, and the old codes (bảng mã cũ) that its words were in."""

    paragraphs: list[str]
    codes: frozenset[OldCode] = frozenset()

    @property
    def converted(self) -> str:
        """That words were put into Unicode, as a sentence; empty where none were."""
        return converted(self.codes)


def converted(codes: Collection[OldCode]) -> str:
    """That words of some old codes were put into Unicode, as a sentence; empty for none."""
    names = ", ".join(NAMES[code] for code in sorted(codes))
    return _("Lời trong tệp viết bằng bảng mã cũ %(names)s, đã đổi sang Unicode.") % {"names": names} if names else ""
