import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from vidan.foundation.texts.compare import Kind, Run, compare

K, R, A = Kind.KEPT, Kind.REMOVED, Kind.ADDED
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(["một", "hai", "ba", ".", ",", "\n"]), max_size=30).map(" ".join)
)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("Một hai.", "Một hai.", [Run(K, "Một hai.")]),
        (
            "trong 5 ngày làm việc",
            "trong 7 ngày làm việc",
            [Run(K, "trong"), Run(R, " 5"), Run(A, " 7"), Run(K, " ngày làm việc")],
        ),
        ("", "mới", [Run(A, "mới")]),
        ("hai ba", "một hai ba", [Run(A, "một "), Run(K, "hai ba")]),
        ("một mình.", "một mình hoặc hai.", [Run(K, "một mình"), Run(A, " hoặc hai"), Run(K, ".")]),
        ("cũ", "", [Run(R, "cũ")]),
        ("một hai ba", "một ba", [Run(K, "một"), Run(R, " hai"), Run(K, " ba")]),
        ("một; hai", "một, hai", [Run(K, "một"), Run(R, ";"), Run(A, ","), Run(K, " hai")]),
    ],
)
def test_texts_are_compared_word_by_word(old: str, new: str, runs: list[Run]) -> None:
    assert compare(old, new) == runs


def test_a_single_word_between_two_changes_counts_as_changed() -> None:
    assert compare("a b c d", "x b y d") == [Run(R, "a b c"), Run(A, "x b y"), Run(K, " d")]


@given(TEXTS, TEXTS)
def test_the_runs_give_both_texts_back(old: str, new: str) -> None:
    runs = compare(old, new)

    assert "".join(run.text for run in runs if run.kind is not A) == old
    assert "".join(run.text for run in runs if run.kind is not R) == new


@given(TEXTS)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    assert {run.kind for run in compare(text, text)} <= {K}


def test_what_went_and_came_is_said_in_words_and_every_letter_is_escaped() -> None:
    drawn = Template("{% load texts %}{% compared old new %}").render(Context({"old": "<b> cũ", "new": "<i> cũ"}))

    assert "<b>" not in drawn
    assert "[bỏ:" in drawn
    assert "[thêm:" in drawn
    assert drawn.index("<del>") < drawn.index("<ins>")
