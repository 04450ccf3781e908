"""A person who answers a survey, through Django's own test browser and without scripts."""

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from vidan.foundation.intake import rates

ANSWERS: tuple[dict[str, str], ...] = ({"q-came": "yes"}, {}, {"q-parts-place": "4", "q-parts-form": "5"})
"""What the three pages of the test questionnaire need at least."""


class Fields(HTMLParser):
    """What a browser would send of the form `send`: hidden fields, and what stands in the others."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.typed: dict[str, list[str]] = {}
        self.inside = self.folded = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the value of an input that counts."""
        told = dict(attrs)
        if tag == "form":
            self.inside = told.get("id") == "send"
        self.folded = self.folded or tag == "template"
        if tag != "input" or not self.inside or self.folded or told.get("name") == "csrfmiddlewaretoken":
            return
        if told.get("type") in ("radio", "checkbox") and "checked" not in told:
            return
        self.typed.setdefault(str(told["name"]), []).append(told.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        """A template is inert."""
        self.folded = self.folded and tag != "template"
        self.inside = self.inside and tag != "form"


class Respondent:
    """One browser that answers; `page` is what it shows."""

    def __init__(self, place: str = "") -> None:
        rates.forget()
        self.client, self.place = Client(), place
        self.answer: Any = self.client.get(place) if place else None

    @property
    def page(self) -> str:
        """What the browser shows."""
        told: str = self.answer.content.decode()
        return told

    def send(self, **typed: Any) -> Any:
        """Post the form that the page holds, with what was typed."""
        self.answer = self.client.post(self.place, Fields(self.page).typed | typed)
        return self.answer

    def fill(self, *pages: dict[str, Any]) -> Any:
        """Answer page after page."""
        for typed in pages or ANSWERS:
            self.send(**typed)
        return self.answer

    def asked(self) -> list[str]:
        """The codes of the questions that the page asks."""
        shown = self.page.split("<template", 1)[0]
        return re.findall(r'data-code="(\w+)"', shown)
