"""What tells of the maker inside the XML of Word and Excel parts: names, dates, paths, revisions, dangling references."""

import re

from lxml import etree

RELATIONSHIP_SPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
# Local names; Word and Excel give them in several namespaces over the years.
DROPPED = {
    # comments
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    # tracked changes: the copy shows the text as it now stands, never what was struck out
    "del",
    "moveFrom",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "cellIns",
    "cellMerge",
    # settings
    "rsid",
    "rsids",
    "docVars",
    "mailMerge",
    "attachedTemplate",
    "docId",
    "documentProtection",
    "writeProtection",
    "saveThroughXslt",
    "attachedSchema",
    "dataBinding",
    "trackRevisions",
    # workbook
    "absPath",
    "fileSharing",
    "fileVersion",
    "fileRecoveryPr",
    "webPublishing",
    "docPartObj",
    "customXmlPr",
    "smartTagPr",
    # room for later inventions: creation marks, slicers, vector twins of pictures
    "extLst",
    "revisionPtr",
}
UNWRAPPED = {"ins", "moveTo", "hyperlink", "customXml", "smartTag"}
LEFT_EMPTY = {
    "pivotCaches",
    "externalReferences",
    "tableParts",
    "hyperlinks",
    "controls",
    "oleObjects",
    "customProperties",
    "queryTableRefs",
}
NAMED = {"docPr", "cNvPr"}
ATTRIBUTES = {
    "author",
    "initials",
    "userName",
    "codeName",
    "paraId",
    "textId",
    "documentId",
    "anchorId",
    "editId",
    "tableType",
    "queryTableFieldId",
}
# A formula or name that looks into another workbook tells where that lies; its last value stays.
FORMULAS = {"f", "definedName"}
ELSEWHERE = re.compile(r"\[\d+\]")
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def without_traces(root: "etree._Element", dropped: set[str]) -> None:
    """Clean one part in place; `dropped` are the identifiers of relationships that were left behind."""
    for row in [element for element in root.iter() if _word(element, "tr") and _struck_out(element)]:
        _remove(row)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or (element is not root and element.getparent() is None):
            continue
        _clean_attributes(element)
        if element is root:
            continue
        name = etree.QName(element).localname
        if name in UNWRAPPED and etree.QName(element).namespace in WORD:
            _unwrap(element)
        elif name in DROPPED or _points_to(element, dropped) or _looks_elsewhere(element, name):
            _remove(element)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and etree.QName(element).localname in LEFT_EMPTY and len(element) == 0:
            _remove(element)


def _clean_attributes(element: "etree._Element") -> None:
    for key in list(element.attrib):
        name = etree.QName(key).localname
        if name.startswith("rsid") or name in ATTRIBUTES:
            del element.attrib[key]
    if isinstance(element.tag, str) and etree.QName(element).localname in NAMED:
        # Programs put the picture's file name, path and a described scene here.
        for key in ("name", "descr", "title"):
            if key in element.attrib:
                element.attrib[key] = ""


def _points_to(element: "etree._Element", dropped: set[str]) -> bool:
    return any(
        value in dropped and etree.QName(key).namespace in RELATIONSHIP_SPACES for key, value in element.attrib.items()
    )


def _looks_elsewhere(element: "etree._Element", name: str) -> bool:
    return name in FORMULAS and ELSEWHERE.search(element.text or "") is not None


def _word(element: "etree._Element", name: str) -> bool:
    return any(element.tag == f"{{{space}}}{name}" for space in WORD)


def _struck_out(row: "etree._Element") -> bool:
    return any(row.find(f"{{{space}}}trPr/{{{space}}}del") is not None for space in WORD)


def _unwrap(element: "etree._Element") -> None:
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _remove(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is not None:
        tail = element.tail
        parent.remove(element)
        if tail and tail.strip():
            _append_text(parent, tail)


def _append_text(parent: "etree._Element", text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
