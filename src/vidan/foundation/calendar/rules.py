"""The rules of terms (data/rules): each with its validity and its source, law and programme told apart."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from vidan.domain.workdays import Term, Unit

LAW, PROGRAMME = "law", "programme"


@dataclass(frozen=True)
class Rule:
    """One rule as it holds between two dates. `length` None: the source gives no number, so nothing can be counted.

    `variants` are other lengths of the same rule (complex, remote ...). `kind` programme is a term that two bodies agreed
    on, never law. `certainty`: V read, P excerpt, M memory, I inferred.
    """

    id: str
    title: str
    trigger: str
    length: int | None
    unit: Unit
    before: bool
    variants: dict[str, int]
    valid_from: date
    valid_to: date | None
    basis: str
    certainty: str
    kind: str

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def term(self, variant: str = "") -> Term:
        """The term to count; raises NoNumber, UnknownVariant."""
        if variant and variant not in self.variants:
            raise UnknownVariant(self, variant)
        length = self.variants[variant] if variant else self.length
        if length is None:
            raise NoNumber(self)
        return Term(length, self.unit, self.before)


class NotCounted(LookupError):
    """A rule cannot be counted; the message says why, in the reader's language."""


class UnknownRule(NotCounted):
    def __init__(self, name: str) -> None:
        super().__init__(_("Không có quy định nào mang mã %(name)s.") % {"name": name})


class UnknownVariant(NotCounted):
    def __init__(self, rule: Rule, variant: str) -> None:
        told = _("Quy định %(rule)s không có trường hợp “%(variant)s”; có: %(known)s.")
        super().__init__(told % {"rule": rule.id, "variant": variant, "known": ", ".join(rule.variants) or "–"})


class NoNumber(NotCounted):
    def __init__(self, rule: Rule) -> None:
        told = _("Quy định %(rule)s (%(basis)s) không nêu số ngày nên không tính được hạn.")
        super().__init__(told % {"rule": rule.id, "basis": rule.basis})


class NotInForce(NotCounted):
    """The rule is not in force on the day; `was` is the row that was before it, if known."""

    def __init__(self, name: str, day: date, was: Rule | None) -> None:
        told = _("Quy định %(rule)s không có hiệu lực vào ngày %(day)s.")
        if was is not None:
            until = f"{was.valid_to:%d/%m/%Y}" if was.valid_to else "…"
            told += " " + _("Quy định gần nhất: %(title)s, từ %(since)s đến %(until)s, theo %(basis)s.")
        super().__init__(
            told
            % {
                "rule": name,
                "day": f"{day:%d/%m/%Y}",
                "title": was.title if was else "",
                "since": f"{was.valid_from:%d/%m/%Y}" if was else "",
                "until": until if was else "",
                "basis": was.basis if was else "",
            }
        )
        self.was = was


def rule(name: str, on: date) -> Rule:
    """The row of a rule that is in force on a day; raises UnknownRule, NotInForce."""
    rows = [row for row in all_rules() if row.id == name]
    if not rows:
        raise UnknownRule(name)
    for row in rows:
        if row.holds_on(on):
            return row
    before = [row for row in rows if row.valid_from <= on]
    raise NotInForce(name, on, before[-1] if before else None)


def all_rules() -> tuple[Rule, ...]:
    """Every row of every rule, by id and date."""
    return _read(settings.DATA_FOLDER / "rules")


@cache
def _read(folder: Path) -> tuple[Rule, ...]:
    rows: list[Rule] = []
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            rows += [_row(told) for told in tomllib.load(file)["rule"]]
    rows.sort(key=lambda row: (row.id, row.valid_from))
    for one, after in pairwise(rows):
        if one.id == after.id and (one.valid_to is None or one.valid_to >= after.valid_from):
            raise ValueError(f"two rows of rule {one.id} hold on one day")
    return tuple(rows)


def _row(told: dict[str, Any]) -> Rule:
    return Rule(
        id=told["id"],
        title=told["title"],
        trigger=told["trigger"],
        length=told.get("length"),
        unit=Unit(told.get("unit", Unit.DAY)),
        before=told.get("before", False),
        variants=told.get("variants", {}),
        valid_from=told["valid_from"],
        valid_to=told.get("valid_to"),
        basis=told["basis"],
        certainty=told["certainty"],
        kind=told.get("kind", LAW),
    )
