"""`vidan report`: the files of a year's report, of one Front or of each below it."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from tests.reports.report_made import counted, reported

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.jobs.models import Progress
from vidan.reports.kinds import State

pytestmark = pytest.mark.django_db


def said(*words: str) -> str:
    out = io.StringIO()
    call_command("report", *words, stdout=out)
    return out.getvalue()


def told(folder: Path, front: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / f"{front}-2018-so-lieu.json").read_text(encoding="utf-8"))
    return read


def test_the_approved_report_is_written_as_it_was_frozen(tmp_path: Path) -> None:
    counted("cases.received", n=41)
    report = reported(State.APPROVED, period=Period(Kind.YEAR, 2018))
    counted("cases.received", n=9)
    assert report.digest in said("2018", "--out", str(tmp_path / "new"))
    assert told(tmp_path / "new", "mttq-a-quan-2")["report"] == report.frozen
    assert len(list((tmp_path / "new").iterdir())) == 5


def test_without_an_approved_report_the_numbers_of_today_are_written(tmp_path: Path) -> None:
    assert "numbers of today" in said("2018", "--out", str(tmp_path), "--unit", "mttq-a-an-phu")
    assert told(tmp_path, "mttq-a-an-phu")["digest"] == ""


def test_the_citys_report_and_those_of_the_fronts_below_it_one_after_another(tmp_path: Path) -> None:
    counted("cases.received", n=12, on=date(2018, 1, 5))
    words = said("2018", "--out", str(tmp_path), "--unit", "mttq-tp-ho-chi-minh", "--each")
    assert "2/2" in words
    assert Progress.objects.get().finished
    (table, *_rest) = told(tmp_path, "mttq-tp-ho-chi-minh")["report"]["tables"]
    assert [(row["label"], row["cells"][0]["count"]) for row in table["rows"]] == [("Mặt trận Quận 2", 12)]


@pytest.mark.parametrize("words", [("2031",), ("2018", "--unit", "ubnd-a-an-phu"), ("2018", "--unit", "khong-co")])
def test_a_year_to_come_or_no_front_is_refused(words: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        said(*words, "--out", str(tmp_path))
