"""The copy of a scanned letter is mended place by place or all of a kind; the letter stays, and the last repair is undone."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import actor, made

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services import repair_copy
from vidan.cases.services.prepare import prepare, save
from vidan.cases.services.read_original import read_original
from vidan.cases.services.repair_copy import NothingToUndo, unfinished
from vidan.cases.services.step import Overtaken
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.redaction.models import PreparedCopy
from vidan.foundation.texts.repairing import Offer, offers

pytestmark = pytest.mark.django_db

OFFICER = "can-bo-quan"
SCANNED = "Cán bộ tại quầy không giải thích thù tục cho nguời dân, thái độ cùa cán bộ chưa đúng mực."
RIGHT = "Cán bộ tại quầy không giải thích thủ tục cho người dân, thái độ của cán bộ chưa đúng mực."


def being_written(text: str = SCANNED) -> CaseFile:
    case = made(State.CLASSIFIED)
    save(code=case.code, text=text, actor=actor(OFFICER))
    return case


def copy_of(case: CaseFile) -> PreparedCopy:
    copy = unfinished(case.code)
    assert copy is not None
    return copy


def proposed(case: CaseFile) -> list[Offer]:
    return offers(repair_copy.read(copy_of(case)))


def repair(case: CaseFile, chosen: list[Offer]) -> None:
    repair_copy.repair(code=case.code, chosen=chosen, version=copy_of(case).version, actor=actor(OFFICER))


def place(case: CaseFile) -> str:
    return f"/ban-lam-viec/ho-so/{case.code}/ban-chuyen/sua-loi-nhan-dang/"


def test_what_was_accepted_stands_in_the_copy_and_not_in_the_letter() -> None:
    case = being_written()
    _case, before = read_original(code=case.code, actor=actor(OFFICER))
    repair(case, proposed(case))
    assert copy_of(case).text == RIGHT
    assert read_original(code=case.code, actor=actor(OFFICER))[1] == before
    entry = Entry.objects.get(event="case.mend_copy")
    assert entry.facts == {"mended": 3}


def test_the_last_repair_is_undone_once() -> None:
    case = being_written()
    repair(case, proposed(case))
    repair_copy.undo(code=case.code, version=copy_of(case).version, actor=actor(OFFICER))
    assert copy_of(case).text == SCANNED
    with pytest.raises(NothingToUndo):
        repair_copy.undo(code=case.code, version=copy_of(case).version, actor=actor(OFFICER))


def test_repairs_are_undone_one_after_the_other() -> None:
    case = being_written()
    repair(case, proposed(case)[:1])
    repair(case, proposed(case))
    for _n in range(2):
        repair_copy.undo(code=case.code, version=copy_of(case).version, actor=actor(OFFICER))
    assert copy_of(case).text == SCANNED


def test_what_was_written_since_is_not_undone() -> None:
    case = being_written()
    repair(case, proposed(case))
    save(code=case.code, text=f"{RIGHT} Thêm một câu.", actor=actor(OFFICER))
    with pytest.raises(NothingToUndo):
        repair_copy.undo(code=case.code, version=copy_of(case).version, actor=actor(OFFICER))


def test_who_looked_at_an_older_copy_changes_nothing() -> None:
    case = being_written()
    chosen, version = proposed(case), copy_of(case).version
    repair(case, chosen[:1])
    with pytest.raises(Overtaken):
        repair_copy.repair(code=case.code, chosen=chosen, version=version, actor=actor(OFFICER))


def test_nothing_unfinished_is_left_when_the_copy_is_handed_on() -> None:
    case = being_written(f"{SCANNED} Tôi là người ở nhà số 7.")
    repair(case, proposed(case))
    prepare(code=case.code, text=RIGHT, actor=actor(OFFICER))
    assert list(PreparedCopy.objects.values_list("text", flat=True)) == [RIGHT]


def test_the_files_go_along_with_each_version() -> None:
    case = being_written()
    repair(case, proposed(case)[:1])
    assert copy_of(case).files.count() == 0
    assert copy_of(case).version == 2


def test_it_is_done_on_the_page_from_the_form_of_the_copy(signed_in: Callable[[str], Client]) -> None:
    case, client = made(State.CLASSIFIED), signed_in(OFFICER)
    sent = client.post(
        reverse("cases:prepare", args=[case.code]), {"version": case.version, "text": SCANNED, "repair": "1"}
    )
    assert sent.status_code == 302
    assert sent["Location"] == place(case)
    found = proposed(case)
    assert found[0].key in client.get(place(case)).content.decode()
    client.post(place(case), {"version": copy_of(case).version, "accept": [one.key for one in found]})
    assert copy_of(case).text == RIGHT
    assert "Hoàn tác" in client.get(place(case)).content.decode()
    client.post(place(case), {"version": copy_of(case).version, "undo": "1"})
    assert copy_of(case).text == SCANNED


@pytest.mark.parametrize(
    "sent", [{}, {"accept": ["x-1", "\0"]}, {"version": "x"}, {"kind": "x"}, {"version": "99", "undo": "1"}]
)
def test_wrong_input_is_told_and_changes_nothing(signed_in: Callable[[str], Client], sent: dict[str, object]) -> None:
    case = being_written()
    answer = signed_in(OFFICER).post(place(case), {"version": copy_of(case).version, **sent})
    assert answer.status_code == 422
    assert copy_of(case).text == SCANNED


@pytest.mark.parametrize(
    "local", ["lanh-dao", "can-bo-phuong", "can-bo-ubnd", "theo-doi", "phu-nu", "giu-khoa", "bien-tap", "mat-tran-tp"]
)
def test_nobody_but_who_prepares_comes_there(signed_in: Callable[[str], Client], local: str) -> None:
    assert signed_in(local).get(place(being_written())).status_code == 404


def test_what_was_said_in_confidence_is_mended_by_its_two_officers_alone(signed_in: Callable[[str], Client]) -> None:
    case = made(State.CLASSIFIED, mode=TellerMode.CONFIDENTIAL)
    for local in (OFFICER, "can-bo-quan-2"):
        read_original(code=case.code, actor=actor(local))
    save(code=case.code, text=SCANNED, actor=actor(OFFICER))
    assert signed_in(OFFICER).get(place(case)).status_code == 200
    assert signed_in("lanh-dao").get(place(case)).status_code == 404


def test_past_the_step_there_is_nothing_to_mend(signed_in: Callable[[str], Client]) -> None:
    assert signed_in(OFFICER).get(place(made(State.TRANSFERRED))).status_code == 404


def test_the_page_asks_few_questions(
    signed_in: Callable[[str], Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case, client = being_written(), signed_in(OFFICER)
    client.get(place(case))
    with django_assert_max_num_queries(10):
        assert client.get(place(case)).status_code == 200
