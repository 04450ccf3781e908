"""A new version of a draft: its pieces go on with their keys, every opinion gets a place in it and says how sure that is."""

from collections import Counter
from typing import Any

import pytest
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, fresh
from tests.consultations.places_made import (
    GONE,
    KEPT,
    MOVED,
    REWORDED,
    SECOND,
    brought_again,
    newest,
    opinion,
    placed,
    renewed,
    talked_about,
)

from vidan.consultations.history import history_of
from vidan.consultations.kinds import Descent, OpinionState, Outcome, State
from vidan.consultations.models import Anchoring, Draft, Opinion
from vidan.consultations.places import all_looked_at, waiting_for
from vidan.consultations.services.look_at_place import confirm_alike, confirm_place, lose_place, put_place
from vidan.consultations.services.new_version import fix_new_version
from vidan.consultations.services.reanchor import reanchor, recount, work_name
from vidan.consultations.services.set_text import is_intact
from vidan.consultations.services.step import NotNow, Refused
from vidan.foundation.jobs.models import Progress
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db


def at(key: str) -> Opinion:
    return Opinion.objects.get(key=key)


def row(key: str) -> Anchoring:
    return Anchoring.objects.get(opinion__key=key, version__number=2)


def counted(draft: Draft) -> None:
    """The counters are what a recount finds."""
    text = newest(draft)
    shown = Opinion.objects.filter(draft=draft, state=OpinionState.SHOWN).exclude(here="")
    by_key = Counter(shown.values_list("here", flat=True))
    assert {one.key: one.opinions for one in text.pieces.all()} == {
        one.key: by_key[one.key] for one in text.pieces.all()
    }
    text.refresh_from_db()
    assert text.unlooked == Anchoring.objects.filter(version=text, sure=False, looked_by="").count()


# --- the text ------------------------------------------------------------------------------------------------


def test_pieces_go_on_with_their_keys_and_say_how_they_came() -> None:
    told = {one.path: (one.key, one.descent) for one in newest(renewed()).pieces.all()}

    assert told["Điều 1"] == (KEPT, Descent.SAME)
    assert told["Điều 3 khoản 1"] == (REWORDED, Descent.CHANGED)
    assert told["Điều 4"] == (MOVED, Descent.SAME)
    assert told["Điều 2"][1] == Descent.NEW
    assert GONE not in {key for key, _descent in told.values()}


def test_a_new_piece_has_a_random_key_of_eight_letters() -> None:
    new = newest(renewed()).pieces.get(path="Điều 2")

    assert len(new.key) == 8
    assert new.key.isalpha()


def test_the_new_text_is_the_drafts_newest_and_is_sealed() -> None:
    draft = renewed()

    assert newest(draft).number == 2
    assert is_intact(newest(draft))


def test_the_older_text_stays_as_it_was() -> None:
    draft = talked_about()
    was = list(newest(draft).pieces.values_list("key", "text", "path"))

    renewed(draft)

    assert list(draft.versions.get(number=1).pieces.values_list("key", "text", "path")) == was


def test_a_new_version_waits_until_the_opinions_have_their_places_in_the_current_one() -> None:
    draft = brought_again(renewed())

    with pytest.raises(NotNow):
        fix_new_version(code=draft.code, actor=actor(OFFICER))


def test_a_new_version_without_a_text_in_hand_is_refused() -> None:
    with pytest.raises(NotNow):
        fix_new_version(code=talked_about().code, actor=actor(OFFICER))


def test_no_new_version_comes_after_the_criticism_was_sent() -> None:
    draft = brought_again()
    Draft.objects.filter(pk=draft.pk).update(state=State.SENT)

    with pytest.raises(Refused):
        fix_new_version(code=draft.code, actor=actor(OFFICER))


# --- the places -----------------------------------------------------------------------------------------------


