"""The import contracts hold, and each of them bites: a violation of each is planted in a copy of the source."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTS = {
    "layers": ("vidan/foundation/units/planted.py", "import vidan.cases.kinds\n"),
    "foundation": ("vidan/foundation/units/planted.py", "import vidan.foundation.accounts.roles\n"),
    "cycles": ("vidan/foundation/vault/planted.py", "import vidan.foundation.accounts.roles\n"),
    "domain": ("vidan/domain/moves/planted.py", "import django\n"),
}
SECOND_HALVES = {"cycles": ("vidan/foundation/accounts/planted.py", "import vidan.foundation.vault.keyfile\n")}


def lint(folder: Path, *contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache", *contract],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_source_keeps_every_contract(copy: Path) -> None:
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_violation_is_found(copy: Path, contract: str) -> None:
    for name, line in (PLANTS[contract], SECOND_HALVES.get(contract, PLANTS[contract])):
        (copy / "src" / name).write_text(line)
    answer = lint(copy, "--contract", contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "BROKEN" in answer.stdout


def test_no_contract_has_an_exception() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_contract_has_its_plant() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert {line.split('"')[1] for line in text.splitlines() if line.startswith("id = ")} == set(PLANTS)
