"""Signing out: the address alone does not sign out, it asks first."""

from collections.abc import Callable

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_address_of_signing_out_asks_first(signed_in: Callable[[str], Client]) -> None:
    page = signed_in("can-bo-quan").get("/ban-lam-viec/dang-nhap/logout/").content.decode()
    assert "Đăng xuất?" in page
    assert 'method="post"' in page
