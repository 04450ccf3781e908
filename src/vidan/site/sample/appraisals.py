"""Sample self-scores: three wards of the year before, published by rank, and one of this year that is to explain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from vidan.domain.scoring.bands import Band, Bands, Gate
from vidan.foundation.accounts.actors import Actor, Held
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.sheets.write import as_xlsx
from vidan.foundation.units.models import Level, Unit
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage
from vidan.scorecards.models import RubricVersion, Scorecard
from vidan.scorecards.services.appraise import accept_declared, take_up
from vidan.scorecards.services.decide_result import decide_result, publish_result, submit_result
from vidan.scorecards.services.enter import enter
from vidan.scorecards.services.explain_item import answer_question, ask_explanation, explain, question
from vidan.scorecards.services.hand_evidence import add_evidence
from vidan.scorecards.services.open_units import open_unit_cards
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.self_score import send_in
from vidan.scorecards.services.write_rubric import Heading, draft_rubric, replace_items

TITLE = "Bộ tiêu chí cải cách hành chính cấp phường (mẫu)"
DECISION = "Văn bản mẫu, không phải quyết định thật"
BANDS = Bands(
    (Band("Tốt", Decimal(80)), Band("Khá", Decimal(65)), Band("Trung bình", Decimal(50)), Band("Yếu", Decimal(0))),
    gates=(Gate("not_self_scored", "Trung bình"),),
)
ITEMS: tuple[dict[str, Any], ...] = (
    {"code": "1", "title": "Chỉ đạo, điều hành", "maximum": "20"},
    {"code": "1.1", "parent": "1", "title": "Ban hành kế hoạch năm", "maximum": "8", "method": {"kind": "yes_no"}},
    {
        "code": "1.2",
        "parent": "1",
        "title": "Thực hiện các việc trong kế hoạch",
        "maximum": "12",
        "method": {"kind": "proportional", "full": "100", "start": "60"},
        "evidence": "Báo cáo năm, có danh mục việc đã làm",
    },
    {"code": "2", "title": "Giải quyết thủ tục hành chính", "maximum": "50"},
    {
        "code": "2.1",
        "parent": "2",
        "title": "Hồ sơ giải quyết đúng hạn",
        "maximum": "30",
        "method": {"kind": "proportional", "full": "98", "start": "70"},
        "evidence": "Sổ theo dõi của bộ phận một cửa",
    },
    {
        "code": "2.2",
        "parent": "2",
        "title": "Xin lỗi bằng văn bản khi trễ hạn",
        "maximum": "20",
        "method": {
            "kind": "levels",
            "levels": [["a", "Mọi hồ sơ trễ", "20"], ["b", "Một phần", "10"], ["c", "Không", "0"]],
        },
        "may_not_apply": True,
    },
    {"code": "3", "title": "Tinh thần, thái độ phục vụ", "maximum": "30"},
    {
        "code": "3.1",
        "parent": "3",
        "title": "Trả lời phản ánh của nhân dân đúng hạn",
        "maximum": "15",
        "method": {"kind": "proportional", "full": "100", "start": "50"},
    },
    {
        "code": "3.2",
        "parent": "3",
        "title": "Thái độ phục vụ tại quầy",
        "maximum": "15",
        "method": {"kind": "judged"},
        "scorer": "appraiser",
    },
)

NOTES = {
    "1.1": "Kế hoạch đã ban hành trong tháng Một.",
    "1.2": "Theo báo cáo năm.",
    "2.1": "Theo sổ theo dõi của bộ phận một cửa.",
    "2.2": "Thư xin lỗi lưu trong hồ sơ.",
    "3.1": "Theo sổ công văn.",
}
OUT = "Năm này không có hồ sơ nào trễ hạn."


@dataclass(frozen=True)
class Ward:
    """What one ward says of itself, and what the Front finds: works done and records in time of a hundred, manner of fifteen."""

    slug: str
    works: str
    in_time: str
    found: str
    agreed: str
    """Records in time: as the Front found first, and after the explanation."""
    apologies: str
    """The level of 2.2; empty where nothing was late."""
    manner: str


PUBLISHED = (
    Ward("ubnd-a-an-phu", "92", "97", "90", "94", "b", "12"),
    Ward("ubnd-a-thao-dien", "100", "99", "95", "97", "", "13,5"),
    Ward("ubnd-a-binh-an", "80", "93", "84", "84", "c", "9"),
)
WAITING = Ward("ubnd-a-an-phu", "95", "98", "91", "", "a", "12,5")


def make_appraisals(*, last: datetime, officer: Actor, head: Actor) -> None:
    """Carry the sheets through the same services as real ones: those of the year before to the end, one of this year halfway."""
    year = (last - timedelta(days=20)).year - 1
    with transaction.atomic():
        with clock.at(last.replace(year=year, month=11, day=4)):
            rubric = _rubric(year, last.year, officer, head)
        _year_before(rubric, year, last, officer, head)
        _this_year(rubric, last, officer)


def _rubric(first: int, last: int, officer: Actor, head: Actor) -> RubricVersion:
    front = Unit.objects.get(slug=settings.FRONT)
    heading = Heading(TITLE, DECISION, Level.WARD.value, first, last)
    made = draft_rubric(front=front, heading=heading, bands=BANDS, actor=officer)
    replace_items(pk=made.pk, version=made.version, items=ITEMS, actor=officer)
    made.refresh_from_db()
    return publish_rubric(pk=made.pk, version=made.version, actor=head)


def _year_before(rubric: RubricVersion, year: int, last: datetime, officer: Actor, head: Actor) -> None:
    wards = {Unit.objects.get(slug=one.slug): one for one in PUBLISHED}
    december = last.replace(year=year, month=12, day=3, hour=9)
    with clock.at(december):
        cards = open_unit_cards(
            rubric=rubric,
            units=list(wards),
            year=year,
            cut_off=date(year, 11, 30),
            until=date(year, 12, 16),
            actor=officer,
            is_sample=True,
        )
    for number, card in enumerate(cards):
        ward, unit = wards[card.unit], _committee(card.unit)
        with clock.at(december + timedelta(days=6 + number)):
            _declare(card, ward, unit)
        with clock.at(december + timedelta(days=15)):
            _appraise(card, ward, officer, until=date(year, 12, 27))
        with clock.at(december + timedelta(days=20 + number)):
            _explain(card, unit)
        with clock.at(december + timedelta(days=27)):
            _again(card, ward, officer)
        with clock.at(december + timedelta(days=35)):
            submit_result(code=card.code, actor=officer)
        with clock.at(december + timedelta(days=38)):
            decide_result(code=card.code, comment="Đơn vị đã tự chấm đúng hạn và giải trình đủ (mẫu).", actor=head)
        with clock.at(december + timedelta(days=43)):
            publish_result(code=card.code, days=10, actor=head)


def _this_year(rubric: RubricVersion, last: datetime, officer: Actor) -> None:
    unit = Unit.objects.get(slug=WAITING.slug)
    with clock.at(last - timedelta(days=28)):
        (card,) = open_unit_cards(
            rubric=rubric,
            units=[unit],
            year=last.year,
            cut_off=max(date(last.year, 1, 1), (last - timedelta(days=30)).date()),
            until=(last - timedelta(days=12)).date(),
            actor=officer,
            is_sample=True,
        )
    with clock.at(last - timedelta(days=14)):
        _declare(card, WAITING, _committee(unit))
    with clock.at(last - timedelta(days=3)):
        _appraise(card, WAITING, officer, until=(last + timedelta(days=4)).date())


def _committee(unit: Unit) -> Actor:
    """Who acts for a ward's People's Committee; only one ward of the sample has somebody who signs in."""
    return Actor(code=f"mau-{unit.pk}", held=(Held(Role.COMMITTEE_OFFICER, unit.pk),))


def _declare(card: Scorecard, ward: Ward, unit: Actor) -> None:
    said: Mapping[str, Side] = {
        "1.1": Side({"done": "yes"}, note=NOTES["1.1"]),
        "1.2": Side({"part": ward.works, "whole": "100"}, note=NOTES["1.2"]),
        "2.1": Side({"part": ward.in_time, "whole": "100"}, note=NOTES["2.1"]),
        "2.2": Side({"level": ward.apologies}, note=NOTES["2.2"]) if ward.apologies else Side({}, False, OUT),
        "3.1": Side({"part": "9", "whole": "10"}, note=NOTES["3.1"]),
    }
    for item, side in said.items():
        enter(code=card.code, item=item, stage=Stage.DECLARED, side=side, actor=unit, version=0)
    book = as_xlsx("Sổ theo dõi (mẫu)", ("Tháng", "Hồ sơ", "Đúng hạn"), [(month, 8, 8) for month in range(1, 13)])
    add_evidence(code=card.code, item="2.1", upload=SimpleUploadedFile("so-theo-doi.xlsx", book), actor=unit)
    send_in(code=card.code, actor=unit)


def _appraise(card: Scorecard, ward: Ward, officer: Actor, until: date) -> None:
    take_up(code=card.code, actor=officer)
    found = {
        "2.1": Side({"part": ward.found, "whole": "100"}, note=f"Sổ ghi {ward.found} hồ sơ đúng hạn trong một trăm."),
        "3.2": Side(
            {"points": ward.manner.replace(",", ".")}, note="Theo biên bản làm việc tại quầy và phản ánh đã xác minh."
        ),
    }
    for item, side in found.items():
        enter(code=card.code, item=item, stage=Stage.SCORED, side=side, actor=officer, version=0)
    accept_declared(code=card.code, actor=officer)
    question(code=card.code, item="2.1", text="Vì sao số khai cao hơn số trong sổ theo dõi?", actor=officer)
    ask_explanation(code=card.code, until=until, actor=officer)


def _explain(card: Scorecard, unit: Actor) -> None:
    words = "Một số hồ sơ được gia hạn theo quy định, có phiếu gia hạn kèm trong hồ sơ."
    answer_question(code=card.code, item="2.1", text=words, actor=unit)
    explain(code=card.code, actor=unit)


def _again(card: Scorecard, ward: Ward, officer: Actor) -> None:
    if ward.agreed == ward.found:
        return
    note = "Chấp nhận các hồ sơ có phiếu gia hạn."
    side = Side({"part": ward.agreed, "whole": "100"}, note=note)
    enter(code=card.code, item="2.1", stage=Stage.SECOND, side=side, actor=officer, version=0)
