"""`vidan survey index` says what the pages say, and refuses in a sentence what it cannot count."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.once


def index(*words: str) -> str:
    out = StringIO()
    call_command("survey", "index", *words, stdout=out)
    return out.getvalue()


def test_the_worked_table_as_json() -> None:
    told = json.loads(index("--counts", "3,11,40,96,50", "--population", "1000", "--json"))
    assert told == {
        "counts": [3, 11, 40, 96, 50],
        "n": 200,
        "population": 1000,
        "index": 73.0,
        "mean": 3.895,
        "interval": [67.18, 78.13],
        "distribution": [1.5, 5.5, 20.0, 48.0, 25.0],
        "confidence": 95,
        "method": "wilson",
    }


def test_in_words_in_both_languages() -> None:
    told = index("--counts", "3, 11, 40, 96, 50", "--population", "1000")
    assert "73,00 %" in told
    assert "67,18 %" in told
    assert "73.00 %" in index("--counts", "3,11,40,96,50", "--lang", "en")


def test_of_no_answers_there_is_no_index() -> None:
    told = json.loads(index("--counts", "0,0,0,0,0", "--json"))
    assert (told["n"], told["index"], told["mean"], told["interval"]) == (0, None, None, None)
    assert "không có chỉ số" in index("--counts", "0,0,0,0,0")


def test_where_everybody_answered_the_interval_is_the_point() -> None:
    told = json.loads(index("--counts", "3,11,40,96,50", "--population", "200", "--json"))
    assert told["interval"] == [73.0, 73.0]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--counts", "1,2,3"), "năm số"),
        (("--counts", "1,2,3,4,x"), "số đếm"),
        (("--counts", "1,2,3,4,-5"), "số đếm"),
        (("--counts", "1,2,3,4,5.5"), "số đếm"),
        (("--counts", "1,2,3,4,²"), "số đếm"),
        (("--counts", "1,2,3,4," + "9" * 5000), "số đếm"),
        (("--counts", ""), "năm số"),
        (("--counts", "3,11,40,96,50", "--population", "199"), "199 người"),
        (("--counts", "3,11,40,96,50", "--population", "many"), "số đếm"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(words: tuple[str, ...], why: str) -> None:
    with pytest.raises(CommandError, match=why):
        index(*words)
