"""The mails about bulletins. Vietnamese as every letter of the Front, whatever language their reader's browser asks for."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from vidan.outreach.bulletin_text import shown_content
from vidan.outreach.models import Bulletin

ASKING = "Xác nhận nhận bản tin của Mặt trận"


def asking_mail(token: str, *, known: bool) -> tuple[str, str]:
    """Title and text of the mail that asks the owner of an address; `known` when he gets the bulletin already."""
    told = {"known": known, "confirm": place("bulletin_confirm", token), "leave": place("bulletin_leave", token)}
    return ASKING, render_to_string("outreach/bulletins/asking.txt", told)


def told_of(bulletin: Bulletin) -> dict[str, Any]:
    """What the mail of a bulletin says to everybody alike."""
    content = shown_content(bulletin)
    articles = [
        one | {"address": place("news_article", one["slug"])} for one in content["articles"] if "gone" not in one
    ]
    return {
        "bulletin": bulletin,
        "content": content | {"articles": articles},
        "page": place("bulletin", bulletin.year, bulletin.number),
        "paper": place("bulletin_paper", bulletin.year, bulletin.number),
        "front": bulletin.front.name,
    }


def title_of(bulletin: Bulletin) -> str:
    """The head of its mail."""
    return f"Bản tin số {bulletin.numbered}: {bulletin.title}"


def bulletin_mail(told: dict[str, Any], *, address: str, token: str) -> EmailMultiAlternatives:
    """The mail to one subscriber, which his mail program can end by one press (RFC 8058)."""
    leave = place("bulletin_leave", token)
    headers = {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    text = render_to_string("outreach/bulletins/mail.txt", told | {"leave": leave})
    mail = EmailMultiAlternatives(title_of(told["bulletin"]), text, None, [address], headers=headers)
    mail.attach_alternative(render_to_string("outreach/bulletins/mail.html", told | {"leave": leave}), "text/html")
    return mail


def place(route: str, *said: object) -> str:
    """The whole address of a page in Vietnamese."""
    with override("vi"):
        return f"{settings.ORIGIN}{reverse(f'outreach:{route}', args=said)}"
