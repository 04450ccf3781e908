"""Công bố thủ tục: a version is made public, ended, or withdrawn; the version before ends on the day before."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.outreach.findable import tell_procedure
from vidan.outreach.models import Procedure
from vidan.outreach.models.procedure import PUBLISH, ProcedureState
from vidan.outreach.services.write_procedure import NotPossible, note


def publish(*, pk: int, actor: Actor) -> Procedure:
    """Make a draft public from its first day; raises Procedure.DoesNotExist, NotPossible.

    The published version that it follows ends on the day before; one of the very same first day was wrong and is withdrawn.
    """
    with transaction.atomic():
        found = _locked(pk, actor, ProcedureState.DRAFT)
        before = list(Procedure.objects.select_for_update().filter(code=found.code).public())
        if any(one.valid_from > found.valid_from for one in before):
            raise NotPossible(
                _("Đã công bố một bản có hiệu lực sau ngày %(day)s. Ngày bắt đầu của bản này phải sau bản ấy.")
                % {"day": f"{found.valid_from:%d/%m/%Y}"}
            )
        for one in before:
            if one.valid_from == found.valid_from:
                one.state = ProcedureState.WITHDRAWN
                one.save(update_fields=["state"])
            elif one.valid_to is None or one.valid_to >= found.valid_from:
                one.valid_to = found.valid_from - timedelta(days=1)
                one.save(update_fields=["valid_to"])
        found.state = ProcedureState.PUBLISHED
        found.save(update_fields=["state"])
        note("procedure.publish", found, actor)
        tell_procedure(found.code)
    return found


def end(*, pk: int, last_day: date, successor: str, actor: Actor) -> Procedure:
    """Let a published procedure end with a day, which still counts, and name what came in its place.

    Raises Procedure.DoesNotExist, NotPossible.
    """
    with transaction.atomic():
        found = _locked(pk, actor, ProcedureState.PUBLISHED)
        if last_day < found.valid_from:
            raise NotPossible(_("Ngày cuối trước ngày đầu."))
        if successor and (successor == found.code or not Procedure.objects.filter(code=successor).exists()):
            raise NotPossible(_("Không có thủ tục nào khác mang mã %(code)s.") % {"code": successor})
        found.valid_to, found.successor = last_day, successor
        found.save(update_fields=["valid_to", "successor"])
        note("procedure.end", found, actor)
        tell_procedure(found.code)
    return found


def withdraw(*, pk: int, actor: Actor) -> Procedure:
    """Take a published version off the public pages; raises Procedure.DoesNotExist."""
    with transaction.atomic():
        found = _locked(pk, actor, ProcedureState.PUBLISHED)
        found.state = ProcedureState.WITHDRAWN
        found.save(update_fields=["state"])
        note("procedure.withdraw", found, actor)
        tell_procedure(found.code)
    return found


def _locked(pk: int, actor: Actor, state: ProcedureState) -> Procedure:
    rows = Procedure.objects.select_for_update().filter(state=state, front_id__in=actor.units_with(PUBLISH))
    return rows.get(pk=pk)
