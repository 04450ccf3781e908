"""Xác định nơi kế thừa: several bodies succeeded one that had the case; the Front says which of them answers."""

from vidan.cases.facts import Known
from vidan.cases.models import CaseFile, Proposal, Transfer
from vidan.cases.routing import to_pass_on
from vidan.cases.services.index import index_case
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.units.selectors import heirs
from vidan.foundation.vault.services import digest_of_reason, seal_text


class NoHeir(LookupError):
    """The unit is not among those that succeeded the body."""


def name_successor(*, code: str, to: str, reason: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Pass what one ended body had of the case to one of its successors, by its slug; the clocks go on. Raises NoHeir.

    The reason is sealed and the journal keeps its digest.
    """
    with step(code=code, move="name_successor", actor=actor, version=version) as taking:
        case = taking.case
        waiting = to_pass_on(Known(case, actor).transfers)
        assert waiting is not None  # the move needs it
        heir = next((one for one in heirs(clock.today())[waiting.held_by] if one.slug == to), None)
        if heir is None:
            raise NoHeir(to)
        held = frozenset({waiting.held_by})
        Transfer.objects.held_in(held).filter(case=case).update(passed_to=heir)
        Proposal.objects.filter(verification__case=case, to_id__in=held, verdict="").update(to=heir)
        seal_text(kind="reason.succession", text=reason, subject=code)
        taking.reason_kind, taking.reason_digest = "succession", digest_of_reason(reason)
        taking.told |= {"from_body": waiting.recipient.slug, "to_body": heir.slug}
        index_case(case)
        notify_unit(NoticeKind.TRANSFERRED, case, unit=heir)
    return case
