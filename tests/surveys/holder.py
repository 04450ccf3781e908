"""A device at a counter, as a browser that takes replies by itself: preparing it, and answering on it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect
from tests.browser import Person

APP = "/khao-sat/may/"
ALONE = "Máy dùng được khi không có mạng."
DONE = "Không còn gì chờ gửi."


class Holder(Person):
    """Whoever holds a device: a browser that keeps what lies in it when it is closed."""

    def __init__(self, context: BrowserContext, site: str, *, width: int) -> None:
        self.site, self.language, self.width, self.scripts = site, "", width, True
        self.context, self.page = context, context.pages[0]
        self.faults = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def prepare(self, local: str, way: str, round_: str = "ks-2018-01") -> Page:
        """Sign in, prepare this device for a round and wait until it works alone; a kiosk stands at the first counter."""
        self.sign_in(local)
        self.go(f"/ban-lam-viec/khao-sat/{round_}/may/")
        self.check()
        self.page.click("text=Chuẩn bị máy này")
        self.check()
        if self.page.locator(f"input[value={way}]").count() and way == "kiosk":
            self.page.check("input[value=kiosk]")
            self.page.select_option("#id_stratum", index=1)
        self.page.fill("#id_label", "Máy thử")
        self.page.click("main button.main")
        self.page.wait_for_url(f"**{APP}")
        expect(self.page.locator(".standing")).to_contain_text(ALONE)
        self.check()
        return self.page


def answer(page: Page, *, word: str = "", look: Callable[[], None] = lambda: None) -> None:
    """Answer whatever is asked until the reply is sent."""
    for _page in range(12):
        look()
        for group in page.locator("fieldset:visible:has(> .choices input[type=radio])").all():
            if not group.locator("input:checked").count():
                group.locator("input[type=radio]").first.check()
        if page.locator("fieldset:visible input[value=x]").count():
            page.check("input[value=x]")
        if page.locator("#q-word:visible").count():
            page.fill("#q-word", word)
        before = page.locator("form.asking").element_handle()
        page.click("form.asking button.main")
        page.wait_for_function("(form) => !form.isConnected", arg=before)
        if not page.locator("form.asking").count():
            return
    raise AssertionError("the questions never ended")
