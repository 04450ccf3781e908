from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.anchoring.drafts import Edited, edits

from vidan.domain.anchoring import (
    Anchored,
    Came,
    Ground,
    Keyed,
    Level,
    Outcome,
    Piece,
    Place,
    anchor,
    find_quote,
    ground,
    match,
    place_of_quote,
    words_of,
)


def grounded(old: list[Keyed], new: list[Piece]) -> tuple[list[Came], Ground]:
    """Two versions made ready; a new piece that goes on with no key is called n and its place."""
    came = match(old, new)
    keyed = [Keyed(told.key or f"n{place}", piece) for place, (told, piece) in enumerate(zip(came, new, strict=True))]
    return came, ground(old, keyed, came)


def articles(*texts: str) -> list[Piece]:
    return [Piece(Level.ARTICLE, str(number), text=text) for number, text in enumerate(texts, 1)]


def keyed(*texts: str) -> list[Keyed]:
    return [Keyed(f"k{place}", piece) for place, piece in enumerate(articles(*texts))]


def anchored(place: Place, old: list[Keyed], *new: str) -> Anchored:
    return anchor(place, grounded(old, articles(*new))[1])


FEES = "Người dân không phải trả thêm khoản phí nào khi nhận kết quả tại nhà."
TIME = "Kết quả được trả tại nhà trong 5 ngày làm việc kể từ ngày đăng ký."
CALL = "Cán bộ gọi điện cho người nhận trước khi đến ít nhất một buổi."


# --- the promise, over whatever drafters do -------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(edits(), st.data())
def test_an_opinion_is_never_on_the_wrong_piece_without_saying_so(edited: Edited, data: st.DataObject) -> None:
    _came, on = grounded(edited.old, [piece for _key, piece in edited.new])
    truth = {key: place for place, (key, _piece) in enumerate(edited.new) if key}
    for one in edited.old:
        words = words_of(one.piece)
        start = data.draw(st.integers(0, max(0, len(words) - 1)))
        quote = place_of_quote(words, start, min(len(words), start + 20), key=one.key)
        for place in (Place(one.key), quote):
            found = anchor(place, on)
            if found.sure:
                assert found.place is not None
                assert on.here[found.place.key] == truth[one.key]


def test_a_piece_that_lost_its_parts_is_not_taken_for_sure_for_one_that_had_none() -> None:
    same = "Người khuyết tật nặng được trả kết quả tại nhà."
    part = Piece(Level.CLAUSE, "1", text="Kết quả được trả trong 5 ngày làm việc.")
    old = [Keyed("gone", articles(same)[0]), Keyed("kept", articles("", same)[1]), Keyed("part", part)]
    assert not anchor(Place("gone"), grounded(old, articles(same))[1]).sure


def test_pieces_with_the_same_words_of_their_own_are_sure_by_their_parts() -> None:
    first, second = articles("Phường có trách nhiệm:", "Phường có trách nhiệm:")
    parts = [Piece(Level.CLAUSE, "1", text=words) for words in (FEES, TIME)]
    text = [first, parts[0], second, parts[1]]
    on = grounded([Keyed(f"k{n}", piece) for n, piece in enumerate(text)], text)[1]
    assert all(anchor(Place(f"k{n}"), on).sure for n in range(4))


@settings(max_examples=200, deadline=None)
@given(edits())
def test_pieces_that_say_the_same_are_never_sure(edited: Edited) -> None:
    _came, on = grounded(edited.old, [piece for _key, piece in edited.new])
    said = Counter((one.piece.heading, one.piece.text) for one in edited.old if not _has_parts(edited, one))
    for one in edited.old:
        if said[one.piece.heading, one.piece.text] > 1 and not _has_parts(edited, one):
            assert not anchor(Place(one.key), on).sure


def _has_parts(edited: Edited, one: Keyed) -> bool:
    return one.piece.level in {Level.CHAPTER, Level.ARTICLE, Level.CLAUSE} and one is not edited.old[-1]


@settings(max_examples=100, deadline=None)
@given(edits())
def test_an_opinion_on_the_whole_is_always_kept(edited: Edited) -> None:
    _came, on = grounded(edited.old, [piece for _key, piece in edited.new])

    assert anchor(Place(), on) == Anchored(Outcome.KEPT, Place(), 1000, sure=True)


@settings(max_examples=200, deadline=None)
@given(edits())
def test_every_old_key_goes_on_at_most_once_and_every_source_was_there(edited: Edited) -> None:
    came, _on = grounded(edited.old, [piece for _key, piece in edited.new])
    known = {one.key for one in edited.old}

    going_on = [told.key for told in came if told.key]
    assert len(going_on) == len(set(going_on))
    assert known >= set(going_on) | {source for told in came for source in told.sources}
    assert all(0 <= told.confidence <= 1000 for told in came)


@settings(max_examples=200, deadline=None)
@given(edits())
def test_what_is_not_sure_has_a_place_or_is_told_as_lost(edited: Edited) -> None:
    _came, on = grounded(edited.old, [piece for _key, piece in edited.new])
    for one in edited.old:
        found = anchor(Place(one.key), on)
        assert (found.place is None) == (found.outcome is Outcome.LOST)
        assert found.place is None or found.place.key in on.here


# --- single cases -----------------------------------------------------------------------------------------------


def test_an_unchanged_draft_keeps_every_opinion_for_sure() -> None:
    found = [anchored(Place(f"k{n}"), keyed(FEES, TIME, CALL), FEES, TIME, CALL) for n in range(3)]

    assert all(one.sure and one.outcome is Outcome.KEPT for one in found)


