"""The result is read from the counts in a few queries, and equals a recount of the replies."""

from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.surveys.made import reply
from tests.surveys.result_made import replied

from vidan.domain.surveystats.levels import Counts
from vidan.domain.surveystats.measure import together
from vidan.surveys.kinds import ContactOutcome, Way
from vidan.surveys.models import ContactCount, Reply, SurveyRound
from vidan.surveys.results.numbers import index_told
from vidan.surveys.results.snapshot import snapshot
from vidan.surveys.results.tallied import replies_in, tallied
from vidan.surveys.services.move import move_replies

pytestmark = pytest.mark.django_db


def recounted(round_: SurveyRound, unit: str = "") -> dict[str, Counts]:
    """The levels of each scale, from the replies themselves."""
    counts: dict[str, Counter[str]] = {}
    for kept in Reply.objects.filter(stratum__round=round_, too_fast=False, repeated=False).select_related(
        "stratum__unit"
    ):
        if unit in ("", kept.stratum.unit.slug):
            told = {f"parts.{line}": level for line, level in kept.answers["parts"].items()}
            told |= {"polite": kept.answers["polite"]} if "polite" in kept.answers else {}
            for code, level in told.items():
                counts.setdefault(code, Counter())[level] += 1
    return {code: Counts(tuple(levels[str(n)] for n in range(1, 6))) for code, levels in counts.items()}


def test_index_and_distribution_equal_a_recount_of_the_replies() -> None:
    round_ = replied()
    result, known = snapshot(round_)["result"], recounted(round_)
    population = 1900
    for item in result["items"]:
        if "measure" in item:
            counts = known[item["code"]]
            assert item["measure"] == index_told(together([(counts.n, counts.satisfied)], population))
            assert sum(block["count"] for block in item["blocks"]) == counts.n
            for block in item["blocks"]:
                assert block["count"] == sum(counts.levels[level - 1] for level in block["levels"])
    pooled = together([(one.n, one.satisfied) for one in known.values()], population)
    assert result["overall"]["pooled"] == index_told(pooled)
    for unit in result["units"]:
        own = recounted(round_, unit["code"])
        for code, measure in unit["items"].items():
            assert (measure["answers"], measure["satisfied"]) == (own[code].n, own[code].satisfied)


def test_marked_replies_are_in_no_other_count() -> None:
    round_ = replied()
    result = snapshot(round_)["result"]
    marked = Reply.objects.filter(stratum__round=round_, too_fast=True).count()
    assert result["marked"]["replies"] == marked > 0
    assert result["replies"] == round_.taken - marked
    assert sum(result["asked"]["ways"].values()) == round_.taken


def test_rates_count_those_who_were_asked_in_vain() -> None:
    round_ = replied()
    stratum = round_.strata.all()[0]
    day = round_.first_day
    ContactCount.objects.create(stratum=stratum, on=day, way=Way.INTERVIEWER, outcome=ContactOutcome.REFUSED, count=30)
    ContactCount.objects.create(stratum=stratum, on=day, way=Way.PAPER, outcome=ContactOutcome.UNREACHABLE, count=10)
    asked = snapshot(round_)["result"]["asked"]
    by_interviewer = Reply.objects.filter(stratum__round=round_, way=Way.INTERVIEWER).count()
    assert (asked["replies"], asked["refused"], asked["unreachable"]) == (by_interviewer, 30, 10)
    assert Decimal(asked["response"]) == round(Decimal(100 * by_interviewer) / (by_interviewer + 40), 2)


def test_the_queries_do_not_grow_with_the_replies() -> None:
    round_ = replied()

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            tallied(round_)
        return len(asked)

    few = queries()
    reply(round_, 40)
    move_replies()
    assert queries() == few == 5
    assert replies_in(tallied(round_).by_part[round_.strata.all()[0].pk]) > 40


def test_units_that_were_not_asked_in_proportion_are_weighed() -> None:
    overall = snapshot(replied())["result"]["overall"]
    assert overall["weighted"] is not None
    assert overall["weighted"]["index"] != overall["pooled"]["index"]
