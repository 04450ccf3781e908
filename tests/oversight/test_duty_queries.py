"""No page of plans, duties, reports and guidance asks the database more than ten times, however much stands there."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cases.made import actor, unit
from tests.oversight.duty_made import AN_KHANH, AN_PHU, OFFICER, WARD, WOMEN, assigned, guidance, programme, published
from tests.test_queries import MOST, count

from vidan.foundation.calendar import clock
from vidan.oversight.duty_kinds import RhythmWords
from vidan.oversight.models import DutyReport
from vidan.oversight.services.report_step import write_report
from vidan.oversight.services.set_duties import Assigned, add_duty

pytestmark = pytest.mark.django_db


def furnish() -> dict[str, str]:
    """A plan in force with reports and guidance; the codes of one of each."""
    plan = published(responsible=[unit(AN_PHU), unit(AN_KHANH), unit(WOMEN)])
    one = DutyReport.objects.get(duty__plan=plan, unit__slug=AN_PHU, period="q1")
    other = DutyReport.objects.get(duty__plan=plan, unit__slug=AN_PHU, period="q2")
    write_report(code=other.code, words="Xong.", counted=1, actor=actor(WARD), sends=True)
    told = {"plan": plan.code, "duty": one.duty.code, "report": one.code, "sent": other.code}
    return told | {"programme": programme().code, "guidance": guidance().code, "draft": guidance(sends=False).code}


def grow(codes: dict[str, str]) -> None:
    """Many more of everything."""
    for n in range(4):
        told = Assigned(
            title=f"Việc {n}", words="Làm.", clause=f"4.{n}", rhythm=RhythmWords.MONTH, figure="cases.received"
        )
        made = add_duty(code=codes["plan"], assigned=told, actor=actor(OFFICER))
        assigned(made, rhythm=RhythmWords.MONTH)
        guidance()
    for one in DutyReport.objects.filter(unit__slug=AN_PHU, state="draft").exclude(code=codes["report"])[:12]:
        write_report(code=one.code, words="Xong.", counted=1, actor=actor(WARD), sends=True)


@pytest.mark.parametrize(
    ("local", "place"),
    [
        ("", "/ke-hoach/"),
        *(
            (local, f"/ban-lam-viec/{place}")
            for local in ("lanh-dao", WARD)
            for place in (
                "",
                "chuong-trinh/",
                "chuong-trinh/{programme}/",
                "ke-hoach/{plan}/",
                "nhiem-vu/{duty}/",
                "bao-cao-nhiem-vu/",
                "bao-cao-nhiem-vu/?tinh-trang=tre",
                "bao-cao-nhiem-vu/{report}/",
                "bao-cao-nhiem-vu/{sent}/",
                "huong-dan/",
                "huong-dan/{guidance}/",
            )
        ),
        *(
            ("lanh-dao", f"/ban-lam-viec/{place}")
            for place in (
                "bao-cao-nhiem-vu/so-sanh/",
                "nhiem-vu/{duty}/giao/",
                "nhiem-vu/{duty}/xong/",
                "ke-hoach/{plan}/nhiem-vu/them/",
                "ke-hoach/doc/",
                "chuong-trinh/ghi/",
                "huong-dan/soan/",
                "huong-dan/{draft}/sua/",
            )
        ),
        (WARD, "/ban-lam-viec/bao-cao-nhiem-vu/{report}/viet/"),
    ],
)
def test_a_page_asks_no_more_as_it_grows(local: str, place: str, signed_in: Callable[[str], Client]) -> None:
    client = signed_in(local) if local else Client()
    codes = furnish()
    with clock.at(datetime(2018, 4, 12, 9, tzinfo=clock.now().tzinfo)):
        few = count(client, place.format(**codes))
        grow(codes)
        assert count(client, place.format(**codes)) <= max(few, MOST - 1) <= MOST
