"""The published index of an official survey beside the Front's own, each with its interval, and what may be said of them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.surveystats.interval import Estimate, Interval, effective_size, wilson
from vidan.domain.surveystats.rounding import percent
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.own_index import own_measure

WIDTH = 600
"""Of the drawing, in its own units: one per cent is six of them."""

NOT_COMPARABLE = _(
    "Hai cuộc khảo sát có thể hỏi khác câu, khác người, khác thời gian. So sánh này chỉ gợi ý chỗ cần hỏi thêm, không kết luận "
    "cuộc nào đúng."
)


@dataclass(frozen=True)
class Side:
    """One of the two: whose, its index, on how many replies, of how many people; the interval where the replies are known."""

    whose: str
    index: Decimal
    n: int | None
    population: int | None
    interval: Interval | None
    address: str = ""

    @property
    def low(self) -> Decimal | None:
        """The lower end in per cent."""
        return percent(self.interval.low) if self.interval else None

    @property
    def high(self) -> Decimal | None:
        """The upper end in per cent."""
        return percent(self.interval.high) if self.interval else None

    @property
    def drawn(self) -> dict[str, int]:
        """Where the bar ends and the whisker stands in the drawing."""
        per = WIDTH / 100
        told = {"bar": round(float(self.index) * per)}
        if self.interval:
            told |= {"low": round(self.interval.low * WIDTH), "high": round(self.interval.high * WIDTH)}
        return told


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


def beside(survey: OfficialSurvey, *, for_everybody: bool) -> Beside | None:
    """The two indices, or None where neither is known; everybody sees the Front's own only once it is published."""
    official, own = official_side(survey), own_side(survey, for_everybody=for_everybody)
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
    interval = wilson(Fraction(survey.index) / 100, effective_size(n, people)) if n else None
    return Side(survey.ran_by, survey.index, n, people, interval)


def own_side(survey: OfficialSurvey, *, for_everybody: bool) -> Side | None:
    """The Front's own round, pooled over its scale items."""
    round_ = survey.round
    if round_ is None or (for_everybody and round_.state != RoundState.PUBLISHED):
        return None
    measure = own_measure(round_)
    estimate: Estimate | None = measure.estimate
    if estimate is None:
        return None
    people = None if measure.doubtful else measure.population
    return Side(round_.title, percent(estimate.index), measure.replies, people, estimate.interval, address=round_.code)


def _sentence(official: Side | None, own: Side | None) -> str | Promise:
    if official is None:
        return _("Cơ quan tổ chức chưa công bố chỉ số nên chưa có gì để đặt cạnh kết quả của Mặt trận.")
    if own is None:
        return _("Mặt trận chưa có kết quả khảo sát của mình để đặt cạnh chỉ số được công bố.")
    if official.interval is None:
        return _("Không rõ chỉ số được công bố tính trên bao nhiêu phiếu nên không tính được sai số để so.")
    assert own.interval is not None  # an estimate has its interval
    if official.interval.overlaps(own.interval):
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
