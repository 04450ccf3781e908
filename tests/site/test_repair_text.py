"""`vidan repair-text`: proposals of a file as JSON, and clear sentences on what is no text."""

import json
import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def told(path: Path, *words: str) -> str:
    out = StringIO()
    call_command("repair_text", str(path), *words, stdout=out, stderr=out)
    return out.getvalue()


def test_proposals_come_as_json(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("nội dung cùa kế hoạch")
    (one,) = json.loads(told(file, "--json"))
    assert (one["start"], one["end"], one["found"], one["proposed"]) == (9, 12, "cùa", "của")
    assert one["confidence"] > 0.99
    assert "cùa → của" in told(file)


def test_places_are_those_of_the_file_also_when_its_letters_are_decomposed(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    text = unicodedata.normalize("NFD", "nội dung cùa kế hoạch")
    file.write_text(text)
    (one,) = json.loads(told(file, "--json"))
    assert text[one["start"] : one["end"]] == one["found"] == unicodedata.normalize("NFD", "cùa")


def test_a_file_in_an_old_code_is_read_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    words = "noäi dung cuøa keá hoaïch; ngöôøi daân, caùn boä, quyeát ñònh, thuû tuïc haønh chính "
    file.write_bytes((words * 4).encode("latin-1"))
    assert "Read as vni" in told(file, "--json")


@pytest.mark.parametrize(("data", "sentence"), [(None, "cannot be read"), (b"PK\x03\x04\x00\x00", "no plain text")])
def test_what_is_no_text_is_refused_in_a_sentence(tmp_path: Path, data: bytes | None, sentence: str) -> None:
    file = tmp_path / "page.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CommandError, match=sentence):
        told(file, "--json")


def test_an_empty_file_has_no_proposals(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.touch()
    assert json.loads(told(file, "--json")) == []
