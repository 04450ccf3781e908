"""`vidan deadline --rule KN-02 --from 2026-06-24`: when a term ends and how it was counted."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from vidan.domain.workdays import Counted, count
from vidan.foundation.calendar.days import MissingYear, shipped
from vidan.foundation.calendar.rules import NotCounted, Rule, rule
from vidan.foundation.calendar.sentence import basis_words, length_words
from vidan.foundation.ui.words import long_date


class Command(BaseCommand):
    help = "Counts a term by a rule from the day of its event, with the calendar that is shipped in data/calendar."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rule", required=True, help="Id of the rule, such as KN-02 (docs/rules/deadlines.md).")
        parser.add_argument("--from", required=True, dest="start", type=date.fromisoformat, help="Day of the event.")
        parser.add_argument("--variant", default="", help="complex, remote ...")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--lang", default="vi", choices=("vi", "en"))

    def handle(self, *args: Any, start: date, lang: str, variant: str, **options: Any) -> None:
        with translation.override(lang):
            try:
                found = rule(options["rule"], start)
                term = found.term(variant)
                counted = count(start, term, shipped(settings.DATA_FOLDER / "calendar"))
            except (NotCounted, MissingYear) as refused:
                raise CommandError(str(refused)) from refused
            told = _as_json(found, counted) if options["json"] else _in_words(found, variant, start, counted)
        self.stdout.write(told)


def _as_json(found: Rule, counted: Counted) -> str:
    told = {
        "due": counted.due.isoformat(),
        "counted": [day.isoformat() for day in counted.counted],
        "rule": {key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(found).items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _in_words(found: Rule, variant: str, start: date, counted: Counted) -> str:
    term = found.term(variant)
    lines = [
        long_date(counted.due),
        f"{found.id}: {found.title}. {length_words(term.length, term.unit)}, {basis_words(found)}.",
        _("Sự kiện: %(trigger)s, %(day)s; ngày này không tính.") % {"trigger": found.trigger, "day": long_date(start)},
        _("Các ngày đã đếm: %(days)s.") % {"days": ", ".join(f"{day:%d/%m}" for day in counted.counted)},
    ]
    if counted.moved_from:
        lines.append(
            _("Ngày cuối rơi vào ngày nghỉ (%(day)s) nên chuyển sang ngày làm việc kế bên.")
            % {"day": long_date(counted.moved_from)}
        )
    return "\n".join(lines)
