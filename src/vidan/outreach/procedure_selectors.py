"""Finding procedures, and who receives one."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.search.slips import nearest
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import within
from vidan.outreach.models import Procedure

MOST_WORDS = 12
CLOSE_ONES = 10
"""How many are proposed where nothing holds every word."""

SMALL_WORDS = frozenset(
    {"lam", "xin", "di", "de", "cho", "cua", "giay", "to", "thu", "tuc", "o", "va", "the", "nao", "gi", "can"}
)
"""Words with which people ask for anything; alone they point at nothing."""


def asked_in(request: HttpRequest, filters: Mapping[str, str]) -> dict[str, str]:
    """What the address asks for: the values of some keys under their names, without what no database could be asked for."""
    return {name: clean_text(request.GET.get(key, "")[:200]) for name, key in filters.items()}


def words_of(question: str) -> list[str]:
    """The words of a question as procedures are searched by."""
    return fold(question[:200]).split()[:MOST_WORDS]


def holding(rows: QuerySet[Procedure], words: Iterable[str]) -> QuerySet[Procedure]:
    """Those whose name, other names or field hold every word, in whatever order."""
    for word in words:
        rows = rows.filter(folded__contains=word)
    return rows


def close_to(rows: QuerySet[Procedure], words: Iterable[str]) -> list[int]:
    """The keys of those that hold most of the words that point at something, slips of the hand forgiven; the best first."""
    asked = [word for word in words if word not in SMALL_WORDS]
    told = [(pk, folded, frozenset(folded.split())) for pk, folded in rows.values_list("pk", "folded")]
    known = frozenset[str]().union(*(words for _pk, _folded, words in told))
    meant = [{one} if one in known else set(nearest(one, known)) for one in asked]
    scored = [(sum(not words.isdisjoint(one) for one in meant), folded, pk) for pk, folded, words in told]
    good = [one for one in scored if one[0] * 2 >= len(asked) and one[0]]
    best = max((count for count, _folded, _pk in good), default=0)
    return [pk for count, _folded, pk in sorted(good, key=lambda one: (-one[0], one[1])) if count == best][:CLOSE_ONES]


def in_order(rows: QuerySet[Procedure], keys: list[int]) -> QuerySet[Procedure]:
    """The rows of some keys, in the order of the keys."""
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(keys)]
    order = Case(*places, default=Value(len(keys)), output_field=IntegerField())
    return rows.filter(pk__in=keys).order_by(order)


def after(rows: QuerySet[Procedure], last: str) -> QuerySet[Procedure]:
    """What comes after the row of a key in the order of names."""
    key = int(last) if last.isascii() and last.isdigit() and len(last) < 16 else 0
    before = Procedure.objects.filter(pk=key).first() if key else None
    if before is None:
        return rows
    return rows.filter(Q(folded__gt=before.folded) | Q(folded=before.folded, pk__gt=before.pk))


def received_at(unit: Unit) -> Q:
    """Procedures that a unit receives."""
    everywhere = Q(only_at__isnull=True, level=unit.level, received_by=unit.kind)
    return Q(only_at=unit) | everywhere


def receivers_of(procedure: Procedure) -> list[Unit]:
    """The units that receive a procedure today, in the order of their names."""
    if procedure.only_at is not None:
        return [procedure.only_at]
    here = Unit.objects.valid_on(clock.today()).filter(within([procedure.front_id]))
    rows = here.filter(kind=procedure.received_by, level=procedure.level)
    return list(rows.order_by("sort_key"))


def standing(code: str) -> Procedure | None:
    """The version of a procedure that everybody may read: of today, else the next to come, else the last that has ended."""
    today = clock.today()
    rows = list(
        Procedure.objects.public().filter(code=code).select_related("front__area", "only_at").order_by("valid_from")
    )
    now = [one for one in rows if holds(one, today)]
    return next(iter(now or [one for one in rows if one.valid_from > today] or rows[::-1]), None)


def holds(procedure: Procedure, day: date) -> bool:
    """Whether a version is in force on a day."""
    return procedure.valid_from <= day and (procedure.valid_to is None or procedure.valid_to >= day)


def conditions_of(procedure: Procedure) -> list[str]:
    """The conditions under which some of the papers are asked for, each once, in their order."""
    papers: list[Mapping[str, str]] = procedure.papers
    return list(dict.fromkeys(paper["only_when"] for paper in papers if paper["only_when"]))
