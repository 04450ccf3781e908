"""Chuyển phiếu: the worker moves what waits sealed into the counts, in shuffled batches, and purges what was sealed.

While a round is open only whole tens are moved, so that whoever follows the counts never sees one reply arrive.
"""

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from vidan.domain.questionnaire.answers import ANSWERED, Answer, check, counted, nothing_required
from vidan.domain.questionnaire.form import IN_WORDS, Questionnaire
from vidan.domain.questionnaire.written import from_written
from vidan.foundation.vault.seal import Broken, open_sealed, seal
from vidan.surveys.device_seal import Unreadable, open_reply
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Reply, ReplyText, SealedReply, Stratum, SurveyRound, Tally
from vidan.surveys.services.accept import KEY_BYTES, Given, Sent, sealed_as

STEP = 10
"""How many replies become visible at once."""

MOST = 500
"""How many are moved in one transaction."""


def move_replies() -> int:
    """Move what waits of every round; returns how many replies were moved."""
    moved = 0
    for pk in SealedReply.objects.order_by().values_list("round_id", flat=True).distinct():
        while now := _move_batch(pk):
            moved += now
    return moved


def _move_batch(pk: int) -> int:
    with transaction.atomic():
        # One worker a round at a time: the others wait here for the lock. Not for the key: who takes a reply need not wait.
        round_ = (
            SurveyRound.objects.select_for_update(no_key=True, of=("self",)).select_related("questionnaire").get(pk=pk)
        )
        step = STEP if round_.state == RoundState.OPEN else 1
        waiting = SealedReply.objects.filter(round=round_).order_by("key")  # keys are random: an order of no meaning
        rows = list(waiting[: min(MOST, waiting.count()) // step * step])
        if not rows:
            return 0
        form = from_written(round_.questionnaire.written)
        strata = set(Stratum.objects.filter(round=round_).values_list("pk", flat=True))
        read = [_read(row, round_, form, strata) for row in rows]
        usable = [one for one in read if one]
        _keep(usable, form)
        add_to_tallies(round_, _pairs(usable, form))
        SealedReply.objects.filter(pk__in=[row.pk for row in rows]).delete()
        lost = len(rows) - len(usable)
        SurveyRound.objects.filter(pk=pk).update(taken=F("taken") + len(usable), unusable=F("unusable") + lost)
    return len(rows)


def _read(row: SealedReply, round_: SurveyRound, form: Questionnaire, strata: set[int]) -> Given | None:
    """One reply in the clear, its answers checked again; None for one that cannot be read or belongs nowhere."""
    try:
        body, sent = open_sealed(bytes(row.body), sealed_as(row.key)), None
        if row.by_device:
            sent, body = Sent.split(body)
            body = open_reply(bytes(round_.device_key or b""), round_.code, sent.token, body)
        told = json.loads(body)
        day = min(max(date.fromisoformat(told["on"]), round_.first_day), round_.last_day)
        stratum, way = (sent.stratum, sent.way) if sent else (None, Way(told["way"]))
        stratum = int(told["stratum"]) if stratum is None else stratum
        given = Given(stratum, way, day, told["answers"], told["too_fast"], told["repeated"])
        # Nobody can be asked again about a paper: what it leaves open stays open.
        asked = nothing_required(form) if way == Way.PAPER else form
        checked = check(asked, given.answers) if isinstance(given.answers, dict) else None
    except UNREADABLE:
        return None
    if checked is None or checked.wrong or given.stratum not in strata:
        return None
    return Given(given.stratum, given.way, day, checked.answers, bool(given.too_fast), bool(given.repeated))


UNREADABLE = (Broken, Unreadable, ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""How a reply can fail to be one. A device seals what it likes, and one bad reply must not stop the others of its round."""


def _keep(replies: list[Given], form: Questionnaire) -> None:
    """Store the replies under new random keys, and apart from them what they say in words."""
    words = {question.code for question in form.questions() if question.kind in IN_WORDS}
    kept, texts = [], []
    for given in replies:
        closed = {code: answer for code, answer in given.answers.items() if code not in words}
        told = {code: ANSWERED for code in given.answers if code in words}
        kept.append(
            Reply(
                key=secrets.token_hex(KEY_BYTES),
                stratum_id=given.stratum,
                on=given.on,
                way=given.way,
                answers=closed | told,
                too_fast=given.too_fast,
                repeated=given.repeated,
            )
        )
        texts += [_text(given.stratum, code, given.answers[code]) for code in told]
    Reply.objects.bulk_create(sorted(kept, key=lambda one: one.key))
    ReplyText.objects.bulk_create(sorted(texts, key=lambda one: one.key))


def _text(stratum: int, question: str, answer: Answer) -> ReplyText:
    key = secrets.token_hex(KEY_BYTES)
    return ReplyText(
        key=key, stratum_id=stratum, question=question, body=seal(str(answer).encode(), text_sealed_as(key))
    )


def text_sealed_as(key: str) -> bytes:
    """What the words of a reply are bound to."""
    return b"reply text\0" + key.encode()


Place = tuple[int, date, str, bool, str, str]
"""Stratum, month, way, whether it is marked, item, value."""


def _pairs(replies: Iterable[Given], form: Questionnaire) -> Counter[Place]:
    return Counter(
        place
        for given in replies
        for place in places_of(
            given.stratum, given.on, given.way, given.too_fast or given.repeated, form, given.answers
        )
    )


def places_of(
    stratum: int, on: date, way: str, marked: bool, form: Questionnaire, answers: Mapping[str, Answer]
) -> list[Place]:
    """Where one reply counts."""
    start = (stratum, on.replace(day=1), str(way), marked)
    return [(*start, "", ""), *((*start, item, value) for item, value in counted(form, answers))]


def add_to_tallies(round_: SurveyRound, counts: Counter[Place]) -> None:
    """Add to the counts of a round, whose row the caller has locked."""
    names = ("stratum_id", "month", "way", "marked", "item", "value")
    months = {place[1] for place in counts}
    there = Tally.objects.filter(round=round_, stratum__in={place[0] for place in counts}, month__in=months)
    known = {tuple(getattr(row, name) for name in names): row for row in there}
    changed, new = [], []
    for place, count in counts.items():
        if row := known.get(place):
            row.count += count
            changed.append(row)
        else:
            new.append(Tally(round=round_, count=count, **dict(zip(names, place, strict=True))))
    Tally.objects.bulk_update(changed, ["count"], batch_size=500)
    Tally.objects.bulk_create(new)
