"""A real Chromium for the journeys: one context a person, the second step's code, and axe on every page."""

import base64
import hashlib
import hmac
import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from vidan.site.sample.people import PASSWORD, SECRET, address

AXE = Axe()
CHROMIUM = os.environ.get("VIDAN_TEST_BROWSER", "")

BROWSER = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")]
"""The marks of every test here. Without Chromium they cannot run; script/test says so at its end, and fails with CI=true."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that script/test has found."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


LABELS_OVER_EACH_OTHER = """() => {
  const shown = [...document.querySelectorAll("main label, main legend")]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2);
  for (const [n, { one, box }] of shown.entries())
    for (const { one: other, box: also } of shown.slice(n + 1)) {
      const wide = Math.min(box.right, also.right) - Math.max(box.left, also.left);
      const high = Math.min(box.bottom, also.bottom) - Math.max(box.top, also.top);
      if (wide > 4 && high > 4 && !one.contains(other) && !other.contains(one))
        return [one.textContent.trim(), other.textContent.trim()];
    }
  return null;
}"""
"""The words of the first two labels of a page of which one lies over the other."""


class Person:
    """One person with a browser of her own, in one language and one width; `faults` is what the browser complained of."""

    def __init__(self, browser: Browser, site: str, *, language: str, width: int, scripts: bool = True) -> None:
        self.site, self.language = site, "" if language == "vi" else f"/{language}"
        self.browser, self.width, self.scripts = browser, width, scripts
        self.context = self._context(scripts=scripts)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def go(self, place: str) -> Page:
        """Open an address of the site in her language."""
        self.page.goto(f"{self.site}{self.language}{place}")
        return self.page

    def widen(self, width: int) -> None:
        """Look at the same pages in another width."""
        self.width = width
        self.page.set_viewport_size({"width": width, "height": 800})

    def sign_in(self, local: str) -> None:
        """Sign in with password and six digits; a code counts once, so a second sign-in within the minute takes the next."""
        self.go("/ban-lam-viec/dang-nhap/login/")
        self.page.fill("#id_login", address(local))
        self.page.fill("#id_password", PASSWORD)
        self.page.click("button.main")
        self.give_digits()
        self.page.wait_for_url("**/ban-lam-viec/")

    def give_digits(self) -> None:
        """Type the six digits of the authenticator where they are asked for, those of the next half minute when it must be."""
        for later in (0, 1, -1):
            self.page.fill("#id_code", digits(later))
            self.page.click("button.main")
            self.page.wait_for_load_state()
            if not self.page.locator("#id_code").count():
                break

    def check(self) -> None:
        """No axe violation on the present page, no sideways scrolling, no complaint of the browser."""
        page = self.page
        other = None
        if not self.scripts:  # axe is a script; a second look at the same address, with scripts and her cookies
            other = self._context(scripts=True, storage=self.context.storage_state())
            page = other.new_page()
            page.goto(self.page.url)
        page.wait_for_load_state()
        try:
            found = AXE.run(page)
        except Error:  # the page was just being left for the next one
            page.wait_for_load_state()
            found = AXE.run(page)
        told = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]
        self.fits(page)
        address_ = page.url
        if other is not None:
            other.close()
        assert not told, f"{address_}: {told}"

    def fits(self, page: Page | None = None) -> None:
        """No sideways scrolling of the present page, no label that lies over another, no complaint of the browser."""
        page = page or self.page
        too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert too_wide <= 0, f"{page.url} is {too_wide} px too wide at {self.width}"
        over = page.evaluate(LABELS_OVER_EACH_OTHER)
        assert not over, f"{page.url}: {over} lie over each other at {self.width}"
        assert not self.faults, f"{page.url}: {self.faults}"

    def _context(self, *, scripts: bool, storage: Any = None) -> BrowserContext:
        size = {"width": self.width, "height": 800}
        return self.browser.new_context(viewport=size, java_script_enabled=scripts, storage_state=storage)  # type: ignore[arg-type] # a plain size

    def _hear(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(message.text)


def digits(later: int = 0) -> str:
    """The six digits of the cast's authenticator, so many half minutes from now."""
    counter = int(time.time()) // 30 + later
    drawn = hmac.new(base64.b32decode(SECRET), struct.pack(">Q", counter), hashlib.sha1).digest()
    place = drawn[-1] & 15
    return f"{(struct.unpack('>I', drawn[place : place + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"
