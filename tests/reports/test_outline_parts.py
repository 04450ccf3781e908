"""A Front changes what its template is made of in the browser: the order of sections, charts, tables by place and by quarter."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.reports.report_made import OFFICER, reported

from vidan.reports.models import OutlineVersion

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/bao-cao/mau/quarter/"
CODES = ["dissemination", "petitions", "attitude", "criticism", "inspections", "recommendations"]
SECTION = {"number": 0, "title": "Phần", "text": "Có {cases.received} ý kiến.", "figures": "cases.received"}
BOARD = {"number": 0, "title": "Bảng theo quý", "rows": "quarter", "figures": "cases.received\ncases.urged"}


@pytest.fixture
def client(signed_in: Callable[[str], Client]) -> Client:
    return signed_in(OFFICER)


def kept() -> dict[str, Any]:
    written: dict[str, Any] = OutlineVersion.objects.latest("number").written
    return written


def codes(of: str = "sections") -> list[str]:
    return [part["code"] for part in kept()[of]]


@pytest.mark.parametrize(
    ("after", "order"),
    [
        ("-", ["criticism", "dissemination", "petitions", "attitude", "inspections", "recommendations"]),
        ("dissemination", ["dissemination", "criticism", "petitions", "attitude", "inspections", "recommendations"]),
        ("recommendations", ["dissemination", "petitions", "attitude", "inspections", "recommendations", "criticism"]),
        ("", CODES),
    ],
)
def test_a_section_is_put_after_another(client: Client, after: str, order: list[str]) -> None:
    assert client.post(f"{PLACE}criticism/", SECTION | {"after": after}).status_code == 302
    assert codes() == order


def test_a_section_stands_after_itself_or_a_stranger_never(client: Client) -> None:
    for wrong in ("criticism", "khong-co"):
        assert client.post(f"{PLACE}criticism/", SECTION | {"after": wrong}).status_code == 422


def test_a_new_section_stands_where_it_is_put(client: Client) -> None:
    assert client.post(f"{PLACE}moi/", SECTION | {"after": "attitude"}).status_code == 302
    assert codes() == [*CODES[:3], "part_1", *CODES[3:]]


def test_charts_are_drawn_in_reports_opened_from_then_on(client: Client) -> None:
    charts = "cases.received | quý | Ý kiến theo quý\n\ncases.urged|NƠI|Đôn đốc theo nơi"
    assert client.post(f"{PLACE}petitions/", SECTION | {"charts": charts}).status_code == 302
    assert next(part for part in kept()["sections"] if part["code"] == "petitions")["charts"] == [
        {"figure": "cases.received", "by": "quarter", "title": "Ý kiến theo quý"},
        {"figure": "cases.urged", "by": "place", "title": "Đôn đốc theo nơi"},
    ]
    assert "cases.received | quý | Ý kiến theo quý" in client.get(f"{PLACE}petitions/").text
    shown = client.get(f"/ban-lam-viec/bao-cao/{reported().code}/").text
    assert "Ý kiến theo quý" in shown
    assert "Đôn đốc theo nơi" in shown


@pytest.mark.parametrize("line", ["cases.gone | quý | X", "cases.received | năm | X", "cases.received | quý", "x|quý|"])
def test_a_chart_that_cannot_be_drawn_is_told_by_its_line(client: Client, line: str) -> None:
    answer = client.post(f"{PLACE}petitions/", SECTION | {"charts": line})
    assert answer.status_code == 422
    assert "chưa đúng" in answer.text
    assert not OutlineVersion.objects.exists()


def test_there_are_no_more_charts_or_columns_than_a_page_holds(client: Client) -> None:
    charts = "\n".join(["cases.received | quý | X"] * 5)
    assert client.post(f"{PLACE}petitions/", SECTION | {"charts": charts}).status_code == 422
    names = "cases.received cases.answered cases.urged cases.decided cases.proposed cases.verified receptions.held"
    names += " receptions.people outreach.reached"
    assert client.post(f"{PLACE}bang/moi/", BOARD | {"figures": names}).status_code == 422


def test_a_table_is_added_changed_moved_and_left_out(client: Client) -> None:
    assert client.post(f"{PLACE}bang/moi/", BOARD | {"after": "-"}).status_code == 302
    assert codes("tables") == ["table_1", "by_place"]
    assert kept()["tables"][0] == {
        "code": "table_1",
        "title": "Bảng theo quý",
        "rows": "quarter",
        "figures": ["cases.received", "cases.urged"],
    }
    report = reported()
    assert "Bảng theo quý" in client.get(f"/ban-lam-viec/bao-cao/{report.code}/").text
    assert client.post(f"{PLACE}bang/table_1/", BOARD | {"number": 1, "after": "by_place"}).status_code == 302
    assert codes("tables") == ["by_place", "table_1"]
    for number, code in ((2, "table_1"), (3, "by_place")):
        assert client.post(f"{PLACE}bang/{code}/", BOARD | {"number": number, "drop": "1"}).status_code == 302
    assert codes("tables") == []


@pytest.mark.parametrize("wrong", [{"figures": ""}, {"figures": "cases.gone"}, {"rows": "month"}, {"title": ""}])
def test_a_table_of_nothing_is_refused_beside_the_field(client: Client, wrong: dict[str, str]) -> None:
    assert client.post(f"{PLACE}bang/by_place/", BOARD | wrong).status_code == 422
    assert not OutlineVersion.objects.exists()


def test_a_table_that_is_not_there_or_of_no_kind_is_not_found(client: Client) -> None:
    assert client.get(f"{PLACE}bang/khong-co/").status_code == 404
    assert client.get("/ban-lam-viec/bao-cao/mau/month/bang/moi/").status_code == 404


def test_the_template_shows_its_charts_and_tables(client: Client) -> None:
    shown = client.get("/ban-lam-viec/bao-cao/mau/year/").text
    assert "Biểu đồ theo quý: Hoạt động tuyên truyền theo quý" in shown
    assert "Bảng theo nơi" in shown
    assert "/ban-lam-viec/bao-cao/mau/year/bang/by_quarter/" in shown
