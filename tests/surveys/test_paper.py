"""Papers are keyed twice by two people; alike they become a reply, else somebody decides; then both entries are gone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.surveys.made import DAY, open_round

from vidan.foundation.journal.models import Entry
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import PaperReply, Reply, SealedReply, SurveyRound
from vidan.surveys.services.key_paper import NotKeyed, PaperEntry, decide_paper, drop_paper, form_of, key_paper, tidied
from vidan.surveys.services.move import move_replies

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
LIST = "/ban-lam-viec/khao-sat/ks-2018-01/giay/"
KEY = f"{LIST}nhap/"
KEYED = {"came": "1", "parts.place": "4", "parts.form": "5", "why": "1 2", "word": "chờ lâu quá"}


def typed(round_: SurveyRound, number: object = 7, **told: Any) -> dict[str, Any]:
    """What a typist sends."""
    around = {"number": number, "stratum": round_.strata.all()[0].pk, "on": "13/03/2018"}
    return around | {f"q-{place}": said for place, said in KEYED.items()} | told


def entry(round_: SurveyRound, **changed: str) -> PaperEntry:
    keyed = tidied(form_of(round_), KEYED | changed)
    return PaperEntry(round_.strata.all()[0].pk, DAY, keyed)


def keyed_by(round_: SurveyRound, local: str, number: int = 7, **changed: str) -> PaperReply:
    return key_paper(round_=round_, number=number, entry=entry(round_, **changed), actor=actor(local))


def taken(round_: SurveyRound) -> Reply:
    SurveyRound.objects.filter(pk=round_.pk).update(state=RoundState.CLOSED)
    move_replies()
    return Reply.objects.get()


def test_two_that_read_alike_make_a_reply_and_both_entries_are_gone() -> None:
    round_ = open_round()
    assert keyed_by(round_, "can-bo-quan").taken_on is None
    assert SealedReply.objects.count() == 0
    paper = keyed_by(round_, "dieu-tra")
    paper.refresh_from_db()
    assert (paper.first, paper.second, paper.taken_on, paper.differences) == (None, None, DAY, 0)
    reply = taken(round_)
    assert (reply.way, reply.answers["why"], reply.answers["word"]) == (Way.PAPER, ["x", "y"], "+")


def test_the_same_person_keys_no_paper_twice() -> None:
    round_ = open_round()
    keyed_by(round_, "can-bo-quan")
    with pytest.raises(NotKeyed):
        keyed_by(round_, "can-bo-quan")
    assert PaperReply.objects.get().second_by == ""


def test_a_third_keying_is_refused_before_and_after_the_decision() -> None:
    round_ = open_round()
    keyed_by(round_, "can-bo-quan")
    paper = keyed_by(round_, "dieu-tra", came="2")
    with pytest.raises(NotKeyed):
        keyed_by(round_, "lanh-dao")
    decide_paper(paper=paper, decided=entry(round_), actor=actor("lanh-dao"))
    with pytest.raises(NotKeyed):
        keyed_by(round_, "lanh-dao")
    with pytest.raises(NotKeyed):
        decide_paper(paper=paper, decided=entry(round_), actor=actor("lanh-dao"))
    assert SealedReply.objects.count() == 1


def test_what_waits_lies_sealed() -> None:
    round_ = open_round()
    paper = keyed_by(round_, "can-bo-quan")
    assert "chờ lâu quá".encode() not in bytes(PaperReply.objects.get(pk=paper.pk).first or b"")


def test_a_paper_that_leaves_what_is_required_open_counts_all_the_same() -> None:
    round_ = open_round()
    for local in ("can-bo-quan", "dieu-tra"):
        key_paper(round_=round_, number=7, entry=entry(round_, **{"came": "", "parts.form": ""}), actor=actor(local))
    assert taken(round_).answers["parts"] == {"place": "4"}
    round_.refresh_from_db()
    assert (round_.taken, round_.unusable) == (1, 0)


def test_what_was_keyed_of_a_paper_can_be_dropped_until_it_is_a_reply() -> None:
    round_ = open_round()
    drop_paper(paper=keyed_by(round_, "can-bo-quan"), actor=actor("can-bo-quan"))
    assert not PaperReply.objects.exists()
    assert Entry.objects.filter(event="survey.paper_drop").count() == 1
    keyed_by(round_, "can-bo-quan")
    paper = keyed_by(round_, "dieu-tra")
    with pytest.raises(NotKeyed):
        drop_paper(paper=paper, actor=actor("can-bo-quan"))


@pytest.mark.parametrize("told", [{"state": RoundState.PUBLISHED}, {"state": RoundState.DRAFT}, {"ways": ["kiosk"]}])
def test_a_round_that_takes_no_papers_takes_none(told: dict[str, Any], signed_in: SignIn) -> None:
    round_ = open_round()
    SurveyRound.objects.filter(pk=round_.pk).update(**told)
    with pytest.raises(NotKeyed):
        keyed_by(round_, "can-bo-quan")
    assert signed_in("can-bo-quan").get(KEY).status_code == 404


def test_papers_that_come_in_after_the_last_day_are_keyed() -> None:
    round_ = open_round()
    SurveyRound.objects.filter(pk=round_.pk).update(state=RoundState.CLOSED)
    assert keyed_by(round_, "can-bo-quan").first_by


def test_the_second_typist_gets_the_same_empty_page_and_never_sees_the_first(signed_in: SignIn) -> None:
    round_ = open_round()
    first, second = signed_in("can-bo-quan"), signed_in("dieu-tra")
    empty = second.get(KEY).content.decode()
    answer = first.post(KEY, typed(round_))
    assert answer.status_code == 302
    assert f"quay={round_.strata.all()[0].pk}" in answer["Location"]
    page = second.get(KEY).content.decode()
    assert "chờ lâu quá" not in page
    assert page.count("<input") == empty.count("<input")
    assert "chờ nhập lần hai" in second.get(LIST).content.decode()
    assert second.get(f"{LIST}7/").status_code == 404
    assert second.post(KEY, typed(round_)).status_code == 302
    assert PaperReply.objects.get().taken_on == DAY


def test_where_two_differ_an_officer_decides_place_by_place(signed_in: SignIn) -> None:
    round_ = open_round()
    signed_in("can-bo-quan").post(KEY, typed(round_))
    signed_in("dieu-tra").post(KEY, typed(round_, **{"q-came": "2", "q-parts.place": "2", "on": "12/03/2018"}))
    client = signed_in("lanh-dao")
    assert "khác nhau 3 chỗ" in client.get(LIST).content.decode()
    page = client.get(f"{LIST}7/").content.decode()
    assert "Các mặt · Nơi chờ" in page
    assert "chờ lâu quá" not in page
    missing = client.post(f"{LIST}7/", {"c-on": "first"})
    assert missing.status_code == 422
    told = {"c-on": "second", "c-q-came": "first", "c-q-parts.place": "other", "o-q-parts.place": "3"}
    assert client.post(f"{LIST}7/", told).status_code == 302
    reply = taken(round_)
    assert (reply.on.isoformat(), reply.answers["came"], reply.answers["parts"]) == (
        "2018-03-12",
        "yes",
        {"place": "3", "form": "5"},
    )
    assert PaperReply.objects.get().resolved_by == actor("lanh-dao").code
    assert "1 trong 1 phiếu (100,0%), 3 chỗ" in client.get(LIST).content.decode()


def test_what_is_written_anew_must_be_an_answer_too(signed_in: SignIn) -> None:
    round_ = open_round()
    keyed_by(round_, "can-bo-quan")
    keyed_by(round_, "dieu-tra", came="2")
    client = signed_in("can-bo-quan")
    answer = client.post(f"{LIST}7/", {"c-q-came": "other", "o-q-came": "9"})
    assert answer.status_code == 422
    assert 'value="9"' in answer.content.decode()
    assert SealedReply.objects.count() == 0


def test_an_interviewer_keys_but_does_not_decide_nor_drop_what_others_keyed(signed_in: SignIn) -> None:
    round_ = open_round()
    keyed_by(round_, "can-bo-quan")
    client = signed_in("dieu-tra")
    assert client.post(f"{LIST}7/bo/").status_code == 404
    keyed_by(round_, "dieu-tra", came="2")
    assert client.get(f"{LIST}7/").status_code == 404
    assert client.post(f"{LIST}7/bo/").status_code == 404


WRONG: list[tuple[str, str]] = [
    ("number", "0"),
    ("number", "-1"),
    ("number", "9" * 400),
    ("number", "x"),
    ("number", ""),
    ("stratum", "999999"),
    ("stratum", ""),
    ("on", "31/02/2018"),
    ("on", "14/03/2018"),
    ("on", "28/02/2018"),
    ("on", "01/01/99999"),
    ("q-came", "3"),
    ("q-came", "yes"),
    ("q-why", "1 2 3"),
    ("q-why", "1 1"),
    ("q-parts.place", "6"),
    ("q-day", "31/02/2018"),
    ("q-word", "a" * 201),
]


@pytest.mark.parametrize(("name", "said"), WRONG)
def test_what_cannot_stand_on_a_paper_is_refused_with_what_was_typed_kept(
    name: str, said: str, signed_in: SignIn
) -> None:
    round_ = open_round()
    answer = signed_in("can-bo-quan").post(KEY, typed(round_, **{name: said}))
    assert (answer.status_code, PaperReply.objects.count()) == (422, 0)
    assert "chờ lâu quá" in answer.content.decode() or name == "q-word"


@pytest.mark.parametrize("said", ["\0", "tôi\0kể", "[" * 20_000, "<script>", "{{ 7*7 }}"])
@pytest.mark.parametrize("name", ["number", "stratum", "on", "q-came", "q-parts.place", "q-word"])
def test_hostile_input_is_a_sentence_or_text_and_never_a_fault(name: str, said: str, signed_in: SignIn) -> None:
    round_ = open_round()
    assert signed_in("can-bo-quan").post(KEY, typed(round_, **{name: said})).status_code in (302, 422)


def test_many_papers_are_listed_by_pages_with_few_questions_to_the_database(
    signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    round_ = open_round()
    for number in range(1, 104):
        PaperReply.objects.create(round=round_, number=number, first=b"x", first_by="u")
    client = signed_in("can-bo-quan")
    client.get(LIST)
    with django_assert_max_num_queries(10):
        page = client.get(LIST).content.decode()
    assert "?sau=100" in page
    assert ">103<" in client.get(f"{LIST}?sau=100").content.decode()
    assert client.get(f"{LIST}?sau=x").status_code == 200


@pytest.mark.parametrize(
    ("local", "sees"), [("can-bo-quan", 1), ("dieu-tra", 1), ("can-bo-phuong", 0), ("mat-tran-tp", 0)]
)
def test_papers_are_known_to_those_who_key_them(local: str, sees: int) -> None:
    keyed_by(open_round(), "lanh-dao")
    assert PaperReply.objects.visible_to(actor(local)).count() == sees
