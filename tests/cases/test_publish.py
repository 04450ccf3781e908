"""A closed case is told to everybody by two people, without anybody in it, and comes off the page at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, made, official_of
from tests.cases.verified import verify_up_to

from vidan.cases.kinds import Kind, PersonState, State
from vidan.cases.models import CaseFile, Summary
from vidan.cases.models.summary import SummaryState
from vidan.cases.moves.publishing import CHECKS, IN_CONFIDENCE
from vidan.cases.services.close import close
from vidan.cases.services.inform import inform
from vidan.cases.services.personal_data import answer, ask
from vidan.cases.services.publish import (
    GivesAway,
    NotChecked,
    Told,
    checks_of,
    erase_summary,
    publish,
    send_back,
    take_back,
    write,
)
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.accounts.models import Official
from vidan.foundation.figures.models import Fact
from vidan.foundation.intake.personal import Ground, Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

TOLD = Told("Hẹn ba lần mới trả kết quả.", "Phường đã xin lỗi và trả kết quả trong tháng.")
SignIn = Callable[[str], Client]


def closed(conduct: tuple[str, ...] = ("delay",), **changed: Any) -> CaseFile:
    case = made(State.CLOSED, **changed)
    CaseFile.objects.filter(pk=case.pk).update(conduct=list(conduct))
    case.refresh_from_db()
    return case


def written(case: CaseFile, told: Told = TOLD, *, version: int = 0) -> Summary:
    return write(code=case.code, told=told, actor=actor("can-bo-quan"), version=version)


def published(case: CaseFile | None = None, told: Told = TOLD) -> Summary:
    case = case or closed()
    summary = written(case, told)
    return publish(code=case.code, checked=frozenset(checks_of(case)), actor=actor("lanh-dao"), version=summary.version)


def public(address: str = "") -> str:
    answer = Client().get(f"/ket-qua/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_a_second_person_approved_is_read_by_everybody() -> None:
    published()
    page = public()
    assert TOLD.said in page
    assert TOLD.done in page
    assert "Hẹn lại nhiều lần, trả chậm" in page


def test_praise_is_told_too() -> None:
    case = closed(())
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.COMMENDATION)
    published(case, Told("Được hướng dẫn tận tình.", "Mặt trận đã gửi lời khen."))
    assert "Được hướng dẫn tận tình." in public()


def test_nothing_is_public_while_it_waits() -> None:
    written(closed())
    assert TOLD.said not in public()


def test_the_page_tells_the_ward_and_the_month_and_nothing_that_leads_to_the_case() -> None:
    case = closed()
    summary = published(case)
    page = public()
    assert "UBND Phường An Phú" in page
    assert "03/2018" in page
    main = page[page.index("<main") : page.index("</main")]
    assert case.code not in page
    for secret in ("Một cửa", "13/03", str(summary.pk) + "/", "2018-03-13"):
        assert secret not in main.replace('<option value="2018-03"', "")


def test_who_wrote_it_does_not_publish_it() -> None:
    case = closed()
    head = actor("lanh-dao")
    summary = write(code=case.code, told=TOLD, actor=head, version=0)
    with pytest.raises(Refused) as refused:
        publish(code=case.code, checked=frozenset(CHECKS), actor=head, version=summary.version)
    assert refused.value.refusal.missing == ("second_person",)


def test_an_officer_does_not_publish() -> None:
    case = closed()
    summary = written(case)
    with pytest.raises(Refused):
        publish(code=case.code, checked=frozenset(CHECKS), actor=actor("can-bo-quan-2"), version=summary.version)


def test_every_point_of_the_list_is_confirmed_first() -> None:
    case = closed()
    summary = written(case)
    with pytest.raises(NotChecked):
        publish(code=case.code, checked=frozenset(list(CHECKS)[1:]), actor=actor("lanh-dao"), version=summary.version)


def test_of_a_teller_who_keeps_back_his_name_more_is_asked() -> None:
    assert set(checks_of(closed(mode=TellerMode.ANONYMOUS))) == set(CHECKS) | set(IN_CONFIDENCE)
    assert set(checks_of(closed(mode=TellerMode.NAMED))) == set(CHECKS)


def test_a_confidential_word_that_stands_alone_is_not_told() -> None:
    case = closed(mode=TellerMode.CONFIDENTIAL)
    with pytest.raises(Refused) as refused:
        written(case)
    assert refused.value.refusal.missing == ("in_company",)
    for _n in range(2):
        made()
    written(case)


@pytest.mark.parametrize("conduct", [("attitude",), ("delay", "attitude"), ("extra_money",)])
def test_what_one_person_did_is_not_told_before_a_decision(conduct: tuple[str, ...]) -> None:
    with pytest.raises(Refused):
        written(closed(conduct))


def test_once_the_authority_has_decided_the_matter_is_told_without_a_name() -> None:
    case = made(State.ANSWERED, official=official_of("can-bo-ubnd"), about="ubnd-a-an-phu")
    verify_up_to(case.code, State.DECIDED)
    inform(code=case.code, text="Đã có quyết định.", actor=actor("can-bo-quan"))
    published(close(code=case.code, actor=actor("can-bo-quan")))
    assert TOLD.said in public()


def test_a_case_about_somebody_is_not_told_before_a_decision() -> None:
    with pytest.raises(Refused):
        written(closed(official=official_of("can-bo-ubnd"), about="ubnd-a-an-phu"))
    with pytest.raises(Refused):
        written(closed(person=PersonState.UNRESOLVED))


def test_a_case_that_is_not_closed_or_was_withdrawn_is_not_told() -> None:
    case = made(State.ANSWERED)
    with pytest.raises(Refused):
        written(case)
    withdraw(code=case.code)
    with pytest.raises(Refused):
        written(case)


@pytest.mark.parametrize(
    "said", ["Xem PA-2018-0001.", "Ngày 12/03 tôi đến.", "Gọi 0903 123 456.", "Ở quầy số 2.", "Ở hẻm 14."]
)
def test_what_leads_to_somebody_is_refused(said: str) -> None:
    with pytest.raises(GivesAway):
        written(closed(), Told(said, "Đã sửa."))


def test_the_name_of_an_official_of_the_place_is_refused() -> None:
    name = Official.objects.filter(unit__area__slug="a-an-phu")[0].name
    with pytest.raises(GivesAway):
        written(closed(), Told(f"{name.upper()} hẹn ba lần.", "Đã sửa."))


def test_taken_back_it_is_gone_from_page_and_search_at_once_and_the_reason_is_sealed() -> None:
    case = closed()
    summary = published(case)
    assert TOLD.said in public("?tu=hen+ba+lan")
    take_back(code=case.code, reason="Có người nhận ra.", actor=actor("can-bo-quan-2"), version=summary.version)
    assert TOLD.said not in public()
    assert TOLD.said not in public("?tu=hen+ba+lan")
    entry = Entry.objects.get(subject=case.code, event="summary.take_back")
    assert entry.reason_digest
    assert "nhận ra" not in str(entry.facts)
    assert sum(Fact.objects.filter(name="cases.published").values_list("amount", flat=True)) == 0


def test_given_back_it_is_written_again() -> None:
    case = closed()
    summary = written(case)
    summary = send_back(code=case.code, reason="Kể gọn hơn.", actor=actor("lanh-dao"), version=summary.version)
    assert summary.state == SummaryState.RETURNED
    assert written(case, version=summary.version).state == SummaryState.READY


def test_two_who_write_at_once_do_not_overwrite_each_other() -> None:
    case = closed()
    written(case)
    with pytest.raises(Overtaken):
        written(case)


def test_a_case_opened_again_is_not_told_meanwhile() -> None:
    case = closed()
    published(case)
    CaseFile.objects.filter(pk=case.pk).update(state=State.ANSWERED)
    assert TOLD.said not in public()


def test_erasure_takes_every_word_of_it_away() -> None:
    case = closed()
    published(case)
    erase_summary(case=case)
    summary = Summary.objects.get(case=case)
    assert (summary.state, summary.said, summary.done) == (SummaryState.ERASED, "", "")
    assert TOLD.said not in public() + public("?tu=hen")


def test_the_page_of_an_erased_case_says_so_and_shows_no_empty_frames(signed_in: SignIn) -> None:
    case = closed()
    published(case)
    CaseFile.objects.filter(pk=case.pk).update(erased_on=case.happened_on, gist="")
    erase_summary(case=case)
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/cong-khai/").content.decode()
    assert "bản công khai cũng đã xóa theo" in page
    assert "Nơi giải quyết trả lời" not in page
    assert "chưa phân loại" not in page


def test_it_is_found_without_marks_and_by_place_month_and_kind() -> None:
    published()
    for address in ("?tu=hen+ba", "?noi=ubnd-a-an-phu", "?thang=2018-03", "?loai=feedback"):
        assert TOLD.said in public(address), address
    for address in ("?tu=khong+co", "?noi=ubnd-a-binh-an", "?thang=2018-04", "?loai=suggestion"):
        assert TOLD.said not in public(address), address


@pytest.mark.parametrize(
    "address", ["?tu=%00'\"", "?noi=../", "?thang=2018-13", "?sau=x", "?sau=2018-03_zz", "?loai=x"]
)
def test_a_hostile_address_shows_the_page(address: str) -> None:
    public(address)


def test_pages_turn_by_a_key_that_tells_no_order_and_show_each_once() -> None:
    for number in range(14):
        published(told=Told(f"Việc thứ {'i' * (number + 1)}.", "Đã sửa."))
    first = public()
    after = first[first.index("sau=") + 4 :].split('"')[0]
    second = public(f"?sau={after}")
    seen = [f"Việc thứ {'i' * (n + 1)}." for n in range(14)]
    assert sum(one in first for one in seen) == 12
    assert all((one in first) != (one in second) for one in seen)


def test_the_desk_writes_approves_and_takes_back(signed_in: SignIn) -> None:
    case = closed()
    place = f"/ban-lam-viec/ho-so/{case.code}/cong-khai/"
    officer, head = signed_in("can-bo-quan"), signed_in("lanh-dao")
    sent = {"move": "write", "version": 0, "said": TOLD.said, "done": TOLD.done}
    assert officer.post(place, sent).status_code == 302
    assert case.gist in head.get("/ban-lam-viec/cong-khai/").content.decode()
    assert head.post(place, {"move": "publish", "version": 1}).status_code == 422
    assert head.post(place, {"move": "publish", "version": 1, "checked": list(checks_of(case))}).status_code == 302
    assert TOLD.said in public()
    officer.post(place, {"move": "take_back", "version": 2, "reason": "Viết lại."})
    assert TOLD.said not in public()


def test_the_page_asks_under_the_names_that_its_post_is_read_by(signed_in: SignIn) -> None:
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{closed().code}/cong-khai/").content.decode()
    assert all(f'name="{name}"' in page for name in ("move", "version", "said", "done"))


def test_what_was_typed_is_kept_and_what_must_go_is_named(signed_in: SignIn) -> None:
    place = f"/ban-lam-viec/ho-so/{closed().code}/cong-khai/"
    sent = {"move": "write", "version": 0, "said": "Ngày 12/03 tôi đến.", "done": "Đã sửa xong việc."}
    answer = signed_in("can-bo-quan").post(place, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“12/03”" in page or "Ngày 12" in page
    assert "Đã sửa xong việc." in page


def test_a_case_that_counts_in_figures_only_says_why(signed_in: SignIn) -> None:
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{closed(('attitude',)).code}/cong-khai/")
    assert "chỉ nêu bằng số liệu" in page.content.decode()


def test_another_front_does_not_know_of_it(signed_in: SignIn) -> None:
    case = closed()
    written(case)
    for local in ("can-bo-phuong", "can-bo-ubnd", "theo-doi"):
        assert signed_in(local).get(f"/ban-lam-viec/ho-so/{case.code}/cong-khai/").status_code == 404
    assert case.gist not in signed_in("can-bo-phuong").get("/ban-lam-viec/cong-khai/").content.decode()


# a teller who wants no further use of his data


def at_wish(case: CaseFile, right: Right = Right.RESTRICTION, ground: Ground | None = None) -> None:
    asked = ask(case=case, right=right, words="Xin đừng dùng chuyện của tôi.")
    answer(code=asked.code, text="Mặt trận đã xem.", ground=ground, actor=actor("can-bo-quan"))


@pytest.mark.parametrize("right", [Right.RESTRICTION, Right.OBJECTION])
def test_what_is_told_of_a_case_comes_off_the_page_at_its_tellers_wish_and_is_not_written_again(right: Right) -> None:
    case = closed(mode=TellerMode.NAMED)
    published(case)
    at_wish(case, right)
    assert TOLD.said not in public()
    assert Summary.objects.get().state == SummaryState.TAKEN_BACK
    assert Entry.objects.get(event="summary.take_back").facts["at_wish"] is True
    assert sum(Fact.objects.filter(name="cases.published").values_list("amount", flat=True)) == 0
    with pytest.raises(Refused) as refused:
        written(case, version=Summary.objects.get().version)
    assert "may_be_told" in refused.value.refusal.missing


def test_what_was_taken_off_is_not_called_public(signed_in: SignIn) -> None:
    case = closed(mode=TellerMode.NAMED)
    published(case)
    at_wish(case)
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/cong-khai/").content.decode()
    assert "Bản đã gỡ xuống" in page
    assert "Bản công khai</h2>" not in page


def test_a_case_whose_teller_wants_no_further_use_is_not_offered_to_be_told(signed_in: SignIn) -> None:
    case, free = closed(mode=TellerMode.NAMED), closed()
    at_wish(case)
    page = signed_in("can-bo-quan").get("/ban-lam-viec/cong-khai/").content.decode()
    assert free.code in page
    assert case.code not in page


def test_a_wish_that_was_refused_with_its_ground_changes_nothing() -> None:
    case = closed(mode=TellerMode.NAMED)
    published(case)
    at_wish(case, ground=Ground.NOT_KNOWN)
    assert TOLD.said in public()
