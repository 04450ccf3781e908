"""Articles for tests, made as the services leave them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.cases.made import FRONT, actor, unit

from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article
from vidan.outreach.services import attach, show_article
from vidan.outreach.services.write_article import Written, begin

EDITOR, REVIEWER = "bien-tap", "can-bo-quan"


def written(**changed: Any) -> Written:
    """A text about the hotline, unless changed."""
    told = {
        "title": "Mặt trận công khai số điện thoại",
        "summary": "Mọi người gọi được trong giờ hành chính.",
        "body": "<p>Số điện thoại đặt tại <strong>trụ sở</strong> Mặt trận.</p>",
        "category": "reform",
    }
    return Written(**(told | changed))


def article(state: State = State.DRAFT, **changed: Any) -> Article:
    """An article by the editor, carried to a state by the reviewer."""
    made = begin(front=unit(FRONT), written=written(**changed), actor=actor(EDITOR))
    if state != State.DRAFT:
        show_article.submit(code=made.code, actor=actor(EDITOR))
    if state not in (State.DRAFT, State.IN_REVIEW):
        show_article.approve(code=made.code, actor=actor(REVIEWER))
    if state in (State.PUBLISHED, State.WITHDRAWN):
        show_article.publish(code=made.code, actor=actor(EDITOR))
    if state == State.WITHDRAWN:
        show_article.withdraw(code=made.code, reason="Ngày trong bài chưa đúng.", actor=actor(REVIEWER))
    return fresh(made)


def fresh(made: Article) -> Article:
    """The article as the database has it now."""
    return Article.objects.select_related("latest", "shown", "front").get(pk=made.pk)


def picture(width: int = 40, height: int = 30, *, place: bool = False) -> SimpleUploadedFile:
    """A JPEG, with a place and a maker in its EXIF when asked for."""
    kept = BytesIO()
    exif = Image.Exif()
    if place:
        exif[0x010F] = "MAY-ANH-CUA-TOI"
        exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (width, height), "teal").save(kept, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", kept.getvalue())


def box(kind: bytes, content: bytes) -> bytes:
    """A box of an MP4 film."""
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def film() -> bytes:
    """The smallest MP4 that is told as one, with a place and a moment as a telephone writes them."""
    moment = b"\0\0\0\0" + b"\x0b\xad\xca\xfe" * 2 + b"\0" * 12
    inside = box(b"mvhd", moment) + box(b"udta", box(b"\xa9xyz", b"+10.7769+106.7009/"))
    return box(b"ftyp", b"isom\0\0\2\0isommp41") + box(b"moov", inside) + box(b"mdat", bytes(range(256)) * 8)


def with_everything(state: State = State.PUBLISHED) -> Article:
    """An article with a picture, a paper, our own film and a linked one."""
    from tests.foundation.files.samples import pdf

    made = begin(
        front=unit(FRONT),
        written=written(title="Hội nghị tuyên truyền tại phường", body="<p>Trước.</p><p>[ảnh 2]</p><p>Sau.</p>"),
        actor=actor(EDITOR),
    )
    editor = actor(EDITOR)
    for alt in ("Hội trường phường", "Bà con hỏi"):
        attach.add_picture(code=made.code, file=picture(), alt=alt, caption="", actor=editor)
    attach.add_paper(code=made.code, file=SimpleUploadedFile("x.pdf", pdf()), label="Kế hoạch", actor=editor)
    for own, key in ((SimpleUploadedFile("x.mp4", film()), ""), (None, "abcDEF12345")):
        attach.add_film(
            code=made.code,
            title="Phim của phường",
            still=picture(),
            still_alt="Sân phường",
            file=own,
            youtube=key,
            actor=editor,
        )
    if state == State.PUBLISHED:
        show_article.submit(code=made.code, actor=editor)
        show_article.approve(code=made.code, actor=actor(REVIEWER))
        show_article.publish(code=made.code, actor=editor)
    return fresh(made)
