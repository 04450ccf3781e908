"""No page of activities asks the database more than ten times, however many there are."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.outreach.activity_made import OFFICER, UNION, UNITS, WARD, logged, planned
from tests.test_queries import MOST, count, drawn

from vidan.outreach.models import ActivityFile
from vidan.outreach.services.activity_files import add_file

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/tuyen-truyen/"


def furnish(many: int) -> str:
    """So many activities of three units with pictures, and a plan; the code of one."""
    for local in (WARD, UNION, OFFICER):
        planned(local)
        for n in range(many):
            one = logged(local, on=date(2018, 2, 1 + n % 28))
            add_file(code=one.code, upload=SimpleUploadedFile("a.jpg", jpg()), alt="Bà con nghe.", actor=actor(local))
    return logged(WARD).code


@pytest.mark.parametrize(
    "place",
    [
        "",
        "ghi/",
        "dan-tu-excel/",
        "ke-hoach/",
        "ke-hoach/ghi/",
        "danh-sach.xlsx",
        "../ap-phich/",
        "{code}/",
        "{code}/sua/",
    ],
)
def test_pages_of_the_desk(place: str, signed_in: Callable[[str], Client]) -> None:
    client = signed_in(WARD if place == "{code}/sua/" else OFFICER)
    address = f"{DESK}{place.format(code=furnish(1))}".replace("tuyen-truyen/../", "")
    few = count(client, address)
    furnish(4)
    assert count(client, address) == few <= MOST


def test_the_public_page() -> None:
    furnish(1)
    few = drawn("/tuyen-truyen/")
    furnish(4)
    assert drawn("/tuyen-truyen/") == few <= MOST


def test_the_public_page_of_one() -> None:
    assert drawn(f"/tuyen-truyen/{furnish(1)}/") <= MOST


def test_the_page_where_a_picture_is_described(signed_in: Callable[[str], Client]) -> None:
    furnish(2)
    one = ActivityFile.objects.filter(activity__unit__slug=UNITS[WARD])[0]
    place = f"{DESK}{one.activity.code}/tep/{one.file.name}/mo-ta/"
    assert count(signed_in(WARD), place) <= MOST
