"""Every sentence of ours that is shown to people, read out of the source: what the English catalogue must hold."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[2] / "src" / "vidan"
WORDS = ("_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy")
Message = str | tuple[str, ...]


def messages() -> dict[tuple[str, Message], set[str]]:
    """Message ids with their context, and the apps (folders below src/vidan) that use them."""
    found: dict[tuple[str, Message], set[str]] = {}
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("templates/**/*.txt")]):
        for context, message in _in_file(path):
            found.setdefault((context, message), set()).add(app_of(path))
    return found


def app_of(path: Path) -> str:
    """The app a file belongs to, as a folder: `cases`, `foundation/files`."""
    parts = path.relative_to(SOURCE).parts
    return "/".join(parts[:2]) if parts[0] == "foundation" else parts[0]


def _in_file(path: Path) -> Iterator[tuple[str, Message]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".html", ".txt"}:
        yield from _in_template(text, path)
        return
    for _line, word, told, _comments in extract_python(io.BytesIO(text.encode()), dict.fromkeys(WORDS), [], {}):
        if word in {"pgettext", "pgettext_lazy"}:
            yield told[0], told[1]
        elif word == "ngettext":
            yield "", (told[0], told[1])
        else:
            yield "", "".join(told)  # one string, or the parts of one


STRING = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(n?gettext|_)\({STRING}(?:,\s*{STRING})?")
IN_CONTEXT = re.compile(rf"\b(n?pgettext)\({STRING},\s*{STRING}(?:,\s*{STRING})?")


def _in_template(text: str, path: Path) -> Iterator[tuple[str, Message]]:
    """What Django's own tool would hand to xgettext, read without it."""
    if "{%" not in text:
        return
    code = templatize(text, origin=str(path))
    for word, first, second in CALL.findall(code):
        one = ast.literal_eval(first)
        yield "", (one, ast.literal_eval(second)) if word == "ngettext" else one
    for word, context, first, second in IN_CONTEXT.findall(code):
        one = ast.literal_eval(first)
        yield ast.literal_eval(context), (one, ast.literal_eval(second)) if word == "npgettext" else one
