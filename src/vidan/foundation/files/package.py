"""Open an Office package (ZIP) without trusting it: its list of parts is judged before anything is unfolded."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import MAX_PARTS, MAX_RATIO, MAX_UNZIPPED, MAX_XML, RATIO_COUNTS_FROM
from vidan.foundation.files.refusals import ARCHIVE, DAMAGED, LOCKED, MACROS, SWOLLEN, UNKNOWN, NotTaken

TYPES = "[Content_Types].xml"
MAIN_TYPES: Mapping[str, FileKind] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": FileKind.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": FileKind.XLSX,
}
_IN_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Package:
    """The parts of a judged package, read one at a time."""

    def __init__(self, data: bytes) -> None:
        """Judge the list of parts; raises NotTaken."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as refused:
            raise NotTaken(DAMAGED) from refused
        entries = self._zip.infolist()
        _judge(entries, len(data))
        self.names = {entry.filename for entry in entries if not entry.is_dir()}

    def read(self, name: str) -> bytes:
        """The bytes of a part, never more than its judged size; raises NotTaken when it is missing or damaged."""
        try:
            return self._zip.read(name)
        except Exception as refused:  # hostile input: the decompressors raise what they like
            raise NotTaken(DAMAGED) from refused

    def read_xml(self, name: str) -> "etree._Element":
        """The root of an XML part, parsed by parse_xml()."""
        if name in self.names and self._zip.getinfo(name).file_size > MAX_XML:
            raise NotTaken(SWOLLEN)
        return parse_xml(self.read(name))

    def types(self) -> dict[str, str]:
        """Content type by part name, and by extension as `*.ext`, as the package declares."""
        told = {}
        for element in self.read_xml(TYPES):
            declared = element.get("ContentType", "")
            if element.tag == f"{_IN_TYPES}Override":
                told[element.get("PartName", "").lstrip("/")] = declared
            elif element.tag == f"{_IN_TYPES}Default":
                told[f"*.{element.get('Extension', '').lower()}"] = declared
        return told


def kind_of_package(data: bytes) -> FileKind:
    """Word document or Excel workbook, by what the package declares; raises NotTaken for any other ZIP."""
    package = Package(data)
    if TYPES not in package.names:
        raise NotTaken(ARCHIVE)
    declared = set(package.types().values())
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in declared) or any(
        name.lower().endswith("vbaproject.bin") for name in package.names
    ):
        raise NotTaken(MACROS)
    kinds = {MAIN_TYPES[kind] for kind in declared if kind in MAIN_TYPES}
    if len(kinds) != 1:
        raise NotTaken(UNKNOWN)
    return kinds.pop()


def parse_xml(data: bytes) -> "etree._Element":
    """The root of an XML text without comments and instructions; no entity is expanded, nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as refused:
        raise NotTaken(DAMAGED) from refused
    if root.getroottree().docinfo.doctype:
        raise NotTaken(DAMAGED)  # no Office program writes a DOCTYPE
    return root


def _judge(entries: list[zipfile.ZipInfo], size: int) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise NotTaken(LOCKED)
    names = [entry.filename for entry in entries]
    if len(set(map(str.lower, names))) != len(names) or any(map(_leaves_its_folder, names)):
        raise NotTaken(DAMAGED)
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        raise NotTaken(DAMAGED)
    unfolded = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unfolded > MAX_UNZIPPED:
        raise NotTaken(SWOLLEN)
    if unfolded > RATIO_COUNTS_FROM and unfolded > MAX_RATIO * size:
        raise NotTaken(SWOLLEN)


def _leaves_its_folder(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or "\0" in name
