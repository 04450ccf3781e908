"""The way of an article: written, reviewed by a second person, put out at its time, corrected and withdrawn in sight."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, REVIEWER, article, film, fresh, picture, written

from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import original_bytes
from vidan.foundation.journal.models import Entry
from vidan.outreach.article_kinds import State
from vidan.outreach.film_traces import without_traces
from vidan.outreach.models import Article
from vidan.outreach.services import attach, show_article
from vidan.outreach.services.article_step import NotNow, Overtaken, Refused
from vidan.outreach.services.write_article import begin, correct, write

pytestmark = pytest.mark.django_db


def test_a_saving_that_changes_something_makes_a_text_of_its_own() -> None:
    made = article()
    write(code=made.code, written=written(), actor=actor(EDITOR))
    assert made.revisions.count() == 1
    write(code=made.code, written=written(summary="Khác."), actor=actor(EDITOR))
    assert [one.summary for one in made.revisions.all()] == ["Mọi người gọi được trong giờ hành chính.", "Khác."]


def test_who_looked_at_an_older_state_overwrites_nothing() -> None:
    made = article()
    write(code=made.code, written=written(summary="Một."), actor=actor(EDITOR), version=made.version)
    with pytest.raises(Overtaken):
        write(code=made.code, written=written(summary="Hai."), actor=actor(EDITOR), version=made.version)
    latest = fresh(made).latest
    assert latest is not None
    assert latest.summary == "Một."


def test_who_wrote_it_does_not_approve_it() -> None:
    made = article(State.IN_REVIEW)
    with pytest.raises(Refused) as refused:
        show_article.approve(code=made.code, actor=actor(EDITOR))
    assert refused.value.refusal.missing == ("second_person",)
    show_article.approve(code=made.code, actor=actor("lanh-dao"))
    assert fresh(made).state == State.APPROVED


def test_nothing_comes_out_unreviewed() -> None:
    for state in (State.DRAFT, State.IN_REVIEW):
        made = article(state, title=f"Bài {state}")
        with pytest.raises(Refused):
            show_article.publish(code=made.code, actor=actor(EDITOR))
    assert not Article.objects.public().exists()


def test_what_was_approved_is_not_changed_without_a_new_review() -> None:
    made = article(State.APPROVED)
    with pytest.raises(Refused):
        write(code=made.code, written=written(summary="Khác."), actor=actor(EDITOR))
    with pytest.raises(Refused):
        attach.add_picture(code=made.code, file=picture(), alt="Khác", caption="", actor=actor(EDITOR))
    show_article.take_back(code=made.code, actor=actor(EDITOR))
    assert fresh(made).reviewer == ""


def test_an_article_comes_out_at_its_time_and_not_before() -> None:
    made = article(State.APPROVED)
    at = clock.now() + timedelta(hours=3)
    show_article.schedule(code=made.code, at=at, actor=actor(EDITOR))
    assert show_article.publish_due() == 0
    assert not Article.objects.public().exists()
    with clock.at(at + timedelta(minutes=1)):
        assert show_article.publish_due() == 1
        assert show_article.publish_due() == 0
        assert Article.objects.public().get().published_at == at
    entry = Entry.objects.get(event="article.publish")
    assert (entry.actor, entry.facts["from"]) == ("system", "scheduled")


def test_a_time_that_has_passed_is_refused() -> None:
    made = article(State.APPROVED)
    for at in (clock.now(), clock.now() + timedelta(days=400)):
        with pytest.raises(NotNow):
            show_article.schedule(code=made.code, at=at, actor=actor(EDITOR))
    assert fresh(made).state == State.APPROVED


def test_a_correction_waits_for_the_second_person_and_says_what_it_put_right() -> None:
    made = article(State.PUBLISHED)
    note = "Bản trước ghi nhầm giờ."
    correct(code=made.code, written=written(summary="Giờ mới."), note=note, actor=actor(EDITOR))
    waiting = fresh(made)
    assert waiting.correction_waits
    assert waiting.shown is not None
    assert waiting.shown.summary != "Giờ mới."
    with pytest.raises(Refused):
        show_article.approve_correction(code=made.code, actor=actor(EDITOR))
    show_article.approve_correction(code=made.code, actor=actor(REVIEWER))
    shown = fresh(made).shown
    assert shown is not None
    assert (shown.summary, shown.note) == ("Giờ mới.", note)
    assert fresh(made).published_at == made.published_at


def test_a_correction_that_was_dropped_is_never_shown_and_the_next_has_its_own_number() -> None:
    made = article(State.PUBLISHED)
    correct(code=made.code, written=written(summary="Sai."), note="Nhầm.", actor=actor(EDITOR))
    show_article.drop_correction(code=made.code, actor=actor(REVIEWER))
    correct(code=made.code, written=written(summary="Đúng."), note="Rõ hơn.", actor=actor(EDITOR))
    show_article.approve_correction(code=made.code, actor=actor(REVIEWER))
    assert [one.number for one in made.revisions.filter(shown_at__isnull=False)] == [1, 3]


def test_the_journal_holds_no_word_of_an_article() -> None:
    made = article(State.WITHDRAWN)
    told = str(list(Entry.objects.filter(subject=made.code).values_list("facts", flat=True)))
    assert Entry.objects.filter(subject=made.code).count() == 5
    for word in ("Mặt trận công khai", "chưa đúng", "giờ hành chính"):
        assert word not in told


def test_who_does_not_write_begins_nothing() -> None:
    for local in ("can-bo-quan", "lanh-dao", "can-bo-phuong"):
        with pytest.raises(Article.DoesNotExist):
            begin(front=unit(FRONT), written=written(), actor=actor(local))


def test_two_articles_of_one_heading_have_two_addresses() -> None:
    assert [article().slug, article().slug] == [
        "mat-tran-cong-khai-so-dien-thoai",
        "mat-tran-cong-khai-so-dien-thoai-2",
    ]
    assert article(title="Phim").slug == "phim-2"


def test_a_picture_is_drawn_anew_smaller_and_says_nothing_of_its_maker() -> None:
    made = article()
    upload = picture(3000, 1500, place=True)
    assert b"MAY-ANH-CUA-TOI" in upload.read()
    kept = attach.add_picture(code=made.code, file=upload, alt="Hội trường", caption="", actor=actor(EDITOR))
    data = original_bytes(kept.file)
    assert (kept.width, kept.height) == (1600, 800)
    assert b"MAY-ANH-CUA-TOI" not in data
    assert b"Exif" not in data


def test_only_pictures_are_pictures_and_only_mp4_is_film() -> None:
    made = article()
    with pytest.raises(NotTaken):
        attach.add_picture(
            code=made.code, file=SimpleUploadedFile("anh.jpg", film()), alt="x", caption="", actor=actor(EDITOR)
        )
    with pytest.raises(NotTaken):
        attach.add_film(
            code=made.code, title="x", still=picture(), still_alt="x", file=picture(), youtube="", actor=actor(EDITOR)
        )
    assert fresh(made).pictures.count() == fresh(made).films.count() == 0


def test_a_film_says_neither_where_nor_when_it_was_made_and_stays_as_long() -> None:
    data = film()
    told = without_traces(data)
    assert len(told) == len(data)
    assert b"+10.7769" in data
    assert b"+10.7769" not in told
    assert b"\x0b\xad\xca\xfe" not in told
    assert told[-2048:] == data[-2048:]


@pytest.mark.parametrize("cut", [3, 30, 60])
def test_a_damaged_film_is_refused(cut: int) -> None:
    with pytest.raises(NotTaken):
        without_traces(film()[:-2048][:-cut])


def test_what_is_taken_away_is_gone_with_its_bytes() -> None:
    made = article()
    kept = attach.add_picture(code=made.code, file=picture(), alt="x", caption="", actor=actor(EDITOR))
    attach.drop(code=made.code, kind="anh", pk=kept.pk, actor=actor(EDITOR))
    assert made.pictures.count() == 0
    with pytest.raises(NotNow):
        attach.drop(code=made.code, kind="anh", pk=kept.pk, actor=actor(EDITOR))
