"""Sample reports: the years that are over, sent to the City's Front, one of them corrected; half a year and a quarter of this
year; and the reports of this year as drafts, the district's with comments, the City's with the work of all Fronts below it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.reports.models import Report, SectionText
from vidan.reports.services.correct import correct
from vidan.reports.services.decide import approve, ask, send, submit
from vidan.reports.services.open import open_report
from vidan.reports.services.write import comment, set_cut_off, settle, write

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

LIMITS = {
    2018: (
        "Một số nơi trả lời trễ hạn, phải đôn đốc nhiều lần; nguyên nhân chính là chưa phân công người theo dõi hạn.\n"
        "Người dân chưa biết nhiều về các kênh tiếp nhận mới của Mặt trận (mẫu)."
    ),
    2019: (
        "Việc gửi dự thảo đến Mặt trận ở một số cơ quan còn gần ngày ban hành nên thời gian lấy ý kiến ngắn.\n"
        "Số đơn vị trả lời trễ đã giảm nhưng chưa đều giữa các phường (mẫu)."
    ),
    2020: "Một số buổi tuyên truyền phải lùi lại do phòng, chống dịch bệnh (mẫu).",
}
ASKED = (
    "Đề nghị Ủy ban nhân dân chỉ đạo các đơn vị cử người theo dõi hạn trả lời và công khai kết quả.\n"
    "Đề nghị gửi dự thảo văn bản đến Mặt trận đúng thời gian đã thống nhất trong Chương trình phối hợp (mẫu)."
)


@transaction.atomic
def make_reports(*, last: datetime, people: dict[str, Actor]) -> None:
    """Report each year that is over on the 15th of its December, and what of this year can be reported by now."""
    front = Unit.objects.select_related("parent").get(slug=settings.FRONT)
    for year in range(2018, last.year):
        _whole(front, Period(Kind.YEAR, year), date(year, 12, 15), people)
    if last.year > 2019:
        _corrected(front, 2019, people)
    for period in (Period(Kind.HALF, last.year, 1), Period(Kind.QUARTER, last.year, 3)):
        if period.until + timedelta(days=10) <= last.date():
            _whole(front, period, period.until, people)
    began = last - timedelta(days=5)
    if began.month >= 10:
        _draft(front, began, people)
        _of_city(front.parent, began, people)


def _whole(front: Unit, period: Period, cut_off: date, people: dict[str, Actor]) -> Report:
    officer, second, head = (people[name] for name in ("can-bo-quan", "can-bo-quan-2", "lanh-dao"))
    with clock.at(_at(cut_off + timedelta(days=3))):
        report = open_report(front=front, period=period, cut_off=cut_off, below=False, actor=officer, is_sample=True)
        _fill(report, officer)
        ask(code=report.code, actor=officer)
    with clock.at(_at(cut_off + timedelta(days=4))):
        told = comment(
            code=report.code,
            section="petitions",
            text="Đề nghị nêu rõ số lần đôn đốc trong quý cuối kỳ (mẫu).",
            actor=second,
        )
        settle(code=report.code, pk=told.pk, actor=officer)
        submit(code=report.code, actor=officer)
    with clock.at(_at(cut_off + timedelta(days=5))):
        approve(code=report.code, actor=head)
        return send(code=report.code, actor=head)


def _corrected(front: Unit, year: int, people: dict[str, Actor]) -> None:
    """A later edition with a text that was put right, and the numbers of the whole year."""
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    first = Report.objects.get(front=front, kind=Kind.YEAR.value, year=year)
    with clock.at(_at(date(year + 1, 1, 13))):
        why = "Cập nhật số liệu đến hết năm và sửa phần hạn chế theo ý kiến của Ủy ban nhân dân quận (mẫu)."
        report = correct(code=first.code, reason=why, actor=officer)
        set_cut_off(code=report.code, cut_off=date(year, 12, 31), version=report.version, actor=officer)
        text = f"{LIMITS[2019]}\nMột số phường chưa có ý kiến nào gửi đến trong quý I (mẫu)."
        _write(report, "limits", text, officer)
        submit(code=report.code, actor=officer)
        approve(code=report.code, actor=head)
        send(code=report.code, actor=head)


def _draft(front: Unit, began: datetime, people: dict[str, Actor]) -> None:
    officer, second = people["can-bo-quan"], people["can-bo-quan-2"]
    with clock.at(began):
        period = Period(Kind.YEAR, began.year)
        report = open_report(
            front=front, period=period, cut_off=began.date(), below=False, actor=officer, is_sample=True
        )
        _write(report, "limits", LIMITS[2020], officer)
        ask(code=report.code, actor=officer)
    with clock.at(began + timedelta(days=1)):
        comment(
            code=report.code,
            section="recommendations",
            text="Nên thêm kiến nghị về việc gửi dự thảo đúng hạn (mẫu).",
            actor=second,
        )


def _of_city(city: Unit | None, began: datetime, people: dict[str, Actor]) -> None:
    """Its numbers were counted on the day it was opened, which is told before it is signed."""
    assert city is not None
    period, officer = Period(Kind.YEAR, began.year), people["mat-tran-tp"]
    with clock.at(began):
        report = open_report(front=city, period=period, cut_off=began.date(), below=True, actor=officer, is_sample=True)
        _write(report, "limits", LIMITS[2020], officer)


def _fill(report: Report, officer: Actor) -> None:
    if report.kind != Kind.QUARTER.value:
        _write(report, "limits", LIMITS.get(report.year, LIMITS[2019]), officer)
    text = SectionText.objects.get(report=report, section="recommendations").text
    _write(report, "recommendations", f"{text}\n{ASKED}", officer)


def _write(report: Report, section: str, text: str, officer: Actor) -> None:
    version = SectionText.objects.get(report=report, section=section).version
    write(code=report.code, section=section, text=text, version=version, actor=officer)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 15), tzinfo=ZONE)
