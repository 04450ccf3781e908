"""Giao hồ sơ: who carries each of some cases from now on; the head gives, an officer takes over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.cases.officers import CARRIES
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify


class NotYours(PermissionError):
    """Only a head gives cases to somebody else."""


class Why(models.TextChoices):
    """Why a case was not given."""

    MISSING = "missing", _("không còn trong danh sách của ông/bà")
    OVERTAKEN = "overtaken", _("vừa được người khác thay đổi")
    ENDED = "ended", _("đã kết thúc")
    SAME = "same", _("người này đang phụ trách rồi")
    UNFIT = "unfit", _("người này không xử lý được hồ sơ này")


@dataclass
class Assigned:
    """The codes that were given, and those that were not with the reason."""

    given: list[str] = field(default_factory=list)
    left: dict[str, Why] = field(default_factory=dict)


def assign(*, chosen: Mapping[str, int], officer: User, actor: Actor) -> Assigned:
    """Give cases, by code with the version that was seen, to one officer; all in one transaction, one journal entry each.

    Raises NotYours. A case that another changed in the meantime is left as it is and told; so is one of a Front in which
    the officer does not carry cases, or of which he may not know.
    """
    permission = "cases.assign" if officer.pk == actor.user_id else "cases.assign_others"
    if not actor.may(permission):
        raise NotYours
    done = Assigned()
    with transaction.atomic():
        mine = CaseFile.objects.visible_to(actor).filter(front_id__in=actor.units_with(permission))
        cases = {case.code: case for case in mine.filter(code__in=chosen)}
        fit = _fit(officer, cases)
        for code, version in sorted(chosen.items()):
            why = _give(cases.get(code), version, officer, fit, actor)
            if why is None:
                done.given.append(code)
            else:
                done.left[code] = why
    return done


def _fit(officer: User, cases: Mapping[str, CaseFile]) -> set[int]:
    """The cases that the officer can carry: of a Front in which he does, and of which he may know."""
    he = actor_of(officer)
    known = CaseFile.objects.visible_to(he).filter(code__in=cases, front_id__in=he.units_with(CARRIES))
    return set(known.values_list("pk", flat=True))


def _give(case: CaseFile | None, version: int, officer: User, fit: set[int], actor: Actor) -> Why | None:
    if case is None:
        return Why.MISSING
    if case.state in TABLE.ends:
        return Why.ENDED
    if case.officer_id == officer.pk:
        return Why.SAME
    if case.pk not in fit:
        return Why.UNFIT
    # The lock: whoever raises the version first goes on, as in services/step.py.
    seen = CaseFile.objects.filter(pk=case.pk, version=version)
    if not seen.update(version=version + 1, officer_id=officer.pk):
        return Why.OVERTAKEN
    record("case.assign", subject=case.code, actor=actor.code, unit_id=case.front_id, facts={"to": officer.code})
    if officer.pk != actor.user_id:
        notify(kind=NoticeKind.ASSIGNED, subject=case.code, user_ids=[officer.pk], by_mail=False)
    return None
