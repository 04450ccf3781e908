"""`vidan import-articles`: a folder of three hundred pages with every fault goes in with the right verdicts, once."""

import json
import unicodedata
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.domain.vietnamese.test_old_codes import encoded
from tests.outreach.articles_made import EDITOR
from tests.outreach.old_pages_made import framed, plain

from vidan.domain.vietnamese.old_codes import OldCode
from vidan.domain.vietnamese.syllables import TONES
from vidan.outreach.models import Article, OldPage
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

ENTITIES: dict[str, str | int | None] = {letter: f"&#{ord(letter)};" for letter in "ưẫủậảứểớờ"}
Maker = Callable[[str, str], bytes]


def in_windows(text: str) -> bytes:
    """As windows-1258 has it: letters of their own, tones behind them."""
    apart = (unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(
        unicodedata.normalize("NFC", "".join(mark for mark in letter if mark not in TONES))
        + "".join(mark for mark in letter if mark in TONES)
        for letter in apart
    ).encode("cp1258")


KINDS: tuple[tuple[str, Maker], ...] = (
    ("taken", lambda title, when: plain(title=title, when=when).encode()),
    ("taken", lambda title, when: framed(title=title, when=when).encode("utf-16")),
    ("taken", lambda title, when: unicodedata.normalize("NFD", plain(title=title, when=when)).encode("utf-8-sig")),
    ("taken", lambda title, when: in_windows(plain(title=title, when=when))),
    ("taken", lambda title, when: encoded(plain(title=title, when=when), OldCode.VNI).encode("latin-1")),
    ("taken", lambda title, when: encoded(plain(title=title, when=when), OldCode.TCVN3).encode()),
    ("taken", lambda title, when: framed(title=title, when=when).translate(str.maketrans(ENTITIES)).encode()),
    ("doubted", lambda title, when: plain(title=title, when=when, views="").encode()),
    ("doubted", lambda title, when: framed(title=title, when=when, inside="<img src='a.png'>").encode()),
    ("refused", lambda _title, _when: b"\0\1\2" * 50),
    ("refused", lambda title, _when: plain(title=title, when="31 Tháng Hai 2017 8:00:00 SA").encode()),
    ("refused", lambda title, _when: plain(title=title, when="").encode()),
)
"""Every encoding and every fault, and what is to become of it."""


def title_of(number: int) -> str:
    return f"Bài số {number} của Mặt trận phường"


def when_of(number: int) -> str:
    return f"{number % 28 + 1:02d} Tháng Chín 2017 {number // 28 + 1}:05:00 {'SA' if number % 2 else 'CH'}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three hundred pages in three folders; every twentieth is one that was there before, as another file."""
    for number in range(300):
        again = number % 20 == 19
        kind, make = ("known", KINDS[0][1]) if again else KINDS[number % len(KINDS)]
        told = number - number % 60 if again else number  # the first of each sixty is a whole page
        place = tmp_path / str(number // 100) / f"{number:03d}-{kind}.{'txt' if number % 2 else 'html'}"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(make(title_of(told), when_of(told)))
    (tmp_path / "0" / "anh.png").write_bytes(b"\x89PNG")
    return tmp_path


def lines(folder: Path, *more: str) -> list[dict[str, str]]:
    out = StringIO()
    call_command("import_articles", str(folder), "--by", address(EDITOR), "--json", *more, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_three_hundred_pages_get_the_right_verdicts_and_go_in_once(folder: Path) -> None:
    tried = lines(folder, "--dry-run")
    assert not Article.objects.exists()
    told = lines(folder)
    assert [one["verdict"] for one in tried] == [one["verdict"] for one in told]
    assert [one for one in told if one["verdict"] not in one["page"]] == []
    assert len(told) == 300
    taken = [one["article"] for one in told if one["verdict"] in ("taken", "doubted")]
    assert Article.objects.count() == OldPage.objects.count() == len(taken) == len(set(taken))
    titles = set(Article.objects.values_list("latest__title", flat=True))
    assert titles <= {title_of(number) for number in range(300)}
    again = lines(folder)
    assert {one["verdict"] for one in again} == {"known", "refused"}
    assert Article.objects.count() == len(taken)


def test_what_became_of_each_page_is_said_in_words_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(plain(views=""), encoding="utf-8")
    out = StringIO()
    call_command("import_articles", str(tmp_path), "--by", address(EDITOR), stdout=out)
    code = Article.objects.get().code
    first, last = out.getvalue().splitlines()
    assert first == f"1.txt · Đã lấy, có chỗ cần xem · {code} · không thấy số lượt xem"
    assert last == "Đã lấy: 0; Đã lấy, có chỗ cần xem: 1; Đã có từ trước: 0; Không lấy: 0"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("{folder}/missing", "--by", address(EDITOR)), "is no folder"),
        (("{folder}", "--by", "nobody@front.example"), "Nobody signs in"),
        (("{folder}", "--by", address("phu-nu")), "does not write"),
        (("{folder}", "--by", address(EDITOR), "--unit", "khong-co"), "There is no unit"),
    ],
)
def test_wrong_words_are_told_and_nothing_is_begun(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    (tmp_path / "1.txt").write_text(plain(), encoding="utf-8")
    with pytest.raises(CommandError, match=says):
        call_command("import_articles", *(word.format(folder=tmp_path) for word in words))
    assert not Article.objects.exists()
