"""What is missing or doubtful in a draft, as sentences: gathered here, decided in domain/reporting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, override

from vidan.domain.reporting.citations import changed as changed_since
from vidan.domain.reporting.citations import fill, typed_numbers
from vidan.domain.reporting.doubts import (
    Counted,
    Doubt,
    Why,
    doubts_of_count,
    doubts_of_figures,
    doubts_of_places,
    in_order,
)
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import declared
from vidan.reports.content import Brief, Made
from vidan.reports.kinds import ROMAN

SENTENCES: Mapping[Why, Promise] = {
    Why.UNKNOWN: gettext_lazy("%(where)s: không có số liệu tên %(told)s."),
    Why.EMPTY: gettext_lazy("%(where)s: chưa viết."),
    Why.CHANGED: gettext_lazy("%(where)s: số liệu đã đổi sau khi viết (%(told)s); xin đọc lại đoạn này."),
    Why.OPEN_COMMENT: gettext_lazy("%(where)s: còn góp ý chưa xem xong (%(told)s)."),
    Why.EARLY: gettext_lazy("Số liệu chốt đến hết ngày %(told)s, trước khi hết kỳ báo cáo."),
    Why.COUNTED_BEFORE: gettext_lazy(
        "Số liệu được đếm ngày %(told)s; việc ghi vào hệ thống sau đó chưa có trong báo cáo."
    ),
    Why.NO_DATA: gettext_lazy("%(where)s: cả kỳ chưa ghi nhận gì."),
    Why.NO_QUARTER: gettext_lazy("%(where)s: không có số liệu quý %(told)s."),
    Why.NO_PLACE: gettext_lazy("%(where)s: không có ghi nhận nào trong kỳ."),
    Why.TYPED: gettext_lazy("%(where)s: số gõ tay, không theo số liệu (%(told)s)."),
}


@dataclass(frozen=True)
class Written:
    """A text as its writer left it: with what it cited then, and how many comments on it are open."""

    text: str
    cited: Mapping[str, str]
    open_comments: int = 0


def doubts_in(brief: Brief, made: Made, written: Mapping[str, Written]) -> tuple[Doubt, ...]:
    """Everything to look at before the report is signed; `where` is a section's code, a figure or a place."""
    told: list[Doubt] = []
    for part in brief.outline.sections:
        if part.heading:
            continue
        one = written.get(part.code) or Written(part.text, {})
        told += _of_text(part.code, one, made)
    if brief.cut_off < brief.period.until:
        told.append(Doubt(Why.EARLY, "", (f"{brief.cut_off:%d/%m/%Y}",)))
    told += doubts_of_count(brief.counted_on, clock.today())
    quarters = brief.period.quarters(brief.cut_off)
    counted = [
        Counted(
            figure.name,
            (value := made.numbers.value(figure)).count,
            value.total,
            {quarter: made.numbers.of_quarter(figure, quarter).count for quarter in quarters}
            if figure.name in _by_quarter(brief)
            else {},
        )
        for figure in made.shown
    ]
    told += doubts_of_figures(counted)
    told += doubts_of_places({made.covered.names[code]: _records(made, code) for code in made.covered.expected})
    return in_order(told)


def _by_quarter(brief: Brief) -> set[str]:
    return {name for table in brief.outline.tables if table.rows == "quarter" for name in table.figures}


def _records(made: Made, place: str) -> int:
    return sum(abs(n) for n in made.numbers.places.get(place, {}).values())


def _of_text(code: str, one: Written, made: Made) -> list[Doubt]:
    filled = fill(one.text, made.known)
    told = [Doubt(Why.UNKNOWN, code, filled.unknown)] if filled.unknown else []
    if not one.text.strip():
        told.append(Doubt(Why.EMPTY, code))
    if moved := changed_since(one.cited, filled.cited):
        told.append(Doubt(Why.CHANGED, code, tuple(f"{each.was} → {each.now}" for each in moved)))
    if one.open_comments:
        told.append(Doubt(Why.OPEN_COMMENT, code, (str(one.open_comments),)))
    if typed := typed_numbers(one.text):
        told.append(Doubt(Why.TYPED, code, typed))
    return told


def sentences(doubts: Sequence[Doubt], brief: Brief) -> list[tuple[str, str, str]]:
    """Each doubt as a sentence, with its kind and the section it is in, if it is in one."""
    titles = {part.code: part.title for part in brief.outline.sections}
    return [
        (_sentence(doubt, titles), doubt.why.value, doubt.where if doubt.where in titles else "") for doubt in doubts
    ]


def _sentence(doubt: Doubt, titles: Mapping[str, str]) -> str:
    told = (
        ", ".join(ROMAN[int(one) - 1] for one in doubt.told) if doubt.why is Why.NO_QUARTER else "; ".join(doubt.told)
    )
    where = titles.get(doubt.where, doubt.where)
    if doubt.why in (Why.NO_DATA, Why.NO_QUARTER):
        where = str(declared(doubt.where).label)
    return str(SENTENCES[doubt.why]) % {"where": where, "told": told}


def frozen_sentences(doubts: Sequence[Doubt], brief: Brief) -> list[str]:
    """The sentences as they go into the frozen content."""
    with override("vi"):
        return [sentence for sentence, _why, _section in sentences(doubts, brief)]
