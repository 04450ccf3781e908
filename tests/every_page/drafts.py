"""Drafts under criticism in every state, with everything that their pages can show."""

from datetime import date, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor
from tests.consultations import ending_made, hearings_made, places_made, points_made, text_made
from tests.consultations.docx_made import long_draft
from tests.consultations.made import HEAD, OFFICER, drafted
from tests.consultations.opinions_made import entered, given
from tests.consultations.opinions_pages_made import discussed
from tests.foundation.files.samples import jpg

from vidan.consultations.kinds import HearingKind, HiddenFor, Kept, State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.close_draft import close_draft, write_closing
from vidan.consultations.services.erase import erase
from vidan.consultations.services.keep_papers import add_paper
from vidan.consultations.services.moderate import go_with, hide, show
from vidan.consultations.services.new_opinion import Said
from vidan.consultations.services.open_in_confidence import ask_for_name
from vidan.consultations.services.open_opinion import read_original
from vidan.consultations.services.personal_data import answer, ask
from vidan.consultations.services.sign import sign
from vidan.consultations.services.urge import urge
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import files_of, keep_file
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.receipts.services import issue

LATE = datetime(2018, 4, 16, 9, tzinfo=clock.now().tzinfo)
"""A day on which the answers of March are overdue."""


def furnish_drafts(long: str) -> str:
    """Put a draft into each state; returns the receipt code of somebody who gave an opinion."""
    text_made.registered()
    text_made.brought()
    text_made.fixed()
    text_made.opened(text_made.brought(upload=long_draft()))
    code = _open(long)
    discussed("DT-2017-0013")
    _hearings(drafted(State.OPEN, "DT-2017-0002", closes_on=date(2018, 4, 30)))
    places_made.placed(places_made.talked_about(code="DT-2017-0003", closes_on=date(2018, 4, 30)))
    places_made.brought_again(drafted(State.OPEN, "DT-2017-0004", closes_on=date(2018, 4, 30)))
    points_made.pointed("DT-2017-0005")
    points_made.submitted("DT-2017-0006")
    points_made.sent("DT-2017-0007")
    points_made.sent("DT-2017-0008")
    points_made.answered("DT-2017-0009")
    points_made.on_paper("DT-2017-0007", scan=_scan())
    ending_made.issued("DT-2017-0010")
    _closed(ending_made.checked(ending_made.issued("DT-2017-0011"), Kept.DONE, Kept.PARTLY, Kept.NOT_DONE), "close")
    _closed(drafted(State.GATHERING, "DT-2017-0012"), "stop")
    with clock.at(LATE):
        urge(code="DT-2017-0008", actor=actor(OFFICER))
    return code


def _open(long: str) -> str:
    """A draft that takes opinions: some wait, one is shown, one is not, one goes with another, an expert's stands signed."""
    draft = drafted(State.OPEN, "DT-2017-0001", title=long, summary=long, closes_on=date(2018, 4, 30))
    add_paper(code=draft.code, label=long, file=_scan(), actor=actor(OFFICER))
    given(draft, long)
    given(draft, "Xin giữ kín tên tôi.", mode=TellerMode.NAMED)
    _in_confidence(draft)
    _erased(draft)
    _with_files(draft)
    shown = show(code=given(draft).code, text=f"{long}. {long}.", actor=actor(OFFICER))
    hide(code=given(draft).code, why=HiddenFor.OFF_TOPIC, note="", actor=actor(OFFICER))
    show(code=given(draft, key="").code, text=long, actor=actor(OFFICER))
    go_with(code=given(draft).code, other=shown.code, actor=actor(OFFICER))
    entered(draft, actor(OFFICER))
    ask(opinion=shown, right=Right.CORRECTION, words=long)
    return issue(subject=shown.code, secret=b"an opinion has one")


def _in_confidence(draft: Draft) -> None:
    """Opinions in confidence: one about whose name and data something is asked, one that two others prepare."""
    opinion = given(draft, "Xin giữ kín tên tôi.", mode=TellerMode.CONFIDENTIAL)
    ask_for_name(code=opinion.code, reason="Mời người góp ý đến dự hội nghị.", actor=actor(OFFICER))
    ask(opinion=opinion, right=Right.ACCESS, words="Tôi muốn xem.")
    of_two = given(draft, "Xin giữ kín tên tôi nữa.", mode=TellerMode.CONFIDENTIAL)
    for local in (OFFICER, HEAD):
        read_original(code=of_two.code, actor=actor(local))


def _erased(draft: Draft) -> None:
    """An opinion that went at the wish of its giver, and one that waits for the head."""
    for opinion in (given(draft), given(draft)):
        show(code=opinion.code, text="Lời.", actor=actor(OFFICER))
        asked = ask(opinion=opinion, right=Right.ERASURE, words="Xin xóa.")
        answer(code=asked.code, text="Đã trình lãnh đạo.", actor=actor(OFFICER))
    first = draft.opinions.filter(text="Lời.").earliest("pk")
    erase(subjects=[first.code], actor=actor(HEAD))


def _with_files(draft: Draft) -> None:
    """An opinion with a picture behind it, and one that the women's union signs with a file."""
    opinion = given(draft, "Xem ảnh kèm theo.")
    keep_file(subject=opinion.code, upload=_scan(), position=1)
    Opinion.objects.filter(pk=opinion.pk).update(file=files_of(opinion.code)[0])
    signs = actor("phu-nu")
    (unit_id,) = signs.units_with("consultations.opine")
    sign(code=draft.code, unit_id=unit_id, said=Said("Xem bản góp ý.", key=""), upload=_scan(), actor=signs)


def _hearings(draft: Draft) -> None:
    hearings_made.minuted(hearings_made.planned(draft))
    hearings_made.ended(hearings_made.minuted(hearings_made.planned(draft)))
    hearings_made.attended(hearings_made.planned(draft, HearingKind.DIALOGUE))
    hearings_made.planned(draft)
    written = hearings_made.planned(draft, HearingKind.WRITTEN, asked_by=clock.today() + timedelta(days=1))
    hearings_made.replied(hearings_made.invited(written), scan=_scan())


def _scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("scan.jpg", jpg())


def _closed(draft: Draft, move: str) -> None:
    write_closing(code=draft.code, closing="Cơ quan soạn thảo đã sửa ba điều.", actor=actor(OFFICER))
    close_draft(code=draft.code, move=move, actor=actor(HEAD))