def test_an_article_put_in_before_moves_the_opinion_for_sure() -> None:
    found = anchored(Place("k1"), keyed(FEES, TIME), FEES, CALL, TIME)

    assert found == Anchored(Outcome.MOVED, Place("k1"), 1000, sure=True)


def test_a_reworded_article_keeps_the_opinion_and_asks_somebody_to_look() -> None:
    found = anchored(Place("k1"), keyed(FEES, TIME, CALL), FEES, TIME.replace("5 ngày", "7 ngày"), CALL)

    assert found.outcome is Outcome.KEPT
    assert found.place == Place("k1")
    assert not found.sure
    assert found.confidence > 600


def test_an_article_taken_out_loses_the_opinion() -> None:
    assert anchored(Place("k1"), keyed(FEES, TIME, CALL), FEES, CALL) == Anchored(Outcome.LOST, None, 0)


def test_a_passage_follows_its_words_into_the_half_of_a_split_article() -> None:
    old = keyed(f"{FEES} {CALL}", TIME)
    words = old[0].piece.text
    place = place_of_quote(words, words.index("gọi điện"), words.index(" trước khi"), key="k0")

    found = anchored(place, old, FEES, CALL, TIME)

    assert found.place is not None
    assert found.place.quote == "gọi điện cho người nhận"
    assert not found.sure


def test_the_halves_of_a_split_article_name_it_as_their_source() -> None:
    came = match(keyed(f"{FEES} {CALL}", TIME), articles(FEES, CALL, TIME))

    assert [(told.descent.value, told.sources) for told in came] == [
        ("split", ("k0",)),
        ("split", ("k0",)),
        ("same", ()),
    ]
    assert sorted(told.key or "" for told in came) == ["", "k0", "k1"]


def test_a_merged_article_names_both_and_takes_their_opinions_with_it() -> None:
    old = keyed(FEES, CALL, TIME)
    came, on = grounded(old, articles(f"{FEES} {CALL}", TIME))

    assert (came[0].descent.value, came[0].sources) == ("merged", ("k0", "k1"))
    for key in ("k0", "k1"):
        found = anchor(Place(key), on)
        assert found.place == Place(came[0].key or "")
        assert not found.sure


def test_a_passage_moved_into_another_article_is_followed_but_not_for_sure() -> None:
    old = keyed(f"{FEES} {CALL}", TIME)
    place = place_of_quote(old[0].piece.text, len(FEES) + 1, len(FEES) + 1 + len(CALL), key="k0")

    found = anchored(place, old, FEES, f"{TIME} {CALL}")

    assert found.place is not None
    assert (found.outcome, found.place.key, found.sure) == (Outcome.MOVED, "k1", False)


def test_a_passage_that_is_gone_leaves_the_opinion_on_its_article_unsure() -> None:
    place = place_of_quote(TIME, TIME.index("trong"), TIME.index(" kể từ"), key="k1")

    found = anchored(place, keyed(FEES, TIME), FEES, TIME.replace("trong 5 ngày", "không quá 7 ngày"))

    assert (found.place, found.sure) == (Place("k1"), False)


def test_a_passage_that_stands_twice_is_found_by_what_stands_around_it() -> None:
    words = "Người già được trả tại nhà. Người khuyết tật được trả tại nhà. Người khác thì không."
    second = words.rindex("được trả tại nhà")
    place = place_of_quote(words, second, second + len("được trả tại nhà"))

    assert find_quote(place, f"Thêm lời. {words}") == second + len("Thêm lời. ")


def test_an_article_turned_into_clauses_was_split_into_them() -> None:
    old = keyed(f"{FEES}\n{CALL}", TIME)
    new = [
        Piece(Level.ARTICLE, "1"),
        Piece(Level.CLAUSE, "1", text=FEES),
        Piece(Level.CLAUSE, "2", text=CALL),
        Piece(Level.ARTICLE, "2", text=TIME),
    ]
    came, on = grounded(old, new)

    assert came[1].sources == came[2].sources == ("k0",)
    assert anchor(place_of_quote(FEES, 0, 20, key="k0"), on).place == place_of_quote(FEES, 0, 20, key="n1")


def test_a_point_that_is_no_longer_the_last_says_the_same() -> None:
    came = match(keyed(FEES, "một việc khác."), articles(FEES, "một việc khác;", TIME))

    assert [told.descent.value for told in came] == ["same", "same", "new"]


def test_a_clause_moved_into_another_article_is_moved() -> None:
    old = [
        Keyed("a", Piece(Level.ARTICLE, "1", "Một")),
        Keyed("b", Piece(Level.CLAUSE, "1", text=FEES)),
        Keyed("c", Piece(Level.CLAUSE, "2", text=CALL)),
        Keyed("d", Piece(Level.ARTICLE, "2", "Hai")),
        Keyed("e", Piece(Level.CLAUSE, "1", text=TIME)),
    ]
    new = [one.piece for one in (old[0], old[1], old[3], old[4], old[2])]

    came = match(old, new)

    assert [(told.key, told.descent.value) for told in came] == [
        ("a", "same"),
        ("b", "same"),
        ("d", "same"),
        ("e", "same"),
        ("c", "moved"),
    ]


def test_a_chapter_with_another_name_is_known_by_what_stands_in_it() -> None:
    old = [Keyed("c", Piece(Level.CHAPTER, "I", "CHUNG")), *keyed(FEES, TIME)]

    came = match(old, [Piece(Level.CHAPTER, "I", "NHỮNG ĐIỀU ĐẦU"), *articles(FEES, TIME)])

    assert (came[0].key, came[0].descent.value) == ("c", "changed")


def test_another_text_at_the_same_number_is_another_piece() -> None:
    came = match(keyed(FEES, TIME), articles(FEES, "Cơ quan nào nhận phản ánh thì lập sổ riêng."))

    assert came[1] == Came()
