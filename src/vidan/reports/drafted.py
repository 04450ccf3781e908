"""What is known of a report when it is shown, or when a move is asked for; what costs a query is asked at most once."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from vidan.domain.moves import Facts
from vidan.domain.reporting.doubts import Doubt
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.jobs.models import Progress
from vidan.foundation.jobs.progress import running
from vidan.reports.content import Brief, Made, make, make_without_numbers
from vidan.reports.doubted import Written, doubts_in
from vidan.reports.models import CountedNumbers, Report, SectionComment, SectionText
from vidan.reports.moves import TABLE
from vidan.reports.numbers import Numbers
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
    def counted(self) -> CountedNumbers | None:
        """What was counted beforehand up to its cut-off day; only of a report that covers the Fronts below."""
        if not self.report.below:
            return None
        return CountedNumbers.objects.filter(report=self.report, cut_off=self.report.cut_off).first()

    @cached_property
    def counting(self) -> Progress | None:
        """How far the worker has come that counts its numbers just now."""
        return running(work_name(self.report.code, self.report.cut_off)) if self.report.below else None

    @property
    def lacks_numbers(self) -> bool:
        """Whether its numbers are to be counted beforehand, and are not yet."""
        return self.report.below and self.report.frozen is None and self.counted is None

    @cached_property
    def brief(self) -> Brief:
        """What its content is made of."""
        return self._brief({code: one.text for code, one in self.texts.items()})

    @cached_property
    def made(self) -> Made:
        """Its content, with its numbers if they are there."""
        return self._make(self.brief)

    def made_with(self, texts: Mapping[str, str]) -> Made:
        """The same with other texts than it has."""
        return self._make(self._brief(texts))

    def _make(self, brief: Brief) -> Made:
        return make_without_numbers(brief) if self.lacks_numbers else make(brief)

    def _brief(self, texts: Mapping[str, str]) -> Brief:
        report, counted = self.report, self.counted
        return Brief(
            front=report.front,
            period=report.period,
            cut_off=report.cut_off,
            below=report.below,
            outline=self.outline,
            texts=texts,
            code=report.code,
            edition=report.edition,
            corrects=report.corrects.code if report.corrects else "",
            numbers=Numbers.from_plain(counted.numbers) if counted else None,
            counted_on=timezone.localdate(counted.counted_at) if counted else None,
        )

    @property
    def content(self) -> dict[str, Any]:
        """Its content: as it was frozen, or as it is made now."""
        return self.report.frozen if self.report.frozen is not None else self.made.content

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is missing or doubtful in it now; nothing can be said before its numbers are counted."""
        if self.lacks_numbers:
            return ()
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


def work_name(code: str, cut_off: date) -> str:
    """Under which name the progress of counting the numbers of a report is told."""
    return f"count {code} {cut_off}"


MET: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "nothing_unknown": lambda known: not known.cites_unknown,
        "comments_settled": lambda known: all(one.done_on is not None for one in known.comments),
        "numbers_counted": lambda known: not known.lacks_numbers and known.counting is None,
        "covers_below": lambda known: known.report.below,
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
