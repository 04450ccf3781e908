"""Pages of an old portal for tests: as plain text, as HTML in a frame of tables, in any encoding."""

from collections.abc import Callable, Iterable

from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR

from vidan.outreach.old_pages.verdicts import Brought
from vidan.outreach.services.bring_pages import bring

WHEN = "12 Tháng Ba 2018 10:05:00 SA"
TITLE = "Quận mở lớp hướng dẫn thủ tục hành chính"
SUMMARY = "Lớp mở tại nhà văn hóa, không thu tiền."
BODY = ("1. THỜI GIAN", "Từ tháng tư đến tháng sáu.", "- Buổi sáng ngày thứ bảy.", "- Buổi chiều ngày thứ bảy.")


def plain(*, when: str = WHEN, title: str = TITLE, summary: str = SUMMARY, views: str = "892") -> str:
    """A page as it was saved as text."""
    lines = ("Trang chủ", f"Tin tức sự kiện {when}", title, summary, *BODY, f"Số lượt người xem: {views}")
    return "\n\n".join(
        (*lines, "TIN MỚI HƠN", "- Tin mới", "TIN ĐÃ ĐƯA", "Tin cũ", "Xem tiếp", "Xem theo ngày", "- Phim")
    )


def framed(*, inside: str = "", head: str = "", title: str = TITLE, when: str = WHEN) -> str:
    """A page as a browser saved it: menu on the left, the article in a cell, scripts and a counter."""
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<html><head><title>Cổng</title>{head}<style>p {{color: red}}</style></head><body><table><tr><td>"
        "<ul><li><a href='/'>Trang chủ</a></li></ul></td><td>"
        f"<div>Tin tức sự kiện <span>{when}</span></div><h1>{title}</h1><div><b>{SUMMARY}</b></div>"
        f"<script>alert(1)</script>{paragraphs}{inside}<div>Số lượt người xem: <b>892</b></div>"
        "<div>TIN MỚI HƠN</div><ul><li><a href='/tin/2.html'>Tin mới</a></li></ul>"
        "<div>TIN ĐÃ ĐƯA</div><ul><li><a href='/tin/0.html'>Tin cũ</a></li></ul></td></tr></table></body></html>"
    )


def reads(data: bytes | str) -> Callable[[], bytes]:
    """What reads a page from memory."""
    return lambda: data.encode() if isinstance(data, str) else data


def brought(pages: Iterable[tuple[str, bytes | str]], *, only_try: bool = False) -> list[Brought]:
    """What becomes of pages that the editor brings."""
    sources = ((name, reads(data)) for name, data in pages)
    return list(bring(sources, front=unit(FRONT), actor=actor(EDITOR), only_try=only_try))
