"""The house keeps its shape: small files, honest names."""

import ast
import subprocess
import tomllib
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
BANNED = {"utils", "helpers", "common", "misc", "core"}


def test_no_file_is_longer_than_400_lines() -> None:
    long = [
        str(path)
        for path in SOURCE.rglob("*")
        if path.suffix in {".py", ".html"} and "migrations" not in path.parts
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(p) for p in SOURCE.rglob("*") if p.stem in BANNED] == []


def python_files() -> list[Path]:
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def test_no_model_signal_is_listened_to() -> None:
    words = ("django.db.models.signals", "django.dispatch", "@receiver")
    assert [str(p) for p in python_files() if any(w in p.read_text(encoding="utf-8") for w in words)] == []


LATE = tomllib.loads((SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"][
    "flake8-tidy-imports"
]["banned-module-level-imports"]
"""What is loaded at its first use; the linter sees that it stands at the top of no file."""


def is_late(module: str) -> bool:
    return any(f"{module}.".startswith(f"{late}.") for late in LATE)


def test_imports_stand_at_the_top_but_for_ready_and_what_is_loaded_late() -> None:
    nested = [
        str(path)
        for path in python_files()
        if path.name != "apps.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
        if not (isinstance(inner, ast.ImportFrom) and inner.module and is_late(inner.module))
    ]
    assert nested == []


def test_only_the_clock_reads_the_clock() -> None:
    """Rules, roles, units and jobs follow one clock; what must use real time says so in the list."""
    real_time = {
        "calendar/clock.py",
        "intake",
        "jobs",
        "accounts",
        "vault/sitting.py",
        "receipts/coming_back.py",
        "management/commands/check.py",
        "site/keeping",
        "notices/tasks.py",
    }
    words = ("timezone.now(", "date.today(", "datetime.now(", "timezone.localtime()", "timezone.localdate()")
    found = [
        name
        for path in python_files()
        if any(w in path.read_text(encoding="utf-8") for w in words)
        if not any(allowed in (name := path.relative_to(SOURCE).as_posix()) for allowed in real_time)
    ]
    assert found == []


def test_no_committed_file_names_a_registry() -> None:
    words = ("pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "deb.deb" + "ian")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE.parent, capture_output=True, text=True, check=True)
    found = []
    for name in filter(None, tracked.stdout.split("\0")):
        content = (SOURCE.parent / name).read_bytes() if (SOURCE.parent / name).is_file() else b""
        if any(word.encode() in content for word in words):
            found.append(name)
    assert found == []
