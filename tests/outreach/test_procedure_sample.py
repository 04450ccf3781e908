"""The sample catalogue is published once, and the sample letters' procedures are among it."""

from datetime import date

import pytest
from tests.cases.made import actor

from vidan.foundation.figures.named import code_of
from vidan.outreach.models import Procedure
from vidan.site.sample.procedures import make_procedures
from vidan.site.sample.wording import sample_data

pytestmark = pytest.mark.django_db


def test_it_is_made_once_with_one_of_two_versions_and_one_that_ends() -> None:
    make_procedures()
    made = Procedure.objects.count()
    make_procedures()
    assert Procedure.objects.count() == made == Procedure.objects.public().filter(is_sample=True).count()
    assert [one.limit_days for one in Procedure.objects.filter(code="ho-kinh-doanh").order_by("version")] == [5, 3]
    assert list(Procedure.objects.filter(valid_to__lt=date(2020, 11, 16), code="thang-luong"))
    assert Procedure.objects.visible_to(actor("bien-tap")).count() == made


def test_every_procedure_that_a_sample_letter_names_has_its_code() -> None:
    make_procedures()
    for row in sample_data("procedures")["procedure"]:
        for level in ("ward", "district") if row["level"] == "both" else (row["level"],):
            assert code_of(row["name"], level), row["name"]
