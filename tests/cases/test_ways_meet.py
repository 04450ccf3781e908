"""Where a case goes meets verification, withdrawal of denunciations, the Front's own petitions and erasure."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.http import QueryDict
from tests.cases.made import COUNTER, actor, made, unit
from tests.cases.test_petition import written
from tests.cases.verified import MEETING, verify_up_to

from vidan.cases.journey import journey_of
from vidan.cases.kinds import Kind, State, TransferRole
from vidan.cases.models import CaseFile, Handing, Petition
from vidan.cases.outcomes import Withdrawal
from vidan.cases.selectors import Filters
from vidan.cases.services.ask import ask
from vidan.cases.services.erase import erase, propose_erasures
from vidan.cases.services.guide import guide
from vidan.cases.services.hand_over import hand_over
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.inform import inform
from vidan.cases.services.link import NotFound
from vidan.cases.services.merge import merge
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.petition_superior import petition_superior, sign_petition_superior
from vidan.cases.services.prepare import send_back
from vidan.cases.services.propose import propose
from vidan.cases.services.refuse import refuse
from vidan.cases.services.split import Part, split
from vidan.cases.services.step import Refused
from vidan.cases.services.urge import sign_urging, urge
from vidan.cases.services.verify import plan_verification
from vidan.cases.services.withdraw import let_withdraw, withdraw
from vidan.foundation.calendar import clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.receipts.services import letters_of

pytestmark = pytest.mark.django_db

OFFICER, SECOND, HEAD = "can-bo-quan", "can-bo-quan-2", "lanh-dao"
WARD, AFTER = "mttq-a-an-phu", "mttq-b-thanh-pho-thu-duc"
BEFORE_ITS_END = datetime(2020, 12, 15, 9, tzinfo=clock.now().tzinfo)
AFTER_ITS_END = datetime(2021, 1, 4, 9, tzinfo=clock.now().tzinfo)
PART = Kind.SUGGESTION


def again(case: CaseFile) -> CaseFile:
    return CaseFile.objects.select_related("front", "subject_unit", "identity").get(pk=case.pk)


def drafts(case: CaseFile) -> int:
    return Paper.objects.filter(subject=case.code, state=PaperState.DRAFT).count()


def into(main: CaseFile) -> CaseFile:
    return merge(code=made().code, into=main.code, actor=actor(OFFICER))


# a denunciation that is taken back beside its usual way


def guided_denunciation() -> CaseFile:
    case = made(kind=Kind.DENUNCIATION)
    return guide(code=case.code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER))


def offered_denunciation() -> CaseFile:
    case = made(kind=Kind.DENUNCIATION, front=WARD)
    return hand_up(code=case.code, reason="Vượt phạm vi phường.", actor=actor("can-bo-phuong"))


@pytest.mark.parametrize("made_so", [guided_denunciation, offered_denunciation])
def test_a_denunciation_taken_back_beside_its_way_waits_for_the_officer(made_so: Callable[[], CaseFile]) -> None:
    case = made_so()
    withdraw(code=case.code)
    left = again(case)
    assert (left.state, left.withdrawal) == (case.state, Withdrawal.ASKED)


def test_letting_go_a_denunciation_drops_the_letter_that_would_guide() -> None:
    case = guided_denunciation()
    withdraw(code=case.code)
    let_withdraw(code=case.code, actor=actor(OFFICER))
    assert (again(case).state, drafts(case)) == (State.WITHDRAWN, 0)


def test_letting_go_a_denunciation_ends_its_offer() -> None:
    case = offered_denunciation()
    withdraw(code=case.code)
    let_withdraw(code=case.code, actor=actor(OFFICER))
    assert Handing.objects.get(case=case).ended == "withdrawn"


# handed over while it is verified


@pytest.mark.parametrize("state", [State.VERIFYING, State.VERIFIED, State.PROPOSED, State.DECIDED])
def test_a_case_goes_over_in_any_state_of_verification(state: State) -> None:
    with clock.at(BEFORE_ITS_END):
        case = made(State.ANSWERED)
        verify_up_to(case.code, state, held_on=BEFORE_ITS_END.date())
    with clock.at(AFTER_ITS_END):
        hand_over(code=case.code, actor=actor(HEAD))
    assert (again(case).front.slug, again(case).state) == (AFTER, state)


def test_a_plan_that_the_ended_front_did_not_number_is_dropped() -> None:
    with clock.at(BEFORE_ITS_END):
        case = made(State.ANSWERED)
        plan_verification(code=case.code, meeting=MEETING, actor=actor(OFFICER))
    with clock.at(AFTER_ITS_END):
        hand_over(code=case.code, actor=actor(HEAD))
    assert (drafts(case), case.verifications.count()) == (0, 0)


def test_a_proposal_that_the_ended_front_did_not_number_is_dropped() -> None:
    with clock.at(BEFORE_ITS_END):
        case = made(State.ANSWERED)
        verify_up_to(case.code, State.VERIFIED, held_on=BEFORE_ITS_END.date())
        propose(code=case.code, forms=("apologise",), why="Đã xác minh.", actor=actor(OFFICER))
    with clock.at(AFTER_ITS_END):
        hand_over(code=case.code, actor=actor(HEAD))
    assert drafts(case) == 0


# the superior of a body that keeps silent while it is verified


def test_the_superior_of_a_late_monitor_is_petitioned_while_the_case_is_verified() -> None:
    case = made(State.VERIFYING)
    with clock.at(datetime(2018, 4, 6, 9, tzinfo=clock.now().tzinfo)):
        urge(code=case.code, actor=actor(OFFICER))
        sign_urging(code=case.code, actor=actor(HEAD))
    with clock.at(datetime(2018, 4, 18, 9, tzinfo=clock.now().tzinfo)):
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
    assert Petition.objects.get(sent_on=date(2018, 4, 18)).transfer.role == TransferRole.MONITOR


# merged


def test_nothing_is_merged_into_a_case_whose_result_was_told() -> None:
    with pytest.raises(NotFound):
        into(made(State.INFORMED))


def test_nothing_is_merged_into_the_fronts_own_petition() -> None:
    with pytest.raises(NotFound):
        into(written())


def test_after_a_verification_who_was_merged_in_is_written_to_again_and_counted_once() -> None:
    main = made(State.ANSWERED)
    case = into(main)
    inform(code=main.code, text="Nơi nhận đã trả lời.", actor=actor(OFFICER))
    verify_up_to(main.code, State.DECIDED)
    inform(code=main.code, text="Đã có quyết định.", actor=actor(OFFICER))
    assert [text for _letter, text in letters_of(case.code)] == ["Nơi nhận đã trả lời.", "Đã có quyết định."]
    assert Fact.objects.filter(name="cases.informed").count() == 2


def test_who_goes_his_own_way_again_is_promised_a_result_again() -> None:
    main = made(State.ANSWERED)
    case = into(main)
    inform(code=main.code, text="Nơi nhận đã trả lời.", actor=actor(OFFICER))
    verify_up_to(main.code, State.VERIFYING)
    withdraw(code=main.code)
    assert again(case).state == State.RECEIVED
    assert "Đã có kết quả" not in str(journey_of(again(case)).sentence)


# the Front's own petition has nobody to be told


@pytest.mark.parametrize(
    "step",
    [
        lambda code: refuse(code=code, ground="no_content", actor=actor(OFFICER)),
        lambda code: guide(code=code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER)),
        lambda code: ask(code=code, text="Quầy nào?", actor=actor(OFFICER)),
        lambda code: merge(code=code, into=made().code, actor=actor(OFFICER)),
        lambda code: split(code=code, part=Part("Việc.", PART, unit(COUNTER)), secret=bytes(16), actor=actor(OFFICER)),
    ],
)
def test_the_fronts_own_petition_does_not_leave_its_way(step: Callable[[str], object]) -> None:
    case = send_back(code=written().code, note="Viết lại.", actor=actor(SECOND))
    with pytest.raises(Refused):
        step(case.code)


# erased


def test_what_was_refused_goes_after_a_year() -> None:
    case = made()
    refuse(code=case.code, ground="no_content", actor=actor(OFFICER))
    with clock.at(clock.now() + timedelta(days=370)):
        assert propose_erasures() == 1


@pytest.mark.parametrize("mode", [TellerMode.NAMED, TellerMode.CONFIDENTIAL])
def test_a_name_that_went_along_with_a_part_goes_with_that_part_alone(mode: TellerMode) -> None:
    whole = made(mode=mode)
    new = split(code=whole.code, part=Part("Việc.", PART, unit(COUNTER)), secret=bytes(16), actor=actor(OFFICER))
    for gone, kept in ((whole, new), (new, None)):
        refuse(code=gone.code, ground="no_content", actor=actor(OFFICER))
        with clock.at(clock.now() + timedelta(days=370)):
            propose_erasures()
            assert erase(subjects=[gone.code], actor=actor(HEAD)) == 1
        name = again(gone).identity
        assert name is not None
        assert not name.body
        if kept:
            left = again(kept).identity
            assert left is not None
            assert left.body


def test_who_is_named_in_a_part_is_still_known_when_the_whole_is_erased() -> None:
    whole = made(mode=TellerMode.NAMED)
    new = split(code=whole.code, part=Part("Việc.", PART, unit(COUNTER)), secret=bytes(16), actor=actor(OFFICER))
    refuse(code=whole.code, ground="no_content", actor=actor(OFFICER))
    with clock.at(clock.now() + timedelta(days=370)):
        propose_erasures()
        erase(subjects=[whole.code], actor=actor(HEAD))
        assert open_identity(code=new.code, reason="Cần hỏi thêm", actor=actor(OFFICER))


# lists


def test_the_filter_of_very_late_cases_is_kept_in_the_address() -> None:
    assert Filters.read(QueryDict("rat-tre=1&loai=feedback")).query() == "loai=feedback&rat-tre=1"
