"""Kiosk and telephone in a real browser: replies are made with the network cut and the server dead, and arrive once each."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect, sync_playwright
from tests.browser import BROWSER, CHROMIUM
from tests.live import Live
from tests.surveys.holder import APP, DONE, Holder, answer

pytestmark = BROWSER

PLANTED = "bà Tư bán nước kể thật lòng"

FURNISH = """
import django; django.setup()
import json
from tests.surveys.made import open_round
open_round()
print(json.dumps(True))
"""

KEPT = """
import django; django.setup()
import json
from django.db.models import Sum
from vidan.surveys.models import ContactCount, SealedReply, TakenMark
counts = dict(ContactCount.objects.values_list("outcome").annotate(n=Sum("count")))
print(json.dumps({"replies": SealedReply.objects.count(), "marks": TakenMark.objects.count(), "contacts": counts}))
"""

CLOSE = """
import django; django.setup()
import json
from django.utils import timezone
from vidan.foundation.calendar import clock
from vidan.surveys.models import Reply, ReplyText, SurveyRound
from vidan.surveys.services.move import move_replies, text_sealed_as
from vidan.foundation.vault.seal import open_sealed
SurveyRound.objects.update(state="closed", closed_at=clock.now())
move_replies()
texts = [open_sealed(bytes(one.body), text_sealed_as(one.key)).decode() for one in ReplyText.objects.all()]
rows = [[one.way, one.on.isoformat(), one.too_fast] for one in Reply.objects.all()]
round_ = SurveyRound.objects.get()
print(json.dumps({"rows": sorted(rows), "texts": texts, "unusable": round_.unusable}))
"""

ROWS = """
    const settled = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    const base = await settled(indexedDB.open("vidan-may"));
    const rows = (name) => settled(base.transaction(name).objectStore(name).getAll());
