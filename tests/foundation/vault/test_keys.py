"""Who keeps the Front's key: another joins by her own passphrase, leaves, a new key is made, and a loss is not the end."""

import pytest
from nacl.public import PrivateKey
from tests.cases.made import actor, unit

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.units.models import Unit
from vidan.foundation.vault import keys
from vidan.foundation.vault.custody import (
    NoCopy,
    TooShort,
    fingerprint,
    front_private,
    make_keeper,
    open_to_custodian,
)
from vidan.foundation.vault.models import Custodian, FrontKey, Keeper, SealedText
from vidan.foundation.vault.services import NoFrontKey, seal_to_front
from vidan.foundation.vault.sitting import open_sitting, own_key
from vidan.site.sample.people import PASSPHRASE, address

pytestmark = pytest.mark.django_db

LONG = "một câu dài chỉ mình tôi biết"


def front() -> Unit:
    return unit("mttq-a-quan-2")


def user(local: str) -> User:
    return User.objects.get(email=address(local))


def seated(local: str = "giu-khoa", passphrase: str = PASSPHRASE) -> PrivateKey:
    _sitting, secret = open_sitting(actor=actor(local), passphrase=passphrase)
    return own_key(actor=actor(local), secret=secret)


def name(subject: str = "PA-1") -> SealedText:
    return seal_to_front(kind="case.identity", text="tên", subject=subject, front=front())


def opened(sealed: SealedText, own: PrivateKey) -> str:
    sealed = SealedText.objects.select_related("front_key").get(pk=sealed.pk)
    assert sealed.front_key is not None
    return open_to_custodian(sealed=sealed, private=front_private(key=sealed.front_key, own=own))


def joined(local: str = "bien-tap") -> PrivateKey:
    keys.invite(user=user(local), unit=front(), actor=actor("giu-khoa"))
    keeper = keys.set_passphrase(actor=actor(local), passphrase=LONG)
    own = seated()
    keys.hand_over(user=user(local), unit=front(), read_aloud=fingerprint(keeper), actor=actor("giu-khoa"), own=own)
    return seated(local, LONG)


def test_a_second_custodian_opens_with_her_own_passphrase_what_was_told_before() -> None:
    sealed = name()
    assert opened(sealed, joined()) == "tên"


def test_the_role_alone_opens_nothing() -> None:
    sealed = name()
    keys.invite(user=user("bien-tap"), unit=front(), actor=actor("giu-khoa"))
    keys.set_passphrase(actor=actor("bien-tap"), passphrase=LONG)
    with pytest.raises(NoCopy):
        opened(sealed, seated("bien-tap", LONG))


def test_a_key_put_in_place_after_the_digits_were_read_aloud_gets_no_copy() -> None:
    keys.invite(user=user("bien-tap"), unit=front(), actor=actor("giu-khoa"))
    read = fingerprint(keys.set_passphrase(actor=actor("bien-tap"), passphrase=LONG))
    Keeper.objects.filter(user=user("bien-tap")).update(public=bytes(PrivateKey.generate().public_key))
    with pytest.raises(keys.NotHers):
        keys.hand_over(user=user("bien-tap"), unit=front(), read_aloud=read, actor=actor("giu-khoa"), own=seated())


def test_who_has_not_the_role_gets_no_copy() -> None:
    keeper = make_keeper(user=user("bien-tap"), passphrase=LONG)
    with pytest.raises(keys.NotHers):
        keys.hand_over(
            user=user("bien-tap"), unit=front(), read_aloud=fingerprint(keeper), actor=actor("giu-khoa"), own=seated()
        )


def test_a_removed_custodian_opens_nothing_more_and_the_last_one_stays() -> None:
    sealed = name()
    own = joined()
    keys.remove(user=user("bien-tap"), unit=front(), actor=actor("giu-khoa"))
    with pytest.raises(NoCopy):
        opened(sealed, own)
    assert not actor("bien-tap").may("vault.keep")
    with pytest.raises(keys.LastOne):
        keys.remove(user=user("giu-khoa"), unit=front(), actor=actor("giu-khoa"))


def test_a_new_key_takes_new_names_and_the_old_ones_open_still() -> None:
    old = name("PA-1")
    own = seated()
    key = keys.rotate(unit=front(), actor=actor("giu-khoa"), own=own)
    new = name("PA-2")
    assert new.front_key_id == key.pk != old.front_key_id
    assert (opened(old, own), opened(new, own)) == ("tên", "tên")


