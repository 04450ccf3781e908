"""What a checkout needs besides its code: the letters cut to size, the translations compiled, the static files gathered."""

import hashlib
import importlib.resources
import inspect
import io
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from vidan.foundation.ui import staticfiles

WEIGHTS = {"400": "BeVietnamPro-Regular.ttf", "600": "BeVietnamPro-SemiBold.ttf"}
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x1A0, 0x1A1, 0x1AF, 0x1B0),
    *range(0x300, 0x30A),
    *(0x323, 0x20AB),
    *range(0x1EA0, 0x1EFA),
    *range(0x2010, 0x2027),
    *(0x2190, 0x2192, 0x25B2, 0x25CF, 0x2713, 0x2212),
)
"""Latin with Vietnamese, and the few signs that pages use."""

UNUSED = ("django_htmx/ext/*", "django_htmx/htm*-4*", "django_htmx/htmx-2.js", "django_htmx/django-htmx.js")
"""What a library brings and no page asks for: most of what would be gathered, and each file is packed in two ways."""


def prepare() -> None:
    """Put everything in place; quick when nothing changed."""
    make_fonts()
    compile_translations()
    gather_static_files()


def gather_static_files() -> None:
    """Gather the static files, named and packed, unless these were gathered already: packing them takes seconds."""
    stamp: Path = settings.VAR_FOLDER / "static.stamp"
    told = _as_they_are()
    gathered = stamp.exists() and (settings.STATIC_ROOT / "staticfiles.json").exists()
    if gathered and stamp.read_text(encoding="ascii") == told:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=[*UNUSED])
    stamp.write_text(told, encoding="ascii")


def _as_they_are() -> str:
    """A digest of what would be gathered, and of what names and packs it."""
    told = [f"{name} {version(name)}" for name in ("django", "whitenoise")]
    told += [str(UNUSED), str(settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS), inspect.getsource(staticfiles)]
    for finder in get_finders():
        for name, storage in finder.list(list(UNUSED)):
            seen = Path(storage.path(name)).stat()
            told.append(f"{name} {seen.st_size} {seen.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def make_fonts() -> None:
    """Cut the typeface to Latin and Vietnamese and store it as WOFF2."""
    folder: Path = settings.VAR_FOLDER / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for weight, name in WEIGHTS.items():
        place = folder / f"be-vietnam-pro-{weight}.woff2"
        if place.exists():
            continue
        source = importlib.resources.files("fontpkg_be_vietnam_pro") / "files" / name
        font = TTFont(io.BytesIO(source.read_bytes()))
        options = Options(flavor="woff2", layout_features=["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum"])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        font.flavor = "woff2"
        beside = place.with_suffix(".part")
        font.save(beside)
        beside.replace(place)


def compile_translations() -> None:
    """Compile every .po of ours whose .mo is missing or older."""
    for source in po_files():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file)
        beside = target.with_suffix(".part")
        with beside.open("wb") as compiled:
            write_mo(compiled, catalogue)
        beside.replace(target)


def po_files() -> Iterator[Path]:
    """Every translation file of ours."""
    return (settings.DATA_FOLDER.parent / "src").rglob("locale/*/LC_MESSAGES/django.po")
