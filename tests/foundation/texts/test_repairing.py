"""Offers of repair: read out of texts and of HTML, accepted by the piece, told again from two texts."""

import pytest

from vidan.domain.vietnamese.confusions import Kind
from vidan.foundation.texts.repairing import MOST_LETTERS, Piece, accepted, grouped, offers, taken_over

PLAIN = Piece("title", "Trách nhiệm cùa cán bộ")
HTML = Piece(
    "body", "<h2>Nội dung</h2>\n<p>nghĩa vụ <strong>cùa</strong> công dân &amp; phối hp với cơ quan</p>", is_html=True
)


def test_offers_stand_in_the_words_and_never_in_the_elements() -> None:
    found = offers([PLAIN, HTML])
    assert [(one.piece, one.proposal.found, one.proposal.proposed) for one in found] == [
        ("title", "cùa", "của"),
        ("body", "cùa", "của"),
        ("body", "hp", "hợp"),
    ]
    assert accepted([PLAIN, HTML], found) == {
        "title": "Trách nhiệm của cán bộ",
        "body": HTML.text.replace("cùa", "của").replace("hp", "hợp"),
    }


def test_an_offer_shows_the_words_of_its_own_line() -> None:
    _title, first, second = offers([PLAIN, HTML])
    assert (first.before, first.after) == ("nghĩa vụ ", " công dân & phối hp với cơ")
    assert second.before.endswith(" phối ")


def test_what_is_chosen_is_put_in_and_the_rest_stays() -> None:
    found = offers([HTML])
    assert accepted([HTML], found[:1])["body"] == HTML.text.replace("cùa", "của")
    assert accepted([HTML], [])["body"] == HTML.text


def test_offers_of_a_kind_stand_together() -> None:
    told = grouped(offers([PLAIN, HTML]))
    assert [(group.kind, len(group.offers)) for group in told] == [(Kind.MARK, 2), (Kind.LOST, 1)]


@pytest.mark.parametrize("many", [1, 2, 3])
def test_two_texts_tell_how_many_offers_were_accepted(many: int) -> None:
    pieces = [PLAIN, HTML]
    texts = accepted(pieces, offers(pieces)[:many])
    new = [Piece(one.name, texts[one.name], one.is_html) for one in pieces]
    assert taken_over(pieces, new) == many


@pytest.mark.parametrize(
    "body", [HTML.text + " ", HTML.text.replace("công", "công công"), HTML.text.replace("cùa", "cho"), ""]
)
def test_another_change_is_told_from_a_repair(body: str) -> None:
    assert taken_over([HTML], [Piece("body", body, is_html=True)]) == 0


def test_a_text_that_stayed_had_nothing_accepted() -> None:
    assert taken_over([PLAIN], [PLAIN]) == 0


def test_a_very_long_text_is_looked_through_as_far_as_it_may() -> None:
    text = "của người dân " * (MOST_LETTERS // 14 + 1)
    assert offers([Piece("body", f"{text} nghĩa vụ cùa công dân")]) == []
