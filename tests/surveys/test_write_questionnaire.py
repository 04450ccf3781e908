"""A questionnaire is drafted, changed, published, dropped; a published one refuses everything, and so does an old state."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from tests.cases.made import actor, unit
from tests.domain.questionnaire.test_answers import FORM
from tests.surveys.questionnaire_made import FRONT, asked_in, drafted, published, reload

from vidan.domain.questionnaire.edit import CodeTaken, add_section, remove_question
from vidan.domain.questionnaire.form import Fault, Questionnaire, Section, Text
from vidan.foundation.journal.models import Entry
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.services.publish_questionnaire import Faulty, digest_of, is_intact, publish_questionnaire
from vidan.surveys.services.write_questionnaire import (
    DraftThere,
    Overtaken,
    Published,
    change_questionnaire,
    draft_next,
    draft_questionnaire,
    drop_questionnaire,
    form_of,
    retitled,
    take_over,
)
from vidan.surveys.supplied import supplied_as

pytestmark = pytest.mark.django_db

WITHOUT_WORD = partial(change_questionnaire, what="question_removed", edit=lambda form: remove_question(form, "word"))
CHANGES: list[Callable[..., Any]] = [WITHOUT_WORD, drop_questionnaire]


def last() -> Entry:
    return Entry.objects.latest("pk")


def test_a_draft_says_what_its_form_says_and_has_a_name_of_its_own() -> None:
    first, second = drafted(), drafted()
    assert form_of(first) == FORM
    assert (first.title, first.slug, second.slug, first.number) == ("Thử", "thu", "thu-2", 1)


def test_a_change_is_kept_and_told_to_the_journal_without_words() -> None:
    made = drafted()
    WITHOUT_WORD(pk=made.pk, version=1, code="word", actor=actor("can-bo-quan"))
    assert (asked_in(made)[-1], reload(made).version) == ("day", 2)
    assert (last().event, last().facts) == (
        "questionnaire.change",
        {"what": "question_removed", "questions": 7, "code": "word"},
    )


def test_another_title_is_the_title_everywhere() -> None:
    made = drafted()
    change_questionnaire(
        pk=made.pk,
        version=1,
        what="title",
        edit=lambda form: retitled(form, Text("Khác", "Other")),
        actor=actor("can-bo-quan"),
    )
    assert (reload(made).title, reload(made).title_en, form_of(reload(made)).title.vi) == ("Khác", "Other", "Khác")


def test_a_change_that_cannot_be_made_changes_nothing() -> None:
    made, entries = drafted(), Entry.objects.count()
    with pytest.raises(CodeTaken):
        change_questionnaire(
            pk=made.pk,
            version=1,
            what="section_added",
            edit=lambda form: add_section(form, Section("a", Text("Phần"))),
            actor=actor("can-bo-quan"),
        )
    assert (reload(made).version, form_of(reload(made)), Entry.objects.count()) == (1, FORM, entries)


@pytest.mark.parametrize("change", CHANGES)
def test_who_saw_an_older_state_changes_nothing(change: Callable[..., Any]) -> None:
    made = drafted()
    WITHOUT_WORD(pk=made.pk, version=1, actor=actor("lanh-dao"))
    with pytest.raises(Overtaken):
        change(pk=made.pk, version=1, actor=actor("can-bo-quan"))
    assert reload(made).version == 2


@pytest.mark.parametrize("change", [*CHANGES, publish_questionnaire])
def test_a_published_version_never_changes(change: Callable[..., Any]) -> None:
    made = published()
    with pytest.raises(Published):
        change(pk=made.pk, version=made.version, actor=actor("lanh-dao"))
    assert reload(made).written == made.written


@pytest.mark.parametrize("change", [*CHANGES, publish_questionnaire])
def test_another_front_knows_of_no_draft(change: Callable[..., Any]) -> None:
    made = drafted()
    with pytest.raises(QuestionnaireVersion.DoesNotExist):
        change(pk=made.pk, version=1, actor=actor("can-bo-phuong"))
    assert not QuestionnaireVersion.objects.visible_to(actor("can-bo-phuong")).exists()


def test_an_officer_does_not_publish() -> None:
    made = drafted()
    with pytest.raises(QuestionnaireVersion.DoesNotExist):
        publish_questionnaire(pk=made.pk, version=1, actor=actor("can-bo-quan"))
    assert (reload(made).published_at, reload(made).version) == (None, 1)


def test_publishing_seals_all_that_the_version_says() -> None:
    made = published()
    assert made.published_by == actor("lanh-dao").code
    assert is_intact(reload(made))
    assert (last().event, last().facts) == ("questionnaire.publish", {"number": 1, "digest": made.digest})


@pytest.mark.parametrize(
    ("name", "value"), [("title", "x"), ("title_en", "x"), ("number", 9), ("slug", "x"), ("written", {})]
)
def test_the_digest_is_over_everything_said(name: str, value: Any) -> None:
    made = published()
    setattr(made, name, value)
    assert digest_of(made) != made.digest


def test_a_questionnaire_with_faults_is_not_published_and_each_is_named() -> None:
    made = drafted(Questionnaire(Text("Rỗng"), (Section("a", Text("")),)))
    with pytest.raises(Faulty) as refused:
        publish_questionnaire(pk=made.pk, version=1, actor=actor("lanh-dao"))
    assert [one.fault for one in refused.value.found] == [Fault.EMPTY, Fault.NO_LABEL]
    assert reload(made).version == 1


def test_the_next_version_begins_with_what_the_last_says() -> None:
    made = published()
    new = draft_next(pk=made.pk, actor=actor("can-bo-quan"))
    assert (new.number, new.slug, new.written, new.published_at) == (2, made.slug, made.written, None)


def test_there_is_one_draft_at_a_time() -> None:
    made = published()
    new = draft_next(pk=made.pk, actor=actor("can-bo-quan"))
    with pytest.raises(DraftThere) as there:
        draft_next(pk=made.pk, actor=actor("can-bo-quan"))
    assert there.value.pk == new.pk


def test_a_supplied_one_is_taken_over_once() -> None:
    one = supplied_as("mot-phut-tai-quay")
    made = take_over(front=unit(FRONT), supplied=one, actor=actor("can-bo-quan"))
    assert (form_of(made), made.slug) == (one.form, one.slug)
    with pytest.raises(DraftThere):
        take_over(front=unit(FRONT), supplied=one, actor=actor("can-bo-quan"))


def test_a_dropped_draft_is_gone_and_its_number_free() -> None:
    made = published()
    new = draft_next(pk=made.pk, actor=actor("can-bo-quan"))
    drop_questionnaire(pk=new.pk, version=1, actor=actor("can-bo-quan"))
    assert (last().event, QuestionnaireVersion.objects.count()) == ("questionnaire.drop", 1)
    assert draft_next(pk=made.pk, actor=actor("can-bo-quan")).number == 2


def test_a_title_without_letters_still_gives_an_address() -> None:
    form = Questionnaire(Text("???"), FORM.sections)
    assert draft_questionnaire(front=unit(FRONT), form=form, actor=actor("can-bo-quan")).slug == "mau-phieu"
