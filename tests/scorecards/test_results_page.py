"""The desk's page of results: the ranking, equal results and their order, publishing many at once."""

import re

import pytest
from tests.cases.made import actor
from tests.scorecards.test_unit_pages import DESK, SignIn, text
from tests.scorecards.unit_made import AN_KHANH, THU_THIEM, sheet, small_rubric

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.jobs.models import Progress
from vidan.foundation.jobs.progress import report
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Entry, Scorecard, TieDecision
from vidan.scorecards.services.decide_result import publish_result
from vidan.scorecards.services.publish_many import publish_many, work_name

pytestmark = pytest.mark.django_db


def results(rest: str = "") -> str:
    return f"{DESK}ket-qua/{small_rubric().pk}/2018/{rest}"


def test_the_head_puts_equal_results_in_order_with_a_reason(signed_in: SignIn) -> None:
    one, other = sheet(State.DECIDED), sheet(State.DECIDED, AN_KHANH)
    head = signed_in("lanh-dao")
    assert "bằng điểm" in text(head, results())
    first, second = [card.code for card in sorted((one, other), key=lambda card: card.unit.sort_key)]
    told = {
        "tie": first,
        f"bang-{first}-{first}": "2",
        f"bang-{first}-{second}": "2",
        f"bang-{first}-reason": "Ít đơn.",
    }
    twice = head.post(results("bang-diem/"), told)
    assert twice.status_code == 422
    assert "Ít đơn." in twice.content.decode()
    assert head.post(results("bang-diem/"), told | {f"bang-{first}-reason": ""}).status_code == 422
    assert not TieDecision.objects.exists()
    assert head.post(results("bang-diem/"), told | {f"bang-{first}-{second}": "1"}).status_code == 302
    assert TieDecision.objects.get().order == [second, first]
    assert "Ít đơn." in text(head, results())
    assert signed_in("can-bo-quan").post(results("bang-diem/"), told).status_code == 404


def test_the_head_publishes_many_at_once_and_one_that_lacks_something_stays(signed_in: SignIn) -> None:
    done, ready = sheet(State.DECIDED), sheet(State.REVIEWING, AN_KHANH)
    lacking = sheet(State.APPRAISING, THU_THIEM)
    Entry.objects.filter(card=lacking, item="1.1", stage=Stage.SCORED).delete()
    codes = [done.code, ready.code, lacking.code, "khong-co"]
    rubric = small_rubric().pk
    assert publish_many(rubric=rubric, year=2018, codes=codes, days=5, actor=actor("lanh-dao")) == 2
    states = dict(Scorecard.objects.values_list("code", "state"))
    assert states == {done.code: State.PUBLISHED, ready.code: State.PUBLISHED, lacking.code: State.APPRAISING}
    progress = Progress.objects.get(name=work_name(small_rubric().pk, 2018))
    assert (progress.done, progress.total) == (4, 4)
    assert signed_in("lanh-dao").get("/chi-so/2018/").status_code == 200


def test_one_sheet_that_is_out_of_reach_meanwhile_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    lost, kept = sheet(State.DECIDED), sheet(State.SUBMITTED, AN_KHANH)

    def publish(*, code: str, days: int, actor: Actor) -> Scorecard:
        if code == lost.code:
            raise Scorecard.DoesNotExist(code)
        return publish_result(code=code, days=days, actor=actor)

    monkeypatch.setattr("vidan.scorecards.services.publish_many.publish_result", publish)
    codes, rubric = [lost.code, kept.code], small_rubric().pk
    assert publish_many(rubric=rubric, year=2018, codes=codes, days=5, actor=actor("lanh-dao")) == 1
    states = dict(Scorecard.objects.values_list("code", "state"))
    assert states == {lost.code: State.DECIDED, kept.code: State.PUBLISHED}


def test_what_is_decided_or_submitted_is_ticked_on_the_page_of_results(signed_in: SignIn) -> None:
    ready = [sheet(State.DECIDED), sheet(State.SUBMITTED, AN_KHANH)]
    other = sheet(State.REVIEWING, THU_THIEM)
    page = text(signed_in("lanh-dao"), results())
    ticked = {
        code for code in (*(card.code for card in ready), other.code) if f'value="{code}" checked' in _plain(page)
    }
    assert f'value="{other.code}"' in page
    assert ticked == {card.code for card in ready}


def _plain(page: str) -> str:
    return re.sub(r' id="[^"]*"', "", page)


def test_publishing_is_handed_to_the_worker_once_and_its_progress_is_shown(signed_in: SignIn) -> None:
    card = sheet(State.DECIDED)
    head = signed_in("lanh-dao")
    told = {"cards": [card.code], "days": "10"}
    assert head.post(results("cong-bo/"), told | {"cards": []}).status_code == 422
    assert head.post(results("cong-bo/"), told | {"days": "-1"}).status_code == 422
    assert head.post(results("cong-bo/"), told).status_code == 302
    report(work_name(small_rubric().pk, 2018), done=0, total=168)
    assert "0 trên 168 phiếu" in text(head, results())
    again = head.post(results("cong-bo/"), told, follow=True)
    assert "đang chạy" in again.content.decode()
    assert signed_in("can-bo-quan").post(results("cong-bo/"), told).status_code == 404
