"""Sample inspections and supervisions: a ward's Front to the end, a union under way, two ward People's Committees."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.oversight.inspection_kinds import Carried, Decided, InspectionKind, MemberRole, Seen
from vidan.oversight.models import Inspection
from vidan.oversight.services.conclude import add_recommendation, conclude, report_back, send_draft, write_conclusion
from vidan.oversight.services.follow_recommendations import answer, close, note_overdue, verify
from vidan.oversight.services.found_delegation import add_delegate, found, set_visit
from vidan.oversight.services.hear_unit import OnPaper, explain, give_report
from vidan.oversight.services.notify_unit import notify_unit
from vidan.oversight.services.press_for_answer import petition, take_superior, urge
from vidan.oversight.services.propose_inspection import Proposal, approve, propose
from vidan.oversight.services.publish_results import publish
from vidan.oversight.services.visit import Look, end_visit, look

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
INSPECTION, SUPERVISION = InspectionKind.INSPECTION, InspectionKind.SUPERVISION

OF_FRONT = "Thực hiện chương trình phối hợp năm 2019 tại Mặt trận phường An Phú (mẫu)"
OF_UNION = "Vận động hội viên tham gia cải cách hành chính năm 2020 (mẫu)"
OF_COUNTER = "Tiếp nhận và trả kết quả thủ tục hành chính tại phường An Phú (mẫu)"
OF_ANSWERS = "Giải quyết phản ánh, kiến nghị của người dân tại phường Thảo Điền (mẫu)"

VISITING = ("can-bo-quan", "can-bo-quan-2", "lanh-dao", "can-bo-phuong", "can-bo-ubnd", "phu-nu")
"""Who of the cast has a part in it."""

Steps = Sequence[tuple[date, Callable[[], object]]]


@transaction.atomic
def make_inspections(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Carry each on, each step on its day, as far as the sample's today lets."""
    for steps in (_front(people), _counter(people), _answers(people), _union(people)):
        for day, step in steps:
            moment = datetime.combine(day, time(9, 30), tzinfo=ZONE)
            if moment > last:
                break
            with clock.at(moment):
                step()
    with clock.at(last):
        note_overdue()


def _front(people: Mapping[str, Actor]) -> Steps:
    """An inspection of a ward's Front, all answered and ended."""
    officer, head, ward = people["can-bo-quan"], people["lanh-dao"], people["can-bo-phuong"]
    looks = (
        Look("plan", Seen.MET),
        Look("receiving", Seen.PARTLY, "Hộp thư mở đúng lịch; sổ điện thoại có tuần để trống (mẫu)."),
        Look("reports", Seen.NOT_MET, "Báo cáo quý II nộp sau hạn 6 ngày (mẫu)."),
    )
    title, day = OF_FRONT, date(2019, 8, 21)
    proposal = _proposal(title, INSPECTION, "mttq-a-an-phu", 2019, day, "coordination")
    return (
        (date(2018, 11, 20), lambda: _propose(proposal, officer)),
        (date(2018, 11, 27), lambda: approve(code=_code(title), actor=head)),
        (date(2019, 7, 29), lambda: _found(title, day, "Trụ sở Mặt trận phường An Phú (mẫu)", officer, head)),
        (date(2019, 7, 30), lambda: notify_unit(code=_code(title), actor=head)),
        (
            date(2019, 8, 12),
            lambda: give_report(
                code=_code(title), text="Mặt trận phường gửi báo cáo 6 tháng và sổ theo dõi (mẫu).", actor=ward
            ),
        ),
        (day, lambda: _look(title, looks, officer)),
        (
            date(2019, 8, 28),
            lambda: _write(
                title,
                "Mặt trận phường làm đúng kế hoạch; còn chậm báo cáo và ghi sổ chưa đều (mẫu).",
                ("Phân công người ghi sổ điện thoại hằng ngày (mẫu).", "Nộp báo cáo quý đúng hạn (mẫu)."),
                officer,
            ),
        ),
        (date(2019, 8, 29), lambda: send_draft(code=_code(title), explain_by=date(2019, 9, 9), actor=head)),
        (
            date(2019, 9, 4),
            lambda: explain(code=_code(title), text="Quý II cán bộ phụ trách nghỉ thai sản (mẫu).", actor=ward),
        ),
        (date(2019, 9, 10), lambda: conclude(code=_code(title), actor=head)),
        (
            date(2019, 9, 24),
            lambda: _answer_all(title, ("Đã phân công từ 16/9 (mẫu).", "Quý III đã nộp đúng hạn (mẫu)."), ward),
        ),
        (date(2019, 10, 15), lambda: _verify(title, (Carried.DONE, Carried.DONE), officer)),
        (date(2019, 10, 16), lambda: close(code=_code(title), actor=head)),
    )


