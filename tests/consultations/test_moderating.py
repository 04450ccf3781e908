"""Looking at opinions at the desk: the original behind its door, showing, hiding with a reason, several at once, look-alikes."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.consultations.opinions_made import WORDS, Speaking, given, open_draft
from tests.consultations.test_giving import PDF

from vidan.consultations.models import Draft, Opinion
from vidan.consultations.shown_opinions import hidden_words
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.services import letters_of

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def desk(draft: Draft, *more: str) -> str:
    return "/".join(["/ban-lam-viec/phan-bien", draft.code, "y-kien", *more, ""])


def events(opinion: Opinion) -> list[str]:
    return list(Entry.objects.filter(subject=opinion.code).order_by("pk").values_list("event", flat=True))


def fresh(opinion: Opinion) -> Opinion:
    return Opinion.objects.get(pk=opinion.pk)


def test_an_anonymous_original_is_read_at_once_and_shown_with_blackened_names(signed_in: SignIn) -> None:
    opinion = given(open_draft(), "Ông Nguyễn Thử ở quầy nói trống không.")
    client = signed_in("can-bo-quan")
    assert "Ông Nguyễn Thử" in client.get(desk(opinion.draft, opinion.code)).content.decode()
    told = {"text": "Ông [...] ở quầy nói trống không.", "revision": "1"}
    assert client.post(desk(opinion.draft, opinion.code, "dua-ra"), told).status_code == 302
    page = Client().get(f"/gop-y-du-thao/{opinion.draft.code}/y-kien/").content.decode()
    assert "Ông [...] ở quầy" in page
    assert "Nguyễn Thử" not in page


@pytest.mark.parametrize("mode", [TellerMode.NAMED, TellerMode.CONFIDENTIAL])
def test_the_original_of_who_told_a_name_is_opened_and_journalled(mode: TellerMode, signed_in: SignIn) -> None:
    opinion = given(open_draft(), mode=mode)
    client = signed_in("can-bo-quan")
    assert WORDS not in client.get(desk(opinion.draft, opinion.code)).content.decode()
    assert "opinion.read_original" not in events(opinion)
    assert WORDS in client.post(desk(opinion.draft, opinion.code, "ban-goc")).content.decode()
    assert "opinion.read_original" in events(opinion)


def test_hiding_asks_for_a_reason_and_for_words_with_another_reason(signed_in: SignIn) -> None:
    opinion = given(open_draft())
    client, place = signed_in("can-bo-quan"), desk(opinion.draft, opinion.code, "khong-dua-ra")
    assert client.post(place, {"revision": "1"}).status_code == 422
    assert client.post(place, {"revision": "1", "why": "other"}).status_code == 422
    assert client.post(place, {"revision": "1", "why": "other", "note": "Ghi rõ."}).status_code == 302
    assert (fresh(opinion).state, hidden_words(fresh(opinion))) == ("hidden", "Ghi rõ.")


def test_after_one_comes_the_oldest_that_waits(signed_in: SignIn) -> None:
    draft = open_draft()
    first, second, third = given(draft), given(draft), given(draft)
    client = signed_in("can-bo-quan")
    answer = client.post(desk(draft, second.code, "dua-ra"), {"text": "Lời.", "revision": "1"})
    assert answer["Location"] == desk(draft, first.code)
    client.post(desk(draft, first.code, "dua-ra"), {"text": "Lời.", "revision": "1"})
    answer = client.post(desk(draft, third.code, "dua-ra"), {"text": "Lời.", "revision": "1"})
    assert answer["Location"] == desk(draft)


def test_two_officers_do_not_overwrite_each_other(signed_in: SignIn) -> None:
    opinion = given(open_draft())
    client = signed_in("can-bo-quan")
    client.post(desk(opinion.draft, opinion.code, "dua-ra"), {"text": "Lời một.", "revision": "1"})
    answer = client.post(desk(opinion.draft, opinion.code, "dua-ra"), {"text": "Lời hai.", "revision": "1"})
    assert answer.status_code == 422
    assert fresh(opinion).text == "Lời một."
    assert "Lời hai." in answer.content.decode()


def test_several_are_shown_as_they_are_but_none_that_told_a_name(signed_in: SignIn) -> None:
    draft = open_draft()
    plain, named = given(draft), given(draft, mode=TellerMode.NAMED)
    signed_in("can-bo-quan").post(desk(draft), {"chosen": [plain.code, named.code, "YK-2018-99999", "x\x00"]})
    assert (fresh(plain).state, fresh(named).state) == ("shown", "waiting")
    assert fresh(plain).text == WORDS


def test_look_alikes_stand_beside_an_opinion_and_one_goes_with_another(signed_in: SignIn) -> None:
    draft = open_draft()
    first, second, other = (
        given(draft),
        given(draft, WORDS + " Xin cảm ơn."),
        given(draft, "Chuyện hoàn toàn khác hẳn."),
    )
    client = signed_in("can-bo-quan")
    for one in (first, other):
        client.post(desk(draft), {"chosen": one.code})
    page = client.get(desk(draft, second.code)).content.decode()
    assert first.code in page
    assert other.code not in page
    client.post(desk(draft, second.code, "di-cung"), {"other": first.code})
    assert fresh(second).like == first
    client.post(desk(draft, second.code, "di-cung"), {"other": ""})
    assert fresh(second).like is None


@pytest.mark.parametrize("other", ["YK-2018-00001", "YK-2018-77777", "", "x" * 500])
def test_an_opinion_never_goes_with_itself_or_with_none(other: str, signed_in: SignIn) -> None:
    opinion = given(open_draft())
    assert opinion.code == "YK-2018-00001"
    signed_in("can-bo-quan").post(desk(opinion.draft, opinion.code, "di-cung"), {"other": other})
    assert fresh(opinion).like is None


def test_two_never_go_with_each_other(signed_in: SignIn) -> None:
    draft = open_draft()
    one, two = given(draft), given(draft)
    client = signed_in("can-bo-quan")
    client.post(desk(draft, one.code, "di-cung"), {"other": two.code})
    client.post(desk(draft, two.code, "di-cung"), {"other": one.code})
    assert (fresh(one).like, fresh(two).like) == (two, None)


def test_a_name_is_told_for_a_reason_and_the_opening_is_journalled(signed_in: SignIn) -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    client, place = signed_in("can-bo-quan"), desk(opinion.draft, opinion.code, "ten")
    assert client.post(place, {"reason": " "}).status_code == 422
    assert "Người Góp Ý Thử" not in client.get(place).content.decode()
    assert "Người Góp Ý Thử" in client.post(place, {"reason": "Mời dự đối thoại."}).content.decode()
    assert events(opinion)[-1] == "opinion.open_identity"


def test_a_name_in_confidence_has_no_door_here(signed_in: SignIn) -> None:
    opinion = given(open_draft(), mode=TellerMode.CONFIDENTIAL)
    assert signed_in("lanh-dao").post(desk(opinion.draft, opinion.code, "ten"), {"reason": "Cần."}).status_code == 404


def test_a_letter_goes_to_who_holds_the_receipt(signed_in: SignIn) -> None:
    person = Speaking(open_draft())
    code = person.whole()
    opinion = Opinion.objects.get()
    client, place = signed_in("can-bo-quan"), desk(opinion.draft, opinion.code, "viet-thu")
    assert client.post(place, {"text": " "}).status_code == 422
    client.post(place, {"text": "Xin ông/bà cho biết thêm."})
    assert [text for _letter, text in letters_of(opinion.code)] == ["Xin ông/bà cho biết thêm."]
    assert "Xin ông/bà cho biết thêm." in person.open(code).content.decode()


def test_a_letter_of_who_gave_it_stands_on_the_list_until_it_was_read(signed_in: SignIn) -> None:
    person = Speaking(open_draft())
    person.open(person.whole())
    person.client.post("/tra-cuu/gop-y/viet-thu/", {"text": "Xin bổ sung một ý."})
    opinion = Opinion.objects.get()
    client = signed_in("can-bo-quan")
    assert "Có thư mới" in client.get(desk(opinion.draft)).content.decode()
    assert "Xin bổ sung một ý." in client.get(desk(opinion.draft, opinion.code)).content.decode()
    assert "Có thư mới" not in client.get(desk(opinion.draft)).content.decode()


def test_the_file_of_the_public_is_for_the_front_alone(signed_in: SignIn) -> None:
    person = Speaking(open_draft())
    person.whole(upload=SimpleUploadedFile("kem.pdf", PDF))
    opinion = Opinion.objects.get()
    client = signed_in("can-bo-quan")
    client.post(desk(opinion.draft, opinion.code, "dua-ra"), {"text": "Lời.", "revision": "1"})
    answer = client.get(desk(opinion.draft, opinion.code, "tep"))
    assert answer.getvalue() == PDF
    assert "opinion.download" in events(opinion)
    assert Client().get(f"/gop-y-du-thao/{opinion.draft.code}/y-kien/{opinion.code}/tep/").status_code == 404


@pytest.mark.parametrize(
    "query", ["?xem=shown", "?xem=hidden", "?xem=khac", "?o=k8&nguon=public", "?truoc=-1", "?o=%00"]
)
def test_the_list_answers_whatever_is_asked(query: str, signed_in: SignIn) -> None:
    draft = open_draft()
    given(draft)
    assert signed_in("can-bo-quan").get(desk(draft) + query).status_code == 200
