"""Lập đoàn: who goes with which role and task, when, and the decision that the head signs."""

from datetime import date, time

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission
from vidan.foundation.calendar import clock
from vidan.foundation.papers.services import draft_paper, issue_paper
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day
from vidan.oversight.inspection_facts import Known
from vidan.oversight.inspection_kinds import MemberRole
from vidan.oversight.inspection_moves import LOOK
from vidan.oversight.inspection_papers import decision_of
from vidan.oversight.models import Delegate, Inspection
from vidan.oversight.services.inspection_step import NotNow, step

MOST = 30

OF_THE_UNIT = _("Người của đơn vị được kiểm tra, giám sát không được ở trong đoàn.")
TAKEN = _("Đoàn đã có người giữ vai này. Muốn đổi, xin bỏ người cũ trước.")
TOO_MANY = _("Đoàn đã đủ 30 người.")
NO_SIGN_IN = _(
    "Đơn vị này không có người đăng nhập bằng thư điện tử đó. Người không đăng nhập thì để trống; thư ký ghi giúp."
)
NAMED = _("Người đăng nhập này đã có trong đoàn.")


class NotNamed(NotNow):
    """The sign-in that was given is none that can go along."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence, field="sign_in")


def add_delegate(
    *,
    code: str,
    name: str,
    role: MemberRole,
    unit: Unit,
    task: str = "",
    sign_in: str = "",
    actor: Actor,
    version: int | None = None,
) -> Delegate:
    """Name one more; whoever has a sign-in (its e-mail) fills the checklist himself.

    Raises NotNamed for a sign-in that is none of the unit's, NotNow for somebody of the inspected unit itself or a role that
    is taken, and what step() raises.
    """
    with step(code=code, move="set_delegation", actor=actor, version=version) as taking:
        one = taking.inspection
        if belongs(unit, one.body):
            raise NotNow(OF_THE_UNIT, field="unit")
        if len(taking.known.delegates) >= MOST:
            raise NotNow(TOO_MANY)
        if role != MemberRole.MEMBER and any(other.role == role for other in taking.known.delegates):
            raise NotNow(TAKEN, field="role")
        user = _signing_in(taking.known, sign_in, unit) if sign_in else None
        delegate = Delegate.objects.create(inspection=one, name=name, role=role, unit=unit, task=task, user=user)
        size = len(taking.known.delegates) + 1
        taking.told |= {"role": str(role), "of": unit.slug, "size": size, "person": user.code if user else None}
    return delegate


def _signing_in(known: Known, email: str, unit: Unit) -> User:
    """The sign-in of somebody of the unit, who has no part in the inspected one."""
    user = User.objects.filter(email=email.lower(), is_active=True).first()
    held = (
        list(Assignment.objects.filter(on_day(clock.today()), user=user).select_related("unit__parent")) if user else []
    )
    roles = permission(LOOK).roles
    if user is None or not any(row.unit_id == unit.pk and row.role in roles for row in held):
        raise NotNamed(NO_SIGN_IN)
    if any(belongs(row.unit, known.inspection.body) for row in held):
        raise NotNamed(OF_THE_UNIT)
    if any(other.user_id == user.pk for other in known.delegates):
        raise NotNamed(NAMED)
    return user


def drop_delegate(*, code: str, pk: int, actor: Actor) -> None:
    """Take somebody out again; raises Delegate.DoesNotExist, and what step() raises."""
    with step(code=code, move="set_delegation", actor=actor) as taking:
        delegate = taking.inspection.delegates.get(pk=pk)
        taking.told |= {"role": delegate.role, "dropped": True}
        delegate.delete()


def set_visit(
    *, code: str, visit_on: date, visit_at: time, place: str, actor: Actor, version: int | None = None
) -> Inspection:
    """Set the day of work; a consent to another day counts no more. Raises what step() raises."""
    with step(code=code, move="set_visit", actor=actor, version=version) as taking:
        one = taking.inspection
        if one.visit_on != visit_on:
            one.consent = ""
        one.visit_on, one.visit_at, one.place = visit_on, visit_at, place
        taking.told["visit_on"] = visit_on.isoformat()
    return one


def found(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Ký quyết định lập đoàn: numbered and frozen; raises what step() raises."""
    with step(code=code, move="found", actor=actor, version=version) as taking:
        one = taking.inspection
        structure = decision_of(one, taking.known.delegates)
        paper = draft_paper(
            unit=one.front, kind="inspection_decision", subject=code, structure=structure, actor=actor.code
        )
        one.decision = issue_paper(paper=paper, actor=actor.code)
        taking.told |= {"paper": one.decision.pk, "number": one.decision.label, "size": len(taking.known.delegates)}
    return one


def belongs(unit: Unit, body: Unit) -> bool:
    """Whether a unit is the inspected one or a part of it: its counter, its office."""
    above: Unit | None = unit
    while above is not None:
        if above.pk == body.pk:
            return above.pk == unit.pk or unit.area_id == body.area_id
        above = above.parent
    return False
