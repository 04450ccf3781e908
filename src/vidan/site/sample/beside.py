"""What stands beside the sample's cases: rubrics and scores, surveys, drafts, inspections, activities, plans, reports, news; in
an order that lets a later one count an earlier one."""

from collections.abc import Callable
from datetime import datetime

from vidan.foundation.accounts.actors import Actor
from vidan.site.sample.activities import make_activities
from vidan.site.sample.appraisals import make_appraisals
from vidan.site.sample.bulletins import make_bulletins
from vidan.site.sample.drafts import make_drafts
from vidan.site.sample.duties import make_duties
from vidan.site.sample.inspections import make_inspections
from vidan.site.sample.news import make_news
from vidan.site.sample.official_surveys import make_official_surveys
from vidan.site.sample.people import CAST
from vidan.site.sample.reports import make_reports
from vidan.site.sample.rubrics import make_rubrics
from vidan.site.sample.scorecards import make_scorecards
from vidan.site.sample.surveys import make_surveys


def make_beside(*, last: datetime, actor: Callable[[str], Actor]) -> None:
    """Make all of it, as far as the sample's today lets; `actor` finds one of the cast."""
    make_rubrics(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    make_surveys(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    make_appraisals(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    several = {local: actor(local) for local, *_rest in CAST}
    make_official_surveys(last=last, people=several)
    make_drafts(last=last, people=several)
    make_inspections(last=last, people=several)
    make_activities(last=last, head=actor("lanh-dao"))
    make_duties(last=last, people=several)
    make_scorecards(last=last, people=several)
    make_reports(last=last, people=several)
    editing = {local: actor(local) for local in ("bien-tap", "can-bo-quan")}
    make_news(last=last, people=editing)
    make_bulletins(last=last, people=editing)
