"""Files made on the spot for the tests, each carrying a canary where its maker's name would stand."""

import struct
import wave
import zipfile
import zlib
from io import BytesIO

import openpyxl
import pikepdf
import pillow_heif
from docx import Document
from openpyxl.comments import Comment
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, PngImagePlugin

CANARY = "Canary-Nguyen-Thi-Thu"
TEXT = "Đường thôn tôi ngập nước từ tháng trước."


def picture(size: tuple[int, int] = (64, 40)) -> Image.Image:
    made = Image.new("RGB", size, "white")
    made.paste((200, 30, 30), (0, 0, size[0] // 2, size[1] // 2))
    return made


def exif(orientation: int = 1) -> bytes:
    notes = Image.Exif()
    notes[0x010E] = CANARY
    notes[0x013B] = CANARY
    notes[0x0112] = orientation
    notes.get_ifd(0x8825)[1] = "N"
    notes.get_ifd(0x8825)[2] = (21.0, 1.0, 42.0)
    return notes.tobytes()


def jpg(*, orientation: int = 1, size: tuple[int, int] = (64, 40)) -> bytes:
    out = BytesIO()
    picture(size).save(out, "JPEG", exif=exif(orientation), comment=CANARY.encode(), icc_profile=CANARY.encode() * 8)
    return out.getvalue()


def png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", CANARY)
    notes.add_itxt("XML:com.adobe.xmp", CANARY)
    out = BytesIO()
    picture().save(out, "PNG", pnginfo=notes, exif=exif())
    return out.getvalue()


def webp() -> bytes:
    out = BytesIO()
    picture().save(out, "WEBP", exif=exif(), xmp=CANARY.encode())
    return out.getvalue()


def heic() -> bytes:
    out = BytesIO()
    pillow_heif.from_pillow(picture()).save(out, format="HEIF", exif=exif())
    return out.getvalue()


def bomb_png(side: int = 30_000) -> bytes:
    """A few kilobytes that claim to unfold into `side` times `side` points."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(4_000_000), 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def pdf(*, pages: int = 1, password: str = "", photo: bytes = b"") -> bytes:
    made = Pdf.new()
    for number in range(pages):
        page = made.add_blank_page(page_size=(200, 200)).obj
        page.Contents = made.make_stream(f"BT /F1 12 Tf (Trang {number}) Tj ET".encode())
        if photo:
            drawing = made.make_stream(photo)
            for key, value in {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 64, "/Height": 40}.items():
                drawing[key] = value
            drawing[Name.ColorSpace], drawing[Name.BitsPerComponent] = Name.DeviceRGB, 8
            drawing[Name.Filter] = Name.DCTDecode
            page.Resources = Dictionary(XObject=Dictionary(Im0=drawing))
        script = Dictionary(S=Name.JavaScript, JS=f"app.alert('{CANARY}')")
        page.AA = Dictionary(O=script)
        page.Annots = made.make_indirect(
            pikepdf.Array(
                [
                    Dictionary(
                        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50], A=script, T=CANARY, Contents=CANARY
                    )
                ]
            )
        )
        page.PieceInfo = Dictionary(Maker=Dictionary(Private=CANARY))
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=f"app.alert('{CANARY}')")
    made.attachments["a.txt"] = pikepdf.AttachedFileSpec(made, CANARY.encode(), filename=f"{CANARY}.txt")
    made.docinfo[Name.Author] = CANARY
    with made.open_metadata() as notes:
        notes["dc:creator"] = [CANARY]
    out = BytesIO()
    lock = pikepdf.Encryption(owner=password, user=password) if password else None
    made.save(out, encryption=lock or False)
    return out.getvalue()


def docx() -> bytes:
    made = Document()
    paragraph = made.add_paragraph(TEXT)
    made.add_picture(BytesIO(jpg()))
    made.core_properties.author = CANARY
    made.core_properties.last_modified_by = CANARY
    made.add_comment(paragraph.runs, text=CANARY, author=CANARY, initials=CANARY)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["A1"] = TEXT
    sheet["A2"] = "=1+1"
    sheet["A1"].comment = Comment(CANARY, CANARY)
    made.properties.creator = CANARY
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name)


def everything(data: bytes) -> bytes:
    """All bytes of a package, names and unfolded parts."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())


def wav() -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(800))
    return out.getvalue()


def mp3() -> bytes:
    return (b"\xff\xfb\x90\x64" + bytes(413)) * 3


def media(brand: bytes, *others: bytes) -> bytes:
    body = b"ftyp" + brand + bytes(4) + b"".join(others)
    return struct.pack(">I", len(body) + 4) + body + struct.pack(">I", 16) + b"mdat" + bytes(8)


def webm(kind: bytes = b"webm") -> bytes:
    body = (
        b"\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82" + bytes([0x80 | len(kind)]) + kind
    )
    return b"\x1aE\xdf\xa3" + bytes([0x80 | len(body)]) + body + bytes(64)


def assert_sentence(told: Exception) -> None:
    """A refusal says something to the person who sent the file."""
    assert str(told).endswith(".")
