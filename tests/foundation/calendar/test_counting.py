"""Terms counted by the shipped calendar and rules, and clocks that run, pause, go on and are counted anew."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings
from tests.cases.made import actor, made

from vidan.cases.kinds import State
from vidan.domain.workdays import working_days_between
from vidan.foundation.calendar.days import Days, MissingYear, is_working, load_days, set_day, settle_year
from vidan.foundation.calendar.foresee import foreseen
from vidan.foundation.calendar.models import Clock, DayKind, DayRow
from vidan.foundation.calendar.rules import NoNumber, NotInForce, UnknownRule, all_rules, rule
from vidan.foundation.calendar.sentence import remaining_words, sentence
from vidan.foundation.calendar.services import extend, pause, resume, start
from vidan.foundation.journal.models import Entry
from vidan.site.recounting import recount_all


def told(*words: str) -> str:
    out = StringIO()
    call_command("deadline", *words, stdout=out)
    return out.getvalue()


def as_json(*words: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(told(*words, "--json"))
    return answer


@pytest.mark.parametrize(
    ("name", "start_on", "due"),
    [
        ("CT-04", "2018-03-13", "2018-04-03"),  # 15 working days
        ("CT-08", "2018-03-13", "2018-04-17"),
        ("CT-02", "2018-02-13", "2018-02-23"),  # over Tết: off from 14 to 20 February
        ("CT-01", "2018-04-27", "2018-05-03"),  # 30/4 and 1/5 are off
        ("KN-02", "2018-03-01", "2018-03-12"),  # 10 days, moved from a Sunday
    ],
)
def test_a_term_ends_on_the_day_that_the_law_counts(name: str, start_on: str, due: str) -> None:
    assert as_json("--rule", name, "--from", start_on)["due"] == due


def test_the_answer_tells_every_day_that_was_counted_and_the_rule() -> None:
    answer = as_json("--rule", "CT-02", "--from", "2018-03-13")
    assert answer["counted"] == ["2018-03-14", "2018-03-15", "2018-03-16"]
    assert answer["rule"]["id"] == "CT-02"  # type: ignore[index] # read back from JSON


def test_the_words_name_the_programme_and_never_call_it_law() -> None:
    assert "theo Chương trình phối hợp" in told("--rule", "CT-02", "--from", "2018-03-13")


def test_a_rule_not_in_force_is_refused_with_the_rule_that_was(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    ended = 'id = "AB-01"\ntitle = "Thử"\ntrigger = "ngày"\nlength = 3\nbasis = "Luật cũ"\ncertainty = "V"\n'
    (tmp_path / "rules" / "old.toml").write_text(f"[[rule]]\n{ended}valid_from = 2010-01-01\nvalid_to = 2012-06-30\n")
    settings.DATA_FOLDER = tmp_path
    with pytest.raises(NotInForce, match="đến 30/06/2012, theo Luật cũ") as refused:
        rule("AB-01", date(2018, 3, 13))
    assert refused.value.was is not None


def test_a_term_that_the_law_changed_counts_by_the_day_of_its_event() -> None:
    assert as_json("--rule", "KN-02", "--from", "2026-06-24")["due"] == "2026-07-06"  # 10 days, moved from a Saturday
    assert as_json("--rule", "KN-02", "--from", "2026-07-01")["due"] == "2026-07-10"  # 7 working days


def test_an_unknown_rule_and_a_missing_year_are_told() -> None:
    with pytest.raises(CommandError):
        told("--rule", "XX-99", "--from", "2018-03-13")
    with pytest.raises(CommandError):
        told("--rule", "CT-04", "--from", "2035-03-13")


def test_a_rule_changed_by_law_counts_by_the_day_of_its_event() -> None:
    rows = {r.id for r in all_rules() if r.valid_from == date(2026, 7, 1)}
    assert rows, "the change of 1 July 2026 is in the data"
    for name in rows:
        before = [r for r in all_rules() if r.id == name and r.valid_to == date(2026, 6, 30)]
        assert before or not any(r.id == name and r.valid_from < date(2026, 7, 1) for r in all_rules()), name


def test_every_rule_says_its_source_and_how_sure_we_are() -> None:
    for row in all_rules():
        assert row.basis
        assert row.certainty in {"V", "P", "M", "I"}
        assert row.kind == ("programme" if row.id.startswith("CT-") else "law"), row.id


def test_a_rule_without_a_number_is_not_counted() -> None:
    without = [row for row in all_rules() if row.length is None]
    for row in without:
        with pytest.raises(NoNumber):
            row.term()


def test_asking_for_a_day_before_any_row_says_so() -> None:
    with pytest.raises(NotInForce):
        rule("CT-04", date(2010, 1, 4))
    with pytest.raises(UnknownRule):
        rule("nothing", date(2018, 1, 4))


@pytest.mark.django_db
def test_a_saturday_made_up_for_counts_and_its_monday_does_not() -> None:
    swapped = DayRow.objects.filter(kind=DayKind.SWAPPED_WORKDAY).first()
    assert swapped is not None, "the shipped calendar knows swapped Saturdays"
    assert is_working(swapped.day)


@pytest.mark.django_db
def test_a_day_changed_by_hand_survives_the_next_load(settings: object) -> None:
    set_day(day=date(2018, 3, 14), kind=DayKind.HOLIDAY, name="thử", source="thử")
    assert not is_working(date(2018, 3, 14))
    load_days(settings.DATA_FOLDER / "calendar")  # type: ignore[attr-defined] # Django's settings
    assert not is_working(date(2018, 3, 14))
    set_day(day=date(2018, 3, 14), kind=None, name="", source="thử")
    assert is_working(date(2018, 3, 14))


@pytest.mark.django_db
def test_a_year_nobody_has_settled_is_an_error() -> None:
    with pytest.raises(MissingYear):
        is_working(date(2044, 1, 4))


@pytest.mark.django_db
def test_a_paused_clock_goes_on_with_what_was_left() -> None:
    running = start("X", "CT-04", "answer", date(2018, 3, 13))
    pause(running, date(2018, 3, 16))  # three working days are counted
    resume(running, date(2018, 4, 2))
    assert running.due_on == date(2018, 4, 18)  # twelve more


@pytest.mark.django_db
def test_an_extended_clock_ends_later_and_says_so() -> None:
    running = start("X", "CT-04", "answer", date(2018, 3, 13))
    extend(running, 5, "verification")
    assert running.due_on == date(2018, 4, 10)
    assert "Đã gia hạn 5 ngày làm việc" in sentence(running)


@pytest.mark.django_db
def test_a_change_of_the_calendar_moves_open_clocks_and_the_journal_says_so() -> None:
    case = made(State.TRANSFERRED)
    set_day(day=date(2018, 3, 20), kind=DayKind.HOLIDAY, name="nghỉ bù", source="thông báo thử")
    moved = recount_all(actor=actor("lanh-dao"))
    assert moved == 3  # the promise and both answers; the others have ended
    told_ = [e.facts for e in Entry.objects.filter(subject=case.code, event="case.recount")]
    assert {f["role"]: (f["was"], f["now"]) for f in told_}["promise"] == ("2018-04-17", "2018-04-18")
    assert Clock.objects.get(subject=case.code, role="promise").due_on == date(2018, 4, 18)


@pytest.mark.django_db
@given(st.dates(date(2018, 1, 1), date(2020, 12, 31)), st.dates(date(2018, 1, 1), date(2020, 12, 31)))
def test_how_far_a_date_is_is_always_told(due: date, today: date) -> None:
    words, state = remaining_words(due, today)
    assert words
    assert state == ("late" if due < today else state)
    assert (state == "late") == (due < today)


@pytest.mark.once
def test_the_shipped_days_are_those_of_the_library_but_for_the_swap_it_does_not_know() -> None:
    folder = Path(__file__).parents[3] / "data" / "calendar"
    with (folder / "days.csv").open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row["date"]), row["kind"]) for row in csv.DictReader(file)]
    off = {day for day, kind in rows if kind != DayKind.SWAPPED_WORKDAY}
    known = {one.day for year in range(2017, 2028) for one in foreseen(year)}
    assert off ^ known == {date(2026, 1, 2)}


@pytest.mark.django_db
@pytest.mark.parametrize(("switch", "worked"), [(False, True), (True, False)])
def test_the_day_of_culture_is_off_only_where_the_switch_says_so(
    settings: Settings, *, switch: bool, worked: bool
) -> None:
    settings.CULTURE_DAY = switch
    assert is_working(date(2026, 11, 24)) is worked


@pytest.mark.django_db
def test_a_year_to_come_is_settled_from_the_law_and_the_lunar_calendar() -> None:
    assert settle_year(year=2028, source="thử") > 10
    assert not is_working(date(2028, 1, 26))  # the first day of Tết
    assert not is_working(date(2028, 5, 2))  # 30 April falls on a Sunday
    assert is_working(date(2028, 1, 31))
    assert settle_year(year=2028, source="lần hai") == 0


@pytest.mark.django_db
def test_the_head_settles_a_year_on_its_page_and_the_journal_says_so(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("lanh-dao")
    page = client.get("/ban-lam-viec/lich/?nam=2028").content.decode()
    assert "dự kiến" in page
    without_source = client.post("/ban-lam-viec/lich/?nam=2028", {"settle": "1"})
    assert without_source.status_code == 422
    client.post("/ban-lam-viec/lich/?nam=2028", {"settle": "1", "source": "Thông báo thử"})
    assert is_working(date(2028, 1, 31))
    assert Entry.objects.filter(event="calendar.settle", subject="2028").exists()


@given(first=st.dates(date(2018, 1, 1), date(2021, 12, 31)), last=st.dates(date(2018, 1, 1), date(2021, 12, 31)))
def test_working_days_between_two_days_come_out_the_same_from_the_sums_of_years(first: date, last: date) -> None:
    days = Days({2018, 2019, 2020, 2021}, {date(2019, 4, 30), date(2020, 1, 1)}, {date(2020, 5, 9)})
    assert days.between(first, last) == working_days_between(first, last, days.is_working)


def test_a_year_without_a_calendar_is_refused_between_two_days_too() -> None:
    with pytest.raises(MissingYear):
        Days({2018, 2020}).between(date(2018, 12, 1), date(2020, 1, 10))