def test_every_opinion_gets_a_place_and_what_is_not_sure_says_so() -> None:
    placed()

    told = {one.opinion.key: (one.outcome, one.sure) for one in Anchoring.objects.select_related("opinion")}
    assert told == {
        "": (Outcome.KEPT, True),
        KEPT: (Outcome.KEPT, True),
        REWORDED: (Outcome.MOVED, False),
        GONE: (Outcome.LOST, False),
        MOVED: (Outcome.MOVED, True),
    }


def test_an_opinion_says_where_it_stands_now() -> None:
    placed()

    assert (at(REWORDED).here, at(REWORDED).lost) == (REWORDED, False)
    assert (at(GONE).here, at(GONE).lost) == ("", True)
    assert (at("").here, at("").lost) == ("", False)


def test_a_passage_goes_along_with_its_piece() -> None:
    placed()

    assert row(MOVED).quote == "trong 5 ngày"
    assert row(REWORDED).quote == ""


def test_the_counters_are_what_a_recount_finds() -> None:
    draft = placed()

    counted(draft)
    assert newest(draft).pieces.get(key=MOVED).opinions == 1


def test_hidden_opinions_are_placed_but_not_counted() -> None:
    draft = talked_about()
    opinion(draft, KEPT, state=OpinionState.HIDDEN)

    draft = placed(draft)

    assert newest(draft).pieces.get(key=KEPT).opinions == 1
    assert Anchoring.objects.filter(opinion__key=KEPT).count() == 2


def test_the_work_tells_how_far_it_has_come() -> None:
    draft = placed()

    progress = Progress.objects.get(name=work_name(newest(draft)))
    assert (progress.done, progress.total) == (5, 5)


def test_work_that_was_broken_off_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = renewed()
    monkeypatch.setattr("vidan.consultations.services.reanchor.BATCH", 2)
    monkeypatch.setattr("vidan.consultations.services.reanchor._place", broken_after(2))
    with pytest.raises(RuntimeError):
        reanchor(newest(draft).pk)
    monkeypatch.undo()
    assert waiting_for(newest(draft)).count() == 3

    assert reanchor(newest(draft).pk) == 3
    counted(draft)


def broken_after(opinions: int) -> object:
    from vidan.consultations.services import reanchor as module

    real = module._place

    def work(*told: Any) -> None:
        if Anchoring.objects.count() >= opinions:
            raise RuntimeError
        real(*told)

    return work


def test_a_second_run_changes_nothing() -> None:
    draft = placed()
    was = list(Anchoring.objects.values().order_by("pk"))

    assert reanchor(newest(draft).pk) == 0
    assert list(Anchoring.objects.values().order_by("pk")) == was


def test_a_guess_that_nobody_looked_at_does_not_become_sure_in_the_next_version() -> None:
    draft = placed(placed(), (*SECOND, "Điều 5. Hiệu lực", "Quy định này có hiệu lực từ ngày ký."))

    found = Anchoring.objects.get(opinion__key=REWORDED, version=draft.current)
    assert (found.outcome, found.sure) == (Outcome.KEPT, False)


def test_a_guess_that_was_confirmed_is_relied_on_in_the_next_version() -> None:
    draft = placed()
    confirm_place(code=draft.code, opinion=at(REWORDED).code, actor=actor(OFFICER))
    draft = placed(draft, (*SECOND, "Điều 5. Hiệu lực", "Quy định này có hiệu lực từ ngày ký."))

    assert Anchoring.objects.get(opinion__key=REWORDED, version=draft.current).sure


def test_the_criticism_is_not_submitted_before_every_place_is_sure_or_looked_at() -> None:
    draft = renewed()
    assert not all_looked_at(draft.current)
    reanchor(newest(draft).pk)
    draft = fresh(draft)
    assert not all_looked_at(draft.current)
    for key in (REWORDED, GONE):
        confirm_place(code=draft.code, opinion=at(key).code, actor=actor(OFFICER))
    assert all_looked_at(draft.current)


# --- looking at a place ------------------------------------------------------------------------------------------


