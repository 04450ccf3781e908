"""Cases between Fronts: offered, taken or given back with their history, and handed over when a Front has ended."""

from collections.abc import Callable
from datetime import date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.cases.made import FRONT, actor, found, made, unit

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile, Handing
from vidan.cases.recipients import receivers_of
from vidan.cases.services.classify import classify
from vidan.cases.services.correspond import write_to_front, write_to_teller
from vidan.cases.services.guide import guide
from vidan.cases.services.hand import hand_back, take_over
from vidan.cases.services.hand_down import NotBelow, hand_down
from vidan.cases.services.hand_over import hand_over, hand_over_all, to_hand_over
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.merge import merge
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.read_original import read_original
from vidan.cases.services.step import Refused
from vidan.cases.services.transfer import submit, transfer
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.figure import Scope, all_figures, read_figures
from vidan.foundation.figures.models import Counter
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.notices.models import Notice
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.receipts.code import code_from
from vidan.foundation.receipts.services import issue

pytestmark = pytest.mark.django_db

WARD, CITY, AFTER = "mttq-a-an-phu", "mttq-tp-ho-chi-minh", "mttq-b-thanh-pho-thu-duc"
BEFORE_ITS_END = datetime(2020, 12, 15, 9, tzinfo=clock.now().tzinfo)
AFTER_ITS_END = datetime(2021, 1, 4, 9, tzinfo=clock.now().tzinfo)


def again(case: CaseFile) -> CaseFile:
    return CaseFile.objects.select_related("front__parent", "subject_unit").get(pk=case.pk)


def of_the_ward() -> CaseFile:
    return made(front=WARD)


def up(case: CaseFile) -> CaseFile:
    return hand_up(code=case.code, reason="Việc vượt quá phạm vi phường.", actor=actor("can-bo-phuong"))


def standing(front: str) -> dict[str, int]:
    rows = Counter.objects.filter(name="cases.state", unit_id=unit(front).pk, standing__gt=0)
    return dict(rows.values_list("mark", "standing"))


def test_a_ward_case_is_handed_up_and_carried_by_the_district_to_the_transfer() -> None:
    case = of_the_ward()
    clocks = set(Clock.objects.filter(subject=case.code).values_list("role", "due_on"))
    up(case)
    assert again(case).state == State.OFFERED
    take_over(code=case.code, actor=actor("can-bo-quan"))
    assert set(Clock.objects.filter(subject=case.code).values_list("role", "due_on")) == clocks
    classify(code=case.code, found=found(), actor=actor("can-bo-quan"))
    prepare(code=case.code, text="Người trực quầy nói trống không.", actor=actor("can-bo-quan"))
    check(code=case.code, actor=actor("can-bo-quan-2"))
    submit(code=case.code, actor=actor("can-bo-quan-2"))
    transfer(code=case.code, actor=actor("lanh-dao"))
    assert again(case).state == State.TRANSFERRED
    events = list(Entry.objects.filter(subject=case.code, event__startswith="case.").values_list("event", flat=True))
    assert events[:3] == ["case.receive", "case.hand_up", "case.take_over"]


def test_a_handing_goes_with_a_numbered_note_of_the_first_front_and_a_notice() -> None:
    case = of_the_ward()
    up(case)
    paper = Paper.objects.get(subject=case.code)
    assert (paper.unit.slug, paper.kind, paper.number) == (WARD, "handing_note", 1)
    assert "vượt quá phạm vi" in str(paper.structure)
    assert Notice.objects.filter(subject=case.code, kind="handed", user__email__startswith="can-bo-quan").exists()


def test_the_journal_of_a_handing_holds_the_digest_of_the_reason_only() -> None:
    case = of_the_ward()
    up(case)
    entry = Entry.objects.get(subject=case.code, event="case.hand_up")
    assert entry.unit_id == unit(WARD).pk
    assert entry.facts["to_front"] == FRONT
    assert len(entry.reason_digest) == 64
    assert "phạm vi" not in str(entry.facts)


def test_who_handed_a_case_on_does_not_see_it_any_more_but_what_became_of_it(
    signed_in: Callable[[str], Client],
) -> None:
    case = of_the_ward()
    up(case)
    client = signed_in("can-bo-phuong")
    assert client.get(f"/ban-lam-viec/ho-so/{case.code}/").status_code == 404
    page = client.get("/ban-lam-viec/chuyen-mat-tran/").content.decode()
    assert case.code in page
    assert "chờ nhận" in page
    assert case.gist not in page or not case.gist


