"""Conferences, dialogues and asking in writing: who is invited, what is noted, which papers go out, when one is over."""

from datetime import timedelta

import pytest
from tests.cases.made import actor
from tests.consultations.hearings_made import (
    BODIES,
    EXPERTS,
    again,
    asked,
    attended,
    ended,
    invited,
    issued,
    minuted,
    planned,
    replied,
    urged,
)
from tests.consultations.made import HEAD, OFFICER, drafted, unit

from vidan.consultations.hearing_selectors import forms_held, tally_of, waiting_papers
from vidan.consultations.hearing_steps import form_of, lines_of
from vidan.consultations.kinds import HearingKind, State
from vidan.consultations.models import Hearing
from vidan.consultations.services.end_hearing import end_hearing
from vidan.consultations.services.hearing_papers import (
    issue_hearing_paper,
    write_invitation,
    write_minutes,
    write_reminder,
)
from vidan.consultations.services.invite import note_step, set_invited
from vidan.consultations.services.new_opinion import Said
from vidan.consultations.services.plan_hearing import Plan, change_hearing, drop_hearing, plan_hearing
from vidan.consultations.services.reopen_hearing import reopen_hearing
from vidan.consultations.services.sign import sign
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.consultations.spoken import spoken_of
from vidan.domain.hearings.asked import Tally
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.slots import all_kinds
from vidan.foundation.papers.wording import filled, original
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import digest_of_reason, open_text

pytestmark = pytest.mark.django_db

OURS = ("criticism_invitation", "criticism_asking", "criticism_reminder", "criticism_minutes")


def told(paper: Paper | None) -> str:
    assert paper is not None
    return "\n".join(block["text"] for block in paper.structure["blocks"])


@pytest.mark.parametrize("kind", [HearingKind.CONFERENCE, HearingKind.DIALOGUE])
def test_both_meetings_have_seven_steps_and_a_source(kind: HearingKind) -> None:
    form = form_of(kind)
    assert form is not None
    assert len(form.steps) == len({step.code for step in form.steps}) == 7
    assert [step.code for step in form.steps if step.follows] == ["send"]
    assert all(step.basis and step.certainty in "VPM" for step in form.steps)
    assert all((form.note, form.note_en)) or form.certainty != "M"


def test_asking_in_writing_has_no_steps_of_a_meeting() -> None:
    assert form_of(HearingKind.WRITTEN) is None
    assert lines_of(planned(kind=HearingKind.WRITTEN)) == []


@pytest.mark.parametrize("name", OURS)
def test_every_wording_reads_with_its_own_slots_only(name: str) -> None:
    kind = next(one for one in all_kinds() if one.name == name)
    blocks = filled(name, original(name), kind.sample)
    assert all("{" not in block.text for block in blocks)


def test_the_invitation_names_all_who_are_invited_and_waits_for_the_head() -> None:
    hearing = asked(planned())
    paper = write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    assert (paper.state, paper.label) == (PaperState.DRAFT, "")
    assert paper.structure["addressees"] == [*(unit(slug).name for slug in BODIES), *EXPERTS]
    assert "8 giờ 00, ngày 13/03/2018" in told(paper)
    assert again(hearing).invited.filter(invited_on__isnull=False).count() == 0


def test_with_its_number_all_are_invited_of_that_day() -> None:
    hearing = invited(planned())
    assert hearing.invitation is not None
    assert hearing.invitation.label == "01/GM-MTTQ-BTT"
    assert {one.invited_on for one in hearing.invited.all()} == {clock.today()}


def test_only_the_head_gives_a_number() -> None:
    hearing = asked(planned())
    paper = write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    with pytest.raises(Hearing.DoesNotExist):
        issue_hearing_paper(code=hearing.draft.code, pk=hearing.pk, paper=paper.pk, actor=actor(OFFICER))
    assert Paper.objects.get(pk=paper.pk).state == PaperState.DRAFT


def test_a_second_drafting_replaces_the_first() -> None:
    hearing = asked(planned())
    for _n in range(2):
        write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    assert [paper.kind for paper in Paper.objects.filter(subject=hearing.draft.code)] == ["criticism_invitation"]