def _counter(people: Mapping[str, Actor]) -> Steps:
    """A supervision of a ward's People's Committee to verified recommendations, published."""
    officer, head, committee = people["can-bo-quan"], people["lanh-dao"], people["can-bo-ubnd"]
    looks = (
        Look("posted", Seen.PARTLY, "Hai thủ tục còn mức phí cũ (mẫu)."),
        Look("slips", Seen.NOT_MET, "Năm trên hai mươi giấy hẹn không ghi ngày trả (mẫu)."),
        Look("conduct", Seen.MET),
        Look("queue", Seen.MET, "Có ghế và nước; người già được gọi trước (mẫu)."),
    )
    title, day = OF_COUNTER, date(2019, 5, 15)
    proposal = _proposal(title, SUPERVISION, "ubnd-a-an-phu", 2019, day, "one_stop")
    summary = (
        "Mặt trận quận giám sát việc nhận và trả hồ sơ tại phường An Phú. Phục vụ lịch sự, có chỗ ngồi; "
        "giấy hẹn và bảng niêm yết còn thiếu, phường đã sửa (mẫu)."
    )
    return (
        (date(2018, 11, 20), lambda: _propose(proposal, officer)),
        (date(2018, 11, 27), lambda: approve(code=_code(title), actor=head)),
        (date(2019, 4, 22), lambda: _found(title, day, "Bộ phận một cửa phường An Phú (mẫu)", officer, head)),
        (date(2019, 4, 23), lambda: notify_unit(code=_code(title), actor=head)),
        (
            date(2019, 5, 6),
            lambda: give_report(
                code=_code(title), text="Ủy ban nhân dân phường báo cáo số hồ sơ và số trễ hẹn (mẫu).", actor=committee
            ),
        ),
        (day, lambda: _look(title, looks, officer)),
        (
            date(2019, 5, 27),
            lambda: _write(
                title,
                "Bộ phận một cửa phục vụ lịch sự. Giấy hẹn và niêm yết phí chưa đúng quy định (mẫu).",
                ("Ghi ngày trả trên mọi giấy hẹn (mẫu).", "Niêm yết lại mức phí hiện hành (mẫu)."),
                officer,
            ),
        ),
        (date(2019, 5, 28), lambda: send_draft(code=_code(title), explain_by=date(2019, 6, 5), actor=head)),
        (
            date(2019, 6, 3),
            lambda: explain(code=_code(title), text="Phường nhận thiếu sót và sẽ sửa ngay (mẫu).", actor=committee),
        ),
        (date(2019, 6, 6), lambda: conclude(code=_code(title), actor=head)),
        (
            date(2019, 6, 20),
            lambda: _answer_all(title, ("Đã in lại mẫu giấy hẹn (mẫu).", "Đã thay bảng phí (mẫu)."), committee),
        ),
        (date(2019, 7, 10), lambda: _verify(title, (Carried.DONE, Carried.PARTLY), officer)),
        (date(2019, 7, 11), lambda: publish(code=_code(title), summary=summary, actor=head)),
    )


