"""Preparing is quick when nothing changed."""

from pathlib import Path

import pytest
from pytest_django import Settings

from vidan.site import prepare
from vidan.site.prepare import gather_static_files


@pytest.fixture
def gathered(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> list[str]:
    """The commands that were run, on a folder of its own with one file to gather."""
    settings.VAR_FOLDER = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a { color: red }")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    run: list[str] = []

    def call(name: str, **_options: object) -> None:
        run.append(name)
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        (settings.STATIC_ROOT / "staticfiles.json").write_text("{}")

    monkeypatch.setattr(prepare, "call_command", call)
    gather_static_files()
    assert run == ["collectstatic"]
    run.clear()
    return run


def test_what_was_gathered_is_not_gathered_again(gathered: list[str]) -> None:
    gather_static_files()
    assert gathered == []


def test_a_changed_or_new_file_is_gathered(gathered: list[str], tmp_path: Path) -> None:
    (tmp_path / "source" / "a.css").write_text("a { color: blue; }")
    gather_static_files()
    (tmp_path / "source" / "b.css").write_text("b { color: blue }")
    gather_static_files()
    assert gathered == ["collectstatic", "collectstatic"]


def test_what_was_taken_away_is_gathered_again(gathered: list[str], settings: Settings) -> None:
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    gather_static_files()
    assert gathered == ["collectstatic"]
