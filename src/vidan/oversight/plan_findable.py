"""What everybody may find of plans: each that is in force; and the name under which its page is kept ready."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from vidan.foundation.caching.topics import changed
from vidan.foundation.search.published import Entry, show
from vidan.oversight.duty_kinds import DutyStage
from vidan.oversight.models import Plan

KIND = "plan"
PLANS = "plans"
"""The topic of `/ke-hoach/`: plans in force, their duties and the reports on them."""


def tell_plan(plan: Plan) -> None:
    """Let everybody find a plan in force as it stands, and read it anew; inside the transaction of the change, as its last step.

    Everybody reads the plans of this house's Front; those of the wards are read at the desk.
    """
    if plan.is_published and plan.front.slug == settings.FRONT:
        show(entry_of(plan))
        changed(PLANS)


def entry_of(plan: Plan) -> Entry:
    """How the search tells of a plan: by its title and the names of its duties."""
    titles = plan.duties.filter(stage=DutyStage.CONFIRMED).values_list("title", flat=True)
    return Entry(
        subject=f"plan-{plan.pk}",
        kind=KIND,
        title=plan.title,
        on=plan.published_on or date(plan.year, 1, 1),
        route="oversight:public_plan_of",
        key=str(plan.year),
        summary=plan.front.name,
        words=tuple(titles),
    )


def entries() -> Iterator[Entry]:
    """Every plan that everybody may read."""
    return map(entry_of, Plan.objects.public().filter(front__slug=settings.FRONT).select_related("front"))
