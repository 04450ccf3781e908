"""An e-mail as a file (.eml), read without trusting it: who wrote, when, what, and the files that came with it.

Does not follow links, open mails inside the mail, or believe a sender's address; the officer asks the person.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import clean_text

MOST_BYTES = 25 * 1024 * 1024
MOST_PARTS = 60
DEEPEST = 8
LONGEST_HEADER = 2_000
LONGEST_TEXT = 18_000
LONGEST_HTML = 500_000
CHARSETS = ("utf", "iso8859", "cp125", "ascii", "gb", "big5", "shift_jis", "euc", "koi8")
"""How the names of charsets begin that mails are written in; others that Python knows, such as punycode, take their time."""

NO_MAIL = _("Đây không phải tệp thư điện tử (.eml). Trong hộp thư, chọn lưu thư thành tệp .eml rồi tải lên.")
TOO_LARGE = _("Tệp thư lớn quá 25 MB. Lưu riêng các tệp kèm rồi nhập như thư thường.")
TOO_MANY_PARTS = _("Thư này có quá nhiều phần lồng nhau nên không mở. Chép nội dung và nhập như thư thường.")


class NotRead(ValueError):
    """The mail is refused; `sentence` says why and what to do, translated when it is shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__()
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True)
class Enclosed:
    """One file that came with a mail; its name says nothing certain of what it holds."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Mail:
    """What a mail says. `text` is plain; `unopened` counts mails inside the mail, which only the original shows."""

    name: str
    address: str
    sent_on: date | None
    subject: str
    text: str
    enclosed: tuple[Enclosed, ...]
    unopened: int = 0
    is_cut: bool = False


def read_mail(data: bytes) -> Mail:
    """Read a mail; raises NotRead."""
    if len(data) > MOST_BYTES:
        raise NotRead(TOO_LARGE)
    if data.lower().count(b"content-type:") > MOST_PARTS * 2:
        raise NotRead(TOO_MANY_PARTS)
    try:
        return _read(message_from_bytes(data))
    except NotRead:
        raise
    except Exception as refused:  # hostile input: the parser raises what it likes, recursion among it
        raise NotRead(NO_MAIL) from refused


def _read(message: "Message[str, str]") -> Mail:
    if not message.get("From") or not (message.get("Date") or message.get("Subject")):
        raise NotRead(NO_MAIL)
    parts = list(_parts(message, 0))
    if len(parts) > MOST_PARTS:
        raise NotRead(TOO_MANY_PARTS)
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not _is_file(part)]
    html = [part for part in parts if part.get_content_type() == "text/html" and not _is_file(part)]
    text = "\n\n".join(_text(part) for part in plain) or "\n\n".join(_bare(_text(part)) for part in html)
    text = clean_text(text).strip()
    name, address = parseaddr(_header(message, "From"))
    return Mail(
        name=name.strip()[:120],
        address=address.strip()[:200],
        sent_on=_day(message),
        subject=_header(message, "Subject")[:300],
        text=text[:LONGEST_TEXT],
        enclosed=tuple(_enclosed(parts)),
        unopened=sum(part.get_content_type() == "message/rfc822" for part in parts),
        is_cut=len(text) > LONGEST_TEXT,
    )


def _parts(message: "Message[str, str]", depth: int) -> Iterator["Message[str, str]"]:
    """The leaves of a mail; a mail inside the mail is a leaf, whatever it holds."""
    if depth > DEEPEST:
        raise NotRead(TOO_MANY_PARTS)
    inside: Any = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(inside, list):
        for part in inside:
            yield from _parts(part, depth + 1)
    else:
        yield message


def _is_file(part: "Message[str, str]") -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _enclosed(parts: list["Message[str, str]"]) -> Iterator[Enclosed]:
    for part in parts:
        if part.get_content_maintype() == "message" or not (_is_file(part) or part.get_content_maintype() != "text"):
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data:
            yield Enclosed(clean_text(str(part.get_filename() or ""))[:200], data)


def _text(part: "Message[str, str]") -> str:
    data = part.get_payload(decode=True)
    return _decoded(data[:LONGEST_HTML], part.get_content_charset()) if isinstance(data, bytes) else ""


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        name = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError):  # a charset that nobody knows
        name = "utf-8"
    return data.decode(name if name.startswith(CHARSETS) else "utf-8", "replace")


def _header(message: "Message[str, str]", name: str) -> str:
    """A header as one clean line, encoded words opened; cut before it is looked at."""
    raw = str(message.get(name, ""))[:LONGEST_HEADER]
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return " ".join(clean_text(raw).split())
    told = "".join(part if isinstance(part, str) else _decoded(part, charset) for part, charset in parts)
    return " ".join(clean_text(told).split())


def _day(message: "Message[str, str]") -> date | None:
    """The day the mail says it was sent, which may be no day at all."""
    try:
        moment = parsedate_to_datetime(str(message.get("Date", ""))[:100])
        return clock.local(moment).date() if moment.tzinfo else moment.date()
    except (TypeError, ValueError, OverflowError):
        return None


class _Bare(HTMLParser):
    """Collects what a reader of the page would see."""

    BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "blockquote"})
    UNSEEN = frozenset({"script", "style", "head", "title", "template"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or a part that is not shown."""
        if tag in self.BREAKS:
            self.told.append("\n")
        self.unseen += tag in self.UNSEEN

    def handle_endtag(self, tag: str) -> None:
        """End a part that is not shown."""
        if tag in self.UNSEEN and self.unseen:
            self.unseen -= 1

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self.unseen:
            self.told.append(data)


def _bare(html: str) -> str:
    page = _Bare()
    page.feed(html)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.told).split("\n"))
    return "\n".join(line for line in lines if line)
