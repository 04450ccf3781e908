"""Sample official surveys: the district's of 2019, unpublished and late, written about, published, compared; and this year's,
which is late again while the letter about it waits for the head."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.surveys.kinds import Finding, Mode, RoundState
from vidan.surveys.models import OfficialSurvey, SurveyRound
from vidan.surveys.services.close_watch import close_watch
from vidan.surveys.services.judge_item import judge_item
from vidan.surveys.services.record_official import Known, change_official, record_official
from vidan.surveys.services.record_publication import Publication, record_publication
from vidan.surveys.services.show_official import show_official
from vidan.surveys.services.write_letter import approve_letter, record_answer, write_letter

BODY = "phong-noi-vu-a-quan-2"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
YES, PARTLY, NO, UNKNOWN = Finding.YES, Finding.PARTLY, Finding.NO, Finding.UNKNOWN

Findings = Mapping[str, tuple[Finding, str]]

METHOD = (
    "Phát phiếu tại bộ phận tiếp nhận và trả kết quả của quận và 11 phường, mỗi nơi 40 phiếu; "
    "người đến làm thủ tục tự điền rồi bỏ vào thùng phiếu (mẫu)."
)
HELD: Findings = {
    "decided": (YES, "Kế hoạch nêu Phòng Nội vụ chủ trì (mẫu)."),
    "method_before": (PARTLY, "Kế hoạch gửi các phường trước khi lấy phiếu, người dân không đọc được (mẫu)."),
    "sample": (PARTLY, "Có cỡ mẫu từng nơi, không nói chọn người trả lời cách nào (mẫu)."),
    "factors": (YES, "Mẫu phiếu có đủ năm phần (mẫu)."),
    "independent": (NO, "Công chức tại quầy phát phiếu cho người mình vừa phục vụ (mẫu)."),
    "anonymous": (YES, "Phiếu không có chỗ ghi tên (mẫu)."),
    "non_response": (NO, "Không ghi bao nhiêu người không nhận phiếu (mẫu)."),
    "questions": (NO, "Mẫu phiếu không kèm theo kế hoạch được công khai (mẫu)."),
}
UNPUBLISHED: Findings = {
    "published": (NO, "Đến ngày 10/02/2020 chưa thấy trên cổng thông tin quận và bảng niêm yết (mẫu)."),
    "in_time": (NO, "Hạn là ngày 31/01/2020 (mẫu)."),
    "by_unit": (UNKNOWN, "Chưa có kết quả để xem (mẫu)."),
    "raw_counts": (UNKNOWN, "Chưa có kết quả để xem (mẫu)."),
    "used": (UNKNOWN, "Chưa có kết quả để xem (mẫu)."),
}
PUBLISHED: Findings = {
    "published": (YES, "Có trên cổng thông tin quận từ ngày 20/03/2020 (mẫu)."),
    "by_unit": (PARTLY, "Có số của quận và số chung của 11 phường, không có số từng phường (mẫu)."),
    "raw_counts": (NO, "Chỉ có tỷ lệ, không có số phiếu ở từng mức (mẫu)."),
    "used": (PARTLY, "Nêu sẽ bố trí thêm ghế chờ; không nêu thời hạn (mẫu)."),
}
ADVICE_2019 = (
    "Công bố kết quả trên cổng thông tin quận và niêm yết tại quầy.\n"
    "Công bố số phiếu ở từng mức trả lời của từng phường, kèm mẫu phiếu.\n"
    "Lần sau giao người không làm tại quầy đi hỏi (mẫu)."
)
ANSWER = (
    "Phòng Nội vụ tiếp thu; kết quả sẽ được công bố trong tháng 3.\n"
    "Việc giao đoàn thể đi hỏi sẽ được đưa vào kế hoạch năm sau (mẫu)."
)
OUTCOME = (
    "Kết quả được công bố sau khi Mặt trận có công văn.\n"
    "Còn phải kiến nghị về số phiếu từng mức và kết quả từng phường (mẫu)."
)
ADVICE_2020 = "Công bố kết quả, số phiếu ở từng mức trả lời và kết quả từng phường (mẫu)."


@transaction.atomic
def make_official_surveys(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Watch both surveys, each step on its day, as far as the sample's today lets."""
    for steps in (_of_2019(people), _of_2020(people)):
        for day, step in steps:
            moment = datetime.combine(day, time(9, 30), tzinfo=ZONE)
            if moment > last:
                break
            with clock.at(moment):
                step()


