"""What falls due is gathered from the due.py of every app that has one."""

import sys
from collections.abc import Iterator
from datetime import date
from types import ModuleType

import pytest

from vidan.foundation.accounts.actors import ANYBODY, Actor
from vidan.foundation.notices import agenda
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import DueWork

HERE = "vidan.foundation.jobs.due"
"""An app that has none of its own."""


def row(day: int) -> DueWork:
    return DueWork(date(2018, 3, day), "", "", f"{day}", "", "", "", "", "")


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    module = ModuleType(HERE)
    monkeypatch.setitem(sys.modules, HERE, module)
    yield module
    monkeypatch.undo()
    agenda.gather()


def test_an_app_that_says_what_is_due_is_asked_and_the_oldest_day_comes_first(planted: ModuleType) -> None:
    def due_work(_actor: Actor) -> list[DueWork]:
        return [row(9), row(2)]

    vars(planted)["due_work"] = due_work
    agenda.gather()
    assert [one.title for one in agenda.due_work(ANYBODY)] == ["2", "9"]
    assert agenda.morning_lines(ANYBODY) == []


def test_an_app_may_have_lines_for_the_morning_alone(planted: ModuleType) -> None:
    def morning_lines(_actor: Actor) -> list[Line]:
        return [Line("Trễ", 3, ["a", "b"])]

    vars(planted)["morning_lines"] = morning_lines
    agenda.gather()
    assert agenda.due_work(ANYBODY) == []
    assert [line.words for line in agenda.morning_lines(ANYBODY)] == ["Trễ: 3 (a, b và 1 hồ sơ khác)"]


def test_a_due_py_that_cannot_be_read_is_an_error_and_not_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> ModuleType:
        raise ModuleNotFoundError(name="elsewhere")

    monkeypatch.setattr(agenda, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        agenda.gather()
    monkeypatch.undo()
    agenda.gather()
