"""Putting the text of a draft in order: reading it, mending it by hand, fixing it, and that it never changes afterwards."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.consultations.docx_made import ARTICLES, long_draft
from tests.consultations.made import HEAD, OFFICER
from tests.consultations.text_made import LINES, ODD, brought, fixed, keys, now, opened, registered
from tests.foundation.files.samples import jpg
from tests.foundation.texts.documents import docx_of, spoken

from vidan.consultations.kinds import Level, State
from vidan.consultations.models import Draft, Piece
from vidan.consultations.services.mend_text import (
    Words,
    add_piece,
    change_piece,
    join_piece,
    move_piece,
    remove_piece,
    split_piece,
)
from vidan.consultations.services.set_text import altered, bring_text, fix_text, in_hand
from vidan.consultations.services.set_window import open_draft, set_window
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/phan-bien/"


def paths(draft: Draft) -> list[str]:
    return list(draft.versions.order_by("-number")[0].pieces.values_list("path", flat=True))


def words(text: str = "Lời mới.", level: Level = Level.CLAUSE, number: str = "1", heading: str = "") -> Words:
    return Words(level, number, heading, text)


def test_lines_become_pieces_with_places_and_keys_of_their_own() -> None:
    draft = brought()
    assert paths(draft)[1:5] == ["Chương I", "Điều 1", "Điều 2", "Điều 2 khoản 1"]
    assert len(set(keys(draft))) == len(keys(draft)) == 9


def test_a_text_without_words_is_refused() -> None:
    draft = registered()
    with pytest.raises(NotNow):
        bring_text(code=draft.code, paragraphs=["", "  "], actor=actor(OFFICER))
    assert not draft.versions.exists()


def test_another_text_takes_the_place_of_the_one_in_hand() -> None:
    draft = brought(brought(), ("Điều 1. Một", "Lời."))
    assert draft.versions.count() == 1
    assert paths(draft) == ["Điều 1"]


def test_a_changed_piece_keeps_its_key_and_names_its_place_anew() -> None:
    draft = brought()
    key = keys(draft)[ODD - 1 + 0]
    change_piece(
        code=draft.code, key=keys(draft)[ODD], words=words("Lời.", Level.ARTICLE, "3", "Tên"), actor=actor(OFFICER)
    )
    assert paths(draft)[ODD] == "Điều 3"
    assert keys(draft)[ODD - 1] == key


def test_a_piece_is_split_at_a_blank_line_and_a_number_says_what_it_is() -> None:
    draft = brought()
    split_piece(code=draft.code, key=keys(draft)[4], words=words("Một.\n\n2. Hai.\n\nBa."), actor=actor(OFFICER))
    rows = [(one.level, one.number, one.text) for one in Piece.objects.all()[4:7]]
    assert rows == [("clause", "1", "Một."), ("clause", "2", "Hai."), ("clause", "", "Ba.")]


def test_nothing_is_split_without_a_blank_line() -> None:
    draft = brought()
    before = paths(draft)
    with pytest.raises(NotNow):
        split_piece(code=draft.code, key=keys(draft)[4], words=words("Một.\nHai."), actor=actor(OFFICER))
    assert paths(draft) == before


def test_a_piece_joins_the_one_before_with_all_its_words() -> None:
    draft = brought()
    before = keys(draft)
    assert join_piece(code=draft.code, key=before[6], actor=actor(OFFICER)) == before[5]
    joined = Piece.objects.get(key=before[5])
    assert joined.text == "Người khuyết tật nặng, gồm:\nngười không tự đi lại được;"
    assert keys(draft) == [*before[:6], *before[7:]]


def test_the_first_piece_joins_nothing() -> None:
    draft = brought()
    with pytest.raises(NotNow):
        join_piece(code=draft.code, key=keys(draft)[0], actor=actor(OFFICER))


@pytest.mark.parametrize(("place", "by", "lands"), [(3, -1, 2), (3, 1, 4), (0, -1, 0), (8, 1, 8)])
def test_a_piece_moves_among_the_others_at_most_to_an_end(place: int, by: int, lands: int) -> None:
    draft = brought()
    key = keys(draft)[place]
    move_piece(code=draft.code, key=key, by=by, actor=actor(OFFICER))
    assert keys(draft).index(key) == lands


def test_a_piece_is_added_after_another_or_before_all() -> None:
    draft = brought()
    first = add_piece(code=draft.code, after="", words=words(level=Level.TEXT, number=""), actor=actor(OFFICER))
    behind = add_piece(code=draft.code, after=first, words=words(level=Level.TEXT, number=""), actor=actor(OFFICER))
    assert keys(draft)[:2] == [first, behind]


def test_the_last_piece_stays() -> None:
    draft = brought(lines=("Điều 1. Một",))
    with pytest.raises(NotNow):
        remove_piece(code=draft.code, key=keys(draft)[0], actor=actor(OFFICER))
    assert len(keys(draft)) == 1


def test_a_piece_that_is_gone_is_told() -> None:
    draft = brought()
    with pytest.raises(NotNow):
        remove_piece(code=draft.code, key="nowhere", actor=actor(OFFICER))


def test_a_mended_text_over_a_newer_state_stays_as_it_is() -> None:
    draft = brought()
    key = keys(draft)[2]
    remove_piece(code=draft.code, key=keys(draft)[8], actor=actor(OFFICER), version=draft.version)
    with pytest.raises(Overtaken):
        remove_piece(code=draft.code, key=key, actor=actor(OFFICER), version=draft.version)
    assert key in keys(draft)


def test_a_fixed_text_is_mended_no_more() -> None:
    draft = fixed()
    with pytest.raises(NotNow):
        remove_piece(code=draft.code, key=keys(draft)[2], actor=actor(OFFICER))
    assert draft.current is not None
    assert draft.current.digest


def test_a_text_that_was_altered_behind_our_back_is_found() -> None:
    draft = fixed()
    assert altered() == (1, [])
    Piece.objects.filter(key=keys(draft)[2]).update(text="Khác.")
    assert altered() == (1, [f"{draft.code} bản 1"])


def test_pieces_keep_their_keys_when_the_text_is_fixed_again_before_the_draft_is_opened() -> None:
    draft = fixed()
    first = keys(draft)
    again = fixed(brought(draft, tuple(line.replace("5 ngày", "3 ngày") for line in LINES)))
    assert again.current is not None
    assert again.current.number == 2
    assert keys(draft) == first


def test_a_piece_put_in_when_the_text_is_fixed_again_has_a_key_of_its_own() -> None:
    draft = fixed()
    first = keys(draft)
    fixed(brought(draft, (*LINES, "Điều 5. Hiệu lực", "Quy chế này có hiệu lực từ ngày ký.")))
    assert keys(draft)[: len(first)] == first
    assert keys(draft)[-1] not in first


def test_a_text_fixed_again_is_still_the_one_that_was_fixed() -> None:
    fixed(brought(fixed(), (*LINES, "Điều 5. Hiệu lực", "Quy chế này có hiệu lực từ ngày ký.")))
    assert altered() == (2, [])


def test_a_text_brought_once_the_draft_is_open_is_a_new_version_and_not_fixed_as_a_first_one() -> None:
    draft = opened()
    bring_text(code=draft.code, paragraphs=["Điều 1. Một"], actor=actor(OFFICER))
    with pytest.raises(Refused):
        fix_text(code=draft.code, actor=actor(OFFICER))
    assert now(draft).current == draft.current


def test_no_text_is_brought_once_the_criticism_was_sent() -> None:
    draft = opened()
    Draft.objects.filter(pk=draft.pk).update(state=State.SENT)
    with pytest.raises(Refused):
        bring_text(code=draft.code, paragraphs=["Điều 1. Một"], actor=actor(OFFICER))
    assert in_hand(draft) is None


def test_the_journal_holds_no_words_of_the_text() -> None:
    fixed()
    assert "Người" not in str([entry.facts for entry in Entry.objects.filter(event="draft.set_text")])


def test_a_pasted_text_leads_to_the_list_with_the_odd_number_at_its_piece(signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    client = signed_in(OFFICER)
    lines = "Điều 1. Một\nLời.\nĐiều 3. Ba\nLời."
    sent = {"version": draft.version, "text": lines, "received_on": "05/03/2018", "note": ""}
    told = client.post(f"{DESK}{draft.code}/loi/dua-vao/", sent, follow=True).content.decode()
    assert "Thiếu số trước mảnh này, lẽ ra là 2." in told


def test_points_without_a_point_d_with_a_stroke_are_remarked_upon_once(signed_in: Callable[[str], Client]) -> None:
    points = tuple(f"{letter}) việc thứ {letter};" for letter in "abcdefg")
    draft = brought(None, ("Điều 1. Một", "1. Gồm:", *points, "2. Gồm:", *points))
    told = signed_in(OFFICER).get(f"{DESK}{draft.code}/loi/").content.decode()
    assert "1 chỗ có số lạ" in told
    assert "cả dự thảo không có điểm đ" in told


def test_a_word_file_of_forty_two_articles_comes_in_and_everybody_downloads_it(
    signed_in: Callable[[str], Client],
) -> None:
    draft = registered()
    sent = {"version": draft.version, "file": long_draft(), "text": "", "received_on": "05/03/2018"}
    assert signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/dua-vao/", sent).status_code == 302
    text = in_hand(draft)
    assert text is not None
    assert text.pieces.filter(level="article").count() == ARTICLES
    fix_text(code=draft.code, actor=actor(OFFICER))
    set_window(code=draft.code, opens_on=clock.today(), closes_on=clock.today(), actor=actor(OFFICER))
    open_draft(code=draft.code, actor=actor(HEAD))
    assert Client().get(f"/gop-y-du-thao/{draft.code}/ban-du-thao/1/")["Content-Disposition"].endswith('ban-1.docx"')


def test_a_text_in_an_old_code_is_put_into_unicode_and_the_officer_is_told(
    signed_in: Callable[[str], Client],
) -> None:
    draft = registered()
    file = SimpleUploadedFile("a.docx", docx_of(f"<w:p>{spoken('§iÒu 1. Tr¸ch nhiÖm', '.VnTime')}</w:p>"))
    sent = {"version": draft.version, "file": file, "text": "", "received_on": "05/03/2018", "note": "Bản gửi lần đầu."}
    told = signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/dua-vao/", sent, follow=True).content.decode()
    assert "Trách nhiệm" in told
    text = in_hand(draft)
    assert text is not None
    assert text.note == "Lời trong tệp viết bằng bảng mã cũ TCVN3 (ABC), đã đổi sang Unicode. Bản gửi lần đầu."
    assert told.count("đã đổi sang Unicode.") == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7 broken", b"MZ nothing", jpg()])
def test_a_file_that_holds_no_text_is_refused_at_its_field(data: bytes, signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    sent = {"version": draft.version, "file": SimpleUploadedFile("a.docx", data), "received_on": "05/03/2018"}
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/dua-vao/", sent)
    assert answer.status_code == 422
    assert not draft.versions.exists()


@pytest.mark.parametrize("text", ["", "\x00\ud800", "   \n "])
def test_an_empty_text_is_refused_at_its_field(text: str, signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    sent = {
        "version": draft.version,
        "text": text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").strip("�"),
    }
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/dua-vao/", sent | {"received_on": "05/03/2018"})
    assert answer.status_code == 422
    assert not draft.versions.exists()


def test_a_piece_is_mended_on_its_page(signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    key = keys(draft)[ODD]
    place = f"{DESK}{draft.code}/loi/manh/{key}/"
    client = signed_in(OFFICER)
    assert "Thiếu số trước mảnh này, lẽ ra là 3." in client.get(place).content.decode()
    sent = {"version": draft.version, "level": "article", "number": "3", "heading": "Thời gian", "text": "Lời."}
    answer = client.post(place, sent | {"how": "change"})
    assert answer["Location"].endswith(f"/loi/#m-{key}")
    assert paths(draft)[ODD] == "Điều 3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": "x"},
        {"number": "dài quá mười hai chữ"},
        {"number": "", "text": "", "heading": ""},
        {"text": "a" * 200_001},
    ],
)
def test_a_wrong_piece_is_refused_and_kept(wrong: dict[str, str], signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    place = f"{DESK}{draft.code}/loi/manh/{keys(draft)[4]}/"
    sent = {"version": draft.version, "level": "clause", "number": "1", "heading": "", "text": "Lời đang viết"}
    answer = signed_in(OFFICER).post(place, sent | wrong)
    assert answer.status_code == 422
    assert Piece.objects.get(key=keys(draft)[4]).text == "Người từ đủ 70 tuổi sống một mình."


@pytest.mark.parametrize(("how", "left"), [("join", 8), ("remove", 8), ("up", 9), ("down", 9)])
def test_the_buttons_rearrange(how: str, left: int, signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    before = keys(draft)
    answer = signed_in(OFFICER).post(
        f"{DESK}{draft.code}/loi/manh/{before[4]}/sap-lai/", {"version": draft.version, "how": how}
    )
    assert answer.status_code == 302
    assert len(keys(draft)) == left
    assert keys(draft) != before


def test_an_unknown_button_does_nothing(signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    place = f"{DESK}{draft.code}/loi/manh/{keys(draft)[4]}/sap-lai/"
    assert signed_in(OFFICER).post(place, {"version": draft.version, "how": "x"}).status_code == 404


def test_the_text_is_fixed_on_its_page(signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    client = signed_in(OFFICER)
    place = f"{DESK}{draft.code}/loi/chot/"
    assert "Điều 4" in client.get(place).content.decode()
    assert client.post(place, {"version": draft.version}).status_code == 302
    assert now(draft).current is not None
    assert client.get(place).status_code == 404


def test_everybody_reads_the_open_draft_piece_by_piece() -> None:
    draft = opened()
    page = Client().get(f"/gop-y-du-thao/{draft.code}/").content.decode()
    for key in keys(draft):
        assert f'id="m-{key}"' in page
        assert f"/gop-y-du-thao/{draft.code}/gop-y/?o={key}" in page
    assert "đến hết thứ Ba, 20/03/2018" in page


def test_nothing_is_asked_once_the_window_is_over() -> None:
    draft = opened()
    with clock.at(clock.now() + timedelta(days=8)):
        page = Client().get(f"/gop-y-du-thao/{draft.code}/").content.decode()
    assert "gop-y/?o=" not in page
    assert "Đã hết thời gian lấy ý kiến" in page


def test_one_piece_stands_among_those_of_its_article_with_the_way_on() -> None:
    draft = opened()
    page = Client().get(f"/gop-y-du-thao/{draft.code}/manh/{keys(draft)[5]}/").content.decode()
    assert "Người từ đủ 70 tuổi sống một mình." in page
    assert "Quy chế này nói về việc" not in page
    assert "Điều 2 khoản 1</a>" in page
    assert "Điều 2 khoản 2 điểm a" in page


@pytest.mark.parametrize("rest", ["manh/nowhere/", "tai-lieu/nowhere/", "ban-du-thao/1/", "ban-du-thao/99999999999/"])
def test_what_is_not_there_is_not_found(rest: str) -> None:
    assert Client().get(f"/gop-y-du-thao/{opened().code}/{rest}").status_code == 404


def test_drafts_that_take_opinions_stand_first() -> None:
    ended, taking = opened(), opened()
    Draft.objects.filter(pk=ended.pk).update(state="closed")
    page = Client().get("/gop-y-du-thao/").content.decode()
    assert page.index(taking.code) < page.index("Đã xong") < page.index(ended.code)


def test_an_empty_list_says_what_will_stand_there() -> None:
    assert "Chưa có dự thảo nào." in Client().get("/gop-y-du-thao/").content.decode()


def test_the_head_of_the_front_works_on_the_text_too() -> None:
    draft = brought()
    fix_text(code=draft.code, actor=actor(HEAD))
    assert now(draft).current is not None