def test_a_numbered_invitation_is_not_written_again() -> None:
    hearing = invited(planned())
    with pytest.raises(NotNow, match="đã có số"):
        write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))


def test_nobody_is_invited_by_a_letter_to_nobody() -> None:
    hearing = planned()
    with pytest.raises(NotNow, match="Chưa có nơi nào"):
        write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))


def test_a_change_drops_the_letter_that_waits() -> None:
    hearing = asked(planned())
    write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    plan = Plan(hearing.held_on, hearing.at, "Phòng họp số 2", hearing.chair, hearing.programme)
    change_hearing(code=hearing.draft.code, pk=hearing.pk, plan=plan, actor=actor(OFFICER))
    changed = again(hearing)
    assert (changed.place, changed.invitation, waiting_papers(changed)) == ("Phòng họp số 2", None, [])


def test_who_is_added_after_the_letter_counts_as_invited_that_day() -> None:
    hearing = invited(planned())
    units = [unit(slug) for slug in (*BODIES, "ubnd-a-an-phu")]
    set_invited(code=hearing.draft.code, pk=hearing.pk, units=units, names=EXPERTS, actor=actor(OFFICER))
    assert again(hearing).invited.get(unit__slug="ubnd-a-an-phu").invited_on == clock.today()


def test_who_was_invited_is_not_taken_off() -> None:
    hearing = invited(planned())
    with pytest.raises(NotNow, match="Chuyên gia thử hai"):
        set_invited(
            code=hearing.draft.code,
            pk=hearing.pk,
            units=[unit(slug) for slug in BODIES],
            names=EXPERTS[:1],
            actor=actor(OFFICER),
        )
    assert again(hearing).invited.count() == 5


def test_a_step_keeps_its_note_and_its_mark() -> None:
    line = lines_of(attended(planned()))[3]
    assert (line.note, line.done) == ("Nơi dự đề nghị rút ngắn thời gian trả kết quả.", True)


def test_the_last_step_is_done_when_the_document_was_sent() -> None:
    hearing = attended(planned())
    assert not lines_of(hearing)[6].done
    hearing.draft.sent_on = clock.today()
    assert lines_of(hearing)[6].done


def test_minutes_tell_who_came_who_did_not_and_each_step_that_is_done() -> None:
    words = told(minuted(planned()).minutes)
    assert "Có mặt 4 người" in words
    assert "vắng: Ủy ban Mặt trận Tổ quốc Việt Nam Phường An Phú" in words
    assert "4. Thảo luận, phản biện: Nơi dự đề nghị rút ngắn" in words
    assert "Trình bày" not in words
    assert "trong tháng" in words


def test_minutes_need_somebody_who_came() -> None:
    hearing = invited(planned())
    with pytest.raises(NotNow, match="Chưa ghi ai dự"):
        write_minutes(code=hearing.draft.code, pk=hearing.pk, minutes_text="", actor=actor(OFFICER))


def test_a_meeting_is_over_only_with_numbered_minutes() -> None:
    hearing = attended(planned())
    with pytest.raises(NotNow, match="Biên bản chưa có số"):
        end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    paper = write_minutes(code=hearing.draft.code, pk=hearing.pk, minutes_text="", actor=actor(OFFICER))
    with pytest.raises(NotNow, match="chờ lãnh đạo"):
        end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    issued(hearing, paper.pk)
    assert end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER)).is_over


def test_after_its_end_nothing_is_noted() -> None:
    hearing = minuted(planned())
    end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    with pytest.raises(NotNow, match="đã kết thúc"):
        note_step(code=hearing.draft.code, pk=hearing.pk, step="open", note="", done=False, actor=actor(OFFICER))


def test_those_who_were_asked_in_writing_are_counted_by_the_day() -> None:
    hearing = replied(invited(planned(kind=HearingKind.WRITTEN)))
    assert tally_of(hearing) == Tally(asked=5, answered=1, waiting=4)
    with clock.at(clock.now() + timedelta(days=6)):
        assert tally_of(hearing) == Tally(asked=5, answered=1, overdue=4)


