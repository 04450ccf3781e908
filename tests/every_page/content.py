"""A house in which something stands on every page: a case in each state and each waiting step, sources, sessions, requests."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import VERIFYING, actor, made, official_of, settle, unit
from tests.cases.test_copy_repair import SCANNED, being_written, proposed, repair
from tests.cases.test_linking import merged, pieces
from tests.cases.test_petition import answered as own_answered
from tests.cases.test_petition import written as own_written
from tests.cases.test_petition_superior import petitioned, urged
from tests.cases.test_publish import closed, published, written
from tests.cases.test_quality import drawn
from tests.cases.test_receptions import book, day, turn
from tests.cases.verified import MEETING
from tests.domain.questionnaire.test_answers import FULL
from tests.every_page.activities import furnish_activities
from tests.every_page.articles import furnish_articles
from tests.every_page.bulletins import furnish_bulletins
from tests.every_page.drafts import furnish_drafts
from tests.every_page.duties import furnish_duties
from tests.every_page.inspections import furnish_inspections
from tests.every_page.procedures import furnish_procedures
from tests.every_page.reports import furnish_reports
from tests.foundation.files.samples import jpg
from tests.scorecards.made import carded
from tests.scorecards.rubric_made import ITEMS
from tests.scorecards.rubric_made import drafted as rubric_drafted
from tests.scorecards.rubric_made import item as rubric_item
from tests.scorecards.rubric_made import published as rubric_published
from tests.scorecards.unit_made import committee, handed, sheet
from tests.surveys import official_made as official_surveys
from tests.surveys.device_made import registered
from tests.surveys.made import reply
from tests.surveys.questionnaire_made import changed as questionnaire_changed
from tests.surveys.questionnaire_made import drafted as questionnaire_drafted
from tests.surveys.questionnaire_made import published as questionnaire_published
from tests.surveys.round_made import drafted, framed, fresh, opened, row

from vidan.cases.kinds import Kind, PersonState, State, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.outcomes import Withdrawal
from vidan.cases.services.ask import ask
from vidan.cases.services.correspond import write_to_front, write_to_teller
from vidan.cases.services.guide import guide
from vidan.cases.services.hand_down import hand_down
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.log_call import Caller, log_call
from vidan.cases.services.open_box import open_box
from vidan.cases.services.open_in_confidence import ask_for_name
from vidan.cases.services.personal_data import ask as ask_for_data
from vidan.cases.services.petition_superior import petition_superior
from vidan.cases.services.propose import propose
from vidan.cases.services.refuse import refuse
from vidan.cases.services.save_list import save_list
from vidan.cases.services.urge import urge
from vidan.cases.services.verify import plan_verification
from vidan.cases.services.withdraw import withdraw
from vidan.domain.questionnaire.edit import add_section
from vidan.domain.questionnaire.form import Section, Text
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.jobs.schedule import run_due
from vidan.foundation.receipts.services import issue
from vidan.foundation.units.models import Area, ContactKind, ContactPoint, Succession, Unit
from vidan.scorecards.acts import scans_of
from vidan.scorecards.kinds import Stand
from vidan.scorecards.kinds import State as CardState
from vidan.scorecards.services.consult import opine, record_remark
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.object_to_result import object_to
from vidan.scorecards.services.record_index import WHOLE, record_index
from vidan.scorecards.services.write_rubric import change_item, draft_next, record_doubt
from vidan.site.schedule import SCHEDULE
from vidan.surveys.kinds import ContactOutcome, Way
from vidan.surveys.services.close_watch import close_watch
from vidan.surveys.services.count_contacts import count_contacts
from vidan.surveys.services.key_paper import PaperEntry, form_of, key_paper, tidied
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.open_round import close_over
from vidan.surveys.services.publish_result import publish_result
from vidan.surveys.services.write_letter import record_answer
from vidan.surveys.services.write_questionnaire import draft_next as draft_next_questionnaire

MARCH = datetime(2018, 3, 13, 9, tzinfo=clock.now().tzinfo)
APRIL = datetime(2018, 4, 2, 9, tzinfo=clock.now().tzinfo)
TODAY = date(2018, 4, 18)
"""The day the house stands on: eleven working days after the first answers were due."""

LONG = "Hẹn đi hẹn lại nhiều lần không nói rõ lý do, mỗi lần thiếu một giấy khác; người cao tuổi phải đi bảy lượt, rất mệt mỏi"
LARGE = 1_234_567
OFFICER = "can-bo-quan"
DIVIDED = "a-binh-an"
WAY = (
    State.RECEIVED,
    State.CLASSIFIED,
    State.PREPARED,
    State.CHECKED,
    State.SUBMITTED,
    State.TRANSFERRED,
    State.ANSWERED,
    State.INFORMED,
    State.CLOSED,
)


def furnish() -> tuple[str, str, str]:
    """Put everything in its place.

    Returns the receipt codes of a person who was asked something and of an opinion, and the code of a case whose copy is mended.
    """
    with clock.at(MARCH):
        code = _of_the_receipt()
        opinion = furnish_drafts(LONG)
        furnish_articles(LONG)
        furnish_bulletins(LONG)
        furnish_activities(LONG)
        furnish_duties(LONG)
        furnish_inspections(LONG)
        furnish_reports(LONG)
        _on_the_way()
        _elsewhere()
        _sources()
        _rubrics()
        _questionnaires()
        _scores()
        _self_scores()
        _surveys()
        _official_surveys()
        furnish_procedures(LONG)
        petitioned()
        late, very_late, answered_late = made(State.TRANSFERRED), urged(), urged()
    urge(code=late.code, actor=actor(OFFICER))
    petition_superior(code=very_late.code, actor=actor(OFFICER))
    settle(answered_late.code)
    run_due(SCHEDULE)  # what the worker does by itself has been done, not by chance before the first page is read
    return code, opinion, _being_mended()


def _of_the_receipt() -> str:
    case = made(mode=TellerMode.NAMED, names_to_settler=True)
    keep_file(subject=case.code, upload=SimpleUploadedFile("giay hen.jpg", jpg()), position=1)
    pieces(case)
    ask(code=case.code, text="Ông/bà đến quầy ngày nào?", actor=actor(OFFICER))
    return issue(subject=case.code, secret=b"every page has a")


def _being_mended() -> str:
    """The copy of a scanned letter with a place that was mended and places that are not."""
    case = being_written(f"{SCANNED} {LONG}")
    repair(case, proposed(case)[:1])
    return case.code


def _on_the_way() -> None:
    """One case in each state, and one for each step that waits for somebody."""
    for state in (*WAY, *VERIFYING):
        made(state)
    for person in (PersonState.UNRESOLVED, PersonState.RESOLVED):
        about = "ubnd-a-an-phu"
        known = official_of("can-bo-ubnd") if person == PersonState.RESOLVED else None
        for state in (State.TRANSFERRED, State.ANSWERED, State.VERIFYING, State.PROPOSED):
            made(state, person=person, official=known, about=about)
    CaseFile.objects.filter(pk=made().pk).update(gist=LONG)
    for mode in TellerMode:
        with_files = made(State.CLASSIFIED, mode=mode)
        keep_file(subject=with_files.code, upload=SimpleUploadedFile("anh.jpg", jpg()), position=1)
    plan_verification(code=made(State.ANSWERED).code, meeting=MEETING, actor=actor(OFFICER))
    propose(code=made(State.VERIFIED).code, forms=("apologise",), why="Việc đã rõ.", actor=actor(OFFICER))
    asked = made(State.CLASSIFIED)
    ask(code=asked.code, text="Ông/bà đến quầy ngày nào?", actor=actor(OFFICER))
    answered = made(State.TRANSFERRED)
    write_to_teller(code=answered.code, text="Mặt trận đã chuyển.", actor=actor(OFFICER))
    write_to_front(case=answered, text="Tôi cảm ơn.")
    for withdrawal in (Withdrawal.ASKED, Withdrawal.BREACH):
        denounced = made(State.TRANSFERRED)
        CaseFile.objects.filter(pk=denounced.pk).update(kind=Kind.DENUNCIATION, withdrawal=withdrawal)
    own_written()
    own_answered()
    confidential = made(State.CLASSIFIED, mode=TellerMode.CONFIDENTIAL)
    ask_for_name(code=confidential.code, reason="Cần hỏi ngày đến quầy.", actor=actor(OFFICER))


def _elsewhere() -> None:
    """What left the usual way."""
    refuse(code=made().code, ground="no_content", more="Xin cho biết quầy nào.", actor=actor(OFFICER))
    guide(code=made().code, body="Tòa án nhân dân Quận 2", way="Gửi đơn có chữ ký.", actor=actor(OFFICER))
    withdraw(code=made().code)
    merged(made(State.TRANSFERRED))
    up = made(front="mttq-a-an-phu")
    hand_up(code=up.code, reason="Việc vượt quá phạm vi phường.", actor=actor("can-bo-phuong"))
    hand_down(code=made().code, to="mttq-a-an-phu", reason="Việc của phường.", actor=actor(OFFICER))
    made(front="mttq-a-an-phu")
    published()
    written(closed())
    divided = made(State.TRANSFERRED, about=f"mot-cua-{DIVIDED}")
    _divide(divided.transfers.get(role=TransferRole.SETTLE).recipient)


def _divide(body: Unit) -> None:
    """Let a body end, and two follow it, so that somebody must say which of them answers."""
    Unit.objects.filter(pk=body.pk).update(valid_to=date(2018, 4, 1))
    Succession.objects.filter(predecessor=body.area).update(on=date(2018, 4, 2))
    Succession.objects.create(
        predecessor=body.area, successor=Area.objects.get(slug="b-thao-dien"), on=date(2018, 4, 2), is_default=False
    )


def _sources() -> None:
    """Calls, boxes, sessions, requests about data, a saved list, a round of reading."""
    front = unit("mttq-a-quan-2")
    log_call(front=front, gist="Hỏi giờ làm việc", wish="", caller=Caller("Bà Thử", "0000"), actor=actor(OFFICER))
    box = ContactPoint.objects.filter(unit=front, kind=ContactKind.BOX).first()
    assert box is not None
    open_box(
        box=box,
        opened_at=clock.now(),
        witnesses="Tổ trưởng tổ dân phố",
        letters=2,
        remark="",
        actor=actor(OFFICER),
    )
    held = book()
    turn(held, promise="Trả lời lại", promised_by=date(2018, 3, 30))
    day(date(2018, 4, 24))
    ask_for_data(case=made(mode=TellerMode.NAMED), right=Right.ACCESS, words="Tôi muốn xem.")
    save_list(name="Trễ của tôi", query="tre=1", shared=False, actor=actor(OFFICER))
    drawn()


def _surveys() -> None:
    """A round in each state that its pages know, with replies, refusals and two procedures at one counter; two results."""
    drafted()
    framed(row("an-phu", "Khai sinh", population=400), row("an-phu", "Chứng thực"), last_day=date(2018, 5, 31))
    running = opened(
        row("an-phu", "Khai sinh", population=1240, target=87, quota=90),
        row("an-phu", "Chứng thực", population=LARGE),
        ways=tuple(Way),
        last_day=date(2018, 5, 31),
        purpose=LONG,
    )
    reply(running, 20, answers=FULL | {"why": ["x"], "word": "Nên có thêm ghế."})
    stratum = running.strata.all()[0].pk
    count_contacts(
        code=running.code,
        stratum=stratum,
        on=MARCH.date(),
        way=Way.INTERVIEWER,
        outcome=ContactOutcome.REFUSED,
        count=3,
        actor=actor("dieu-tra"),
    )
    registered(running)
    registered(running, Way.INTERVIEWER, stratum=None)
    for number, local, came in ((7, OFFICER, "1"), (7, "dieu-tra", "2"), (8, OFFICER, "1"), (9, "dieu-tra", "1")):
        paper_entry = PaperEntry(stratum, MARCH.date(), tidied(form_of(running), {"came": came, "word": LONG}))
        key_paper(round_=running, number=number, entry=paper_entry, actor=actor(local))
    published = opened()
    for over in (published, opened()):
        reply(over, 20, answers=FULL | {"why": ["x"], "word": "Nên có thêm ghế."})
    with clock.at(APRIL):
        close_over()
        move_replies()
        publish_result(code=published.code, version=fresh(published).version, actor=actor("lanh-dao"))


def _scores() -> None:
    """A scorecard at each step, with opinions, remarks on paper, a published index and a correction."""
    correct(code=carded(CardState.PUBLISHED).code, actor=actor(OFFICER))
    asked = carded(CardState.CONSULTING, year=2019)
    opine(
        code=asked.code,
        item="II.1",
        unit=unit("phu-nu-a-an-phu"),
        stand=Stand.LOWER,
        text=LONG,
        actor=actor("phu-nu"),
    )
    record_remark(
        code=asked.code,
        item="II.1",
        text=LONG,
        number="12/UBND-NV",
        dated=MARCH.date(),
        received_on=MARCH.date(),
        scan=keep_file(subject=scans_of(asked.code), upload=SimpleUploadedFile("scan.jpg", jpg()), position=1),
        actor=actor(OFFICER),
    )
    carded(CardState.SUBMITTED, year=2020)
    carded(CardState.DECIDED, year=2021)
    index = {WHOLE: (Decimal("44.5"), Decimal(52)), "II": (Decimal(10), Decimal(12))}
    record_index(
        code=carded(CardState.SENT, year=2022).code,
        published=index,
        source=LONG,
        published_on=MARCH.date(),
        actor=actor(OFFICER),
    )


def _official_surveys() -> None:
    """A survey on its public page with a sent and an answered letter and a draft, one that is closed, one to close, one new."""
    survey = official_surveys.judged(official_surveys.recorded(title=LONG))
    official_surveys.sent(survey)
    answered = official_surveys.sent(survey).paper_id
    told: dict[str, Any] = {
        "text": LONG,
        "number": "9/NV",
        "dated": MARCH.date(),
        "received_on": MARCH.date(),
        "actor": actor(OFFICER),
    }
    record_answer(code=survey.code, paper=answered, upload=SimpleUploadedFile("scan.jpg", jpg()), **told)
    official_surveys.written(survey)
    official_surveys.shown(official_surveys.published(survey, upload=SimpleUploadedFile("ket-qua.jpg", jpg())))
    closed_one = official_surveys.judged(official_surveys.recorded())
    close_watch(code=closed_one.code, outcome=LONG, actor=actor(OFFICER))
    official_surveys.judged(official_surveys.recorded())
    official_surveys.recorded()


def _self_scores() -> None:
    """A sheet that a unit scores first at each step, with papers, questions, an objection and two equal results."""
    handed(sheet(CardState.SELF_SCORING, year=2019))
    handed(sheet(CardState.EXPLAINING))
    object_to(code=sheet(CardState.PUBLISHED, year=2017).code, text=LONG, actor=committee())
    for state, ward in (
        (CardState.SENT_IN, "ubnd-a-cat-lai"),
        (CardState.APPRAISING, "ubnd-a-an-khanh"),
        (CardState.REVIEWING, "ubnd-a-thao-dien"),
        (CardState.SUBMITTED, "ubnd-a-binh-khanh"),
        (CardState.DECIDED, "ubnd-a-thu-thiem"),
        (CardState.DECIDED, "ubnd-a-binh-an"),
    ):
        sheet(state, ward)


def _questionnaires() -> None:
    """A published questionnaire with its next version, a draft without faults, and one with an empty section."""
    draft_next_questionnaire(pk=questionnaire_published().pk, actor=actor(OFFICER))
    questionnaire_changed(questionnaire_drafted(), lambda form: add_section(form, Section("sau", Text(""))))


def _rubrics() -> None:
    """A published rubric, its second version with one change, a draft with something to doubt, one with a doubt."""
    old = rubric_published()
    new = draft_next(pk=old.pk, actor=actor(OFFICER))
    change_item(pk=new.pk, version=new.version, item=rubric_item("I.1", title="Kế hoạch năm"), actor=actor(OFFICER))
    rubric_drafted(rubric_item("I", maximum="11"), *ITEMS[1:])
    doubted = rubric_drafted(rubric_item("I", maximum="11"), *ITEMS[1:])
    record_doubt(pk=doubted.pk, version=doubted.version, code="I", reason=LONG, actor=actor(OFFICER))
