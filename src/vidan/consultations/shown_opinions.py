"""Opinions as everybody reads them: who spoke in plain words, at which place, and the newest ones of a draft or a piece."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from vidan.consultations.kinds import SIGNED, OpinionSource, Stance, Topic
from vidan.consultations.models import Draft, Opinion, Piece
from vidan.foundation.intake.tellers import TellerType
from vidan.foundation.vault.services import open_text

PAGE = 20
NEWEST = 3
"""Opinions shown under a piece."""

LARGEST = 2**62


@dataclass(frozen=True)
class Shown:
    """One opinion on a page: who says it, where it stands now, its topics in words, how many go with it."""

    opinion: Opinion
    who: str
    path: str
    topics: tuple[str, ...]
    along: int = 0
    agreed: bool = False


@dataclass(frozen=True)
class Filters:
    """What is asked for in the address; empty is everything, "-" as a piece the whole draft."""

    piece: str = ""
    stance: str = ""
    topic: str = ""
    source: str = ""

    def of(self, rows: "QuerySet[Opinion]") -> "QuerySet[Opinion]":
        """The opinions that are asked for."""
        if self.piece:
            rows = rows.filter(here="", lost=False) if self.piece == "-" else rows.filter(here=self.piece)
        if self.stance in Stance.values:
            rows = rows.filter(stance=self.stance)
        if self.source in OpinionSource.values:
            rows = rows.filter(source=self.source)
        if self.topic in Topic.values:  # as text, since only one of the two engines looks into JSON
            rows = rows.annotate(about=Cast("topics", TextField())).filter(about__contains=f'"{self.topic}"')
        return rows


def spoken_by(opinion: Opinion) -> str:
    """Who speaks, as everybody may read it: a body or an expert that signs by its name, nobody else."""
    if opinion.source in SIGNED and opinion.signed_as:
        return opinion.signed_as
    if opinion.source == OpinionSource.MEETING:
        return _("Ý kiến tại hội nghị, đối thoại")
    if opinion.teller_type == TellerType.ORGANISATION:
        return _("Một tổ chức")
    return _("Một người dân") if opinion.source == OpinionSource.PUBLIC else _("Một người góp ý")


def page_of(rows: "QuerySet[Opinion]", before: int | None, size: int = PAGE) -> tuple[list[Opinion], int | None]:
    """The newest opinions before a key, and the key to go on from when there are more."""
    found = list(rows.filter(pk__lt=before or LARGEST).order_by("-pk")[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None


def told(draft: Draft, opinions: Iterable[Opinion], agreed: Iterable[str] = ()) -> list[Shown]:
    """Opinions with what is said of each; two queries, however many there are."""
    rows, marked = list(opinions), set(agreed)
    paths = paths_of(draft, {one.here for one in rows} - {""})
    along = dict(
        Opinion.objects.filter(like__in=[one.pk for one in rows]).values_list("like").annotate(n=Count("pk")).order_by()
    )
    return [
        Shown(
            opinion=one,
            who=spoken_by(one),
            path=place_words(one, paths),
            topics=tuple(str(Topic(topic).label) for topic in one.topics),
            along=along.get(one.pk, 0),
            agreed=one.code in marked,
        )
        for one in rows
    ]


def paths_of(draft: Draft, keys: Iterable[str]) -> dict[str, str]:
    """The paths of some pieces of a draft's newest text."""
    wanted = list(keys)
    if not wanted:
        return {}
    return dict(Piece.objects.filter(version_id=draft.current_id, key__in=wanted).values_list("key", "path"))


def hidden_words(opinion: Opinion) -> str:
    """What an officer wrote of why an opinion is not shown, for its giver and the desk."""
    return open_text(opinion.hidden_words) if opinion.hidden_words else ""


def place_words(opinion: Opinion, paths: Mapping[str, str]) -> str:
    """Where an opinion stands in the newest text."""
    if opinion.lost:
        return _("Không còn chỗ trong bản mới")
    return paths.get(opinion.here, "") or _("Toàn bộ dự thảo")
