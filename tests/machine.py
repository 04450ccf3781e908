"""A machine for tests: a folder and a database of its own, and the command line that an operator has."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.live import create_database, drop_database, house

ROOT = Path(__file__).parents[1]


class Machine:
    """One machine with a folder and a database of its own, and its command line; bare, or with an installation."""

    def __init__(self, folder: Path, *, installed: bool = False) -> None:
        like = ""
        if installed:
            place, like = house()
            shutil.copytree(place, folder)
        else:
            folder.mkdir()
        self.folder, self.database = folder, create_database(like=like)

    def run(self, *words: str, told: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("VIDAN_")}
        own = {"PYTHONPATH": str(ROOT / "src"), "VIDAN_VAR": str(self.folder), "VIDAN_DATABASE_URL": self.database}
        return subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=clean | own | {"DJANGO_SETTINGS_MODULE": "vidan.site.settings"} | environment,
            input=told,
            capture_output=True,
            text=True,
            check=False,
        )

    def vidan(self, *words: str, told: str = "", **environment: str) -> str:
        """Run a command that must succeed, and return what it says."""
        done = self.run("-m", "vidan", *words, told=told, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refused(self, *words: str, told: str = "") -> str:
        """Run a command that must not succeed, and return its complaint."""
        done = self.run("-m", "vidan", *words, told=told)
        assert done.returncode != 0, done.stdout
        assert "Traceback" not in done.stderr
        return done.stderr

    def ask(self, lines: str) -> object:
        done = self.run("-c", lines)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.strip().splitlines()[-1])

    def gone(self) -> None:
        drop_database(self.database)
