"""The bulletin on A4 for the ward's board: large headings, two columns, a QR to its page."""

from vidan.foundation.calendar import clock
from vidan.foundation.papers.pdf import draw
from vidan.foundation.ui.qr import qr_file
from vidan.outreach.bulletin_mail import place
from vidan.outreach.bulletin_text import shown_content
from vidan.outreach.models import Bulletin


def paper_of(bulletin: Bulletin) -> bytes:
    """The PDF, in Vietnamese as it hangs on the board; the same always gives the same bytes."""
    content = shown_content(bulletin)
    page = place("bulletin", bulletin.year, bulletin.number)
    told = {
        "front": bulletin.front.name,
        "number": f"Bản tin số {bulletin.numbered}",
        "on": f"{clock.local(bulletin.sent_at):%d/%m/%Y}" if bulletin.sent_at else "",
        "title": content["title"],
        "opening": content["opening"],
        "articles": [one for one in content["articles"] if "gone" not in one],
        "qr": qr_file(page),
        "address": page.split("//", 1)[-1],
    }
    return draw("bulletin", told)
