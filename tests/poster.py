"""A program that fills in the public form over the wire, patiently, as a phone on a bad line does."""

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {"kind": "feedback"}),
    ("noi/", {"unit": "mot-cua-a-an-phu", "happened_on": "12/03/2018", "procedure": "khai sinh"}),
    ("dieu-gi/", {"conduct": "attitude"}),
    ("ke/", {"story": "Người trực quầy nói trống không với tôi."}),
    ("mong/", {"wish": "Mong được xin lỗi."}),
    ("ten/", {"mode": "anonymous"}),
    ("xem-lai/", {}),
)


class Gone(Exception):
    """The site did not answer for too long, or answered what it never should."""


class Poster:
    """One browser without scripts. Every request is tried again until it is answered."""

    def __init__(self, address: str, patience: float = 40.0) -> None:
        self.address, self.patience = address, patience
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def send_letter(self, story: str = "") -> str:
        """Fill in the whole form and return the receipt code that was shown."""
        self.get("/gui-phan-anh/")
        for place, typed in ANSWERS:
            told = typed | ({"story": story} if story and "story" in typed else {})
            self.post(f"/gui-phan-anh/{place}", told)
        page = self.get("/gui-phan-anh/bien-nhan/")
        printed = re.search(r'class="digits">(.*?)</p>', page, re.DOTALL)
        if not printed:
            raise Gone(page[:500])
        return "".join(re.findall(r"<span>(\d{4})</span>", printed[1]))

    def opens(self, code: str) -> bool:
        """Whether a receipt code opens its page."""
        self.get("/tra-cuu/")
        return "/tra-cuu/ho-so/" in self.post("/tra-cuu/", {"code": code}, want_address=True)

    def get(self, place: str) -> str:
        """Get a page."""
        return self._patiently(urllib.request.Request(self.address + place))

    def post(self, place: str, typed: dict[str, str], *, want_address: bool = False) -> str:
        """Post a form and follow where it leads."""
        token = next(cookie.value or "" for cookie in self.jar if cookie.name == "csrftoken")
        data = urllib.parse.urlencode(typed | {"csrfmiddlewaretoken": token}).encode()
        return self._patiently(urllib.request.Request(self.address + place, data=data), want_address=want_address)

    def _patiently(self, request: urllib.request.Request, *, want_address: bool = False) -> str:
        until = time.monotonic() + self.patience
        while True:
            try:
                with self.opener.open(request, timeout=10) as answer:
                    content = answer.read().decode()
                    return str(answer.geturl()) if want_address else content
            except urllib.error.HTTPError as refused:
                if refused.code == 422:
                    return str(refused.geturl()) if want_address else refused.read().decode()
                raise Gone(f"{refused.code} {request.full_url}") from refused
            except (OSError, http.client.HTTPException) as lost:
                if time.monotonic() > until:
                    raise Gone(request.full_url) from lost
                time.sleep(0.05)
