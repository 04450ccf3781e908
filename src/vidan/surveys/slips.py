"""Invitations as slips of paper (PDF): drawn from codes that are told once, never stored and never drawn again."""

import json
from collections.abc import Iterable

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from vidan.foundation.receipts.code import grouped
from vidan.foundation.ui.qr import qr_file
from vidan.surveys.forms.rounds import stratum_words
from vidan.surveys.models import Stratum

PLACE = "/khao-sat/giay-moi/"


def slips(stratum: Stratum, codes: Iterable[str]) -> bytes:
    """The slips of a batch, eight on a page; the code stands in the QR's fragment, which no server and no log ever sees."""
    round_ = stratum.round
    address = f"{settings.ORIGIN}{PLACE}"
    told = {
        "title": round_.title,
        "front": round_.front.short_name,
        "place": stratum_words(stratum),
        "how": _("Quét mã, hoặc vào %(address)s rồi gõ dãy số. Đến hết ngày %(day)s.")
        % {"address": address.split("//", 1)[-1], "day": f"{round_.last_day:%d/%m/%Y}"},
        "promise": _("Dùng một lần. Không hỏi tên; không ai biết giấy này của ai."),
        "qr_alt": _("Mã QR mở trang trả lời"),
        "slips": [{"code": grouped(code), "qr": qr_file(f"{address}#{code}")} for code in codes],
    }
    made: bytes = typst.compile(
        settings.DATA_FOLDER / "papers" / "layout" / "slips.typ",
        font_paths=[settings.DATA_FOLDER / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"slips": json.dumps(told, ensure_ascii=False)},
        format="pdf",
    )
    return made