def test_a_confirmed_place_says_who_looked() -> None:
    draft = placed()
    confirm_place(code=draft.code, opinion=at(REWORDED).code, actor=actor(OFFICER))

    assert row(REWORDED).looked_by == actor(OFFICER).code
    assert newest(fresh(draft)).unlooked == 1
    counted(draft)


def test_all_that_go_on_at_one_piece_are_confirmed_together() -> None:
    draft = talked_about()
    for _n in range(3):
        opinion(draft, REWORDED)
    draft = placed(draft)
    first = Anchoring.objects.filter(key=REWORDED, opinion__quote="", sure=False)[0].opinion

    confirm_alike(code=draft.code, opinion=first.code, actor=actor(OFFICER))

    left = Anchoring.objects.filter(sure=False, looked_by="").values_list("opinion__key", "opinion__quote")
    assert sorted(left) == [(REWORDED, "đủ 70 tuổi"), (GONE, "")]
    assert Entry.objects.filter(subject=draft.code).latest("pk").facts["together"] == 3
    counted(draft)


def test_an_opinion_is_put_at_another_piece() -> None:
    draft = placed()
    put_place(code=draft.code, opinion=at(GONE).code, key=KEPT, actor=actor(OFFICER))

    assert (row(GONE).outcome, row(GONE).key) == (Outcome.MOVED, KEPT)
    assert (at(GONE).here, at(GONE).lost) == (KEPT, False)
    assert newest(draft).pieces.get(key=KEPT).opinions == 2
    counted(draft)


def test_a_place_is_said_to_be_lost() -> None:
    draft = placed()
    lose_place(code=draft.code, opinion=at(REWORDED).code, actor=actor(OFFICER))

    assert (at(REWORDED).here, at(REWORDED).lost) == ("", True)
    assert newest(draft).pieces.get(key=REWORDED).opinions == 0
    counted(draft)


def test_a_piece_of_an_older_text_is_no_place() -> None:
    draft = placed()

    with pytest.raises(NotNow):
        put_place(code=draft.code, opinion=at(REWORDED).code, key=GONE, actor=actor(OFFICER))
    assert row(REWORDED).looked_by == ""


def test_a_sure_place_is_not_looked_at() -> None:
    draft = placed()

    with pytest.raises(NotNow):
        lose_place(code=draft.code, opinion=at(KEPT).code, actor=actor(OFFICER))


@pytest.mark.parametrize("who", ["phu-nu", "can-bo-ubnd-quan", "can-bo-phuong"])
def test_only_the_front_that_criticises_looks_at_places(who: str) -> None:
    draft = placed()

    with pytest.raises((Refused, Draft.DoesNotExist)):
        confirm_place(code=draft.code, opinion=at(REWORDED).code, actor=actor(who))


def test_the_journal_says_what_was_decided_and_nothing_of_who_spoke() -> None:
    draft = placed()
    put_place(code=draft.code, opinion=at(GONE).code, key=KEPT, actor=actor(HEAD))

    entry = Entry.objects.filter(subject=draft.code).latest("pk")
    assert entry.event == "draft.look_at_places"
    assert entry.facts["place"] == KEPT


def test_a_recount_puts_wrong_counters_right() -> None:
    draft = placed()
    newest(draft).pieces.update(opinions=7)

    recount(newest(draft))

    counted(draft)


# --- the way of an opinion --------------------------------------------------------------------------------------


def test_the_way_of_an_opinion_names_its_place_in_each_text() -> None:
    placed()

    told = [(one.version.number, one.path, one.outcome, one.settled) for one in history_of(at(MOVED))]
    assert told == [(1, "Điều 3", Outcome.KEPT, True), (2, "Điều 4", Outcome.MOVED, True)]


def test_the_way_of_a_lost_opinion_ends_in_no_place() -> None:
    placed()

    last = history_of(at(GONE))[-1]
    assert (last.path, last.outcome, last.settled) == ("", Outcome.LOST, False)
