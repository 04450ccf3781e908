"""What every template may use: dates in words, the other language, a value by its key."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vidan.foundation.ui.numbers import whole
from vidan.foundation.ui.words import long_date as day_in_words
from vidan.foundation.ui.words import time_words

register = template.Library()
SELECTED = SafeString(" selected")


@register.filter
def long_date(day: date | datetime | None) -> str:
    """`thứ Hai, 02/03/2026`."""
    if day is None:
        return ""
    return day_in_words(timezone.localtime(day).date() if isinstance(day, datetime) else day)


@register.filter
def day(moment: date | datetime | None) -> str:
    """`02/03/2026`."""
    if moment is None:
        return ""
    local = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    return f"{local:%d/%m/%Y}"


@register.filter
def hour(moment: datetime) -> str:
    """`9 giờ 42`."""
    return time_words(timezone.localtime(moment))


@register.filter
def many(number: int | None, scale: int = 1) -> str:
    """A large number with its thousands marked, as the reader's language does: `22.067`; in parts of one: `81,25`."""
    return "" if number is None else whole(number, scale)


@register.filter
def at(mapping: Mapping[Any, Any] | None, key: Any) -> Any:
    """The value of a key, or nothing."""
    return (mapping or {}).get(key, "")


@register.filter
def paragraphs(text: str) -> SafeString:
    """A text as paragraphs, every letter of it escaped."""
    return format_html_join("", "<p>{}</p>", ((SafeLines(part),) for part in text.split("\n") if part.strip()))


class SafeLines(str):
    """A plain text line; the name says that format_html escapes it."""


@register.simple_tag(takes_context=True)
def other_language(context: dict[str, Any]) -> dict[str, str]:
    """The same page in the other language: `url`, `code`, `name`."""
    path = context["request"].path if "request" in context else "/"
    # The query is left out on purpose: nothing of a search travels along in a link.
    if path.startswith("/en/"):
        return {"url": path.removeprefix("/en"), "code": "vi", "name": "Tiếng Việt"}
    return {"url": f"/en{path}", "code": "en", "name": "English"}


@register.simple_block_tag
def quiet_column(content: str, title: str) -> SafeString:
    """A quiet column beside the page on a wide screen, a fold below it on a telephone; its content is drawn once."""
    return format_html(
        '<aside class="quiet wide" aria-label="{0}">{1}</aside>'
        '<details class="quiet narrow"><summary>{0}</summary>{1}</details>',
        title,
        content,
    )


@register.simple_tag
def options(pairs: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a select, the chosen one marked; drawn here because lists of units are long."""
    return _options(tuple((value, str(label)) for value, label in pairs), chosen)


@lru_cache(maxsize=128)  # the same few selects stand on every list
def _options(pairs: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, SELECTED if value == chosen else "", label) for value, label in pairs),
    )
