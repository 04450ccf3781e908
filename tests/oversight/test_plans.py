"""Reading a plan in, confirming, assigning, putting it into force, and what its board says."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg
from tests.founding import SHARED
from tests.outreach.activity_made import logged
from tests.oversight.duty_made import (
    AN_KHANH,
    AN_PHU,
    DISTRICT,
    HEAD,
    OFFICER,
    WOMEN,
    assigned,
    confirmed,
    programme,
    published,
    read,
    sent,
)

from vidan.domain.duties.standing import DutyState
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.files.services import files_of
from vidan.foundation.journal.models import Entry
from vidan.oversight.duty_kinds import DutyStage, ReportState, RhythmWords
from vidan.oversight.duty_selectors import doers
from vidan.oversight.forms.duty import ConfirmForm
from vidan.oversight.models import Duty, DutyReport, Plan
from vidan.oversight.plan_board import board
from vidan.oversight.services.ask_reports import NotReady, publish_plan
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.read_in import NothingToRead, PlanPaper, paragraphs_of, read_in
from vidan.oversight.services.set_duties import Kept, confirm_duties, end_duty, reopen_duty
from vidan.oversight.services.write_programme import Signed, change_programme

pytestmark = pytest.mark.django_db


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=clock.now().tzinfo)


def due(plan: Plan) -> list[tuple[str, str, date]]:
    rows = DutyReport.objects.filter(duty__plan=plan).exclude(state=ReportState.CANCELLED)
    return sorted(rows.values_list("unit__slug", "period", "due_on"))


def rate(name: str, year: int = 2018) -> tuple[int, int | None]:
    value = read_figures([name], Scope(date(year, 1, 1), date(year, 12, 31)))[name]
    return value.count, value.total


def test_what_is_read_waits_to_be_confirmed() -> None:
    plan = read()
    told = list(plan.duties.values_list("clause", "stage", "is_likely", "rhythm"))
    assert told == [
        ("1.1", "proposed", False, "year"),
        ("2.1", "proposed", True, "quarter"),
        ("2.2", "proposed", True, "year"),
    ]
    assert Entry.objects.filter(event="plan.read_in", subject=plan.code).exists()


def test_the_programme_is_the_one_that_the_text_names() -> None:
    programme(number="1/CTPH")
    named = programme()
    plan = read(("Thực hiện Chương trình phối hợp số 308/CTPH-UBND-MTTQ ngày 29;", "1. VIỆC", "Làm."))
    assert plan.programme == named


@pytest.mark.shared
def test_the_given_plan_becomes_a_plan_with_twelve_duties() -> None:
    text = (SHARED / "seed" / "plan-2018.txt").read_bytes()
    file = SimpleUploadedFile("plan.txt", text)
    plan = read_in(
        front=unit(DISTRICT), paper=PlanPaper(), paragraphs=paragraphs_of("", file), actor=actor(OFFICER), file=file
    )
    assert (plan.year, plan.duties.filter(is_likely=True).count(), plan.duties.count()) == (2018, 12, 15)
    assert plan.file is None


def test_a_text_without_title_and_year_is_asked_for_them() -> None:
    with pytest.raises(NothingToRead):
        read_in(front=unit(DISTRICT), paper=PlanPaper(), paragraphs=["1. VIỆC", "Làm."], actor=actor(OFFICER))
    assert not Plan.objects.exists()


def test_what_is_not_confirmed_goes() -> None:
    plan = read()
    duty = plan.duties.get(clause="2.2")
    kept = [Kept(code=duty.code, title="Công khai số điện thoại", rhythm=RhythmWords.ONCE)]
    confirm_duties(code=plan.code, kept=kept, actor=actor(OFFICER))
    assert list(plan.duties.values_list("title", "stage", "rhythm")) == [
        ("Công khai số điện thoại", DutyStage.CONFIRMED, "once")
    ]


NAMING = (
    "KẾ HOẠCH",
    "1. TRIỂN KHAI",
    "Mặt trận các phường phối hợp với các tổ chức thành viên tổ chức hội nghị.",
    "Mặt trận phường An Phú làm điểm.",
    "Công khai số điện thoại.",
)


def ticked(form: ConfirmForm) -> list[tuple[str, list[tuple[list[str], object]]]]:
    """Of each proposal the choices of both parts, and which are ticked."""
    return [
        (duty.clause, [([one.data["value"] for one in field], field.initial) for field in who])
        for duty, _fields, who in form.rows
    ]


def test_units_that_the_text_names_are_ticked_beforehand() -> None:
    plan = read(NAMING)
    form = ConfirmForm(plan=plan, proposals=list(plan.duties.all()), units=doers(plan.front_id))
    both, alone = ["moi-phuong", "moi-to-chuc"], [AN_PHU]
    assert ticked(form) == [
        ("1.1", [(both, ["moi-phuong"]), (both, ["moi-to-chuc"])]),
        ("1.2", [(alone, [AN_PHU]), (alone, [])]),
        ("1.3", []),
    ]


def test_a_short_name_is_asked_only_of_what_becomes_a_duty_and_each_is_told_by_its_clause() -> None:
    plan = read(NAMING)
    first, second, third = plan.duties.all()
    told = {f"rhythm_{one.pk}": "year" for one in (first, second, third)}
    told |= {f"keep_{first.pk}": "on", f"keep_{second.pk}": "on", f"title_{second.pk}": "Làm điểm"}
    form = ConfirmForm(told, plan=plan, proposals=[first, second, third], units=doers(plan.front_id))
    assert form.errors == {f"title_{first.pk}": ["Ghi tên ngắn."]}
    assert form[f"title_{first.pk}"].label == "Tên ngắn của mục 1.1"


def test_units_are_named_as_they_exist_on_the_day() -> None:
    plan = read(NAMING)
    with clock.at(moment(date(2021, 3, 1))):
        form = ConfirmForm(plan=plan, proposals=list(plan.duties.all()), units=doers(plan.front_id))
    assert [who for _clause, who in ticked(form)] == [[], [], []]


def test_who_was_ticked_has_the_duty_when_it_is_confirmed() -> None:
    plan = read(NAMING)
    first, second, _third = plan.duties.all()
    wards = [one for one in doers(plan.front_id) if one.slug in (AN_PHU, AN_KHANH)]
    kept = [
        Kept(
            code=first.code, title="Hội nghị", rhythm=RhythmWords.QUARTER, responsible=wards, taking_part=[unit(WOMEN)]
        ),
        Kept(code=second.code, title="Làm điểm", rhythm=RhythmWords.YEAR),
    ]
    confirm_duties(code=plan.code, kept=kept, actor=actor(OFFICER))
    told = {(one.unit.slug, one.part) for one in first.units.all()}
    assert told == {(AN_PHU, "responsible"), (AN_KHANH, "responsible"), (WOMEN, "taking_part")}
    assert not second.units.exists()


def test_two_who_confirm_at_once_do_not_overwrite_each_other() -> None:
    plan = read()
    confirm_duties(code=plan.code, kept=[], actor=actor(OFFICER), version=plan.version)
    with pytest.raises(Overtaken):
        confirm_duties(code=plan.code, kept=[], actor=actor(OFFICER), version=plan.version)


def test_a_plan_with_something_to_confirm_is_not_published() -> None:
    plan = read()
    with pytest.raises(NotReady):
        publish_plan(code=plan.code, actor=actor(HEAD))


def test_only_the_head_publishes() -> None:
    plan = confirmed()
    with pytest.raises(Plan.DoesNotExist):
        publish_plan(code=plan.code, actor=actor(OFFICER))
    assert Plan.objects.get().state == "draft"


def test_a_published_plan_asks_each_responsible_unit_after_each_quarter() -> None:
    plan = published()
    days = [date(2018, 4, 6), date(2018, 7, 6), date(2018, 10, 5), date(2019, 1, 7)]
    asked = [(slug, f"q{n}", day) for slug in (AN_KHANH, AN_PHU) for n, day in enumerate(days, start=1)]
    assert due(plan) == sorted(asked)
    assert rate("oversight.duties_done") == (0, 2)


def test_the_front_does_not_report_to_itself_and_who_takes_part_does_not_report() -> None:
    plan = published(responsible=[unit(DISTRICT), unit(AN_PHU)], rhythm=RhythmWords.YEAR)
    assert due(plan) == [(AN_PHU, "nam", date(2019, 1, 7))]


def test_periods_that_were_over_when_the_plan_came_out_are_not_asked_for() -> None:
    with clock.at(moment(date(2018, 8, 1))):
        assert {period for _unit, period, _due in due(published())} == {"q3", "q4"}


def test_changing_who_does_it_asks_the_new_and_lets_the_old_go_but_keeps_what_was_sent() -> None:
    one = sent()
    with clock.at(moment(date(2018, 4, 2))):
        assigned(one.duty, responsible=[unit(WOMEN)])
    told = due(one.duty.plan)
    assert (AN_PHU, "q1", date(2018, 4, 6)) in told
    assert {slug for slug, _period, _due in told} == {AN_PHU, WOMEN}
    assert rate("oversight.duty_reports_on_time") == (
        1,
        4,
    )  # three of the union's four are due in the year, and one came


def test_a_unit_that_is_named_again_is_asked_again() -> None:
    plan = published()
    duty = plan.duties.earliest("position")
    before = due(plan)
    assigned(duty, responsible=[unit(AN_PHU)])
    assert {slug for slug, _period, _due in due(plan)} == {AN_PHU}
    assigned(duty)
    assert due(plan) == before
    assert rate("oversight.duty_reports_on_time") == (0, 6)


def test_the_board_tells_state_evidence_and_who_is_late() -> None:
    one = sent()
    logged(on=date(2018, 3, 12))
    with clock.at(moment(date(2018, 4, 12))):
        first, second = board(one.duty.plan, list(one.duty.plan.duties.all()), actor(OFFICER))
    assert (first.state, first.asked, first.sent, first.late) == (DutyState.LATE, 2, 1, ["Mặt trận Phường An Khánh"])
    assert first.evidence is not None
    assert (first.evidence.count, first.evidence.total) == (1, None)
    assert "tuyen-truyen/?tinh-trang=done&nam=2018" in first.evidence.address
    assert (second.state, second.responsible, second.evidence) == (DutyState.NOT_YET, [], None)


def test_everybody_reads_no_late_unit_and_no_number_of_persons() -> None:
    plan = published(figure="cases.received")
    with clock.at(moment(date(2018, 4, 12))):
        first, _second = board(plan, list(plan.duties.all()))
    assert (first.state, first.late, first.evidence) == (DutyState.LATE, [], None)


def test_what_the_front_says_done_is_done_until_it_says_otherwise() -> None:
    plan = published()
    duty = plan.duties.latest("position")
    end_duty(code=duty.code, note="Đã niêm yết.", actor=actor(OFFICER))
    assert rate("oversight.duties_done") == (1, 2)
    reopen_duty(code=duty.code, actor=actor(OFFICER))
    assert rate("oversight.duties_done") == (0, 2)
    assert Duty.objects.get(pk=duty.pk).done_note == ""


def test_a_duty_done_after_its_year_counts_in_its_year() -> None:
    plan = published()
    with clock.at(moment(date(2019, 1, 10))):
        end_duty(code=plan.duties.latest("position").code, note="Xong.", actor=actor(OFFICER))
    assert (rate("oversight.duties_done"), rate("oversight.duties_done", 2019)) == ((1, 2), (0, 0))


def test_a_plan_that_is_published_before_its_year_counts_in_its_year() -> None:
    with clock.at(moment(date(2018, 12, 20))):
        plan = confirmed(year=2019)
        publish_plan(code=plan.code, actor=actor(HEAD))
        end_duty(code=plan.duties.latest("position").code, note="Xong sớm.", actor=actor(OFFICER))
    assert (rate("oversight.duties_done", 2019), rate("oversight.duties_done")) == ((1, 2), (0, 0))


def test_a_new_signed_copy_takes_the_place_of_the_old_one() -> None:
    made = programme()
    signed = Signed(**{name: getattr(made, name) for name in Signed.__dataclass_fields__})
    for size in ((64, 40), (40, 64)):
        file = SimpleUploadedFile("a.jpg", jpg(size=size))
        made = change_programme(code=made.code, signed=signed, actor=actor(OFFICER), file=file)
    assert [one.pk for one in files_of(made.code)] == [made.file_id]
