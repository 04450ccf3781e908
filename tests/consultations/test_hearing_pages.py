"""The desk's pages of hearings: what is typed, what is refused and why, what comes as a file, and what it costs."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.consultations.hearings_made import (
    EXPERTS,
    again,
    asked,
    attended,
    ended,
    invited,
    minuted,
    planned,
    replied,
    urged,
)
from tests.consultations.made import HEAD, OFFICER, drafted, unit
from tests.foundation.files.samples import jpg

from vidan.consultations.kinds import HearingKind, State
from vidan.consultations.models import Hearing
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/phan-bien/"


def place(hearing: Hearing, rest: str = "") -> str:
    return f"{DESK}{hearing.draft.code}/hoi-nghi/{hearing.pk}/{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_list_says_what_will_stand_there(signed_in: SignIn) -> None:
    draft = drafted()
    told = text(signed_in(OFFICER), f"{DESK}{draft.code}/hoi-nghi/")
    assert "việc đã chuẩn bị sẽ đứng ở đây" in told
    assert told.count("/hoi-nghi/moi/") == 3


def test_a_conference_is_planned_and_leads_on_to_whom_to_invite(signed_in: SignIn) -> None:
    draft, client = drafted(), signed_in(OFFICER)
    told = {"held_on": "20/03/2018", "at": "8:30", "place": "Hội trường", "chair": "", "programme": "Khai mạc."}
    answer = client.post(f"{DESK}{draft.code}/hoi-nghi/moi/conference/", told)
    hearing = again(Hearing.objects.get())
    assert answer.headers["Location"] == place(hearing, "khach-moi/")
    client.post(
        place(hearing, "khach-moi/"),
        {"version": 1, "units": [unit("phu-nu-a-an-phu").pk], "names": "Một\n\nHai\n một "},
    )
    assert [one.name for one in again(hearing).invited.all()][1:] == ["Một", "Hai"]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("held_on", "", "điền giúp phần này"),
        ("held_on", "31/02/2018", "viết ngày theo kiểu"),
        ("held_on", "20/03/9999", "Ngày này quá xa"),
        ("at", "25:00", "Ghi giờ và phút"),
        ("place", "x" * 201, "200"),
        ("place", "\x00 ", "điền giúp phần này"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(signed_in: SignIn, field: str, typed: str, sentence: str) -> None:
    draft = drafted()
    told = {"held_on": "20/03/2018", "at": "8:30", "place": "Hội trường", "programme": "Khai mạc."} | {field: typed}
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/hoi-nghi/moi/conference/", told)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in body
    assert "Khai mạc." in body
    assert not Hearing.objects.exists()


def test_attendance_is_entered_and_a_huge_number_refused(signed_in: SignIn) -> None:
    hearing, client = invited(planned()), signed_in(OFFICER)
    one = hearing.invited.all()[0]
    told = {"version": hearing.version, f"came_{one.pk}": "yes", f"people_{one.pk}": "9" * 30}
    assert client.post(place(hearing, "diem-danh/"), told).status_code == 422
    assert client.post(place(hearing, "diem-danh/"), told | {f"people_{one.pk}": "3"}).status_code == 302
    assert [(row.came, row.people) for row in again(hearing).invited.all()][:2] == [(True, 3), (None, 0)]


def test_a_step_is_noted(signed_in: SignIn) -> None:
    hearing, client = invited(planned()), signed_in(OFFICER)
    client.post(place(hearing, "buoc/frame/"), {"version": hearing.version, "note": "Năm điều.", "done": "on"})
    assert again(hearing).steps == {"frame": {"note": "Năm điều.", "done": True}}


def test_the_head_reads_the_letter_and_numbers_it(signed_in: SignIn) -> None:
    hearing, head = asked(planned()), signed_in(HEAD)
    signed_in(OFFICER).post(place(hearing, "giay-moi/"), {"version": hearing.version})
    hearing = again(hearing)
    address = place(hearing, f"duyet/{hearing.invitation_id}/")
    assert address in text(head, place(hearing))
    assert EXPERTS[0] in text(head, address)
    head.post(address, {"version": hearing.version})
    assert "01/GM-MTTQ-BTT" in text(head, place(hearing))


def test_papers_come_as_docx_and_pdf_and_fetching_is_journalled(signed_in: SignIn) -> None:
    hearing, client = minuted(planned()), signed_in(OFFICER)
    for paper in (hearing.invitation_id, hearing.minutes_id):
        for form in ("docx", "pdf"):
            assert client.get(place(hearing, f"van-ban/{paper}.{form}")).status_code == 200
    assert client.get(place(hearing, "van-ban/999999.pdf")).status_code == 404
    assert Entry.objects.filter(event="draft.download").count() == 4


def test_a_written_answer_is_entered_with_its_scan(signed_in: SignIn) -> None:
    hearing, client = invited(planned(kind=HearingKind.WRITTEN)), signed_in(OFFICER)
    one = hearing.invited.all()[0]
    told = {"version": hearing.version, "number": "5/HPN", "dated": "12/03/2018", "received_on": "13/03/2018"}
    wrong = client.post(place(hearing, f"tra-loi/{one.pk}/"), told | {"received_on": "14/03/2018"})
    assert (wrong.status_code, "Ngày nhận chưa đến." in wrong.content.decode()) == (422, True)
    scan = SimpleUploadedFile("Bà Nguyễn Thử.jpg", jpg())
    assert client.post(place(hearing, f"tra-loi/{one.pk}/"), told | {"scan": scan}).status_code == 302
    body = text(client, place(hearing))
    found = re.search(r'href="([^"]+/tep/[^"]+)"', body)
    assert found is not None
    answer = client.get(found[1])
    assert (answer.status_code, "Nguy" in answer.headers["Content-Disposition"]) == (200, False)


def test_late_is_told_in_words(signed_in: SignIn) -> None:
    hearing = replied(invited(planned(kind=HearingKind.WRITTEN)))
    client = signed_in(OFFICER)
    assert "còn 5 ngày" in text(client, place(hearing))
    with clock.at(clock.now() + timedelta(days=7)):
        assert "trễ 2 ngày" in text(client, place(hearing))
        urged(hearing)
        assert "đã nhắc ngày 20/03/2018" in text(client, place(hearing))


def test_a_page_out_of_date_changes_nothing(signed_in: SignIn) -> None:
    hearing = asked(planned())
    answer = signed_in(OFFICER).post(place(hearing, "buoc/open/"), {"version": 1, "note": "Muộn", "done": "on"})
    assert answer.status_code == 422
    assert "Muộn" in answer.content.decode()
    assert again(hearing).steps == {}


@pytest.mark.parametrize(
    "rest", ["buoc/send/", "buoc/none/", "tra-loi/1/", "buoc/", "khach-moi/x/", "duyet/7/", "nothing/"]
)
def test_what_is_not_there_is_missing(signed_in: SignIn, rest: str) -> None:
    assert signed_in(HEAD).get(place(invited(planned()), rest)).status_code == 404


def test_a_hearing_of_another_draft_is_missing(signed_in: SignIn) -> None:
    hearing, other = planned(), drafted(code="DT-2018-0002")
    client = signed_in(OFFICER)
    assert client.get(f"{DESK}{other.code}/hoi-nghi/{hearing.pk}/").status_code == 404
    assert client.get(f"{DESK}{other.code}/hoi-nghi/{10**30}/").status_code == 404


def test_after_the_document_left_hearings_are_read_only(signed_in: SignIn) -> None:
    hearing, client = attended(planned()), signed_in(OFFICER)
    draft = hearing.draft
    draft.state, draft.sent_on = State.SENT, clock.today()
    draft.save()
    body = text(client, place(hearing))
    assert "Việc tiếp theo" not in body
    assert "/buoc/" not in body
    assert client.get(place(hearing, "diem-danh/")).status_code == 302
    assert client.get(f"{DESK}{draft.code}/hoi-nghi/moi/dialogue/").status_code == 302


def test_the_page_asks_no_more_when_more_are_invited(signed_in: SignIn) -> None:
    client, counts = signed_in(OFFICER), []
    text(client, DESK)  # what is asked once and kept
    for code, make in (("DT-2018-0001", planned), ("DT-2018-0002", attended)):
        draft = drafted(code=code)
        hearing = planned(draft) if make is planned else attended(planned(draft))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            text(client, place(hearing))
        counts.append(len(queries))
    assert max(counts) <= 10


def test_the_page_of_an_ended_meeting_offers_the_head_alone_to_open_it_again(signed_in: SignIn) -> None:
    hearing = ended(minuted(planned()))
    assert "mo-lai/" not in text(signed_in(OFFICER), place(hearing))
    client = signed_in(HEAD)
    assert place(hearing, "mo-lai/") in text(client, place(hearing))
    assert client.post(place(hearing, "mo-lai/"), {"version": hearing.version, "reason": ""}).status_code == 422
    sent = {"version": hearing.version, "reason": "Ghi sót ý kiến."}
    assert "Đã mở lại." in client.post(place(hearing, "mo-lai/"), sent, follow=True).content.decode()
