"""The reports of the sample installation say what its records say: every figure is counted again by a query of its own."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.reports.recounted import COUNTED, Span

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import SYSTEM
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Unit
from vidan.reports.content import make
from vidan.reports.drafted import Known
from vidan.reports.kinds import State
from vidan.reports.made import brief
from vidan.reports.models import Report
from vidan.reports.outline import outline_from, supplied
from vidan.reports.overview import tiles_written
from vidan.reports.sound import altered_reports, check_templates
from vidan.site.sample.work import make_work

pytestmark = pytest.mark.django_db

TODAY = date(2020, 11, 16)
NOT_IN_THE_SAMPLE = frozenset(
    {
        "cases.own_received",
        "cases.own_answered",
        "consultations.refused",
        "consultations.unanswered",
        "scorecards.points_criticism",
    }
)
"""Figures that are nought in so small a sample; test_recounts_beside.py makes their records and counts them."""

YEARS = (2018, 2019, 2020)


@pytest.fixture(scope="module")
def sample(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A small sample up to its day, made once and rolled back after the last test that looks at it."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(settings, "DEMO", True)
        patch.setattr(settings, "DEMO_TODAY", TODAY)
        patch.setattr(settings, "FILES_FOLDER", tmp_path_factory.mktemp("files"))
        patch.setattr(settings, "EMAIL_FILE_PATH", tmp_path_factory.mktemp("mail"))
        with transaction.atomic():
            forget_all()
            make_work(40)
            yield
            forget_all()
            transaction.set_rollback(True)


@pytest.fixture
def today(sample: None) -> Iterator[None]:
    """The sample's own day, which a test stands on like all who look at the sample."""
    token = clock._pinned.set(None)
    yield
    clock._pinned.reset(token)


def named() -> set[str]:
    """Every figure that an outline of the house or the head's page shows, charts or tabulates."""
    told = {name for kind in Kind for name in outline_from(supplied(kind)).names()}
    return told | {name for tile in tiles_written() for name in tile["figures"]}


def front() -> Unit:
    return Unit.objects.select_related("parent", "area").get(slug=settings.FRONT)


def spans() -> dict[str, Span]:
    years = {str(year): (date(year, 1, 1), min(date(year, 12, 31), TODAY)) for year in YEARS}
    halves = {f"{year} I": (date(year, 1, 1), date(year, 6, 30)) for year in YEARS}
    return years | halves


def test_no_outline_names_a_figure_that_nothing_recounts() -> None:
    assert named() - set(COUNTED) == set()


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("name", sorted(COUNTED))
def test_a_figure_is_what_its_records_come_to(name: str) -> None:
    own = front()
    scopes = {span: Scope(*days, frozenset([own.pk])) for span, days in spans().items()}
    told = {span: read_figures([name], scope)[name] for span, scope in scopes.items()}
    counted = {span: COUNTED[name](own.pk, days) for span, days in spans().items()}
    assert {span: (one.count, one.total) for span, one in told.items()} == counted
    assert any(one.count for one in told.values()) is (name not in NOT_IN_THE_SAMPLE)


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("year", YEARS)
def test_every_number_of_a_years_report_is_recounted(year: int) -> None:
    period = Period(Kind.YEAR, year)
    cut_off = min(period.until, TODAY)
    content = make(brief(front(), period, cut_off)).content
    told = {one["name"]: (one["count"], one["total"]) for part in content["sections"] for one in part["figures"]}
    assert told == {name: COUNTED[name](front().pk, (period.since, cut_off)) for name in told}


@pytest.mark.usefixtures("today")
def test_every_report_of_the_sample_is_recounted_from_its_records() -> None:
    reports = list(Report.objects.filter(front=front()).select_related("front", "corrects"))
    assert {(one.kind, one.year, one.part, one.edition, one.state) for one in reports} == {
        ("year", 2018, 1, 1, State.SENT),
        ("year", 2019, 1, 1, State.SENT),
        ("year", 2019, 1, 2, State.SENT),
        ("half", 2020, 1, 1, State.SENT),
        ("quarter", 2020, 3, 1, State.SENT),
        ("year", 2020, 1, 1, State.COMMENTING),
    }
    for report in reports:
        content = Known(report, SYSTEM).content
        span = date.fromisoformat(content["since"]), date.fromisoformat(content["cut_off"])
        told = {one["name"]: (one["count"], one["total"]) for part in content["sections"] for one in part["figures"]}
        assert told == {name: COUNTED[name](report.front_id, span) for name in told}, report.code
        for table in content["tables"]:
            for place, total in enumerate(table["totals"]):
                assert sum(row["cells"][place]["count"] for row in table["rows"]) == total["count"], table["title"]


@pytest.mark.usefixtures("today")
def test_the_citys_draft_says_what_all_fronts_below_it_recorded() -> None:
    report = Report.objects.select_related("front", "corrects").get(front=front().parent)
    content = Known(report, SYSTEM).content
    counted_at_once = make(brief(report.front, report.period, report.cut_off)).content
    assert [part["figures"] for part in content["sections"]] == [
        part["figures"] for part in counted_at_once["sections"]
    ]
    assert content["tables"] == counted_at_once["tables"]
    assert content["tables"][0]["totals"][0]["count"] > 0


@pytest.mark.usefixtures("today")
def test_what_was_frozen_is_told_apart_from_what_was_altered() -> None:
    corrected = Report.objects.get(edition=2)
    assert corrected.frozen is not None
    assert corrected.frozen["changes"]
    assert check_templates() == []
    assert altered_reports() == []
    Report.objects.filter(pk=corrected.pk).update(frozen=corrected.frozen | {"title": "khác"})
    assert altered_reports() == [corrected.code]
