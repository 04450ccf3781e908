"""`vidan score table --rubric R --data CSV`: totals, ranks and means of a table of parts, as its rubric counts them.
`vidan score replay FILE`: a published sheet counted again from its frozen inputs, with the reason of each item."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.scorecards.published import Group, NotATable, groups
from vidan.scorecards.reasons import reason
from vidan.scorecards.rubrics import NoRubric, Supplied, supplied, supplied_as
from vidan.scorecards.snapshot import digest_of, replayed


class Command(BaseCommand):
    help = "Scores with the rubrics that are supplied in data/rubrics; writes nothing to the database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        table = words.add_parser("table", help="Totals, ranks and means of a published table of parts.")
        table.add_argument("--rubric", required=True, help="Name of a file of data/rubrics, without .toml.")
        table.add_argument(
            "--data", required=True, type=Path, help="CSV in UTF-8; its own totals and ranks are not read."
        )
        table.add_argument("--json", action="store_true")
        replay = words.add_parser("replay", help="Count a published sheet again from the JSON of its page.")
        replay.add_argument("file", type=Path, help="JSON as /chi-so/phieu/CODE.json gives it.")
        for one in (table, replay):
            one.add_argument("--lang", default="vi", choices=("vi", "en"))

    def handle(self, *args: Any, word: str, **options: Any) -> None:
        with translation.override(options["lang"]):
            if word == "replay":
                self.stdout.write(_replay(options["file"]))
            else:
                self.stdout.write(self._table(options["rubric"], options["data"], as_json=options["json"]))

    def _table(self, slug: str, path: Path, *, as_json: bool) -> str:
        try:
            rubric = supplied_as(slug)
            found = groups(rubric, path.read_text(encoding="utf-8"))
        except NoRubric as missing:
            known = ", ".join(one.slug for one in supplied())
            raise CommandError(f"No rubric {missing} in data/rubrics; there are: {known}.") from missing
        except (OSError, UnicodeDecodeError) as unread:
            raise CommandError(f"{path} cannot be read: {unread}") from unread
        except NotATable as wrong:
            raise CommandError(f"{path}: {wrong}") from wrong
        return _as_json(rubric, found) if as_json else _in_words(rubric, found)


def _replay(path: Path) -> str:
    """Every item with its points and reason, the total, and whether digest and points are those that were published."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        frozen, digest = told["sheet"], told["digest"]
        sheet, counted = replayed(frozen)
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, RecursionError) as unread:
        raise CommandError(f"{path} holds no published sheet: {unread}") from unread
    lines = [f"{frozen['unit']['name']}, {frozen['year']} ({frozen['code']})"]
    for code, item in sheet.items.items():
        points = "–" if item.score is None else number_format(item.score)
        lines.append(f"{code:8} {points} / {number_format(item.maximum)}  {reason(item)}")
    total = sheet.total
    lines.append(_("Tổng: %(points)s / %(maximum)s") % _shown(total.score, total.maximum))
    if digest != digest_of(frozen):
        raise CommandError("\n".join([*lines, _("Mã kiểm không khớp: tệp này đã bị sửa.")]))
    if counted != frozen["result"]:
        raise CommandError("\n".join([*lines, _("Tính lại ra kết quả khác với phiếu đã công bố.")]))
    return "\n".join([*lines, _("Đúng như phiếu đã công bố, mã kiểm %(digest)s.") % {"digest": digest}])


def _shown(points: Decimal, maximum: Decimal) -> dict[str, str]:
    return {"points": number_format(points), "maximum": number_format(maximum)}


def _as_json(rubric: Supplied, found: list[Group]) -> str:
    told = {
        "rubric": {
            "name": rubric.slug,
            "title": rubric.title,
            "decision": rubric.decision,
            "certainty": rubric.certainty,
        },
        "groups": [_group(group) for group in found],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _group(group: Group) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: int(value) if name == "year" and value.isdigit() else value for name, value in group.told.items()
    }
    told["units"] = [
        {
            "unit": line.unit,
            "parts": {code: _number(value) for code, value in line.parts.items()},
            "total": _number(line.total),
            "maximum": _number(line.maximum),
            "percent": _number(line.percent),
            "rank": line.rank.rank if line.rank else None,
            "tied": bool(line.rank and line.rank.shared),
            "band": line.band or None,
        }
        for line in group.lines
    ]
    told["mean"] = _number(group.mean)
    return told


def _number(value: Decimal | None) -> float | None:
    """A number of few decimals prints as it is; nothing is computed from it any more."""
    return None if value is None else float(value)


def _in_words(rubric: Supplied, found: list[Group]) -> str:
    lines = [rubric.title, f"{rubric.decision} ({rubric.certainty})"]
    for group in found:
        lines += ["", ", ".join(filter(None, group.told.values()))]
        width = max(len(line.unit) for line in group.lines)
        for line in group.lines:
            place = f"{line.rank.rank}{'=' if line.rank.shared else ''}" if line.rank else "-"
            total = (
                _("chưa có số liệu")
                if line.total is None
                else f"{number_format(line.total)} / {number_format(line.maximum)}"
            )
            lines.append(f"{place:>4}  {line.unit:{width}}  {total}  {line.band}".rstrip())
        if group.mean is not None:
            lines.append(_("Trung bình: %(mean)s") % {"mean": number_format(group.mean)})
    return "\n".join(lines)
