"""Word and Excel files: a new package of the parts that show something, each without the traces of who made it."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from vidan.foundation.files.limits import MAX_PIXELS_TOGETHER
from vidan.foundation.files.office_traces import without_traces
from vidan.foundation.files.package import TYPES, Package
from vidan.foundation.files.pictures import draw, open_picture
from vidan.foundation.files.refusals import DAMAGED, SWOLLEN, NotTaken

# By the last word of the relationship's type (ECMA-376 part 1). What is not listed is left behind: properties, comments,
# people, custom XML, attached and embedded objects, thumbnails, printer settings, outside data, revisions.
FOLLOWED = {
    "officeDocument",
    "styles",
    "stylesWithEffects",
    "numbering",
    "settings",
    "fontTable",
    "theme",
    "themeOverride",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "image",
    "worksheet",
    "chartsheet",
    "sharedStrings",
    "drawing",
    "table",
    "chart",
    "chartUserShapes",
    "chartStyle",
    "chartColorStyle",
    "diagramData",
    "diagramLayout",
    "diagramQuickStyle",
    "diagramColors",
}
PICTURES = ("JPEG", "PNG", "GIF", "BMP", "TIFF")
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATION_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
PICTURE_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass
class _Copy:
    """The package being written: bytes, content type and relationships by part name."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    names: dict[str, str | None] = field(default_factory=dict)
    pixels: int = 0


def repacked(data: bytes) -> bytes:
    """A package of the followed parts alone, pictures redrawn, dates of 1980; raises NotTaken."""
    try:
        package = Package(data)
        copy = _Copy()
        _take(package, copy, "")
        if not copy.parts:
            raise NotTaken(DAMAGED)
        return _written(copy)
    except NotTaken:
        raise
    except Exception as refused:  # hostile input: the XML library raises what it likes
        raise NotTaken(DAMAGED) from refused


def _take(package: Package, copy: _Copy, start: str) -> None:
    """Take a part and what it shows, each once; `start` is empty for the package itself."""
    declared = package.types()
    waiting = [start]
    while waiting:
        part = waiting.pop()
        kept, dropped = [], set()
        for relation, kind, target in _relations(package, part):
            known = target in copy.names
            name = _taken(package, copy, kind, target, declared)
            if name is None:
                dropped.add(relation)
                continue
            kept.append((relation, kind, name))
            if not known and not kind.endswith("/image"):
                waiting.append(target)
        copy.relations[part] = kept
        if part:
            root = package.read_xml(part)
            without_traces(root, dropped)
            copy.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _taken(package: Package, copy: _Copy, kind: str, target: str, declared: dict[str, str]) -> str | None:
    """The name of a related part in the copy, None when it is left behind."""
    if target in copy.names:
        return copy.names[target]
    word = kind.rsplit("/", 1)[-1]
    name: str | None = None
    if word in FOLLOWED and target in package.names:
        if word == "image":
            name = _redraw(package, copy, target)
        else:
            name = target
            copy.types[name] = declared.get(target) or declared.get(f"*.{_extension(target)}", "application/xml")
    copy.names[target] = name
    return name


def _redraw(package: Package, copy: _Copy, target: str) -> str | None:
    """Put a picture in, drawn again under a number for a name; one that cannot be redrawn is left behind."""
    try:
        picture = open_picture(package.read(target), PICTURES)
    except NotTaken:
        return None
    copy.pixels += picture.width * picture.height
    if copy.pixels > MAX_PIXELS_TOGETHER:
        raise NotTaken(SWOLLEN)
    extension = "jpg" if picture.mode in {"RGB", "L", "CMYK"} and _extension(target) in {"jpg", "jpeg"} else "png"
    folder = posixpath.dirname(target) if "/" in target else "media"
    name = f"{folder.split('/', 1)[0]}/media/image{len(copy.names) + 1}.{extension}"
    copy.parts[name] = draw(picture, "JPEG" if extension == "jpg" else "PNG")
    copy.types[name] = PICTURE_TYPES[extension]
    return name


def _relations(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Identifier, type and target part of each relationship; the target is empty when it lies outside the package."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in package.names:
        return
    for relation in package.read_xml(listing):
        target = unquote(relation.get("Target", ""))
        inside = relation.get("TargetMode", "Internal") == "Internal"
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Id", ""), relation.get("Type", ""), place if inside else ""


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _written(copy: _Copy) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, TYPES, _listing_of_types(copy))
        for part, relations in copy.relations.items():
            if relations:
                folder, name = posixpath.split(part)
                _put(package, posixpath.join(folder, "_rels", f"{name}.rels"), _listing_of_relations(relations))
        for part, content in copy.parts.items():
            _put(package, part, content)
    return out.getvalue()


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, content)


def _listing_of_types(copy: _Copy) -> bytes:
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})
    etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default", Extension="rels", ContentType=RELATION_TYPE)
    for part in copy.parts:
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{part}", ContentType=copy.types[part])
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def _listing_of_relations(relations: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})
    for identifier, kind, name in relations:
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=identifier, Type=kind, Target=f"/{name}")
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text
