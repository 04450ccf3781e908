"""Who goes along in a delegation and signs in fills its checklist, and sees nothing else of the file; nobody else does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.cases.made import actor, unit
from tests.oversight.inspections_made import (
    COMMITTEE,
    DELEGATE,
    FRONT,
    OFFICER,
    UNION,
    VISIT,
    address_of,
    approved,
    at,
    going,
    named,
)

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.oversight.inspection_kinds import MemberRole, Seen
from vidan.oversight.models import Finding, Inspection
from vidan.oversight.services.conclude import report_back
from vidan.oversight.services.found_delegation import NotNamed, add_delegate
from vidan.oversight.services.inspection_step import Refused
from vidan.oversight.services.visit import Look, end_visit, look

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/kiem-tra-giam-sat/"


def test_a_delegate_fills_the_checklist_on_the_day(signed_in: SignIn) -> None:
    code, client = going().code, signed_in(DELEGATE)
    with clock.at(at(VISIT)):
        page = client.get(f"{DESK}{code}/bang-kiem/")
        assert page.status_code == 200
        told = {"posted-seen": "not_met", "posted-note": "Bảng cũ.", "posted-version": "0"}
        assert client.post(f"{DESK}{code}/bang-kiem/posted/", told).json() == {"version": 1}
        assert client.get(f"{DESK}{code}/bang-kiem/posted/tep/").status_code == 200
    assert Finding.objects.get().recorded_by == User.objects.get(email=address_of(DELEGATE)).code


def test_a_delegate_reads_nothing_else_of_the_file(signed_in: SignIn) -> None:
    code, client = going().code, signed_in(DELEGATE)
    with clock.at(at(VISIT)):
        for place in ("", "doan/", "kien-nghi/", "buoc/lam-viec-xong/", "van-ban/thong-bao.pdf"):
            assert client.get(f"{DESK}{code}/{place}").status_code == 404, place
        page = client.get(f"{DESK}{code}/bang-kiem/").content.decode()
    for word in ("Nhiều phản ánh", "PA-2018-0147", f'href="{DESK}{code}/"'):
        assert word not in page


def test_before_the_day_a_delegate_reads_when_and_what(signed_in: SignIn) -> None:
    code = going().code
    page = signed_in(DELEGATE).get(f"{DESK}{code}/bang-kiem/").content.decode()
    assert "Trụ sở phường" in page
    assert "đã đến ngày làm việc" in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_after_the_report_the_checklist_is_closed_to_a_delegate(signed_in: SignIn) -> None:
    code = going().code
    with clock.at(at(VISIT)):
        look(code=code, told=Look("posted", Seen.MET), actor=actor(DELEGATE))
        end_visit(code=code, ended_on=VISIT, actor=actor(OFFICER))
        report_back(code=code, text="Xong.", actor=actor(OFFICER))
        with pytest.raises(Refused):
            look(code=code, told=Look("posted", Seen.NOT_MET, "Muộn."), actor=actor(DELEGATE))
        told = {"posted-seen": "not_met", "posted-note": "Muộn.", "posted-version": "1"}
        assert signed_in(DELEGATE).post(f"{DESK}{code}/bang-kiem/posted/", told).status_code == 409


def test_an_evidence_file_is_named_and_not_handed_out(signed_in: SignIn) -> None:
    code, client = going().code, signed_in(DELEGATE)
    with clock.at(at(VISIT)):
        assert "van-ban" not in client.get(f"{DESK}{code}/bang-kiem/").content.decode()
        assert client.get(f"{DESK}{code}/tep/khong-co/").status_code == 404


def test_the_day_is_told_and_stands_in_the_delegates_list_and_day(signed_in: SignIn) -> None:
    code = going().code
    notice = Notice.objects.get(subject=code, kind=NoticeKind.WATCH_MEMBER)
    client = signed_in(DELEGATE)
    place = f"{DESK}{code}/bang-kiem/"
    assert client.get(f"/ban-lam-viec/bao/{notice.pk}/").headers["Location"] == place
    assert place in client.get(DESK).content.decode()
    with clock.at(at(VISIT - timedelta(days=2))):
        assert [(row.code, row.address) for row in due_work(actor(DELEGATE))] == [(code, place)]


def test_a_sign_in_of_another_unit_or_of_nobody_is_not_named() -> None:
    code = approved().code
    for email in (address_of("can-bo-phuong"), "khong-ai@example.vn"):
        with pytest.raises(NotNamed):
            add_delegate(
                code=code, name="X", role=MemberRole.MEMBER, unit=unit(UNION), sign_in=email, actor=actor(OFFICER)
            )


def test_who_has_a_part_in_the_inspected_unit_is_not_named() -> None:
    code = approved().code
    person = User.objects.get(email=address_of(DELEGATE))
    Assignment.objects.create(user=person, role=Role.COMMITTEE_OFFICER, unit=unit(COMMITTEE), valid_from=clock.today())
    with pytest.raises(NotNamed):
        add_delegate(
            code=code, name="X", role=MemberRole.MEMBER, unit=unit(UNION), sign_in=person.email, actor=actor(OFFICER)
        )


def test_who_comes_to_answer_for_the_unit_later_is_let_in_no_more(signed_in: SignIn) -> None:
    code = going().code
    person = User.objects.get(email=address_of(DELEGATE))
    Assignment.objects.create(user=person, role=Role.COMMITTEE_OFFICER, unit=unit(COMMITTEE), valid_from=clock.today())
    with clock.at(at(VISIT)):
        assert signed_in(DELEGATE).get(f"{DESK}{code}/bang-kiem/").status_code == 404
        with pytest.raises(Inspection.DoesNotExist):
            look(code=code, told=Look("posted", Seen.MET), actor=actor(DELEGATE))


def test_one_sign_in_is_named_once_and_the_page_says_what_is_wrong_at_the_field(signed_in: SignIn) -> None:
    code = approved().code
    named(code)
    client = signed_in(OFFICER)
    told = {"version": 0, "name": "Bà Hội", "role": "member", "unit": unit(UNION).pk, "sign_in": address_of(DELEGATE)}

    def posted() -> int:
        version = Inspection.objects.get(code=code).version
        return client.post(f"{DESK}{code}/doan/", told | {"version": version}).status_code

    assert posted() == 302
    assert posted() == 422
    wrong = client.post(
        f"{DESK}{code}/doan/",
        told
        | {"version": Inspection.objects.get(code=code).version, "sign_in": "ai@example.vn", "unit": unit(FRONT).pk},
    )
    assert "Đơn vị này không có người đăng nhập" in wrong.content.decode()
    assert "ai@example.vn" in wrong.content.decode()
