"""A draft is begun, changed, published, dropped; a published version refuses everything, and so does somebody else's state."""

import inspect
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from tests.cases.made import actor, unit
from tests.scorecards.rubric_made import FRONT, HEADING, ITEMS, drafted, item, published, reload, taken

from vidan.domain.scoring.bands import Band, Bands
from vidan.domain.scoring.rubric import Fault
from vidan.domain.scoring.written import Unreadable, bands_from
from vidan.foundation.journal.models import Entry
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubrics import supplied_as
from vidan.scorecards.services import write_rubric
from vidan.scorecards.services.publish_rubric import Faulty, digest_of, is_intact, publish_rubric
from vidan.scorecards.services.write_rubric import (
    CodeTaken,
    DraftThere,
    NoItem,
    Overtaken,
    Published,
    add_item,
    change_heading,
    change_item,
    draft_next,
    draft_rubric,
    drop_rubric,
    record_doubt,
    remove_item,
    replace_items,
    tree_of,
    withdraw_doubt,
)

pytestmark = pytest.mark.django_db

CHANGES: dict[Callable[..., Any], dict[str, Any]] = {
    change_heading: {"heading": HEADING, "bands": None},
    replace_items: {"items": ITEMS},
    add_item: {"item": item("I.1", code="I.3")},
    change_item: {"item": item("I.1", title="Khác")},
    remove_item: {"code": "I.1"},
    record_doubt: {"code": "I", "reason": "Văn bản ghi vậy."},
    withdraw_doubt: {"code": "I"},
    drop_rubric: {},
}
"""Every service that changes a draft, with something to change."""

UNEQUAL = item("I", maximum="11")


def told(version: RubricVersion) -> dict[str, Any]:
    return {name: getattr(reload(version), name) for name in ("title", "written", "bands", "version", "digest")}


def test_every_service_that_changes_a_draft_stands_in_the_table_of_these_tests() -> None:
    public = {
        one
        for _name, one in inspect.getmembers(write_rubric, inspect.isfunction)
        if one.__module__ == write_rubric.__name__
    }
    takes_a_draft = {one for one in public if {"pk", "version", "actor"} <= set(inspect.signature(one).parameters)}
    assert takes_a_draft - {write_rubric.changing, write_rubric.lock_draft} == set(CHANGES)


@pytest.mark.parametrize("change", [*CHANGES, publish_rubric])
def test_a_published_version_refuses_every_service(change: Callable[..., Any]) -> None:
    made = published()
    before = told(made)
    with pytest.raises(Published):
        change(pk=made.pk, version=made.version, actor=actor("lanh-dao"), **CHANGES.get(change, {}))
    assert told(made) == before
    assert is_intact(reload(made))


@pytest.mark.parametrize("change", [*CHANGES, publish_rubric])
def test_a_state_that_somebody_else_changed_is_not_overwritten(change: Callable[..., Any]) -> None:
    made = drafted(UNEQUAL, *ITEMS[1:])
    before = told(made)
    with pytest.raises(Overtaken):
        change(pk=made.pk, version=made.version - 1, actor=actor("lanh-dao"), **CHANGES.get(change, {}))
    assert told(made) == before


@pytest.mark.parametrize("change", [*CHANGES, publish_rubric])
@pytest.mark.parametrize("local", ["can-bo-phuong", "phu-nu", "chu-tich-ubnd", "mat-tran-tp"])
def test_nobody_of_another_unit_changes_a_draft(change: Callable[..., Any], local: str) -> None:
    made = drafted()
    with pytest.raises(RubricVersion.DoesNotExist):
        change(pk=made.pk, version=made.version, actor=actor(local), **CHANGES.get(change, {}))


