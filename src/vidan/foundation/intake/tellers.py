"""Who speaks (người gửi): how somebody is named, what somebody says of himself, and sealing it by the way that was chosen."""

import json
from dataclasses import asdict, dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from nacl.public import PrivateKey

from vidan.foundation.units.models import Unit
from vidan.foundation.vault.custody import NoCopy, front_private, open_to_custodian
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import seal_text, seal_to_front


class TellerMode(models.TextChoices):
    """Cách nêu tên của người gửi."""

    NAMED = "named", _("nêu tên")
    CONFIDENTIAL = "confidential", _("giữ kín tên")
    ANONYMOUS = "anonymous", _("không nêu tên")


class TellerType(models.TextChoices):
    PERSON = "person", _("cá nhân")
    ORGANISATION = "organisation", _("tổ chức, doanh nghiệp")


@dataclass(frozen=True)
class Identity:
    """What the teller said of himself; sealed by the mode he chose, absent when anonymous.

    `by_email` holds his consent that the receipt is sent to his e-mail address.
    """

    name: str
    teller_type: str = TellerType.PERSON
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    by_email: bool = False


def seal_identity(
    *, kind: str, subject: str, mode: TellerMode, identity: Identity | None, front: Unit
) -> SealedText | None:
    """Seal what a teller said of himself: under the server's key when named, to the Front's public key in confidence."""
    if identity is None:
        return None
    text = json.dumps(asdict(identity), ensure_ascii=False)
    if mode == TellerMode.CONFIDENTIAL:
        return seal_to_front(kind=kind, text=text, subject=subject, front=front)
    return seal_text(kind=kind, text=text, subject=subject)


def open_in_sitting(sealed: SealedText, own: PrivateKey) -> Identity:
    """What was told in confidence, by the key of a custodian in her sitting; raises custody.NoCopy, seal.Broken."""
    if sealed.front_key is None:
        raise NoCopy
    private = front_private(key=sealed.front_key, own=own)
    return Identity(**json.loads(open_to_custodian(sealed=sealed, private=private)))
