"""Logging activities: what is kept, who may, what is refused, pictures and papers."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor, unit
from tests.foundation.files.samples import CANARY, jpg
from tests.outreach.activity_made import OFFICER, UNION, UNITS, WARD, about, logged, planned

from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import cleaned_bytes, original_bytes
from vidan.foundation.journal.models import Entry
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.models import Activity, PlanLine
from vidan.outreach.services.activity_files import LONGEST, add_file, drop_activity_file, small_picture
from vidan.outreach.services.end_activity import NotPlanned, cancel_activity, void_activity
from vidan.outreach.services.log_activity import Overtaken, change_activity, leading_front, log_activities
from vidan.outreach.services.plan_activities import Planned, set_line

pytestmark = pytest.mark.django_db


def test_an_activity_is_of_its_unit_and_of_the_front_that_leads_it() -> None:
    one = logged(UNION)
    assert (one.unit.slug, one.front.slug) == ("phu-nu-a-an-phu", "mttq-a-quan-2")
    assert one.code == "HD-2018-0001"
    assert logged(OFFICER).code == "HD-2018-0002"


@pytest.mark.parametrize(
    ("slug", "front"),
    [
        ("phu-nu-a-an-phu", "mttq-a-quan-2"),
        ("mttq-a-an-phu", "mttq-a-quan-2"),
        ("mttq-a-quan-2", "mttq-a-quan-2"),
        ("mttq-tp-ho-chi-minh", "mttq-tp-ho-chi-minh"),
    ],
)
def test_the_front_below_the_city_leads(slug: str, front: str) -> None:
    assert leading_front(Unit.objects.get(slug=slug)).slug == front


def test_after_2025_a_ward_stands_right_below_the_city_and_leads_itself() -> None:
    rows = Unit.objects.filter(kind="front_committee", level="ward", parent__level="city")
    ward = rows.first()
    assert ward is not None
    assert leading_front(ward) == ward


def test_nobody_logs_for_another_unit() -> None:
    with pytest.raises(Activity.DoesNotExist):
        log_activities(unit=unit(UNITS[OFFICER]), abouts=[about()], actor=actor(WARD))
    assert not Activity.objects.exists()


def test_the_journal_holds_no_free_text() -> None:
    one = logged(title="chữ riêng", partners="đơn vị riêng", place="nơi riêng")
    void_activity(code=one.code, reason="lý do riêng", actor=actor(WARD))
    told = [str(entry.facts) for entry in Entry.objects.filter(subject=one.code)]
    assert len(told) == 2
    assert not any("riêng" in facts for facts in told)


def test_who_is_overtaken_overwrites_nothing() -> None:
    one = logged()
    change_activity(code=one.code, about=about(place="Đình làng"), actor=actor(WARD), version=one.version)
    with pytest.raises(Overtaken):
        change_activity(code=one.code, about=about(place="Chợ"), actor=actor(WARD), version=one.version)
    assert Activity.objects.get().place == "Đình làng"


def test_only_what_lies_ahead_is_called_off_and_it_can_be_put_on_again() -> None:
    with pytest.raises(NotPlanned):
        cancel_activity(code=logged().code, reason="Mưa.", actor=actor(WARD))
    ahead = logged(on=date(2018, 4, 2), reached=None)
    assert ahead.state == ActivityState.PLANNED
    assert cancel_activity(code=ahead.code, reason="Mưa.", actor=actor(WARD)).state == ActivityState.CANCELLED
    again = change_activity(code=ahead.code, about=about(on=date(2018, 4, 9)), actor=actor(WARD))
    assert (again.state, again.reason) == (ActivityState.PLANNED, "")


def test_what_is_void_stays_as_it_is() -> None:
    one = logged()
    void_activity(code=one.code, reason="Ghi trùng.", actor=actor(WARD))
    with pytest.raises(Activity.DoesNotExist):
        change_activity(code=one.code, about=about(), actor=actor(WARD))
    kept = Activity.objects.get()
    assert (kept.state, kept.reason) == (ActivityState.VOID, "Ghi trùng.")


def test_a_planned_activity_whose_day_is_over_is_told_apart() -> None:
    ahead = logged(on=date(2018, 3, 14), reached=None)
    assert not ahead.is_overdue
    with clock.at(datetime(2018, 3, 15, 8, tzinfo=clock.now().tzinfo)):
        assert ahead.is_overdue


def test_a_picture_is_made_small_and_forgets_what_the_camera_noted() -> None:
    upload = SimpleUploadedFile("IMG_0001.jpg", jpg(size=(3000, 2000)))
    kept = add_file(code=logged().code, upload=upload, alt="Bà con nghe.", actor=actor(WARD))
    assert kept.is_picture
    assert CANARY.encode() not in original_bytes(kept.file)
    data, extension, _type = cleaned_bytes(kept.file)
    assert extension == "jpg"
    small = small_picture(SimpleUploadedFile("x", data))
    assert small is not None
    from PIL import Image

    assert max(Image.open(small).size) == LONGEST


def test_a_paper_is_no_picture_and_a_broken_file_is_refused_whole() -> None:
    code = logged().code
    with pytest.raises(NotTaken):
        add_file(code=code, upload=SimpleUploadedFile("a.jpg", b"\xff\xd8\xff broken"), alt="", actor=actor(WARD))
    assert not StoredFile.objects.filter(subject=code).exists()
    assert Activity.objects.get().version == 1


def test_a_file_can_be_taken_away() -> None:
    code = logged().code
    kept = add_file(code=code, upload=SimpleUploadedFile("a.jpg", jpg()), alt="", actor=actor(WARD))
    drop_activity_file(code=code, name=kept.file.name, actor=actor(WARD))
    assert not Activity.objects.get().files.exists()


def test_only_who_plans_for_the_territory_writes_a_line() -> None:
    line = Planned(
        unit=unit(UNITS[WARD]),
        year=2018,
        quarter=1,
        kind=about().kind,
        topic="index",
        count=2,
        responsible="Thường trực",
    )
    with pytest.raises(PlanLine.DoesNotExist):
        set_line(planned=line, actor=actor(WARD))
    set_line(planned=line, actor=actor(OFFICER))
    set_line(planned=line, actor=actor(OFFICER))
    assert PlanLine.objects.get().count == 2


def test_a_line_of_the_plan_is_seen_by_its_unit_and_by_who_oversees() -> None:
    planned(WARD)
    seen = {local: PlanLine.objects.visible_to(actor(local)).count() for local in (WARD, UNION, OFFICER, "bien-tap")}
    assert seen == {WARD: 1, UNION: 0, OFFICER: 1, "bien-tap": 1}
