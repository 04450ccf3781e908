"""Sample surveys: one at three counters that ended in autumn 2019, and one that takes replies now."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.domain.questionnaire.answers import Answer
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.foundation.vault.seal import open_sealed
from vidan.surveys.invitation_code import mark_of
from vidan.surveys.kinds import ContactOutcome, Way
from vidan.surveys.models import Invitation, QuestionnaireVersion, ReplyText, Stratum, SurveyRound
from vidan.surveys.services.accept import Given, accept
from vidan.surveys.services.accept_invited import accept_invited
from vidan.surveys.services.count_contacts import count_contacts
from vidan.surveys.services.invite import invite
from vidan.surveys.services.journal_counts import journal_counts
from vidan.surveys.services.move import move_replies, text_sealed_as
from vidan.surveys.services.open_round import close_over, open_round
from vidan.surveys.services.prepare_round import Plan, prepare_round
from vidan.surveys.services.publish_questionnaire import publish_questionnaire
from vidan.surveys.services.publish_result import publish_result
from vidan.surveys.services.redact_text import redact_text
from vidan.surveys.services.set_frame import Numbers, Row, replace_frame
from vidan.surveys.services.write_questionnaire import take_over
from vidan.surveys.supplied import supplied_as

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AUTUMN = date(2019, 10, 1)
TITLE, TITLE_EN = "Ông/bà được phục vụ thế nào tại bộ phận một cửa?", "How were you served at the one-stop counter?"
PURPOSE = (
    "Mặt trận hỏi để biết người dân hài lòng đến đâu ở từng quầy; kết quả chung được công bố trên trang này (mẫu)."
)
FRAME: Sequence[tuple[str, int, int, Sequence[int]]] = (
    ("an-phu", 1240, 86, (2, 4, 14, 47, 33)),
    ("thao-dien", 860, 60, (3, 8, 24, 44, 21)),
    ("binh-trung-tay", 640, 44, (7, 15, 29, 36, 13)),
)
"""Counter, people in the period, replies wanted, and out of a hundred how many give each level."""

WORDS = (
    "Nên có thêm ghế ngồi chờ, buổi sáng đông phải đứng.",
    "Giấy hẹn ghi ngày nhưng đến nơi lại hẹn tiếp.",
    "Mong có người hướng dẫn điền đơn cho người lớn tuổi.",
    "Bảng giá lệ phí để chỗ dễ thấy hơn.",
    "Cán bộ nói nhỏ nhẹ, chỉ cặn kẽ.",
    "Xin nhắn tin khi hồ sơ xong để khỏi đi hỏi.",
    "Máy lấy số hay hỏng.",
    "Thiếu giấy thì nói một lần cho đủ.",
    "Nên mở thêm sáng thứ Bảy cho người đi làm.",
)


@transaction.atomic
def make_surveys(*, last: datetime, officer: Actor, head: Actor) -> None:
    """Publish the questionnaire, hold the round of 2019 and publish its result, and open another two weeks ago."""
    draw = Random(2019)  # noqa: S311 - made up, not secret
    if last.date() < AUTUMN + timedelta(days=40):
        return
    front = Unit.objects.get(slug=settings.FRONT)
    with clock.at(_at(AUTUMN - timedelta(days=20))):
        draft = take_over(front=front, supplied=supplied_as("mot-phut-tai-quay"), actor=officer)
        questionnaire = publish_questionnaire(pk=draft.pk, version=draft.version, actor=head)
    ended = _opened(front, questionnaire, AUTUMN, AUTUMN + timedelta(days=30), officer, head)
    _answered(ended, 1.0, draw, officer)
    with clock.at(_at(AUTUMN + timedelta(days=31))):
        close_over()
        move_replies()
        journal_counts()
    with clock.at(_at(AUTUMN + timedelta(days=38))):
        for text in ReplyText.objects.filter(stratum__round=ended):
            words = open_sealed(bytes(text.body), text_sealed_as(text.key)).decode()
            redact_text(code=ended.code, key=text.key, shown=words, read_before="", actor=officer)
        version = SurveyRound.objects.values_list("version", flat=True).get(pk=ended.pk)
        publish_result(code=ended.code, version=version, actor=head)
    began = last.date() - timedelta(days=14)
    running = _opened(front, questionnaire, began, last.date() + timedelta(days=16), officer, head)
    _answered(running, 0.4, draw, officer)
    with clock.at(last):
        move_replies()
        journal_counts()


def _opened(
    front: Unit, questionnaire: QuestionnaireVersion, first: date, end: date, officer: Actor, head: Actor
) -> SurveyRound:
    plan = Plan(
        questionnaire=questionnaire,
        title=TITLE,
        title_en=TITLE_EN,
        purpose=PURPOSE,
        first_day=first,
        last_day=end,
        error=Decimal(7),
        ways=(Way.COUNTER, Way.INVITATION, Way.INTERVIEWER, Way.KIOSK, Way.PAPER),
        live=first != AUTUMN,
    )
    rows = [
        Row(CounterPoint.objects.get(code=counter), "", Numbers(people, wanted, wanted * 2))
        for counter, people, wanted, _levels in FRAME
    ]
    with clock.at(_at(first - timedelta(days=6))):
        round_ = prepare_round(front=front, plan=plan, actor=officer, is_sample=True)
        replace_frame(code=round_.code, version=1, rows=rows, actor=officer)
        open_round(code=round_.code, version=2, actor=head)
    return SurveyRound.objects.get(pk=round_.pk)


def _answered(round_: SurveyRound, part: float, draw: Random, officer: Actor) -> None:
    """As many replies as are wanted, or a part of them, over the days that are past; some people refuse."""
    levels = {counter: weights for counter, _people, _wanted, weights in FRAME}
    for stratum in round_.strata.select_related("counter"):
        weights = levels[stratum.counter.code]
        with clock.at(_at(round_.first_day)):
            version = SurveyRound.objects.values_list("version", flat=True).get(pk=round_.pk)
            _place, codes = invite(code=round_.code, version=version, stratum=stratum.pk, count=12, actor=officer)
        for number in range(int((stratum.target or 0) * part)):
            day = round_.first_day + timedelta(days=draw.randint(0, 28 if part == 1 else 13))
            with clock.at(_at(day)):
                _one(round_, stratum, number, codes, weights, draw)
        for outcome, count in ((ContactOutcome.REFUSED, 7), (ContactOutcome.UNREACHABLE, 4)):
            day = round_.first_day + timedelta(days=9)
            with clock.at(_at(day)):
                count_contacts(
                    code=round_.code,
                    stratum=stratum.pk,
                    on=day,
                    way=Way.INTERVIEWER,
                    outcome=outcome,
                    count=max(1, int(count * part)),
                    actor=officer,
                )


def _one(
    round_: SurveyRound, stratum: Stratum, number: int, codes: list[str], weights: Sequence[int], draw: Random
) -> None:
    token, answers = f"sample-{stratum.pk}-{number}", _answers(weights, draw)
    if number < len(codes) // 2:
        given = Given(stratum.pk, Way.INVITATION, clock.today(), answers)
        invitation = Invitation.objects.get(mark=mark_of(codes[number])).pk
        accept_invited(round_=round_, given=given, token=token, invitation=invitation)
        return
    way = draw.choices((Way.COUNTER, Way.INTERVIEWER, Way.KIOSK, Way.PAPER), (55, 15, 20, 10))[0]
    hasty, again = draw.random() < 0.03, way == Way.COUNTER and draw.random() < 0.04
    accept(
        round_=round_, given=Given(stratum.pk, way, clock.today(), answers, too_fast=hasty, repeated=again), token=token
    )


def _answers(weights: Sequence[int], draw: Random) -> dict[str, Answer]:
    level = draw.choices("12345", weights)[0]
    second = level if draw.random() < 0.6 else draw.choices("12345", weights)[0]
    answers: dict[str, Answer] = {"officials": level, "result": second}
    if draw.random() < 0.9:
        answers["visits"] = draw.choices(("first", "second", "more"), (58, 28, 14))[0]
    if draw.random() < 0.18:
        answers["word"] = draw.choice(WORDS)
    return answers


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=ZONE)
