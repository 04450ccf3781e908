"""Posters: one layout, A4 and A3, with the QR of what they are for; for one's own territory only."""

from collections.abc import Callable

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.test import Client
from tests.cases.made import actor
from tests.outreach.activity_made import OFFICER, WARD
from tests.outreach.procedure_made import published

from vidan.foundation.units.models import ContactPoint, CounterPoint
from vidan.outreach.posters import MOST_LINES, SIZES, SORTS, Poster, contact_poster, counter_poster, poster_pdf

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/ap-phich/"
WIDE = {"a4": 595, "a3": 842}
"""Points."""


def counter() -> CounterPoint:
    return CounterPoint.objects.select_related("unit").get(code="an-phu")


def pages(pdf: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf)


def words(pdf: bytes) -> str:
    return " ".join(pages(pdf)[0].get_textpage().get_text_bounded().split())


def every_poster() -> list[Poster]:
    told = [sort.poster(actor(OFFICER), key) for sort in SORTS.values() for key, _words in sort.listed(actor(OFFICER))]
    return [one for one in told if one is not None]


@pytest.mark.parametrize("size", SIZES)
def test_a_poster_is_one_page_whose_qr_opens_its_address(size: str) -> None:
    poster = counter_poster(counter())
    made = pages(poster_pdf(poster, size))
    assert len(made) == 1
    assert round(made[0].get_width()) == WIDE[size]
    (found,) = zxingcpp.read_barcodes(made[0].render(scale=1).to_pil())
    assert found.text == f"{settings.ORIGIN}/q/an-phu/"


def test_a_poster_says_what_happens_with_what_one_says_and_whose_it_is() -> None:
    told = words(poster_pdf(counter_poster(counter()), "a4"))
    for said in ("Ông/bà được phục vụ", "Không cần nêu tên.", "đều có ngày phải trả lời", "An Phú"):
        assert said in told


@pytest.mark.parametrize("kind", ["hotline", "box", "office"])
def test_a_hotline_and_a_box_have_their_own_words(kind: str) -> None:
    point = ContactPoint(unit=counter().unit, kind=kind, place="028 0000 0001")
    poster = contact_poster(point)
    assert poster.path == "/gui-phan-anh/"
    assert "028 0000 0001" in words(poster_pdf(poster, "a4"))


def test_a_procedure_has_a_poster_that_opens_it_however_long_its_name(signed_in: SignIn) -> None:
    published(name="Cấp giấy phép xây dựng nhà ở riêng lẻ trong khu dân cư hiện hữu " * 3)
    answer = signed_in(OFFICER).get(f"{DESK}thu-tuc/khai-sinh/a4.pdf")
    made = pages(b"".join(answer)) if answer.streaming else pages(answer.content)
    assert len(made) == 1
    (found,) = zxingcpp.read_barcodes(made[0].render(scale=2).to_pil())
    assert found.text == f"{settings.ORIGIN}/thu-tuc/khai-sinh/"


def test_every_poster_of_the_house_fits_on_its_page() -> None:
    made = every_poster()
    assert len(made) > 20
    assert all(len(one.lines) <= MOST_LINES for one in made)
    longest = max(made, key=lambda one: len(one.title + "".join(one.lines) + one.place))
    assert len(pages(poster_pdf(longest, "a4"))) == 1


def test_words_of_others_are_no_markup() -> None:
    poster = Poster(title='#panic("x") $x$ *b*', lines=("#raw", "_i_"), path="/thu-tuc/khai-sinh/", place="= A\n- b")
    told = words(poster_pdf(poster, "a4"))
    assert '#panic("x") $x$ *b*' in told
    assert "= A" in told


def test_a_ward_finds_its_own_counter_only(signed_in: SignIn) -> None:
    client, own = signed_in(WARD), counter()
    other = CounterPoint.objects.get(code="an-khanh")
    shown = client.get(DESK).content.decode()
    assert f"{DESK}quay/{own.pk}/" in shown
    assert f"{DESK}quay/{other.pk}/" not in shown
    for rest in ("", "xem.png", "a4.pdf", "a3.pdf"):
        assert client.get(f"{DESK}quay/{own.pk}/{rest}").status_code == 200
        assert client.get(f"{DESK}quay/{other.pk}/{rest}").status_code == 404


@pytest.mark.parametrize("place", ["quay/x/", "quay/999999999999999999999/", "gi-do/1/", "quay/0/", "quay/1/a5.pdf"])
def test_what_is_not_there_is_not_found(place: str, signed_in: SignIn) -> None:
    assert signed_in(OFFICER).get(f"{DESK}{place}").status_code == 404


def test_the_sign_on_screen_says_what_the_poster_says(signed_in: SignIn) -> None:
    shown = signed_in(OFFICER).get(f"/ban-lam-viec/noi-tiep-nhan/quay/{counter().pk}/bang/").content.decode()
    assert all(line in shown for line in counter_poster(counter()).lines)
    assert f"{DESK}quay/{counter().pk}/" in shown
