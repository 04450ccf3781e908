"""Reception sessions: published in time or said to be late, each turn with its end, promises followed, minutes numbered."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, unit
from tests.cases.test_sources import ENTER, told
from tests.public import code_on

from vidan.cases.kinds import Source
from vidan.cases.models import CaseFile, ReceptionSession, ReceptionTurn
from vidan.cases.services.hold_reception import add_turn, open_session
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import ReceptionDay

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/tiep-dan/"
SignIn = Callable[[str], Client]


def day(on: date | None = None, *, published_on: date = date(2018, 1, 2), front: str = "mttq-a-quan-2") -> ReceptionDay:
    facts = {"opens": time(8), "closes": time(11), "place": "Phòng tiếp dân thử", "host": "Ban Thường trực"}
    return ReceptionDay.objects.create(unit=unit(front), day=on or clock.today(), published_on=published_on, **facts)


def book(**changed: Any) -> ReceptionSession:
    return open_session(day=day(**changed), leaders="Phó Chủ tịch Thường trực", actor=actor("can-bo-quan"))


def turn(session: ReceptionSession, **changed: Any) -> ReceptionTurn:
    words: dict[str, Any] = {"gist": "Hẹn lại ba lần", "people": 1, "speakers": 1}
    return add_turn(session=session, actor=actor("can-bo-quan"), **(words | changed))


def public() -> str:
    return Client().get("/lien-he/").content.decode()


def test_a_session_published_late_is_shown_and_said_to_be_late() -> None:
    day(date(2018, 3, 19), published_on=date(2018, 3, 13))
    assert "Công bố muộn, ngày 13/03/2018; luật yêu cầu chậm nhất 12/03/2018." in public()


def test_a_session_published_in_time_says_nothing_of_it() -> None:
    day(date(2018, 3, 19), published_on=date(2018, 3, 12))
    assert "Công bố muộn" not in public()


def test_who_publishes_too_late_is_warned(signed_in: SignIn) -> None:
    words = {"unit": "mttq-a-quan-2", "day": "15/03/2018", "opens": "08:00", "closes": "11:00", "weeks": 1}
    words |= {"place": "Phòng họp", "host": "Ban Thường trực"}
    client = signed_in("can-bo-quan")
    page = client.post("/ban-lam-viec/noi-tiep-nhan/tiep-dan/them/", words, follow=True).content.decode()
    assert "chậm nhất ngày 08/03/2018" in page


def test_a_day_called_off_stays_on_the_page_with_its_reason_and_its_new_day(signed_in: SignIn) -> None:
    one = day(date(2018, 3, 20))
    client = signed_in("can-bo-quan")
    client.post(f"{PLACE}{one.pk}/hoan/", {"reason": "Phòng tiếp đang sửa", "moved_to": "27/03/2018"})
    page = public()
    assert "Phòng tiếp đang sửa" in page
    assert "Đã dời sang thứ Ba, 27/03/2018." in page
    assert ReceptionDay.objects.get(moved_from=one).place == one.place
    assert client.get(f"{PLACE}{one.pk}/hoan/").status_code == 404
    assert Entry.objects.filter(event="reception.call_off").count() == 1


@pytest.mark.parametrize("changed", [{"reason": " "}, {"moved_to": "20/03/2018"}, {"moved_to": "12/03/2018"}])
def test_a_day_is_not_called_off_without_reason_or_to_a_day_that_is_no_other(
    changed: dict[str, str], signed_in: SignIn
) -> None:
    one = day(date(2018, 3, 20))
    words = {"reason": "Phòng tiếp đang sửa", "moved_to": ""} | changed
    assert signed_in("can-bo-quan").post(f"{PLACE}{one.pk}/hoan/", words).status_code == 422
    assert not ReceptionDay.objects.filter(pk=one.pk).exclude(called_off="").exists()


def test_the_book_opens_on_the_day_and_not_before_and_not_twice(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    coming, come = day(clock.today() + timedelta(days=1)), day()
    for one in (coming, come, come):
        client.post(f"{PLACE}{one.pk}/", {"leaders": "Phó Chủ tịch Thường trực"})
    assert [session.day_id for session in ReceptionSession.objects.all()] == [come.pk]


def test_each_turn_gets_its_number_and_a_promise_its_day(signed_in: SignIn) -> None:
    session = book()
    words = {"people": 7, "speakers": 2, "gist": "Đường ngập", "promise": "Cùng đi xem", "promised_by": "20/03/2018"}
    client = signed_in("can-bo-quan")
    assert client.post(f"{PLACE}{session.day_id}/", words).status_code == 302
    client.post(f"{PLACE}{session.day_id}/", {"people": 1, "gist": "Hỏi giờ", "ended": "answered"})
    kept = list(session.turns.values_list("number", "people", "speakers", "promised_by"))
    assert kept == [(1, 7, 2, date(2018, 3, 20)), (2, 1, 1, None)]


@pytest.mark.parametrize(
    "changed",
    [
        {"people": 7, "speakers": 3},
        {"people": 30, "speakers": 6},
        {"people": 0},
        {"gist": ""},
        {"promise": "Cùng đi xem"},
        {"promised_by": "20/03/2018"},
        {"promise": "Cùng đi xem", "promised_by": "01/03/2018"},
        {"promise": "Cùng đi xem", "promised_by": "31/02/2018"},
        {"ended": "nowhere"},
        {"gist": "a" * 161},
    ],
)
def test_a_turn_that_does_not_fit_is_told_and_not_kept(changed: dict[str, Any], signed_in: SignIn) -> None:
    session = book()
    words = {"people": 1, "gist": "Đường ngập"} | changed
    answer = signed_in("can-bo-quan").post(f"{PLACE}{session.day_id}/", words)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not session.turns.exists()


def test_a_turn_becomes_a_case_with_a_receipt_and_only_once(signed_in: SignIn) -> None:
    session = book()
    one = turn(session, people=7, speakers=2)
    client = signed_in("can-bo-quan")
    place = f"{ENTER}?buoi={session.day_id}&luot={one.number}"
    assert "Hẹn lại ba lần" in client.get(place).content.decode()
    assert code_on(client.post(place, told(source=Source.RECEPTION, people=7)))
    client.post(place, told(source=Source.RECEPTION))
    case = CaseFile.objects.get()
    one.refresh_from_db()
    assert one.case == case
    assert case.people == 7
    assert case.code in client.get(f"{PLACE}{session.day_id}/").content.decode()


def test_minutes_wait_for_every_turn_and_then_end_the_book(signed_in: SignIn) -> None:
    session = book()
    turn(session, promise="Cùng đi xem", promised_by=date(2018, 3, 20))
    client = signed_in("can-bo-quan")
    client.post(f"{PLACE}{session.day_id}/lap-bien-ban/")
    assert not Paper.objects.filter(kind="reception_minutes").exists()
    client.post(f"{PLACE}{session.day_id}/luot/1/ket-qua/", {"ended": "guided"})
    client.post(f"{PLACE}{session.day_id}/lap-bien-ban/")
    paper = Paper.objects.get(kind="reception_minutes")
    assert paper.label == "01/BB-MTTQ-BTT"
    assert "Lượt 1, 1 người: Hẹn lại ba lần. Kết quả: đã hướng dẫn" in str(paper.structure)
    assert "Cùng đi xem, chậm nhất ngày 20/03/2018." in str(paper.structure)
    assert client.get(f"{PLACE}{session.day_id}/bien-ban.pdf").content.startswith(b"%PDF")
    client.post(f"{PLACE}{session.day_id}/", {"people": 1, "gist": "Muộn"})
    assert session.turns.count() == 1


def test_a_promise_is_ticked_once_and_counted(signed_in: SignIn) -> None:
    session = book()
    turn(session, promise="Cùng đi xem", promised_by=date(2018, 3, 12))
    turn(session, people=12, speakers=5, promise="Gọi lại", promised_by=date(2018, 3, 12))
    client = signed_in("can-bo-quan")
    assert "Cùng đi xem" in client.get(PLACE).content.decode()
    for answer in ("yes", "no"):
        client.post(f"{PLACE}{session.day_id}/luot/1/loi-hua/", {"kept": answer})
    assert ReceptionTurn.objects.get(number=1).kept is True
    assert "Cùng đi xem" not in client.get(PLACE).content.decode()
    scope = Scope(date(2018, 1, 1), date(2018, 3, 13))
    values = read_figures(["receptions.turns", "receptions.people", "receptions.promises_kept"], scope)
    assert [value.count for value in values.values()] == [2, 13, 1]
    assert values["receptions.promises_kept"].total == 2


def test_the_book_of_another_front_is_not_there(signed_in: SignIn) -> None:
    session = book()
    turn(session, promise="Cùng đi xem", promised_by=date(2018, 3, 20))
    ward = signed_in("can-bo-phuong")
    assert "Phòng tiếp dân thử" not in ward.get(PLACE).content.decode()
    assert ward.get(f"{PLACE}{session.day_id}/").status_code == 404
    assert ward.get(f"{ENTER}?buoi={session.day_id}&luot=1").status_code == 404
    for what in ("lap-bien-ban/", "luot/1/ket-qua/", "luot/1/loi-hua/"):
        assert ward.post(f"{PLACE}{session.day_id}/{what}", {"kept": "yes", "ended": "guided"}).status_code == 404


def test_the_district_calls_off_a_day_of_its_ward_and_not_the_other_way_round(signed_in: SignIn) -> None:
    ward, district = day(date(2018, 3, 20), front="mttq-a-an-phu"), day(date(2018, 3, 20))
    assert signed_in("can-bo-quan").get(f"{PLACE}{ward.pk}/hoan/").status_code == 200
    assert signed_in("can-bo-phuong").post(f"{PLACE}{district.pk}/hoan/", {"reason": "x"}).status_code == 404
    assert not ReceptionDay.objects.filter(pk=district.pk).exclude(called_off="").exists()


def test_the_page_of_a_session_does_not_ask_more_as_it_grows(
    signed_in: SignIn, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    session = book()
    for number in range(12):
        turn(session, gist=f"Việc {number}", promise="Cùng đi xem", promised_by=date(2018, 3, 20))
    client = signed_in("can-bo-quan")
    for place in (PLACE, f"{PLACE}{session.day_id}/"):
        client.get(place)
        with django_assert_max_num_queries(10):
            client.get(place)
