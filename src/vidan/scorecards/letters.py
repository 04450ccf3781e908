"""The letter that takes a decided sheet to the appraising body; its wording stands in data/papers/wording."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import override

from vidan.domain.scoring.written import rubric_from
from vidan.foundation.papers.heads import SIGNER, heading_of
from vidan.foundation.papers.structure import Structure
from vidan.foundation.papers.wording import worded
from vidan.scorecards.models import Scorecard

EQUAL = "Chương trình phối hợp chưa ấn định trọng số; các tiêu chí được tính bằng nhau."


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def letter_of(card: Scorecard) -> Structure:
    """Công văn gửi kết quả chấm điểm; it tells the points of every field as they were frozen."""
    assert card.frozen is not None  # it is written when the sheet is decided
    assert card.appraiser is not None
    frozen, told = card.frozen, card.frozen["result"]
    rubric = rubric_from({"name": "", **frozen["rubric"]["written"]})
    fields = [
        f"{top.code}. {top.title}: {_shown(told['sums'][top.code]['points'])} trên "
        f"{_shown(told['sums'][top.code]['maximum'])} điểm"
        for top in rubric.fields
    ]
    slots = {
        "front": card.front.name,
        "year": str(card.year),
        "unit": card.unit.name,
        "rubric": f"{frozen['rubric']['title']} ({frozen['rubric']['decision']})",
        "cut_off": f"{card.cut_off:%d/%m/%Y}",
        "points": _shown(told["total"]["points"]),
        "maximum": _shown(told["total"]["maximum"]),
        "percent": _shown(told["total"]["percent"] or "0"),
        "fields": "; ".join(fields),
        "weights": "" if frozen["rubric"]["weighed"] else EQUAL,
        "opinions": str(len(frozen["opinions"])),
        "remarks": str(len(frozen["remarks"])),
        "comment": card.comment.rstrip(),
        "recipient": card.appraiser.name,
        "code": card.code,
        "digest": card.digest[:16],
    }
    return Structure(
        heading=heading_of(card.front),
        symbol="MTTQ-BTT",
        kind_name="",
        summary=f"kết quả chấm điểm chỉ số cải cách hành chính năm {card.year} của {card.unit.short_name}",
        addressees=(card.appraiser.name,),
        blocks=worded("scorecard", slots, unit=card.front),
        signer=SIGNER,
        copies_to=("Như trên", card.unit.name, "Lưu: VT, hồ sơ"),
    )


def _shown(number: str) -> str:
    return number_format(Decimal(number))
