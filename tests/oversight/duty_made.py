"""Plans, duties, reports and guidance for tests, made by the services."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.cases.made import actor, unit

from vidan.oversight.duty_kinds import DutyStage, ReportState, RhythmWords
from vidan.oversight.models import Duty, DutyReport, Guidance, Plan, Programme
from vidan.oversight.services.ask_reports import publish_plan
from vidan.oversight.services.give_guidance import GuidancePaper, send_guidance, write_guidance
from vidan.oversight.services.read_in import PlanPaper, read_in
from vidan.oversight.services.report_step import accept_report, send_back_report, write_report
from vidan.oversight.services.set_duties import Assigned, Kept, assign_duty, confirm_duties
from vidan.oversight.services.write_programme import Signed, record_programme

OFFICER, HEAD, WARD, UNION = "can-bo-quan", "lanh-dao", "can-bo-phuong", "phu-nu"
DISTRICT, AN_PHU, AN_KHANH, WOMEN = "mttq-a-quan-2", "mttq-a-an-phu", "mttq-a-an-khanh", "phu-nu-a-an-phu"
LINES = (
    "KẾ HOẠCH",
    "1. MỤC ĐÍCH",
    "Giúp người dân hiểu quyền của mình.",
    "2. TRIỂN KHAI",
    "Hằng quý tổ chức hội nghị tuyên truyền.",
    "Công khai số điện thoại tiếp nhận phản ánh.",
)


def programme(**changed: Any) -> Programme:
    """The programme of the district, written down by its officer."""
    told: dict[str, Any] = {
        "partner": unit("ubnd-a-quan-2"),
        "number": "308/CTPH-UBND-MTTQ",
        "title": "Giám sát tinh thần trách nhiệm khi giải quyết công việc của dân",
        "signed_on": date(2017, 12, 29),
        "first_year": 2017,
        "last_year": 2020,
        "articles": "Hai bên trao đổi thông tin hằng quý.",
    }
    return record_programme(front=unit(DISTRICT), signed=Signed(**(told | changed)), actor=actor(OFFICER))


def read(lines: Sequence[str] = LINES, **changed: Any) -> Plan:
    """A plan of the district with what was read out of it."""
    told: dict[str, Any] = {"year": 2018, "title": "Kế hoạch phối hợp năm 2018"}
    paper = PlanPaper(**(told | changed))
    return read_in(front=unit(DISTRICT), paper=paper, paragraphs=lines, actor=actor(OFFICER))


def confirmed(lines: Sequence[str] = LINES, **changed: Any) -> Plan:
    """A plan whose likely duties were confirmed."""
    plan = read(lines, **changed)
    kept = [
        Kept(code=one.code, title=one.title, rhythm=RhythmWords(one.rhythm))
        for one in plan.duties.filter(stage=DutyStage.PROPOSED, is_likely=True)
    ]
    confirm_duties(code=plan.code, kept=kept, actor=actor(OFFICER))
    plan.refresh_from_db()
    return plan


def assigned(duty: Duty, **changed: Any) -> Duty:
    """A duty of two wards, each quarter, shown by the activities held."""
    told: dict[str, Any] = {
        "title": duty.title,
        "words": duty.words,
        "clause": duty.clause,
        "rhythm": RhythmWords.QUARTER,
        "figure": "outreach.activities",
        "responsible": [unit(AN_PHU), unit(AN_KHANH)],
        "taking_part": [unit(WOMEN)],
    }
    return assign_duty(code=duty.code, assigned=Assigned(**(told | changed)), actor=actor(OFFICER))


def published(**changed: Any) -> Plan:
    """A plan in force: its first duty is of two wards, the second of nobody."""
    plan = confirmed()
    assigned(plan.duties.earliest("position"), **changed)
    return publish_plan(code=plan.code, actor=actor(HEAD))


def report(slug: str = AN_PHU, period: str = "q1", *, of: Plan | None = None, **changed: Any) -> DutyReport:
    """The report that a plan in force asks a unit for."""
    plan = of or published(**changed)
    return DutyReport.objects.get(duty__plan=plan, unit__slug=slug, period=period)


def sent(slug: str = AN_PHU, period: str = "q1", *, local: str = WARD, **changed: Any) -> DutyReport:
    """One that was sent."""
    one = report(slug, period, **changed)
    return write_report(code=one.code, words="Đã tổ chức một hội nghị.", counted=1, actor=actor(local), sends=True)


def in_state(state: ReportState) -> DutyReport:
    """One in a state of its way."""
    if state == ReportState.DRAFT:
        return report()
    one = sent()
    if state == ReportState.RETURNED:
        return send_back_report(code=one.code, reason="Thiếu số người dự.", actor=actor(OFFICER))
    if state == ReportState.ACCEPTED:
        return accept_report(code=one.code, actor=actor(OFFICER))
    return one


def guidance_paper(**changed: Any) -> GuidancePaper:
    """What a paper to the ward of An Phú and its women's union says."""
    told: dict[str, Any] = {
        "title": "Cách ghi sổ điện thoại",
        "dated": date(2018, 3, 12),
        "words": "Ghi ngay khi nhận.",
        "units": [unit(AN_PHU), unit(WOMEN)],
        "accept_by": date(2018, 3, 20),
    }
    return GuidancePaper(**(told | changed))


def guidance(*, sends: bool = True, **changed: Any) -> Guidance:
    """Such a paper, sent or not."""
    made = write_guidance(front=unit(DISTRICT), paper=guidance_paper(**changed), actor=actor(OFFICER))
    return send_guidance(code=made.code, actor=actor(OFFICER)) if sends else made
