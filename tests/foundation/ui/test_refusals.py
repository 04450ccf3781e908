"""A refusal is said by the labels and needs of its table, in the reader's language."""

import pytest
from django.utils.translation import override

from vidan.domain.moves import Refusal, Why
from vidan.foundation.ui.refusals import RefusalWords

NEEDS = {"leader": "đoàn có trưởng đoàn", "secretary": "đoàn có thư ký"}
ASKS = RefusalWords({"found": "Lập đoàn"}, NEEDS, "hồ sơ")
HINDERS = RefusalWords({"found": "Lập đoàn"}, {"leader": "chưa có trưởng đoàn"}, "hồ sơ", says_what_hinders=True)


@pytest.mark.parametrize(
    ("words", "refusal", "said"),
    [
        (ASKS, Refusal("found", Why.NOT_FROM_HERE), "Lập đoàn: lúc này hồ sơ không ở bước đó."),
        (ASKS, Refusal("found", Why.NOT_IN_FORCE), "Lập đoàn: lúc này hồ sơ không ở bước đó."),
        (
            ASKS,
            Refusal("found", Why.NEEDS, ("leader", "secretary")),
            "Lập đoàn: cần đoàn có trưởng đoàn; đoàn có thư ký.",
        ),
        (HINDERS, Refusal("found", Why.NEEDS, ("leader",)), "Lập đoàn: chưa có trưởng đoàn."),
    ],
)
def test_a_refusal_in_words(words: RefusalWords, refusal: Refusal, said: str) -> None:
    assert words(refusal) == said


def test_it_is_said_in_the_readers_language() -> None:
    with override("en"):
        told = RefusalWords({"found": "Found"}, NEEDS, "the file")(Refusal("found", Why.NOT_FROM_HERE))
    assert told == "Found: the file is not at that step now."
