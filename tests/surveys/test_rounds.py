"""A round is prepared, framed, opened, followed and closed, each by whoever may, and nothing of it is changed twice at once."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.cases.made import actor
from tests.surveys.made import reply, unit
from tests.surveys.round_made import HEAD, OFFICER, drafted, framed, fresh, opened, plan, row

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.site.sample.people import address
from vidan.surveys.kinds import ContactOutcome, RoundState, Way
from vidan.surveys.models import ContactCount, Invitation, Stratum, SurveyRound
from vidan.surveys.sample_size import propose, size_of
from vidan.surveys.selectors import is_full, open_at, progress_of, strata_of
from vidan.surveys.services.changing import NotNow, Overtaken
from vidan.surveys.services.count_contacts import count_contacts
from vidan.surveys.services.invite import invite
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.open_round import close_over, close_round, open_round
from vidan.surveys.services.prepare_round import change_round, drop_round
from vidan.surveys.services.set_frame import Numbers, add_stratum, remove_stratum, replace_frame, set_numbers

pytestmark = pytest.mark.django_db

COUNTER = "an-phu"


def test_rounds_of_a_front_are_numbered_through_the_year() -> None:
    assert [drafted().code, drafted().code] == ["ks-a-quan-2-2018-1", "ks-a-quan-2-2018-2"]


@pytest.mark.parametrize(
    "told",
    [
        {"last_day": date(2018, 2, 28)},
        {"last_day": date(2019, 6, 1)},
        {"ways": ()},
    ],
    ids=["ends before it begins", "longer than a year", "nobody can answer"],
)
def test_a_plan_that_cannot_be_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(NotNow):
        drafted(**told)
    assert not SurveyRound.objects.exists()


def test_a_questionnaire_of_another_front_or_a_draft_of_one_is_refused() -> None:
    theirs = plan().questionnaire
    theirs.front = unit("mttq-a-an-phu")
    with pytest.raises(NotNow):
        drafted(questionnaire=theirs)
    draft = plan().questionnaire
    draft.published_at = None
    with pytest.raises(NotNow):
        drafted(questionnaire=draft)


def test_what_somebody_else_changed_meanwhile_is_not_written_over() -> None:
    round_ = drafted()
    change_round(code=round_.code, version=1, plan=plan(title="Một"), actor=actor(OFFICER))
    with pytest.raises(Overtaken):
        change_round(code=round_.code, version=1, plan=plan(title="Hai"), actor=actor("can-bo-quan-2"))
    assert fresh(round_).title == "Một"


def test_a_draft_that_is_dropped_takes_its_frame_along() -> None:
    round_ = framed()
    drop_round(code=round_.code, version=round_.version, actor=actor(OFFICER))
    assert not SurveyRound.objects.exists()
    assert not Stratum.objects.exists()


def test_only_the_head_opens_and_closes() -> None:
    round_ = framed()
    with pytest.raises(SurveyRound.DoesNotExist):
        open_round(code=round_.code, version=round_.version, actor=actor(OFFICER))
    open_round(code=round_.code, version=round_.version, actor=actor(HEAD))
    round_ = fresh(round_)
    assert (round_.state, bool(round_.device_key), len(round_.device_public)) == (RoundState.OPEN, True, 88)
    with pytest.raises(SurveyRound.DoesNotExist):
        close_round(code=round_.code, version=round_.version, actor=actor(OFFICER))
    close_round(code=round_.code, version=round_.version, actor=actor(HEAD))
    assert fresh(round_).state == RoundState.CLOSED


def test_the_head_of_another_front_cannot_open_it() -> None:
    round_ = framed()
    other = User.objects.get(email=address("can-bo-phuong"))
    Assignment.objects.create(user=other, role="head", unit=unit("mttq-a-an-phu"), valid_from=date(2018, 1, 1))
    with pytest.raises(SurveyRound.DoesNotExist):
        open_round(code=round_.code, version=round_.version, actor=actor("can-bo-phuong"))


def test_a_round_without_a_frame_or_whose_days_are_over_is_not_opened() -> None:
    empty = drafted()
    with pytest.raises(NotNow):
        open_round(code=empty.code, version=empty.version, actor=actor(HEAD))
    over = framed(first_day=date(2018, 2, 1), last_day=date(2018, 2, 28))
    with pytest.raises(NotNow):
        open_round(code=over.code, version=over.version, actor=actor(HEAD))


def test_what_was_opened_is_changed_and_dropped_no_more() -> None:
    round_ = opened()
    told: dict[str, Any] = {"code": round_.code, "version": round_.version}
    with pytest.raises(NotNow):
        change_round(**told, plan=plan(title="Khác"), actor=actor(OFFICER))
    with pytest.raises(NotNow):
        drop_round(**told, actor=actor(OFFICER))
    with pytest.raises(NotNow):
        replace_frame(**told, rows=[], actor=actor(OFFICER))
    with pytest.raises(NotNow):
        open_round(**told, actor=actor(HEAD))
    assert fresh(round_).version == round_.version


def test_a_round_closes_by_itself_after_its_last_day_and_not_on_it() -> None:
    round_ = opened()
    with clock.at(datetime(2018, 3, 31, 23, 50, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert close_over() == 0
    with clock.at(datetime(2018, 4, 1, 0, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert (close_over(), close_over()) == (1, 0)
    assert fresh(round_).state == RoundState.CLOSED
    assert Entry.objects.get(event="survey.close").actor == "system"


def test_the_journal_tells_each_step_without_the_title() -> None:
    round_ = opened(title="chữ không vào sổ")
    events = list(Entry.objects.filter(subject=round_.code).order_by("pk").values_list("event", flat=True))
    assert events == ["survey.prepare", "survey.frame", "survey.open"]
    assert not any("chữ" in str(entry.facts) for entry in Entry.objects.filter(subject=round_.code))


def test_a_counter_stands_once_for_a_procedure_and_not_whole_and_in_parts() -> None:
    for rows in ([row(COUNTER), row(COUNTER)], [row(COUNTER), row(COUNTER, "Khai sinh")]):
        round_ = drafted()
        with pytest.raises(NotNow):
            replace_frame(code=round_.code, version=round_.version, rows=rows, actor=actor(OFFICER))
        assert not round_.strata.exists()


def test_a_frame_has_sixty_rows_at_most() -> None:
    round_ = drafted()
    rows = [row(COUNTER, f"Thủ tục {n}") for n in range(61)]
    with pytest.raises(NotNow):
        replace_frame(code=round_.code, version=round_.version, rows=rows, actor=actor(OFFICER))
    replace_frame(code=round_.code, version=round_.version, rows=rows[:60], actor=actor(OFFICER))
    assert round_.strata.count() == 60


def test_strata_are_added_and_taken_out() -> None:
    round_ = drafted()
    one = row(COUNTER).counter
    add_stratum(code=round_.code, version=1, counter=one, procedure="Khai sinh", actor=actor(OFFICER))
    add_stratum(code=round_.code, version=2, counter=one, procedure="Chứng thực", actor=actor(OFFICER))
    gone = round_.strata.get(procedure="Khai sinh")
    remove_stratum(code=round_.code, version=3, stratum=gone.pk, actor=actor(OFFICER))
    assert [stratum.procedure for stratum in round_.strata.all()] == ["Chứng thực"]


def test_once_open_only_the_quota_changes() -> None:
    round_ = opened()
    stratum = round_.strata.get()
    numbers = {stratum.pk: Numbers(population=5, target=5, quota=300)}
    set_numbers(code=round_.code, version=round_.version, numbers=numbers, actor=actor(OFFICER))
    stratum.refresh_from_db()
    assert (stratum.population, stratum.target, stratum.quota) == (1000, 286, 300)


def test_a_quota_below_the_target_is_refused() -> None:
    round_ = opened()
    with pytest.raises(NotNow):
        set_numbers(
            code=round_.code,
            version=round_.version,
            numbers={round_.strata.get().pk: Numbers(quota=285)},
            actor=actor(OFFICER),
        )


def test_the_sample_size_is_worked_out_for_the_whole_and_shared_in_proportion() -> None:
    round_ = framed(row("an-phu", population=1500), row("thao-dien", population=500), row("binh-an"))
    strata = strata_of(round_)
    size = size_of(round_, strata)
    assert (size.population, size.wanted, size.unknown) == (2000, 334, 1)
    assert size.exact.quantize(Decimal("0.01")) == Decimal("333.33")
    proposed = {one.counter.code: size.proposed.get(one.pk) for one in strata}
    assert proposed == {"an-phu": 251, "thao-dien": 83, "binh-an": None}


def test_taking_the_proposal_keeps_what_it_says_nothing_of() -> None:
    round_ = framed(row("an-phu", population=1000, quota=100), row("binh-an", target=7))
    numbers = {one.counter.code: (one.pk, Numbers(one.population, one.target, one.quota)) for one in strata_of(round_)}
    got = propose(round_, dict(numbers.values()))
    assert got[numbers["an-phu"][0]] == Numbers(1000, 286, 286)
    assert got[numbers["binh-an"][0]] == Numbers(None, 7, None)


def test_how_far_it_has_come_counts_replies_marks_and_who_was_asked_in_vain() -> None:
    round_ = opened(row(COUNTER, population=1000, target=5, quota=10))
    reply(round_, 8)
    reply(round_, 2, too_fast=True, way=Way.INTERVIEWER)
    told: dict[str, Any] = {
        "code": round_.code,
        "stratum": round_.strata.get().pk,
        "way": Way.INTERVIEWER,
        "actor": actor("dieu-tra"),
    }
    count_contacts(**told, on=date(2018, 3, 12), outcome=ContactOutcome.REFUSED, count=5)
    count_contacts(**told, on=date(2018, 3, 12), outcome=ContactOutcome.REFUSED, count=-2)
    count_contacts(**told, on=date(2018, 3, 13), outcome=ContactOutcome.UNREACHABLE, count=1)
    move_replies()
    [progress] = progress_of(strata_of(round_))
    assert (progress.replies, progress.marked, progress.by_asking) == (10, 2, 2)
    assert (progress.refused, progress.unreachable, progress.is_full) == (3, 1, True)
    assert is_full(round_.strata.get())


@pytest.mark.parametrize(("on", "count"), [(date(2018, 3, 14), 1), (date(2018, 2, 28), 1), (date(2018, 3, 12), -1)])
def test_a_count_of_a_day_to_come_or_outside_or_below_nothing_is_refused(on: date, count: int) -> None:
    round_ = opened()
    with pytest.raises(NotNow):
        count_contacts(
            code=round_.code,
            stratum=round_.strata.get().pk,
            on=on,
            way=Way.PAPER,
            outcome=ContactOutcome.REFUSED,
            count=count,
            actor=actor(OFFICER),
        )
    assert not ContactCount.objects.filter(count__gt=0).exists()


def test_invitations_are_told_once_and_kept_as_marks() -> None:
    round_ = opened()
    stratum = round_.strata.get()
    _place, codes = invite(code=round_.code, version=round_.version, stratum=stratum.pk, count=12, actor=actor(OFFICER))
    assert len(set(codes)) == Invitation.objects.filter(stratum=stratum, used_on=None).count() == 12
    kept = str(list(Invitation.objects.values()))
    assert not any(code in kept for code in codes)


def test_a_round_that_does_not_invite_makes_no_invitation() -> None:
    round_ = opened(ways=(Way.COUNTER,))
    with pytest.raises(NotNow):
        invite(code=round_.code, version=round_.version, stratum=round_.strata.get().pk, count=1, actor=actor(OFFICER))


def test_a_counter_offers_the_rounds_that_take_replies_there_today() -> None:
    here = opened()
    opened(row("binh-an"))
    opened(ways=(Way.PAPER,))
    opened(first_day=date(2018, 3, 20))
    framed()
    assert [one.code for one in open_at(COUNTER)] == [here.code]
