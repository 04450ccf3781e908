"""What a result costs: the page of an open round, counted anew, and of a published one, at ten thousand and a million replies."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction

from bench.fill import TIDY
from bench.meter import Browser, Cost, as_a_web_process, measure
from vidan.domain.questionnaire.form import Factor, Kind, Question, Questionnaire, Section, Text
from vidan.domain.questionnaire.written import to_written
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import QuestionnaireVersion, Reply, Stratum, SurveyRound
from vidan.surveys.results.snapshot import digest_of, snapshot
from vidan.surveys.services.move import Place, add_to_tallies, places_of

FEW, MANY = 10_000, 1_000_000
BATCH = 10_000
"""Replies that are drawn, and stored in one transaction again and again."""

FORM = Questionnaire(
    Text("Đo"),
    tuple(
        Section(
            factor.value,
            Text(factor.value),
            tuple(Question(f"{factor.value}{n}", Kind.SCALE, Text(f"Câu {n}"), factor=factor) for n in range(3)),
        )
        for factor in Factor
    ),
)
"""Fifteen scales, three of each factor."""

CODES = tuple(question.code for question in FORM.questions())
MONTHS = (date(2018, 1, 1), date(2018, 2, 1), date(2018, 3, 1))
WEIGHTS = (2, 6, 17, 45, 30)


def costs(tell: Callable[[object], None]) -> dict[str, Cost]:
    """The cost of each page at both sizes, measured in the same rounds."""
    draw = random.Random(7)
    for size in (FEW, MANY):
        tell(f"a survey of {size} replies ...")
        _publish(_filled(f"do-{size}", size, draw))
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
    as_a_web_process()
    browser = Browser(WSGIHandler())

    def page(code: str) -> Callable[[], None]:
        def call() -> None:
            status, _content = browser.get(f"/khao-sat/ket-qua/{code}/")
            if status != 200:
                raise AssertionError(f"the result {code} answered {status}")

        return call

    found = {f"{kind}{size}": page(f"{kind}{size}") for size in (FEW, MANY) for kind in ("do-", "cong-bo-")}
    return measure(found, rounds=9, calls=10)


def ratios(found: dict[str, Cost]) -> dict[str, float]:
    """How much more each page costs at a million."""
    return {
        name: found[f"{kind}{MANY}"].cpu_ms / found[f"{kind}{FEW}"].cpu_ms
        for name, kind in (("open", "do-"), ("published", "cong-bo-"))
    }


def _filled(code: str, size: int, draw: random.Random) -> SurveyRound:
    """A round whose replies lie as the worker leaves them: rows of replies, and the counts of each batch."""
    points = list(CounterPoint.objects.select_related("unit").order_by("code")[:3])
    round_ = SurveyRound.objects.create(
        code=code,
        front=Unit.objects.get(slug="mttq-a-quan-2"),
        questionnaire=_questionnaire(),
        title=f"Đo {size}",
        first_day=MONTHS[0],
        last_day=date(2018, 3, 31),
        ways=[Way.COUNTER],
        live=True,
        state=RoundState.OPEN,
        opened_by="bench",
    )
    strata = [
        Stratum.objects.create(round=round_, counter=one, unit=one.unit, population=size * (n + 1))
        for n, one in enumerate(points)
    ]
    replies = list(_replies(strata, draw))
    counts: Counter[Place] = Counter()
    for one in replies:
        counts.update(places_of(one.stratum_id, one.on, one.way, False, FORM, one.answers))
    for copy in range(size // BATCH):
        for n, one in enumerate(replies):
            one.key = f"{round_.pk}-{copy}-{n}"
        with transaction.atomic():
            Reply.objects.bulk_create(replies, batch_size=1_000)
            add_to_tallies(round_, counts)
    SurveyRound.objects.filter(pk=round_.pk).update(taken=size)
    return SurveyRound.objects.select_related("front", "questionnaire").get(pk=round_.pk)


def _replies(strata: list[Stratum], draw: random.Random) -> Iterator[Reply]:
    """One batch of replies, of which the round gets copies."""
    for n in range(BATCH):
        levels = draw.choices("12345", WEIGHTS, k=len(CODES))
        yield Reply(
            stratum=strata[n % len(strata)],
            on=MONTHS[n // 7 % len(MONTHS)],
            way=Way.COUNTER,
            answers=dict(zip(CODES, levels, strict=True)),
        )


def _publish(round_: SurveyRound) -> None:
    """The same result once more, frozen."""
    frozen = snapshot(round_)
    round_.pk = None
    round_.code = round_.code.replace("do-", "cong-bo-")
    round_.frozen, round_.digest, round_.state = frozen, digest_of(frozen), RoundState.PUBLISHED
    round_.published_on = clock.today()
    round_.save()


def _questionnaire() -> QuestionnaireVersion:
    told = {"title": "Đo", "written": to_written(FORM), "drafted_by": "bench", "drafted_at": clock.now()}
    front = Unit.objects.get(slug="mttq-a-quan-2")
    return QuestionnaireVersion.objects.get_or_create(front=front, slug="do", number=1, defaults=told)[0]
