"""The table of how long content is kept (data/retention), read once."""

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from vidan.cases.models import CaseFile, Erasure
from vidan.domain.retention import Keep

BY_REQUEST = "DL"
"""Stands where a rule's name stands: the person asked for the erasure and the Front agreed."""


def keep_rows() -> tuple[Keep, ...]:
    """Every row, in the order of the file."""
    return _read(settings.DATA_FOLDER / "retention" / "cases.toml")


def keep_titles() -> dict[str, Keep]:
    """The rows by name."""
    return {row.id: row for row in keep_rows()}


def erasure_words(case: CaseFile) -> str:
    """By which rule the content of a case was erased, in a sentence for its teller."""
    rule = Erasure.objects.filter(subject=case.code).values_list("rule", flat=True).first()
    row = keep_titles().get(rule or "")
    if row is None or row.years is None:
        return _("Xóa theo yêu cầu của người gửi.")
    return _("%(rule)s: “%(title)s” lưu %(years)d năm, theo %(basis)s.") % {
        "rule": row.id,
        "title": row.title,
        "years": row.years,
        "basis": row.basis,
    }


@cache
def _read(path: Path) -> tuple[Keep, ...]:
    with path.open("rb") as file:
        told = tomllib.load(file)["keep"]
    rows = tuple(
        Keep(
            id=one["id"],
            title=one["title"],
            what=one["what"],
            kinds=frozenset(one.get("kinds", ())),
            outcomes=frozenset(one.get("outcomes", ())),
            years=one.get("years"),
            basis=one["basis"],
            certainty=one["certainty"],
        )
        for one in told
    )
    if len({row.id for row in rows}) != len(rows):
        raise ValueError("two rows of the table of retention bear one name")
    return rows
