"""The reports of the sample installation say what its records say, counted again by queries of their own."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import Settings
from tests.reports.recounted import COUNTED

from vidan.foundation.accounts.actors import SYSTEM
from vidan.foundation.calendar import clock
from vidan.reports.drafted import Known
from vidan.reports.kinds import State
from vidan.reports.models import Report
from vidan.reports.sound import altered_reports, check_templates
from vidan.site.sample.work import make_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(settings: Settings, still_clock: None) -> Iterator[None]:
    """A small sample up to its day."""
    settings.DEMO, settings.DEMO_TODAY = True, date(2020, 11, 16)
    token = clock._pinned.set(None)
    make_work(40)
    yield
    clock._pinned.reset(token)


def test_every_report_of_the_sample_is_recounted_from_its_records(sample: None) -> None:
    reports = list(Report.objects.select_related("front", "corrects"))
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
        asked = [name for name in COUNTED if name in told]
        assert len(asked) >= 10
        assert {name: told[name] for name in asked} == {name: COUNTED[name](report.front_id, span) for name in asked}
        for table in content["tables"]:
            for place, total in enumerate(table["totals"]):
                assert sum(row["cells"][place]["count"] for row in table["rows"]) == total["count"], table["title"]
    corrected = next(one for one in reports if one.edition == 2)
    assert corrected.frozen is not None
    assert corrected.frozen["changes"]
    assert check_templates() == []
    assert altered_reports() == []
    Report.objects.filter(pk=corrected.pk).update(frozen=corrected.frozen | {"title": "khác"})
    assert altered_reports() == [corrected.code]
