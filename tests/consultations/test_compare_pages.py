"""Two texts of a draft compared word by word: what changed is shown, what stays is folded away, nothing unfixed is told."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER
from tests.consultations.places_made import SECOND, brought_again, newest, placed, renewed, talked_about

from vidan.consultations.compared import changes, compared_texts, versions_of
from vidan.consultations.kinds import State
from vidan.consultations.models import Draft
from vidan.consultations.services.set_text import bring_text

pytestmark = pytest.mark.django_db

SignedIn = Callable[[str], Client]


def shown(draft: Draft, old: int = 1, new: int = 2) -> str:
    return f"/gop-y-du-thao/{draft.code}/so-sanh/{old}/{new}/"


def read(client: Client, draft: Draft) -> str:
    """The public page of a draft without the token of its form, which is another each time."""
    page = client.get(f"/gop-y-du-thao/{draft.code}/").content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def desk(draft: Draft, old: int = 1, new: int = 2) -> str:
    return f"/ban-lam-viec/phan-bien/{draft.code}/so-sanh/{old}/{new}/"


def rows(draft: Draft) -> list[tuple[str, str, str]]:
    stretches = compared_texts(draft.versions.get(number=1), newest(draft))
    return [(row.what, row.piece.path, row.came) for stretch in stretches for row in stretch.rows]


def test_every_piece_says_what_happened_to_it() -> None:
    assert rows(renewed()) == [
        ("same", "Chương I", ""),
        ("same", "Điều 1", ""),
        ("new", "Điều 2", ""),
        ("same", "Điều 3", "trước là Điều 2"),
        ("changed", "Điều 3 khoản 1", "trước là Điều 2 khoản 1"),
        ("same", "Điều 3 khoản 2", "trước là Điều 2 khoản 2"),
        ("gone", "Điều 2 khoản 2 điểm a", "ở bản cũ"),
        ("same", "Điều 3 khoản 2 điểm a", "trước là Điều 2 khoản 2 điểm b"),
        ("same", "Chương II", ""),
        ("same", "Điều 4", "trước là Điều 3"),
    ]


def test_what_stays_is_one_stretch_to_fold() -> None:
    stretches = compared_texts(*(renewed().versions.order_by("number")))

    assert [(stretch.plain, len(stretch.rows)) for stretch in stretches] == [
        (True, 2),
        (False, 1),
        (True, 1),
        (False, 1),
        (True, 1),
        (False, 1),
        (True, 3),
    ]
    assert changes(stretches) == {"same": 7, "new": 1, "changed": 1, "gone": 1}


def test_pieces_gone_before_the_first_that_stays_come_first() -> None:
    draft = renewed(lines=SECOND[9:])

    assert [what for what, _path, _came in rows(draft)][:7] == ["gone"] * 7


def test_a_split_and_a_merged_piece_name_what_they_come_from() -> None:
    one, two = "Người nhận không phải trả thêm khoản nào.", "Cán bộ gọi điện trước khi đến ít nhất một buổi."
    draft = renewed(renewed_from("Điều 1. Việc", f"{one} {two}"), ("Điều 1. Việc", "1. " + one, "2. " + two))

    assert [(what, came) for what, _path, came in rows_between(draft, 2, 3)][1:] == [
        ("split", "tách từ Điều 1"),
        ("split", "tách từ Điều 1"),
    ]


def renewed_from(*lines: str) -> Draft:
    return placed(lines=lines)


def rows_between(draft: Draft, old: int, new: int) -> list[tuple[str, str, str]]:
    stretches = compared_texts(draft.versions.get(number=old), draft.versions.get(number=new))
    return [(row.what, row.piece.path, row.came) for stretch in stretches for row in stretch.rows]


def test_everybody_reads_what_was_struck_and_what_was_put_in(client: Client) -> None:
    page = client.get(shown(renewed())).content.decode()

    assert "<del>" in page
    assert "<ins>" in page
    assert "1 mảnh bỏ đi" in page
    assert "3 mảnh giữ nguyên, từ Điều 3 khoản 2 điểm a đến Điều 4" in page


def test_versions_are_told_with_the_way_to_their_comparison(client: Client) -> None:
    draft = renewed()

    assert [(version.number, before) for version, before in versions_of(draft)] == [(2, 1), (1, None)]
    assert shown(draft) in client.get(f"/gop-y-du-thao/{draft.code}/").content.decode()


def test_the_desk_has_its_own_page(signed_in: SignedIn) -> None:
    draft = renewed()

    assert signed_in(OFFICER).get(desk(draft)).status_code == 200
    assert desk(draft) in signed_in(OFFICER).get(f"/ban-lam-viec/phan-bien/{draft.code}/").content.decode()


@pytest.mark.parametrize(("old", "new"), [(2, 1), (1, 1), (1, 3), (0, 1), (1, 10**30)])
def test_texts_that_are_not_there_or_in_the_wrong_order_are_no_page(client: Client, old: int, new: int) -> None:
    assert client.get(shown(renewed(), old, new)).status_code == 404


def test_a_text_that_is_not_fixed_is_not_compared(client: Client, signed_in: SignedIn) -> None:
    draft = brought_again()

    assert client.get(shown(draft)).status_code == 404
    assert signed_in(OFFICER).get(desk(draft)).status_code == 404


def test_a_draft_that_is_not_public_yet_is_not_compared_in_public(client: Client) -> None:
    draft = renewed()
    Draft.objects.filter(pk=draft.pk).update(state=State.REGISTERED)

    assert client.get(shown(draft)).status_code == 404


def test_three_texts_may_be_compared_in_any_pair(client: Client) -> None:
    draft = placed(placed(), (*SECOND[:-1], "Kết quả được trả tại nhà trong 3 ngày làm việc kể từ ngày đăng ký."))

    page = client.get(shown(draft, 1, 3)).content.decode()
    assert shown(draft, 2, 3) in page
    assert "2 mảnh sửa lời" in page


def test_letters_of_a_draft_are_escaped(client: Client) -> None:
    draft = renewed(lines=(*SECOND, "Điều 5. <script>x</script>"))

    assert "<script>x" not in client.get(shown(draft)).content.decode()


def test_the_page_costs_the_same_for_few_pieces_and_for_many(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    lines = [line for n in range(6, 60) for line in (f"Điều {n}. Việc {n}", f"Lời của việc thứ {n}.")]
    draft = renewed(lines=(*SECOND, *lines))
    client.get(shown(draft))

    with django_assert_max_num_queries(10):
        client.get(shown(draft))


def test_nothing_of_a_text_in_hand_is_told_to_everybody(client: Client) -> None:
    draft = talked_about()
    bring_text(code=draft.code, paragraphs=["Điều 1. Bí mật"], actor=actor(OFFICER))

    page = client.get(f"/gop-y-du-thao/{draft.code}/").content.decode()
    assert "Bí mật" not in page
    assert "Các bản dự thảo" not in page


def test_a_text_in_hand_changes_nothing_of_what_everybody_reads(client: Client) -> None:
    draft = talked_about()
    was = read(client, draft)

    bring_text(code=draft.code, paragraphs=["Điều 1. Bí mật"], actor=actor(OFFICER))

    assert read(client, draft) == was
