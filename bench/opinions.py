"""What opinions on a draft of three hundred pieces cost to read and to place, at a thousand and at twenty thousand of them."""

import time
from collections.abc import Callable
from datetime import date, timedelta

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.test import Client

from bench.fill import TIDY
from bench.meter import Browser, Cost, as_a_web_process, measure
from vidan.consultations.kinds import DraftKind, OpinionSource, OpinionState, Stance
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.new_version import fix_new_version
from vidan.consultations.services.reanchor import reanchor, recount
from vidan.consultations.services.register import About, register
from vidan.consultations.services.set_text import bring_text, fix_text
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText
from vidan.site.sample.people import address

FEW, MANY = 1_000, 20_000
ARTICLES, CLAUSES = 100, 2
"""A hundred articles of two clauses each: three hundred pieces."""

BATCH = 2_000
"""Rows of one statement."""

STANCES = tuple(Stance)
PAGES = {
    "draft": "/gop-y-du-thao/{code}/",
    "piece": "/gop-y-du-thao/{code}/manh/{key}/",
    "opinions": "/gop-y-du-thao/{code}/y-kien/",
    "opinions filtered": "/gop-y-du-thao/{code}/y-kien/?o={key}&huong=change",
    "desk": "/ban-lam-viec/phan-bien/{code}/y-kien/?xem=shown",
    "points": "/ban-lam-viec/phan-bien/{code}/diem/",
}
"""What is opened, by whoever may."""


def costs(tell: Callable[[object], None]) -> tuple[dict[str, Cost], dict[int, float]]:
    """The cost of each page at both sizes, measured in the same rounds, and the seconds that placing them anew takes."""
    drafts = {}
    for size in (FEW, MANY):
        tell(f"a draft with {size} opinions ...")
        drafts[size] = _spoken_about(size)
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
    as_a_web_process()
    officer = Browser(WSGIHandler())
    client = Client()
    client.force_login(User.objects.get(email=address("can-bo-quan")))
    officer.take(client)
    officer.get("/ban-lam-viec/")

    def page(place: str) -> Callable[[], None]:
        def call() -> None:
            status, _content = officer.get(place)
            if status != 200:
                raise AssertionError(f"{place} answered {status}")

        return call

    found = {}
    for size, draft in drafts.items():
        assert draft.current is not None
        key = draft.current.pieces.filter(level="clause")[0].key
        for name, place in PAGES.items():
            found[f"{name} {size}"] = page(place.format(code=draft.code, key=key))
    return measure(found, rounds=7, calls=5), {size: _placing(draft) for size, draft in drafts.items()}


def ratios(found: dict[str, Cost]) -> dict[str, float]:
    """How much more each page costs at twenty thousand."""
    return {name: found[f"{name} {MANY}"].cpu_ms / found[f"{name} {FEW}"].cpu_ms for name in PAGES}


@transaction.atomic
def _spoken_about(size: int) -> Draft:
    """An open draft whose opinions lie as the services leave them: three of four at a piece, all of them shown."""
    officer = _officer()
    today, front = clock.today(), Unit.objects.select_related("parent__parent", "area").get(slug="mttq-a-quan-2")
    body = Unit.objects.get(slug="ubnd-a-quan-2")
    about = About(title=f"Đo {size}", kind=DraftKind.REGULATION, body=body, received_on=today)
    draft = register(front=front, about=about, actor=officer)
    bring_text(code=draft.code, paragraphs=_lines(1), actor=officer)
    text = fix_text(code=draft.code, actor=officer)
    days = {"opens_on": today, "closes_on": today + timedelta(days=30)}
    Draft.objects.filter(pk=draft.pk).update(state="open", **days)
    keys = list(text.pieces.values_list("key", flat=True))
    sealed = SealedText.objects.bulk_create(
        (
            SealedText(kind="opinion.text", subject=f"{draft.code}-{n}", under=SealedText.SERVER, body=b"")
            for n in range(size)
        ),
        batch_size=BATCH,
    )
    Opinion.objects.bulk_create(
        (
            _opinion(draft, text.pk, keys[n % len(keys)] if n % 4 else "", n, body, today)
            for n, body in enumerate(sealed)
        ),
        batch_size=BATCH,
    )
    recount(text)
    return Draft.objects.select_related("current").get(pk=draft.pk)


def _opinion(draft: Draft, version: int, key: str, n: int, body: SealedText, today: date) -> Opinion:
    return Opinion(
        code=f"{draft.code}-{n}",
        draft=draft,
        version_id=version,
        source=OpinionSource.PUBLIC,
        original=body,
        stance=STANCES[n % len(STANCES)],
        key=key,
        here=key,
        text=f"Ý kiến thứ {n}: nên rút ngắn thời hạn và nói rõ ai chịu trách nhiệm.",
        state=OpinionState.SHOWN,
        given_on=today,
        given_at=clock.now(),
    )


def _placing(draft: Draft) -> float:
    """Seconds until every opinion has its place in a second text, in which each third article is reworded."""
    bring_text(code=draft.code, paragraphs=_lines(2), actor=_officer())
    text = fix_new_version(code=draft.code, actor=_officer())
    began = time.perf_counter()
    reanchor(text.pk)
    return time.perf_counter() - began


def _lines(number: int) -> list[str]:
    lines = []
    for article in range(1, ARTICLES + 1):
        lines.append(f"Điều {article}. Việc thứ {article}")
        for clause in range(1, CLAUSES + 1):
            days = number if clause == 1 and article % 3 == 0 else 5
            lines.append(
                f"{clause}. Việc số {article}.{clause} được làm xong trong {days} ngày kể từ ngày nhận đủ giấy tờ."
            )
    return lines


def _officer() -> Actor:
    return actor_of(User.objects.get(email=address("can-bo-quan")))
