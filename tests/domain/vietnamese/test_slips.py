import pytest

from vidan.domain.vietnamese.slips import is_slip, match


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sinh", "sinh"),
        ("sihn", "sinh"),
        ("khaii", "khai"),
        ("chng", "chung"),
        ("xung", "chung"[1:]),
        ("thuwc", "thuc"),
    ],
)
def test_one_letter_too_many_missing_wrong_or_two_that_changed_places_are_a_slip(typed: str, meant: str) -> None:
    assert is_slip(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("an", "am"), ("sinh", "sang"), ("khaisinh", "khai"), ("", "khai"), ("hinsx", "sinh")]
)
def test_short_words_and_those_that_differ_by_more_are_other_words(typed: str, meant: str) -> None:
    assert not is_slip(typed, meant)


def test_each_asked_word_counts_once() -> None:
    assert match(["khai", "sihn", "nha"], frozenset({"khai", "sinh", "tu"})) == 2