"""

EVERYTHING = (
    "async () => {"
    + ROWS
    + """
    const asText = (_key, said) => (said instanceof Uint8Array ? new TextDecoder("latin1").decode(said) : said);
    const kept = {};
    for (const name of base.objectStoreNames) kept[name] = (await rows(name)).map((row) => JSON.stringify(row, asText));
    base.close();
    const files = [];
    for (const name of await caches.keys()) {
        for (const one of await (await caches.open(name)).keys()) files.push(one.url);
    }
    return { rows: kept, files, local: JSON.stringify(localStorage) + JSON.stringify(sessionStorage) };
}"""
)

MORE = (
    "async (copies) => {"
    + ROWS
    + """
    const loaded = performance.getEntriesByType("resource").map((one) => one.name);
    const { seal, newToken } = await import(loaded.find((name) => /sealing\\.\\w+\\.js/.test(name)));
    const [post] = await rows("posts");
    const answers = { came: "yes", parts: { place: "4", form: "5" } };
    const told = { stratum: 0, way: "kiosk", on: "2018-03-13", answers, too_fast: false, repeated: false };
    for (let n = 0; n < copies; n += 1) {
        const token = newToken();
        const body = await seal(post.told.round, token, told);
        await settled(base.transaction("replies", "readwrite").objectStore("replies").put({ token, post: post.id, body }));
    }
}"""
)


@pytest.fixture(scope="module")
def play() -> Iterator[Playwright]:
    with sync_playwright() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path / "house", workers=1)
    site.ask(FURNISH)
    site.start()
    yield site
    site.stop()


Device = Callable[[int], Any]


@pytest.fixture
def device(play: Playwright, house: Live, tmp_path: Path) -> Device:
    """The same device each time it is opened, with all that lies in it."""

    @contextmanager
    def opened(width: int) -> Iterator[Holder]:
        context = play.chromium.launch_persistent_context(
            str(tmp_path / "device"),
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            viewport={"width": width, "height": 800},
        )
        yield Holder(context, house.address, width=width)
        context.close()

    return opened


def test_a_telephone_works_with_the_network_cut_and_each_reply_arrives_once(
    device: Device, house: Live, tmp_path: Path
) -> None:
    with device(360) as one:
        page = one.prepare("dieu-tra", "interviewer")
        one.context.set_offline(True)
        house.kill()
        page.reload()
        expect(page.locator(".begin")).to_be_visible()
        page.click(".begin")
        expect(page.locator("#noi-hoi")).to_be_focused()
        one.check()
        page.select_option("#noi-hoi", index=1)
        for _n in range(3):
            page.click(".begin")
            answer(page, word=PLANTED, look=one.check)
            expect(page.locator(".said")).to_be_visible()
        page.click("text=Từ chối trả lời")
        expect(page.locator(".counts")).to_contain_text("Từ chối trả lời: 1")
        page.click("text=Không gặp được")
        expect(page.locator(".counts")).to_contain_text("Không gặp được: 1")
        page.click("text=Bỏ lần ghi vừa rồi")
        expect(page.locator(".counts")).to_contain_text("Không gặp được: 0")
        expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 3.")
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text("không có mạng")
        one.check()
        found = page.evaluate(EVERYTHING)
        assert (len(found["rows"]["replies"]), len(found["rows"]["contacts"])) == (3, 1)
        assert "answers" not in str(found["rows"]["replies"])
        assert not [word for word in (PLANTED, "bà Tư", "thật lòng") if word in str(found)]
        assert all(url.startswith(f"{house.address}/static/") or url == house.address + APP for url in found["files"])
    lies = b"".join(path.read_bytes() for path in (tmp_path / "device").rglob("*") if path.is_file())
    assert not [form for form in (PLANTED.encode(), PLANTED.encode("utf-16-le")) if form in lies]

    with device(360) as one:
        one.context.set_offline(True)
        page = one.go(APP)
        expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 3.")
        house.start()
        assert house.ask(KEPT) == {"replies": 0, "marks": 0, "contacts": {}}
        one.context.set_offline(False)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text(DONE)
        assert house.ask(KEPT) == {"replies": 3, "marks": 4, "contacts": {"refused": 1}}
        one.check()
    told = house.ask(CLOSE)
    assert isinstance(told, dict)
    assert told == {"rows": [["interviewer", "2018-03-13", True]] * 3, "texts": [PLANTED] * 3, "unusable": 0}


def test_answers_that_are_lost_and_two_tabs_double_nothing(device: Device, house: Live) -> None:
    with device(360) as one:
        page = one.prepare("dieu-tra", "interviewer")
        page.select_option("#noi-hoi", index=1)
        lost = []

        def lose(route: Any) -> None:
            route.fetch()
            lost.append(route.request.post_data)
            route.abort()

        one.context.route("**/gui/", lose)
        page.click(".begin")
        answer(page, word="tốt")
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text("Hệ thống chưa nhận")
        assert lost
        assert house.ask(KEPT) == {"replies": 1, "marks": 1, "contacts": {}}
        expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 1.")
        page.click(".begin")
        answer(page, word="tốt")
        one.context.unroute_all(behavior="ignoreErrors")
        other = one.context.new_page()
        other.goto(house.address + APP)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        other.evaluate("window.dispatchEvent(new Event('online'))")
        for tab in (page, other):
            tab.reload()
            expect(tab.locator(".standing")).to_contain_text(DONE)
        assert house.ask(KEPT) == {"replies": 2, "marks": 2, "contacts": {}}


def test_a_page_that_is_no_answer_of_ours_takes_nothing_off_the_device(device: Device, house: Live) -> None:
    with device(360) as one:
        page = one.prepare("dieu-tra", "interviewer")
        page.select_option("#noi-hoi", index=1)
        one.context.route(
            "**/gui/", lambda route: route.fulfill(status=200, body="<h1>Wi-Fi miễn phí</h1>", content_type="text/html")
        )
        page.click(".begin")
        answer(page)
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text("Hệ thống chưa nhận")
        assert len(page.evaluate(EVERYTHING)["rows"]["replies"]) == 1


def test_a_kiosk_speaks_both_languages_and_returns_to_its_start_without_a_trace(device: Device, house: Live) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        page.click("text=English")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        one.check()
        page.click(".begin")
        answer(page, word=PLANTED, look=one.check)
        expect(page.locator("h1")).to_have_text("Thank you")
        one.check()
        page.click(".begin")
        expect(page.locator("h1")).to_have_text("Khảo sát thử")
        assert PLANTED not in page.content()
        page.go_back()
        expect(page.locator("h1")).to_have_text("Khảo sát thử")
        assert page.url == house.address + APP
        assert PLANTED not in page.content()
        page.click(".begin")
        assert not page.locator("input:checked").count()
        assert page.locator("html").get_attribute("lang") == "vi"


def test_the_way_back_of_the_browser_goes_a_question_back(device: Device) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        page.click(".begin")
        page.locator("input[type=radio]").first.check()
        page.click("form.asking button.main")
        expect(page.locator("h1")).to_have_text("Vì sao?")
        page.go_back()
        expect(page.locator("h1")).to_have_text("Đến lần đầu?")
        expect(page.locator("input[type=radio]").first).to_be_checked()


def resting(one: Holder) -> Page:
    """A kiosk at its second question, forty seconds after the last touch."""
    page = one.prepare("can-bo-quan", "kiosk")
    page.clock.install()
    page.reload()
    page.click(".begin")
    page.locator("input[type=radio]").first.check()
    page.click("form.asking button.main")
    expect(page.locator("h1")).to_have_text("Vì sao?")
    page.clock.fast_forward(41_000)
    return page


def test_a_kiosk_that_rests_asks_and_goes_on_when_somebody_is_there(device: Device) -> None:
    with device(1280) as one:
        page = resting(one)
        page.keyboard.press("Enter")
        expect(page.locator(".there")).to_have_count(0)
        expect(page.locator("h1")).to_have_text("Vì sao?")


def test_a_kiosk_that_rests_for_a_minute_forgets_what_was_chosen(device: Device, house: Live) -> None:
    with device(1280) as one:
        page = resting(one)
        expect(page.locator(".there button")).to_be_focused()
        one.check()
        page.clock.fast_forward(21_000)
        expect(page.locator("h1")).to_have_text("Khảo sát thử")
        expect(page.locator(".there")).to_have_count(0)
        page.click(".begin")
        assert not page.locator("input:checked").count()
        assert house.ask(KEPT) == {"replies": 0, "marks": 0, "contacts": {}}


def test_a_day_of_a_kiosk_without_a_network_is_sent_in_the_evening(device: Device, house: Live) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        one.context.set_offline(True)
        for _n in range(25):
            page.click(".begin")
            answer(page)
            page.click(".begin")
        page.evaluate(MORE, 175)  # the rest of the day, sealed by the same scripts
        page.reload()
        expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 200.")
        one.context.set_offline(False)
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text(DONE, timeout=30_000)
    kept = house.ask(KEPT)
    assert isinstance(kept, dict)
    assert kept["marks"] == 200
    told = house.ask(CLOSE)
    assert isinstance(told, dict)
    assert (len(told["rows"]), told["unusable"]) == (200, 0)


FULL_UP = """() => {
    window.room = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


def test_a_full_device_keeps_the_reply_on_the_page_until_there_is_room(device: Device) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        one.context.set_offline(True)
        page.evaluate(FULL_UP)
        page.click(".begin")
        for _page in range(12):
            for group in page.locator("fieldset:visible:has(> .choices input[type=radio])").all():
                group.locator("input[type=radio]").first.check()
            last = page.locator("form.asking button.main").inner_text() == "Gửi phiếu"
            page.click("form.asking button.main")
            if last:
                break
        expect(page.locator(".alert")).to_contain_text("Máy hết chỗ")
        one.check()
        page.evaluate("() => { IDBObjectStore.prototype.put = window.room; }")
        page.click("form.asking button.main")
        expect(page.locator("h1")).to_have_text("Cảm ơn ông/bà")
        assert len(page.evaluate(EVERYTHING)["rows"]["replies"]) == 1


CHANGE = """
import django; django.setup()
import json
from vidan.surveys.models import Device, SurveyRound
{change}
print(json.dumps(True))
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("Device.objects.update(ended_on='2018-03-13')", "thôi dùng"),
        ("SurveyRound.objects.update(state='published')", "đã kết thúc"),
        ("Device.objects.all().delete()", "thôi dùng"),
    ],
)
def test_a_device_that_may_send_no_more_says_so_asks_nobody_and_keeps_what_it_has(
    change: str, says: str, device: Device, house: Live
) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        one.context.set_offline(True)
        page.click(".begin")
        answer(page)
        house.ask(CHANGE.format(change=change))
        one.context.set_offline(False)
        page.reload()
        expect(page.locator(".said.warning")).to_contain_text(says)
        assert not page.locator(".begin").count()
        one.check()
        assert len(page.evaluate(EVERYTHING)["rows"]["replies"]) == 1
        if "published" in change:
            page.click("text=Xóa các phiếu này khỏi máy")
            expect(page.locator(".standing")).to_contain_text(DONE)
            assert not page.evaluate(EVERYTHING)["rows"]["replies"]


def test_a_new_version_comes_while_replies_wait_and_none_is_lost(device: Device, house: Live) -> None:
    with device(1280) as one:
        page = one.prepare("can-bo-quan", "kiosk")
        one.context.set_offline(True)
        page.click(".begin")
        answer(page)
        before = page.evaluate("caches.keys()")
        house.kill()
        house.today = "2018-03-14"  # the page says another day, so it is another version
        house.start()
        one.context.route("**/gui/", lambda route: route.abort())
        one.context.set_offline(False)
        page.goto(house.address + APP)
        page.wait_for_function(
            "(old) => caches.keys().then((names) => names.length === 1 && names[0] !== old)", arg=before[0]
        )
        expect(page.locator(".sample")).to_contain_text("14/03/2018")
        expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 1.")
        one.context.unroute_all(behavior="ignoreErrors")
        page.click("text=Gửi ngay")
        expect(page.locator(".standing")).to_contain_text(DONE)
    kept = house.ask(KEPT)
    assert isinstance(kept, dict)
    assert kept["replies"] == 1


def test_the_keeper_reaches_no_other_page(device: Device, house: Live) -> None:
    with device(1280) as one:
        one.prepare("can-bo-quan", "kiosk")
        page = one.context.new_page()
        for place in ("/", "/khao-sat/", "/ban-lam-viec/dang-nhap/login/"):
            page.goto(house.address + place)
            assert page.evaluate("navigator.serviceWorker.controller") is None
        scopes = (
            "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => new URL(one.scope).pathname))"
        )
        assert page.evaluate(scopes) == [APP]
        assert re.search(r"sessionid", str(one.context.cookies())) is None


def test_a_device_that_nobody_prepared_says_how(device: Device) -> None:
    with device(360) as one:
        page = one.go(APP)
        expect(page.locator("h1")).to_have_text("Máy này chưa được chuẩn bị")
        one.check()
