"""Procedures in every state, with everything that their pages can show."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor, word
from tests.foundation.files.samples import jpg
from tests.outreach.procedure_made import BIRTH, drafted, published

from vidan.cases.services.receive import Story, receive
from vidan.outreach.services.keep_forms import add_form
from vidan.outreach.services.publish_procedure import end, withdraw

MANY = 22
"""More than a page of the public list holds."""


def furnish_procedures(long: str) -> None:
    """A published one with forms, versions and words about it; an ended, a withdrawn and a drafted one; two pages of others."""
    editor = actor("bien-tap")
    papers = f"{BIRTH['papers']}\nBản khai | 1 | xuất trình | {long[:90].lower()} | mẫu 1"
    found = published(papers=papers, fee_amount="8000")
    add_form(procedure=found, label="Tờ khai đăng ký khai sinh", file=SimpleUploadedFile("a.jpg", jpg()), actor=editor)
    published(papers=papers, valid_from="01/02/2018", valid_to="31/12/2019", source=long)
    receive(word=word(story=Story("Đợi lâu.", procedure=BIRTH["name"])))
    ended = published(code="khai-sinh-cu", name="khai sinh theo mẫu cũ")
    end(pk=ended.pk, last_day=date(2018, 2, 1), successor="khai-sinh", actor=editor)
    withdraw(pk=published(code="rut", name="thủ tục đã rút").pk, actor=editor)
    drafted(code="dang-soan", name=long[:120])
    published(code="chua-toi", name="thủ tục của năm sau", valid_from="01/01/2019")
    for n in range(MANY):
        published(code=f"viec-{n:02}", name=f"việc số {n:02}", level="district", limit_days="0")
