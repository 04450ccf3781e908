"""The desk's pages of scorecards: who sees what, entering in place, and what is told when something is wrong."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.scorecards.made import SCORES, carded, entered, opened

from vidan.foundation.files.services import keep_file
from vidan.foundation.journal.models import Entry as JournalEntry
from vidan.scorecards.acts import scans_of
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Entry, ItemOpinion, OfficialIndex, Remark, Scorecard

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/cham-diem/"


def place(card: Scorecard, rest: str = "") -> str:
    return f"{DESK}phieu/{card.code}/{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_list_is_empty_until_a_sheet_is_opened_and_then_leads_to_it(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    assert "Chưa có phiếu chấm nào" in text(client, DESK)
    card = opened()
    assert place(card) in text(client, DESK)


def test_an_officer_opens_the_sheet_of_a_year(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    version = opened().rubric
    Scorecard.objects.all().delete()
    unit = version.front.area.units.get(kind="peoples_committee")
    told = {"rubric": version.pk, "unit": unit.pk, "year": 2018, "cut_off": "31/03/2018"}
    answer = client.post(f"{DESK}mo/", told)
    assert answer.status_code == 302
    assert Scorecard.objects.get().cut_off.isoformat() == "2018-03-31"
    again = client.post(f"{DESK}mo/", told)
    assert again.status_code == 422
    assert "đã có phiếu chấm" in again.content.decode()


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao", "can-bo-ubnd-quan", "phu-nu", "can-bo-phuong"])
def test_the_sheet_and_its_items_are_drawn_in_every_state_for_everybody_concerned(
    state: State, local: str, signed_in: SignIn
) -> None:
    card = carded(state)
    client = signed_in(local)
    unheard = state == State.DRAFTING and local in ("phu-nu", "can-bo-phuong")
    for address in (place(card), place(card, "muc/II.1/"), place(card, "muc/IV.1/")):
        assert client.get(address).status_code == (404 if unheard else 200), address


def test_the_unit_does_not_see_points_before_it_is_asked(signed_in: SignIn) -> None:
    card = carded()
    client = signed_in("can-bo-ubnd-quan")
    assert "10,80" not in text(client, place(card))
    assert "10,80" not in text(client, place(card, "muc/II.1/"))
    assert "10,80" in text(signed_in("can-bo-ubnd-quan"), place(carded_on(card)))


def carded_on(card: Scorecard) -> Scorecard:
    """The same sheet, sent out for opinions."""
    Scorecard.objects.filter(pk=card.pk).update(state=State.CONSULTING)
    return card


def post(client: Client, card: Scorecard, item: str, *, script: bool = False, **told: str) -> tuple[int, str]:
    sent = {"stage": "scored", "version": "0", "note": "", "row": "m4"} | {
        name.replace("_in_", "in_"): value for name, value in told.items()
    }
    headers = {"HX-Request": "true"} if script else {}
    answer = client.post(place(card, f"muc/{item}/"), sent, headers=headers)
    return answer.status_code, answer.content.decode()


def test_an_item_is_entered_in_its_line_and_only_the_cell_and_the_sums_come_back(signed_in: SignIn) -> None:
    card = opened()
    status, body = post(signed_in("can-bo-quan"), card, "II.1", script=True, in_part="9", in_whole="10")
    assert status == 200
    assert "10,80" in body
    assert "Đã lưu" in body
    assert 'name="version" value="1"' in body
    assert "<html" not in body
    assert Entry.objects.get(card=card).inputs == {"part": "9", "whole": "10"}


def test_an_item_is_entered_without_a_script_and_leads_back_to_its_line(signed_in: SignIn) -> None:
    card = opened()
    answer = signed_in("can-bo-quan").post(
        place(card, "muc/II.1/"),
        {"stage": "scored", "version": "0", "row": "m6", "in_part": "9,5", "in_whole": "10", "note": ""},
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{place(card)}#m6")
    assert Entry.objects.get(card=card).inputs == {"part": "9.5", "whole": "10"}


@pytest.mark.parametrize("typed", ["ba", "1e5", "-1", "9" * 20, "１２", "<b>1</b>", "NaN", "0x1"])
def test_a_number_that_is_none_is_told_at_its_place_and_what_was_typed_stays(typed: str, signed_in: SignIn) -> None:
    card = opened()
    status, body = post(signed_in("can-bo-quan"), card, "II.1", in_part=typed, in_whole="10")
    assert status == 422
    assert "Số này không đọc được" in body
    assert typed.replace("<", "&lt;").replace(">", "&gt;") in body
    assert not Entry.objects.exists()


def test_who_comes_second_at_an_item_is_told_what_stands_there_and_may_replace_it(signed_in: SignIn) -> None:
    card = opened()
    entered(card, "II.1", SCORES["II.1"], local="can-bo-quan-2")
    client = signed_in("can-bo-quan")
    _status, body = post(client, card, "II.1", script=True, in_part="8", in_whole="10")
    assert "Người khác vừa nhập mục này: 9 / 10" in body
    assert 'name="version" value="1"' in body
    post(client, card, "II.1", script=True, in_part="8", in_whole="10", version="1")
    assert Entry.objects.get(card=card).inputs["part"] == "8"


def test_the_unit_declares_its_own_side_and_cannot_write_the_fronts(signed_in: SignIn) -> None:
    card = opened()
    client = signed_in("can-bo-ubnd-quan")
    status, body = post(client, card, "II.1", script=True, in_part="10", in_whole="10", stage="scored")
    assert status == 200
    assert "Đã lưu" in body
    assert "12,00" not in body
    assert Entry.objects.get(card=card).stage == Stage.DECLARED


def test_a_change_by_somebody_else_is_told_and_none_is_silent(signed_in: SignIn) -> None:
    card = opened()
    client = signed_in("can-bo-quan")
    assert client.get(place(card, f"thay-doi/{card.version}/")).status_code == 204
    entered(card, "II.1", SCORES["II.1"], local="can-bo-quan-2")
    assert "Người khác vừa thay đổi" in text(client, place(card, f"thay-doi/{card.version}/"))


def test_a_member_gives_an_opinion_with_its_reason(signed_in: SignIn) -> None:
    card = carded(State.CONSULTING)
    client = signed_in("phu-nu")
    unit = actor("phu-nu").held[0].unit_id
    bare = client.post(place(card, "muc/II.1/gop-y/"), {"unit": unit, "stand": "lower", "text": ""})
    assert bare.status_code == 422
    assert "cần nêu lý do" in bare.content.decode()
    client.post(place(card, "muc/II.1/gop-y/"), {"unit": unit, "stand": "lower", "text": "Còn chậm."})
    assert ItemOpinion.objects.get(card=card).text == "Còn chậm."
    assert "Còn chậm." in text(signed_in("can-bo-quan"), place(card, "muc/II.1/"))


def test_an_opinion_is_not_given_for_a_unit_of_others(signed_in: SignIn) -> None:
    card = carded(State.CONSULTING)
    other = actor("can-bo-phuong").held[0].unit_id
    told = {"unit": other, "stand": "agrees", "text": ""}
    assert signed_in("phu-nu").post(place(card, "muc/II.1/gop-y/"), told).status_code == 422
    assert not ItemOpinion.objects.exists()


def test_a_remark_on_paper_is_recorded_with_its_days(signed_in: SignIn) -> None:
    card = carded(State.CONSULTING)
    client = signed_in("can-bo-quan")
    told = {
        "version": card.version,
        "item": "II.1",
        "text": "Đề nghị xem lại.",
        "number": "12/UBND",
        "dated": "12/03/2018",
        "received_on": "11/03/2018",
    }
    wrong = client.post(place(card, "ghi-y-kien-don-vi/"), told)
    assert wrong.status_code == 422
    assert "Đề nghị xem lại." in wrong.content.decode()
    assert not Remark.objects.exists()
    assert client.post(place(card, "ghi-y-kien-don-vi/"), told | {"received_on": "13/03/2018"}).status_code == 302
    assert "12/UBND" in text(client, place(card))


@pytest.mark.parametrize(
    ("local", "opens"),
    [
        ("can-bo-quan", True),
        ("lanh-dao", True),
        ("can-bo-ubnd-quan", True),
        ("phu-nu", False),
        ("can-bo-phuong", False),
    ],
)
def test_the_scan_of_a_remark_opens_for_the_front_and_the_unit_and_is_journalled(
    local: str, opens: bool, signed_in: SignIn
) -> None:
    card = carded(State.CONSULTING)
    scan = keep_file(subject=scans_of(card.code), upload=SimpleUploadedFile("scan.jpg", jpg()), position=1)
    answer = signed_in(local).get(place(card, f"van-ban-den/{scan.name}/"))
    assert answer.status_code == (200 if opens else 404)
    assert JournalEntry.objects.filter(subject=card.code, event="scorecard.download").exists() is opens


def test_the_published_result_is_recorded_by_item_and_shown_beside_ours(signed_in: SignIn) -> None:
    card = carded(State.SENT)
    client = signed_in("can-bo-quan")
    told = {"version": card.version, "source": "Quyết định 12", "published_on": "12/03/2018"}
    empty = client.post(place(card, "ket-qua-cong-bo/"), told)
    assert "Cần ít nhất tổng điểm" in empty.content.decode()
    beyond = client.post(place(card, "ket-qua-cong-bo/"), told | {"points_0": "60", "maximum_0": "52"})
    assert "điểm không quá điểm tối đa" in beyond.content.decode()
    fine = told | {"points_0": "41,5", "maximum_0": "52", "points_1": "9", "maximum_1": "10"}
    assert client.post(place(card, "ket-qua-cong-bo/"), fine).status_code == 302
    assert {one.item: str(one.points) for one in OfficialIndex.objects.all()} == {"": "41.5000", "I": "9.0000"}
    assert "theo công bố: 9 / 10" in text(client, place(card))


def test_a_move_that_is_not_open_leads_back_and_says_why(signed_in: SignIn) -> None:
    card = opened()
    answer = signed_in("can-bo-quan").get(place(card, "lay-y-kien/"), follow=True)
    assert "mỗi tiêu chí đã chấm" in answer.content.decode()


def test_words_of_a_side_are_escaped(signed_in: SignIn) -> None:
    card = opened()
    entered(card, "IV.2", Side({"part": "3", "whole": "4"}, note="<script>alert(1)</script>"))
    for address in (place(card), place(card, "muc/IV.2/")):
        assert "<script>alert" not in text(signed_in("can-bo-quan"), address)


def test_what_somebody_else_entered_is_told_in_words(signed_in: SignIn) -> None:
    card = opened()
    entered(card, "I.2", SCORES["I.2"], local="can-bo-quan-2")
    _status, body = post(signed_in("can-bo-quan"), card, "I.2", script=True, in_level="b")
    assert "Người khác vừa nhập mục này: a" not in body
    assert re.search("Người khác vừa nhập mục này: [^.]{4,}", body)
