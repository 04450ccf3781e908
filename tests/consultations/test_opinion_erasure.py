"""Opinions whose time is over: proposed by the table, erased by the head alone, and what was counted stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted
from tests.consultations.opinions_made import WORDS, entered, given
from tests.consultations.test_giving import PDF
from tests.consultations.test_opinion_data import answered, returned

from vidan.consultations.kinds import HiddenFor, State
from vidan.consultations.models import Draft, Opinion, OpinionErasure, Piece
from vidan.consultations.services.close_draft import close_draft, write_closing
from vidan.consultations.services.count_opinions import counted_anew
from vidan.consultations.services.erase import erase, keep_longer, propose_erasures
from vidan.consultations.services.moderate import NotWanted, hide, show
from vidan.consultations.services.open_opinion import open_identity
from vidan.consultations.services.personal_data import ask
from vidan.consultations.services.write_about import Ended, write_to_front
from vidan.consultations.spoken import spoken_of
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import files_of, keep_file
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.personal import ErasureState, KeptFor, Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.vault.models import SealedText

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
PLACE = "/ban-lam-viec/het-han-luu/"
ONE_YEAR, FIVE_YEARS = timedelta(days=366), timedelta(days=5 * 366)


def spoken_about() -> Draft:
    """An open draft with a named opinion that is shown, one in confidence that is not, and an expert's."""
    draft = drafted(State.OPEN)
    named = given(draft, mode=TellerMode.NAMED)
    keep_file(subject=named.code, upload=SimpleUploadedFile("a.pdf", PDF), position=1)
    Opinion.objects.filter(pk=named.pk).update(file=files_of(named.code)[0])
    write_to_front(opinion=named, text="Thư của tôi.")
    show(code=named.code, text=WORDS, actor=actor(OFFICER))
    confided = given(draft, mode=TellerMode.CONFIDENTIAL)
    hide(code=confided.code, why=HiddenFor.OTHER, note="Vì một lẽ.", actor=actor(OFFICER))
    entered(draft, actor(OFFICER))
    return draft


def ended(draft: Draft, move: str = "stop") -> Draft:
    write_closing(code=draft.code, closing="Xong.", actor=actor(OFFICER))
    close_draft(code=draft.code, move=move, actor=actor(HEAD))
    return Draft.objects.get(pk=draft.pk)


def stopped() -> Draft:
    return ended(spoken_about())


def later(by: timedelta) -> datetime:
    return clock.now() + by


def test_a_draft_is_proposed_after_its_years_and_not_a_day_before() -> None:
    draft = stopped()
    assert draft.closed_on is not None
    last = datetime(draft.closed_on.year + 1, draft.closed_on.month, draft.closed_on.day, 9, tzinfo=ZoneInfo("UTC"))
    with clock.at(last):
        assert propose_erasures() == 0
    with clock.at(last + timedelta(days=1)):
        assert propose_erasures() == 1
        assert propose_erasures() == 0
    proposed = OpinionErasure.objects.get()
    assert (proposed.subject, proposed.rule, proposed.state) == (draft.code, "LT-07", "proposed")
    assert draft.code in proposed.label


def test_a_criticism_that_goes_on_is_never_proposed() -> None:
    spoken_about()
    with clock.at(later(FIVE_YEARS)):
        assert propose_erasures() == 0


def test_a_draft_with_an_open_request_about_data_waits() -> None:
    draft = stopped()
    opinion = draft.opinions.first()
    assert opinion is not None
    ask(opinion=opinion, right=Right.ACCESS, words="Xin xem.")
    with clock.at(later(ONE_YEAR)):
        assert propose_erasures() == 0


def erased(draft: Draft) -> None:
    with clock.at(later(ONE_YEAR)):
        propose_erasures()
        assert erase(subjects=[draft.code], actor=actor(HEAD)) == 1


def test_words_names_letters_reasons_and_files_go() -> None:
    draft = stopped()
    codes = list(draft.opinions.values_list("code", flat=True))
    assert SealedText.objects.filter(subject__in=codes).exclude(body=b"").count() >= 7
    erased(draft)
    assert not SealedText.objects.filter(subject__in=codes).exclude(body=b"").exists()
    assert not StoredFile.objects.filter(subject__in=codes, is_destroyed=False).exists()
    assert set(draft.opinions.values_list("text", "quote", "signed_as")) == {("", "", "")}
    assert not draft.opinions.filter(file__isnull=False).exists()


