"""News for everybody: lists, days, words, one article with what stands around it, its files, feed and sitemap."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from pytest_django import Settings
from tests.cases.made import actor
from tests.outreach.articles_made import EDITOR, REVIEWER, article, film, fresh, picture, with_everything, written

from vidan.foundation.calendar import clock
from vidan.outreach.article_kinds import State
from vidan.outreach.article_selectors import related
from vidan.outreach.services import attach, count_views, show_article
from vidan.outreach.services.write_article import correct

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    count_views.forget()


def read(place: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(place)
    assert answer.status_code == 200, place
    return answer.content.decode()


def on_days(*days: int) -> list[str]:
    """Articles that came out one a day, so many days before today; their addresses."""
    made = []
    for back in days:
        with clock.at(clock.now() - timedelta(days=back)):
            made.append(article(State.PUBLISHED, title=f"Tin của {back} ngày trước").slug)
    return made


def test_only_what_came_out_is_read_by_everybody() -> None:
    article(State.PUBLISHED, title="Bài đã đăng")
    hidden = [article(state, title=f"Bài kín {state}") for state in (State.DRAFT, State.IN_REVIEW, State.APPROVED)]
    told = read("/tin-tuc/") + read("/") + read("/tin-tuc/atom.xml") + read("/sitemap.xml")
    assert "Bài đã đăng" in told
    assert "Bài kín" not in told
    for one in hidden:
        assert Client().get(f"/tin-tuc/{one.slug}/").status_code == 404


def test_it_is_found_without_marks_within_its_category_and_not_by_words_of_a_waiting_correction() -> None:
    made = article(State.PUBLISHED, title="Đường dây nóng của phường", category="people")
    correct(code=made.code, written=written(title="Hộp thư mới"), note="Nhầm tên.", actor=actor(EDITOR))
    for question in ("duong day nong", "Đường dây", "tru so"):
        assert "Đường dây nóng" in read(f"/tin-tuc/?tu={question}")
    assert "Đường dây nóng" in read("/tin-tuc/?muc=people&tu=duong")
    assert "Đường dây nóng" not in read("/tin-tuc/?muc=guide&tu=duong")
    assert "Đường dây nóng" not in read("/tin-tuc/?tu=hop thu moi")


def test_the_list_goes_on_by_key_and_misses_none() -> None:
    slugs = on_days(*range(45))
    seen: list[str] = []
    place = "/tin-tuc/"
    while place:
        told = read(place)
        seen += re.findall(r'href="/tin-tuc/(tin-cua[^/]*)/"', told)
        more = re.search(r'class="button" href="\?(sau=[^"]+)"', told)
        place = f"/tin-tuc/?{more[1]}" if more else ""
    assert seen == slugs


def test_older_and_newer_lead_through_all_news() -> None:
    first, second, third = on_days(3, 2, 1)
    told = read(f"/tin-tuc/{second}/")
    assert f'href="/tin-tuc/{third}/" rel="next"' in told
    assert f'href="/tin-tuc/{first}/" rel="prev"' in told
    assert 'href="/tin-tuc/2018/3/11/"' in told


def test_a_day_has_its_page_with_the_way_to_the_days_around_it() -> None:
    on_days(5, 1)
    answer = Client().get("/tin-tuc/?ngay=2018-03-12")
    assert answer.headers["Location"] == "/tin-tuc/2018/3/12/"
    told = read("/tin-tuc/2018/03/12/")
    assert "Tin của 1 ngày trước" in told
    assert "Tin của 5 ngày trước" not in told
    assert 'href="/tin-tuc/2018/3/8/"' in told
    assert Client().get("/tin-tuc/?ngay=12/03/2018").headers["Location"] == "/tin-tuc/2018/3/12/"
    for wrong in ("2018/2/30", "1800/1/1", "99999/1/1"):
        assert Client().get(f"/tin-tuc/{wrong}/").status_code == 404
    assert "Tin tức" in read("/tin-tuc/?ngay=hom-nay")


def test_related_news_share_the_category_and_the_most_words() -> None:
    made = article(State.PUBLISHED, title="Khảo sát hài lòng tại quầy", category="reform")
    near = article(State.PUBLISHED, title="Kết quả khảo sát hài lòng", category="reform")
    article(State.PUBLISHED, title="Khảo sát hài lòng tại quầy số hai", category="guide")
    far = article(State.PUBLISHED, title="Hộp thư góp ý", category="reform")
    assert [one.code for one in related(fresh(made))] == [near.code, far.code]


def test_a_correction_is_told_on_top_with_its_day() -> None:
    made = article(State.PUBLISHED)
    correct(code=made.code, written=written(summary="Giờ mới."), note="Nhầm giờ.", actor=actor(EDITOR))
    assert "Nhầm giờ." not in read(f"/tin-tuc/{made.slug}/")
    show_article.approve_correction(code=made.code, actor=actor(REVIEWER))
    told = read(f"/tin-tuc/{made.slug}/")
    assert "Đính chính ngày 13/03/2018:" in told
    assert "Nhầm giờ." in told


def test_a_withdrawn_article_says_so_and_is_nowhere_else() -> None:
    made = with_everything()
    name = made.pictures.get(position=1).file.name
    show_article.withdraw(code=made.code, reason="Ngày chưa đúng.", actor=actor(REVIEWER))
    answer = Client().get(f"/tin-tuc/{made.slug}/")
    assert answer.status_code == 410
    assert "Ngày chưa đúng." in answer.content.decode()
    assert "Trước." not in answer.content.decode()
    for size in ("anh", "anh-nho", "anh-dong"):
        assert Client().get(f"/tin-tuc/{made.slug}/{size}/{name}/").status_code == 404
    for place in ("/tin-tuc/", "/tin-tuc/phim/", "/tin-tuc/?tu=hoi nghi", "/tin-tuc/atom.xml", "/sitemap.xml"):
        assert made.slug not in read(place)


def test_telephones_get_a_small_picture_and_cards_and_wide_screens_the_large_one(settings: Settings) -> None:
    settings.ORIGIN = "https://vidan.example"
    made = article()
    attach.add_picture(code=made.code, file=picture(1600, 900), alt="Hội trường", caption="", actor=actor(EDITOR))
    show_article.submit(code=made.code, actor=actor(EDITOR))
    show_article.approve(code=made.code, actor=actor(REVIEWER))
    show_article.publish(code=made.code, actor=actor(EDITOR))
    told, name = read(f"/tin-tuc/{made.slug}/"), made.pictures.get().file.name
    small, large = f"/tin-tuc/{made.slug}/anh-nho/{name}/", f"/tin-tuc/{made.slug}/anh/{name}/"
    assert f'<source media="(max-width: 40rem)" srcset="{small}" type="image/webp">' in told
    assert f'srcset="{small} 720w, {large} 1600w" sizes="38rem" alt="Hội trường" width="1600" height="900"' in told
    assert f'<meta property="og:image" content="https://vidan.example{large}">' in told
    answer = Client().get(small)
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert Image.open(BytesIO(answer.content)).size == (720, 405)


def test_words_that_no_news_holds_are_offered_to_the_search_over_everything() -> None:
    article(State.PUBLISHED, title="Đường dây nóng của phường")
    told = read("/tin-tuc/?tu=duong+day+nonng")
    assert "Không có tin nào có đủ các chữ" in told
    assert 'href="/tim-kiem/?tu=duong+day+nonng"' in told
    assert "Đường dây nóng của phường" in read("/tim-kiem/?tu=duong+day+nonng")
    assert "/tim-kiem/?tu=" not in read("/tin-tuc/?tu=duong+day+nong")


def test_a_list_shows_the_first_picture_beside_its_article() -> None:
    made = with_everything()
    article(State.PUBLISHED, title="Bài không có ảnh")
    first, second = made.pictures.all()
    told = read("/tin-tuc/")
    assert f'<img src="/tin-tuc/{made.slug}/anh-dong/{first.file.name}/" alt="" width="40" height="30"' in told
    assert second.file.name not in told
    assert told.count('<li class="pictured">') == 1


def test_pictures_films_and_papers_come_with_the_heads_that_keep_them_harmless() -> None:
    made = with_everything()
    one, our, paper = made.pictures.all()[0], made.films.all()[0], made.papers.get()
    assert our.file is not None
    kinds = {
        f"anh/{one.file.name}": "image/jpeg",
        f"anh/{our.still.name}": "image/jpeg",
        f"phim/{our.file.name}": "video/mp4",
    }
    for place, kind in kinds.items():
        answer = Client().get(f"/tin-tuc/{made.slug}/{place}/")
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["Cache-Control"] == "public, max-age=86400"
        assert "Cookie" not in answer.headers.get("Vary", "")
    answer = Client().get(f"/tin-tuc/{made.slug}/tep/{paper.file.name}/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    other = article(State.PUBLISHED, title="Bài khác")
    for kind in ("anh", "phim", "tep", "gi"):
        assert Client().get(f"/tin-tuc/{other.slug}/{kind}/{one.file.name}/").status_code == 404


def test_a_player_gets_the_part_of_a_film_that_it_asks_for() -> None:
    made = with_everything()
    own = made.films.all()[0].file
    assert own is not None
    place, whole = f"/tin-tuc/{made.slug}/phim/{own.name}/", len(film())

    def part(asked: str) -> tuple[int, bytes, str]:
        answer = Client().get(place, headers={"range": asked})
        body = b"".join(answer)
        return answer.status_code, body, answer.headers.get("Content-Range", "")

    assert part("bytes=0-3")[:2] == (206, film()[:4])
    assert part("bytes=-4") == (206, film()[-4:], f"bytes {whole - 4}-{whole - 1}/{whole}")
    assert part("bytes=10-")[1][-4:] == film()[-4:]
    assert part(f"bytes={whole}-")[0] == 416
    assert part("bytes=9-3")[0] == 416
    assert part("bytes=-")[0] == part("lines=1-2")[0] == 200


def test_only_a_page_with_a_linked_film_may_frame_its_host_and_nothing_is_asked_of_it_before() -> None:
    made = with_everything()
    answer = Client().get(f"/tin-tuc/{made.slug}/")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-src https://www.youtube-nocookie.com" in policy
    assert "media-src 'self'" in policy
    told = answer.content.decode()
    assert re.findall(r'(?:src|poster)="(https?:[^"]*)"', told) == []
    assert "<iframe" not in told
    plain = Client().get(f"/tin-tuc/{article(State.PUBLISHED, title='Bài chữ').slug}/")
    assert "youtube" not in plain.headers["Content-Security-Policy"]


def test_a_shared_link_shows_heading_summary_and_our_own_picture(settings: Settings) -> None:
    settings.ORIGIN = "https://vidan.example"
    made = with_everything()
    told = read(f"/tin-tuc/{made.slug}/")
    name = made.pictures.all()[0].file.name
    assert '<meta property="og:title" content="Hội nghị tuyên truyền tại phường">' in told
    assert '<meta property="og:type" content="article">' in told
    assert f'<meta property="og:image" content="https://vidan.example/tin-tuc/{made.slug}/anh/{name}/">' in told
    assert f'<meta property="og:url" content="https://vidan.example/tin-tuc/{made.slug}/">' in told
    assert re.search(r'og:image" content="https://vidan.example/static/ui/card[^"]*\.png"', read("/lien-he/"))


def test_the_desk_is_shared_with_nobody(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("bien-tap")
    assert "og:" not in read("/ban-lam-viec/tin-bai/", client)


def test_the_feed_is_atom_to_the_letter(settings: Settings) -> None:
    settings.ORIGIN = "https://vidan.example"
    made = [article(State.PUBLISHED, title=f"Tin <{n}> & hơn") for n in range(2)]
    answer = Client().get("/tin-tuc/atom.xml")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1, name
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links == {"alternate": "https://vidan.example/tin-tuc/", "self": "https://vidan.example/tin-tuc/atom.xml"}
    entries = root.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["Tin <1> & hơn", "Tin <0> & hơn"]
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert ids == [f"tag:vidan.example,2018:{one.code}" for one in reversed(made)]
    for one in entries:
        for name in ("updated", "published"):
            moment = one.findtext(f"{ATOM}{name}") or ""
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", moment), moment
        link = one.find(f"{ATOM}link")
        assert link is not None
        assert (link.get("href") or "").startswith("https://vidan.example/tin-tuc/")


def test_the_sitemap_names_pages_in_both_languages_and_articles(settings: Settings) -> None:
    settings.ORIGIN = "https://vidan.example"
    made = article(State.PUBLISHED)
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    places = [one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {"https://vidan.example/tin-tuc/", "https://vidan.example/en/tin-tuc/"} <= set(places)
    assert f"https://vidan.example/tin-tuc/{made.slug}/" in places
    assert not any("ban-lam-viec" in (place or "") for place in places)
    assert "Sitemap: https://vidan.example/sitemap.xml" in read("/robots.txt")


def test_an_opening_counts_once_a_day_for_each_visitor_and_waits_for_its_batch() -> None:
    made = article(State.PUBLISHED)
    place = f"/tin-tuc/{made.slug}/"
    client = Client()
    assert "lượt xem" not in read(place, client)
    read(place, client)
    assert client.head(place).status_code == 200
    assert fresh(made).views == 0
    for n in range(count_views.BATCH):
        Client(REMOTE_ADDR=f"10.0.0.{n}").get(place)
    assert fresh(made).views == count_views.BATCH
    count_views.add_waiting()
    assert fresh(made).views == count_views.BATCH + 1


def test_a_kept_page_counts_openings_and_tells_them_a_minute_later() -> None:
    made = article(State.PUBLISHED)
    place = f"/tin-tuc/{made.slug}/"
    for n in range(3):
        first = read(place, Client(REMOTE_ADDR=f"10.0.0.{n}"))
    assert "lượt xem" not in first
    with time_machine.travel(datetime.now(tz=UTC) + timedelta(seconds=61)):
        assert "3 lượt xem" in read(place)


def test_a_correction_and_a_withdrawal_are_seen_at_once_though_the_page_was_kept() -> None:
    made = article(State.PUBLISHED)
    place = f"/tin-tuc/{made.slug}/"
    read(place)
    read("/tin-tuc/")
    correct(code=made.code, written=written(title="Tên đã sửa"), note="Nhầm tên.", actor=actor(EDITOR))
    assert "Tên đã sửa" not in read(place)
    show_article.approve_correction(code=made.code, actor=actor(REVIEWER))
    assert "Tên đã sửa" in read(place)
    assert "Tên đã sửa" in read("/tin-tuc/")
    show_article.withdraw(code=made.code, reason="Đăng nhầm.", actor=actor(REVIEWER))
    assert Client().get(place).status_code == 410
    assert "Tên đã sửa" not in read("/tin-tuc/")


def test_saving_an_article_loses_no_opening() -> None:
    made = article(State.PUBLISHED)
    Client().get(f"/tin-tuc/{made.slug}/")
    count_views.add_waiting()
    correct(code=made.code, written=written(summary="Khác."), note="Nhầm.", actor=actor(EDITOR))
    assert fresh(made).views == 1


@pytest.mark.parametrize("place", ["/tin-tuc/", "/tin-tuc/?tu=hoi", "/tin-tuc/2018/3/13/", "/tin-tuc/phim/", "ARTICLE"])
def test_no_page_asks_more_than_ten_times(place: str) -> None:
    made = with_everything()
    for n in range(25):
        article(State.PUBLISHED, title=f"Hội nghị số {n}")
    place = place.replace("ARTICLE", f"/tin-tuc/{made.slug}/")
    read(place)
    with CaptureQueriesContext(connection) as asked:
        read(place)
    assert len([one for one in asked.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 10
