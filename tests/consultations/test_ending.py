"""After the answers: promises held against the issued text, the summary, the end, and who is told of it."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from tests.cases.made import actor
from tests.consultations.ending_made import answered, checked, issued, spoken
from tests.consultations.hearings_made import attended, planned
from tests.consultations.made import HEAD, OFFICER, drafted, fresh
from tests.foundation.files.samples import jpg

from vidan.consultations.kept import promises_of
from vidan.consultations.kinds import Kept, State, VersionKind
from vidan.consultations.models import Check, Disposition, Draft
from vidan.consultations.services.check_point import check_point
from vidan.consultations.services.close_draft import close_draft, write_closing
from vidan.consultations.services.record_issue import Issued, bring_final, record_issue
from vidan.consultations.services.set_text import is_intact
from vidan.consultations.services.step import NotNow, Refused
from vidan.consultations.services.tell_tellers import ANSWERED, ENDED, mail_teller, mail_tellers, tell_tellers
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.services import draft_paper
from vidan.foundation.papers.structure import Heading, Signer, Structure

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/phan-bien/"


def summed_up(draft: Draft) -> Draft:
    write_closing(code=draft.code, closing="Hai điểm được tiếp thu.", actor=actor(OFFICER))
    return fresh(draft)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_only_accepted_points_are_promises() -> None:
    assert [one.point.number for one in promises_of(answered()).rows] == [1, 2, 4]


def test_promises_are_counted_by_what_was_found() -> None:
    draft = checked(issued(), Kept.DONE, Kept.NOT_DONE)
    assert promises_of(draft).counts == {"done": 1, "partly": 0, "not_done": 1, "unchecked": 1}


def test_a_refused_point_is_not_checked() -> None:
    draft = issued()
    with pytest.raises(NotNow, match="không được tiếp thu"):
        check_point(code=draft.code, number=3, kept=Kept.DONE, actor=actor(OFFICER))
    with pytest.raises(Disposition.DoesNotExist):
        check_point(code=draft.code, number=9, kept=Kept.DONE, actor=actor(OFFICER))


def test_a_second_judgement_stands_and_the_journal_keeps_the_first() -> None:
    draft = checked(issued(), Kept.NOT_DONE)
    checked(draft, Kept.DONE)
    assert Check.objects.get(point__number=1).kept == Kept.DONE
    last = Entry.objects.filter(event="draft.check").order_by("-pk")[0]
    assert (last.facts["was"], last.facts["kept"]) == ("not_done", "done")


def test_nothing_is_checked_before_the_text_is_issued() -> None:
    with pytest.raises(Refused):
        check_point(code=answered().code, number=1, kept=Kept.DONE, actor=actor(OFFICER))


def test_it_closes_once_all_is_checked_and_summed_up() -> None:
    draft = summed_up(checked(issued(), Kept.DONE, Kept.DONE))
    with pytest.raises(Refused):
        close_draft(code=draft.code, move="close", actor=actor(HEAD))
    checked(draft)
    closed = close_draft(code=draft.code, move="close", actor=actor(HEAD))
    assert (closed.state, closed.closed_on) == (State.CLOSED, clock.today())


def test_it_does_not_close_without_a_summary_nor_by_an_officer() -> None:
    draft = checked(issued())
    with pytest.raises(Refused):
        close_draft(code=draft.code, move="close", actor=actor(HEAD))
    summed_up(draft)
    with pytest.raises(Refused):
        close_draft(code=draft.code, move="close", actor=actor(OFFICER))


@pytest.mark.parametrize(
    ("state", "move", "end"),
    [
        (State.ANSWERED, "close_unissued", State.CLOSED),
        (State.REGISTERED, "stop", State.STOPPED),
        (State.OPEN, "stop", State.STOPPED),
        (State.SENT, "stop_sent", State.STOPPED),
    ],
)
def test_every_other_end_needs_its_summary_too(state: State, move: str, end: State) -> None:
    draft = drafted(state)
    with pytest.raises(Refused):
        close_draft(code=draft.code, move=move, actor=actor(HEAD))
    summed_up(draft)
    assert close_draft(code=draft.code, move=move, actor=actor(HEAD)).state == end


def test_the_officer_goes_from_point_to_point(signed_in: SignIn) -> None:
    draft, client = issued(), signed_in(OFFICER)
    base = f"{DESK}{draft.code}/doi-chieu/"
    body = text(client, f"{base}2/")
    assert "Điều 3 rút còn 3 ngày" in body
    assert re.search(r"<del>.*?5.*?</del><ins>.*?3.*?</ins>\s*ngày làm việc", body)
    told = {"version": draft.version, "kept": "partly", "note": "Có thấy."}
    assert client.post(f"{base}2/?manh=k6", told).headers["Location"] == f"{base}4/"
    made = Check.objects.get()
    assert (made.kept, made.key, made.note) == ("partly", "k6", "Có thấy.")


def test_not_done_needs_its_ground(signed_in: SignIn) -> None:
    draft, client = issued(), signed_in(OFFICER)
    base = f"{DESK}{draft.code}/doi-chieu/1/"
    wrong = client.post(base, {"version": draft.version, "kept": "not_done", "note": ""})
    assert (wrong.status_code, "cần ghi thấy gì" in wrong.content.decode()) == (422, True)
    assert not Check.objects.exists()


def test_a_place_that_the_issued_text_has_not_is_not_kept(signed_in: SignIn) -> None:
    draft, client = issued(), signed_in(OFFICER)
    place = f"{DESK}{draft.code}/doi-chieu/1/?manh=zzz"
    assert "không còn trong văn bản ban hành" in text(client, place)
    client.post(place, {"version": draft.version, "kept": "done", "note": ""})
    assert Check.objects.get().key == ""


def test_without_the_issued_text_it_is_held_against_the_paper(signed_in: SignIn) -> None:
    draft, client = issued(with_text=False), signed_in(OFFICER)
    assert "đối chiếu với bản giấy" in text(client, f"{DESK}{draft.code}/doi-chieu/1/")
    told = {"version": draft.version, "kept": "done", "note": ""}
    assert client.post(f"{DESK}{draft.code}/doi-chieu/1/", told).status_code == 302


def test_the_pages_cost_the_same_however_much_was_checked(signed_in: SignIn) -> None:
    client, counts = signed_in(OFFICER), []
    text(client, DESK)  # what is asked once and kept
    for draft in (issued(), checked(issued("DT-2018-0002"))):
        for rest in ("", "1/"):
            with CaptureQueriesContext(connection) as queries:
                text(client, f"{DESK}{draft.code}/doi-chieu/{rest}")
            counts.append(len(queries))
    assert max(counts) <= 10
    assert counts[:2] == counts[2:]


def test_the_summary_is_written_and_the_head_reads_it_before_the_end(signed_in: SignIn) -> None:
    draft = checked(issued())
    place = f"{DESK}{draft.code}/buoc/"
    signed_in(OFFICER).post(f"{place}tom-tat/", {"version": draft.version, "closing": "Ba điểm đã vào văn bản."})
    head = signed_in(HEAD)
    assert "Ba điểm đã vào văn bản." in text(head, f"{place}ket-thuc/")
    assert head.post(f"{place}ket-thuc/", {"version": fresh(draft).version}).status_code == 302
    assert fresh(draft).state == State.CLOSED


def told_of(draft: Draft, what: str) -> list[str]:
    """Whom the worker mails."""
    mail_tellers.func(draft.code, what)
    for row in DBTaskResult.objects.filter(task_path__endswith="mail_teller"):
        mail_teller.func(*row.args_kwargs["args"])
    return [address for one in mail.outbox for address in one.to]


def test_named_tellers_who_agreed_are_mailed_once_an_address() -> None:
    draft = answered()
    for n in (1, 2):
        spoken(draft, n)
    spoken(draft, 3, email="khac@vidan.example")
    spoken(draft, 4, email="khong@vidan.example", by_email=False)
    spoken(draft, 5, TellerMode.ANONYMOUS)
    assert told_of(draft, ANSWERED) == ["nguoi@vidan.example", "khac@vidan.example"]
    assert Entry.objects.get(event="draft.tell").facts == {"what": "answered", "mails": 2}


def test_who_asked_for_confidence_is_not_mailed() -> None:
    draft = answered()
    spoken(draft, 1, TellerMode.CONFIDENTIAL)
    assert told_of(draft, ENDED) == []


def test_the_mail_holds_neither_opinion_nor_name_nor_code_of_the_opinion() -> None:
    draft = answered()
    opinion = spoken(draft, 1)
    told_of(draft, ENDED)
    words = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert draft.title in words
    for secret in ("Lời góp ý kín", "Người Góp Ý Thử", opinion.code):
        assert secret not in words


def test_a_mail_that_was_not_taken_is_tried_again_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = answered()
    opinion = spoken(draft, 1)

    def refuse(*_told: object) -> None:
        raise OSError

    monkeypatch.setattr("vidan.consultations.services.tell_tellers.send_mail", refuse)
    mail_teller.func(opinion.pk, ANSWERED)
    row = DBTaskResult.objects.get(task_path__endswith="mail_teller")
    assert row.args_kwargs["args"] == [opinion.pk, "answered", 1]
    assert row.run_after is not None


def test_no_job_and_no_journal_entry_holds_an_address() -> None:
    draft = answered()
    spoken(draft, 1)
    told_of(draft, ENDED)
    assert "nguoi@" not in str([row.args_kwargs for row in DBTaskResult.objects.all()])
    assert "nguoi@" not in str([entry.facts for entry in Entry.objects.all()])


def test_news_goes_out_with_the_move_that_makes_it() -> None:
    draft = summed_up(checked(issued()))
    assert not DBTaskResult.objects.filter(task_path__endswith="mail_tellers").exists()
    close_draft(code=draft.code, move="close", actor=actor(HEAD))
    row = DBTaskResult.objects.get(task_path__endswith="mail_tellers")
    assert row.args_kwargs["args"] == [draft.code, "ended"]


def test_nobody_is_mailed_about_a_sample() -> None:
    draft = answered(is_sample=True)
    tell_tellers(draft, "take_answer")
    assert not DBTaskResult.objects.exists()


FINAL = """Chương I. Quy định chung
Điều 1. Phạm vi
Quy định này nói về việc trả kết quả thủ tục hành chính tại nhà.
Điều 2. Người được phục vụ
1. Người từ đủ 60 tuổi sống một mình.
2. Người khuyết tật nặng, gồm:
a) người không tự đi lại được;
b) người không nhìn thấy.
3. Người bệnh nặng có giấy của cơ sở y tế.
Chương II. Cách làm
Điều 3. Thời gian
Kết quả được trả tại nhà trong 3 ngày làm việc kể từ ngày đăng ký."""


def test_the_issued_text_keeps_the_keys_of_the_draft() -> None:
    draft = answered()
    told = Issued("15/2018/QĐ-UBND", clock.today(), FINAL.split("\n"))
    record_issue(code=draft.code, move="record_issue", issued=told, actor=actor(OFFICER))
    draft = fresh(draft)
    assert (draft.state, draft.issued_number) == (State.ISSUED, "15/2018/QĐ-UBND")
    assert draft.final is not None
    assert draft.current is not None
    now = {piece.path: piece for piece in draft.final.pieces.all()}
    was = {piece.path: piece.key for piece in draft.current.pieces.all()}
    for path in ("Điều 2 khoản 1", "Điều 2 khoản 2 điểm b", "Điều 3"):
        assert now[path].key == was[path], path
    assert now["Điều 2 khoản 3"].key not in was.values()
    assert is_intact(draft.final)


def test_issue_before_the_answers_says_so_and_stops_the_clock() -> None:
    draft = drafted(State.SENT)
    told = Issued("15/2018/QĐ-UBND", clock.today())
    with pytest.raises(Refused):
        record_issue(code=draft.code, move="record_issue", issued=told, actor=actor(OFFICER))
    record_issue(code=draft.code, move="record_issue_unanswered", issued=told, actor=actor(OFFICER))
    assert (fresh(draft).state, fresh(draft).final) == (State.ISSUED, None)


def test_issue_is_recorded_at_the_desk_with_a_pasted_text(signed_in: SignIn) -> None:
    draft, client = answered(), signed_in(OFFICER)
    place = f"{DESK}{draft.code}/buoc/ban-hanh/"
    told = {"version": draft.version, "number": "15/2018/QĐ-UBND", "issued_on": "13/03/2018", "text": FINAL}
    ahead = client.post(place, told | {"issued_on": "14/03/2018"})
    assert (ahead.status_code, "Ngày này chưa đến." in ahead.content.decode()) == (422, True)
    assert client.post(place, told).status_code == 302
    body = text(client, f"{DESK}{draft.code}/doi-chieu/1/")
    assert "<del>" in body
    assert "<ins>" in body


def test_a_file_without_words_is_refused_and_nothing_is_half_written(signed_in: SignIn) -> None:
    draft, client = answered(), signed_in(OFFICER)
    told = {"version": draft.version, "number": "15/QĐ", "issued_on": "13/03/2018", "text": ""}
    answer = client.post(f"{DESK}{draft.code}/buoc/ban-hanh/", told | {"file": SimpleUploadedFile("a.jpg", jpg())})
    assert answer.status_code == 422
    assert "15/QĐ" in answer.content.decode()
    assert (fresh(draft).state, fresh(draft).issued_number) == (State.ANSWERED, "")


def test_the_issued_text_may_come_after_the_paper(signed_in: SignIn) -> None:
    draft, client = issued(with_text=False), signed_in(OFFICER)
    place = f"{DESK}{draft.code}/doi-chieu/loi-ban-hanh/"
    assert client.post(place, {"version": draft.version, "text": " "}).status_code == 422
    assert client.post(place, {"version": draft.version, "text": FINAL}).status_code == 302
    assert fresh(draft).final is not None


def test_the_summary_is_public_only_once_it_has_ended(client: Client) -> None:
    draft = summed_up(checked(issued()))
    page = f"/gop-y-du-thao/{draft.code}/"
    assert "Hai điểm được tiếp thu." not in text(client, page)
    close_draft(code=draft.code, move="close", actor=actor(HEAD))
    assert "Hai điểm được tiếp thu." in text(client, page)


def test_another_issued_text_takes_the_place_of_one_brought_by_mistake() -> None:
    draft = answered()
    wrong = Issued("15/2018/QĐ-UBND", clock.today(), ["Điều 1. Nhầm văn bản", "Không phải văn bản này."])
    record_issue(code=draft.code, move="record_issue", issued=wrong, actor=actor(OFFICER))
    right = Issued("15/2018/QĐ-UBND", clock.today(), FINAL.split("\n"))
    bring_final(code=draft.code, issued=right, actor=actor(OFFICER))
    draft = fresh(draft)
    assert draft.final is not None
    assert draft.final.pieces.count() == 10
    assert draft.versions.filter(kind=VersionKind.FINAL).count() == 1


def test_everybody_reads_what_was_said_and_done_on_the_page_of_results(client: Client) -> None:
    draft = checked(issued(), Kept.DONE, Kept.NOT_DONE)
    draft.paper = draft_paper(
        unit=draft.front,
        kind="criticism",
        subject=draft.code,
        structure=Structure(Heading("", "", ""), "PB", "", "", (), (), Signer("", "")),
        actor="test",
    )
    draft.save()
    body = text(client, f"/gop-y-du-thao/{draft.code}/ket-qua/")
    assert "1 điểm nói và làm, 0 điểm làm một phần, 1 điểm nói mà chưa làm" in body
    assert "Còn 1 điểm đang đối chiếu." in body


def test_everybody_reads_the_forms_that_were_held_on_the_page_of_the_draft(client: Client) -> None:
    draft = drafted()
    attended(planned(draft))
    body = text(client, f"/gop-y-du-thao/{draft.code}/")
    assert "4 người dự." in body
    assert "2 chuyên gia, nơi khác: 1 có dự" in body
    assert "Chuyên gia thử" not in body
