"""One search over everything published: what each duty publishes is found there at once, and renewing finds the same."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.text import capfirst
from tests.cases.made import FRONT, actor, made, unit
from tests.consultations.made import drafted
from tests.outreach.activity_made import about, logged
from tests.outreach.articles_made import article
from tests.outreach.bulletins_made import bulletin
from tests.outreach.procedure_made import published as published_procedure
from tests.oversight.duty_made import published as published_plan
from tests.oversight.inspections_made import CONCLUDED, VISIT, at, concluded
from tests.reports.report_made import reported
from tests.scorecards.made import carded
from tests.surveys.result_made import published

from vidan.cases.kinds import State as CaseState
from vidan.consultations.kinds import State as DraftState
from vidan.consultations.services.set_window import open_draft
from vidan.foundation.calendar import clock
from vidan.foundation.search.models import Found, Published
from vidan.foundation.search.published import hide
from vidan.foundation.units.models import ContactKind, ContactPoint
from vidan.outreach.article_kinds import State as ArticleState
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Activity, Article, Procedure
from vidan.outreach.services.end_activity import void_activity
from vidan.outreach.services.log_activity import change_activity
from vidan.outreach.services.publish_procedure import withdraw as withdraw_procedure
from vidan.outreach.services.show_article import withdraw as withdraw_article
from vidan.oversight.services.publish_results import publish as publish_supervision
from vidan.reports.kinds import State as ReportState
from vidan.scorecards.kinds import State
from vidan.site.contacts_findable import hide_ended, tell_contact
from vidan.site.findable import KINDS

pytestmark = pytest.mark.django_db

MOST = 10
CODE = "DT-2018-0001"


@pytest.fixture(autouse=True)
def a_house_that_published_something() -> None:
    call_command("index")
    carded(State.PUBLISHED)
    published(title="Khảo sát tại bộ phận một cửa")
    published_procedure()
    bulletin(BulletinState.SENT, article(ArticleState.PUBLISHED).code)
    logged(title="Nói chuyện về hộ tịch")
    place = ContactPoint.objects.create(
        unit=unit(FRONT),
        kind=ContactKind.HOTLINE,
        place="028 1234 5678",
        hours="giờ hành chính",
        valid_from=date(2018, 1, 2),
    )
    tell_contact(place)
    published_plan()
    drafted(DraftState.REGISTERED)


def page(address: str = "") -> str:
    answer = Client().get(f"/tim-kiem/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def told() -> list[tuple[str, ...]]:
    return sorted(Published.objects.values_list("found__subject", "found__folded", "kind", "title", "summary", "key"))


def test_a_published_score_and_a_published_result_are_found_without_marks() -> None:
    assert "Chỉ số 2018:" in page("?tu=chi+so+2018")
    assert "Khảo sát tại bộ phận một cửa" in page("?tu=khao+sat+mot+cua")


def test_a_draft_is_found_once_everybody_may_read_it() -> None:
    assert "Quy định trả kết quả" not in page("?tu=tra+ket+qua")
    open_draft(code=CODE, actor=actor("lanh-dao"))
    assert "Quy định trả kết quả" in page("?tu=tra+ket+qua")
    assert "Quy định trả kết quả" in page("?tu=tra+ket+qau")


def test_renewing_finds_what_the_services_told() -> None:
    open_draft(code=CODE, actor=actor("lanh-dao"))
    reported(ReportState.SENT)
    with clock.at(at(VISIT - timedelta(days=21))):
        supervision = concluded().code
    with clock.at(at(CONCLUDED)):
        publish_supervision(code=supervision, summary="Mặt trận đã giám sát.", actor=actor("lanh-dao"))
    before = told()
    assert {kind for _subject, _folded, kind, *_rest in before} == set(KINDS)
    hide("survey-ks-2018-01")
    call_command("index")
    assert told() == before


def test_an_article_and_a_procedure_that_are_withdrawn_are_found_no_more() -> None:
    one, other = Article.objects.get(), Procedure.objects.get()
    for title in (one.shown.title if one.shown else "", capfirst(other.name)):
        assert title in page(f"?tu={title}")
    withdraw_article(code=one.code, reason="Đăng nhầm.", actor=actor("can-bo-quan"))
    withdraw_procedure(pk=other.pk, actor=actor("bien-tap"))
    assert not Published.objects.filter(kind__in=("article", "procedure")).exists()


def test_a_bulletin_an_activity_and_a_hotline_are_found_and_lead_to_their_pages() -> None:
    for words, address in (
        ("thang+ba+o+phuong", "/tin-tuc/ban-tin/2018-1/"),
        ("noi+chuyen+ve+ho+tich", f"/tuyen-truyen/{Activity.objects.get().code}/"),
        ("02812345678", "/lien-he/"),
    ):
        assert f'href="{address}"' in page(f"?tu={words}").split("<main")[1]
        assert Client().get(address).status_code == 200


def test_an_activity_is_found_as_long_as_everybody_may_read_of_it() -> None:
    one = Activity.objects.get()
    for public in (False, True):
        change_activity(
            code=one.code, about=about(title="Nói chuyện về hộ tịch", is_public=public), actor=actor("can-bo-phuong")
        )
        assert Published.objects.filter(kind="activity").exists() == public
        assert Client().get(f"/tuyen-truyen/{one.code}/").status_code == (200 if public else 404)
    void_activity(code=one.code, reason="Ghi nhầm.", actor=actor("can-bo-phuong"))
    assert not Published.objects.filter(kind="activity").exists()
    assert Client().get(f"/tuyen-truyen/{one.code}/").status_code == 404


def test_a_contact_point_that_ends_is_found_no_more() -> None:
    ContactPoint.objects.update(valid_to=clock.today() + timedelta(days=2))
    assert hide_ended() == ""
    with clock.at(clock.now() + timedelta(days=2)):
        assert hide_ended() == f"{ContactPoint.objects.count()} ended"
    assert not Published.objects.filter(kind="contact").exists()


def test_a_plan_in_force_is_found_by_its_duties_and_leads_to_its_year() -> None:
    found = page("?tu=tuyen+truyen&loai=plan").split("<main")[1]
    assert 'href="/ke-hoach/2018/"' in found
    assert Client().get("/ke-hoach/2018/").status_code == 200
    assert 'href="/ke-hoach/2018/"' not in page("?tu=tuyen+truyen&loai=report")


def test_kind_and_year_stand_in_the_address() -> None:
    assert "Chỉ số 2018:" in page("?tu=2018&loai=index&nam=2018")
    assert "Chỉ số 2018:" not in page("?tu=2018&loai=survey")


@pytest.mark.parametrize(
    "query", ["?tu=" + "a" * 5000, "?tu=%00", "?tu=x&loai=%27&sau=x", f"?tu=x&sau={10**40}", "?tu=x&nam=²"]
)
def test_hostile_addresses_are_answered_with_a_page(query: str) -> None:
    page(query)


def test_what_was_looked_for_is_shown_as_text() -> None:
    assert "<script>alert" not in page("?tu=<script>alert(1)</script>")


def test_finding_and_failing_to_find_cost_few_queries() -> None:
    for query in ("?tu=khao+sat", "?tu=khoa+sta"):
        page(query)
        with CaptureQueriesContext(connection) as asked:
            page(query)
        assert len(asked.captured_queries) <= MOST


def test_nothing_of_the_desk_is_found() -> None:
    case = made(CaseState.RECEIVED)
    assert Found.objects.filter(subject=case.code).exists()
    assert "Không tìm thấy gì" in page(f"?tu={case.code}")
