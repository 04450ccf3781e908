"""The domain is law and arithmetic: standard library only, no clock, no input or output."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

DOMAIN = Path(__file__).parents[2] / "src" / "vidan" / "domain"
NOT_PURE = {"os", "io", "pathlib", "socket", "subprocess", "time", "random", "secrets", "logging", "sqlite3", "urllib"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
DOORS = {"open", "print", "input", "exec", "eval", "__import__"}


def faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=module, level=0):
                modules = [module or ""]
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                yield f"reads a clock: {name}"
                continue
            case ast.Call(func=ast.Name(id=name)) if name in DOORS:
                yield f"opens a door: {name}"
                continue
            case _:
                continue
        for module in modules:
            top = module.split(".")[0]
            if module.startswith("vidan.domain"):
                continue
            if top not in sys.stdlib_module_names or top in NOT_PURE:
                yield f"imports {module}"


def test_no_file_of_the_domain_touches_the_world() -> None:
    found = {str(p.relative_to(DOMAIN)): list(faults(p.read_text(encoding="utf-8"))) for p in DOMAIN.rglob("*.py")}
    assert {name: list_ for name, list_ in found.items() if list_} == {}


def test_the_guard_finds_what_it_looks_for() -> None:
    bad = "import os\nfrom django.db import models\nfrom datetime import date\ndate.today()\nopen('x')\n"
    assert list(faults(bad)) == ["imports os", "imports django.db", "reads a clock: today", "opens a door: open"]
