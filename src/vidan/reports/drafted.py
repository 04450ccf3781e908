"""What is known of a report when it is shown, or when a move is asked for; what costs a query is asked at most once."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from vidan.domain.moves import Facts
from vidan.domain.reporting.doubts import Doubt
from vidan.foundation.accounts.actors import Actor
from vidan.reports.content import Brief, Made, make
from vidan.reports.doubted import Written, doubts_in
from vidan.reports.models import Report, SectionComment, SectionText
from vidan.reports.moves import TABLE
from vidan.reports.outline import Outline, outline_from, unknown_in


@dataclass
class Known:
    """A report as one actor meets it."""

    report: Report
    actor: Actor

    @cached_property
    def outline(self) -> Outline:
        """The template it was opened with."""
        return outline_from(self.report.outline)

    @cached_property
    def texts(self) -> dict[str, SectionText]:
        """What was written, by section."""
        return {one.section: one for one in self.report.texts.all()}

    @cached_property
    def comments(self) -> list[SectionComment]:
        """What colleagues said, the oldest first."""
        return list(self.report.comments.all())

    @cached_property
    def brief(self) -> Brief:
        """What its content is made of."""
        return brief_of(self.report, self.outline, {code: one.text for code, one in self.texts.items()})

    @cached_property
    def made(self) -> Made:
        """Its content with the numbers of now."""
        return make(self.brief)

    @property
    def content(self) -> dict[str, Any]:
        """Its content: as it was frozen, or with the numbers of now."""
        return self.report.frozen if self.report.frozen is not None else self.made.content

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is missing or doubtful in it now."""
        open_ones = Counter(one.section for one in self.comments if one.done_on is None)
        written = {code: Written(one.text, one.cited, open_ones[code]) for code, one in self.texts.items()}
        return doubts_in(self.brief, self.made, written)

    @property
    def has_correction(self) -> bool:
        """Whether a later edition was begun."""
        return Report.objects.filter(corrects=self.report).exists()

    @property
    def cites_unknown(self) -> bool:
        """Whether a text cites what is not there."""
        return any(unknown_in(one.text) for one in self.texts.values())


def brief_of(report: Report, outline: Outline, texts: Mapping[str, str]) -> Brief:
    """What the content of a report is made of."""
    return Brief(
        front=report.front,
        period=report.period,
        cut_off=report.cut_off,
        below=report.below,
        outline=outline,
        texts=texts,
        code=report.code,
        edition=report.edition,
        corrects=report.corrects.code if report.corrects else "",
    )


MET: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "nothing_unknown": lambda known: not known.cites_unknown,
        "comments_settled": lambda known: all(one.done_on is not None for one in known.comments),
        "not_corrected": lambda known: not known.has_correction,
    }
)
"""The needs of the table, and how each is looked up."""


def facts_of(known: Known, *, only: str = "") -> Facts:
    """What the table is asked with; `only` looks up no more than one move needs."""
    needed = {
        need.name
        for row in TABLE.moves
        if known.report.state in row.sources and only in ("", row.name)
        for need in row.needs
    }
    met = frozenset(name for name in needed if MET[name](known))
    return Facts(known.report.state, known.report.kind, met, permissions_for(known.report, known.actor))


def permissions_for(report: Report, actor: Actor) -> frozenset[str]:
    """What the actor may do with this report: by the roles he holds in the Front that reports."""
    names = {row.permission for row in TABLE.moves}
    return frozenset(name for name in names if report.front_id in actor.units_with(name))
