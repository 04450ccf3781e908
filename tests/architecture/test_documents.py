"""The documents are true: made tables are fresh, links lead somewhere, the worked examples hold."""

import json
import re
import subprocess
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from vidan.site.document import TABLES, documents, renewed

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
PLACE = re.compile(r"`((?:src|tests|data|docs|script)/[\w./*<>-]+)`")


def pages() -> list[Path]:
    told = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in told.stdout.split()]


def test_every_made_table_is_what_the_code_says_now() -> None:
    stale = [page.name for page in documents() if renewed(page.read_text(encoding="utf-8")) != page.read_text("utf-8")]
    assert stale == [], "run: vidan document"


def test_every_table_that_can_be_made_stands_on_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in documents())
    assert {name for name in TABLES if f"<!-- made: {name} -->" not in text} == set()


def test_links_lead_somewhere() -> None:
    dead = [
        (str(page.relative_to(ROOT)), link)
        for page in pages()
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert dead == []


def test_files_and_folders_that_are_named_are_there() -> None:
    gone = [
        (str(page.relative_to(ROOT)), place)
        for page in pages()
        for place in PLACE.findall(page.read_text(encoding="utf-8"))
        if not list(ROOT.glob(re.sub(r"<[\w-]+>", "*", place).rstrip("/")))
    ]
    assert gone == []


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "adr"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in folder.glob("0*.md") if page.name not in listed] == []


def worked() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "rules" / "deadlines.md").read_text(encoding="utf-8")
    day = r"\w+day (\d\d/\d\d/\d{4})"
    return re.findall(rf"^\| {day} \| .*?\((\w\w-\d\d)\) \| {day} \|", text, re.MULTILINE)


def iso(told: str) -> str:
    day, month, year = told.split("/")
    return date(int(year), int(month), int(day)).isoformat()


def test_the_worked_examples_of_terms_hold() -> None:
    assert len(worked()) >= 5
    for event, rule, due in worked():
        out = StringIO()
        call_command("deadline", "--rule", rule, "--from", iso(event), "--json", stdout=out)
        assert json.loads(out.getvalue())["due"] == iso(due), (event, rule)