def test_a_case_given_back_stands_where_it_was(signed_in: Callable[[str], Client]) -> None:
    case = of_the_ward()
    up(case)
    hand_back(code=case.code, reason="Việc thuộc phường.", actor=actor("can-bo-quan"))
    assert again(case).front.slug == WARD
    assert again(case).state == State.RECEIVED
    assert Handing.objects.get(case=case).ended == "returned"
    assert signed_in("can-bo-phuong").get(f"/ban-lam-viec/ho-so/{case.code}/").status_code == 200


def test_the_counters_go_along_with_the_case() -> None:
    case = of_the_ward()
    assert standing(WARD) == {"received": 1}
    up(case)
    assert (standing(WARD), standing(FRONT)) == ({}, {"offered": 1})
    take_over(code=case.code, actor=actor("can-bo-quan"))
    assert standing(FRONT) == {"received": 1}


def test_the_district_gives_a_case_down_to_a_ward_of_its_own() -> None:
    case = made()
    hand_down(code=case.code, to=WARD, reason="Việc của phường.", actor=actor("can-bo-quan"))
    take_over(code=case.code, actor=actor("can-bo-phuong"))
    assert again(case).front.slug == WARD


@pytest.mark.parametrize("to", [CITY, "mttq-b-an-phu", "ubnd-a-an-phu", "nowhere"])
def test_a_case_is_not_given_down_to_who_is_not_below(to: str) -> None:
    with pytest.raises(NotBelow):
        hand_down(code=made().code, to=to, reason="Thử.", actor=actor("can-bo-quan"))


def test_a_case_is_never_handed_to_the_front_it_is_about() -> None:
    case = of_the_ward()
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=unit(FRONT))
    with pytest.raises(Refused) as refused:
        up(case)
    assert refused.value.refusal.missing == ("front_above",)


def test_a_case_about_a_ward_front_is_not_given_down_to_it() -> None:
    case = made(about=WARD)  # carried by the district
    with pytest.raises(NotBelow):
        hand_down(code=case.code, to=WARD, reason="Thử.", actor=actor("can-bo-quan"))


def test_a_case_into_which_one_about_a_ward_front_was_merged_is_not_given_down_to_it_either() -> None:
    main = made()
    merge(code=made(about=WARD).code, into=main.code, actor=actor("can-bo-quan"))
    with pytest.raises(NotBelow):
        hand_down(code=main.code, to=WARD, reason="Thử.", actor=actor("can-bo-quan"))


