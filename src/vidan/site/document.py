"""The tables of the documentation that are made from the code: settings, terms, moves, permissions; the prose is written."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override

from vidan.cases.moves import LABELS, NEEDS, SLUGS, TABLE, publishing
from vidan.consultations import moves as criticism
from vidan.domain.moves import Move, StartClock, Table
from vidan.domain.questionnaire.form import Kind
from vidan.foundation.accounts.permissions import all_permissions, all_routes
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar.rules import Rule, all_rules
from vidan.foundation.intake.retention import all_keep_rows
from vidan.outreach import article_moves as editing
from vidan.outreach import bulletin_moves as gathering
from vidan.oversight import inspection_moves as inspecting
from vidan.oversight import report_moves as duty_reporting
from vidan.reports import moves as reporting
from vidan.scorecards import moves as scoring
from vidan.scorecards.rubric_sheet import COLUMNS
from vidan.scorecards.ways import EXAMPLES, WAYS
from vidan.site.settings.environment import VARIABLES
from vidan.surveys.questionnaire_words import KINDS
from vidan.surveys.xlsform.convention import TYPES

BLOCK = re.compile(r"(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def documents() -> list[Path]:
    """Every page of the documentation that holds a made table."""
    folder: Path = settings.DATA_FOLDER.parent / "docs"
    return [path for path in sorted(folder.rglob("*.md")) if BLOCK.search(path.read_text(encoding="utf-8"))]


def renewed(text: str) -> str:
    """The page with its made tables as the code says now; raises KeyError for an unknown table."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{TABLES[found['name']]()}\n{found[3]}", text)


def _table(head: str, rows: list[tuple[object, ...]]) -> str:
    columns = head.count("|") + 1
    lines = [f"| {head} |", f"|{'---|' * columns}"]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _settings() -> str:
    rows: list[tuple[object, ...]] = [
        (f"`{one.name}`", f"`{one.default}`" if one.default else "", one.meaning) for one in VARIABLES
    ]
    return _table("variable | default | meaning", rows)


def _terms() -> str:
    return _table(
        "rule | what | counted from | term | in force | source | sure",
        [
            (f"`{row.id}`", row.title, row.trigger, _length(row), _validity(row), row.basis, row.certainty)
            for row in all_rules()
        ],
    )


def _length(row: Rule) -> str:
    unit = {"day": "ngày", "working_day": "ngày làm việc"}[row.unit]
    told = [f"{row.length} {unit}" if row.length is not None else "không nêu số"]
    told += [f"{name}: {length}" for name, length in row.variants.items()]
    return ("ít nhất " if row.before else "") + "; ".join(told) + (" trước đó" if row.before else "")


def _validity(row: Rule) -> str:
    until = f"{row.valid_to:%d/%m/%Y}" if row.valid_to else ""
    return f"{row.valid_from:%d/%m/%Y} – {until}"


def _retention() -> str:
    return _table(
        "rule | what | of kinds | kept for years | source | sure",
        [
            (f"`{row.id}`", row.title, ", ".join(sorted(row.kinds)) or "–", row.years or "∞", row.basis, row.certainty)
            for row in all_keep_rows()
        ],
    )


def _moves(table: Table, labels: Mapping[str, Promise], needs: Mapping[str, Promise]) -> str:
    rows: list[tuple[object, ...]] = [
        (
            f"`{move.name}`",
            labels[move.name],
            ", ".join(sorted(move.sources)),
            move.target or "–",
            f"`{move.permission}`",
            "; ".join(f"`{need.name}` ({needs[need.name]})" for need in move.needs),
            "; ".join(_clocks(move)),
            move.basis,
        )
        for move in table.moves
    ]
    return _table("move | on screen | from | to | permission | needs (shown when lacking) | clocks | basis", rows)


def _clocks(move: Move) -> list[str]:
    return [
        f"starts {effect.role} ({effect.rule})" if isinstance(effect, StartClock) else f"stops {effect.role}"
        for effect in move.clocks
    ]


