"""Where the words of a Word package stand, and what stands beside them."""

from lxml import etree

from vidan.foundation.files.package import MAIN_TYPES, Package
from vidan.foundation.files.refusals import DAMAGED, NotTaken
from vidan.foundation.texts.word_numbers import W


def main_part(package: Package) -> str:
    """The name of the part with the words; empty where none is declared."""
    return next((part for part, kind in package.types().items() if kind in MAIN_TYPES), "")


def body_of(root: "etree._Element") -> "etree._Element":
    """The body in the root of the part with the words; raises NotTaken."""
    body = root.find(f"{W}body")
    if body is None:
        raise NotTaken(DAMAGED)
    return body


def beside(package: Package, main: str, name: str) -> "etree._Element | None":
    """The root of a part in the same folder as that with the words, as `styles.xml`; None where it is not there."""
    part = f"{main.rpartition('/')[0]}/{name}".lstrip("/")
    return package.read_xml(part) if part in package.names else None
