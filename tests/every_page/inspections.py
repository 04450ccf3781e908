"""Inspections and supervisions in every state, with papers, evidence, answers and a petition."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.oversight.inspections_made import (
    ANSWERS,
    HEAD,
    OFFICER,
    UNION,
    VISIT,
    approved,
    at,
    concluded,
    draft_sent,
    founded,
    named,
    notified,
    proposed,
    visited,
    written,
)

from vidan.foundation.calendar import clock
from vidan.oversight.inspection_kinds import Carried, Decided, Form
from vidan.oversight.services.follow_recommendations import answer, close, stop, verify
from vidan.oversight.services.hear_unit import OnPaper, give_report, reconsider
from vidan.oversight.services.press_for_answer import petition, take_superior, urge
from vidan.oversight.services.publish_results import publish
from vidan.oversight.services.visit import add_evidence

BEFORE = date(2018, 4, 17)
"""The day before the one on which every page is read."""


def furnish_inspections(long: str) -> None:
    """One in each state and form; of those told to the unit, its paper with a scan."""
    proposed(title=long)
    named(approved(title=long).code)
    for form in (Form.DOCUMENTS, Form.BOARDS, Form.JOINT):
        approved(form=form)
    founded(visit_on=date(2018, 4, 25))
    told = notified(title=long)
    notified(UNION)
    with clock.at(at(BEFORE)):
        paper = OnPaper(number="9/UBND", dated=VISIT, received_on=VISIT, scan=SimpleUploadedFile("a.jpg", jpg()))
        give_report(code=told.code, text=long, paper=paper, actor=actor(OFFICER))
        add_evidence(code=told.code, item="posted", upload=SimpleUploadedFile("b.jpg", jpg()), actor=actor(OFFICER))
    visited()
    written()
    draft_sent()
    stop(code=notified(UNION).code, reason=long, actor=actor(HEAD))
    _followed(long)
    done = concluded(explained_on=date(2018, 4, 16)).code
    with clock.at(at(BEFORE)):
        for number in (1, 2):
            answer(code=done, number=number, text="Đã làm xong.", actor=actor(ANSWERS))
            verify(code=done, number=number, carried=Carried.DONE, actor=actor(OFFICER))
        close(code=done, actor=actor(HEAD))


def _followed(long: str) -> None:
    """Answered, overdue with its superior, published, and the unit asks to reconsider."""
    code = concluded(title=long, explained_on=date(2018, 4, 16)).code
    with clock.at(at(BEFORE)):
        answer(code=code, number=1, text=long, actor=actor(ANSWERS))
        verify(code=code, number=1, carried=Carried.PARTLY, note=long, actor=actor(OFFICER))
        reconsider(code=code, text=long, actor=actor(ANSWERS))
        publish(code=code, summary=long, actor=actor(HEAD))
    with clock.at(at(date(2018, 6, 4))):
        urge(code=code, number=2, actor=actor(HEAD))
    with clock.at(at(date(2018, 7, 2))):
        petition(code=code, number=2, actor=actor(HEAD))
    paper = OnPaper(number="88/UBND-VP", dated=date(2018, 7, 9), received_on=date(2018, 7, 10))
    with clock.at(at(date(2018, 7, 10))):
        take_superior(code=code, number=2, decided=Decided.INSTRUCTED, text=long, paper=paper, actor=actor(OFFICER))
