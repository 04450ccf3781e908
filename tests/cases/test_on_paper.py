"""The day's work on paper: late, due today, new; without identity."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.cases.made import IDENTITY, actor, made

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services.assign import assign
from vidan.cases.views import on_paper
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
PLACE = "/ban-lam-viec/in-viec-hom-nay/"


def part(page: str, title: str) -> str:
    return page.split(f"<h2>{title}", 1)[1].split("</section>", 1)[0] if f"<h2>{title}" in page else ""


def test_a_case_stands_in_one_part_by_its_date(signed_in: SignIn) -> None:
    late, today, new = made(State.TRANSFERRED), made(State.TRANSFERRED), made()
    CaseFile.objects.filter(pk=late.pk).update(due_on=clock.today() - timedelta(days=1))
    CaseFile.objects.filter(pk=today.pk).update(due_on=clock.today())
    page = signed_in("can-bo-quan").get(PLACE).content.decode()
    for title, case in (("Trễ hạn", late), ("Đến hạn hôm nay", today), ("Mới nhận, chưa phân loại", new)):
        assert case.code in part(page, title), title
        assert page.count(case.code) == 1


def test_what_is_neither_late_nor_due_nor_new_is_left_out(signed_in: SignIn) -> None:
    case, ended = made(State.TRANSFERRED), made(State.CLOSED)
    page = signed_in("can-bo-quan").get(PLACE).content.decode()
    assert case.code not in page
    assert ended.code not in page
    assert "không có việc nào trễ" in page


def test_the_head_of_the_page_says_day_and_front_and_nothing_says_who_spoke(signed_in: SignIn) -> None:
    made(mode=TellerMode.NAMED)
    page = signed_in("can-bo-quan").get(PLACE).content.decode()
    assert "Việc thứ Ba, 13/03/2018" in page
    assert "MTTQ" in page or "Mặt trận" in page
    assert IDENTITY.name not in page


def test_an_officer_may_print_only_what_he_carries(signed_in: SignIn) -> None:
    mine, other = made(), made()
    officer = User.objects.get(email=address("can-bo-quan"))
    assign(chosen={mine.code: mine.version}, officer=officer, actor=actor("lanh-dao"))
    page = signed_in("can-bo-quan").get(f"{PLACE}?cua-toi=1").content.decode()
    assert mine.code in page
    assert other.code not in page


def test_what_does_not_go_on_the_paper_is_told(signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_paper, "MOST", 2)
    for _n in range(3):
        made()
    assert "Chỉ in 2 hồ sơ gấp nhất" in signed_in("can-bo-quan").get(PLACE).content.decode()


def test_the_paper_of_the_ward_holds_its_own_cases_only(signed_in: SignIn) -> None:
    case = made()
    assert case.code not in signed_in("can-bo-phuong").get(PLACE).content.decode()
