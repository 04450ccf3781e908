"""A QR says what it is to say, whatever the code is; read back by another library than the one that draws it."""

import random
import re

import pytest
import zxingcpp
from PIL import Image

from vidan.foundation.ui.qr import qr_svg

pytestmark = pytest.mark.once

RUN = re.compile(r"([MmHhVv])\s*(-?[\d.]+)(?:[ ,](-?[\d.]+))?")


def drawn(svg: str) -> Image.Image:
    """The squares of the SVG as a picture, ten points each, with the quiet zone that paper gives."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index] # the drawing says its size
    picture = Image.new("L", (size + 8, size + 8), 255)
    x = y = 0.0
    for letter, first, second in RUN.findall(re.search(r' d="([^"]+)"', svg)[1]):  # type: ignore[index] # the same
        match letter:
            case "M":
                x, y = float(first), float(second)
            case "m":
                x, y = x + float(first), y + float(second)
            case "h":
                for step in range(int(first)):
                    picture.putpixel((int(x) + step + 4, int(y) + 4), 0)
                x += float(first)
    return picture.resize((picture.width * 10, picture.height * 10), Image.Resampling.NEAREST)


def test_every_receipt_is_read_back_to_its_address() -> None:
    draw = random.Random(308)
    for _n in range(60):
        text = f"https://mttq.quan2.example/tra-cuu/#{draw.randrange(10**15, 10**16)}"
        (found,) = zxingcpp.read_barcodes(drawn(qr_svg(text)))
        assert found.text == text


def test_a_qr_has_no_style_and_no_script() -> None:
    svg = qr_svg("https://mttq.quan2.example/")
    assert "style" not in svg
    assert "script" not in svg
