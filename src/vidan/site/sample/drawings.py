"""Simple pictures for sample articles, drawn here: a counter, a letter box, a telephone, a hall, a form."""

from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Pen

SIZE = (1200, 630)
PAPER, WASH, FLOOR, INK, PRIMARY, FLAG, LINE = (
    "#fffdf9",
    "#f5f0e6",
    "#e6dccb",
    "#1c1a17",
    "#0a5566",
    "#a01318",
    "#877e6e",
)


def drawn(name: str) -> bytes:
    """One of the pictures as PNG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", SIZE, WASH)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 520, *SIZE), fill=FLOOR)
    DRAWINGS[name][0](pen)
    kept = BytesIO()
    picture.quantize(16).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _person(pen: "Pen", x: int, y: int, colour: str) -> None:
    pen.ellipse((x - 34, y - 34, x + 34, y + 34), fill=colour)
    pen.rounded_rectangle((x - 60, y + 46, x + 60, y + 190), 50, fill=colour)


def _counter(pen: "Pen") -> None:
    for x, colour in ((330, LINE), (500, PRIMARY), (850, INK)):
        _person(pen, x, 270, colour)
    pen.rectangle((640, 400, 1080, 560), fill=PRIMARY)
    pen.rectangle((620, 380, 1100, 404), fill=INK)
    pen.rectangle((930, 300, 1000, 380), fill=PAPER, outline=INK, width=4)


def _letter_box(pen: "Pen") -> None:
    pen.rectangle((480, 170, 720, 520), fill=FLAG)
    pen.rectangle((460, 150, 740, 184), fill=INK)
    pen.rectangle((530, 236, 670, 252), fill=INK)
    pen.polygon(((540, 110), (660, 110), (660, 236), (540, 236)), fill=PAPER, outline=INK)
    pen.rectangle((540, 320, 660, 420), fill=PAPER)


def _telephone(pen: "Pen") -> None:
    pen.rounded_rectangle((470, 60, 730, 560), 36, fill=INK)
    pen.rectangle((492, 110, 708, 500), fill=PAPER)
    for row in range(6):
        for column in range(6):
            if (row * 5 + column * 3 + row * column) % 4 != 1:
                pen.rectangle((516 + column * 28, 150 + row * 28, 540 + column * 28, 174 + row * 28), fill=INK)
    pen.rounded_rectangle((520, 380, 680, 430), 12, fill=PRIMARY)


def _hall(pen: "Pen") -> None:
    pen.rectangle((360, 70, 840, 270), fill=PAPER, outline=LINE, width=4)
    pen.rectangle((360, 70, 840, 92), fill=FLAG)
    for row, colour in enumerate((LINE, PRIMARY, INK)):
        for place in range(5 + row):
            _person(pen, 600 + int((place - (4 + row) / 2) * 170), 350 + row * 90, colour)


def _form(pen: "Pen") -> None:
    pen.rectangle((400, 50, 800, 590), fill=PAPER, outline=LINE, width=4)
    pen.rectangle((440, 90, 700, 110), fill=INK)
    for row in range(6):
        top = 160 + row * 66
        pen.rectangle((440, top, 476, top + 36), outline=INK, width=4)
        pen.rectangle((500, top + 12, 760, top + 22), fill=LINE)
        if row in (0, 1, 4):
            pen.line(((446, top + 18), (456, top + 30), (484, top - 6)), fill=PRIMARY, width=8)


DRAWINGS: "Mapping[str, tuple[Callable[[Pen], None], str]]" = MappingProxyType(
    {
        "quay": (_counter, "Hình vẽ: hai người đứng trước quầy, một người trực phía trong"),
        "hop_thu": (_letter_box, "Hình vẽ: một lá thư đang bỏ vào hộp thư góp ý"),
        "dien_thoai": (_telephone, "Hình vẽ: một điện thoại đang hiện mã QR"),
        "hoi_nghi": (_hall, "Hình vẽ: một hội trường có người ngồi thành hàng"),
        "phieu": (_form, "Hình vẽ: một tờ phiếu có sáu ô, ba ô đã đánh dấu"),
    }
)
"""How each is drawn, and what it shows in words."""
