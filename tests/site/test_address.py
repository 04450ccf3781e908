"""A NUL in an address never reaches a database: PostgreSQL refuses text that holds one."""

from collections.abc import Callable

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", ["/khao-sat/chinh-thuc/", "/khao-sat/", "/gop-y-du-thao/", "/ket-qua/", "/chi-so/"])
def test_lists_for_everybody_leave_it_out(place: str) -> None:
    assert Client().get(f"{place}?sau=%00a%00").status_code == 200


@pytest.mark.parametrize(
    "place", ["khao-sat-chinh-thuc/", "ket-qua-khao-sat/", "ho-so/", "", "phan-bien/", "cham-diem/", "du-lieu-ca-nhan/"]
)
def test_lists_of_the_desk_leave_it_out(place: str, signed_in: Callable[[str], Client]) -> None:
    assert signed_in("can-bo-quan").get(f"/ban-lam-viec/{place}?sau=%00a%00").status_code == 200