def _diagram(table: Table, start: str) -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    for move in table.moves:
        lines += [
            f"    {'[*]' if source == start else source} --> {move.target}: {move.name}"
            for source in sorted(move.sources)
            if move.target and source != move.target
        ]
    lines += [f"    {end} --> [*]" for end in sorted(table.ends)]
    return "\n".join([*lines, "```", ""])


def _permissions() -> str:
    rows: list[tuple[object, ...]] = [
        (f"`{one.name}`", one.meaning, ", ".join(role for role in Role.values if role in one.roles) or "–")
        for one in all_permissions()
    ]
    return _table("permission | meaning | roles", rows)


def _routes() -> str:
    rows: list[tuple[object, ...]] = [(f"`{route}`", f"`{name}`") for route, name in sorted(all_routes().items())]
    return _table("route | asks for", rows)


def _addresses() -> str:
    return _table("move | address below the case", [(f"`{move}`", f"`{slug}/`") for move, slug in SLUGS.items()])


def _in_vietnamese(make: Callable[[], str]) -> Callable[[], str]:
    def made() -> str:
        with override("vi"):
            return make()

    return made


def _columns() -> str:
    return _table("column | name", [(chr(ord("A") + i), label) for i, label in enumerate(COLUMNS.values())])


def _ways() -> str:
    return _table(
        "Cách chấm | Chi tiết, ví dụ",
        [(label, f"`{EXAMPLES[kind]}`" if kind in EXAMPLES else "") for kind, label in WAYS.items()],
    )


def _kinds() -> str:
    """The kinds of questions with what XLSForm calls them."""
    return _table(
        "Cách trả lời | XLSForm",
        [(str(label), f"`{TYPES.get(Kind(kind), 'begin_group, table-list')}`") for kind, label in KINDS.items()],
    )


TABLES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "settings": _settings,
        "terms": _in_vietnamese(_terms),
        "retention": _retention,
        "moves": _in_vietnamese(lambda: _moves(TABLE, LABELS, NEEDS)),
        "moves-diagram": lambda: _diagram(TABLE, start="new"),
        "moves-of-summaries": _in_vietnamese(lambda: _moves(publishing.TABLE, publishing.LABELS, publishing.NEEDS)),
        "moves-of-summaries-diagram": lambda: _diagram(publishing.TABLE, start="none"),
        "moves-of-scorecards": _in_vietnamese(lambda: _moves(scoring.TABLE, scoring.LABELS, scoring.NEEDS)),
        "moves-of-scorecards-diagram": lambda: _diagram(scoring.TABLE, start="none"),
        "moves-of-drafts": _in_vietnamese(lambda: _moves(criticism.TABLE, criticism.LABELS, criticism.NEEDS)),
        "moves-of-drafts-diagram": lambda: _diagram(criticism.TABLE, start="none"),
        "moves-of-articles": _in_vietnamese(lambda: _moves(editing.TABLE, editing.LABELS, editing.NEEDS)),
        "moves-of-articles-diagram": lambda: _diagram(editing.TABLE, start="none"),
        "moves-of-duty-reports": _in_vietnamese(
            lambda: _moves(duty_reporting.TABLE, duty_reporting.LABELS, duty_reporting.NEEDS)
        ),
        "moves-of-reports": _in_vietnamese(lambda: _moves(reporting.TABLE, reporting.LABELS, reporting.NEEDS)),
        "moves-of-reports-diagram": lambda: _diagram(reporting.TABLE, start="none"),
        "moves-of-bulletins": _in_vietnamese(lambda: _moves(gathering.TABLE, gathering.LABELS, gathering.NEEDS)),
        "moves-of-inspections": _in_vietnamese(lambda: _moves(inspecting.TABLE, inspecting.LABELS, inspecting.NEEDS)),
        "moves-of-inspections-diagram": lambda: _diagram(inspecting.TABLE, start="none"),
        "moves-addresses": _addresses,
        "permissions": _permissions,
        "routes": _routes,
        "rubric-columns": _in_vietnamese(_columns),
        "rubric-ways": _in_vietnamese(_ways),
        "xlsform-kinds": _in_vietnamese(_kinds),
    }
)
"""Every made table by the name that a page asks for it with."""
