"""Sửa mẫu báo cáo: a Front changes its template; each change is a new version, used for reports opened from then on."""

import hashlib
import json
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.domain.reporting.periods import Kind
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.reports.models import OutlineVersion
from vidan.reports.outline import NotATemplate, faults, outline_from
from vidan.reports.outlines import newest


class OutlineOvertaken(Exception):
    """Somebody else changed the template in the meantime; nothing was changed here."""

    sentence = _("Mẫu vừa được người khác sửa. Chưa có gì bị ghi đè; xin xem lại rồi sửa tiếp.")


def change_outline(*, front: Unit, kind: Kind, written: dict[str, Any], number: int, actor: Actor) -> OutlineVersion:
    """Keep a new version after version `number` (0: the original); raises NotATemplate, OutlineOvertaken."""
    if wrong := list(faults(outline_from(written))):
        raise NotATemplate("; ".join(wrong))
    with transaction.atomic():
        Unit.objects.select_for_update().only("pk").get(pk=front.pk)  # no number twice
        last = newest(front, kind)
        if (last.number if last else 0) != number:
            raise OutlineOvertaken
        version = OutlineVersion.objects.create(
            front=front,
            kind=kind.value,
            number=number + 1,
            written=written,
            made_by=actor.code,
            made_at=clock.now(),
        )
        digest = hashlib.sha256(json.dumps(written, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        record(
            "report.outline",
            subject=f"outline-{kind.value}",
            actor=actor.code,
            unit_id=front.pk,
            facts={"version": version.number, "digest": digest},
        )
    return version