@pytest.mark.parametrize("change", [*CHANGES, publish_rubric])
def test_each_change_writes_one_entry_without_any_text(change: Callable[..., Any]) -> None:
    made = drafted(UNEQUAL, *ITEMS[1:]) if change in (record_doubt, withdraw_doubt) else drafted()
    if change is withdraw_doubt:
        record_doubt(pk=made.pk, version=made.version, code="I", reason="Văn bản.", actor=actor("lanh-dao"))
        made = reload(made)
    before = Entry.objects.count()
    change(pk=made.pk, version=made.version, actor=actor("lanh-dao"), **CHANGES.get(change, {}))
    entry = Entry.objects.order_by("pk").last()
    assert entry is not None
    assert Entry.objects.count() == before + 1
    assert entry.subject == f"bo-tieu-chi-{made.pk}"
    assert entry.event == {drop_rubric: "rubric.drop", publish_rubric: "rubric.publish"}.get(change, "rubric.change")
    for text in ("Văn bản", "Khác", "thử", "Chỉ đạo"):
        assert text not in str(entry.facts)


def test_a_rubric_gets_its_address_from_its_title_and_no_address_twice() -> None:
    slugs = [
        draft_rubric(front=unit(FRONT), heading=HEADING, bands=None, actor=actor("can-bo-quan")).slug for _n in range(3)
    ]
    assert slugs == ["bo-tieu-chi-thu-nam-2018", "bo-tieu-chi-thu-nam-2018-2", "bo-tieu-chi-thu-nam-2018-3"]


def test_a_title_without_letters_still_gets_an_address() -> None:
    heading = write_rubric.Heading("…", "x", "ward", 2018, 2018)
    assert draft_rubric(front=unit(FRONT), heading=heading, bands=None, actor=actor("lanh-dao")).slug == "bo-tieu-chi"


def test_a_supplied_rubric_is_taken_over_with_all_it_says() -> None:
    made, there = taken("kien-an-2021"), supplied_as("kien-an-2021")
    assert tree_of(made) == there.rubric
    assert (made.title, made.decision, made.level, made.first_year) == (there.title, there.decision, "ward", 2021)


def test_a_rubric_of_provinces_is_kept_for_the_level_of_a_city() -> None:
    assert taken("par-index-2012").level == "city"


def test_there_is_one_draft_of_a_rubric_at_a_time() -> None:
    made = taken("kien-an-2021")
    with pytest.raises(DraftThere) as there:
        taken("kien-an-2021")
    assert there.value.pk == made.pk


def test_a_new_version_begins_with_what_the_old_one_says_and_leaves_it_alone() -> None:
    old = published()
    new = draft_next(pk=old.pk, actor=actor("can-bo-quan"))
    change_item(pk=new.pk, version=new.version, item=item("I.1", title="Khác"), actor=actor("can-bo-quan"))
    assert (new.number, reload(new).written["items"][1]["title"]) == (2, "Khác")
    assert reload(old).written["items"][1]["title"] == "Kế hoạch"
    with pytest.raises(DraftThere):
        draft_next(pk=old.pk, actor=actor("can-bo-quan"))


def test_what_is_published_has_a_digest_that_any_later_change_breaks() -> None:
    made = reload(published())
    assert made.digest == digest_of(made)
    for name, other in (("title", "Khác"), ("written", {"name": "", "items": []}), ("last_year", 2030), ("bands", {})):
        setattr(made, name, other)
        assert not is_intact(made), name
        made.refresh_from_db()


def test_an_officer_does_not_publish() -> None:
    made = drafted()
    with pytest.raises(RubricVersion.DoesNotExist):
        publish_rubric(pk=made.pk, version=made.version, actor=actor("can-bo-quan"))
    assert reload(made).published_at is None


def test_a_rubric_with_faults_is_not_published() -> None:
    made = drafted(UNEQUAL, *ITEMS[1:])
    with pytest.raises(Faulty) as refused:
        publish_rubric(pk=made.pk, version=made.version, actor=actor("lanh-dao"))
    assert [found.fault for found in refused.value.found] == [Fault.SUM]
    assert reload(made).version == made.version


def test_a_rubric_without_items_is_not_published() -> None:
    made = draft_rubric(front=unit(FRONT), heading=HEADING, bands=None, actor=actor("lanh-dao"))
    with pytest.raises(Faulty):
        publish_rubric(pk=made.pk, version=made.version, actor=actor("lanh-dao"))


