"""A draft that came as a scan is mended place by place or all of a kind, and the last repair is undone."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import actor
from tests.consultations.made import OFFICER
from tests.consultations.text_made import brought, fixed

from vidan.consultations.kinds import Level
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.services import repair_text
from vidan.consultations.services.mend_text import Words, change_piece
from vidan.consultations.services.repair_text import read, repair, stretch, undo, undoable
from vidan.consultations.services.set_text import bring_text, in_hand
from vidan.consultations.services.step import NotNow, Overtaken
from vidan.foundation.journal.models import Entry
from vidan.foundation.texts.repairing import Offer, offers

pytestmark = pytest.mark.django_db

LINES = (
    "Điều 1. Trách nhiệm cùa cán bộ",
    "Cán bộ giải thích rõ thù tục cho nguời dân.",
    "Điều 2. Nghĩa vụ cùa phường",
    "Y ban nhân dân phường niêm yết thù tục tại trụ sở.",
)
RIGHT = (
    "Trách nhiệm của cán bộ",
    "Cán bộ giải thích rõ thủ tục cho người dân.",
    "Nghĩa vụ của phường",
    "Ủy ban nhân dân phường niêm yết thủ tục tại trụ sở.",
)


def scanned() -> Draft:
    draft = brought()
    bring_text(code=draft.code, paragraphs=LINES, actor=actor(OFFICER))
    return Draft.objects.get(pk=draft.pk)


def text_of(draft: Draft) -> DraftVersion:
    text = in_hand(draft)
    assert text is not None
    return text


def pieces(draft: Draft) -> list[Piece]:
    return list(text_of(draft).pieces.all())


def proposed(draft: Draft) -> list[Offer]:
    return offers(read(pieces(draft)))


def words(draft: Draft) -> list[str]:
    return [part for one in pieces(draft) for part in (one.heading, one.text) if part]


def mended() -> Draft:
    draft = scanned()
    repair(code=draft.code, chosen=proposed(draft), actor=actor(OFFICER), version=draft.version)
    return Draft.objects.get(pk=draft.pk)


def place(draft: Draft) -> str:
    return f"/ban-lam-viec/phan-bien/{draft.code}/loi/sua-loi-nhan-dang/"


def test_what_was_accepted_is_put_into_the_pieces_and_journalled() -> None:
    draft = mended()
    assert words(draft) == list(RIGHT)
    facts = Entry.objects.filter(subject=draft.code, event="draft.set_text").latest("pk").facts
    assert facts["repaired"] == 6


def test_keys_and_order_stay() -> None:
    draft = scanned()
    before = [(one.key, one.path) for one in pieces(draft)]
    repair(code=draft.code, chosen=proposed(draft)[:1], actor=actor(OFFICER), version=draft.version)
    assert [(one.key, one.path) for one in pieces(draft)] == before


def test_the_last_repair_is_undone_whole_and_once() -> None:
    draft = mended()
    assert undoable(text_of(draft), pieces(draft)) == 6
    undo(code=draft.code, actor=actor(OFFICER), version=draft.version)
    draft.refresh_from_db()
    assert " ".join(words(draft)).count("cùa") == 2
    with pytest.raises(NotNow):
        undo(code=draft.code, actor=actor(OFFICER), version=draft.version)


def test_repairs_are_undone_one_after_the_other() -> None:
    draft = scanned()
    before = words(draft)
    for most in (1, None):
        repair(code=draft.code, chosen=proposed(draft)[:most], actor=actor(OFFICER), version=draft.version)
        draft.refresh_from_db()
    assert words(draft) == list(RIGHT)
    for _n in range(2):
        undo(code=draft.code, actor=actor(OFFICER), version=draft.version)
        draft.refresh_from_db()
    assert words(draft) == before


def test_what_was_changed_since_is_not_undone() -> None:
    draft = mended()
    first = pieces(draft)[0]
    change_piece(
        code=draft.code,
        key=first.key,
        words=Words(Level(first.level), first.number, "Đề mục khác", first.text),
        actor=actor(OFFICER),
    )
    draft.refresh_from_db()
    with pytest.raises(NotNow):
        undo(code=draft.code, actor=actor(OFFICER), version=draft.version)
    assert words(draft)[0] == "Đề mục khác"


def test_who_looked_at_an_older_text_changes_nothing() -> None:
    draft = scanned()
    chosen = proposed(draft)
    repair(code=draft.code, chosen=chosen[:1], actor=actor(OFFICER), version=draft.version)
    with pytest.raises(Overtaken):
        repair(code=draft.code, chosen=chosen, actor=actor(OFFICER), version=draft.version)


def test_a_long_text_is_looked_through_a_stretch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repair_text, "MOST_LETTERS", 10)
    rows = [Piece(key=key, text="a" * 8) for key in ("mot", "hai", "ba")]
    assert stretch(rows, "") == (rows[:1], "hai")
    assert stretch(rows, "hai") == (rows[1:2], "ba")
    assert stretch(rows, "ba") == (rows[2:], "")
    assert stretch(rows, "khong-co") == (rows[:1], "hai")


def test_places_are_accepted_on_the_page_all_of_a_kind_and_one_by_one(signed_in: Callable[[str], Client]) -> None:
    draft, client = scanned(), signed_in(OFFICER)
    found = proposed(draft)
    client.post(place(draft), {"version": draft.version, "kind": found[0].proposal.kind})
    assert "cùa" not in " ".join(words(draft))
    draft.refresh_from_db()
    left = proposed(draft)
    page = client.get(place(draft)).content.decode()
    assert left[0].key in page
    assert "Hoàn tác" in page
    client.post(place(draft), {"version": draft.version, "accept": [one.key for one in left]})
    assert words(draft) == list(RIGHT)
    draft.refresh_from_db()
    client.post(place(draft), {"version": draft.version, "undo": "1"})
    assert words(draft) != list(RIGHT)


@pytest.mark.parametrize(
    "sent", [{}, {"accept": ["x-1-2", "\0"]}, {"kind": "khong-co"}, {"accept": ["a"], "version": "x"}]
)
def test_nothing_chosen_is_told_and_changes_nothing(
    signed_in: Callable[[str], Client], sent: dict[str, object]
) -> None:
    draft = scanned()
    answer = signed_in(OFFICER).post(place(draft), {"version": draft.version, **sent})
    assert answer.status_code == 422
    assert words(draft) == [one.removeprefix("Điều 1. ").removeprefix("Điều 2. ") for one in LINES]


def test_a_fixed_text_is_not_mended_and_nobody_but_who_runs_drafts_comes_there(
    signed_in: Callable[[str], Client],
) -> None:
    draft = fixed()
    assert signed_in(OFFICER).get(place(draft)).status_code == 404
    assert signed_in("phu-nu").get(place(scanned())).status_code == 404


def test_the_page_asks_few_questions(
    signed_in: Callable[[str], Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    draft, client = scanned(), signed_in(OFFICER)
    client.get(place(draft))
    with django_assert_max_num_queries(10):
        assert client.get(place(draft)).status_code == 200
