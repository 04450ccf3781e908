"""What was transferred to a body that has ended: who alone succeeded it sees and answers it, and nobody else does."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from tests.cases.made import actor, made, unit
from tests.cases.verified import verify_up_to

from vidan.cases.kinds import State, TransferRole
from vidan.cases.models import CaseFile, Proposal, Transfer
from vidan.cases.outcomes import Verdict
from vidan.cases.selectors import search, sent_to
from vidan.cases.services.answer import answer
from vidan.cases.services.decide import Ruling, decide
from vidan.cases.services.name_successor import NoHeir, name_successor
from vidan.cases.services.step import Refused
from vidan.cases.services.urge import sign_urging, urge
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import Succession
from vidan.foundation.units.selectors import heirs, in_place_of, standing

pytestmark = pytest.mark.django_db

OLD, NEW = "ubnd-a-an-phu", "ubnd-b-an-phu"
LAST_DAY = datetime(2020, 12, 31, 9, tzinfo=clock.now().tzinfo)
FIRST_DAY = datetime(2021, 1, 1, 9, tzinfo=clock.now().tzinfo)
MONTHS_LATER = datetime(2021, 4, 1, 9, tzinfo=clock.now().tzinfo)


def serves(name: str, role: Role, slug: str) -> User:
    user = User.objects.create_user(email=f"{name}@vidan.example", name=name)
    Assignment.objects.create(user=user, role=role, unit=unit(slug), valid_from=date(2018, 1, 1))
    return user


def cast_serves(local: str, role: Role, slug: str) -> None:
    """One of the cast, whose second step stands, takes a role in a successor."""
    user = User.objects.get(code=actor(local).code)
    Assignment.objects.create(user=user, role=role, unit=unit(slug), valid_from=date(2018, 1, 1))


def head() -> User:
    return serves("head", Role.COMMITTEE_HEAD, NEW)


@pytest.fixture
def sent() -> CaseFile:
    with clock.at(LAST_DAY):
        return made(State.TRANSFERRED)


def test_the_successor_answers_by_the_clock_of_its_predecessor(sent: CaseFile) -> None:
    due = Clock.objects.get(subject=sent.code, role="answer-settle").due_on
    with clock.at(FIRST_DAY):
        answer(code=sent.code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", actor=actor_of(head()))
    told = Transfer.objects.select_related("recipient", "clock").get(case=sent, role=TransferRole.SETTLE)
    assert told.answered_on == FIRST_DAY.date()
    assert told.clock is not None
    assert (told.clock.due_on, told.clock.stopped_on) == (due, FIRST_DAY.date())
    assert told.recipient.slug == OLD  # the letter was addressed to it, and so was the term
    assert Entry.objects.get(subject=sent.code, event="case.answer").facts["on_time"] is True


def test_the_ended_body_answers_no_more(sent: CaseFile) -> None:
    with clock.at(FIRST_DAY), pytest.raises(CaseFile.DoesNotExist):
        answer(code=sent.code, role=TransferRole.SETTLE, text="Muộn.", actor=actor("chu-tich-ubnd"))


def test_the_desk_and_the_search_of_the_successor_find_the_case(sent: CaseFile) -> None:
    with clock.at(FIRST_DAY):
        who = actor_of(head())
        assert [one.case_id for one in sent_to(who, waiting=True)] == [sent.pk]
        assert [one.case.pk for one in search(who, sent.code)] == [sent.pk]


def test_the_page_of_the_successor_opens_and_that_of_the_ended_body_does_not(
    sent: CaseFile, signed_in: Callable[[str], Client]
) -> None:
    cast_serves("can-bo-ubnd-quan", Role.COMMITTEE_HEAD, NEW)
    place = f"/ban-lam-viec/chuyen-den/{sent.code}/"
    with clock.at(FIRST_DAY):
        told = [signed_in(local).get(place).status_code for local in ("can-bo-ubnd-quan", "chu-tich-ubnd")]
    assert told == [200, 404]


def test_the_desk_of_the_front_names_who_owes_now(sent: CaseFile) -> None:
    owing = sent.transfers.get(role=TransferRole.SETTLE)
    with clock.at(FIRST_DAY):
        assert owing.body.slug == NEW
    with clock.at(LAST_DAY):
        assert owing.body.slug == OLD


def test_the_urging_letter_and_its_notice_go_to_the_successor(sent: CaseFile) -> None:
    CaseFile.objects.filter(pk=sent.pk).update(front=unit("mttq-b-thanh-pho-thu-duc"))
    user = head()
    officer, leader = (
        serves(name, role, "mttq-b-thanh-pho-thu-duc")
        for name, role in (("front", Role.DISTRICT_OFFICER), ("leader", Role.HEAD))
    )
    with clock.at(MONTHS_LATER):
        urge(code=sent.code, actor=actor_of(officer))
        sign_urging(code=sent.code, actor=actor_of(leader))
    letters = [str(paper.structure) for paper in Paper.objects.filter(subject=sent.code, kind="urging_letter")]
    assert any(unit(NEW).name in letter for letter in letters)
    assert Notice.objects.filter(user=user, subject=sent.code, kind="urged").exists()


def test_the_successor_decides_on_the_proposal_that_its_predecessor_was_sent() -> None:
    case = made(State.ANSWERED)
    verify_up_to(case.code, State.PROPOSED)
    with clock.at(FIRST_DAY):
        with pytest.raises(CaseFile.DoesNotExist):
            decide(code=case.code, ruling=Ruling(Verdict.ACCEPTED), actor=actor("chu-tich-ubnd"))
        decide(code=case.code, ruling=Ruling(Verdict.ACCEPTED), actor=actor_of(head()))
    told = Proposal.objects.get(verification__case=case)
    assert (told.verdict, told.decided_on) == (Verdict.ACCEPTED, FIRST_DAY.date())


def test_where_several_succeeded_a_body_nobody_stands_in_its_place() -> None:
    was = unit(NEW)
    assert Succession.objects.filter(predecessor=was.area).count() == 2
    with clock.at(datetime(2025, 7, 1, 9, tzinfo=clock.now().tzinfo)):
        assert standing(was.pk, clock.today()) is None
        followed = frozenset(one.pk for one in heirs(clock.today())[was.pk])
        assert followed == {unit("ubnd-c-binh-trung").pk, unit("ubnd-c-an-khanh").pk}
        assert was.pk not in in_place_of(followed, clock.today())


def test_a_successor_of_several_bodies_stands_for_each_of_them() -> None:
    day = date(2021, 1, 1)
    ours = in_place_of({unit("ubnd-b-an-khanh").pk}, day)
    assert ours == {unit(slug).pk for slug in ("ubnd-a-binh-an", "ubnd-a-binh-khanh", "ubnd-b-an-khanh")}


def test_nobody_stands_for_another_who_holds_no_role() -> None:
    assert in_place_of(Actor(code="nobody").units_with("cases.read_transferred"), date(2021, 1, 1)) == frozenset()


# several succeeded it

DIVIDED, FIRST, SECOND = NEW, "ubnd-c-binh-trung", "ubnd-c-an-khanh"
CITY = "mttq-tp-ho-chi-minh"
AFTER_DIVISION = datetime(2025, 7, 1, 9, tzinfo=clock.now().tzinfo)
REASON = "Địa chỉ trong phản ánh nay thuộc An Khánh."


@pytest.fixture
def divided(sent: CaseFile) -> CaseFile:
    """A case that lies with a body which two succeeded; the city's Front carries it."""
    CaseFile.objects.filter(pk=sent.pk).update(front=unit(CITY))
    sent.transfers.filter(role=TransferRole.SETTLE).update(recipient=unit(DIVIDED))
    cast_serves("can-bo-quan", Role.DISTRICT_OFFICER, CITY)
    cast_serves("can-bo-ubnd", Role.COMMITTEE_OFFICER, FIRST)
    cast_serves("can-bo-ubnd-quan", Role.COMMITTEE_OFFICER, SECOND)
    return sent


