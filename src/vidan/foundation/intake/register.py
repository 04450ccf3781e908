"""Sổ dữ liệu cá nhân on screen, whichever duty it belongs to: the lists, one request, the proof of consent."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import sentence
from vidan.foundation.intake.notice import CASES, notice_of
from vidan.foundation.intake.personal import OPEN_STATES, Consented, DataAsked
from vidan.foundation.intake.terms import DONE, LONGEST_EXTENSION, due_words, in_force_words
from vidan.foundation.vault.services import open_text

PAGE = 30
MOST_WAITING = 100

Asked = TypeVar("Asked", bound=DataAsked)


def with_words(asked: Asked) -> tuple[Asked, str, str]:
    """A request with what was asked and what was answered."""
    return asked, open_text(asked.words), open_text(asked.answer) if asked.answer else ""


def lists_of(request: HttpRequest, rows: QuerySet[Asked], url_of: Callable[[Asked], str]) -> dict[str, Any]:
    """Open requests with their clocks, and a page of the newest answered; `url_of` is the page of a request's file."""
    after = request.GET.get("sau", "")
    answered = rows.exclude(state__in=OPEN_STATES)
    if after.isascii() and after.isdigit() and len(after) < 19:
        answered = answered.filter(pk__lt=int(after))
    waiting = list(rows.filter(state__in=OPEN_STATES).order_by("pk")[:MOST_WAITING])
    done = list(answered[: PAGE + 1])
    clocks = Clock.objects.filter(subject__in=[one.code for one in waiting], stopped_on__isnull=True)
    due: dict[str, Clock] = {}
    for running in clocks.order_by("-due_on"):
        due[running.subject] = running
    return {
        "waiting": [(one, url_of(one), *due_words(due.get(one.code))) for one in waiting],
        "answered": done[:PAGE],
        "after": done[PAGE - 1].pk if len(done) > PAGE else None,
        **in_force_words(),
    }


def page_of(asked: DataAsked) -> dict[str, Any]:
    """One request: its words and its clocks."""
    clocks = Clock.objects.filter(subject=asked.code).order_by("pk")
    return {
        "asked": asked,
        "words": with_words(asked),
        "open": asked.state in OPEN_STATES,
        "clocks": [(one, sentence(one), *due_words(one)) for one in clocks],
        "may_extend": any(one.role == DONE and not one.extended_by and not one.stopped_on for one in clocks),
        "longest": LONGEST_EXTENSION,
        **in_force_words(),
    }


def consent_words(consent: Consented | None, form: str = CASES) -> dict[str, Any]:
    """The proof of consent with the notice that was read, where somebody told a name."""
    notice = notice_of(consent.notice, form) if consent else None
    return {"consent": consent, "notice": notice.text if notice else ""}
