"""Where the sealed bytes of a file lie."""

from pathlib import Path

from django.conf import settings

COPY = ".copy"
RENDITION = ".small-"


def folder() -> Path:
    """The folder that holds nothing but sealed files."""
    return Path(settings.FILES_FOLDER) / "sealed"


def place_of_original(name: str) -> Path:
    """The sealed original of a file, by its random name."""
    return folder() / name[:2] / name


def place_of_copy(name: str) -> Path:
    """The sealed cleaned copy beside it."""
    return folder() / name[:2] / f"{name}{COPY}"


def place_of_rendition(name: str, rendition: str) -> Path:
    """A sealed small rendition beside it, by what it is for."""
    return folder() / name[:2] / f"{name}{RENDITION}{rendition}"


def places_of_renditions(name: str) -> list[Path]:
    """Every small rendition that was made of a file."""
    return sorted((folder() / name[:2]).glob(f"{name}{RENDITION}*"))


def owner(place: Path) -> str:
    """The random name of the file to which something whole in the folder belongs; of a half-written one its own name."""
    name, _mark, what = place.name.removesuffix(COPY).partition(RENDITION)
    return place.name if "." in what else name


def bound_original(name: str) -> bytes:
    """What an original is sealed with, so that no file can take the place of another."""
    return f"original\0{name}".encode()


def bound_copy(name: str) -> bytes:
    """The same for the cleaned copy."""
    return f"copy\0{name}".encode()


def bound_rendition(name: str, rendition: str) -> bytes:
    """The same for a small rendition."""
    return f"small\0{rendition}\0{name}".encode()


def bound_label(name: str) -> bytes:
    """The same for the name that the sender gave."""
    return f"file-name\0{name}".encode()
