"""Whether templates name only what is there, and what was frozen is still as it was; asked by `vidan check`."""

from collections.abc import Iterator

from vidan.domain.reporting.periods import Kind
from vidan.reports.content import digest_of
from vidan.reports.models import OutlineVersion, Report
from vidan.reports.outline import NotATemplate, faults, outline_from, supplied
from vidan.reports.overview import tiles_written


def check_templates() -> list[str]:
    """What is wrong with the templates of the house, those of the Fronts, and the tiles of the year's page."""
    return list(_wrong())


def _wrong() -> Iterator[str]:
    used: dict[tuple[int, str], OutlineVersion] = {}
    for version in OutlineVersion.objects.order_by("number"):
        used[version.front_id, version.kind] = version
    named = [(kind.value, supplied(kind)) for kind in Kind]
    named += [(f"{version.kind} version {version.number}", version.written) for version in used.values()]
    for name, written in named:
        try:
            yield from (f"{name}: {fault}" for fault in faults(outline_from(written)))
        except NotATemplate as broken:
            yield f"{name}: {broken}"
    try:
        tiles_written()
    except NotATemplate as broken:
        yield f"desk: {broken}"


def altered_reports() -> list[str]:
    """The codes of approved reports whose content no longer fits its digest."""
    rows = Report.objects.exclude(frozen=None).only("code", "frozen", "digest")
    return [one.code for one in rows.iterator() if digest_of(one.frozen or {}) != one.digest]
