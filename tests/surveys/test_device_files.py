"""The files of the application on a device are all named, small, and import nothing that is not kept on it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from vidan.surveys.device_files import SCRIPTS, addresses, version_of

pytestmark = pytest.mark.once

FOLDER = Path(__file__).parents[2] / "src/vidan/surveys/static/surveys/modules"
LONGEST = 180


def test_every_script_of_the_page_is_kept_on_the_device() -> None:
    assert {path.stem for path in FOLDER.glob("*.js")} == {*SCRIPTS, "setup", "worker"}


def test_a_script_imports_only_what_is_kept() -> None:
    imported = {name for path in FOLDER.glob("*.js") for name in re.findall(r'from "\./(\w+)\.js";', path.read_text())}
    assert imported <= set(SCRIPTS)


def test_a_script_is_small() -> None:
    assert [path.name for path in FOLDER.glob("*.js") if len(path.read_text().splitlines()) > LONGEST] == []


def test_every_file_is_named_by_its_content_and_so_is_what_it_imports() -> None:
    plain = [place for place in addresses() if not re.search(r"\.[0-9a-f]{12}\.\w+$", place)]
    assert plain == []
    page = staticfiles_storage.path(next(p for p in addresses() if "/page." in p).removeprefix("/static/"))
    assert re.findall(r'from "\./\w+\.js"', Path(page).read_text()) == []


def test_the_version_changes_with_the_page() -> None:
    assert version_of(b"a") != version_of(b"b")
