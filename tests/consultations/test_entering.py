"""Opinions that come in at the desk: signed by an organisation, entered by the officer, pasted from Excel."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.consultations.made import drafted, fresh
from tests.consultations.opinions_made import open_draft
from tests.consultations.test_giving import PDF

from vidan.consultations.kinds import HearingKind, OpinionSource, State
from vidan.consultations.models import Draft, Hearing, Opinion
from vidan.consultations.pasted_opinions import MOST, read_lines
from vidan.foundation.calendar import clock
from vidan.foundation.sheets.write import as_xlsx
from vidan.foundation.vault.services import open_text

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
HEADS = "Điều, khoản, điểm\tNội dung góp ý\tNgười, đơn vị góp ý\tHướng ý kiến\n"


def desk(draft: Draft, *more: str) -> str:
    return "/".join(["/ban-lam-viec/phan-bien", draft.code, "y-kien", *more, ""])


def sign(client: Client, draft: Draft, **changed: Any) -> Any:
    page = client.get(desk(draft, "cua-to-chuc"))
    unit = page.context["form"].fields["unit"].choices[0][0]
    told = {
        "version": fresh(draft).version,
        "unit": unit,
        "piece": "k8",
        "text": "Hội đề nghị còn ba ngày.",
        "stance": "change",
    }
    return client.post(desk(draft, "cua-to-chuc"), told | changed)


@pytest.mark.parametrize("local", ["phu-nu", "can-bo-phuong"])
def test_an_organisation_signs_and_everybody_reads_its_name_and_file(local: str, signed_in: SignIn) -> None:
    draft = open_draft()
    assert sign(signed_in(local), draft, upload=SimpleUploadedFile("gop-y.pdf", PDF)).status_code == 302
    opinion = Opinion.objects.select_related("unit").get()
    page = Client().get(f"/gop-y-du-thao/{draft.code}/y-kien/").content.decode()
    assert opinion.unit
    assert opinion.unit.name in page
    assert "Hội đề nghị còn ba ngày." in page
    assert Client().get(f"/gop-y-du-thao/{draft.code}/y-kien/{opinion.code}/tep/").status_code == 200


def test_a_double_click_signs_once(signed_in: SignIn) -> None:
    draft, client = open_draft(), signed_in("phu-nu")
    version = draft.version
    sign(client, draft, version=version)
    assert sign(client, draft, version=version).status_code == 422
    assert Opinion.objects.count() == 1


def test_nobody_signs_for_another_organisation(signed_in: SignIn) -> None:
    draft = open_draft()
    assert sign(signed_in("phu-nu"), draft, unit=str(draft.front_id)).status_code == 422
    assert not Opinion.objects.exists()


def test_a_file_that_cannot_be_taken_leaves_nothing_behind(signed_in: SignIn) -> None:
    draft = open_draft()
    assert sign(signed_in("phu-nu"), draft, upload=SimpleUploadedFile("x.exe", b"MZ nothing")).status_code == 422
    assert not Opinion.objects.exists()
    assert fresh(draft).version == draft.version


def test_after_the_last_day_nobody_signs(signed_in: SignIn) -> None:
    draft = drafted(State.OPEN, closes_on=clock.today() - timedelta(days=1))
    assert signed_in("phu-nu").get(desk(draft, "cua-to-chuc")).status_code == 302


def enter(client: Client, draft: Draft, query: str = "", **changed: Any) -> Any:
    told = {
        "version": fresh(draft).version,
        "source": "meeting",
        "who": "",
        "piece": "",
        "text": "Cần có số điện thoại hỏi.",
    }
    return client.post(desk(draft, "ghi") + query, told | changed)


def test_what_was_said_at_a_meeting_is_entered_and_bound_to_it(signed_in: SignIn) -> None:
    draft = open_draft()
    hearing = Hearing.objects.create(draft=draft, kind=HearingKind.CONFERENCE, made_on=clock.today())
    assert enter(signed_in("can-bo-quan"), draft, f"?buoi={hearing.pk}").status_code == 302
    opinion = Opinion.objects.get()
    assert (opinion.source, opinion.hearing, opinion.state) == ("meeting", hearing, "shown")


def test_an_expert_signs_and_everybody_else_s_name_is_sealed(signed_in: SignIn) -> None:
    draft, client = open_draft(), signed_in("can-bo-quan")
    assert enter(client, draft, source="expert").status_code == 422
    enter(client, draft, source="expert", who="Hội đồng tư vấn Thử")
    enter(client, draft, source="sheet", who="Người Của Bảng")
    sheet, expert = Opinion.objects.order_by("-pk")
    assert (expert.signed_as, expert.identity) == ("Hội đồng tư vấn Thử", None)
    assert sheet.signed_as == ""
    assert sheet.identity
    assert "Người Của Bảng" in open_text(sheet.identity)


def test_a_hearing_of_another_draft_is_none(signed_in: SignIn) -> None:
    draft, other = open_draft(), drafted(State.OPEN, code="DT-2018-0002")
    hearing = Hearing.objects.create(draft=other, kind=HearingKind.CONFERENCE, made_on=clock.today())
    enter(signed_in("can-bo-quan"), draft, f"?buoi={hearing.pk}")
    assert Opinion.objects.get().hearing is None


def paste(client: Client, draft: Draft, rows: str = "", query: str = "", **changed: Any) -> Any:
    told = {"version": fresh(draft).version, "source": "sheet", "text": HEADS + rows if rows else ""}
    return client.post(desk(draft, "dan") + query, told | changed)


RIGHT = "khoản 1 Điều 2\tNên từ 65 tuổi.\tTổ dân phố 3\tđồng ý nhưng cần sửa\n\tRất cần thiết.\n"


def test_a_right_list_is_looked_at_and_then_entered_all_together(signed_in: SignIn) -> None:
    draft, client = open_draft(), signed_in("can-bo-quan")
    assert "2 dòng đúng" in paste(client, draft, RIGHT, look="1").content.decode()
    assert not Opinion.objects.exists()
    assert paste(client, draft, RIGHT, save="1").status_code == 302
    told = list(Opinion.objects.order_by("pk").values_list("here", "text", "stance", "source"))
    assert told == [("k3", "Nên từ 65 tuổi.", "change", "sheet"), ("", "Rất cần thiết.", "", "sheet")]


def test_every_fault_stands_at_its_cell_and_nothing_is_entered(signed_in: SignIn) -> None:
    draft = open_draft()
    wrong = "Điều 77\t\t=A1\tchắc vậy\tthừa\n"
    answer = paste(signed_in("can-bo-quan"), draft, RIGHT + wrong, save="1")
    page = answer.content.decode()
    assert answer.status_code == 422
    for sentence in ("Dự thảo không có chỗ này", "Chưa có nội dung", "là công thức", "Không có từ này", "hơn 4 ô"):
        assert sentence in page
    assert not Opinion.objects.exists()


def test_the_wrong_rows_may_be_left_out(signed_in: SignIn) -> None:
    draft = open_draft()
    paste(signed_in("can-bo-quan"), draft, RIGHT + "Điều 77\tLời.\n", save="1", leave_out="on")
    assert Opinion.objects.count() == 2


def test_a_repeated_post_enters_nothing_twice(signed_in: SignIn) -> None:
    draft, client = open_draft(), signed_in("can-bo-quan")
    version = draft.version
    paste(client, draft, RIGHT, save="1", version=version)
    assert paste(client, draft, RIGHT, save="1", version=version).status_code == 422
    assert Opinion.objects.count() == 2


def test_a_workbook_is_read_like_what_was_pasted(signed_in: SignIn) -> None:
    draft = open_draft()
    data = as_xlsx("Bảng", HEADS.strip().split("\t"), [("Điều 3", "Ba ngày là đủ.", "", "")])
    table = SimpleUploadedFile("bang.xlsx", data)
    paste(signed_in("can-bo-quan"), draft, table=table, save="1")
    assert Opinion.objects.get().here == "k8"


@pytest.mark.parametrize("text", ["", "\t\t\n", '"' * 50, "\x00\t\x00", "=cmd()\t=1\t=2\t=3", "x\t" * 900])
def test_hostile_lists_are_refused_or_shown_never_broken(text: str, signed_in: SignIn) -> None:
    assert paste(signed_in("can-bo-quan"), open_draft(), text=text, save="1").status_code == 422


def test_a_list_that_is_too_long_says_so(signed_in: SignIn) -> None:
    answer = paste(signed_in("can-bo-quan"), open_draft(), "\tLời.\n" * (MOST + 1), look="1")
    assert "mỗi lần nhập tối đa" in answer.content.decode()


def test_the_empty_table_can_be_taken_away(signed_in: SignIn) -> None:
    assert signed_in("can-bo-quan").get(desk(open_draft(), "bang-mau.xlsx").rstrip("/")).status_code == 200


def test_the_same_row_twice_is_a_fault_of_the_second() -> None:
    lines = read_lines([(1, ["", "Lời."]), (2, ["", "Lời."])], places=[], source=OpinionSource.SHEET)
    assert [bool(line.entered) for line in lines] == [True, False]
