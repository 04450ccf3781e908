"""The sample installation shows what protects those who spoke."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.cases.made import actor

from vidan.cases.models import DataRequest, IdentityRequest
from vidan.consultations.models import NameRequest, OpinionDataRequest
from vidan.foundation.calendar import clock
from vidan.site.openings import openings_of
from vidan.site.sample.drafts import make_drafts
from vidan.site.sample.people import CAST
from vidan.site.sample.trust import make_trust
from vidan.site.sample.work import Work

pytestmark = pytest.mark.django_db


def test_sample_requests_openings_and_content_that_is_due() -> None:
    last = datetime(2020, 11, 16, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    work = Work(last=last, total=40)
    work.carry()
    make_drafts(last=last, people={local: work.actor(local) for local, *_rest in CAST})
    make_trust(last)
    with clock.at(last):
        assert IdentityRequest.objects.exists()
        assert DataRequest.objects.count() == 4
        assert NameRequest.objects.count() == OpinionDataRequest.objects.count() == 1
        assert openings_of(actor("lanh-dao"))[0]
