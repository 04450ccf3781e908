"""The Front's own score goes its way: drafted, heard, submitted, decided, sent, compared, published, corrected."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.cases.made import actor
from tests.scorecards.made import (
    APPRAISER,
    COMMITTEE,
    CUT_OFF,
    FRONT,
    OUT,
    SCORES,
    carded,
    entered,
    four_criteria,
    heard_and_submitted,
    opened,
    unit,
)

from vidan.domain.scoring.answers import WrongInput
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry as JournalEntry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.papers.models import IncomingPaper, PaperState
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, Stand, State
from vidan.scorecards.models import Entry, ItemOpinion, OfficialIndex, Scorecard
from vidan.scorecards.services.consult import TooEarly, consult, opine, record_remark, remark
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.decide import decide, give_back, send, submit
from vidan.scorecards.services.enter import Loose, NoItem, enter
from vidan.scorecards.services.open import NotOpened, new_code, open_front_card
from vidan.scorecards.services.record_index import WHOLE, record_index
from vidan.scorecards.services.step import Overtaken, Refused
from vidan.scorecards.snapshot import digest_of, replayed

pytestmark = pytest.mark.django_db


def test_a_year_has_one_sheet_of_a_unit() -> None:
    opened()
    with pytest.raises(NotOpened):
        opened()


def test_the_code_of_a_sheet_stays_short_however_long_the_name_of_the_place() -> None:
    front = unit(FRONT)
    assert new_code(front, 2018) == "pc-a-quan-2-2018-1"
    front.area.slug = "x" * 80
    assert len(new_code(front, 2018)) <= 36


@pytest.mark.parametrize(
    ("year", "cut_off"),
    [(2017, date(2017, 11, 30)), (2018, date(2017, 12, 31)), (2018, date(2019, 4, 1)), (2031, date(2031, 5, 1))],
)
def test_a_sheet_is_opened_for_a_year_of_its_rubric_with_a_day_that_fits(year: int, cut_off: date) -> None:
    with pytest.raises(NotOpened):
        open_front_card(
            rubric=four_criteria(), unit=unit(COMMITTEE), year=year, cut_off=cut_off, actor=actor("can-bo-quan")
        )
    assert not Scorecard.objects.exists()


def test_a_rubric_that_is_a_draft_opens_no_sheet() -> None:
    with pytest.raises(NotOpened):
        open_front_card(
            rubric=four_criteria(published=False),
            unit=unit(COMMITTEE),
            year=2018,
            cut_off=CUT_OFF,
            actor=actor("can-bo-quan"),
        )


def test_what_is_entered_stands_under_its_side_and_the_journal_tells_the_item_and_no_words() -> None:
    card = opened()
    entered(card, "IV.2", SCORES["IV.2"])
    entered(card, "IV.2", Side({"part": "4", "whole": "4"}), local="can-bo-ubnd-quan", stage=Stage.DECLARED)
    kept = {one.stage: one.inputs for one in card.entries.all()}
    assert kept == {Stage.SCORED: {"part": "3", "whole": "4"}, Stage.DECLARED: {"part": "4", "whole": "4"}}
    told = JournalEntry.objects.filter(event="scorecard.score").latest("pk")
    assert told.facts == {"from": "drafting", "to": "drafting", "item": "IV.2", "stage": "scored"}


@pytest.mark.parametrize(
    ("item", "side", "fault"),
    [
        ("IX.9", Side({}), NoItem),
        ("II", Side({"points": "3"}), NoItem),
        ("II.1", OUT, Loose),
        ("II.1", Side({"part": "1e9", "whole": "2"}), WrongInput),
        ("II.1", Side({"part": "-1", "whole": "2"}), WrongInput),
        ("I.2", Side({"level": "z"}), WrongInput),
        ("III.1", Side({"count": "ba"}), WrongInput),
    ],
)
def test_what_cannot_be_scored_is_refused_and_nothing_is_kept(item: str, side: Side, fault: type[Exception]) -> None:
    card = opened()
    with pytest.raises(fault):
        entered(card, item, side)
    assert not card.entries.exists()


def test_two_people_at_one_item_do_not_overwrite_each_other() -> None:
    card = opened()
    first = entered(card, "II.1", Side({"part": "1", "whole": "2"}))
    told: dict[str, Any] = {"code": card.code, "item": "II.1", "stage": Stage.SCORED, "version": first.version}
    enter(side=Side({"part": "2", "whole": "2"}), actor=actor("can-bo-quan-2"), **told)
    with pytest.raises(Overtaken):
        enter(side=Side({"part": "0", "whole": "2"}), actor=actor("can-bo-quan"), **told)
    with pytest.raises(Overtaken):
        enter(side=Side({"part": "0", "whole": "2"}), actor=actor("can-bo-quan"), **(told | {"version": 0}))
    assert card.entries.get().inputs == {"part": "2", "whole": "2"}


def test_two_people_at_two_items_lose_nothing_of_each_other() -> None:
    card = opened()
    for item, local in (("II.1", "can-bo-quan"), ("IV.2", "can-bo-quan-2")):
        entered(card, item, SCORES[item], local=local)
    assert {one.item: one.inputs for one in card.entries.all()} == {
        item: dict(SCORES[item].inputs) for item in ("II.1", "IV.2")
    }


@pytest.mark.parametrize(
    ("item", "side", "missing"),
    [
        ("II.1", Side({}), "all_scored"),
        ("I.1", Side({}, applies=False), "grounds_given"),
    ],
)
def test_a_sheet_that_lacks_something_is_not_sent_out_for_opinions(item: str, side: Side, missing: str) -> None:
    card = carded()
    entered(card, item, side)
    with pytest.raises(Refused) as refused:
        consult(code=card.code, until=clock.today(), actor=actor("can-bo-quan"))
    assert refused.value.refusal.missing == (missing,)


def test_a_difference_from_what_the_unit_declares_must_be_explained() -> None:
    card = carded()
    entered(card, "II.1", Side({"part": "10", "whole": "10"}), local="can-bo-ubnd-quan", stage=Stage.DECLARED)
    with pytest.raises(Refused) as refused:
        consult(code=card.code, until=clock.today(), actor=actor("can-bo-quan"))
    assert refused.value.refusal.missing == ("differences_explained",)
    entered(card, "II.1", Side(SCORES["II.1"].inputs, note="Một trả lời đến trễ một ngày."))
    consult(code=card.code, until=clock.today(), actor=actor("can-bo-quan"))


def test_those_of_the_territory_who_are_asked_get_notice_and_so_does_the_unit() -> None:
    card = carded(State.CONSULTING)
    told = {(one.user.email.split("@")[0], one.kind) for one in Notice.objects.filter(subject=card.code)}
    assert told == {
        ("phu-nu", NoticeKind.CARD_ASKED),
        ("can-bo-phuong", NoticeKind.CARD_ASKED),
        ("can-bo-ubnd-quan", NoticeKind.CARD_REMARK),
    }


def test_the_day_for_opinions_is_not_over_when_it_is_set() -> None:
    card = carded()
    with pytest.raises(TooEarly):
        consult(code=card.code, until=clock.today() - timedelta(days=1), actor=actor("can-bo-quan"))
    assert Scorecard.objects.get(code=card.code).state == State.DRAFTING


def test_an_opinion_given_again_takes_the_place_of_the_first() -> None:
    card = carded(State.CONSULTING)
    for stand, text in ((Stand.HIGHER, "Đã trả lời thêm."), (Stand.AGREES, "")):
        opine(code=card.code, item="II.1", unit=unit("phu-nu-a-an-phu"), stand=stand, text=text, actor=actor("phu-nu"))
    opinion = ItemOpinion.objects.get(card=card)
    assert (opinion.stand, opinion.text, opinion.unit.slug) == (Stand.AGREES, "", "phu-nu-a-an-phu")


def test_nobody_gives_an_opinion_for_another_unit() -> None:
    card = carded(State.CONSULTING)
    with pytest.raises(Scorecard.DoesNotExist):
        opine(
            code=card.code,
            item="II.1",
            unit=unit("mttq-a-an-phu"),
            stand=Stand.LOWER,
            text="",
            actor=actor("phu-nu"),
        )


def test_a_remark_on_paper_gets_its_number_among_the_incoming_papers() -> None:
    card = carded(State.CONSULTING)
    made = record_remark(
        code=card.code,
        item="II.1",
        text="Đề nghị xem lại mục II.1.",
        number="12/UBND",
        dated=date(2018, 3, 12),
        received_on=date(2018, 3, 13),
        scan=None,
        actor=actor("can-bo-quan"),
    )
    paper = IncomingPaper.objects.get(subject=card.code)
    assert made.paper == paper
    assert (paper.number, paper.their_number, paper.sender) == (1, "12/UBND", card.unit.name)


def test_a_sheet_is_submitted_once_the_unit_was_heard_or_its_time_is_over() -> None:
    card = carded(State.CONSULTING)
    told: dict[str, Any] = {"comment": "Nhận xét.", "appraiser": unit(APPRAISER), "actor": actor("can-bo-quan")}
    with pytest.raises(Refused) as refused:
        submit(code=card.code, **told)
    assert refused.value.refusal.missing == ("heard",)
    with clock.at(clock.now() + timedelta(days=1)):
        assert submit(code=card.code, **told).state == State.SUBMITTED


def test_the_head_gives_a_sheet_back_to_be_completed() -> None:
    card = carded(State.SUBMITTED)
    back = give_back(code=card.code, reason="Xem lại mục II.1.", actor=actor("lanh-dao"))
    assert (back.state, back.returned_for) == (State.CONSULTING, "Xem lại mục II.1.")
    assert not Scorecard.objects.get(code=card.code).digest


def test_a_decided_sheet_is_frozen_with_every_input_and_counts_the_same_again() -> None:
    card = carded(State.DECIDED)
    assert card.frozen is not None
    assert card.digest == digest_of(card.frozen)
    assert card.frozen["result"]["total"] | {"missing": 0} == {
        "points": "44.05",
        "maximum": "52",
        "missing": 0,
        "rescaled": None,
        "percent": "84.71",
        "band": None,
        "held": [],
    }
    _sheet, result = replayed(card.frozen)
    assert result == card.frozen["result"]


def test_nothing_is_entered_any_more_once_a_sheet_was_submitted() -> None:
    card = carded(State.SUBMITTED)
    with pytest.raises(Refused):
        entered(card, "III.1", Side({"count": "1"}))
    with pytest.raises(Refused):
        remark(code=card.code, item="", text="Thêm.", actor=actor("can-bo-ubnd-quan"))


def test_the_letter_goes_out_with_its_number_and_says_the_points_of_every_criterion() -> None:
    card = carded(State.DECIDED)
    assert card.paper is not None
    assert card.paper.state == PaperState.DRAFT
    card = send(code=card.code, actor=actor("lanh-dao"))
    assert card.paper is not None
    assert card.paper.label == "01/MTTQ-BTT"
    text = " ".join(block["text"] for block in card.paper.structure["blocks"])
    assert "44,05 trên 52 điểm" in text
    assert "III. Phối hợp giám sát tinh thần trách nhiệm, thái độ phục vụ: 12 trên 15 điểm" in text
    assert "chưa ấn định trọng số" in text
    assert card.digest[:16] in text


def test_the_official_index_stands_beside_the_points_and_is_replaced_as_a_whole() -> None:
    card = carded(State.SENT)
    told: dict[str, Any] = {
        "source": "Quyết định 12/QĐ-UBND",
        "published_on": date(2018, 3, 12),
        "actor": actor("can-bo-quan"),
    }
    record_index(code=card.code, published={WHOLE: (Decimal(40), Decimal(52)), "I": (Decimal(1), Decimal(2))}, **told)
    record_index(code=card.code, published={WHOLE: (Decimal("41.5"), Decimal(52))}, **told)
    official = OfficialIndex.objects.get(card=card)
    assert (official.item, official.points) == (WHOLE, Decimal("41.5"))
    with pytest.raises(NoItem):
        record_index(code=card.code, published={"XX": (Decimal(1), Decimal(1))}, **told)


def test_a_published_sheet_is_corrected_by_a_new_edition_and_stays_as_it_was() -> None:
    old = carded(State.PUBLISHED)
    new = correct(code=old.code, actor=actor("can-bo-quan"))
    assert (new.edition, new.corrects, new.state) == (2, old, State.DRAFTING)
    assert new.code != old.code
    assert {one.item for one in Entry.objects.filter(card=new)} == set(SCORES)
    assert Scorecard.objects.get(pk=old.pk).digest == old.digest
    with pytest.raises(Refused) as refused:
        correct(code=old.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.missing == ("not_corrected",)


def test_a_sheet_that_was_changed_meanwhile_is_not_decided() -> None:
    card = carded(State.CONSULTING)
    seen = card.version
    heard_and_submitted(card.code)
    with pytest.raises(Overtaken):
        decide(code=card.code, actor=actor("lanh-dao"), version=seen)