def test_a_successor_that_must_be_named_comes_before_every_other_step(
    divided: CaseFile, signed_in: Callable[[str], Client]
) -> None:
    with clock.at(AFTER_DIVISION):
        page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{divided.code}/").content.decode()
    steps = page[page.index('<div class="next">') :]
    assert 0 < steps.index("/noi-ke-thua/") < steps.index("</a>")


def test_the_reason_for_a_successor_is_not_said_to_become_a_paper(
    divided: CaseFile, signed_in: Callable[[str], Client]
) -> None:
    with clock.at(AFTER_DIVISION):
        page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{divided.code}/noi-ke-thua/").content.decode()
    assert "văn bản này được đánh số" not in page


def seen_by(local: str) -> bool:
    return CaseFile.objects.visible_to(actor(local)).filter(transfers__isnull=False).exists()


def named(case: CaseFile, to: str = SECOND) -> None:
    name_successor(code=case.code, to=to, reason=REASON, actor=actor("can-bo-quan"))


def test_none_of_several_successors_sees_a_case_until_the_front_names_one(divided: CaseFile) -> None:
    with clock.at(AFTER_DIVISION):
        assert (seen_by("can-bo-ubnd"), seen_by("can-bo-ubnd-quan")) == (False, False)
        named(divided)
        assert (seen_by("can-bo-ubnd"), seen_by("can-bo-ubnd-quan")) == (False, True)


