"""Sample scorecards: the district's committee scored by the Front, published for the years that are over, and for this one
out for opinions. A year without a single answer that was due stays a draft."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.domain.scoring.rubric import Criterion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.scorecards.counted import Side
from vidan.scorecards.facts import Known
from vidan.scorecards.kinds import Stage, Stand
from vidan.scorecards.models import RubricVersion, Scorecard
from vidan.scorecards.rubrics import supplied_as
from vidan.scorecards.services.consult import consult, opine, record_remark
from vidan.scorecards.services.decide import decide, publish, send, submit
from vidan.scorecards.services.enter import enter
from vidan.scorecards.services.open import open_front_card
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.record_index import WHOLE, record_index
from vidan.scorecards.services.write_rubric import take_over

COMMITTEE, APPRAISER, UNION = "ubnd-a-quan-2", "phong-noi-vu-a-quan-2", "phu-nu-a-an-phu"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OUT = "Trong năm chưa có việc này, hoặc hệ thống chưa có nguồn số liệu (mẫu)."
COMMENTS = {
    2018: (
        "Việc trả lời ý kiến của Nhân dân đã vào nền nếp ở quý cuối năm.\n"
        "Còn trả lời trễ hạn ở một số phường; đề nghị phân công người theo dõi hạn (mẫu)."
    ),
    2019: (
        "Việc phối hợp cung cấp tài liệu khá hơn năm trước.\n"
        "Còn phải đôn đốc nhiều lần; đề nghị người đứng đầu chỉ đạo ngay khi nhận công văn đôn đốc (mẫu)."
    ),
}
INDEX = {2018: ("81,4", "Thông báo số 12/TB-HĐTĐ (mẫu)"), 2019: ("84,9", "Thông báo số 15/TB-HĐTĐ (mẫu)")}


@transaction.atomic
def make_scorecards(*, last: datetime, people: dict[str, Actor]) -> None:
    """Score each year that is over and publish it in the next January; this year's sheet is out for opinions."""
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    with clock.at(_at(date(2018, 3, 20))):
        draft = take_over(
            front=Unit.objects.get(slug=settings.FRONT), supplied=supplied_as("bon-tieu-chi"), actor=officer
        )
        rubric = publish_rubric(pk=draft.pk, version=draft.version, actor=head)
    for year in range(2018, last.year):
        if date(year + 1, 1, 20) <= last.date():
            _whole_year(rubric, year, people)
    began = last - timedelta(days=9)
    if began.month >= 10:
        with clock.at(began):
            card = _scored(rubric, last.year, began.date(), officer)
        with clock.at(last - timedelta(days=4)):
            if Known(card, officer).sheet.total.complete:
                consult(code=card.code, until=last.date() + timedelta(days=6), actor=officer)


def _whole_year(rubric: RubricVersion, year: int, people: dict[str, Actor]) -> None:
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    with clock.at(_at(date(year, 12, 3))):
        card = _scored(rubric, year, date(year, 11, 30), officer)
        if not Known(card, officer).sheet.total.complete:
            return
        consult(code=card.code, until=date(year, 12, 13), actor=officer)
    with clock.at(_at(date(year, 12, 7))):
        _opinions(card, people)
    with clock.at(_at(date(year, 12, 10))):
        record_remark(
            code=card.code,
            item="II.1",
            text="Ủy ban nhân dân quận tiếp thu; các phường trả lời trễ đã được nhắc nhở (mẫu).",
            number=f"{year - 1700}/UBND-NV",
            dated=date(year, 12, 9),
            received_on=date(year, 12, 10),
            scan=None,
            actor=officer,
        )
    with clock.at(_at(date(year, 12, 12))):
        appraiser = Unit.objects.get(slug=APPRAISER)
        submit(code=card.code, comment=COMMENTS.get(year, COMMENTS[2019]), appraiser=appraiser, actor=officer)
    with clock.at(_at(date(year, 12, 14))):
        decide(code=card.code, actor=head)
        send(code=card.code, actor=head)
    points, source = INDEX.get(year, INDEX[2019])
    with clock.at(_at(date(year + 1, 1, 15))):
        index = {WHOLE: (Decimal(points.replace(",", ".")), Decimal(100))}
        record_index(code=card.code, published=index, source=source, published_on=date(year + 1, 1, 14), actor=officer)
        publish(code=card.code, actor=head)


def _opinions(card: Scorecard, people: dict[str, Actor]) -> None:
    union, ward = Unit.objects.get(slug=UNION), Unit.objects.get(slug="mttq-a-an-phu")
    said = (
        ("II.1", union, "phu-nu", Stand.AGREES, ""),
        ("I.2", union, "phu-nu", Stand.HIGHER, "Tài liệu về thủ tục hộ tịch được phát đến từng chi hội (mẫu)."),
        ("III.1", ward, "can-bo-phuong", Stand.LOWER, "Phường còn phải gọi điện nhắc nhiều lần ngoài công văn (mẫu)."),
    )
    for item, unit, local, stand, text in said:
        opine(code=card.code, item=item, unit=unit, stand=stand, text=text, actor=people[local])


def _scored(rubric: RubricVersion, year: int, cut_off: date, officer: Actor) -> Scorecard:
    card = open_front_card(
        rubric=rubric, unit=Unit.objects.get(slug=COMMITTEE), year=year, cut_off=cut_off, actor=officer, is_sample=True
    )
    known = Known(card, officer)
    for leaf in known.rubric.leaves():
        live = known.live.get(leaf.code)
        side = _side(leaf, dict(live.inputs) if live else {}, year)
        enter(code=card.code, item=leaf.code, stage=Stage.SCORED, side=side, actor=officer, version=0)
    return card


def _side(leaf: Criterion, inputs: dict[str, str], year: int) -> Side:
    """The platform's figure where there is one; a level where one is to be chosen; else the item is left out with a reason."""
    if leaf.method is not None and leaf.method.asks == ("level",):
        return Side({"level": "a" if year > 2018 and leaf.code == "I.2" else "b"})
    return Side(inputs) if inputs else Side({}, applies=not leaf.may_not_apply, note=OUT)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), tzinfo=ZONE)
