"""The way of an opinion through the texts of its draft, for who gave it and for the desk."""

from dataclasses import dataclass

from vidan.consultations.kinds import Outcome
from vidan.consultations.models import Anchoring, DraftVersion, Opinion, Piece


@dataclass(frozen=True)
class Station:
    """Where an opinion stood in one text. `path` is empty for the whole draft and where the place is lost."""

    version: DraftVersion
    outcome: Outcome
    key: str
    path: str
    quote: str
    sure: bool
    looked: bool

    @property
    def settled(self) -> bool:
        """Whether the place is sure, or somebody has looked at it."""
        return self.sure or self.looked


def history_of(opinion: Opinion) -> list[Station]:
    """The places of an opinion, from the text it was given on to the newest it was placed in; three queries at most."""
    rows = list(Anchoring.objects.select_related("version").filter(opinion=opinion).order_by("version__number"))
    keys = {opinion.key, *(row.key for row in rows)} - {""}
    versions = [opinion.version_id, *(row.version_id for row in rows)]
    found = Piece.objects.filter(version_id__in=versions, key__in=keys) if keys else Piece.objects.none()
    paths = {(version, key): path for version, key, path in found.values_list("version_id", "key", "path")}
    given = Station(
        version=opinion.version,
        outcome=Outcome.KEPT,
        key=opinion.key,
        path=paths.get((opinion.version_id, opinion.key), ""),
        quote=opinion.quote,
        sure=True,
        looked=False,
    )
    later = [
        Station(
            version=row.version,
            outcome=Outcome(row.outcome),
            key=row.key,
            path=paths.get((row.version_id, row.key), ""),
            quote=row.quote,
            sure=row.sure,
            looked=bool(row.looked_by),
        )
        for row in rows
    ]
    return [given, *later]
