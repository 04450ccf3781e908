"""The published index of an official survey beside the Front's own, each with its interval, and what may be said of them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.surveystats.interval import effective_size, wilson
from vidan.domain.surveystats.rounding import percent
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import OfficialSurvey

WIDTH = 600
"""Of the drawing, in its own units: one per cent is six of them."""

NOT_COMPARABLE = _(
    "Hai cuộc khảo sát có thể hỏi khác câu, khác người, khác thời gian. So sánh này chỉ gợi ý chỗ cần hỏi thêm, không kết luận "
    "cuộc nào đúng."
)


@dataclass(frozen=True)
class Span:
    """A 95 % interval in per cent, as it is shown."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a point in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Side:
    """One of the two: whose, its index, on how many replies, of how many people; the interval where the replies are known.

    `round` is the code of the Front's own round; `weighted` says that its units weigh as their numbers of people do.
    """

    whose: str
    index: Decimal
    n: int | None
    population: int | None
    span: Span | None
    round: str = ""
    weighted: bool = False

    @property
    def drawn(self) -> dict[str, int]:
        """Where the bar ends and the whisker stands in the drawing."""
        told = {"bar": _drawn(self.index)}
        return told | {"low": _drawn(self.span.low), "high": _drawn(self.span.high)} if self.span else told


@dataclass(frozen=True)
class Beside:
    """What stands beside each other, and the sentence about it."""

    official: Side | None
    own: Side | None
    sentence: str | Promise

    @property
    def sides(self) -> list[Side]:
        """Those of the two that are known."""
        return [side for side in (self.official, self.own) if side is not None]


def beside(survey: OfficialSurvey) -> Beside | None:
    """The two indices, or None where neither is known; the Front's own counts once it is published."""
    official, own = official_side(survey), own_side(survey)
    if official is None and own is None:
        return None
    return Beside(official, own, _sentence(official, own))


def official_side(survey: OfficialSurvey) -> Side | None:
    """What was published; a population smaller than the replies is not used."""
    if survey.index is None:
        return None
    n, people = survey.index_n, survey.population
    if n is not None and people is not None and people < n:
        people = None
    span = None
    if n:
        found = wilson(Fraction(survey.index) / 100, effective_size(n, people))
        span = Span(percent(found.low), percent(found.high))
    return Side(survey.ran_by, survey.index, n, people, span)


def own_side(survey: OfficialSurvey) -> Side | None:
    """The Front's own round as it was published: weighted where its units were not asked in proportion, else pooled."""
    round_ = survey.round
    if round_ is None or round_.state != RoundState.PUBLISHED or round_.frozen is None:
        return None
    overall = round_.frozen["result"]["overall"]
    pooled, weighted = overall["pooled"], overall["weighted"]
    told = weighted or pooled
    if told["index"] is None:
        return None
    return Side(
        round_.title,
        Decimal(told["index"]),
        pooled["replies"],
        None if pooled["doubtful"] else pooled["population"],
        Span(Decimal(told["low"]), Decimal(told["high"])),
        round=round_.code,
        weighted=weighted is not None,
    )


def _sentence(official: Side | None, own: Side | None) -> str | Promise:
    if official is None:
        return _("Cơ quan tổ chức chưa công bố chỉ số nên chưa có gì để đặt cạnh kết quả của Mặt trận.")
    if own is None or own.span is None:
        return _("Mặt trận chưa có kết quả khảo sát của mình để đặt cạnh chỉ số được công bố.")
    if official.span is None:
        return _("Không rõ chỉ số được công bố tính trên bao nhiêu phiếu nên không tính được sai số để so.")
    if official.span.overlaps(own.span):
        return _("Hai khoảng tin cậy có phần chung: với số phiếu này chưa thể nói hai kết quả khác nhau.")
    if official.index > own.index:
        return _(
            "Hai khoảng tin cậy không có phần chung: chỉ số được công bố cao hơn kết quả của Mặt trận nhiều hơn mức sai số do "
            "chọn mẫu."
        )
    return _(
        "Hai khoảng tin cậy không có phần chung: chỉ số được công bố thấp hơn kết quả của Mặt trận nhiều hơn mức sai số do "
        "chọn mẫu."
    )


def _drawn(share: Decimal) -> int:
    """How far along the drawing a percentage stands."""
    return round(share * WIDTH / 100)
