"""Where opinions stand in the texts of a draft: which still have no place in the newest, which nobody has looked at yet."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from vidan.consultations.kinds import Outcome
from vidan.consultations.models import Anchoring, DraftVersion, Opinion
from vidan.domain.anchoring import Place


def waiting_for(text: DraftVersion) -> QuerySet[Opinion]:
    """The opinions given on an older text that have no place in this one yet."""
    placed = Anchoring.objects.filter(opinion=OuterRef("pk"), version=text)
    return Opinion.objects.filter(~Exists(placed), draft_id=text.draft_id, version__number__lt=text.number)


def unlooked(text: DraftVersion) -> QuerySet[Anchoring]:
    """The places in a text that are not sure and that nobody has looked at."""
    return Anchoring.objects.filter(version=text, sure=False, looked_by="")


def alike(text: DraftVersion) -> QuerySet[Anchoring]:
    """Of the places to look at, those that can be confirmed together: the opinion goes on at its own piece, with its passage."""
    gone = ~Q(opinion__quote="") & Q(quote="")
    return unlooked(text).filter(opinion__key=F("key")).exclude(key="").exclude(gone)


def all_looked_at(text: DraftVersion | None) -> bool:
    """Whether every opinion has its place in a text, sure or looked at."""
    return text is None or not (text.placing or unlooked(text).exists())


def given_place(opinion: Opinion) -> Place:
    """The place an opinion was given at."""
    return Place(opinion.key, opinion.quote, opinion.before, opinion.after)


def stored_place(row: Anchoring) -> Place | None:
    """The place of an opinion in a later text, none when it is lost there."""
    return None if row.outcome == Outcome.LOST else Place(row.key, row.quote, row.before, row.after)


def places_in(text: DraftVersion, opinions: Iterable[Opinion]) -> Mapping[int, tuple[Place | None, bool]]:
    """The place of each opinion in a text, by its number, and whether it is to be relied on: given there, sure, or looked at.

    An opinion that has no place there is not in the answer.
    """
    opinions = list(opinions)
    told = {one.pk: (given_place(one), True) for one in opinions if one.version_id == text.pk}
    rows = Anchoring.objects.filter(version=text, opinion__in=[one.pk for one in opinions])
    return {row.opinion_id: (stored_place(row), row.sure or bool(row.looked_by)) for row in rows} | told
