"""A whole archive is handed in at the desk and brought over by the worker; many pages go a step on at once."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, REVIEWER
from tests.outreach.old_pages_made import framed, plain

from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.jobs.progress import report
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article, OldArchive
from vidan.outreach.services import bring_archive
from vidan.outreach.services.bring_archive import bring_archives, hand_in, work_name
from vidan.outreach.views.old_pages import STEPS

pytestmark = pytest.mark.django_db

LIST = "/ban-lam-viec/tin-bai/trang-cu/"
BRING = f"{LIST}dua-vao/"
STEP = f"{LIST}buoc/"


def packed(pages: dict[str, str | bytes]) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, page in pages.items():
            archive.writestr(name, page)
    return kept.getvalue()


def handed_in(data: bytes, *, only_try: bool = False, by: str = EDITOR) -> OldArchive:
    return hand_in(front=unit(FRONT), name="trang-cu.zip", data=data, only_try=only_try, actor=actor(by))


def three() -> bytes:
    return packed(
        {
            "tin/1.html": framed(),
            "tin/2.txt": plain(title="Bài hai", views="?"),
            "tin/3.txt": "gì đó",
            "tin/a.css": "p {}",
        }
    )


def test_the_worker_brings_an_archive_and_keeps_nothing_of_it() -> None:
    made = handed_in(three())
    assert bring_archives() == 3
    made.refresh_from_db()
    assert [(name, verdict, why) for name, verdict, why, _code in made.verdicts] == [
        ("tin/1.html", "taken", []),
        ("tin/2.txt", "doubted", ["no_views"]),
        ("tin/3.txt", "refused", ["no_moment"]),
    ]
    assert made.done_at is not None
    assert bytes(made.content) == b""
    assert Article.objects.count() == 2
    assert bring_archives() == 0


def test_work_that_was_broken_off_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    made = handed_in(three())
    monkeypatch.setattr(bring_archive, "BATCH", 1)

    def breaks_off(name: str, *, done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(bring_archive, "report", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        bring_archives()
    monkeypatch.undo()
    assert bring_archives() == 3
    made.refresh_from_db()
    assert [line[1] for line in made.verdicts] == ["taken", "doubted", "refused"]
    assert Article.objects.count() == 2


def test_two_workers_never_bring_the_same_archive() -> None:
    made = handed_in(three())
    report(work_name(made), done=1, total=3)
    assert bring_archives() == 0
    assert not Article.objects.exists()


def test_a_try_says_what_would_be_and_begins_nothing() -> None:
    made = handed_in(three(), only_try=True)
    bring_archives()
    made.refresh_from_db()
    assert [line[1] for line in made.verdicts] == ["taken", "doubted", "refused"]
    assert not Article.objects.exists()


@pytest.mark.parametrize("data", [b"", packed({}), packed({"a.css": "p {}"}), b"PK\x03\x04hong"])
def test_what_holds_no_page_is_not_taken_in(data: bytes) -> None:
    with pytest.raises(NotTaken):
        handed_in(data)


def test_who_does_not_write_hands_nothing_in() -> None:
    with pytest.raises(Article.DoesNotExist):
        handed_in(three(), by=REVIEWER)


def test_a_page_is_handed_in_and_its_way_is_seen(signed_in: Callable[[str], Client]) -> None:
    client = signed_in(EDITOR)
    sent = {"file": SimpleUploadedFile("tin-1.html", framed().encode())}
    answer = client.post(BRING, sent)
    assert answer.status_code == 302
    place = answer["Location"]
    assert "Xem lại tiến độ" in client.get(place).content.decode()
    bring_archives()
    page = client.get(place).content.decode()
    assert "Xem lại tiến độ" not in page
    article = Article.objects.get()
    assert f"/ban-lam-viec/tin-bai/{article.code}/" in page
    shown = client.get(f"/ban-lam-viec/tin-bai/{article.code}/").content.decode()
    assert "Từ trang cũ" in shown
    assert "/tin-1.html" in shown


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b""),
        ("a.zip", b"PK\x03\x04hong"),
        ("a.zip", packed({"a.png": b"x"})),
        ("a.exe", b"MZ\x90 that is no page"),
    ],
)
def test_a_wrong_file_is_told_beside_its_field(signed_in: Callable[[str], Client], name: str, data: bytes) -> None:
    answer = signed_in(EDITOR).post(BRING, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert "id_file" in answer.content.decode()
    assert not OldArchive.objects.exists()


def test_many_pages_go_on_at_once_by_two_people(signed_in: Callable[[str], Client]) -> None:
    handed_in(three())
    bring_archives()
    codes = list(Article.objects.values_list("code", flat=True))
    signed_in(EDITOR).post(STEP, {"buoc": "gui-duyet", "bai": codes})
    assert set(Article.objects.values_list("state", flat=True)) == {State.IN_REVIEW}
    signed_in(EDITOR).post(STEP, {"buoc": "duyet-va-dang", "bai": codes})
    assert not Article.objects.public().exists()
    signed_in(REVIEWER).post(STEP, {"buoc": "duyet-va-dang", "bai": codes})
    assert Article.objects.public().count() == 2


@pytest.mark.parametrize("sent", [{}, {"buoc": "xoa"}, {"buoc": ""}])
def test_an_unknown_step_is_not_there(signed_in: Callable[[str], Client], sent: dict[str, str]) -> None:
    assert signed_in(EDITOR).post(STEP, sent).status_code == 404


def test_codes_that_are_none_move_nothing(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in(EDITOR).post(STEP, {"buoc": "gui-duyet", "bai": ["x", "TB-2018-9999", "\0"]}, follow=True)
    assert "3 bài ở nguyên chỗ" in answer.content.decode()


def test_an_old_address_leads_to_the_article_once_it_is_out(client: Client) -> None:
    head = '<link rel="canonical" href="http://cu.vi.du/tin/xem.aspx?id=7">'
    handed_in(packed({"1.html": framed(head=head)}))
    bring_archives()
    assert client.get("/tin/xem.aspx?id=7").status_code == 404
    code = Article.objects.get().code
    for run, by in ((STEPS["gui-duyet"], EDITOR), (STEPS["duyet-va-dang"], REVIEWER)):
        run(code=code, actor=actor(by))
    answer = client.get("/tin/xem.aspx?id=7")
    assert answer.status_code == 301
    assert answer["Location"] == f"/tin-tuc/{Article.objects.get().slug}/"
    assert client.get("/tin/xem.aspx?id=8").status_code == 404
    assert client.post("/tin/xem.aspx?id=7").status_code == 404


@pytest.mark.parametrize("place", [LIST, f"{LIST}?o-buoc=published", f"{LIST}?o-buoc=x&sau=%00"])
def test_pages_of_old_articles_ask_few_questions(
    signed_in: Callable[[str], Client], place: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    handed_in(three())
    bring_archives()
    client = signed_in(EDITOR)
    client.get(place)
    with django_assert_max_num_queries(10):
        assert client.get(place).status_code == 200


@pytest.mark.parametrize("address", ["/%00/", "/a%00b/?c=%00", "/%EF%BF%BD/", "/" + "x" * 3_000])
def test_an_address_of_nothing_is_not_there(address: str) -> None:
    assert Client().get(address).status_code == 404
