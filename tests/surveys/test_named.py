"""What published rounds say of a procedure, asked by its name."""

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.outreach.procedure_made import published as published_procedure
from tests.surveys.result_made import replied

from vidan.foundation.figures.named import measured
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SurveyRound
from vidan.surveys.services.publish_result import publish_result

pytestmark = pytest.mark.django_db


def of_procedures() -> SurveyRound:
    """A published round with a procedure at each of its three counters, two of them the same."""
    round_ = replied(state=RoundState.CLOSED)
    for stratum, name in zip(
        round_.strata.all(), ("Đăng ký khai sinh", "chứng thực", "Đăng ký khai sinh"), strict=True
    ):
        stratum.procedure = name
        stratum.save()
    return publish_result(code=round_.code, version=round_.version, actor=actor("lanh-dao"))


def test_a_procedure_is_found_by_its_name_with_what_was_frozen() -> None:
    round_ = of_procedures()
    (found,) = measured("dang ky  khai sinh")
    frozen = round_.frozen or {}
    line = next(one for one in frozen["result"]["procedures"] if one["names"] == ["Đăng ký khai sinh"])
    assert (found.index, found.replies) == (line["overall"]["pooled"]["index"], line["replies"])
    assert found.address == f"/khao-sat/ket-qua/{round_.code}/"


def test_nothing_is_told_of_other_names_or_of_a_round_that_is_not_published() -> None:
    replied(code="ks-2018-02", state=RoundState.CLOSED).strata.update(procedure="Đăng ký khai sinh")
    assert measured("Đăng ký khai sinh") == []
    of_procedures()
    assert measured("kết hôn") == []


def test_the_page_of_the_procedure_shows_it() -> None:
    published_procedure()
    of_procedures()
    (found,) = measured("Đăng ký khai sinh")
    page = Client().get("/thu-tuc/khai-sinh/").content.decode()
    assert f"<b>{found.index}%</b>" in page
    assert f'href="{found.address}"' in page
