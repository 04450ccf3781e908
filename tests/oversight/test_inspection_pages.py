"""The pages of inspections: what is typed stays, what is late is said, what one item lacks keeps no other back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg
from tests.oversight.inspections_made import (
    ANSWERS,
    COMMITTEE,
    CONCLUDED,
    HEAD,
    OFFICER,
    UNION,
    VISIT,
    approved,
    at,
    concluded,
    draft_sent,
    founded,
    notified,
    written,
)

from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.notices.models import Notice
from vidan.oversight.inspection_kinds import Seen
from vidan.oversight.models import Finding, Inspection, Recommendation
from vidan.oversight.services.visit import Look, look

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/kiem-tra-giam-sat/"
ABOUT = {
    "form": "delegation",
    "title": "Giờ trực",
    "topic": "one_stop",
    "year": "2018",
    "planned_on": "16/05/2018",
    "purpose": "Xem giờ trực.",
    "content": "Bảng phân công.",
}


def test_a_proposal_that_lacks_something_keeps_what_was_typed(signed_in: Callable[[str], Client]) -> None:
    client = signed_in(OFFICER)
    answer = client.post(f"{DESK}de-xuat/giam-sat/", ABOUT | {"case_codes": "không phải mã"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Giờ trực" in shown
    assert "không phải mã hồ sơ" in shown
    told = ABOUT | {"body": unit(COMMITTEE).pk, "case_codes": "PA-2018-0147 PA-2018-0147"}
    assert client.post(f"{DESK}de-xuat/giam-sat/", told).status_code == 302
    assert Inspection.objects.get().case_codes == ["PA-2018-0147"]


def test_a_body_of_the_other_kind_cannot_be_chosen(signed_in: Callable[[str], Client]) -> None:
    told = ABOUT | {"body": unit(UNION).pk}
    assert signed_in(OFFICER).post(f"{DESK}de-xuat/giam-sat/", told).status_code == 422
    assert not Inspection.objects.exists()


def test_the_page_says_by_which_law_a_day_counts_and_that_an_inspection_has_none(
    signed_in: Callable[[str], Client],
) -> None:
    client = signed_in(OFFICER)
    supervised = client.get(f"{DESK}{founded().code}/").content.decode()
    assert "chậm nhất ngày 19/03/2018" in supervised
    assert "Điều 7 khoản 3" in supervised
    assert "không có số ngày do luật định" in client.get(f"{DESK}{founded(UNION).code}/").content.decode()


def test_a_notice_that_is_too_short_is_refused_with_what_it_needs(signed_in: Callable[[str], Client]) -> None:
    one = founded(visit_on=date(2018, 3, 20))
    answer = signed_in(HEAD).get(f"{DESK}{one.code}/buoc/bao-don-vi/", follow=True)
    assert "báo trước đủ số ngày luật định" in answer.content.decode()


def test_an_answer_without_words_is_asked_for_and_the_unit_answers(signed_in: Callable[[str], Client]) -> None:
    one = concluded()
    place = f"{DESK}{one.code}/kien-nghi/1/tra-loi/"
    with clock.at(at(CONCLUDED)):
        client = signed_in(ANSWERS)
        version = Inspection.objects.get(pk=one.pk).version
        assert client.post(place, {"version": version}).status_code == 422
        assert client.post(place, {"version": version, "text": "Đã làm."}).status_code == 302
        late = client.post(place, {"version": version, "text": "Trang cũ."})
        assert late.status_code == 422
        assert "Trang cũ." in late.content.decode()
    assert Recommendation.objects.get(inspection=one, number=1).answer == "Đã làm."


def test_a_paper_dated_after_it_came_is_not_taken(signed_in: Callable[[str], Client]) -> None:
    one = draft_sent()
    told = {"version": one.version, "number": "1", "dated": "20/04/2018", "received_on": "19/04/2018", "text": "x"}
    with clock.at(at(date(2018, 4, 20))):
        answer = signed_in(OFFICER).post(f"{DESK}{one.code}/buoc/ghi-giai-trinh/", told)
    assert answer.status_code == 422
    assert Inspection.objects.get(pk=one.pk).explained_on is None


def looked_at() -> Inspection:
    one = notified()
    with clock.at(at(VISIT)):
        look(code=one.code, told=Look("posted", Seen.MET, ""), actor=actor(OFFICER))
    return one


DRAFTED, ENDED = date(2018, 4, 20), VISIT + timedelta(days=1)


@pytest.mark.parametrize(
    ("made", "today", "place", "told", "field", "said"),
    [
        (
            written,
            DRAFTED,
            "buoc/gui-du-thao/",
            {"explain_by": "20/04/2018"},
            "explain_by",
            "Ghi một ngày sau hôm nay.",
        ),
        (written, DRAFTED, "kien-nghi/", {"text": "x", "sets_due_on": "20/04/2018"}, "sets_due_on", "Ghi một ngày sau"),
        (looked_at, ENDED, "buoc/lam-viec-xong/", {"ended_on": "01/01/2030"}, "ended_on", "Ngày kết thúc không thể"),
    ],
)
def test_what_is_wrong_with_a_day_is_said_beside_it(
    made: Callable[[], Inspection],
    today: date,
    place: str,
    told: dict[str, str],
    field: str,
    said: str,
    signed_in: Callable[[str], Client],
) -> None:
    one = made()
    with clock.at(at(today)):
        version = Inspection.objects.get(pk=one.pk).version
        answer = signed_in(HEAD).post(f"{DESK}{one.code}/{place}", told | {"version": version})
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert list(errors) == [field]
    assert said in errors[field][0]


def test_one_item_without_its_note_keeps_no_other_back(signed_in: Callable[[str], Client]) -> None:
    one = notified()
    told = {f"{code}-version": "0" for code in ("posted", "slips", "late", "papers", "conduct", "queue", "feedback")}
    told |= {"posted-seen": "met", "slips-seen": "not_met", "late-note": "chưa chọn"}
    with clock.at(at(VISIT)):
        answer = signed_in(OFFICER).post(f"{DESK}{one.code}/bang-kiem/", told)
    assert answer.status_code == 422
    assert "chưa chọn" in answer.content.decode()
    assert list(Finding.objects.filter(inspection=one).values_list("item", flat=True)) == ["posted"]


def test_the_script_is_told_the_version_what_is_wrong_and_what_somebody_else_wrote(
    signed_in: Callable[[str], Client],
) -> None:
    one = notified()
    place = f"{DESK}{one.code}/bang-kiem/posted/"
    with clock.at(at(VISIT)):
        client, other = signed_in(OFFICER), signed_in("can-bo-quan-2")
        met = {"posted-seen": "met", "posted-version": "0"}
        assert client.post(place, met).json() == {"version": 1}
        assert client.post(place, met).json() == {"version": 1}  # sent again after a lost answer
        clash = other.post(place, {"posted-seen": "partly", "posted-note": "Cũ.", "posted-version": "0"})
        assert (clash.status_code, clash.json()["version"]) == (409, 1)
        assert "đạt" in clash.json()["wrong"]
        wrong = client.post(place, {"posted-seen": "not_met", "posted-version": "1"})
        assert wrong.status_code == 422
        assert client.post(place, {"posted-seen": "x" * 50, "posted-version": "no"}).status_code == 422
    assert Finding.objects.get(inspection=one).seen == "met"


def test_nothing_is_taken_before_the_day_of_work(signed_in: Callable[[str], Client]) -> None:
    one = notified()
    client = signed_in(OFFICER)
    assert client.get(f"{DESK}{one.code}/bang-kiem/").status_code == 302
    told = client.post(f"{DESK}{one.code}/bang-kiem/posted/", {"posted-seen": "met", "posted-version": "0"})
    assert told.status_code == 409
    assert not Finding.objects.exists()


def test_evidence_is_kept_with_its_item_and_the_unit_never_reads_it(signed_in: Callable[[str], Client]) -> None:
    one = notified()
    place = f"{DESK}{one.code}/bang-kiem/posted/tep/"
    with clock.at(at(VISIT)):
        client = signed_in(OFFICER)
        assert client.post(place, {"file": SimpleUploadedFile("a.txt", b"no picture")}).status_code == 422
        assert client.post(place, {"file": SimpleUploadedFile("a.jpg", jpg())}).status_code == 302
        file = StoredFile.objects.get(subject=f"{one.code}.mk.posted")
        assert client.get(f"{DESK}{one.code}/tep/{file.name}/").status_code == 200
        assert signed_in(ANSWERS).get(f"{DESK}{one.code}/tep/{file.name}/").status_code == 404
        assert client.get(f"{DESK}{approved().code}/tep/{file.name}/").status_code == 404
        assert client.post(place, {"bo": file.name}).status_code == 302
    assert not StoredFile.objects.filter(name=file.name, is_destroyed=False).exists()


def test_those_who_have_to_do_something_are_given_notice(signed_in: Callable[[str], Client]) -> None:
    one = concluded()
    kinds = set(Notice.objects.filter(subject=one.code).values_list("kind", "user__email"))
    told = {kind for kind, email in kinds if email.startswith("can-bo-ubnd@")}
    assert told == {"watch_told", "watch_draft", "watch_end"}
    notice = Notice.objects.filter(subject=one.code, user__email__startswith="can-bo-ubnd@").first()
    assert notice is not None
    answer = signed_in(ANSWERS).get(f"/ban-lam-viec/bao/{notice.pk}/")
    assert answer["Location"] == f"{DESK}{one.code}/"


@pytest.mark.parametrize(
    "query", ["?nam=²²²²", "?nam=99999&loai=x&o-buoc=y", "?sau=-1", "?sau=9999999999999", "?loai=%00"]
)
def test_a_list_takes_whatever_stands_in_its_address(query: str, signed_in: Callable[[str], Client]) -> None:
    assert signed_in(OFFICER).get(DESK + query).status_code == 200
    assert Client().get(f"/giam-sat/{query}").status_code == 200
