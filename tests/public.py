"""A person at the public form, through Django's own test browser."""

import re
from typing import Any

from django.test import Client

from vidan.foundation.intake import rates


class Visitor:
    """One browser on its way through the form; `code` is the receipt code once the letter was sent."""

    def __init__(self) -> None:
        rates.forget()
        self.client = Client()
        self.code = ""

    def answer(self, slug: str, **typed: Any) -> Any:
        """Answer one question."""
        place = "/gui-phan-anh/" if slug == "loai" else f"/gui-phan-anh/{slug}/"
        answer = self.client.post(place, typed)
        assert answer.status_code == 302, answer.content.decode()
        return answer

    def write(self, **changed: Any) -> None:
        """Answer every question with something plausible."""
        self.answer("loai", kind="feedback")
        self.answer(
            "noi", unit=changed.get("unit", "mot-cua-a-an-phu"), happened_on="12/03/2018", procedure="khai sinh"
        )
        self.answer("dieu-gi", conduct=["attitude", "delay"])
        self.answer("ke", story=changed.get("story", "Người trực quầy nói trống không."))
        self.answer("mong", wish="Mong được xin lỗi.")
        self.answer("ten", mode="anonymous")

    def send(self) -> str:
        """Send the letter and read the code off the receipt."""
        assert self.client.post("/gui-phan-anh/xem-lai/").status_code == 302
        self.code = code_on(self.client.get("/gui-phan-anh/bien-nhan/"))
        return self.code

    def open(self, code: str) -> Any:
        """Open the page of a receipt."""
        return self.client.post("/tra-cuu/", {"code": code}, follow=True)


def code_on(receipt: Any) -> str:
    """The code as printed on a receipt."""
    printed = re.search(r'class="digits">(.*?)</p>', receipt.content.decode(), re.DOTALL)
    assert printed
    return "".join(re.findall(r"<span>(\d{4})</span>", printed[1]))