def _answers(people: Mapping[str, Actor]) -> Steps:
    """A supervision with two recommendations nobody answered: urged, the district petitioned, which has settled one."""
    officer, head = people["can-bo-quan-2"], people["lanh-dao"]
    looks = (
        Look("book", Seen.PARTLY, "Sổ có, nhưng 11 dòng thiếu ngày trả lời (mẫu)."),
        Look("in_time", Seen.NOT_MET, "Bốn phản ánh quá hạn, không nêu lý do (mẫu)."),
        Look("reception", Seen.MET),
    )
    title, day = OF_ANSWERS, date(2020, 7, 8)
    proposal = _proposal(title, SUPERVISION, "ubnd-a-thao-dien", 2020, day, "petitions")
    report = OnPaper(number="148/UBND-VP (mẫu)", dated=date(2020, 6, 29), received_on=date(2020, 6, 30))
    said = OnPaper(number="171/UBND-VP (mẫu)", dated=date(2020, 8, 17), received_on=date(2020, 8, 18))
    above = OnPaper(number="512/UBND-NV (mẫu)", dated=date(2020, 11, 2), received_on=date(2020, 11, 4))
    summary = "Phường Thảo Điền còn trả lời chậm một số phản ánh; hai kiến nghị phải đưa lên quận (mẫu)."
    return (
        (date(2019, 11, 18), lambda: _propose(proposal, officer)),
        (date(2019, 11, 26), lambda: approve(code=_code(title), actor=head)),
        (date(2020, 6, 15), lambda: _found(title, day, "Ủy ban nhân dân phường Thảo Điền (mẫu)", officer, head)),
        (date(2020, 6, 16), lambda: notify_unit(code=_code(title), actor=head)),
        (
            date(2020, 6, 30),
            lambda: give_report(code=_code(title), text="Báo cáo số phản ánh (mẫu).", paper=report, actor=officer),
        ),
        (day, lambda: _look(title, looks, officer)),
        (
            date(2020, 7, 20),
            lambda: _write(
                title,
                "Tiếp dân đúng lịch. Sổ theo dõi và thời hạn trả lời chưa bảo đảm (mẫu).",
                (
                    "Ghi đủ ngày nhận, ngày trả lời vào sổ (mẫu).",
                    "Trả lời bốn phản ánh đã quá hạn (mẫu).",
                    "Niêm yết lịch tiếp dân ở sảnh (mẫu).",
                ),
                officer,
            ),
        ),
        (date(2020, 7, 21), lambda: send_draft(code=_code(title), explain_by=date(2020, 7, 30), actor=head)),
        (date(2020, 8, 3), lambda: conclude(code=_code(title), actor=head)),
        (
            date(2020, 8, 18),
            lambda: answer(code=_code(title), number=1, text="Đã ghi bổ sung (mẫu).", paper=said, actor=officer),
        ),
        (date(2020, 9, 8), lambda: [urge(code=_code(title), number=number, actor=head) for number in (2, 3)]),
        (date(2020, 9, 22), lambda: _verify(title, (Carried.DONE,), officer)),
        (date(2020, 10, 5), lambda: [petition(code=_code(title), number=number, actor=head) for number in (2, 3)]),
        (date(2020, 10, 7), lambda: publish(code=_code(title), summary=summary, actor=head)),
        (
            date(2020, 11, 4),
            lambda: take_superior(
                code=_code(title),
                number=3,
                decided=Decided.SETTLED,
                text="Ủy ban nhân dân quận đã cho niêm yết lịch tiếp dân của các phường tại sảnh (mẫu).",
                paper=above,
                actor=officer,
            ),
        ),
    )


def _union(people: Mapping[str, Actor]) -> Steps:
    """An inspection of a union under way: told, reported, to be visited."""
    officer, head, union = people["can-bo-quan"], people["lanh-dao"], people["phu-nu"]
    title, day = OF_UNION, date(2020, 11, 19)
    proposal = _proposal(title, INSPECTION, "phu-nu-a-an-phu", 2020, day, "members")
    return (
        (date(2019, 11, 18), lambda: _propose(proposal, officer)),
        (date(2019, 11, 26), lambda: approve(code=_code(title), actor=head)),
        (
            date(2020, 10, 28),
            lambda: _found(title, day, "Hội Phụ nữ phường An Phú (mẫu)", officer, head, along=people["can-bo-phuong"]),
        ),
        (date(2020, 10, 29), lambda: notify_unit(code=_code(title), actor=head)),
        (
            date(2020, 11, 10),
            lambda: give_report(code=_code(title), text="Hội báo cáo 14 buổi sinh hoạt (mẫu).", actor=union),
        ),
    )