def test_what_was_counted_stays() -> None:
    draft = stopped()
    before = spoken_of(draft)
    assert draft.current is not None
    counters = dict(Piece.objects.filter(version=draft.current, opinions__gt=0).values_list("key", "opinions"))
    erased(draft)
    assert spoken_of(draft) == before
    assert counted_anew(draft.current) == counters


def test_the_journal_says_how_many_went_and_no_word_of_it() -> None:
    draft = stopped()
    erased(draft)
    facts = Entry.objects.get(event="opinion.erase").facts
    assert (facts["rule"], facts["opinions"]) == ("LT-07", 3)


def test_only_the_head_of_the_front_erases() -> None:
    draft = stopped()
    with clock.at(later(ONE_YEAR)):
        propose_erasures()
        assert erase(subjects=[draft.code], actor=actor(OFFICER)) == 0
    assert Opinion.objects.filter(erased_on__isnull=True).count() == 3


def test_what_is_kept_longer_is_asked_about_again_after_a_year() -> None:
    draft = stopped()
    with clock.at(later(ONE_YEAR)):
        propose_erasures()
        assert keep_longer(subjects=[draft.code], why=KeptFor.DISPUTE, actor=actor(HEAD)) == 1
        assert propose_erasures() == 0
    with clock.at(later(2 * ONE_YEAR)):
        assert propose_erasures() == 1
    assert OpinionErasure.objects.get().state == ErasureState.PROPOSED


def test_the_head_does_it_on_the_page_where_all_that_is_due_stands(signed_in: SignIn) -> None:
    draft = stopped()
    with clock.at(later(ONE_YEAR)):
        propose_erasures()
        client = signed_in(HEAD)
        page = client.get(PLACE).content.decode()
        assert draft.code in page
        assert "Ý kiến góp ý dự thảo đã rút" in page
        assert client.post(PLACE, {"chosen": draft.code, "act": "erase"}).status_code == 302
        assert "Đã xóa" in client.get(PLACE).content.decode()
    assert not Opinion.objects.filter(erased_on__isnull=True).exists()


def test_one_opinion_goes_at_the_wish_of_its_giver_while_the_criticism_goes_on() -> None:
    draft = spoken_about()
    first, *others = draft.opinions.order_by("pk")
    answered(first, Right.ERASURE)
    assert erase(subjects=[first.code], actor=actor(HEAD)) == 1
    assert [one.erased_on for one in draft.opinions.order_by("pk")] == [clock.today(), *(None for _one in others)]
    page = Client().get(f"/gop-y-du-thao/{draft.code}/y-kien/").content.decode()
    assert "Nội dung đã xóa khi hết thời hạn lưu hoặc theo yêu cầu" in page


def test_an_opinion_that_waited_waits_no_longer_and_still_counts() -> None:
    opinion = given(drafted(State.OPEN))
    answered(opinion, Right.ERASURE)
    erase(subjects=[opinion.code], actor=actor(HEAD))
    assert Opinion.objects.get().state == "hidden"
    assert spoken_of(opinion.draft)["sources"] == {"public": 1}


def test_its_giver_reads_on_which_day_and_by_which_rule_and_nothing_else_opens() -> None:
    draft = stopped()
    named = draft.opinions.get(mode=TellerMode.NAMED)
    erased(draft)
    client = returned(named)
    page = client.get("/tra-cuu/gop-y/").content.decode()
    assert "Nội dung đã được xóa hôm" in page
    assert "LT-07" in page
    assert WORDS not in page
    assert client.get("/tra-cuu/gop-y/du-lieu/")["Location"] == "/tra-cuu/gop-y/"


def test_an_erased_opinion_is_neither_opened_nor_shown_nor_written_about(signed_in: SignIn) -> None:
    opinion = given(drafted(State.OPEN), mode=TellerMode.NAMED)
    answered(opinion, Right.ERASURE)
    erase(subjects=[opinion.code], actor=actor(HEAD))
    opinion.refresh_from_db()
    with pytest.raises(NotToBeOpened):
        open_identity(code=opinion.code, reason="Cần hỏi lại.", actor=actor(OFFICER))
    with pytest.raises(NotWanted):
        show(code=opinion.code, text="Lời.", actor=actor(OFFICER))
    with pytest.raises(Ended):
        write_to_front(opinion=opinion, text="Thư.")
    place = f"/ban-lam-viec/phan-bien/{opinion.draft.code}/y-kien/{opinion.code}/"
    page = signed_in(OFFICER).get(place).content.decode()
    assert "Nội dung đã xóa ngày" in page
    assert "/ban-goc/" not in page
