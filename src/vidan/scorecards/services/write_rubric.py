"""Soạn bộ tiêu chí: a draft is begun, taken over, changed, dropped; a published version is never touched."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from vidan.domain.scoring.bands import Bands
from vidan.domain.scoring.rubric import DOUBTFUL, Rubric, faults
from vidan.domain.scoring.written import bands_to, rubric_from, rubric_to
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Level, Unit
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_sheet import MOST, Item
from vidan.scorecards.rubrics import Supplied


class Published(PermissionError):
    """A published version never changes; a new version may be drafted from it."""


class Overtaken(RuntimeError):
    """Somebody else changed the version in the meantime; nothing was changed here."""

    sentence = _("Bộ tiêu chí vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


class DraftThere(ValueError):
    """The rubric has a draft already; `pk` is its."""

    def __init__(self, pk: int) -> None:
        super().__init__(pk)
        self.pk = pk


class NoItem(LookupError):
    """There is no item of that code, or none that may be taken away or doubted; somebody may just have taken it away."""

    sentence = _("Mục này vừa được người khác đổi hoặc bỏ. Xin xem lại bộ tiêu chí.")


class TooMany(ValueError):
    """The rubric holds as many items as one may; `most` is how many."""

    sentence = _("Một bộ tiêu chí có tối đa %(most)d mục.")

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class CodeTaken(ValueError):
    """Another item has the code."""

    sentence = _("Mã này đã có ở một mục khác.")


@dataclass(frozen=True)
class Heading:
    """What a rubric says of itself: its title, the document that decided it, for which level and years.

    `weighed` is False while nobody has set the weights; `rescale` is the scale on which a sheet without some part is read.
    """

    title: str
    decision: str
    level: str
    first_year: int
    last_year: int
    weighed: bool = True
    rescale: Decimal | None = None


@dataclass
class Changing:
    """A draft that is being changed, and what the journal will say."""

    rubric: RubricVersion
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def items(self) -> list[Item]:
        """The items as they are written."""
        items: list[Item] = self.rubric.written["items"]
        return items


def tree_of(version: RubricVersion) -> Rubric:
    """The tree of a version, with the doubts that were recorded."""
    return rubric_from(version.written)


def draft_rubric(*, front: Unit, heading: Heading, bands: Bands | None, actor: Actor) -> RubricVersion:
    """Begin a rubric without items; its name in addresses comes from the title."""
    taken = set(RubricVersion.objects.filter(front=front).values_list("slug", flat=True))
    stem = _slug(heading.title)
    slug = next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)
    written = rubric_to(Rubric(heading.title, (), heading.rescale))
    return _draft(front, slug, heading, written, bands_to(bands) if bands else None, actor)


def take_over(*, front: Unit, supplied: Supplied, actor: Actor) -> RubricVersion:
    """Draft a version with the content of a supplied rubric. Raises DraftThere."""
    level = LEVELS.get(supplied.level, supplied.level)
    heading = Heading(supplied.title, supplied.decision, level, *supplied.years, supplied.weighed)
    bands = bands_to(supplied.bands) if supplied.bands else None
    return _draft(front, supplied.slug, heading, rubric_to(supplied.rubric), bands, actor)


LEVELS = {"province": Level.CITY.value}
"""Bodies of a province and of a city under the central government stand on the same level."""


def draft_next(*, pk: int, actor: Actor) -> RubricVersion:
    """Draft the next version of a rubric from one of the actor's own Front. Raises RubricVersion.DoesNotExist, DraftThere."""
    old = RubricVersion.objects.of_own(actor).select_related("front").get(pk=pk)
    heading = Heading(old.title, old.decision, old.level, old.first_year, old.last_year, old.weighed)
    return _draft(old.front, old.slug, heading, old.written, old.bands, actor)


def change_heading(*, pk: int, version: int, heading: Heading, bands: Bands | None, actor: Actor) -> None:
    """Say otherwise what the rubric is and how its results are banded. Raises as changing() does."""
    with changing(pk=pk, version=version, what="heading", actor=actor) as draft:
        rubric = draft.rubric
        rubric.title, rubric.decision, rubric.level = heading.title, heading.decision, heading.level
        rubric.first_year, rubric.last_year = heading.first_year, heading.last_year
        rubric.weighed = heading.weighed
        tree = tree_of(rubric)
        rubric.written = rubric_to(Rubric(heading.title, tree.fields, heading.rescale, tree.doubts))
        rubric.bands = bands_to(bands) if bands else None


def replace_items(*, pk: int, version: int, items: Sequence[Item], actor: Actor) -> None:
    """Put other items in the place of all. Raises Unreadable for a tree that is none, and as changing() does."""
    with changing(pk=pk, version=version, what="items", actor=actor) as draft:
        draft.rubric.written["items"] = list(items)


def add_item(*, pk: int, version: int, item: Item, actor: Actor) -> None:
    """Add an item below its parent, after what is there. Raises CodeTaken, NoItem for the parent, TooMany,
    Unreadable for one below too many others, and as changing() does.
    """
    with changing(pk=pk, version=version, what="item_added", actor=actor) as draft:
        if len(draft.items) >= MOST:
            raise TooMany(MOST)
        codes = [one["code"] for one in draft.items]
        if item["code"] in codes:
            raise CodeTaken(item["code"])
        if item.get("parent") and item["parent"] not in codes:
            raise NoItem(item["parent"])
        draft.items.append(item)
        draft.facts["item"] = item["code"]


