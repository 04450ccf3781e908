"""A wording out to Word and back: `[nơi nhận]` is a slot, a paragraph in the style Quote a quotation, nothing else is taken.

Reading trusts nothing: the package is judged before it is unfolded (foundation/files), and only the text of the main
part is looked at, parsed without entities. What the text form cannot hold is named, never dropped in silence.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.package import MAIN_TYPES, Package, kind_of_package
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.papers.slots import Kind, Slot
from vidan.foundation.papers.wording import QUOTES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 20_000
IN_BRACKETS = re.compile(r"\[([^\[\]]{1,60})\]")
IN_BRACES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")

FOREIGN: Mapping[str, Promise] = {
    f"{W}tbl": gettext_lazy("Văn bản có bảng. Lời văn chỉ gồm các đoạn chữ; ông/bà đưa nội dung bảng ra thành đoạn."),
    f"{W}drawing": gettext_lazy("Văn bản có hình. Ông/bà bỏ hình ra rồi tải lên lại."),
    f"{W}pict": gettext_lazy("Văn bản có hình. Ông/bà bỏ hình ra rồi tải lên lại."),
    f"{W}object": gettext_lazy("Văn bản có đối tượng nhúng. Ông/bà bỏ ra rồi tải lên lại."),
    f"{W}ins": gettext_lazy(
        "Văn bản còn thay đổi chưa chấp nhận. Trong Word, chọn Xem lại, Chấp nhận tất cả, rồi lưu."
    ),
    f"{W}del": gettext_lazy(
        "Văn bản còn thay đổi chưa chấp nhận. Trong Word, chọn Xem lại, Chấp nhận tất cả, rồi lưu."
    ),
    f"{W}footnoteReference": gettext_lazy("Văn bản có chú thích cuối trang. Ông/bà đưa vào trong đoạn."),
    f"{W}numPr": gettext_lazy("Văn bản có danh sách đánh số tự động. Ông/bà gõ số vào đầu đoạn."),
}
"""What a wording cannot hold, and what to do about it."""

NOT_WORD = gettext_lazy("Cần một tệp Word (.docx). Tải lời văn hiện dùng xuống, sửa trong Word, lưu rồi tải lên.")


def to_word(kind: Kind, text: str) -> bytes:
    """The wording as DOCX, with what the brackets mean in the page's header, which is not read back."""
    from docx import Document
    from docx.shared import Cm, Pt, RGBColor

    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    section = document.sections[0]
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    labels = ", ".join(f"[{slot.label}]{'*' if slot.required else ''}" for slot in kind.slots.values())
    hint = section.header.paragraphs[0].add_run(
        f"{kind.title}. Chữ trong ngoặc vuông được điền cho từng văn bản; có dấu * là phải giữ: {labels}."
    )
    hint.font.size, hint.font.color.rgb = Pt(9), RGBColor(0x5F, 0x59, 0x4E)
    for paragraph in text.split("\n\n"):
        quoted = paragraph.startswith(QUOTES)
        line = document.add_paragraph(style="Quote" if quoted else "Normal")
        line.add_run(_bracketed(paragraph.removeprefix(QUOTES), kind))
    told = document.core_properties
    told.author = told.last_modified_by = told.comments = ""
    told.title = kind.title
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def from_word(kind: Kind, data: bytes) -> str:
    """The wording that a DOCX holds; raises NotTaken with a sentence that says what must be changed."""
    check_size(FileKind.DOCX, len(data))
    if not data.startswith(b"PK") or kind_of_package(data) is not FileKind.DOCX:
        raise NotTaken(NOT_WORD)
    body = _main_part(Package(data)).find(f"{W}body")
    if body is None:
        raise NotTaken(NOT_WORD)
    for element in body.iter():
        if element.tag in FOREIGN:
            raise NotTaken(FOREIGN[element.tag])
    paragraphs = [told for told in (_paragraph(line, kind) for line in body.iter(f"{W}p")) if told]
    text = "\n\n".join(paragraphs)
    if not text:
        raise NotTaken(gettext_lazy("Tệp không có chữ nào."))
    if len(text) > LONGEST:
        raise NotTaken(gettext_lazy("Lời văn quá dài; một văn bản hành chính chỉ nên vài trang."))
    _ask_for_required(kind, text)
    return text


def shown(kind: Kind, text: str) -> str:
    """A wording as people read it, with `[nơi nhận]` for its slots."""
    return "\n\n".join(_bracketed(paragraph.removeprefix(QUOTES), kind) for paragraph in text.split("\n\n"))


def _main_part(package: Package) -> Any:
    name = next(name for name, declared in package.types().items() if MAIN_TYPES.get(declared) is FileKind.DOCX)
    return package.read_xml(name)


def _paragraph(line: Any, kind: Kind) -> str:
    text = " ".join("".join(_letters(line)).split())
    if not text:
        return ""
    style = line.find(f"{W}pPr/{W}pStyle")
    slotted = _slotted(text, kind)
    quoted = style is not None and "quote" in style.get(f"{W}val", "").lower()
    return f"{QUOTES if quoted or slotted == '{copy}' else ''}{slotted}"


def _letters(line: Any) -> Iterator[str]:
    for element in line.iter():
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "


def _slotted(text: str, kind: Kind) -> str:
    """The text with braces for its slots; raises NotTaken and names those that nobody knows."""
    by_label = {fold(slot.label): slot for slot in kind.slots.values()}
    unknown = [label for label in IN_BRACKETS.findall(text) if fold(label) not in by_label]
    if unknown:
        told = {"unknown": ", ".join(f"[{label}]" for label in unknown), "known": _labels(kind.slots.values())}
        raise NotTaken(_("Không có ô nào tên %(unknown)s. Các ô dùng được: %(known)s.") % told)
    safe = text.replace("{", "{{").replace("}", "}}")
    return IN_BRACKETS.sub(lambda hit: "{" + by_label[fold(hit[1])].code + "}", safe)


def _bracketed(text: str, kind: Kind) -> str:
    told = IN_BRACES.sub(lambda hit: f"[{kind.slots[hit[1]].label}]" if hit[1] in kind.slots else hit[0], text)
    return told.replace("{{", "{").replace("}}", "}")


def _ask_for_required(kind: Kind, text: str) -> None:
    held = set(IN_BRACES.findall(text))
    missing = [slot for slot in kind.slots.values() if slot.required and slot.code not in held]
    if missing:
        raise NotTaken(_("Thiếu ô bắt buộc: %(missing)s.") % {"missing": _labels(missing)})


def _labels(slots: Any) -> str:
    named: list[Slot] = list(slots)
    return ", ".join(f"[{slot.label}]" for slot in named)
