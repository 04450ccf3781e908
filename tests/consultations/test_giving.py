"""Giving an opinion on a draft: the form, its refusals, one opinion and one receipt however often the button is pressed."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.consultations.made import drafted, fixed
from tests.consultations.opinions_made import WORDS, Speaking, given, open_draft
from tests.public import code_on

from vidan.consultations.kinds import OpinionState, State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.give import NobodyNamed, give
from vidan.consultations.services.new_opinion import Said, Speaker
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.vault.services import open_text

pytestmark = pytest.mark.django_db

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n"
)


def test_an_opinion_is_given_in_two_questions_and_waits_to_be_looked_at() -> None:
    person = Speaking(open_draft())
    person.whole()
    opinion = Opinion.objects.get()
    assert (opinion.code, opinion.state, opinion.key, opinion.here) == ("YK-2018-00001", "waiting", "k8", "k8")
    assert (opinion.stance, opinion.topics, opinion.text) == ("change", ["impact"], "")
    assert open_text(opinion.original) == WORDS


def test_codes_have_no_gap_when_one_is_refused() -> None:
    draft = open_draft()
    given(draft)
    with pytest.raises(NobodyNamed):
        give(code=draft.code, version=draft.current_id, said=Said("Ý kiến."), speaker=Speaker(TellerMode.NAMED))
    assert given(draft).code == "YK-2018-00002"


def test_a_double_click_makes_one_opinion_and_shows_the_same_receipt() -> None:
    person = Speaking(open_draft())
    code = person.whole()
    assert person.send().status_code == 302
    assert Opinion.objects.count() == Receipt.objects.count() == 1
    assert code_on(person.client.get(f"{person.place}bien-nhan/")) == code


def test_the_receipt_is_shown_until_it_was_noted() -> None:
    person = Speaking(open_draft())
    person.whole()
    place = f"{person.place}bien-nhan/"
    assert person.client.get(person.place)["Location"] == place
    assert person.client.post(place).status_code == 422
    assert person.client.post(place, {"noted": "1"})["Location"] == person.place.removesuffix("gop-y/")
    assert person.client.get(place)["Location"] == person.place


def test_what_is_said_is_required_and_what_was_chosen_stays() -> None:
    person = Speaking(open_draft())
    answer = person.say(text=" ", stance="against")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "ngắn cũng được" in page
    assert 'value="against" id="id_stance_2" checked' in page


def test_the_place_is_chosen_by_the_address_and_its_words_are_shown() -> None:
    draft = open_draft()
    page = Client().get(f"/gop-y-du-thao/{draft.code}/gop-y/?o=k3").content.decode()
    assert "Người từ đủ 70 tuổi sống một mình." in page
    assert "<h2>Điều 2 khoản 1</h2>" in page


def test_another_place_is_looked_at_without_losing_what_was_typed() -> None:
    person = Speaking(open_draft())
    page = person.say(look="1", piece="k3", text="Mới viết được nửa câu").content.decode()
    assert "Người từ đủ 70 tuổi" in page
    assert "Mới viết được nửa câu" in page
    assert not Opinion.objects.exists()


def test_a_place_that_is_none_is_refused_at_its_field() -> None:
    answer = Speaking(open_draft()).say(piece="k99")
    assert answer.status_code == 422
    assert "Dự thảo hiện nay không có chỗ này" in answer.content.decode()


def test_a_selected_passage_is_found_and_kept_with_what_stands_around_it() -> None:
    person = Speaking(open_draft())
    told = {"piece": "k8", "quote": "trong 5 ngày  làm việc", "before": "Kết quả được trả tại nhà "}
    page = person.client.post(person.place, told | {"passage": "1"}).content.decode()
    assert "<mark>trong 5 ngày làm việc</mark>" in page
    person.whole(**told)
    opinion = Opinion.objects.get()
    assert (opinion.quote, opinion.before) == ("trong 5 ngày làm việc", "Kết quả được trả tại nhà ")
    assert opinion.after == " kể từ ngày đăng ký."


def test_a_passage_that_is_not_there_becomes_the_whole_piece_and_the_page_says_so() -> None:
    person = Speaking(open_draft())
    told = {"piece": "k8", "quote": "mười ngày", "before": ""}
    assert "gắn với cả điều, khoản" in person.client.post(person.place, told | {"passage": "1"}).content.decode()
    person.whole(**told)
    opinion = Opinion.objects.get()
    assert (opinion.key, opinion.quote) == ("k8", "")


def test_who_is_anonymous_leaves_no_name_even_when_one_was_typed() -> None:
    person = Speaking(open_draft())
    person.say()
    person.tell(name="Người Đổi Ý", phone="0000")
    person.send()
    assert Opinion.objects.get().identity is None


def test_a_name_is_sealed_and_stands_nowhere_else() -> None:
    person = Speaking(open_draft())
    person.say()
    person.tell(mode="named", name="Người Nêu Tên", email="thu@example.vn", by_email="1")
    person.send()
    opinion = Opinion.objects.get()
    assert opinion.identity
    assert "Người Nêu Tên" in open_text(opinion.identity)
    assert "Người Nêu Tên" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"mode": "named"}, "Ông/bà cho biết giúp họ và tên"),
        ({"mode": "named", "name": "A", "teller_type": "organisation"}, "cần ghi tên tổ chức"),
        ({"mode": "named", "name": "A", "by_email": "1"}, "cần ghi địa chỉ thư"),
        ({"mode": "named", "name": "A", "email": "không phải"}, "Địa chỉ thư này chưa đúng"),
        ({"mode": ""}, "Chọn cách nào Mặt trận cũng tiếp nhận như nhau"),
    ],
)
def test_what_lacks_with_a_name_is_said_at_its_field(changed: dict[str, str], sentence: str) -> None:
    person = Speaking(open_draft())
    person.say()
    answer = person.tell(**changed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_an_anonymous_opinion_with_a_name_is_never_made() -> None:
    draft = open_draft()
    with pytest.raises(NobodyNamed):
        give(
            code=draft.code,
            version=draft.current_id,
            said=Said("Ý kiến."),
            speaker=Speaker(TellerMode.ANONYMOUS, identity=Identity(name="A")),
        )


def test_one_file_goes_along_and_another_takes_its_place() -> None:
    person = Speaking(open_draft())
    assert person.say(text="", upload=SimpleUploadedFile("mot.pdf", PDF)).status_code == 422
    assert "Đã gửi kèm một tệp" in person.client.get(person.place).content.decode()
    person.whole(upload=SimpleUploadedFile("hai.pdf", PDF))
    opinion = Opinion.objects.select_related("file").get()
    assert opinion.file
    assert opinion.file.subject == opinion.code


def test_a_file_that_cannot_be_taken_is_refused_and_the_words_stay() -> None:
    answer = Speaking(open_draft()).say(upload=SimpleUploadedFile("x.exe", b"MZ not a document"))
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()


@pytest.mark.parametrize(
    ("state", "first", "last", "sentence"),
    [
        (State.OPEN, 1, 20, "Chưa đến thời gian lấy ý kiến"),
        (State.OPEN, -20, -1, "Đã hết thời gian lấy ý kiến"),
        (State.SENT, -20, 20, "Dự thảo này không còn lấy ý kiến"),
    ],
)
def test_outside_the_window_the_form_is_closed_and_says_when(
    state: State, first: int, last: int, sentence: str
) -> None:
    today = clock.today()
    draft = drafted(state, opens_on=today + timedelta(days=first), closes_on=today + timedelta(days=last))
    answer = Client().get(f"/gop-y-du-thao/{draft.code}/gop-y/")
    assert answer.status_code == 410
    assert sentence in answer.content.decode()


def test_who_sends_after_the_last_day_gives_nothing() -> None:
    draft = open_draft()
    person = Speaking(draft)
    person.say()
    person.tell()
    Draft.objects.update(closes_on=clock.today() - timedelta(days=1))
    person.send()
    assert not Opinion.objects.exists()


def test_a_draft_that_nobody_may_read_takes_nothing() -> None:
    draft = drafted(State.REGISTERED)
    assert Client().get(f"/gop-y-du-thao/{draft.code}/gop-y/").status_code == 404


def test_a_new_text_that_came_in_between_is_shown_before_anything_is_sent() -> None:
    draft = open_draft()
    person = Speaking(draft)
    person.say()
    person.tell()
    draft.current = fixed(draft, 2)
    draft.save()
    answer = person.send()
    assert answer.status_code == 409
    assert not Opinion.objects.exists()
    person.send()
    assert Opinion.objects.get().version_id == draft.current_id


def test_an_opinion_on_the_whole_draft_has_no_piece() -> None:
    Speaking(open_draft()).whole(piece="")
    assert Opinion.objects.get().here == ""


@pytest.mark.parametrize("text", ["a\x00b", "=1+1", "<script>alert(1)</script>", "\ud800x", "ý " * 6_000])
def test_hostile_text_never_breaks_the_form(text: str) -> None:
    told = text.encode("utf-8", "replace").decode()
    answer = Speaking(open_draft()).say(text=told, quote="\x00" * 900, before=told[:50])
    assert answer.status_code in (302, 422)


def test_the_opinion_waits_and_nothing_of_it_is_public() -> None:
    draft = open_draft()
    opinion = given(draft, "Lời chưa ai xem.")
    assert opinion.state == OpinionState.WAITING
    assert "Lời chưa ai xem" not in Client().get(f"/gop-y-du-thao/{draft.code}/y-kien/").content.decode()