def test_a_recorded_doubt_lets_a_sum_stand_that_nobody_can_mend() -> None:
    made = drafted(UNEQUAL, *ITEMS[1:])
    record_doubt(pk=made.pk, version=made.version, code="I", reason="Văn bản ghi 11.", actor=actor("can-bo-quan"))
    done = publish_rubric(pk=made.pk, version=made.version + 1, actor=actor("lanh-dao"))
    assert done.written["doubts"] == {"I": "Văn bản ghi 11."}


def test_a_doubt_that_is_withdrawn_lets_its_fault_count_again() -> None:
    made = drafted(UNEQUAL, *ITEMS[1:])
    officer = actor("can-bo-quan")
    record_doubt(pk=made.pk, version=made.version, code="I", reason="Văn bản ghi 11.", actor=officer)
    withdraw_doubt(pk=made.pk, version=made.version + 1, code="I", actor=officer)
    assert "doubts" not in reload(made).written
    with pytest.raises(Faulty):
        publish_rubric(pk=made.pk, version=made.version + 2, actor=actor("lanh-dao"))
    with pytest.raises(NoItem):
        withdraw_doubt(pk=made.pk, version=made.version + 2, code="I", actor=officer)


def test_a_doubt_goes_when_its_fault_is_mended() -> None:
    made = drafted(UNEQUAL, *ITEMS[1:])
    record_doubt(pk=made.pk, version=made.version, code="I", reason="Văn bản ghi 11.", actor=actor("can-bo-quan"))
    change_item(pk=made.pk, version=made.version + 1, item=item("I"), actor=actor("can-bo-quan"))
    assert "doubts" not in reload(made).written


def test_only_what_nobody_can_mend_may_be_doubted() -> None:
    made = drafted(item("I"), item("I.1", maximum="6", method=None), *ITEMS[2:])
    for code in ("I.1", "I.2", "không có"):
        with pytest.raises(NoItem):
            record_doubt(pk=made.pk, version=made.version, code=code, reason="x", actor=actor("can-bo-quan"))


def test_an_item_is_added_below_its_parent_and_after_what_is_there() -> None:
    made = drafted()
    add_item(pk=made.pk, version=made.version, item=item("I.1", code="I.3"), actor=actor("can-bo-quan"))
    assert [node.code for node in tree_of(reload(made)).walk()] == ["I", "I.1", "I.2", "I.3", "P"]


@pytest.mark.parametrize(("changed", "refusal"), [({"code": "I.2"}, CodeTaken), ({"code": "X", "parent": "Y"}, NoItem)])
def test_an_item_that_has_no_place_is_not_added(changed: dict[str, str], refusal: type[Exception]) -> None:
    made = drafted()
    with pytest.raises(refusal):
        add_item(pk=made.pk, version=made.version, item=item("I.1", **changed), actor=actor("can-bo-quan"))


def test_a_changed_item_stays_where_it_is() -> None:
    made = drafted()
    change_item(
        pk=made.pk, version=made.version, item=item("I.1", parent="P", title="Khác"), actor=actor("can-bo-quan")
    )
    assert reload(made).written["items"][1] == item("I.1", title="Khác")


def test_an_item_with_others_below_it_is_not_removed() -> None:
    made = drafted()
    with pytest.raises(NoItem):
        remove_item(pk=made.pk, version=made.version, code="I", actor=actor("can-bo-quan"))


def test_rows_that_are_no_tree_change_nothing() -> None:
    made = drafted()
    before = told(made)
    with pytest.raises(Unreadable):
        replace_items(pk=made.pk, version=made.version, items=[item("I", parent="I")], actor=actor("can-bo-quan"))
    assert told(made) == before


def test_bands_are_kept_as_they_are_read() -> None:
    made = drafted()
    bands = Bands((Band("Tốt", Decimal(80)), Band("Kém", Decimal("32.5"), above=True)))
    change_heading(pk=made.pk, version=made.version, heading=HEADING, bands=bands, actor=actor("can-bo-quan"))
    assert bands_from(reload(made).bands or {}) == bands


def test_a_dropped_draft_is_gone() -> None:
    made = drafted()
    drop_rubric(pk=made.pk, version=made.version, actor=actor("can-bo-quan"))
    assert not RubricVersion.objects.filter(pk=made.pk).exists()
