"""The stylesheet keeps to the floor of old telephones, to readable contrasts, and to a weight that a slow line carries."""

import re
import unicodedata
from itertools import product

import brotli
import pytest
from django.conf import settings
from django.test import Client
from fontTools.ttLib import TTFont
from tests.outreach.articles_made import article, with_everything
from tests.outreach.procedure_made import published
from tests.public import Visitor

from vidan.outreach.article_kinds import State

ROOT = settings.DATA_FOLDER.parent
CSS = (ROOT / "src/vidan/foundation/ui/static/ui/vidan.css").read_text(encoding="utf-8")
NEWER = (
    ":has(",
    "light-dark(",
    "oklch(",
    "text-wrap",
    "&:",
    "& ",
    "color-mix(",
    "@container",
    "@layer",
    "dvh",
    "inset:",
)
"""What Chrome 87 and Safari 14 do not know."""

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = {
    letter
    for vowel, tone in product(VOWELS, TONES)
    for letter in (unicodedata.normalize("NFC", vowel + tone), unicodedata.normalize("NFC", vowel + tone).upper())
} | set("đĐ₫“”–…·")


def outside_supports(css: str) -> str:
    """The stylesheet without its @supports blocks and its comments."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    kept, depth, skipping = [], 0, False
    for part in re.split(r"(@supports[^{]*\{|\{|\})", css):
        if part.startswith("@supports"):
            skipping, depth = True, 1
        elif skipping:
            depth += {"{": 1, "}": -1}.get(part, 0)
            skipping = depth > 0
        else:
            kept.append(part)
    return "".join(kept)


@pytest.mark.once
def test_words_that_old_browsers_do_not_know_stand_inside_supports_only() -> None:
    plain = outside_supports(CSS)
    assert [word for word in NEWER if word in plain] == []
    assert outside_supports("a{b:c} @supports (x){d{e:f}} g{h:i}").replace(" ", "") == "a{b:c}g{h:i}"


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.once
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_read_and_borders_are_seen_on_paper_and_wash(scheme: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    told = tokens(blocks[0]) | (tokens(blocks[1]) if scheme == "dark" else {})
    for ground in ("paper", "wash"):
        for name in ("ink", "muted", "primary", "late", "warn", "ok", "info"):
            assert contrast(told[name], told[ground]) >= 4.5, (name, ground)
        assert contrast(told["line"], told[ground]) >= 3, ground
    assert contrast(told["on-primary"], told["primary"]) >= 4.5


@pytest.mark.once
@pytest.mark.parametrize("weight", ["400", "600"])
def test_the_typeface_of_the_site_has_every_vietnamese_letter(weight: str) -> None:
    known = TTFont(settings.VAR_FOLDER / "fonts" / f"be-vietnam-pro-{weight}.woff2").getBestCmap()
    assert {letter for letter in LETTERS if ord(letter) not in known} == set()


@pytest.mark.once
@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_typeface_of_papers_has_every_vietnamese_letter(face: str) -> None:
    known = TTFont(settings.DATA_FOLDER / "fonts" / f"LiberationSerif-{face}.ttf").getBestCmap()
    assert {letter for letter in LETTERS if ord(letter) not in known} == set()


@pytest.mark.django_db
def test_a_page_of_a_citizen_with_its_stylesheet_weighs_less_than_30_kilobytes() -> None:
    css = len(brotli.compress(CSS.encode()))
    visitor = Visitor()
    visitor.write()
    procedure = published()
    read = [with_everything().slug, *(article(State.PUBLISHED, title=f"Tin số {n}").slug for n in range(25))]
    places = (
        "/tin-tuc/",
        f"/tin-tuc/{read[0]}/",
        f"/tin-tuc/{read[-1]}/",
        "/tin-tuc/ban-tin/",
        "/thu-tuc/",
        f"/thu-tuc/{procedure.code}/",
        f"/thu-tuc/{procedure.code}/can-gi/",
        "/tuyen-truyen/",
        "/tim-kiem/?tu=tin",
        "/",
        "/gui-phan-anh/",
        "/gui-phan-anh/noi/",
        "/gui-phan-anh/xem-lai/",
        "/tra-cuu/",
        "/lien-he/",
        "/so-lieu/",
    )
    heavy = {place: css + len(brotli.compress(visitor.client.get(place).content)) for place in places}
    assert {place: weight for place, weight in heavy.items() if weight >= 30_000} == {}


@pytest.mark.django_db
def test_nothing_but_the_one_stylesheet_stands_before_the_first_paint() -> None:
    page = Client().get("/gui-phan-anh/").content.decode()
    head = page.split("</head>")[0]
    assert len(re.findall(r'rel="stylesheet"', head)) == 1
    assert all("defer" in script for script in re.findall(r"<script[^>]*>", page))
    assert "style=" not in page
    assert "<style" not in page
