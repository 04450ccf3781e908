"""The house keeps its shape: small files, honest names."""

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