def test_a_case_into_which_one_about_the_front_above_was_merged_is_not_handed_up() -> None:
    main = made()
    merge(code=made(about=CITY).code, into=main.code, actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        hand_up(code=main.code, reason="Thử.", actor=actor("can-bo-quan"))
    assert refused.value.refusal.missing == ("front_above",)


def test_only_who_was_offered_a_case_takes_it() -> None:
    case = of_the_ward()
    up(case)
    with pytest.raises(CaseFile.DoesNotExist):
        take_over(code=case.code, actor=actor("can-bo-phuong"))


def test_a_case_that_was_sent_to_bodies_is_not_offered_to_another_front() -> None:
    with pytest.raises(Refused):
        hand_down(code=made(State.TRANSFERRED).code, to=WARD, reason="Thử.", actor=actor("can-bo-quan"))


def test_who_takes_back_a_word_while_it_is_offered_ends_the_offer() -> None:
    case = of_the_ward()
    up(case)
    withdraw(code=case.code)
    assert again(case).state == State.WITHDRAWN
    assert Handing.objects.get(case=case).ended == "withdrawn"


def test_the_front_that_took_a_confidential_case_has_two_officers_of_its_own() -> None:
    case = made(mode=TellerMode.CONFIDENTIAL)
    for local in ("can-bo-quan", "can-bo-quan-2"):
        read_original(code=case.code, actor=actor(local))
    hand_down(code=case.code, to=WARD, reason="Việc của phường.", actor=actor("can-bo-quan"))
    take_over(code=case.code, actor=actor("can-bo-phuong"))
    read_original(code=case.code, actor=actor("can-bo-phuong"))
    with pytest.raises((NotYours, CaseFile.DoesNotExist)):
        read_original(code=case.code, actor=actor("can-bo-quan"))


# handed over


def numbers(front: str) -> dict[str, int]:
    scope = Scope(date(2018, 1, 1), date(2020, 12, 31), frozenset({unit(front).pk}))
    return {name: value.count for name, value in read_figures([f.name for f in all_figures()], scope).items()}


def test_open_cases_of_an_ended_front_go_to_its_successor_as_they_stand() -> None:
    with clock.at(BEFORE_ITS_END):
        open_ones = [made(), made(State.CLASSIFIED), made(State.TRANSFERRED)]
        closed = made(State.CLOSED)
        before = numbers(FRONT)
    states = [again(case).state for case in open_ones]
    with clock.at(AFTER_ITS_END):
        assert hand_over_all(actor=actor("lanh-dao")) == 3
    assert [again(case).front.slug for case in open_ones] == [AFTER] * 3
    assert [again(case).state for case in open_ones] == states
    assert again(closed).front.slug == FRONT
    told = Entry.objects.filter(event="case.hand_over")
    assert sorted(told.values_list("subject", flat=True)) == sorted(case.code for case in open_ones)
    assert numbers(FRONT) == before


def test_answers_that_are_not_due_yet_are_counted_where_they_will_come() -> None:
    with clock.at(BEFORE_ITS_END):
        case = made(State.TRANSFERRED)
    due = Clock.objects.get(subject=case.code, role="answer-settle").due_on
    assert due > date(2021, 1, 4)
    with clock.at(AFTER_ITS_END):
        hand_over(code=case.code, actor=actor("lanh-dao"))
    scope = {
        front: Scope(date(2021, 1, 1), date(2021, 12, 31), frozenset({unit(front).pk})) for front in (FRONT, AFTER)
    }
    asked = {front: read_figures(["cases.answer_due"], scope[front])["cases.answer_due"].count for front in scope}
    assert asked == {FRONT: 0, AFTER: 1}


def merged_into(main: CaseFile) -> tuple[CaseFile, str]:
    """A case with a receipt, merged into another one."""
    case, secret = made(), b"0123456789abcdef"
    issue(subject=case.code, secret=secret)
    merge(code=case.code, into=main.code, actor=actor("can-bo-quan"))
    return case, code_from(secret)


def test_cases_merged_into_one_that_is_handed_over_go_along() -> None:
    with clock.at(BEFORE_ITS_END):
        main = made()
        case, _receipt = merged_into(main)
        ended_at = again(case).ended_at
    with clock.at(AFTER_ITS_END):
        assert hand_over_all(actor=actor("lanh-dao")) == 1
    gone = again(case)
    assert (gone.front.slug, gone.state, gone.ended_at) == (AFTER, State.MERGED, ended_at)
    entry = Entry.objects.get(subject=case.code, event="case.go_along")
    assert entry.actor == actor("lanh-dao").code
    assert entry.facts["with"] == main.code
    assert (entry.facts["to_front"], standing(FRONT)) == (AFTER, {})


def test_a_merged_case_goes_along_when_its_main_case_is_offered_and_comes_back_with_it() -> None:
    main = made()
    case, _receipt = merged_into(main)
    hand_down(code=main.code, to=WARD, reason="Việc của phường.", actor=actor("can-bo-quan"))
    assert again(case).front.slug == WARD
    hand_back(code=main.code, reason="Việc của quận.", actor=actor("can-bo-phuong"))
    assert again(case).front.slug == FRONT


def test_a_merged_case_goes_along_though_whoever_hands_it_may_not_know_of_it() -> None:
    main = made()
    case, _receipt = merged_into(main)
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=unit(FRONT))
    hand_down(code=main.code, to=WARD, reason="Việc của phường.", actor=actor("can-bo-quan"))
    assert again(case).front.slug == WARD


def test_the_teller_of_a_merged_case_goes_on_writing_with_the_same_receipt_to_the_new_front() -> None:
    main = made()
    case, receipt = merged_into(main)
    hand_down(code=main.code, to=WARD, reason="Việc của phường.", actor=actor("can-bo-quan"))
    client = Client()
    client.post("/tra-cuu/", {"code": receipt})
    assert "xử lý chung" in client.get("/tra-cuu/ho-so/").content.decode()
    write_to_front(case=again(case), text="Hôm nay lại như vậy.")
    write_to_teller(code=case.code, text="Phường đã nhận.", actor=actor("can-bo-phuong"))
    page = client.get("/tra-cuu/ho-so/").content.decode()
    assert "Hôm nay lại như vậy." in page
    assert "Phường đã nhận." in page
    assert Notice.objects.filter(subject=case.code, kind="letter", user__email__startswith="can-bo-phuong").exists()


