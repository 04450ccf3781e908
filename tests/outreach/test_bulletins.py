"""The bulletin: put together, approved by a second person, frozen when it is sent; as page and as paper."""

import io
from datetime import datetime

import pikepdf
import pypdfium2
import pytest
from django.test import Client
from tests.cases.made import actor
from tests.outreach.articles_made import EDITOR, REVIEWER, article, written
from tests.outreach.bulletins_made import bulletin, gathered

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.outreach.article_kinds import State
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.bulletin_paper import paper_of
from vidan.outreach.bulletin_text import content_of, digest_of
from vidan.outreach.models import Bulletin
from vidan.outreach.services import make_bulletin, show_article
from vidan.outreach.services.article_step import NotNow, Refused
from vidan.outreach.services.write_article import correct

pytestmark = pytest.mark.django_db


def test_its_articles_stand_in_the_order_that_was_chosen() -> None:
    first, second = (article(State.PUBLISHED, title=title).code for title in ("Một", "Hai"))
    made = bulletin(BulletinState.DRAFT, second, first)
    assert [one["title"] for one in content_of(made)["articles"]] == ["Hai", "Một"]


def test_numbers_count_on_within_the_year() -> None:
    assert [bulletin().code for _n in range(2)] == ["BT-2018-01", "BT-2018-02"]


def test_who_put_it_together_does_not_approve_it() -> None:
    made = bulletin()
    with pytest.raises(Refused) as refused:
        make_bulletin.approve(pk=made.pk, actor=actor(EDITOR))
    assert refused.value.refusal.missing == ("second_person",)


def test_what_has_not_been_published_is_in_no_bulletin() -> None:
    with pytest.raises(NotNow):
        make_bulletin.begin(
            front=bulletin().front, gathered=gathered(article(State.APPROVED).code), actor=actor(EDITOR)
        )
    assert Bulletin.objects.count() == 1


def test_it_is_not_sent_with_an_article_that_was_withdrawn_meanwhile() -> None:
    one = article(State.PUBLISHED)
    made = bulletin(BulletinState.APPROVED, one.code)
    show_article.withdraw(code=one.code, reason="Nhầm ngày.", actor=actor(REVIEWER))
    with pytest.raises(Refused):
        make_bulletin.send(pk=made.pk, actor=actor(REVIEWER))


def test_an_approved_bulletin_is_changed_only_after_it_was_taken_back() -> None:
    made = bulletin(BulletinState.APPROVED)
    with pytest.raises(Refused):
        make_bulletin.write(pk=made.pk, gathered=gathered(), actor=actor(EDITOR))
    make_bulletin.take_back(pk=made.pk, actor=actor(EDITOR))
    make_bulletin.write(pk=made.pk, gathered=gathered(title="Tên khác"), actor=actor(EDITOR))
    assert Bulletin.objects.get(pk=made.pk).title == "Tên khác"


def test_somebody_elses_change_is_not_written_over() -> None:
    made = bulletin()
    make_bulletin.write(pk=made.pk, gathered=gathered(title="Tên một"), actor=actor(EDITOR), version=made.version)
    with pytest.raises(NotNow):
        make_bulletin.write(pk=made.pk, gathered=gathered(title="Tên hai"), actor=actor(EDITOR), version=made.version)
    assert Bulletin.objects.get(pk=made.pk).title == "Tên một"


def test_what_was_sent_stays_as_it_was_under_its_digest_when_an_article_is_corrected() -> None:
    one = article(State.PUBLISHED, summary="Câu cũ.")
    sent = bulletin(BulletinState.SENT, one.code)
    correct(code=one.code, written=written(summary="Câu mới."), note="Nhầm.", actor=actor(EDITOR))
    show_article.approve_correction(code=one.code, actor=actor(REVIEWER))
    sent.refresh_from_db()
    assert content_of(sent)["articles"][0]["summary"] == "Câu cũ."
    assert sent.digest == digest_of(content_of(sent))


def test_an_article_that_was_withdrawn_since_is_told_by_its_heading_alone() -> None:
    one = article(State.PUBLISHED, title="Bài sẽ gỡ", summary="Câu phải mất.")
    sent = bulletin(BulletinState.SENT, one.code)
    place = f"/tin-tuc/ban-tin/{sent.year}-{sent.number}/"
    assert "Câu phải mất." in Client().get(place).content.decode()
    show_article.withdraw(code=one.code, reason="Sai.", actor=actor(REVIEWER))
    told = Client().get(place).content.decode()
    assert "Bài sẽ gỡ" in told
    assert "Câu phải mất." not in told


@pytest.mark.parametrize("state", [BulletinState.DRAFT, BulletinState.APPROVED])
def test_nobody_outside_reads_it_before_it_is_sent(state: BulletinState) -> None:
    made = bulletin(state)
    for place in (f"/tin-tuc/ban-tin/{made.year}-{made.number}/", f"/tin-tuc/ban-tin/{made.year}-{made.number}.pdf"):
        assert Client().get(place).status_code == 404
    assert made.title not in Client().get("/tin-tuc/ban-tin/").content.decode()


def test_the_list_has_the_newest_first() -> None:
    for title in ("Bản trước", "Bản sau"):
        bulletin(BulletinState.SENT, title=title)
    told = Client().get("/tin-tuc/ban-tin/").content.decode()
    assert -1 < told.index("Bản sau") < told.index("Bản trước")


def test_the_paper_is_a4_with_the_words_of_its_articles_and_the_same_each_time() -> None:
    one = article(State.PUBLISHED, title="Đường dây nóng", body="<p>Gọi được cả ngày ở phường.</p>")
    sent = bulletin(BulletinState.SENT, one.code)
    place = f"/tin-tuc/ban-tin/{sent.year}-{sent.number}.pdf"
    data = Client().get(place).content
    assert data == Client().get(place).content
    with pikepdf.open(io.BytesIO(data)) as paper:
        assert [round(float(side)) for side in paper.pages[0].mediabox][2:] == [595, 842]
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    for words in ("Đường dây nóng", "Gọi được cả ngày ở phường.", "Bản tin số 1/2018"):
        assert words in text


def test_marks_of_pictures_are_no_words_of_it() -> None:
    one = article(State.PUBLISHED, body="<p>Trước.</p><p>[ảnh 2]</p><p>Sau.</p>")
    assert content_of(bulletin(BulletinState.DRAFT, one.code))["articles"][0]["words"] == ["Trước.", "Sau."]


def test_the_paper_says_the_local_day_it_was_sent_on() -> None:
    with clock.at(datetime(2018, 3, 14, 0, 30, tzinfo=clock.now().tzinfo)):
        sent = bulletin(BulletinState.SENT)
    text = pypdfium2.PdfDocument(paper_of(sent))[0].get_textpage().get_text_bounded()
    assert "ngày 14/03/2018" in text


def test_each_step_is_in_the_journal_and_says_no_title() -> None:
    sent = bulletin(BulletinState.SENT)
    entries = Entry.objects.filter(subject=sent.code).order_by("pk")
    assert [one.event for one in entries] == ["bulletin.begin", "bulletin.approve", "bulletin.send"]
    assert sent.title not in str([one.facts for one in entries])


@pytest.mark.parametrize("place", ["0-0", "99999-1", "2018-99999999999999999999"])
def test_a_number_that_can_be_none_is_not_found(place: str) -> None:
    assert Client().get(f"/tin-tuc/ban-tin/{place}/").status_code == 404
