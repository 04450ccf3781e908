"""Mending what a scanner read wrongly in an article: place by place, all of a kind, undone, and only while it is written."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.outreach.articles_made import EDITOR, article, fresh, written
from tests.test_queries import MOST, count

from vidan.foundation.journal.models import Entry
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article
from vidan.outreach.services.write_article import write

pytestmark = pytest.mark.django_db

SCANNED = "<p>Nghĩa vụ cùa công dân, quyền cùa nguời dân.</p>\n<p>Các bên phối hp với y ban nhân dân quận.</p>"


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in(EDITOR)


def page(made: Article) -> str:
    return f"/ban-lam-viec/tin-bai/{made.code}/sua-loi-nhan-dang/"


def body(made: Article) -> str:
    latest = fresh(made).latest
    assert latest is not None
    return latest.body


def send(client: Client, made: Article, **told: object) -> int:
    return client.post(page(made), {"version": fresh(made).version, **told}).status_code


def key(client: Client, made: Article, found: str) -> str:
    groups = client.get(page(made)).context["groups"]
    return next(str(one.key) for group in groups for one in group.offers if one.proposal.found == found)


def test_one_place_is_accepted_and_the_rest_waits(editor: Client) -> None:
    made = article(body=SCANNED)
    assert send(editor, made, accept=key(editor, made, "nguời")) == 302
    assert body(made) == SCANNED.replace("nguời", "người")
    assert len(editor.get(page(made)).context["groups"]) == 2


def test_all_of_a_kind_are_accepted_at_once(editor: Client) -> None:
    made = article(body=SCANNED)
    assert send(editor, made, kind="lost") == 302
    assert body(made) == SCANNED.replace("hp", "hợp").replace("y ban", "Ủy ban")


def test_the_journal_tells_how_many_places_and_the_digest_and_no_words(editor: Client) -> None:
    made = article(body=SCANNED)
    send(editor, made, kind="mark")
    entry = Entry.objects.filter(subject=made.code, event="article.write").latest("pk")
    assert entry.facts["mended"] == 3
    assert "của" not in str(entry.facts)


def test_what_was_accepted_last_is_undone(editor: Client) -> None:
    made = article(body=SCANNED)
    send(editor, made, kind="mark")
    assert editor.get(page(made)).context["undoable"] == 3
    assert send(editor, made, undo="1") == 302
    assert body(made) == SCANNED
    assert fresh(made).revisions.count() == 3
    assert Entry.objects.filter(subject=made.code).latest("pk").facts["unmended"] == 3


def test_repairs_are_undone_one_after_the_other(editor: Client) -> None:
    made = article(body=SCANNED)
    send(editor, made, kind="mark")
    send(editor, made, kind="lost")
    for _n in range(2):
        assert send(editor, made, undo="1") == 302
    assert body(made) == SCANNED
    assert editor.get(page(made)).context["undoable"] == 0


def test_a_change_of_another_kind_is_not_undone_here(editor: Client) -> None:
    made = article(body=SCANNED)
    write(code=made.code, written=written(body="<p>Khác hẳn.</p>"), actor=actor(EDITOR))
    assert editor.get(page(made)).context["undoable"] == 0
    assert send(editor, made, undo="1") == 422
    assert body(made) == "<p>Khác hẳn.</p>"


@pytest.mark.parametrize("told", [{}, {"accept": "body-0-3"}, {"kind": "x"}, {"kind": "\0"}, {"accept": ["'", "<b>"]}])
def test_nothing_that_is_offered_is_a_sentence(editor: Client, told: dict[str, object]) -> None:
    made = article(body=SCANNED)
    answer = editor.post(page(made), {"version": fresh(made).version, **told})
    assert (answer.status_code, body(made)) == (422, SCANNED)
    assert "Xin chọn ít nhất một chỗ" in answer.content.decode()


def test_a_text_that_somebody_changed_in_the_meantime_is_left_alone(editor: Client) -> None:
    made = article(body=SCANNED)
    assert editor.post(page(made), {"version": 0, "kind": "mark"}).status_code == 422
    assert body(made) == SCANNED


def test_an_article_that_is_not_being_written_is_not_mended(editor: Client) -> None:
    made = article(State.PUBLISHED, body=SCANNED)
    assert send(editor, made, kind="mark") == 302
    assert body(made) == SCANNED
    assert "Sửa lỗi nhận dạng" not in editor.get(f"/ban-lam-viec/tin-bai/{made.code}/").content.decode()


def test_a_heading_and_summary_are_mended_too(editor: Client) -> None:
    made = article(title="Trách nhiệm cùa cán bộ", summary="Quyền cùa công dân.")
    send(editor, made, kind="mark")
    latest = fresh(made).latest
    assert latest is not None
    assert (latest.title, latest.summary) == ("Trách nhiệm của cán bộ", "Quyền của công dân.")


def test_a_good_text_says_so(editor: Client) -> None:
    assert "Không thấy lỗi nhận dạng nào" in editor.get(page(article())).content.decode()


def test_words_of_a_text_are_shown_as_letters(editor: Client) -> None:
    made = article(body="<p>a &lt;script&gt;alert(1)&lt;/script&gt; nghĩa vụ cùa công dân</p>")
    shown = editor.get(page(made)).content.decode()
    assert "cùa" in shown
    assert "<script>alert(1)" not in shown


def test_the_page_asks_as_often_however_many_places(editor: Client) -> None:
    few, many = article(body=SCANNED), article(body=SCANNED * 20)
    assert count(editor, page(few)) == count(editor, page(many)) <= MOST
