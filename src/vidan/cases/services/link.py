"""Nối: two cases of one Front that have to do with each other; the list of them stands under the conflict guard."""

from django.db.models import Exists, OuterRef, Q, QuerySet
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


def has_related() -> Q:
    """Whether a row of cases has anything for related_to(), so that a page asks for it only then."""
    tied = CaseLink.objects.filter(Q(case=OuterRef("pk")) | Q(other=OuterRef("pk")))
    told_too = CaseFile.objects.filter(official_id=OuterRef("official_id")).exclude(pk=OuterRef("pk"))
    return Q(Exists(tied)) | Q(Exists(told_too))


def related_to(case: CaseFile, actor: Actor) -> QuerySet[CaseFile]:
    """The cases linked with one, and the other reports on the same official, as far as the actor may know of them."""
    ours = Q(linked__case=case.pk) | Q(links__other=case.pk)
    if case.official_id is not None:
        ours |= Q(official_id=case.official_id)
    keys = CaseFile.objects.filter(ours).exclude(pk=case.pk).values("pk")
    return CaseFile.objects.visible_to(actor).filter(pk__in=keys).order_by("-pk")
