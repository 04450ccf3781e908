"""Lấy ý kiến: the draft goes to member organisations and Fronts below, and to the unit for its remarks."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import register_incoming
from vidan.foundation.units.models import Unit
from vidan.scorecards.facts import asked_units
from vidan.scorecards.kinds import Stand
from vidan.scorecards.models import ItemOpinion, Remark, Scorecard
from vidan.scorecards.services.enter import NoItem
from vidan.scorecards.services.notify import notify_asked, notify_front, notify_unit
from vidan.scorecards.services.step import Step, step


class TooEarly(ValueError):
    """The last day for opinions has passed already."""

    sentence = _("Hạn góp ý phải từ hôm nay trở đi.")


def consult(*, code: str, until: date, actor: Actor, version: int | None = None) -> Scorecard:
    """Open the sheet for opinions and remarks until a day, that day included; raises TooEarly."""
    with step(code=code, move="consult", actor=actor, version=version) as taking:
        if until < clock.today():
            raise TooEarly(until)
        taking.card.heard_until = until
        taking.told["until"] = until.isoformat()
        notify_asked(NoticeKind.CARD_ASKED, taking.card)
        notify_unit(NoticeKind.CARD_REMARK, taking.card)
    return taking.card


def opine(*, code: str, item: str, unit: Unit, stand: Stand, text: str, actor: Actor) -> ItemOpinion:
    """Give one's unit's opinion on an item; given again, the newer one counts. Raises NoItem, Scorecard.DoesNotExist."""
    with step(code=code, move="opine", actor=actor) as taking:
        if unit.pk not in {one.pk for one in asked_units(taking.card, actor)}:
            raise Scorecard.DoesNotExist(code)
        _must_have(taking, item)
        said = {"stand": stand, "text": text.strip(), "said_by": actor.code, "said_at": clock.now()}
        opinion, _made = ItemOpinion.objects.update_or_create(card=taking.card, item=item, unit=unit, defaults=said)
        taking.told |= {"item": item, "stand": stand.value, "by": unit.slug}
    return opinion


def remark(*, code: str, item: str, text: str, actor: Actor) -> Remark:
    """The unit remarks on an item, or on the whole (no item), signed in."""
    with step(code=code, move="remark", actor=actor) as taking:
        made = _remark(taking, item, text)
        notify_front(NoticeKind.CARD_SAID, taking.card, permission="scorecards.draft")
    return made


def record_remark(
    *,
    code: str,
    item: str,
    text: str,
    number: str,
    dated: date,
    received_on: date,
    scan: StoredFile | None,
    actor: Actor,
) -> Remark:
    """Ghi nhận hộ: the officer enters what the unit remarked on paper, which gets its number among the incoming papers."""
    with step(code=code, move="record_remark", actor=actor) as taking:
        made = _remark(taking, item, text)
        made.paper = register_incoming(
            unit=taking.card.front,
            sender=taking.card.unit.name,
            number=number,
            dated=dated,
            received_on=received_on,
            subject=code,
            actor=actor.code,
            scan=scan,
        )
        made.save()
        taking.told["on_paper"] = True
    return made


def _remark(taking: Step, item: str, text: str) -> Remark:
    if item:
        _must_have(taking, item)
    taking.told["item"] = item
    return Remark.objects.create(
        card=taking.card, item=item, text=text.strip(), said_by=taking.actor.code, said_at=clock.now()
    )


def _must_have(taking: Step, item: str) -> None:
    if item not in {leaf.code for leaf in taking.known.rubric.leaves()}:
        raise NoItem(item)
