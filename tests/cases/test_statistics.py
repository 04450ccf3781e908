"""Handling statistics: each number is the length of the list behind it, and tells of nothing that one may not know of."""

import html
import io
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.test import Client
from tests.cases.made import actor, found, made, official_of, settle, unit

from vidan.cases.kinds import Kind, Source, State, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.selectors import Filters
from vidan.cases.services.answer import AnswerPaper, record_answer
from vidan.cases.services.classify import Classification, classify
from vidan.cases.services.tally import reckoned
from vidan.cases.services.withdraw import withdraw
from vidan.cases.statistics import Statistics, period, statistics_for
from vidan.foundation.accounts.models import Official, User
from vidan.foundation.calendar import clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.journal.models import Entry
from vidan.foundation.units.models import CounterPoint
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
PLACE = "/ban-lam-viec/thong-ke/"
LATER = datetime(2018, 6, 1, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
YEAR = date(2018, 1, 1), date(2018, 12, 31)
COUNTED = ("cases.received", "cases.answer_due", "cases.answered", "cases.answered_on_time", "cases.answered_late")


def many() -> None:
    """Cases of every sort: praise, without a place, at a counter, withdrawn, late, classified as something else."""
    for state in (State.RECEIVED, State.TRANSFERRED, State.ANSWERED, State.CLOSED):
        made(state)
    made(kind=Kind.COMMENDATION, conduct=())
    made(about=None, source=Source.HOTLINE)
    made(State.TRANSFERRED, about="mot-cua-a-binh-an", conduct=("attitude", "delay"))
    point = CounterPoint.objects.first()
    made(State.ANSWERED, counter=point, source=Source.COUNTER)
    withdraw(code=made(State.TRANSFERRED).code)
    late = made(State.TRANSFERRED)
    with clock.at(datetime(2018, 4, 20, 9, 0, tzinfo=LATER.tzinfo)):
        settle(late.code)


def read(local: str = "can-bo-quan") -> Statistics:
    with clock.at(LATER):
        return statistics_for(actor(local), *period(None, None))


def table(told: Statistics, title: str) -> dict[str, list[int]]:
    found = next(one for one in told.tables if one.title == title)
    return {str(line.label): line.counts.numbers() for line in found.lines}


def test_the_facts_of_the_steps_are_what_the_rows_come_to() -> None:
    many()
    written: Counter[tuple[object, ...]] = Counter()
    for fact in Fact.objects.filter(name__startswith="cases."):
        if fact.name.startswith((*COUNTED, "cases.days_late")):
            written[fact.name, fact.on, fact.front_id, fact.unit_id, fact.mark] += fact.amount
    counted: Counter[tuple[object, ...]] = Counter()
    for case in CaseFile.objects.prefetch_related("transfers__clock"):
        for fact in reckoned(case):
            counted[fact.name, fact.on, fact.front_id, fact.unit_id, fact.mark] += fact.amount
    assert +written == +counted
    assert not -written


@pytest.mark.parametrize("summed", [False, True])
def test_every_number_is_the_length_of_the_list_behind_it(summed: bool) -> None:
    many()
    if summed:
        sum_up()
    told, officer = read(), actor("can-bo-quan")
    with clock.at(LATER):
        seen = 0
        for line in [told.whole, *(line for one in told.tables for line in one.lines)]:
            for n, query in line.cells:
                assert n >= 0
                if query:
                    rows = CaseFile.objects.visible_to(officer).filter(asked(query).condition(officer))
                    assert rows.count() == n, (str(line.label), query)
                    seen += 1
    assert seen > 40


def asked(query: str) -> Filters:
    from django.http import QueryDict

    return Filters.read(QueryDict(query))


def test_the_links_of_the_page_lead_to_lists_of_so_many_cases(signed_in: SignIn) -> None:
    many()
    client = signed_in("can-bo-quan")
    with clock.at(LATER):
        page = client.get(PLACE).content.decode()
        links = re.findall(r'href="(/ban-lam-viec/ho-so/\?[^"]*(?:ky|con-no)=[^"]*)"[^>]*>(\d+)</a>', page)
        assert len(links) > 40
        for link, n in links[:12] + links[-6:]:
            listed = client.get(html.unescape(link)).content.decode()
            assert len(set(re.findall(r"/ho-so/(PA-\d+-\d+|KH-\d+-\d+)/\"", listed))) == int(n), link


def test_a_word_counts_where_it_turned_out_to_belong() -> None:
    case = made(about=None)
    told = Classification(Kind.SUGGESTION, unit("mot-cua-a-an-phu"), ("delay",), "Xin thêm ghế ngồi")
    classify(code=case.code, found=told, actor=actor("can-bo-quan"))
    assert table(read(), "Theo loại") == {"kiến nghị": [1, 0, 0, 0, 0]}
    assert table(read(), "Theo điều đã xảy ra") == {"Hẹn lại nhiều lần, trả chậm": [1, 0, 0, 0, 0]}
    assert list(table(read(), "Theo nơi liên quan")) == [unit("mot-cua-a-an-phu").short_name]


def test_classifying_as_it_was_writes_no_fact_anew() -> None:
    case = made()
    before = Fact.objects.count()
    classify(code=case.code, found=found(), actor=actor("can-bo-quan"))
    assert Fact.objects.count() == before


def test_what_is_due_today_is_not_late_yet() -> None:
    case = made(State.TRANSFERRED)
    clocked = case.transfers.select_related("clock").get(role=TransferRole.SETTLE).clock
    assert clocked is not None
    due = datetime.combine(clocked.due_on, LATER.timetz())
    for moment, late in ((due, 0), (due + timedelta(days=1), 1)):
        with clock.at(moment):
            assert statistics_for(actor("can-bo-quan"), *period(None, None)).whole.counts.late == late


def test_a_late_answer_says_which_body_and_by_how_many_working_days() -> None:
    case = made(State.TRANSFERRED)
    settles = case.transfers.select_related("clock", "recipient").get(role=TransferRole.SETTLE)
    assert settles.clock is not None
    with clock.at(LATER):
        paper = AnswerPaper(
            "12/UBND", settles.clock.due_on + timedelta(days=7), settles.clock.due_on + timedelta(days=7)
        )
        officer = actor("can-bo-quan")
        record_answer(code=case.code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", paper=paper, actor=officer)
    body = next(one for one in read().bodies if one.role == TransferRole.SETTLE.label)
    assert (body.name, body.due, body.on_time, body.answered_late, body.days_late) == (
        settles.recipient.short_name,
        1,
        0,
        1,
        5,
    )
    assert body.owing == 0


def test_a_body_that_still_owes_an_answer_stands_there_with_the_days_since() -> None:
    made(State.TRANSFERRED)
    bodies = read().bodies
    assert {str(one.role) for one in bodies} == {"giải quyết", "theo dõi"}
    assert all(one.owing == 1 and one.longest > 20 and one.mean is None for one in bodies)


def test_places_of_which_people_complained_again_and_again_are_named_and_praise_does_not_count() -> None:
    for _n in range(3):
        made()
        made(about="mot-cua-a-binh-an", kind=Kind.COMMENDATION)
    made(about="ubnd-a-an-phu")
    assert [(str(p.line.label), p.count, p.wide, str(p.often)) for p in read().places] == [
        (unit("mot-cua-a-an-phu").short_name, 3, 100, "Thái độ không đúng mực")
    ]


def test_no_number_tells_of_a_case_one_may_not_know_of() -> None:
    made(State.TRANSFERRED)
    who = official_of("can-bo-ubnd")
    made(State.ANSWERED, about="ubnd-a-an-phu", official=who)
    Official.objects.filter(pk=who.pk).update(user=User.objects.get(email=address("can-bo-quan-2")))
    others, his = read("can-bo-quan"), read("can-bo-quan-2")
    assert others.whole.counts.numbers()[0] == 2
    assert his.whole.counts.numbers()[0] == 1
    assert unit("ubnd-a-an-phu").short_name in table(others, "Theo nơi liên quan")
    assert unit("ubnd-a-an-phu").short_name not in table(his, "Theo nơi liên quan")
    assert his.whole.counts.numbers() == [1, 1, 0, 0, 1]
    owed = [sum(one.owing for one in told.bodies) for told in (others, his)]
    assert owed == [3, 2]  # his: of the case at the counter alone, not the remark on the case about him


def test_the_ward_counts_its_own_cases_only() -> None:
    made()
    made(front="mttq-a-an-phu")
    assert read("can-bo-phuong").whole.counts.numbers()[0] == 1


def test_the_period_ends_yesterday_and_is_the_year_unless_days_are_asked_for() -> None:
    assert period(None, None) == (date(2018, 1, 1), date(2018, 3, 12))
    assert period(date(2018, 2, 1), date(2018, 2, 28)) == (date(2018, 2, 1), date(2018, 2, 28))
    assert period(date(2018, 2, 1), date(2030, 1, 1)) == (date(2018, 2, 1), date(2018, 3, 12))


@pytest.mark.parametrize("query", ["?tu=x&den=31/02/2018", "?tu=2018-05-01&den=2018-04-01", "?tu=%01"])
def test_days_that_make_no_sense_are_told(query: str, signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").get(PLACE + query)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_days_are_read_as_people_write_them(signed_in: SignIn) -> None:
    many()
    with clock.at(LATER):
        page = signed_in("can-bo-quan").get(f"{PLACE}?tu=01/03/2018&den=31/03/2018").content.decode()
    assert "Từ 01/03/2018 đến hết 31/03/2018." in page
    assert 'value="01/03/2018"' in page


def test_a_time_without_cases_says_so(signed_in: SignIn) -> None:
    page = signed_in("can-bo-quan").get(f"{PLACE}?tu=2017-01-01&den=2017-02-01").content.decode()
    assert "Không có ý kiến hay câu trả lời nào" in page


def test_the_spreadsheet_holds_the_numbers_of_the_page_and_is_journalled(signed_in: SignIn) -> None:
    many()
    with clock.at(LATER):
        answer = signed_in("can-bo-quan").post(f"{PLACE}xuat/?tu=2018-01-01&den=2018-05-31")
    opened = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert opened is not None
    rows = [tuple(cell.value for cell in row) for row in opened.iter_rows()]
    whole = next(row for row in rows if row[0] == "Tất cả")
    assert list(whole[2:7]) == read().whole.counts.numbers()
    assert Entry.objects.filter(event="case.export", subject="statistics").exists()


def test_the_published_figures_stay_as_they_were(signed_in: SignIn) -> None:
    made(State.ANSWERED)
    names = [one["name"] for one in Client().get("/so-lieu/2018.json").json()["figures"]]
    assert not [name for name in names if "_by_" in name or "_of_" in name]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_far_from_any_case_break_nothing(day: str, signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    for place in (f"{PLACE}?tu={day}&den={day}", f"/ban-lam-viec/ho-so/?ky=da-nhan&tu={day}&den={day}"):
        assert client.get(place).status_code == 200
