"""The pages of the Front's key: a passphrase of one's own, another custodian, a new key, a loss."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor, unit

from vidan.foundation.accounts.models import User
from vidan.foundation.vault.custody import fingerprint
from vidan.foundation.vault.keys import current_key, is_held, to_reseal
from vidan.foundation.vault.models import Custodian, FrontKey, Keeper
from vidan.foundation.vault.services import seal_to_front
from vidan.site.sample.people import PASSPHRASE, address

pytestmark = pytest.mark.django_db

HOME, KEYS, STATE = "/ban-lam-viec/giu-khoa/", "/ban-lam-viec/giu-khoa/khoa/", "/ban-lam-viec/khoa-mat-tran/"
LONG = "một câu dài chỉ mình tôi biết"


def code_of(local: str) -> str:
    return User.objects.get(email=address(local)).code


def seated(client: Client, passphrase: str = PASSPHRASE) -> Client:
    assert client.post(HOME, {"passphrase": passphrase}).status_code == 302
    return client


def test_a_second_custodian_joins_on_screen(signed_in: Callable[[str], Client]) -> None:
    first = seated(signed_in("giu-khoa"))
    assert "Chỉ có một người giữ khóa" in first.get(KEYS).content.decode()
    first.post(f"{KEYS}them/", {"person": code_of("bien-tap")})
    second = signed_in("bien-tap")
    assert second.post(HOME, {"passphrase": LONG})["Location"] == KEYS
    assert second.post(KEYS, {"passphrase": LONG, "passphrase_again": LONG}).status_code == 302
    digits = fingerprint(Keeper.objects.get(user__code=code_of("bien-tap")))
    assert digits in second.get(KEYS).content.decode()
    assert digits in first.get(KEYS).content.decode()
    first.post(f"{KEYS}trao/", {"person": code_of("bien-tap"), "digits": digits})
    assert Custodian.objects.filter(key=current_key(unit("mttq-a-quan-2"))).count() == 2
    seated(second, LONG)


@pytest.mark.parametrize(
    ("one", "two"), [("ngắn", "ngắn"), (LONG, LONG + "x"), ("", ""), ("x" * 300, "x" * 300), (LONG, "")]
)
def test_a_passphrase_that_is_short_or_typed_in_two_ways_is_refused(
    one: str, two: str, signed_in: Callable[[str], Client]
) -> None:
    seated(signed_in("giu-khoa")).post(f"{KEYS}them/", {"person": code_of("bien-tap")})
    page = signed_in("bien-tap").post(KEYS, {"passphrase": one, "passphrase_again": two})
    assert page.status_code == 422
    assert not Keeper.objects.filter(user__code=code_of("bien-tap")).exists()


@pytest.mark.parametrize("step", ["them", "trao", "thoi", "lam-moi", "niem-lai", "cau-mat-khau"])
def test_without_a_sitting_nothing_of_the_key_changes(step: str, signed_in: Callable[[str], Client]) -> None:
    before = list(FrontKey.objects.values())
    typed = {"person": code_of("bien-tap"), "passphrase": LONG, "passphrase_again": LONG}
    answer = signed_in("giu-khoa").post(f"{KEYS}{step}/", typed)
    assert answer["Location"] == HOME
    assert list(FrontKey.objects.values()) == before


def test_a_new_key_and_the_old_names_sealed_anew(signed_in: Callable[[str], Client]) -> None:
    front = unit("mttq-a-quan-2")
    seal_to_front(kind="case.identity", text="tên", subject="PA-1", front=front)
    client = seated(signed_in("giu-khoa"))
    client.post(f"{KEYS}lam-moi/")
    assert "Niêm lại 1 tên cũ" in client.get(KEYS).content.decode()
    client.post(f"{KEYS}niem-lai/")
    assert to_reseal(front) == 0


def test_a_changed_passphrase_opens_the_next_sitting(signed_in: Callable[[str], Client]) -> None:
    client = seated(signed_in("giu-khoa"))
    client.post(f"{KEYS}cau-mat-khau/", {"passphrase": LONG, "passphrase_again": LONG})
    assert client.post(HOME, {"passphrase": PASSPHRASE}).status_code == 422
    seated(client, LONG)


def test_the_only_custodian_who_forgot_is_warned_and_the_head_makes_a_new_key(
    signed_in: Callable[[str], Client],
) -> None:
    front = unit("mttq-a-quan-2")
    seal_to_front(kind="case.identity", text="tên", subject="PA-1", front=front)
    client, head = signed_in("giu-khoa"), signed_in("lanh-dao")
    assert "không bao giờ mở được nữa" in client.get(KEYS).content.decode()
    client.post(f"{KEYS}mat/")
    assert is_held(front)
    client.post(f"{KEYS}mat/", {"sure": "1"})
    assert not is_held(front)
    assert "không bao giờ mở được nữa" in head.get(STATE).content.decode()
    head.post(f"{STATE}lam-moi/", {"person": code_of("giu-khoa")})
    assert not is_held(front)
    client.post(KEYS, {"passphrase": LONG, "passphrase_again": LONG})
    head.post(f"{STATE}lam-moi/", {"person": code_of("giu-khoa")})
    assert is_held(front)
    seated(client, LONG)


def test_the_head_cannot_name_a_custodian_while_somebody_holds_the_key(signed_in: Callable[[str], Client]) -> None:
    signed_in("lanh-dao").post(STATE, {"person": code_of("bien-tap")})
    assert not actor("bien-tap").may("vault.keep")


@pytest.mark.parametrize("person", ["", "x", "u-0000000000", "'--", "é" * 500])
def test_nobody_unknown_is_handed_a_key(person: str, signed_in: Callable[[str], Client]) -> None:
    client = seated(signed_in("giu-khoa"))
    for step in ("trao", "thoi"):
        assert client.post(f"{KEYS}{step}/", {"person": person}).status_code == 404
    client.post(f"{KEYS}them/", {"person": person})
    assert Custodian.objects.count() == 1
