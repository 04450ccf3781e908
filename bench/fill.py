"""A large installation out of a small one: a thousand cases carried by the services, then copied by the database."""

from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ForeignKey, Model

from vidan.foundation.calendar.days import load_days
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.search.models import Found
from vidan.foundation.units.load import load_units
from vidan.site.sample.people import make_cast
from vidan.site.sample.places import make_places
from vidan.site.sample.work import make_work

BASE = 1000
STRIDE = 10_000_000
"""How far the keys of one copy lie from those of the next."""

COPIED = (
    "vault.SealedText",
    "journal.Entry",
    "calendar.Clock",
    "papers.Paper",
    "papers.IncomingPaper",
    "cases.CaseFile",
    "cases.Transfer",
    "cases.Urging",
    "receipts.Receipt",
    "receipts.Letter",
    "redaction.PreparedCopy",
    "search.Found",
    "figures.Fact",
)
"""Tables that grow with the cases, in the order in which their rows lean on each other."""

LIGHT = ("vault.SealedText", "calendar.Clock", "cases.CaseFile", "receipts.Receipt", "search.Found", "figures.Fact")
"""What lists, search and figures read; beyond FULL cases only these are copied, so that a million fits on a disk."""

FULL = 100_000
OF_A_LETTER = {"vault.SealedText": " AND kind IN ('case.story', 'case.identity')"}
"""Which rows of a table a light copy takes."""

TIDY = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE"}
"""What a database does by itself over the years in which so many cases come in; here they come in minutes."""

RARE, COMMON = "quetzal", "phuong"


def make_base() -> None:
    """The sample installation with its first thousand cases, carried through the services."""
    call_command("migrate", verbosity=0)
    load_days(settings.DATA_FOLDER / "calendar")
    load_units(settings.DATA_FOLDER / "units")
    make_cast()
    make_places()
    make_work(BASE)


def grow_to(cases: int, done: int, tell: Callable[[int], None]) -> None:
    """Copy the first thousand until there are so many; `done` are there already."""
    _pull_rare_word()
    names = COPIED if cases <= FULL else LIGHT
    models = [apps.get_model(name) for name in names]
    only = {} if cases <= FULL else OF_A_LETTER
    statements = [_copying(model, models) + only.get(model._meta.label, "") for model in models]
    for copy in range(done // BASE, cases // BASE):
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, {"copy": copy, "shift": copy * STRIDE, "stride": STRIDE})
        if copy % 50 == 0:
            tell(copy * BASE)
    sum_up()
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])


def plant_rare_word() -> None:
    """One case, among all, holds a word that no other does."""
    row = Found.objects.order_by("pk")[BASE // 2]
    row.folded += f" {RARE}"
    row.save()


def _pull_rare_word() -> None:
    """Take the word out again before its case is copied."""
    for row in Found.objects.filter(folded__endswith=f" {RARE}"):
        row.folded = row.folded.removesuffix(f" {RARE}")
        row.save()


def _copying(model: type[Model], copied: list[type[Model]]) -> str:
    """One INSERT ... SELECT: keys and references to copied tables are shifted, what must be unique gets the copy's number."""
    columns, values = [], []
    for field in model._meta.concrete_fields:
        column = f'"{field.column}"'
        columns.append(column)
        if field.primary_key or (isinstance(field, ForeignKey) and field.related_model in copied):
            values.append(f"{column} + %(shift)s")
        elif field.name in ("code", "subject") and not isinstance(field, ForeignKey):
            values.append(f"{column} || '-' || %(copy)s")
        elif field.name == "summed":
            values.append("FALSE")
        elif field.name == "mark" and field.unique:
            values.append(f"substr({column}, 1, 50) || 'k' || %(copy)s")
        elif field.name == "number" and model._meta.app_label == "papers":
            values.append(f"{column} + %(copy)s * 10000")
        else:
            values.append(column)
    table = f'"{model._meta.db_table}"'
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "
        f"FROM {table} WHERE {model._meta.pk.column} < %(stride)s"
    )
