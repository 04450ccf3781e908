"""Công bố kết quả khảo sát: the result is frozen with its digest, and everybody may read it from now on."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.journal.record import record
from vidan.foundation.search.published import show
from vidan.foundation.units.models import Unit
from vidan.surveys.findable import entry_of
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SealedReply, SurveyRound, TakenMark
from vidan.surveys.results.numbers import Told
from vidan.surveys.results.snapshot import digest_of, snapshot

NO_FACTOR = "other"
"""The mark of answers to a scale that is about none of the factors."""

MOST = 30_000
"""What one fact can count at most; more are several facts."""


class NotReady(ValueError):
    """The result cannot be published yet; `sentence` says why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__()
        self.sentence = sentence


NOT_CLOSED = _("Đợt này chưa thôi lấy phiếu, hoặc kết quả đã được công bố.")
WAITING = _("Còn phiếu đang chờ chuyển vào kết quả; xin chờ ít phút rồi làm lại.")
TOO_FEW = _("Còn quá ít phiếu để nêu kết quả mà không lộ ai.")
OVERTAKEN = _("Đợt khảo sát vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


def publish_result(*, code: str, version: int, actor: Actor) -> SurveyRound:
    """Freeze and publish; raises SurveyRound.DoesNotExist where the actor may not, NotReady.

    What was written in words and not read by then is never shown. The marks that kept a reply from being taken twice go, and
    the key that opens what devices sealed.
    """
    with transaction.atomic():
        own = SurveyRound.objects.filter(code=code, front_id__in=actor.units_with("surveys.publish_result"))
        # The whole row is locked, also against a reply that is just being taken: what is read from here on, nobody changes.
        locked = own.select_for_update(of=("self",)).select_related("front", "questionnaire")
        if (round_ := locked.first()) is None:
            raise SurveyRound.DoesNotExist(code)
        if round_.version != version:
            raise NotReady(OVERTAKEN)
        if round_.state != RoundState.CLOSED:
            raise NotReady(NOT_CLOSED)
        if SealedReply.objects.filter(round=round_).exists():
            raise NotReady(WAITING)
        frozen = snapshot(round_)
        if frozen["result"]["replies"] < frozen["rule"]["least_replies"]:
            raise NotReady(TOO_FEW)
        round_.frozen, round_.digest = frozen, digest_of(frozen)
        round_.state = RoundState.PUBLISHED
        round_.published_on, round_.published_by = clock.today(), actor.code
        round_.version, round_.device_key = version + 1, None
        round_.save()
        TakenMark.objects.filter(round=round_).delete()
        show(entry_of(round_, round_.published_on))
        Fact.objects.bulk_create(_facts(round_, round_.published_on))
        record(
            "survey.publish",
            subject=round_.code,
            actor=actor.code,
            unit_id=round_.front_id,
            facts={"digest": round_.digest, "replies": frozen["result"]["replies"]},
        )
    return round_


def _facts(round_: SurveyRound, day: date) -> Iterator[Fact]:
    """The answers to scales and the satisfied ones among them, by factor and by unit where units are told apart."""
    assert round_.frozen is not None
    result, factors = round_.frozen["result"], {one["code"]: one["factor"] for one in round_.frozen["result"]["items"]}
    units = dict(Unit.objects.filter(slug__in=[u["code"] for u in result["units"]]).values_list("slug", "pk"))
    told: dict[tuple[int | None, str, str], int] = {}
    for item in result["items"]:
        if not item.get("measure"):
            continue
        left = {"surveys.answers": item["measure"]["answers"], "surveys.satisfied": item["measure"]["satisfied"]}
        for unit in result["units"]:
            pk, own = units.get(unit["code"]), unit["items"].get(item["code"])
            if pk and own:
                _count(told, left, pk, factors[item["code"]], own)
        for name, count in left.items():
            place = (None, name, factors[item["code"]])
            told[place] = told.get(place, 0) + count
    for (unit_id, name, mark), count in told.items():
        for amount in _pieces(count):
            yield Fact(
                name=name,
                on=day,
                front_id=round_.front_id,
                unit_id=unit_id,
                mark=mark or NO_FACTOR,
                amount=amount,
            )


def _count(told: dict[tuple[int | None, str, str], int], left: dict[str, int], pk: int, mark: str, own: Told) -> None:
    for name, count in (("surveys.answers", own["answers"]), ("surveys.satisfied", own["satisfied"])):
        told[pk, name, mark] = told.get((pk, name, mark), 0) + count
        left[name] -= count


def _pieces(count: int) -> Iterator[int]:
    while count > 0:
        yield min(count, MOST)
        count -= MOST