def test_a_front_that_still_exists_hands_nothing_over() -> None:
    with clock.at(BEFORE_ITS_END):
        case = made()
        with pytest.raises(Refused) as refused:
            hand_over(code=case.code, actor=actor("lanh-dao"))
        assert list(to_hand_over(actor("lanh-dao"))) == []
    assert refused.value.refusal.missing == ("front_ended", "successor_known")


def test_an_offered_case_of_an_ended_front_goes_over_too() -> None:
    with clock.at(BEFORE_ITS_END):
        case = of_the_ward()
        up(case)
    with clock.at(AFTER_ITS_END):
        hand_over(code=case.code, actor=actor("lanh-dao"))
        assert not Handing.objects.filter(case=case, ended="").exclude(direction="over").exists()
    assert again(case).front.slug == AFTER
    assert again(case).state == State.RECEIVED


def test_letters_that_the_ended_front_did_not_number_are_dropped() -> None:
    with clock.at(BEFORE_ITS_END):
        submitted, guided = made(State.SUBMITTED), made()
        guide(code=guided.code, body="Thanh tra", way="Nộp đơn.", actor=actor("can-bo-quan"))
    with clock.at(AFTER_ITS_END):
        assert hand_over_all(actor=actor("lanh-dao")) == 2
    assert (again(submitted).state, again(guided).state) == (State.CHECKED, State.RECEIVED)
    assert not Paper.objects.filter(state=PaperState.DRAFT).exists()


def test_a_case_about_an_old_counter_goes_to_the_committee_that_succeeded() -> None:
    goes_to = receivers_of(unit("mot-cua-a-an-phu"), date(2021, 1, 4))
    assert goes_to is not None
    assert (goes_to.settler.slug, goes_to.monitor.slug) == ("ubnd-b-an-phu", "phong-noi-vu-b-thanh-pho-thu-duc")


def test_the_page_lists_what_is_left_with_the_successor_and_hands_it_over(signed_in: Callable[[str], Client]) -> None:
    with clock.at(BEFORE_ITS_END):
        case = made()
    with clock.at(AFTER_ITS_END):
        client = signed_in("lanh-dao")
        page = client.get("/ban-lam-viec/chuyen-mat-tran/").content.decode()
        assert case.code in page
        assert "Thành phố Thủ Đức" in page
        client.post("/ban-lam-viec/chuyen-mat-tran/")
        assert "Không còn hồ sơ nào phải bàn giao" in client.get("/ban-lam-viec/chuyen-mat-tran/").content.decode()
    assert again(case).front.slug == AFTER


def test_the_command_hands_over_in_the_name_of_who_serves_there() -> None:
    with clock.at(BEFORE_ITS_END):
        made()
    told = StringIO()
    with clock.at(AFTER_ITS_END):
        call_command("hand_over", by="lanh-dao@vidan.example", stdout=told)
        with pytest.raises(CommandError):
            call_command("hand_over", by="mat-tran-tp@vidan.example")
    assert "1" in told.getvalue()


def test_a_case_about_the_ended_front_itself_is_listed_to_nobody_of_it() -> None:
    with clock.at(BEFORE_ITS_END):
        case = made()
        CaseFile.objects.filter(pk=case.pk).update(subject_unit=unit(FRONT))
    with clock.at(AFTER_ITS_END):
        assert list(to_hand_over(actor("lanh-dao"))) == []


def test_handed_on_cases_keep_to_the_conflict_guard() -> None:
    case = of_the_ward()
    up(case)
    assert [one.case_id for one in Handing.objects.visible_to(actor("can-bo-phuong"))] == [case.pk]
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=unit(WARD))
    assert list(Handing.objects.visible_to(actor("can-bo-phuong"))) == []
    for stranger in ("chu-tich-ubnd", "theo-doi", "phu-nu", "mat-tran-tp"):
        assert list(Handing.objects.visible_to(actor(stranger))) == []
