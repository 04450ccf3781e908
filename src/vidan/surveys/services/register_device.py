"""Chuẩn bị máy: a kiosk or a phone gets a secret by which it may send the replies of one round; ending takes that away."""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Device, Stratum, SurveyRound

DEVICE_WAYS = (Way.KIOSK, Way.INTERVIEWER)
SECRET_BYTES = 32

NOT_OPEN = _("Đợt khảo sát này không còn lấy phiếu, hoặc chưa mở.")
NOT_THIS_WAY = _("Đợt khảo sát này không mở cách trả lời đó.")
NO_STRATUM = _("Máy đặt tại chỗ cần một quầy.")


class NotRegistered(ValueError):
    """The device cannot be prepared; `sentence` says why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def register_device(
    *, round_: SurveyRound, way: Way, stratum: Stratum | None, label: str, actor: Actor
) -> tuple[Device, str]:
    """Prepare a device and return it with its secret, of which only a mark is kept here; raises NotRegistered.

    The caller has found the round and the stratum among those of the actor, and that he may prepare this way.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with transaction.atomic():
        kept = SurveyRound.objects.select_for_update(no_key=True).get(pk=round_.pk)
        if kept.state != RoundState.OPEN:
            raise NotRegistered(NOT_OPEN)
        if way not in DEVICE_WAYS or way not in kept.ways or not kept.device_public:
            raise NotRegistered(NOT_THIS_WAY)
        if way == Way.KIOSK and stratum is None:
            raise NotRegistered(NO_STRATUM)
        device = Device.objects.create(
            round=kept,
            stratum=stratum,
            way=way,
            label=label,
            mark=mark_of_secret(secret),
            added_by=actor.code,
            added_on=clock.today(),
        )
        _record("survey.device_add", device, actor)
    return device, secret


def end_device(*, device: Device, actor: Actor) -> None:
    """Thôi dùng máy: what it sends from now on is not taken. Nothing happens to one that is ended already."""
    _set_ended(device, actor, "survey.device_end", is_ended=True)


def resume_device(*, device: Device, actor: Actor) -> None:
    """Dùng lại máy: it was found, or what still waits on it is to be sent."""
    _set_ended(device, actor, "survey.device_resume", is_ended=False)


def mark_of_secret(secret: str) -> str:
    """Under which mark a device's secret is known."""
    return hmac.new(settings.KEYS.draft, f"device\0{secret}".encode(), hashlib.sha256).hexdigest()


def _set_ended(device: Device, actor: Actor, event: str, *, is_ended: bool) -> None:
    with transaction.atomic():
        rows = Device.objects.filter(pk=device.pk, ended_on__isnull=is_ended)
        if rows.update(ended_on=clock.today() if is_ended else None):
            _record(event, device, actor)


def _record(event: str, device: Device, actor: Actor) -> None:
    record(
        event,
        subject=device.round.code,
        actor=actor.code,
        unit_id=device.round.front_id,
        facts={"device": device.pk, "way": str(device.way)},
    )
