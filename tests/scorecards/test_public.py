"""The published index: what everybody may read, and that it is what was frozen."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.scorecards.made import SCORES, carded, entered, unit

from vidan.scorecards.compared import placed
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, Stand, State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.consult import consult, opine, remark
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.decide import decide, publish, send, submit
from vidan.scorecards.snapshot import digest_of

pytestmark = pytest.mark.django_db


def text(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_nothing_is_there_before_a_sheet_is_published() -> None:
    card = carded(State.SENT)
    assert "Chưa có phiếu chấm nào được công bố" in text("/chi-so/")
    for address in (
        "/chi-so/2018/",
        "/chi-so/2018.csv",
        f"/chi-so/phieu/{card.code}/",
        f"/chi-so/phieu/{card.code}.json",
    ):
        assert Client().get(address).status_code == 404, address


def test_the_year_shows_each_unit_with_its_share_and_leads_to_its_sheet() -> None:
    card = carded(State.PUBLISHED)
    page = text("/chi-so/")
    assert "84,71%" in page
    assert f"/chi-so/phieu/{card.code}/" in page
    assert "84,71%" in text("/chi-so/2018/")


def test_a_reader_opens_a_point_and_finds_the_figures_and_who_said_what() -> None:
    card = carded()
    entered(card, "II.1", Side({"part": "10", "whole": "10"}), local="can-bo-ubnd-quan", stage=Stage.DECLARED)
    entered(card, "II.1", Side(SCORES["II.1"].inputs, note="Một trả lời trễ."))
    told: dict[str, Any] = {"code": card.code}
    consult(until=card.cut_off, actor=actor("can-bo-quan"), **told)
    opine(
        item="II.1",
        unit=unit("phu-nu-a-an-phu"),
        stand=Stand.LOWER,
        text="Còn chậm.",
        actor=actor("phu-nu"),
        **told,
    )
    remark(item="II.1", text="Đề nghị xem lại.", actor=actor("can-bo-ubnd-quan"), **told)
    submit(comment="Có tiến bộ.", appraiser=unit("phong-noi-vu-a-quan-2"), actor=actor("can-bo-quan"), **told)
    for step in (decide, send, publish):
        step(actor=actor("lanh-dao"), **told)
    page = text(f"/chi-so/phieu/{card.code}/II.1/")
    for said in ("10,80", "9 / 10", "10 / 10", "Một trả lời trễ.", "Còn chậm.", "Đề nghị xem lại.", "nên thấp hơn: 1"):
        assert said in page, said
    sheet = text(f"/chi-so/phieu/{card.code}/")
    assert "Đơn vị kê khai cao hơn" in sheet
    assert "+1,2" in sheet


def test_an_officer_gets_from_a_point_to_the_list_of_its_records(signed_in: Callable[[str], Client]) -> None:
    card = carded(State.PUBLISHED)
    address = f"/chi-so/phieu/{card.code}/II.1/"
    records = "/ban-lam-viec/ho-so/?ky=den-han&amp;tu=2018-01-01&amp;den=2018-03-31"
    assert records in text(address, signed_in("can-bo-quan"))
    assert records not in text(address)
    assert records not in text(address, signed_in("can-bo-ubnd-quan"))
    assert signed_in("can-bo-quan").get(records.replace("&amp;", "&")).status_code == 200


def test_the_json_of_a_sheet_is_what_was_frozen_with_its_digest() -> None:
    card = carded(State.PUBLISHED)
    told = json.loads(text(f"/chi-so/phieu/{card.code}.json"))
    assert told["digest"] == card.digest == digest_of(told["sheet"])


def test_the_tables_say_the_same_numbers_as_the_page() -> None:
    card = carded(State.PUBLISHED)
    year = list(csv.DictReader(io.StringIO(text("/chi-so/2018.csv").lstrip("\ufeff"))))
    assert [(row["unit"], row["points"], row["percent"], row["band"], row["rubric"]) for row in year] == [
        (card.unit.slug, "44.05", "84.71", "", card.rubric.title)
    ]
    rows = list(csv.DictReader(io.StringIO(text(f"/chi-so/phieu/{card.code}.csv").lstrip("\ufeff"))))
    assert {row["code"]: row["points"] for row in rows}["II.1"] == "10.80"
    for form in ("xlsx", "json"):
        assert Client().get(f"/chi-so/2018.{form}").status_code == 200
    assert Client().get(f"/chi-so/phieu/{card.code}.xlsx").content[:2] == b"PK"
    assert Client().get("/chi-so/2018.exe").status_code == 404


@pytest.mark.parametrize("note", ["=1+1", "- thiếu hồ sơ"])
def test_a_note_that_begins_like_a_formula_stays_a_text_in_the_csv(note: str) -> None:
    card = carded()
    entered(card, "IV.2", Side(SCORES["IV.2"].inputs, note=note))
    Scorecard.objects.filter(pk=card.pk).update(state=State.DRAFTING)
    finish(card)
    assert f"'{note}" in text(f"/chi-so/phieu/{card.code}.csv")


def finish(card: Scorecard) -> None:
    """From drafted to published."""
    consult(code=card.code, until=card.cut_off, actor=actor("can-bo-quan"))
    remark(code=card.code, item="", text="Đồng ý.", actor=actor("can-bo-ubnd-quan"))
    submit(code=card.code, comment="Nhận xét.", appraiser=unit("phong-noi-vu-a-quan-2"), actor=actor("can-bo-quan"))
    for step in (decide, send, publish):
        step(code=card.code, actor=actor("lanh-dao"))


def test_a_corrected_sheet_says_so_and_the_year_shows_the_newer_one() -> None:
    old = carded(State.PUBLISHED)
    new = correct(code=old.code, actor=actor("can-bo-quan"))
    assert "đã có đính chính" not in text(f"/chi-so/phieu/{old.code}/")
    entered(new, "III.3", Side({"level": "a"}))
    finish(new)
    assert "đã có đính chính" in text(f"/chi-so/phieu/{old.code}/")
    (one,) = placed(2018)
    assert (one.card, one.points) == (new, Decimal("47.05"))


def test_a_year_is_compared_with_the_one_before_and_another_rubric_is_named() -> None:
    card = carded(State.PUBLISHED)
    Scorecard.objects.filter(pk=card.pk).update(year=2017)
    other = carded(State.PUBLISHED)
    (one,) = placed(2018)
    assert (one.card, one.change, one.warnings) == (other, Decimal("0.00"), ())
    version = other.rubric
    version.pk, version.number = None, 2
    version.save()
    Scorecard.objects.filter(pk=card.pk).update(rubric=version)
    (one,) = placed(2018)
    assert one.warnings == ("rubric",)


def test_the_page_is_drawn_in_english() -> None:
    card = carded(State.PUBLISHED)
    assert "of 52 points" in text(f"/en/chi-so/phieu/{card.code}/")
    assert "How it is scored" in text(f"/en/chi-so/phieu/{card.code}/II.1/")
