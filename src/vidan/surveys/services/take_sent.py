"""Nhận phiếu từ máy: what a device sends is taken once each, in one transaction, with no trace of who sent it when."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import ContactCount, Device, Stratum, SurveyRound
from vidan.surveys.sent import Batch, SentContact
from vidan.surveys.services.accept import accept_sealed, take_once

LATE_DAYS = 7
"""For so many days after a round was closed devices may still send what was answered before; not once it is published."""


class NoDevice(LookupError):
    """No device has this secret."""


class DeviceEnded(RuntimeError):
    """The device was ended: nothing it sends is taken, for it may be in other hands. What it holds it keeps."""


class RoundOver(RuntimeError):
    """The round takes nothing more."""


def take_sent(*, device: Device, batch: Batch) -> list[str]:
    """Take what a device sends and return the tokens that are taken, now or before: it may forget these.

    A contact of a stratum that is not the device's counts as taken and is not counted. Raises DeviceEnded and RoundOver, and
    then nothing was taken.
    """
    today = clock.today()
    with transaction.atomic():
        round_ = device.round
        for reply in batch.replies:
            accept_sealed(
                round_=round_,
                body=reply.body,
                token=reply.token,
                way=Way(device.way),
                stratum=device.stratum_id,
            )
        _count(device, [one for one in batch.contacts if take_once(round_, f"contact {one.token}")])
        Device.objects.filter(Q(last_sent_on=None) | ~Q(last_sent_on=today), pk=device.pk).update(last_sent_on=today)
        # Looked at last: the rows above hold on to the round, so nobody publishes or ends between this look and the end.
        now = Device.objects.select_related("round").get(pk=device.pk)
        if now.ended_on:
            raise DeviceEnded
        if not takes_from_devices(now.round, today):
            raise RoundOver
    return [*(one.token for one in batch.replies), *(one.token for one in batch.contacts)]


def takes_from_devices(round_: SurveyRound, today: date) -> bool:
    """Whether what devices send is still taken."""
    if round_.state == RoundState.OPEN:
        return True
    closed = clock.local(round_.closed_at).date() if round_.closed_at else round_.last_day
    return round_.state == RoundState.CLOSED and today <= closed + timedelta(days=LATE_DAYS)


def _count(device: Device, contacts: list[SentContact]) -> None:
    """Add people asked in vain to the counts of their day, and tell the journal how many."""
    strata = {one.pk: one for one in Stratum.objects.filter(round=device.round).select_related("counter")}
    if device.stratum_id:
        strata = {device.stratum_id: strata[device.stratum_id]}
    places: dict[tuple[int, date, str], int] = {}
    for one in contacts:
        day = min(max(one.on, device.round.first_day), device.round.last_day)
        if one.stratum in strata:
            places[one.stratum, day, one.outcome] = places.get((one.stratum, day, one.outcome), 0) + 1
    for (stratum, day, outcome), count in sorted(places.items()):
        told: dict[str, Any] = {"stratum_id": stratum, "on": day, "way": device.way, "outcome": outcome}
        ContactCount.objects.get_or_create(**told)
        ContactCount.objects.filter(**told).update(count=F("count") + count)
        record(
            "survey.contacts",
            subject=device.round.code,
            actor=device.added_by,
            unit_id=device.round.front_id,
            facts={
                "counter": strata[stratum].counter.code,
                "day": day.isoformat(),
                "outcome": str(outcome),
                "count": count,
            },
        )
