"""Inspections and supervisions for tests, carried by the services to where a test needs them."""

from datetime import date, datetime, time, timedelta

from tests.cases.made import actor, unit

from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.oversight.inspection_kinds import Form, InspectionKind, MemberRole, Seen
from vidan.oversight.models import Inspection
from vidan.oversight.services.conclude import add_recommendation, conclude, report_back, send_draft, write_conclusion
from vidan.oversight.services.found_delegation import add_delegate, found, set_visit
from vidan.oversight.services.hear_unit import explain
from vidan.oversight.services.notify_unit import notify_unit
from vidan.oversight.services.press_for_answer import petition, urge
from vidan.oversight.services.propose_inspection import Proposal, approve, propose
from vidan.oversight.services.visit import Look, end_visit, look

OFFICER, HEAD = "can-bo-quan", "lanh-dao"
COMMITTEE = "ubnd-a-an-phu"
ANSWERS = "can-bo-ubnd"
UNION, WARD_FRONT = "phu-nu-a-an-phu", "mttq-a-an-phu"
FRONT = "mttq-a-quan-2"
VISIT = date(2018, 4, 3)
"""Twenty-one days after the tests' Tuesday."""


def at(day: date) -> datetime:
    """A morning of that day."""
    return datetime.combine(day, time(9), tzinfo=clock.now().tzinfo)


def proposal(body: str = COMMITTEE, form: Form = Form.DELEGATION, title: str = "Tiếp nhận hồ sơ") -> Proposal:
    supervised = body.startswith(("ubnd", "phong", "mot-cua"))
    return Proposal(
        kind=InspectionKind.SUPERVISION if supervised else InspectionKind.INSPECTION,
        body=unit(body),
        form=form,
        year=2018,
        planned_on=VISIT,
        title=title,
        topic="one_stop" if supervised else "coordination",
        purpose="Xem việc nhận hồ sơ.",
        content="Niêm yết, giấy hẹn, thái độ.",
        grounds="Nhiều phản ánh.",
        case_codes=("PA-2018-0147",),
    )


def proposed(body: str = COMMITTEE, form: Form = Form.DELEGATION, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    return propose(front=unit(FRONT), proposal=proposal(body, form, title), actor=actor(OFFICER))


def approved(body: str = COMMITTEE, form: Form = Form.DELEGATION, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    return approve(code=proposed(body, form, title).code, actor=actor(HEAD))


def named(code: str) -> None:
    """A leader and a secretary of the district's Front."""
    for name, role in (("Bà Trưởng Đoàn", MemberRole.LEADER), ("Ông Thư Ký", MemberRole.SECRETARY)):
        add_delegate(code=code, name=name, role=role, unit=unit(FRONT), task="Xem sổ", actor=actor(OFFICER))


def founded(body: str = COMMITTEE, visit_on: date = VISIT, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    code = approved(body, title=title).code
    named(code)
    set_visit(code=code, visit_on=visit_on, visit_at=time(8, 30), place="Trụ sở đơn vị", actor=actor(OFFICER))
    return found(code=code, actor=actor(HEAD))


def notified(body: str = COMMITTEE, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    return notify_unit(code=founded(body, title=title).code, actor=actor(HEAD))


def visited(body: str = COMMITTEE, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    """The report came, items were looked at, the work ended on its day."""
    one = notified(body, title)
    item = "posted" if body == COMMITTEE else "plan"
    with clock.at(at(VISIT)):
        look(code=one.code, told=Look(item, Seen.NOT_MET, "Bảng cũ từ năm 2016."), actor=actor(OFFICER))
        return end_visit(code=one.code, ended_on=VISIT, actor=actor(OFFICER))


def written(body: str = COMMITTEE, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    """The delegation has reported; the conclusion and two recommendations are written."""
    code = visited(body, title).code
    with clock.at(at(VISIT + timedelta(days=10))):
        report_back(code=code, text="Đoàn thấy niêm yết cũ.", actor=actor(OFFICER))
        write_conclusion(code=code, text="Niêm yết chưa đúng.", actor=actor(OFFICER))
        add_recommendation(code=code, text="Niêm yết lại.", actor=actor(OFFICER))
        add_recommendation(
            code=code, text="Phân công người phụ trách.", sets_due_on=date(2018, 6, 1), actor=actor(OFFICER)
        )
    return Inspection.objects.get(code=code)


def draft_sent(body: str = COMMITTEE, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    code = written(body, title).code
    with clock.at(at(VISIT + timedelta(days=11))):
        return send_draft(code=code, explain_by=VISIT + timedelta(days=18), actor=actor(HEAD))


CONCLUDED = VISIT + timedelta(days=21)
"""24 April 2018."""


def concluded(body: str = COMMITTEE, title: str = "Tiếp nhận hồ sơ", *, explained_on: date | None = None) -> Inspection:
    """Signed when the days for an explanation are over, or on the day on which the unit explained."""
    code = draft_sent(body, title).code
    if explained_on is not None:
        with clock.at(at(explained_on)):
            explain(code=code, text="Sẽ sửa.", actor=actor(ANSWERS))
            return conclude(code=code, actor=actor(HEAD))
    with clock.at(at(CONCLUDED)):
        return conclude(code=code, actor=actor(HEAD))


URGED = date(2018, 5, 21)
"""The Monday after the programme's day of the first recommendation."""

IN_VAIN = date(2018, 6, 12)
"""The day after the fifteen working days that the urging of that Monday leaves."""


def petitioned(title: str = "Tiếp nhận hồ sơ") -> Inspection:
    """The first recommendation was urged in vain, and the superior of the unit is petitioned."""
    code = concluded(title=title).code
    with clock.at(at(URGED)):
        urge(code=code, number=1, actor=actor(HEAD))
    with clock.at(at(IN_VAIN)):
        petition(code=code, number=1, actor=actor(HEAD))
    return Inspection.objects.get(code=code)


DELEGATE = "phu-nu"
"""Of the women's union: goes along in the delegation of going()."""


def address_of(local: str) -> str:
    """With which e-mail somebody of the cast signs in."""
    email: str = User.objects.get(email__startswith=f"{local}@").email
    return email


def going() -> Inspection:
    """A supervision told to its unit, with two people of the women's union in the delegation: one signs in."""
    code = approved().code
    named(code)
    for name, sign_in in (("Bà Chi Hội", address_of(DELEGATE)), ("Ông Chuyên Gia", "")):
        add_delegate(
            code=code, name=name, role=MemberRole.MEMBER, unit=unit(UNION), sign_in=sign_in, actor=actor(OFFICER)
        )
    set_visit(code=code, visit_on=VISIT, visit_at=time(8, 30), place="Trụ sở phường", actor=actor(OFFICER))
    found(code=code, actor=actor(HEAD))
    return notify_unit(code=code, actor=actor(HEAD))
