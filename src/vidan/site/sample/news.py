"""Sample articles of 2018-2020: written by the editor, reviewed by an officer, put out at their hour, one corrected."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.outreach.models import Article
from vidan.outreach.services import attach, show_article
from vidan.outreach.services.write_article import Written, begin, correct
from vidan.site.sample.drafts import docx_of
from vidan.site.sample.drawings import DRAWINGS, drawn

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FILM = "noi-voi-mat-tran.mp4"
FILM_TITLE = "Nói với Mặt trận: bốn bước (mẫu)"

WAITING = Written(
    "Báo cáo kết quả phối hợp năm 2020 (mẫu)",
    "Điều làm được, điều còn nợ người dân, và việc của năm sau.",
    "Bài chờ số liệu tháng Mười một.\nCác phường gửi phần của mình trước ngày 25.",
    "front",
)
SCHEDULED = Written(
    "Đối thoại với người dân về cải cách hành chính (mẫu)",
    "Mời ông/bà dự và hỏi trực tiếp; ai không đến được thì gửi câu hỏi trước.",
    "Buổi đối thoại nhận câu hỏi qua điện thoại, hộp thư và trang này.\nMỗi câu hỏi đều được trả lời bằng văn bản sau buổi.",
    "notice",
)
SCANNED = Written(
    "Ngày hội giới thiệu thủ tục ở phường, bài của trang cũ (mẫu)",
    "Bài quét từ bản in, còn lỗi nhận dạng chưa sửa.",
    "Sáng nay, y ban nhân dân phường phối hp với Mặt trận giới thiệu các thù tục hành chính tại nhà văn hóa.\n"
    "Nguời dân được hướng dẫn cách nộp hồ sơ, cách gửi khiếu nại và quyền cùa mình khi cán bộ chậm trả kết quả.\n"
    "Các tổ chức thành viên cùng tham eia tuyên truyn tại từng khu phố.",
    "reform",
)
"""What old pages look like: for whoever tries the repair."""


def make_news(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Put the articles out, each at its hour, as far as the sample's today lets; leave one in review, one scheduled and
    one as it was scanned."""
    told = tomllib.loads((_folder() / "articles.toml").read_text(encoding="utf-8"))["article"]
    for one in told:
        moment = one["at"].replace(tzinfo=ZONE)
        if moment <= last:
            _put_out(one, moment, people)
    with clock.at(last), transaction.atomic():
        editor, reviewer = people["bien-tap"], people["can-bo-quan"]
        _begin(SCANNED, editor)
        waiting = _begin(WAITING, editor)
        show_article.submit(code=waiting.code, actor=editor)
        scheduled = _begin(SCHEDULED, editor)
        show_article.submit(code=scheduled.code, actor=editor)
        show_article.approve(code=scheduled.code, actor=reviewer)
        show_article.schedule(code=scheduled.code, at=last + timedelta(days=3), actor=editor)


@transaction.atomic
def _put_out(one: Mapping[str, Any], moment: datetime, people: Mapping[str, Actor]) -> None:
    editor, reviewer = people["bien-tap"], people["can-bo-quan"]
    written = Written(one["title"], one["summary"], one["body"], one["category"])
    with clock.at(moment - timedelta(hours=1)):
        article = _begin(written, editor)
        _attach(article.code, one, editor)
        show_article.submit(code=article.code, actor=editor)
        show_article.approve(code=article.code, actor=reviewer)
    with clock.at(moment):
        show_article.publish(code=article.code, actor=editor)
    if "note" in one:
        with clock.at(moment + timedelta(days=1)):
            correct(code=article.code, written=written, note=one["note"], actor=editor)
            show_article.approve_correction(code=article.code, actor=reviewer)


def _attach(code: str, one: Mapping[str, Any], editor: Actor) -> None:
    if "drawing" in one:
        name = one["drawing"]
        attach.add_picture(
            code=code, file=_upload("ve.png", drawn(name)), alt=DRAWINGS[name][1], caption="Hình vẽ (mẫu)", actor=editor
        )
    if one.get("paper"):
        paper = _upload("ke-hoach.docx", docx_of(("KẾ HOẠCH (MẪU)", *one["body"].splitlines())))
        attach.add_paper(code=code, file=paper, label="Kế hoạch (mẫu)", actor=editor)
    if one.get("film"):
        attach.add_film(
            code=code,
            title=FILM_TITLE,
            still=_upload("ve.png", drawn("dien_thoai")),
            still_alt=DRAWINGS["dien_thoai"][1],
            file=_upload(FILM, (_folder() / FILM).read_bytes()),
            youtube="",
            actor=editor,
        )


def _begin(written: Written, editor: Actor) -> Article:
    front = Unit.objects.select_related("parent__parent").get(slug=settings.FRONT)
    return begin(front=front, written=written, actor=editor, is_sample=True)


def _upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _folder() -> Path:
    folder: Path = settings.DATA_FOLDER / "sample" / "news"
    return folder