def test_all_custodians_hold_the_new_key() -> None:
    second = joined()
    keys.rotate(unit=front(), actor=actor("giu-khoa"), own=seated())
    assert opened(name(), second) == "tên"


def test_resealed_texts_need_the_old_key_no_more_and_it_is_forgotten() -> None:
    texts = [name(f"PA-{n}") for n in range(3)]
    own = seated()
    key = keys.rotate(unit=front(), actor=actor("giu-khoa"), own=own)
    assert keys.to_reseal(front()) == 3
    assert keys.reseal(unit=front(), actor=actor("giu-khoa"), own=own, limit=2) == 2
    assert Custodian.objects.filter(key__retired_at__isnull=False).exists()
    assert keys.reseal(unit=front(), actor=actor("giu-khoa"), own=own) == 1
    assert keys.to_reseal(front()) == 0
    assert set(Custodian.objects.values_list("key_id", flat=True)) == {key.pk}
    assert [opened(text, own) for text in texts] == ["tên"] * 3


def test_one_altered_text_does_not_keep_the_others_under_the_old_key() -> None:
    broken, whole = name("PA-1"), name("PA-2")
    SealedText.objects.filter(pk=broken.pk).update(subject="PA-9")
    own = seated()
    keys.rotate(unit=front(), actor=actor("giu-khoa"), own=own)
    assert keys.reseal(unit=front(), actor=actor("giu-khoa"), own=own) == 1
    assert opened(whole, own) == "tên"


def test_without_anybody_left_no_more_names_are_taken_and_the_old_ones_are_lost() -> None:
    name()
    keys.declare_loss(actor=actor("giu-khoa"))
    assert keys.lost_for_ever(front()) == 1
    with pytest.raises(NoFrontKey):
        name("PA-2")


def test_after_the_loss_of_the_only_custodian_a_new_key_lets_new_names_be_opened() -> None:
    old = name("PA-1")
    keys.declare_loss(actor=actor("giu-khoa"))
    keeper = keys.set_passphrase(actor=actor("giu-khoa"), passphrase=LONG)
    keys.start_over(unit=front(), keeper=keeper, actor=actor("lanh-dao"))
    own = seated("giu-khoa", LONG)
    assert opened(name("PA-2"), own) == "tên"
    with pytest.raises(NoCopy):
        opened(old, own)


def test_a_custodian_who_forgot_gets_her_copies_again_from_another() -> None:
    sealed = name()
    joined()
    keys.declare_loss(actor=actor("bien-tap"))
    keeper = keys.set_passphrase(actor=actor("bien-tap"), passphrase=LONG + " mới")
    keys.hand_over(
        user=user("bien-tap"), unit=front(), read_aloud=fingerprint(keeper), actor=actor("giu-khoa"), own=seated()
    )
    assert opened(sealed, seated("bien-tap", LONG + " mới")) == "tên"


def test_the_head_makes_no_new_key_while_somebody_holds_the_present_one() -> None:
    keeper = make_keeper(user=user("bien-tap"), passphrase=LONG)
    with pytest.raises(keys.StillHeld):
        keys.start_over(unit=front(), keeper=keeper, actor=actor("lanh-dao"))
    with pytest.raises(keys.StillHeld):
        keys.invite(user=user("bien-tap"), unit=front(), actor=actor("lanh-dao"))


def test_a_key_of_a_custodian_whose_role_has_ended_counts_as_held_by_nobody() -> None:
    Assignment.objects.filter(role=Role.CUSTODIAN).update(valid_to="2018-03-12")
    keys.invite(user=user("bien-tap"), unit=front(), actor=actor("lanh-dao"))
    keeper = keys.set_passphrase(actor=actor("bien-tap"), passphrase=LONG)
    keys.start_over(unit=front(), keeper=keeper, actor=actor("lanh-dao"))
    assert FrontKey.objects.filter(retired_at__isnull=True).count() == 1
    assert opened(name(), seated("bien-tap", LONG)) == "tên"


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(TooShort):
        keys.set_passphrase(actor=actor("bien-tap"), passphrase="ngắn quá")
