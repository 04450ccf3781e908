"""Procedures by their names, for whoever has written one down: letters, samples of surveys, statistics."""

from collections import defaultdict
from collections.abc import Mapping

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.units.kept import Kept
from vidan.outreach.models import Procedure


@Kept
def _published() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, str]]:
    """The codes by folded name and level, and the newest names by code; published ones, those that have ended with them."""
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, str] = {}
    for code, name, level in Procedure.objects.public().order_by("version").values_list("code", "name", "level"):
        codes[fold(name)][level] = code
        names[code] = name
    return codes, names


def code_of(name: str, level: str) -> str:
    """The code of the published procedure that is called so; empty where two levels have one and none is asked for."""
    codes, _names = _published()
    found = codes.get(fold(name), {})
    return next(iter(found.values())) if len(found) == 1 else found.get(level, "")


def name_of(code: str) -> str:
    """What a published procedure is called."""
    _codes, names = _published()
    return names.get(code, "")


def forget() -> None:
    """Ask anew: a procedure was published or withdrawn."""
    _published.forget()
