from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_django import Settings


@pytest.fixture
def files_folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty folder for sealed files, and a key of its own."""
    settings.FILES_FOLDER = tmp_path / "files"
    settings.KEYS = SimpleNamespace(server={1: bytes(range(32))})
    return tmp_path / "files"
