"""A letter through the whole public form, request by request, as a browser with scripts sends it."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator

from bench.meter import Browser

START = "/gui-phan-anh/"
ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {"kind": "feedback"}),
    ("noi/", {"unit": "mot-cua-a-an-phu", "happened_on": "12/03/2018", "procedure": "chứng thực bản sao"}),
    ("dieu-gi/", {"conduct": "attitude"}),
    ("ke/", {"story": "Người trực quầy nói trống không với tôi, hẹn lại ba lần mà không nói thiếu giấy gì. " * 5}),
    ("mong/", {"wish": "Mong được trả lời rõ còn thiếu giấy gì."}),
    ("ten/", {"mode": "anonymous"}),
)
SEND = 2 * len(ANSWERS) + 1
"""The place of the final post among the requests."""

Request = Callable[[], None]


def journey(browser: Browser) -> Iterator[Request]:
    """Every request of one letter in its order; the small work is solved between two of them, as the telephone does it."""
    for place, typed in ANSWERS:
        yield _get(browser, START + place)
        yield _post(browser, START + place, typed)
    page: list[bytes] = []
    yield _get(browser, f"{START}xem-lai/", page)
    yield _post(browser, f"{START}xem-lai/", {"work": solved(page[0])})
    yield _get(browser, f"{START}bien-nhan/")
    yield _post(browser, f"{START}bien-nhan/", {"noted": "1"})


def _get(browser: Browser, place: str, seen: list[bytes] | None = None) -> Request:
    def request() -> None:
        status, page = browser.get(place)
        _must(status == 200, place, status)
        if seen is not None:
            seen.append(page)

    return request


def _post(browser: Browser, place: str, typed: dict[str, str]) -> Request:
    def request() -> None:
        status, _page = browser.post(place, typed)
        _must(status == 302, place, status)

    return request


def _must(went: bool, place: str, status: int) -> None:
    if not went:
        raise AssertionError(f"{place} answered {status}")


def solved(page: bytes) -> str:
    """The small work of a page, as its script solves it."""
    told = {name.decode(): value.decode() for name, value in re.findall(rb'data-(\w+)="([^"]*)"', page)}
    salt = told["salt"].replace("&amp;", "&")
    for number in range(int(told["most"]) + 1):
        if hashlib.sha256(f"{salt}{number}".encode()).hexdigest() == told["challenge"]:
            told |= {"algorithm": "SHA-256", "salt": salt}
            solution = {name: told[name] for name in ("algorithm", "challenge", "salt", "signature")} | {
                "number": number
            }
            return base64.b64encode(json.dumps(solution).encode()).decode()
    raise AssertionError("no number solves the work")
