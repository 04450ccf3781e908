"""Sample articles of 2018-2020: written by the editor, reviewed by an officer, put out at their hour, one corrected."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
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
from vidan.outreach.services.bring_pages import bring
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

OLD_PAGES = (
    """
Trang chủ
Tin tức sự kiện 16 Tháng Năm 2017 8:30:00 SA
Mặt trận phường góp ý bảng niêm yết thủ tục (mẫu)
Bảng niêm yết được treo lại ngang tầm mắt, chữ lớn hơn.
1. VIỆC ĐÃ LÀM
Các tổ chức thành viên xem bảng niêm yết ở từng quầy.
- Bảng treo cao quá tầm mắt được hạ xuống.
- Thủ tục đã bãi bỏ được gỡ đi.
2. VIỆC CÒN LẠI
Bảng bằng chữ lớn cho người cao tuổi làm trong quý sau.
Số lượt người xem: 214
TIN MỚI HƠN
Lịch trực hộp thư góp ý dịp cuối năm (mẫu)
TIN ĐÃ ĐƯA
Hội nghị tổng kết công tác Mặt trận (mẫu)
Xem tiếp
""",
    """
Trang chủ
Thông báo 21 Tháng Mười Một 2017 2:15:00 CH
Lịch trực hộp thư góp ý dịp cuối năm (mẫu)
Hộp thư vẫn mở trong những ngày nghỉ.
Cán bộ trực mở hộp thư vào chín giờ sáng thứ hai hằng tuần.
TIN ĐÃ ĐƯA
Mặt trận phường góp ý bảng niêm yết thủ tục (mẫu)
""",
)
"""Two pages of an old portal: one comes out with its moment and openings, one has lost its counter and waits."""


def make_news(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Put the articles out, each at its hour, as far as the sample's today lets; leave one in review, one scheduled, one as
    it was scanned and two of the old portal."""
    told = tomllib.loads((_folder() / "articles.toml").read_text(encoding="utf-8"))["article"]
    for one in told:
        moment = one["at"].replace(tzinfo=ZONE)
        if moment <= last:
            _put_out(one, moment, people)
    with clock.at(last), transaction.atomic():
        editor, reviewer = people["bien-tap"], people["can-bo-quan"]
        _begin(SCANNED, editor)
        _bring_old_pages(editor, reviewer)
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


def _bring_old_pages(editor: Actor, reviewer: Actor) -> None:
    sources = ((f"tin/{number}.html", partial(str.encode, page)) for number, page in enumerate(OLD_PAGES, 1))
    whole, _doubtful = bring(sources, front=_front(), actor=editor, is_sample=True)
    show_article.submit(code=whole.article, actor=editor)
    show_article.approve(code=whole.article, actor=reviewer)
    show_article.publish(code=whole.article, actor=editor)


def _begin(written: Written, editor: Actor) -> Article:
    return begin(front=_front(), written=written, actor=editor, is_sample=True)


def _front() -> Unit:
    return Unit.objects.select_related("parent__parent").get(slug=settings.FRONT)


def _upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _folder() -> Path:
    folder: Path = settings.DATA_FOLDER / "sample" / "news"
    return folder