def test_who_is_overdue_is_urged_once() -> None:
    hearing = replied(invited(planned(kind=HearingKind.WRITTEN)))
    with clock.at(clock.now() + timedelta(days=6)):
        hearing = urged(hearing)
        assert [one.urged_on for one in hearing.invited.all()] == [None] + [clock.today()] * 4
        letter = hearing.invited.all()[1].urging
        assert letter is not None
        assert len(letter.structure["addressees"]) == 4
        assert "quá ngày đề nghị 1 ngày" in told(letter)
        with pytest.raises(NotNow, match="chưa được nhắc"):
            write_reminder(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))


def test_an_answer_in_writing_has_its_number_among_the_incoming() -> None:
    one = replied(invited(planned(kind=HearingKind.WRITTEN))).invited.all()[0]
    assert one.answer is not None
    assert (one.answer.sender, one.answer.number, one.answer.their_number) == (one.name, 1, "12/HPN")


def test_an_answer_is_entered_once_and_only_from_who_was_asked() -> None:
    hearing = asked(planned(kind=HearingKind.WRITTEN))
    with pytest.raises(NotNow, match="chưa được hỏi"):
        replied(hearing)
    hearing = replied(invited(hearing))
    with pytest.raises(NotNow, match="đã có ý kiến"):
        replied(hearing)


def test_asking_goes_on_while_somebody_has_time_left_and_late_answers_come_in_after_the_end() -> None:
    hearing = invited(planned(kind=HearingKind.WRITTEN))
    with pytest.raises(NotNow, match="chưa hết ngày"):
        end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    with clock.at(clock.now() + timedelta(days=6)):
        assert end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER)).is_over
        assert tally_of(replied(hearing)) == Tally(asked=5, answered=1, late=1, overdue=4)


def test_what_nobody_has_heard_of_can_be_dropped() -> None:
    hearing = asked(planned())
    write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    drop_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    assert not Hearing.objects.exists()
    assert not Paper.objects.exists()


def test_what_was_announced_is_not_dropped() -> None:
    hearing = invited(planned())
    with pytest.raises(NotNow, match="không bỏ được"):
        drop_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))


def test_who_looked_at_an_older_state_is_told() -> None:
    hearing = asked(planned())
    with pytest.raises(Overtaken):
        note_step(
            code=hearing.draft.code, pk=hearing.pk, step="open", note="", done=True, actor=actor(OFFICER), version=1
        )


def test_no_hearing_begins_before_the_draft_is_open_or_after_the_document_left() -> None:
    for n, state in enumerate((State.REGISTERED, State.SENT, State.CLOSED), 1):
        draft = drafted(state, f"DT-2018-000{n}")
        with pytest.raises(Refused):
            plan_hearing(code=draft.code, kind=HearingKind.CONFERENCE, plan=Plan(), actor=actor(HEAD))


def test_the_journal_says_what_was_done_and_names_nobody() -> None:
    minuted(planned())
    entries = Entry.objects.filter(event="draft.hear")
    assert {entry.facts["did"] for entry in entries} >= {"plan", "invite", "attend", "note_step", "issue"}
    assert not any("Chuyên gia" in str(entry.facts) for entry in Entry.objects.all())


def test_everybody_reads_bodies_by_name_and_experts_as_a_number() -> None:
    draft = drafted()
    attended(planned(draft))
    (held,) = forms_held(draft)
    assert [body.name for body in held.bodies] == [
        "Hội Phụ nữ Phường An Phú",
        "Mặt trận Phường An Phú",
        "Phòng Tư pháp Quận 2",
    ]
    assert (held.others, held.others_came, held.people) == (2, 1, 4)
    assert "Chuyên gia" not in str([body.name for body in held.bodies])


def test_a_hearing_is_nobodys_news_before_its_letter_is_out() -> None:
    draft = drafted()
    asked(planned(draft))
    assert forms_held(draft) == []


