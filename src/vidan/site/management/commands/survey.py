"""`vidan survey index --counts 3,11,40,96,50 --population 1000`: index, mean and interval as the pages tell them."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.surveystats.levels import HIGHEST, Counts
from vidan.surveys.questionnaire_words import LEVELS
from vidan.surveys.results.numbers import Told, counts_told

MOST = 10**12
"""Beyond so many answers or people a number is taken for a slip of the keyboard."""


class Command(BaseCommand):
    help = "The satisfaction index of plain counts, with its interval; reads and writes no database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        index = words.add_parser("index", help="n, index, mean and 95 % Wilson interval of five counts.")
        index.add_argument(
            "--counts", required=True, help="How many answers each level got, the lowest first: 3,11,40,96,50"
        )
        index.add_argument("--population", help="How many people the answers stand for; left out when nobody knows.")
        index.add_argument("--json", action="store_true")
        index.add_argument("--lang", default="vi", choices=("vi", "en"))

    def handle(self, *args: Any, counts: str, population: str | None, lang: str, **options: Any) -> None:
        with translation.override(lang):
            given = _counts(counts)
            people = None if population is None else _whole(population)
            if people is not None and people < given.n:
                told = _("Có %(n)s câu trả lời mà chỉ có %(people)s người; xin xem lại --population.")
                raise CommandError(told % {"n": given.n, "people": people})
            found = counts_told(given, people)
            self.stdout.write(_as_json(given, found) if options["json"] else _in_words(given, found))


def _counts(text: str) -> Counts:
    parts = text.split(",")
    if len(parts) != HIGHEST:
        told = _("Cần đúng năm số cách nhau bằng dấu phẩy, từ mức thấp nhất đến mức cao nhất, như 3,11,40,96,50.")
        raise CommandError(told)
    return Counts(tuple(_whole(part) for part in parts))


def _whole(text: str) -> int:
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(MOST)) and int(plain) <= MOST):
        told = _("“%(text)s” không phải là số đếm. Ghi số nguyên từ 0 trở lên, như 40.")
        raise CommandError(told % {"text": plain[:30]})
    return int(plain)


def _as_json(given: Counts, found: Told) -> str:
    told = {
        "counts": list(given.levels),
        "n": given.n,
        "population": found["population"],
        "index": _number(found["index"]),
        "mean": _number(found["mean"]),
        "interval": None if found["low"] is None else [_number(found["low"]), _number(found["high"])],
        "distribution": [_number(share) for share in found["distribution"]],
        "confidence": 95,
        "method": "wilson",
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _number(text: str | None) -> float | None:
    """A number of few decimals prints as it is; nothing is computed from it any more."""
    return None if text is None else float(text)


def _in_words(given: Counts, found: Told) -> str:
    if not given.n:
        return _("Chưa có câu trả lời nào nên không có chỉ số.")
    lines = [
        f"{LEVELS[str(level)]!s:20} {count:>8} {number_format(share):>7} %"
        for level, (count, share) in enumerate(zip(given.levels, found["distribution"], strict=True), 1)
    ]
    shown = {name: number_format(found[name]) for name in ("index", "low", "high", "mean")}
    lines += [
        _("Số câu trả lời: %(n)s") % {"n": number_format(given.n, force_grouping=True)},
        _("Chỉ số hài lòng: %(index)s %%, khoảng tin cậy 95 %% từ %(low)s %% đến %(high)s %%") % shown,
        _("Điểm trung bình: %(mean)s trên 5") % shown,
    ]
    return "\n".join(lines)
