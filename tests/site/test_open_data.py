"""What is published of a year: complete, the same in every form, and with nobody to be counted out."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, found, made, unit

from vidan.cases.kinds import Kind, Source, State
from vidan.cases.models import CaseFile
from vidan.cases.services.classify import classify
from vidan.cases.services.rate import rate
from vidan.foundation.figures.tally import add_fact

pytestmark = pytest.mark.django_db


def told(year: int = 2018) -> Any:
    return json.loads(Client().get(f"/so-lieu/{year}.json").content)


def table(name: str) -> Any:
    return next(one for one in told()["tables"] if one["name"] == name)


def cells(name: str) -> dict[tuple[str, str], Any]:
    one = table(name)
    return {
        (row["code"], column["code"]): cell["count"] if cell["shown"] == "number" else cell["shown"]
        for row in one["rows"]
        for column, cell in zip(one["columns"], row["cells"], strict=True)
    }


def words(place: str, kind: Kind, count: int, on: date = date(2018, 3, 5)) -> None:
    one = unit(place)
    for _n in range(count):
        add_fact("cases.received", on=on, front_id=unit("mttq-a-quan-2").pk, unit_id=one.pk, mark=kind)


def test_words_are_told_by_place_and_kind_with_small_ones_hidden() -> None:
    words("mot-cua-a-an-phu", Kind.FEEDBACK, 9)
    words("mot-cua-a-an-phu", Kind.COMMENDATION, 1)
    words("mot-cua-a-binh-an", Kind.FEEDBACK, 8)
    words("mot-cua-a-binh-an", Kind.COMMENDATION, 2)
    shown = cells("area_kind")
    assert shown["a-an-phu", "commendation"] == "small"
    assert shown["a-binh-an", "commendation"] == "small"
    assert "number" not in (shown["a-an-phu", "feedback"], shown["a-binh-an", "feedback"])
    assert table("area_kind")["column_totals"][:2] == [3, 17]


def test_one_word_in_all_is_told_nowhere() -> None:
    words("mot-cua-a-an-phu", Kind.FEEDBACK, 1)
    assert table("area_kind")["total"] is None
    assert next(one for one in told()["figures"] if one["name"] == "cases.received")["count"] is None
    page = Client().get("/so-lieu/?nam=2018").content.decode()
    assert "dưới 3" in page
    assert "An Phú" not in page[page.index("<main") :]


def test_a_place_with_too_few_words_is_gathered_with_another() -> None:
    words("mot-cua-a-an-phu", Kind.FEEDBACK, 9)
    words("mot-cua-a-binh-an", Kind.FEEDBACK, 1)
    words("mot-cua-a-binh-khanh", Kind.FEEDBACK, 2)
    assert [row["total"] for row in table("area_kind")["rows"]] == [9, 3]


def test_a_figure_does_not_tell_apart_what_a_table_gathers() -> None:
    words("mot-cua-a-an-phu", Kind.FEEDBACK, 20)
    words("mot-cua-a-an-phu", Kind.COMMENDATION, 5)
    words("mot-cua-a-an-phu", Kind.INFORMATION, 1)
    assert next(one for one in told()["figures"] if one["name"] == "cases.commended")["count"] is None
    assert "lời khen người và nơi" not in Client().get("/").content.decode()


def test_the_two_tables_of_places_agree_in_their_totals() -> None:
    for number, place in enumerate(("mot-cua-a-an-phu", "mot-cua-a-binh-an", "ubnd-a-quan-2")):
        words(place, Kind.FEEDBACK, 4 + number)
        words(place, Kind.SUGGESTION, number, on=date(2018, 1, 9))
    one, other = table("area_kind"), table("area_quarter")
    assert [(row["code"], row["total"]) for row in one["rows"]] == [
        (row["code"], row["total"]) for row in other["rows"]
    ]


def test_words_are_told_by_the_way_they_came() -> None:
    for _n in range(3):
        made(source=Source.HOTLINE)
        made()
    assert cells("source") == {("web", ""): 3, ("hotline", ""): 3} | {
        (code, ""): 0 for code in ("counter", "box", "reception", "letter")
    }


def test_conduct_counts_once_however_often_a_word_is_classified() -> None:
    for _n in range(3):
        case = made(State.CLASSIFIED)
        classify(code=case.code, found=found(), actor=actor("can-bo-quan"))
    assert cells("conduct")["attitude", ""] == 3


def test_ratings_are_told() -> None:
    for _n in range(4):
        case = made(State.INFORMED)
        rate(case=CaseFile.objects.get(pk=case.pk), score=4)
    assert cells("rating")["4", ""] == 4


def test_bodies_are_told_by_what_they_answered_in_time() -> None:
    for _n in range(3):
        made(State.ANSWERED)
    from vidan.foundation.calendar import clock

    with clock.at(clock.now().replace(month=12)):
        assert [(one["label"], one["due"], one["on_time"], one["on_time_percent"]) for one in told()["bodies"]] == [
            ("UBND Phường An Phú", 3, 3, 100.0)
        ]


def test_a_body_that_was_hardly_asked_is_not_told_alone() -> None:
    front = unit("mttq-a-quan-2").pk
    for place, due in (("ubnd-a-an-phu", 5), ("ubnd-a-binh-an", 1), ("ubnd-a-binh-khanh", 4)):
        for _n in range(due):
            add_fact("cases.answer_due", on=date(2018, 3, 1), front_id=front, unit_id=unit(place).pk, mark="settle")
    assert [(one["code"] == "others", one["due"]) for one in told()["bodies"]] == [(False, 5), (True, 5)]


def test_the_csv_of_tables_and_the_json_say_the_same() -> None:
    for _n in range(4):
        made(State.ANSWERED)
    answer = Client().get("/so-lieu/2018-bang.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    for one in told()["tables"]:
        flat = [
            (row["code"], column["code"], "" if cell["count"] is None else str(cell["count"]), cell["shown"])
            for row in one["rows"]
            for column, cell in zip(one["columns"], row["cells"], strict=True)
        ]
        assert flat == [
            (row["row"], row["column"], row["count"], row["shown"]) for row in rows if row["table"] == one["name"]
        ]
    assert {row["until"] for row in rows} == {"2018-03-13"}


def test_the_columns_are_those_of_the_document() -> None:
    for name, heading in (("2018.csv", "## Figures"), ("2018-bang.csv", "## Tables")):
        head = Client().get(f"/so-lieu/{name}").content.decode("utf-8-sig").splitlines()[0].split(",")
        from pathlib import Path

        text = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
        section = text[text.index(heading) :].split("\n## ")[0]
        assert [name for name in head if f"`{name}`" not in section] == []


def test_a_download_may_be_kept_by_others_and_sets_no_cookie() -> None:
    for name in ("2018.csv", "2018-bang.csv", "2018.json"):
        answer = Client().get(f"/so-lieu/{name}")
        assert "public" in answer["Cache-Control"]
        assert not answer.cookies


def test_the_page_in_english_names_quarters_and_kinds_in_english() -> None:
    for _n in range(4):
        made()
    page = Client().get("/en/so-lieu/").content.decode()
    assert "Quarter 1" in page
    assert "Quý" not in page