def test_a_body_that_was_asked_and_signs_an_opinion_here_has_answered() -> None:
    draft = drafted()
    invited(planned(draft, HearingKind.WRITTEN))
    women = unit("phu-nu-a-an-phu")
    sign(code=draft.code, unit_id=women.pk, said=Said(text="Đồng ý.", key=""), upload=None, actor=actor("phu-nu"))
    hearing = again(draft.hearings.get())
    assert [one.answered_on for one in hearing.invited.all()][:2] == [clock.today(), None]
    assert tally_of(hearing) == Tally(asked=5, answered=1, waiting=4)


def test_another_list_drops_the_letter_that_waits_with_the_old_one() -> None:
    hearing = asked(planned())
    write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    set_invited(code=hearing.draft.code, pk=hearing.pk, units=[unit(BODIES[0])], names=[], actor=actor(OFFICER))
    assert (again(hearing).invitation, Paper.objects.count()) == (None, 0)


def test_the_same_list_again_keeps_the_letter() -> None:
    hearing = asked(planned())
    write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    asked(hearing)
    assert again(hearing).invitation is not None


def test_another_note_drops_the_minutes_that_wait() -> None:
    hearing = attended(planned())
    write_minutes(code=hearing.draft.code, pk=hearing.pk, minutes_text="", actor=actor(OFFICER))
    note_step(code=hearing.draft.code, pk=hearing.pk, step="conclude", note="Hết.", done=True, actor=actor(OFFICER))
    assert again(hearing).minutes is None


def test_an_answer_drops_the_reminder_that_waits_for_the_head() -> None:
    hearing = invited(planned(kind=HearingKind.WRITTEN))
    with clock.at(clock.now() + timedelta(days=6)):
        write_reminder(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
        hearing = replied(hearing)
        assert waiting_papers(hearing) == []
        assert [one.urging_id for one in urged(hearing).invited.all()].count(None) == 1


def test_only_what_was_held_counts_as_a_form_in_the_criticism_document() -> None:
    draft = drafted()
    asked(planned(draft))
    invited(planned(draft, HearingKind.DIALOGUE, held_on=clock.today() + timedelta(days=4)))
    assert spoken_of(draft)["forms"] == []
    invited(planned(draft))
    invited(planned(draft, HearingKind.WRITTEN))
    assert [form["kind"] for form in spoken_of(draft)["forms"]] == ["conference", "written"]


REASON = "Biên bản ghi sót ý kiến của Phòng Tư pháp."


def test_the_head_opens_an_ended_meeting_again_and_other_minutes_take_the_place_of_the_voided_ones() -> None:
    hearing = ended(minuted(planned()))
    old = hearing.minutes
    assert old is not None
    reopen_hearing(code=hearing.draft.code, pk=hearing.pk, reason=REASON, actor=actor(HEAD))
    old.refresh_from_db()
    assert (again(hearing).is_over, again(hearing).minutes, old.state) == (False, None, PaperState.VOIDED)
    paper = write_minutes(code=hearing.draft.code, pk=hearing.pk, minutes_text="Ghi lại.", actor=actor(OFFICER))
    issued(hearing, paper.pk)
    assert Paper.objects.get(pk=paper.pk).number == (old.number or 0) + 1
    assert ended(hearing).is_over


def test_the_reason_of_opening_again_is_sealed_and_the_journal_keeps_its_digest() -> None:
    hearing = ended(minuted(planned()))
    reopen_hearing(code=hearing.draft.code, pk=hearing.pk, reason=REASON, actor=actor(HEAD))
    entry = Entry.objects.filter(event="draft.hear").order_by("-pk")[0]
    assert (entry.facts["did"], entry.reason_kind, entry.reason_digest) == (
        "reopen",
        "hearing",
        digest_of_reason(REASON),
    )
    assert open_text(SealedText.objects.get(kind="reason.hearing")) == REASON


def test_only_what_has_ended_is_opened_again_and_only_by_the_head() -> None:
    hearing = minuted(planned())
    with pytest.raises(NotNow, match="chưa kết thúc"):
        reopen_hearing(code=hearing.draft.code, pk=hearing.pk, reason=REASON, actor=actor(HEAD))
    ended(hearing)
    with pytest.raises(Hearing.DoesNotExist):
        reopen_hearing(code=hearing.draft.code, pk=hearing.pk, reason=REASON, actor=actor(OFFICER))
    assert again(hearing).is_over