def change_item(*, pk: int, version: int, item: Item, actor: Actor) -> None:
    """Put another item in the place of that with the same code and parent. Raises NoItem, and as changing() does."""
    with changing(pk=pk, version=version, what="item", actor=actor) as draft:
        position = _position(draft, item["code"])
        kept = {"parent": draft.items[position]["parent"]} if "parent" in draft.items[position] else {}
        draft.items[position] = item | kept
        draft.facts["item"] = item["code"]


def remove_item(*, pk: int, version: int, code: str, actor: Actor) -> None:
    """Take an item away that has none below it. Raises NoItem, and as changing() does."""
    with changing(pk=pk, version=version, what="item_removed", actor=actor) as draft:
        position = _position(draft, code)
        if any(one.get("parent") == code for one in draft.items):
            raise NoItem(code)
        del draft.items[position]
        draft.facts["item"] = code


def record_doubt(*, pk: int, version: int, code: str, reason: str, actor: Actor) -> None:
    """Accept a fault that the published text leaves, with the reason in words. Raises NoItem where there is none to accept."""
    with changing(pk=pk, version=version, what="doubt", actor=actor) as draft:
        if code not in doubtful(tree_of(draft.rubric)):
            raise NoItem(code)
        draft.rubric.written["doubts"] = draft.rubric.written.get("doubts", {}) | {code: reason}
        draft.facts["item"] = code


def withdraw_doubt(*, pk: int, version: int, code: str, actor: Actor) -> None:
    """Take a recorded doubt back; the fault counts again. Raises NoItem where none is recorded, and as changing() does."""
    with changing(pk=pk, version=version, what="doubt_withdrawn", actor=actor) as draft:
        doubts = dict(draft.rubric.written.get("doubts", {}))
        if doubts.pop(code, None) is None:
            raise NoItem(code)
        draft.rubric.written["doubts"] = doubts
        draft.facts["item"] = code


def drop_rubric(*, pk: int, version: int, actor: Actor) -> None:
    """Drop a draft. Raises as changing() does."""
    with transaction.atomic():
        rubric = lock_draft(pk, version, actor)
        journal("rubric.drop", rubric, actor, {"number": rubric.number})
        rubric.delete()


def doubtful(rubric: Rubric) -> frozenset[str]:
    """The codes of items with a fault that a recorded doubt may cover, whether it is recorded or not."""
    bare = Rubric(rubric.name, rubric.fields, rubric.rescale)
    return frozenset(found.code for found in faults(bare) if found.fault in DOUBTFUL)


@contextmanager
def changing(*, pk: int, version: int, what: str, actor: Actor) -> Iterator[Changing]:
    """Run the body as one change of a draft: lock, change, journal entry.

    Raises RubricVersion.DoesNotExist for one that the actor's Front does not keep, Published, Overtaken when it is no
    longer at `version`. Doubts whose fault is gone go with it.
    """
    with transaction.atomic():
        draft = Changing(lock_draft(pk, version, actor), {"what": what})
        yield draft
        rubric = draft.rubric
        tree = tree_of(rubric)
        held = {code: reason for code, reason in tree.doubts.items() if code in doubtful(tree)}
        written = rubric_to(Rubric(tree.name, tree.fields, tree.rescale, held))
        rubric.written = written
        rubric.save()
        journal("rubric.change", rubric, actor, draft.facts | {"items": len(written["items"])})


def lock_draft(pk: int, version: int, actor: Actor) -> RubricVersion:
    """The draft, for whoever raises its version first; the other is told."""
    rubric = RubricVersion.objects.of_own(actor).get(pk=pk)
    if rubric.published_at:
        raise Published(pk)
    rows = RubricVersion.objects.filter(pk=pk, version=version, published_at__isnull=True)
    if not rows.update(version=version + 1):
        raise Overtaken
    rubric.version = version + 1
    return rubric


def _position(draft: Changing, code: str) -> int:
    position = next((i for i, one in enumerate(draft.items) if one["code"] == code), None)
    if position is None:
        raise NoItem(code)
    return position


def _draft(
    front: Unit,
    slug: str,
    heading: Heading,
    written: Mapping[str, Any],
    bands: Mapping[str, Any] | None,
    actor: Actor,
) -> RubricVersion:
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=front.pk)  # two who begin at once are told apart
        versions = RubricVersion.objects.filter(front=front, slug=slug)
        if open_one := versions.filter(published_at__isnull=True).first():
            raise DraftThere(open_one.pk)
        made = RubricVersion.objects.create(
            front=front,
            slug=slug,
            number=(versions.aggregate(last=Max("number"))["last"] or 0) + 1,
            title=heading.title,
            decision=heading.decision,
            level=heading.level,
            first_year=heading.first_year,
            last_year=heading.last_year,
            written=written,
            bands=bands,
            weighed=heading.weighed,
            drafted_by=actor.code,
            drafted_at=clock.now(),
        )
        journal("rubric.draft", made, actor, {"number": made.number, "items": len(written["items"])})
    return made


def journal(event: str, rubric: RubricVersion, actor: Actor, facts: dict[str, Fact]) -> None:
    """One entry of the journal about a version; its title is free text and stays out."""
    record(event, subject=f"bo-tieu-chi-{rubric.pk}", actor=actor.code, unit_id=rubric.front_id, facts=facts)


def _slug(title: str) -> str:
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(title)).split()
    return "-".join(words)[:50].strip("-") or "bo-tieu-chi"
