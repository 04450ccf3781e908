"""Taking a draft in, the desk's pages about it, its window, and who sees what."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import BODY, HEAD, OFFICER, drafted, unit
from tests.consultations.text_made import about, brought, fixed, now, opened, registered
from tests.foundation.files.samples import jpg

from vidan.consultations.due import due_work, morning_lines
from vidan.consultations.in_time import in_time_words, sent_before
from vidan.consultations.kinds import State
from vidan.consultations.models import Draft
from vidan.consultations.services.register import change, register
from vidan.consultations.services.set_window import gather, open_draft, reopen, set_window
from vidan.consultations.services.step import Overtaken, Refused
from vidan.consultations.standing_words import standing_words
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/phan-bien/"
FIELDS = {
    "title": "Quy chế trả kết quả",
    "kind": "regulation",
    "received_on": "05/03/2018",
    "submits_on": "14/03/2018",
    "drafter": "",
    "contact": "",
    "summary": "Hỏi về trả kết quả tại nhà.",
    "officer": "",
}


@pytest.mark.parametrize(
    ("received", "submits", "days", "late"),
    [
        (date(2018, 3, 5), date(2018, 3, 20), 15, False),
        (date(2018, 3, 5), date(2018, 3, 19), 14, True),
        (date(2018, 3, 5), date(2018, 3, 5), 0, True),
        (date(2018, 3, 5), date(2018, 3, 1), -4, True),
        (date(2018, 12, 25), date(2019, 1, 9), 15, False),
    ],
)
def test_fifteen_calendar_days_before_the_submission_is_in_time(
    received: date, submits: date, days: int, late: bool
) -> None:
    told = sent_before(received, submits)
    assert told is not None
    assert (told.days, told.required, told.is_late) == (days, 15, late)


def test_nothing_is_said_of_a_day_that_is_unknown_or_before_the_rule() -> None:
    assert sent_before(date(2018, 3, 5), None) is None
    assert sent_before(date(2017, 3, 5), date(2017, 3, 6)) is None


def test_late_is_said_in_words() -> None:
    draft = registered(submits_on=date(2018, 3, 14))
    assert in_time_words(draft) == ("gửi trước ngày trình 9 ngày, luật định ít nhất 15 ngày", "late")


def test_codes_follow_each_other_and_begin_anew_each_year() -> None:
    codes = [registered().code, registered().code]
    with clock.at(clock.now() + timedelta(days=365)):
        codes.append(registered().code)
    assert codes == ["DT-2018-0001", "DT-2018-0002", "DT-2019-0001"]


def test_nobody_registers_for_another_front() -> None:
    with pytest.raises(Draft.DoesNotExist):
        register(front=unit("mttq-a-an-phu"), about=about(), actor=actor(OFFICER))
    assert not Draft.objects.exists()


def test_the_journal_holds_days_and_no_words() -> None:
    draft = registered(summary="Lời riêng", contact="Số riêng")
    entry = Entry.objects.get(event="draft.register")
    assert entry.subject == draft.code
    assert entry.facts["submits"] == "2018-03-25"
    assert "riêng" not in str(entry.facts)


def test_a_change_over_a_newer_state_changes_nothing() -> None:
    draft = registered()
    change(code=draft.code, about=about(title="Một"), actor=actor(OFFICER), version=draft.version)
    with pytest.raises(Overtaken):
        change(code=draft.code, about=about(title="Hai"), actor=actor(OFFICER), version=draft.version)
    assert now(draft).title == "Một"


def test_a_draft_is_opened_by_the_head_only_with_text_and_window() -> None:
    draft = registered()
    with pytest.raises(Refused) as refused:
        open_draft(code=draft.code, actor=actor(HEAD))
    assert refused.value.refusal.missing == ("text_fixed", "window_set")
    with pytest.raises(Refused):
        open_draft(code=opened_but_one(draft).code, actor=actor(OFFICER))


def opened_but_one(draft: Draft) -> Draft:
    fixed(draft)
    set_window(code=draft.code, opens_on=clock.today(), closes_on=clock.today(), actor=actor(OFFICER))
    return draft


def test_a_window_is_gathered_when_it_is_over_and_opened_again() -> None:
    draft = opened()
    with pytest.raises(Refused):
        gather(code=draft.code, actor=actor(OFFICER))
    with clock.at(clock.now() + timedelta(days=8)):
        gather(code=draft.code, actor=actor(OFFICER))
        reopen(code=draft.code, closes_on=date(2018, 3, 30), actor=actor(HEAD))
        assert standing_words(now(draft)) == ("Đang lấy ý kiến, còn 9 ngày", "ok")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "Bắt đầu lấy ý kiến từ thứ Ba, 13/03/2018"),
        (0, "Đang lấy ý kiến, còn 7 ngày"),
        (7, "Đang lấy ý kiến, hôm nay là ngày cuối"),
        (8, "Đã hết thời gian lấy ý kiến, đang tổng hợp"),
    ],
)
def test_whether_it_is_open_follows_from_its_days(days: int, words: str) -> None:
    draft = opened()
    with clock.at(clock.now() + timedelta(days=days)):
        assert standing_words(draft)[0] == words


def test_an_officer_takes_a_draft_in_and_the_page_says_it_came_late(signed_in: Callable[[str], Client]) -> None:
    client = signed_in(OFFICER)
    told = client.post(f"{DESK}tiep-nhan/", FIELDS | {"body": unit(BODY).pk}, follow=True)
    assert told.redirect_chain[-1][0] == f"{DESK}DT-2018-0001/"
    assert "gửi trước ngày trình 9 ngày, luật định ít nhất 15 ngày" in told.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"received_on": "30/03/2018"}, {"submits_on": "01/01/9999"}, {"body": "7777"}, {"kind": "x\x00"}],
)
def test_a_wrong_field_keeps_what_was_typed(wrong: dict[str, str], signed_in: Callable[[str], Client]) -> None:
    answer = signed_in(OFFICER).post(f"{DESK}tiep-nhan/", FIELDS | {"body": unit(BODY).pk} | wrong)
    assert answer.status_code == 422
    assert "Hỏi về trả kết quả tại nhà." in answer.content.decode()
    assert not Draft.objects.exists()


def test_the_window_is_set_on_its_page_and_a_past_one_is_refused(signed_in: Callable[[str], Client]) -> None:
    draft = fixed()
    place = f"{DESK}{draft.code}/buoc/thoi-gian/"
    client = signed_in(OFFICER)
    days = {"version": draft.version, "opens_on": "01/03/2018", "closes_on": "12/03/2018"}
    assert client.post(place, days).status_code == 422
    assert client.post(place, days | {"closes_on": "20/03/2018"}).status_code == 302
    assert now(draft).closes_on == date(2018, 3, 20)


def test_the_page_says_what_opening_still_needs(signed_in: Callable[[str], Client]) -> None:
    page = signed_in(HEAD).get(f"{DESK}{registered().code}/").content.decode()
    assert "<b>Mở lấy ý kiến</b>: cần lời dự thảo đã xem lại và chốt; đã ghi ngày" in page


@pytest.mark.parametrize("state", [State.OPEN, State.SENT, State.CLOSED])
def test_a_move_answers_who_may_not_take_it_as_if_it_were_missing_in_any_state(
    state: State, signed_in: Callable[[str], Client]
) -> None:
    draft = drafted(state)
    for local in (OFFICER, "can-bo-ubnd-quan"):
        assert signed_in(local).get(f"{DESK}{draft.code}/buoc/mo/").status_code == 404
    told = signed_in(HEAD).get(f"{DESK}{draft.code}/buoc/mo/", follow=True).content.decode()
    assert "Mở lấy ý kiến: lúc này dự thảo không ở bước đó." in told


def test_papers_are_added_downloaded_by_everybody_and_taken_away(signed_in: Callable[[str], Client]) -> None:
    draft = opened()
    client = signed_in(OFFICER)
    place = f"{DESK}{draft.code}/tai-lieu/"
    sent = {"version": draft.version, "label": "Tờ trình", "file": SimpleUploadedFile("to-trinh.jpg", jpg())}
    assert client.post(place, sent).status_code == 302
    name = draft.papers.get().file.name
    public = f"/gop-y-du-thao/{draft.code}/tai-lieu/{name}/"
    assert public in Client().get(f"/gop-y-du-thao/{draft.code}/").content.decode()
    assert Client().get(public)["Content-Disposition"] == f'attachment; filename="{draft.code}-tai-lieu-1.jpg"'
    assert client.post(f"{place}{name}/bo/").status_code == 302
    assert not draft.papers.exists()
    assert not StoredFile.objects.filter(name=name, is_destroyed=False).exists()


def test_a_paper_of_a_kind_that_is_not_taken_is_refused_at_its_field(signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    bad = {"version": draft.version, "label": "Tệp", "file": SimpleUploadedFile("a.svg", b"<svg></svg>")}
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/tai-lieu/", bad)
    assert answer.status_code == 422
    assert not draft.papers.exists()


def test_what_is_not_open_yet_nobody_outside_the_front_finds(signed_in: Callable[[str], Client]) -> None:
    draft = fixed()
    assert Client().get(f"/gop-y-du-thao/{draft.code}/").status_code == 404
    for local in ("phu-nu", "can-bo-phuong", "can-bo-ubnd-quan"):
        assert signed_in(local).get(f"{DESK}{draft.code}/").status_code == 404


def test_the_list_is_filtered_by_the_address_and_goes_on(signed_in: Callable[[str], Client]) -> None:
    drafted(State.OPEN, "DT-2018-0008")
    drafted(State.CLOSED, "DT-2018-0009")
    page = signed_in(OFFICER).get(DESK, {"o-buoc": "closed"}).content.decode()
    assert "DT-2018-0009" in page
    assert "DT-2018-0008" not in page


def test_what_waits_stands_on_the_desk_of_the_front_alone() -> None:
    draft = brought()
    opened_one = opened()
    with clock.at(clock.now() + timedelta(days=5)):
        told = {row.code: row.next_label for row in due_work(actor(OFFICER))}
        assert told == {draft.code: "Đưa lời dự thảo vào", opened_one.code: "Xem dự thảo"}
    assert due_work(actor("phu-nu")) == []


def test_the_mail_of_the_morning_tells_of_windows_that_are_over() -> None:
    draft = opened()
    with clock.at(clock.now() + timedelta(days=8)):
        assert [line.words for line in morning_lines(actor(OFFICER))] == [
            f"Dự thảo đã hết thời gian, chưa tổng hợp: 1 ({draft.code})"
        ]