def _of_2019(people: Mapping[str, Actor]) -> Sequence[tuple[date, Callable[[], object]]]:
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    known = _known(2019, "96/KH-UBND", date(2019, 5, 2), date(2020, 1, 31))
    what = Publication(
        on=date(2020, 3, 20),
        where="Cổng thông tin điện tử quận (mẫu)",
        index=Decimal("96.40"),
        index_n=472,
        population=18_600,
    )
    return (
        (date(2019, 6, 10), lambda: _record(known, officer)),
        (date(2019, 11, 20), lambda: _judge(2019, HELD, officer)),
        (date(2020, 2, 10), lambda: _judge(2019, UNPUBLISHED, officer)),
        (date(2020, 2, 11), lambda: write_letter(code=_code(2019), recommendations=ADVICE_2019, actor=officer)),
        (date(2020, 2, 12), lambda: _approve(2019, head)),
        (date(2020, 2, 13), lambda: show_official(code=_code(2019), shown=True, actor=head)),
        (date(2020, 3, 5), lambda: _answer(2019, officer)),
        (date(2020, 3, 23), lambda: record_publication(code=_code(2019), published=what, actor=officer)),
        (date(2020, 3, 24), lambda: _judge(2019, PUBLISHED, officer)),
        (date(2020, 3, 25), lambda: _compare(known, officer)),
        (date(2020, 6, 1), lambda: close_watch(code=_code(2019), outcome=OUTCOME, actor=officer)),
    )


def _of_2020(people: Mapping[str, Actor]) -> Sequence[tuple[date, Callable[[], object]]]:
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    known = _known(2020, "104/KH-UBND", date(2020, 5, 4), date(2020, 11, 6))
    return (
        (date(2020, 5, 18), lambda: _record(known, officer)),
        (date(2020, 10, 5), lambda: _judge(2020, HELD, officer)),
        (date(2020, 10, 6), lambda: show_official(code=_code(2020), shown=True, actor=head)),
        (date(2020, 11, 12), lambda: write_letter(code=_code(2020), recommendations=ADVICE_2020, actor=officer)),
    )


def _known(year: int, number: str, decided: date, due: date) -> Known:
    body = Unit.objects.select_related("area").get(slug=BODY)
    return Known(
        title=f"Khảo sát mức độ hài lòng đối với dịch vụ hành chính công Quận 2 năm {year} (mẫu)",
        year=year,
        area=body.area,
        body=body,
        decision_number=f"{number} (mẫu)",
        decided_on=decided,
        first_day=date(year, 9, 3),
        last_day=date(year, 9, 28),
        mode=Mode.AT_COUNTER,
        method=METHOD,
        planned=480,
        reached=472,
        publish_due=due,
        due_basis=f"Mục 4 Kế hoạch {number} (mẫu)",
    )


def _record(known: Known, officer: Actor) -> None:
    record_official(front=_front(), known=known, actor=officer, is_sample=True)


def _judge(year: int, findings: Findings, officer: Actor) -> None:
    for item, (finding, note) in findings.items():
        judge_item(code=_code(year), item=item, finding=finding, note=note, actor=officer)


def _approve(year: int, head: Actor) -> None:
    letter = _survey(year).letters.get()
    approve_letter(code=_code(year), paper=letter.paper_id, actor=head)


def _answer(year: int, officer: Actor) -> None:
    letter = _survey(year).letters.get()
    record_answer(
        code=_code(year),
        paper=letter.paper_id,
        text=ANSWER,
        number="61/NV (mẫu)",
        dated=date(2020, 3, 3),
        received_on=date(2020, 3, 5),
        actor=officer,
    )


def _compare(known: Known, officer: Actor) -> None:
    """The Front's own round of the same year beside it, where the sample has one that is published."""
    own = SurveyRound.objects.filter(front=_front(), state=RoundState.PUBLISHED, first_day__year=known.year)
    if (round_ := own.order_by("-last_day").first()) is not None:
        change_official(code=_code(known.year), known=replace(known, round=round_), actor=officer)


def _front() -> Unit:
    return Unit.objects.select_related("area").get(slug=settings.FRONT)


def _survey(year: int) -> OfficialSurvey:
    return OfficialSurvey.objects.get(front=_front(), year=year)


def _code(year: int) -> str:
    return _survey(year).code
