"""The sample Front has a published rubric with a draft of its second version, and a fuller draft that may be published."""

import pytest
from tests.cases.made import actor

from vidan.domain.scoring.rubric import faults
from vidan.foundation.calendar import clock
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_changes import changes
from vidan.scorecards.services.write_rubric import tree_of
from vidan.site.sample.rubrics import make_rubrics

pytestmark = pytest.mark.django_db


def test_the_sample_shows_each_state_and_one_change() -> None:
    make_rubrics(last=clock.now(), officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    found = {(one.slug, one.number): one for one in RubricVersion.objects.all()}
    first, second = found["binh-duong-2017", 1], found["binh-duong-2017", 2]
    assert (bool(first.published_at), bool(second.published_at)) == (True, False)
    assert [change.item.code for change in changes(tree_of(first), tree_of(second))] == ["A"]
    assert faults(tree_of(found["chuyen-doi-so-cap-xa", 1])) == []