def _proposal(title: str, kind: InspectionKind, slug: str, year: int, planned_on: date, topic: str) -> Proposal:
    return Proposal(
        kind=kind,
        body=Unit.objects.get(slug=slug),
        year=year,
        planned_on=planned_on,
        title=title,
        topic=topic,
        purpose="Thấy việc làm được, việc còn vướng, để đơn vị sửa và người dân được phục vụ tốt hơn (mẫu).",
        content="Xem sổ sách, nơi làm việc; hỏi người phụ trách và người dân có mặt (mẫu).",
        conditions="Đoàn dùng xe của Mặt trận quận (mẫu).",
        grounds="Chương trình phối hợp và ý kiến người dân Mặt trận đã nhận (mẫu).",
    )


def _propose(proposal: Proposal, officer: Actor) -> None:
    front = Unit.objects.select_related("parent__parent", "area").get(slug=settings.FRONT)
    propose(front=front, proposal=proposal, actor=officer, is_sample=True)


def _found(title: str, day: date, place: str, officer: Actor, head: Actor, *, along: Actor | None = None) -> None:
    code, front = _code(title), Unit.objects.get(slug=settings.FRONT)
    office = Unit.objects.get(slug="phong-tu-phap-a-quan-2")
    for name, role, unit, task in (
        ("Phó Chủ tịch Mặt trận quận (mẫu)", MemberRole.LEADER, front, "Chủ trì, kết luận buổi làm việc (mẫu)"),
        ("Cán bộ Mặt trận quận (mẫu)", MemberRole.SECRETARY, front, "Ghi biên bản, dự thảo báo cáo (mẫu)"),
        ("Chuyên viên Phòng Tư pháp (mẫu)", MemberRole.MEMBER, office, "Xem sổ sách (mẫu)"),
    ):
        add_delegate(code=code, name=name, role=role, unit=unit, task=task, actor=officer)
    if along is not None:
        add_delegate(
            code=code,
            name="Cán bộ Mặt trận phường (mẫu)",
            role=MemberRole.MEMBER,
            unit=Unit.objects.get(slug="mttq-a-an-phu"),
            task="Ghi bảng kiểm tại chỗ (mẫu)",
            sign_in=User.objects.get(code=along.code).email,
            actor=officer,
        )
    set_visit(code=code, visit_on=day, visit_at=time(8), place=place, actor=officer)
    found(code=code, actor=head)


def _look(title: str, looks: Sequence[Look], officer: Actor) -> None:
    for told in looks:
        look(code=_code(title), told=told, actor=officer)
    end_visit(code=_code(title), ended_on=clock.today(), actor=officer)


def _write(title: str, conclusion: str, recommendations: Sequence[str], officer: Actor) -> None:
    code = _code(title)
    report_back(code=code, text="Đoàn báo cáo kết quả làm việc, kèm bảng kiểm (mẫu).", actor=officer)
    write_conclusion(code=code, text=conclusion, actor=officer)
    for text in recommendations:
        add_recommendation(code=code, text=text, actor=officer)


def _answer_all(title: str, texts: Sequence[str], unit: Actor) -> None:
    for number, text in enumerate(texts, 1):
        answer(code=_code(title), number=number, text=text, actor=unit)


def _verify(title: str, results: Sequence[Carried], officer: Actor) -> None:
    for number, carried in enumerate(results, 1):
        note = "Đã xem tại chỗ (mẫu)." if carried == Carried.DONE else "Còn một thủ tục chưa thay mức phí (mẫu)."
        verify(code=_code(title), number=number, carried=carried, note=note, actor=officer)


def _code(title: str) -> str:
    return Inspection.objects.get(front__slug=settings.FRONT, title=title).code
