"""What everybody reads of sheets that units scored first: who claimed what, what was asked and explained, who stands where."""

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from tests.cases.made import actor
from tests.scorecards.made import unit
from tests.scorecards.unit_made import (
    AN_KHANH,
    AN_PHU,
    DECLARED,
    ITEMS,
    MANNER,
    ORDER,
    THU_THIEM,
    committee,
    entered,
    opened,
    sheet,
    small_rubric,
)

from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Succession, Unit
from vidan.scorecards.compared import placed
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.services.appraise import accept_declared, take_up, take_up_unsent
from vidan.scorecards.services.decide_result import decide_result, publish_result
from vidan.scorecards.services.decide_tie import decide_tie
from vidan.scorecards.services.self_score import send_in
from vidan.scorecards.snapshot import digest_of

pytestmark = pytest.mark.django_db


def text(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("state", [state for state in ORDER if state != State.PUBLISHED])
def test_nothing_is_public_before_it_is_published(state: State) -> None:
    card = sheet(state)
    for address in ("/chi-so/2018/", f"/chi-so/phieu/{card.code}/", f"/chi-so/phieu/{card.code}.json"):
        assert Client().get(address).status_code == 404, address


def test_the_sheet_shows_self_score_and_both_appraisals_and_where_the_unit_claimed_more() -> None:
    card = sheet(State.PUBLISHED)
    page = text(f"/chi-so/phieu/{card.code}/")
    for said in ("5,70", "4,80", "5,40", "Thẩm định lần 2", "Đơn vị tự chấm cao hơn kết quả", "+0,3", "Tốt"):
        assert said in page, said
    assert "Đã hỏi và được giải trình" in page


def test_a_point_shows_what_was_asked_and_explained() -> None:
    card = sheet(State.PUBLISHED)
    page = text(f"/chi-so/phieu/{card.code}/1.2/")
    for said in ("Vì sao khai 95 mà sổ ghi 80?", "Mười hồ sơ được gia hạn", "95 / 100", "80 / 100", "90 / 100", "5,40"):
        assert said in page, said
    assert "Mặt trận chấm" not in text(f"/chi-so/phieu/{card.code}/1.1/")


def test_a_band_that_a_gate_holds_says_why() -> None:
    (card,) = opened()
    with clock.at(clock.now() + timedelta(days=8)):
        take_up_unsent(code=card.code, actor=actor("can-bo-quan"))
        for item, side in (DECLARED | {"2.1": MANNER}).items():
            entered(card, item, side, Stage.SCORED)
        decide_result(code=card.code, actor=actor("lanh-dao"))
        publish_result(code=card.code, days=5, actor=actor("lanh-dao"))
    page = text(f"/chi-so/phieu/{card.code}/")
    assert "Chưa đạt" in page
    assert "bị giới hạn vì đơn vị không nộp điểm tự chấm" in page


def test_a_sheet_without_a_part_tells_its_points_on_the_scale_of_the_whole() -> None:
    (card,) = opened(rubric=small_rubric(written={"name": "Thử", "items": ITEMS, "rescale": "20"}))
    for item, side in (DECLARED | {"2.2": Side({}, applies=False, note="Không có.")}).items():
        entered(card, item, side, Stage.DECLARED)
    send_in(code=card.code, actor=committee())
    take_up(code=card.code, actor=actor("can-bo-quan"))
    entered(card, "2.1", MANNER, Stage.SCORED)
    accept_declared(code=card.code, actor=actor("can-bo-quan"))
    decide_result(code=card.code, actor=actor("lanh-dao"))
    publish_result(code=card.code, days=5, actor=actor("lanh-dao"))
    assert "quy đổi thành 18,27 điểm" in text(f"/chi-so/phieu/{card.code}/")  # 13.70 of 15


def test_a_bar_stays_in_its_room_whatever_the_share() -> None:
    card = sheet(State.PUBLISHED)
    assert card.frozen is not None
    for points, wide in (("23", "170"), ("-1", "0")):
        card.frozen["result"]["total"] |= {"points": points, "percent": str(5 * int(points))}
        card.save()
        assert f'width="{wide}' in text("/chi-so/2018/")
        assert 'width="-' not in text("/chi-so/2018/")


def test_a_unit_that_took_others_in_is_compared_with_its_own_sheet_of_the_year_before() -> None:
    old, merged = sheet(State.PUBLISHED, AN_PHU, year=2017), sheet(State.PUBLISHED, AN_KHANH, year=2017)
    now = sheet(State.PUBLISHED, AN_PHU)
    for card, points in ((old, "10"), (merged, "15")):
        assert card.frozen is not None
        card.frozen["result"]["total"] |= {"points": points, "maximum": "20", "percent": str(5 * int(points))}
        card.save()
    one, other = unit(AN_PHU), unit(AN_KHANH)
    Unit.objects.filter(pk=other.pk).update(valid_to=date(2017, 12, 31))
    Succession.objects.create(predecessor=other.area, successor=one.area, on=date(2018, 1, 1), is_default=True)
    (row,) = placed(2018)
    assert (row.card, row.change, row.warnings) == (now, Decimal("42.00"), ("unit",))


def test_a_unit_made_of_several_has_no_one_sheet_to_be_compared_with() -> None:
    for ward in (AN_PHU, AN_KHANH):
        sheet(State.PUBLISHED, ward, year=2017)
    sheet(State.PUBLISHED, THU_THIEM)
    for ward in (AN_PHU, AN_KHANH):
        Unit.objects.filter(slug=ward).update(valid_to=date(2017, 12, 31))
        Succession.objects.create(
            predecessor=unit(ward).area, successor=unit(THU_THIEM).area, on=date(2018, 1, 1), is_default=True
        )
    (row,) = placed(2018)
    assert (row.change, row.warnings) == (None, ("unit",))


def test_units_of_one_rubric_are_ranked_together_with_their_band_and_a_decided_tie_with_its_reason() -> None:
    one, other = sheet(State.DECIDED, AN_PHU), sheet(State.DECIDED, AN_KHANH)
    third = sheet(State.REVIEWING, THU_THIEM)
    entered(third, "1.2", Side({"part": "50", "whole": "100"}, note="Không chấp nhận."), Stage.SECOND)
    head = actor("lanh-dao")
    decide_result(code=third.code, actor=head)
    told: dict[str, Any] = {"rubric": small_rubric(), "year": 2018, "actor": head}
    decide_tie(order=[other.code, one.code], reason="Ít đơn khiếu nại hơn.", **told)
    for card in (one, other, third):
        publish_result(code=card.code, days=5, actor=head)
    assert [(row.card.unit.slug, row.rank and row.rank.rank, row.band) for row in placed(2018)] == [
        (AN_KHANH, 1, "Tốt"),
        (AN_PHU, 2, "Tốt"),
        (THU_THIEM, 3, "Tốt"),
    ]
    page = text("/chi-so/2018/")
    assert "Ít đơn khiếu nại hơn." in page
    assert "tự chấm, Mặt trận Quận 2 thẩm định" in page


def test_the_published_json_is_what_was_frozen_and_is_counted_again(tmp_path: Any, capsys: Any) -> None:
    card = sheet(State.PUBLISHED)
    told = json.loads(text(f"/chi-so/phieu/{card.code}.json"))
    assert told["digest"] == card.digest == digest_of(told["sheet"])
    place = tmp_path / "phieu.json"
    place.write_text(json.dumps(told), encoding="utf-8")
    call_command("score", "replay", str(place))
    assert "Tổng: 18,40 / 20" in capsys.readouterr().out


def test_the_pages_are_drawn_in_english() -> None:
    card = sheet(State.PUBLISHED)
    assert "Where the unit scored itself above the result" in text(f"/en/chi-so/phieu/{card.code}/")
    assert "Second appraisal" in text(f"/en/chi-so/phieu/{card.code}/1.2/")
