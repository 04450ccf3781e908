"""Merged, split and linked cases: each person sees his own, and nobody sees a linked case that he may not know of."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cases.made import COUNTER, actor, made, official_of, unit
from tests.outreach.procedure_made import published as published_procedure
from tests.public import Visitor

from vidan.cases.journey import journey_of
from vidan.cases.kinds import Kind, State
from vidan.cases.models import CaseFile, CaseLink
from vidan.cases.services.close import close
from vidan.cases.services.correspond import write_to_front
from vidan.cases.services.inform import inform
from vidan.cases.services.link import NotFound, link, with_related
from vidan.cases.services.merge import merge
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.reopen import reopen_own
from vidan.cases.services.split import Part, split
from vidan.cases.services.step import Refused
from vidan.cases.services.withdraw import withdraw
from vidan.cases.story import story_of
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.code import code_from
from vidan.foundation.receipts.services import letters_of, receipt_by_code

pytestmark = pytest.mark.django_db

OFFICER = "can-bo-quan"
SECRET = b"0123456789abcdef"


def related_to(case: CaseFile, local: str = OFFICER) -> list[CaseFile]:
    """What the page of a case lists beside it for one of the cast."""
    seen = CaseFile.objects.visible_to(actor(local))
    return [one for one in with_related(seen, case.code) if one.pk != case.pk]


def again(case: CaseFile) -> CaseFile:
    return CaseFile.objects.select_related("front", "subject_unit", "story").get(pk=case.pk)


def part(kind: Kind = Kind.SUGGESTION) -> Part:
    return Part(what="Mong phường đặt thêm ghế chờ.", kind=kind, subject_unit=unit(COUNTER))


def merged(main: CaseFile) -> CaseFile:
    case = made()
    merge(code=case.code, into=main.code, actor=actor(OFFICER))
    return case


def pieces(case: CaseFile) -> CaseFile:
    return split(code=case.code, part=part(), secret=SECRET, actor=actor(OFFICER))


# merged


def test_a_merged_case_ends_its_own_way_and_keeps_its_promise() -> None:
    main = made()
    case = merged(main)
    assert again(case).state == State.MERGED
    running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True).values_list("role", flat=True)
    assert list(running) == ["promise"]
    assert Entry.objects.get(subject=case.code, event="case.merge").facts["into"] == main.code
    assert Fact.objects.filter(name="cases.merged").count() == 1


def test_the_teller_of_a_merged_case_reads_that_it_is_carried_together_and_not_with_whom() -> None:
    main = made()
    case = merged(main)
    journey = journey_of(again(case))
    assert "xử lý chung" in str(journey.sentence)
    shown = str(journey.sentence) + journey.next_words + "".join(f"{s.label}{s.note}" for s in journey.stations)
    assert main.code not in shown


def test_the_result_of_the_main_case_is_told_to_everybody_who_was_merged_in() -> None:
    main = made(State.ANSWERED)
    case = merged(main)
    inform(code=main.code, text="Nơi nhận đã nhắc nhở.", actor=actor(OFFICER))
    ((_letter, text),) = letters_of(case.code)
    assert text == "Nơi nhận đã nhắc nhở."
    assert not Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()
    assert "Đã có kết quả" in str(journey_of(again(case)).sentence)
    assert Fact.objects.filter(name="cases.informed").count() == 2


def test_when_the_main_case_is_taken_back_the_merged_one_goes_its_own_way_again() -> None:
    main = made()
    case = merged(main)
    withdraw(code=main.code)
    freed = again(case)
    assert freed.state == State.RECEIVED
    assert freed.ended_at is None
    assert not CaseLink.objects.filter(case=case).exists()
    running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True).values_list("role", flat=True)
    assert set(running) == {"promise", "classify", "transfer"}


def test_a_merged_case_whose_teller_was_told_gets_a_new_promise_when_it_is_released() -> None:
    main = made(State.ANSWERED)
    case = merged(main)
    inform(code=main.code, text="Nơi nhận đã nhắc nhở.", actor=actor(OFFICER))
    first = again(case).promised_on
    with clock.at(datetime(2018, 3, 20, 9, tzinfo=clock.now().tzinfo)):
        close(code=main.code, actor=actor(OFFICER))
        reopen_own(code=main.code, text="Việc vẫn như cũ.")
        withdraw(code=main.code)
        promise = Clock.objects.get(subject=case.code, role="promise", stopped_on__isnull=True)
        assert promise.rule == "CT-08"
        assert promise.started_on == clock.today()
    freed = again(case)
    assert freed.promised_on == promise.due_on > first
    released = Entry.objects.get(subject=case.code, event="case.release")
    assert released.facts["promised_on"] == promise.due_on.isoformat()


def test_a_promise_that_still_runs_is_not_made_anew_by_a_release() -> None:
    main = made()
    case = merged(main)
    first = again(case).promised_on
    with clock.at(datetime(2018, 3, 20, 9, tzinfo=clock.now().tzinfo)):
        withdraw(code=main.code)
    assert again(case).promised_on == first
    assert Clock.objects.filter(subject=case.code, role="promise").count() == 1
    assert "promised_on" not in Entry.objects.get(subject=case.code, event="case.release").facts


@pytest.mark.parametrize("front", ["mttq-a-an-phu"])
def test_a_case_is_not_merged_into_one_of_another_front_nor_an_unknown_one_nor_itself(front: str) -> None:
    case, elsewhere = made(), made(front=front)
    for code in (elsewhere.code, "PA-2018-9999", case.code):
        with pytest.raises(NotFound):
            merge(code=case.code, into=code, actor=actor(OFFICER))
    assert again(case).state == State.RECEIVED


def test_a_case_is_not_merged_into_one_that_has_ended() -> None:
    with pytest.raises(NotFound):
        merge(code=made().code, into=made(State.CLOSED).code, actor=actor(OFFICER))


def test_a_case_into_which_others_were_merged_is_neither_merged_nor_refused() -> None:
    main = made()
    merged(main)
    with pytest.raises(Refused) as refused:
        merge(code=main.code, into=made().code, actor=actor(OFFICER))
    assert refused.value.refusal.missing == ("nothing_merged_in",)


def test_a_wrong_code_is_answered_at_the_form_and_kept(signed_in: Callable[[str], Client]) -> None:
    case = made()
    place = f"/ban-lam-viec/ho-so/{case.code}/nhap/"
    answer = signed_in(OFFICER).post(place, {"version": case.version, "other": "PA-2018-9999"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Không có hồ sơ mã này" in page
    assert "PA-2018-9999" in page


def test_who_was_merged_goes_on_writing_to_the_front() -> None:
    case = merged(made())
    write_to_front(case=again(case), text="Hôm nay lại như vậy.")
    assert [text for _letter, text in letters_of(case.code)] == ["Hôm nay lại như vậy."]


# split


def test_what_is_split_off_is_of_the_same_procedure() -> None:
    published_procedure()
    case = made(State.CLASSIFIED)
    CaseFile.objects.filter(pk=case.pk).update(procedure="khai-sinh")
    new = split(code=case.code, part=part(), secret=SECRET, actor=actor(OFFICER))
    assert new.procedure == "khai-sinh"
    assert story_of(new).procedure == "đăng ký khai sinh"


def test_what_is_split_off_is_a_case_of_its_own_with_its_clocks_and_its_receipt() -> None:
    case = made(State.CLASSIFIED)
    new = pieces(case)
    assert new.code == "KN-2018-0001"
    assert story_of(again(new)).what == "Mong phường đặt thêm ghế chờ."
    assert Clock.objects.filter(subject=new.code).count() == 3
    receipt = receipt_by_code(code_from(SECRET))
    assert receipt is not None
    assert receipt.subject == new.code
    assert again(case).state == State.CLASSIFIED


def test_a_part_counts_from_the_day_the_whole_was_received() -> None:
    case = made()
    CaseFile.objects.filter(pk=case.pk).update(received_at=case.received_at.replace(day=9))
    new = split(code=case.code, part=part(), secret=SECRET, actor=actor(OFFICER))
    assert new.received_at.day == 9
    assert Clock.objects.get(subject=new.code, role="classify").started_on.day == 9


def test_a_named_teller_is_named_in_the_part_too() -> None:
    new = pieces(made(mode=TellerMode.NAMED))
    assert new.teller_mode == TellerMode.NAMED
    assert (
        open_identity(code=new.code, reason="Cần gọi lại cho người gửi.", actor=actor(OFFICER)).name == "Người Gửi Thử"
    )


def test_the_confidence_of_a_teller_holds_for_the_part() -> None:
    case = made(mode=TellerMode.CONFIDENTIAL)
    new = pieces(case)
    assert new.teller_mode == TellerMode.CONFIDENTIAL
    assert new.identity is not None
    assert case.identity is not None
    assert new.identity.under == case.identity.under == "front"
    assert new.identity.pk != case.identity.pk


def test_the_receipt_of_the_part_is_shown_once_to_be_printed(signed_in: Callable[[str], Client]) -> None:
    case = made()
    told = {"version": case.version, "what": "Mong thêm ghế.", "kind": "suggestion", "unit": COUNTER}
    answer = signed_in(OFFICER).post(f"/ban-lam-viec/ho-so/{case.code}/tach/", told)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "KN-2018-0001" in page
    assert 'class="digits"' in page


def test_the_receipt_of_the_whole_opens_its_part_and_no_other_case() -> None:
    visitor = Visitor()
    visitor.write()
    visitor.send()
    case = CaseFile.objects.get()
    new, stranger = pieces(case), made()
    visitor.open(visitor.code)
    assert visitor.client.post(f"/tra-cuu/ho-so/tach/{stranger.code}/").status_code == 404
    assert new.code in visitor.client.get("/tra-cuu/ho-so/").content.decode()
    assert visitor.client.post(f"/tra-cuu/ho-so/tach/{new.code}/").status_code == 302
    assert "ghế chờ" in visitor.client.get("/tra-cuu/ho-so/").content.decode()


# linked


def test_linked_cases_and_reports_on_the_same_official_stand_on_the_page(signed_in: Callable[[str], Client]) -> None:
    official = official_of("can-bo-ubnd")
    case = made(State.CLASSIFIED, about="ubnd-a-an-phu", official=official)
    repeat = made(State.CLASSIFIED, about="ubnd-a-an-phu", official=official)
    other, unrelated = made(), made()
    link(code=case.code, other=other.code, actor=actor(OFFICER))
    assert {one.code for one in related_to(case)} == {repeat.code, other.code}
    page = signed_in(OFFICER).get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    assert "2 hồ sơ liên quan" in page
    assert unrelated.code not in page


def test_a_link_is_seen_from_both_ends_and_made_once() -> None:
    one, other = made(), made()
    link(code=one.code, other=other.code, actor=actor(OFFICER))
    assert [case.code for case in related_to(other)] == [one.code]
    with pytest.raises(NotFound):
        link(code=other.code, other=one.code, actor=actor(OFFICER))


def test_the_list_of_related_cases_keeps_to_the_conflict_guard() -> None:
    """Whoever is named in a linked case does not learn of it there, and a case that went to another Front is gone."""
    official = official_of("can-bo-ubnd")
    about_him = made(State.TRANSFERRED, about="ubnd-a-an-phu", official=official)
    plain = made(State.TRANSFERRED, about="ubnd-a-an-phu")
    link(code=plain.code, other=about_him.code, actor=actor(OFFICER))
    assert [case.code for case in related_to(plain)] == [about_him.code]
    assert related_to(plain, "can-bo-ubnd") == []
    CaseFile.objects.filter(pk=about_him.pk).update(front=unit("mttq-a-an-phu"))
    assert related_to(plain) == []


def test_the_page_of_a_body_lists_no_related_case(signed_in: Callable[[str], Client]) -> None:
    one, other = made(State.TRANSFERRED), made(State.TRANSFERRED)
    link(code=one.code, other=other.code, actor=actor(OFFICER))
    page = signed_in("chu-tich-ubnd").get(f"/ban-lam-viec/chuyen-den/{one.code}/").content.decode()
    assert other.code not in page
