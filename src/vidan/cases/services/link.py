"""Nối: two cases of one Front that have to do with each other; the list of them stands under the conflict guard."""

from django.db.models import Case, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _

from vidan.cases.models import CaseFile, CaseLink
from vidan.cases.models.routing import LinkKind
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock


class NotFound(LookupError):
    """No case of that code which the actor may know of, in the same Front and fit for it."""

    sentence = _("Không có hồ sơ mã này do Mặt trận này giữ, hoặc hồ sơ đó không dùng được ở đây. Xin xem lại mã.")


def link(*, code: str, other: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Link a case to another one of the same Front; raises NotFound."""
    with step(code=code, move="link", actor=actor, version=version) as taking:
        found = other_case(taking.case, other, actor)
        if linked(taking.case, found):
            raise NotFound(other)
        tie(taking.case, found, LinkKind.SAME, actor)
        taking.told["other"] = found.code
    return taking.case


def tie(case: CaseFile, other: CaseFile, kind: LinkKind, actor: Actor) -> None:
    """Write one link; a looser one between the two gives way to it."""
    CaseLink.objects.filter(Q(case=case, other=other) | Q(case=other, other=case), kind=LinkKind.SAME).delete()
    CaseLink.objects.create(case=case, other=other, kind=kind, made_on=clock.today(), made_by=actor.code)


def linked(one: CaseFile, other: CaseFile) -> bool:
    """Whether the two are linked already."""
    return CaseLink.objects.filter(Q(case=one, other=other) | Q(case=other, other=one)).exists()


def other_case(case: CaseFile, code: str, actor: Actor) -> CaseFile:
    """Another case of the same Front that the actor may know of; a missing one and a hidden one answer alike."""
    found = CaseFile.objects.visible_to(actor).filter(code=code, front_id=case.front_id).exclude(pk=case.pk).first()
    if found is None:
        raise NotFound(code)
    return found


def with_related(seen: QuerySet[CaseFile], code: str) -> QuerySet[CaseFile]:
    """Of the cases an actor may know of: the one of that code first, then those linked with it, the newest before.

    The other reports on the same official count as linked. One query for both, for a page has few to spend.
    """
    itself = CaseFile.objects.filter(code=code)
    ours = Q(linked__case__code=code) | Q(links__other__code=code) | Q(official_id__in=itself.values("official_id"))
    kin = CaseFile.objects.filter(Q(code=code) | ours).values("pk")
    first = Case(When(code=code, then=0), default=1)
    return seen.filter(pk__in=kin).order_by(first, "-pk")
