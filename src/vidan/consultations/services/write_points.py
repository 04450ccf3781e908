"""Tổng hợp: opinions become numbered points, many to one; numbers have no gap until the document is sent."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import OpinionState
from vidan.consultations.models import Opinion, Point
from vidan.consultations.services.step import NotNow, Step, step
from vidan.foundation.accounts.actors import Actor

MOST = 300
"""Points of one document; more nobody answers one by one."""

BEYOND = 10_000
"""Numbers on the way to their new place stand above every real one, so that no two points ever have the same."""

GONE = _("Điểm này không còn nữa; có thể người khác vừa gộp hoặc bỏ.")
CHANGED = _("Người khác vừa sửa điểm này. Chưa có gì bị ghi đè; xin xem lời hiện nay rồi sửa tiếp.")
TOO_MANY = _("Một văn bản có tối đa %(most)d điểm. Xin gộp các điểm gần nhau.")
NONE_CHOSEN = _("Chưa chọn ý kiến nào.")
ITSELF = _("Chọn một điểm khác để gộp vào.")


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a point says: the remark, what is asked for, what it is about, and the piece of the draft (none: the whole)."""

    text: str
    proposal: str = ""
    topic: str = ""
    key: str = ""


def add_point(*, code: str, words: Words, opinions: Iterable[int] = (), actor: Actor) -> Point:
    """Make a new last point, with the opinions that go into it; raises NotNow beyond MOST, and what step() raises."""
    with step(code=code, move="write_points", actor=actor) as taking:
        number = taking.draft.points.count() + 1
        if number > MOST:
            raise NotNow(TOO_MANY % {"most": MOST})
        point = Point.objects.create(draft=taking.draft, number=number, **asdict(words))
        taking.told |= {"did": "add", "point": number, "opinions": _put(point, opinions)}
    return point


def change_point(*, code: str, pk: int, words: Words, revision: int, actor: Actor) -> Point:
    """Put other words in the place of those that the person was looking at; raises NotNow, and what step() raises."""
    with step(code=code, move="write_points", actor=actor) as taking:
        point = _point(taking, pk)
        changed = {**asdict(words), "revision": F("revision") + 1}
        if not Point.objects.filter(pk=pk, revision=revision).update(**changed):
            raise NotNow(CHANGED)
        taking.told |= {"did": "change", "point": point.number}
    return point


def gather_into(*, code: str, pk: int, opinions: Iterable[int], actor: Actor) -> int:
    """Put opinions, and those that go with one of them (ý kiến trùng), into a point; returns how many. Raises as add_point()."""
    with step(code=code, move="write_points", actor=actor) as taking:
        point = _point(taking, pk)
        gathered = _put(point, opinions)
        if not gathered:
            raise NotNow(NONE_CHOSEN)
        taking.told |= {"did": "gather", "point": point.number, "opinions": gathered}
    return gathered


def take_out(*, code: str, pk: int, opinions: Iterable[int], actor: Actor) -> int:
    """Take opinions out of a point again; returns how many. Raises NotNow when none is in it, and what step() raises."""
    with step(code=code, move="write_points", actor=actor) as taking:
        point = _point(taking, pk)
        taken = point.opinions.filter(pk__in=list(opinions)).update(point=None)
        if not taken:
            raise NotNow(NONE_CHOSEN)
        _recount(point)
        taking.told |= {"did": "take_out", "point": point.number, "opinions": taken}
    return taken


def place_point(*, code: str, pk: int, number: int, actor: Actor) -> None:
    """Give a point another number, the last one at most; those between move up or down. Raises as take_out()."""
    with step(code=code, move="write_points", actor=actor) as taking:
        point = _point(taking, pk)
        order = _order(taking)
        order.remove(pk)
        order.insert(max(0, number - 1), pk)
        _renumber(taking, order)
        taking.told |= {"did": "place", "point": point.number, "to": order.index(pk) + 1}


def join_points(*, code: str, pk: int, into: int, actor: Actor) -> Point:
    """Gộp: the words and opinions of one point go to the end of another, and its number is closed. Raises as take_out()."""
    with step(code=code, move="write_points", actor=actor) as taking:
        gone, kept = _point(taking, pk), _point(taking, into)
        if gone == kept:
            raise NotNow(ITSELF)
        gone.opinions.update(point=kept)
        kept.text = _joined(kept.text, gone.text)
        kept.proposal = _joined(kept.proposal, gone.proposal)
        kept.revision += 1
        kept.save()
        _recount(kept)
        taking.told |= {"did": "join", "point": gone.number, "into": kept.number}
        _drop(taking, gone)
    return kept


def remove_point(*, code: str, pk: int, actor: Actor) -> None:
    """Drop a point; its opinions are in no point again. Raises as take_out()."""
    with step(code=code, move="write_points", actor=actor) as taking:
        point = _point(taking, pk)
        freed = point.opinions.update(point=None)
        taking.told |= {"did": "remove", "point": point.number, "opinions": freed}
        _drop(taking, point)


def _point(taking: Step, pk: int) -> Point:
    found: Point | None = taking.draft.points.filter(pk=pk).first()
    if found is None:
        raise NotNow(GONE)
    return found


def _put(point: Point, opinions: Iterable[int]) -> int:
    """Bind opinions of the draft that were looked at already and are in no point, with those that go with them."""
    chosen = list(opinions)
    rows = Opinion.objects.filter(draft=point.draft_id, point__isnull=True).exclude(state=OpinionState.WAITING)
    put = rows.filter(Q(pk__in=chosen) | Q(like_id__in=chosen)).update(point=point)
    _recount(point)
    return put


def _recount(point: Point) -> None:
    Point.objects.filter(pk=point.pk).update(opinion_count=point.opinions.count())


def _joined(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def _drop(taking: Step, point: Point) -> None:
    point.delete()
    _renumber(taking, _order(taking))


def _order(taking: Step) -> list[int]:
    return list(taking.draft.points.order_by("number").values_list("pk", flat=True))


def _renumber(taking: Step, order: list[int]) -> None:
    taking.draft.points.update(number=F("number") + BEYOND)
    for number, pk in enumerate(order, start=1):
        Point.objects.filter(pk=pk).update(number=number)