def test_the_one_that_was_named_answers_and_finds_the_case_by_search(divided: CaseFile) -> None:
    due = Clock.objects.get(subject=divided.code, role="answer-settle").due_on
    with clock.at(AFTER_DIVISION):
        named(divided)
        assert [one.case.pk for one in search(actor("can-bo-ubnd-quan"), divided.code)] == [divided.pk]
        answer(code=divided.code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", actor=actor("can-bo-ubnd-quan"))
    told = Clock.objects.get(subject=divided.code, role="answer-settle")
    assert (told.due_on, told.stopped_on) == (due, AFTER_DIVISION.date())


def test_the_one_that_was_named_decides_on_an_open_proposal_too() -> None:
    case = made(State.ANSWERED)
    verify_up_to(case.code, State.PROPOSED)
    CaseFile.objects.filter(pk=case.pk).update(front=unit(CITY))
    case.transfers.filter(role=TransferRole.SETTLE).update(recipient=unit(DIVIDED))
    Proposal.objects.filter(verification__case=case).update(to=unit(DIVIDED))
    cast_serves("can-bo-quan", Role.DISTRICT_OFFICER, CITY)
    cast_serves("chu-tich-ubnd", Role.COMMITTEE_HEAD, FIRST)
    cast_serves("can-bo-ubnd-quan", Role.COMMITTEE_HEAD, SECOND)
    with clock.at(AFTER_DIVISION):
        name_successor(code=case.code, to=SECOND, reason=REASON, actor=actor("can-bo-quan"))
        with pytest.raises(CaseFile.DoesNotExist):
            decide(code=case.code, ruling=Ruling(Verdict.ACCEPTED), actor=actor("chu-tich-ubnd"))
        decide(code=case.code, ruling=Ruling(Verdict.ACCEPTED), actor=actor("can-bo-ubnd-quan"))
    assert Proposal.objects.get(verification__case=case).verdict == Verdict.ACCEPTED


def test_the_journal_holds_who_succeeded_whom_and_the_digest_of_the_reason(divided: CaseFile) -> None:
    with clock.at(AFTER_DIVISION):
        named(divided)
    entry = Entry.objects.get(subject=divided.code, event="case.name_successor")
    assert (entry.facts["from_body"], entry.facts["to_body"]) == (DIVIDED, SECOND)
    assert len(entry.reason_digest) == 64
    assert "An Khánh." not in str(entry.facts)
    assert Notice.objects.filter(subject=divided.code, kind="transferred", user__code=actor("can-bo-ubnd-quan").code)


def test_only_one_of_the_successors_can_be_named_and_only_once(divided: CaseFile) -> None:
    with clock.at(AFTER_DIVISION):
        with pytest.raises(NoHeir):
            named(divided, to="ubnd-c-cat-lai")
        named(divided)
        with pytest.raises(Refused) as refused:
            named(divided, to=FIRST)
    assert refused.value.refusal.missing == ("several_succeeded",)


def test_no_successor_is_named_for_a_body_that_one_alone_succeeded(sent: CaseFile) -> None:
    with clock.at(FIRST_DAY), pytest.raises(Refused):
        named(sent)


def test_the_page_asks_which_of_the_successors_with_a_reason(
    divided: CaseFile, signed_in: Callable[[str], Client]
) -> None:
    place = f"/ban-lam-viec/ho-so/{divided.code}/noi-ke-thua/"
    with clock.at(AFTER_DIVISION):
        client = signed_in("can-bo-quan")
        page = client.get(place).content.decode()
        assert all(unit(slug).name in page for slug in (FIRST, SECOND))
        version = CaseFile.objects.get(pk=divided.pk).version
        refused = client.post(place, {"version": version, "to": SECOND})
        assert (refused.status_code, seen_by("can-bo-ubnd-quan")) == (422, False)
        client.post(place, {"version": version, "to": SECOND, "reason": REASON})
        assert seen_by("can-bo-ubnd-quan")
        assert "Xác định nơi kế thừa" in client.get(f"/ban-lam-viec/ho-so/{divided.code}/").content.decode()
