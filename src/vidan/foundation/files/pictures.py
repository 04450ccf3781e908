"""Pictures: opened within limits, drawn again from their pixels alone."""

from io import BytesIO

import pillow_heif
from PIL import Image, ImageOps

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import MAX_PIXELS, TOO_MANY_PIXELS
from vidan.foundation.files.refusals import DAMAGED, NotTaken

pillow_heif.register_heif_opener(thumbnails=False)

FORMATS = {FileKind.JPG: "JPEG", FileKind.PNG: "PNG", FileKind.HEIC: "HEIF", FileKind.WEBP: "WEBP"}
QUALITY = 90
SMALL_QUALITIES = (80, 70, 60, 50, 40, 30, 20)
"""For small renditions: the best that is small enough, and the last where none is."""


def open_picture(data: bytes, formats: tuple[str, ...]) -> Image.Image:
    """The first frame of a picture, upright, decoded to its last line; raises NotTaken."""
    try:
        picture = Image.open(BytesIO(data), formats=formats)
        if picture.width * picture.height > MAX_PIXELS:
            raise NotTaken(TOO_MANY_PIXELS)
        picture.load()
        return ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as refused:
        raise NotTaken(TOO_MANY_PIXELS) from refused
    except NotTaken:
        raise
    except Exception as refused:  # hostile input: the decoders raise what they like
        raise NotTaken(DAMAGED) from refused


def redrawn(kind: FileKind, data: bytes) -> tuple[bytes, str]:
    """A picture of pixels only - no EXIF, place, comment, colour profile or thumbnail - and its extension."""
    picture = open_picture(data, (FORMATS[kind],))
    if kind is FileKind.PNG:
        return draw(picture, "PNG"), "png"
    if kind is FileKind.WEBP:
        return draw(picture, "WEBP"), "webp"
    return draw(picture, "JPEG"), "jpg"


def draw(picture: Image.Image, into: str) -> bytes:
    """The pixels of a picture written as JPEG, PNG or WEBP."""
    pixels = _plain(picture, see_through=into != "JPEG")
    # Writers take texts from here when they are not told otherwise.
    pixels.info = {}
    out = BytesIO()
    if into == "PNG":
        pixels.save(out, "PNG")
    else:
        pixels.save(out, into, quality=QUALITY)
    return out.getvalue()


def draw_small(picture: Image.Image, size: tuple[int, int], most_bytes: int) -> bytes:
    """The pixels of a picture at another size as a WebP of about so many bytes at most."""
    pixels = _plain(picture, see_through=True).resize(size, Image.Resampling.LANCZOS)
    pixels.info = {}
    told = b""
    for quality in SMALL_QUALITIES:
        out = BytesIO()
        pixels.save(out, "WEBP", quality=quality)
        told = out.getvalue()
        if len(told) <= most_bytes:
            break
    return told


def _plain(picture: Image.Image, *, see_through: bool) -> Image.Image:
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        if see_through:
            return layered
        paper = Image.new("RGB", layered.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    return picture.convert("L" if picture.mode in {"1", "L"} else "RGB")
