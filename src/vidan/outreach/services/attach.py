"""Hình ảnh, tệp, phim của một bài: told by content, rid of what they tell of their makers, kept sealed like every file."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.kinds import IMAGES, FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.renditions import Rendition, rendered
from vidan.foundation.files.services import drop_file, keep_bytes, keep_file
from vidan.foundation.files.tell import tell
from vidan.outreach.film_traces import without_traces
from vidan.outreach.models import Article, ArticleFilm, ArticlePaper, ArticlePicture
from vidan.outreach.services.article_step import NotNow, Step, step

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 30
"""Files of one article."""

WIDEST = 1600
"""Pictures are drawn no larger, in dots: sharp on every screen, light on a telephone."""

NO_PICTURE = _("Đây không phải ảnh. Xin chọn ảnh JPG, PNG, HEIC hoặc WebP.")
NO_FILM = _("Chỉ nhận phim MP4: máy nào cũng xem được.")
NO_PAPER = _("Tệp đính kèm phải là PDF, Word, Excel hoặc ảnh.")

Parts = type[ArticlePicture] | type[ArticlePaper] | type[ArticleFilm]
PARTS: Mapping[str, Parts] = MappingProxyType({"anh": ArticlePicture, "tep": ArticlePaper, "phim": ArticleFilm})
"""What can be attached, by its word in addresses."""


def add_picture(
    *, code: str, file: "UploadedFile[bytes]", alt: str, caption: str, actor: Actor, version: int | None = None
) -> ArticlePicture:
    """Add a picture; raises what step() raises, and NotTaken."""
    with _adding(code, "picture", actor, version) as taking:
        stored, width, height = _keep_picture(taking.article, file)
        return ArticlePicture.objects.create(
            article=taking.article,
            file=stored,
            alt=alt,
            caption=caption,
            width=width,
            height=height,
            position=_next(ArticlePicture, taking.article),
        )


def add_paper(
    *, code: str, file: "UploadedFile[bytes]", label: str, actor: Actor, version: int | None = None
) -> ArticlePaper:
    """Add a file to be saved; raises what step() raises, and NotTaken."""
    with _adding(code, "paper", actor, version) as taking:
        subject = subject_of(taking.article)
        stored = keep_file(subject=subject, upload=file, position=_next_file(subject), at_most=MOST)
        if FileKind(stored.kind) not in IMAGES | {FileKind.PDF, FileKind.DOCX, FileKind.XLSX}:
            raise NotTaken(NO_PAPER)
        position = _next(ArticlePaper, taking.article)
        return ArticlePaper.objects.create(article=taking.article, file=stored, label=label, position=position)


def add_film(
    *,
    code: str,
    title: str,
    still: "UploadedFile[bytes]",
    still_alt: str,
    file: "UploadedFile[bytes] | None",
    youtube: str,
    actor: Actor,
    version: int | None = None,
) -> ArticleFilm:
    """Add a film, our own or one at YouTube, with its still; raises what step() raises, and NotTaken."""
    with _adding(code, "film", actor, version) as taking:
        picture, _width, _height = _keep_picture(taking.article, still)
        return ArticleFilm.objects.create(
            article=taking.article,
            title=title,
            still=picture,
            still_alt=still_alt,
            file=_keep_film(taking.article, file) if file else None,
            youtube=youtube,
            position=_next(ArticleFilm, taking.article),
        )


def drop(*, code: str, kind: str, pk: int, actor: Actor, version: int | None = None) -> None:
    """Take a picture, file or film away; raises what step() raises, and NotNow when it is gone already."""
    with step(code=code, move="attach", actor=actor, version=version) as taking:
        found = PARTS[kind].objects.filter(article=taking.article, pk=pk).first()
        if found is None:
            raise NotNow(_("Phần này đã được bỏ trước đó."))
        files = [found.file, found.still] if isinstance(found, ArticleFilm) else [found.file]
        taking.told |= {"dropped": kind}
        found.delete()
        for file in filter(None, files):
            drop_file(subject=file.subject, name=file.name)


def subject_of(article: Article) -> str:
    """Under which subject the files of an article lie."""
    return f"{article.code}.tb"


@contextmanager
def _adding(code: str, what: str, actor: Actor, version: int | None) -> Iterator[Step]:
    with step(code=code, move="attach", actor=actor, version=version) as taking:
        taking.told["added"] = what
        yield taking


def _keep_picture(article: Article, upload: "UploadedFile[bytes]") -> tuple[StoredFile, int, int]:
    """A picture drawn anew from its dots, no larger than WIDEST; and its width and height."""
    from vidan.foundation.files.pictures import FORMATS, draw, open_picture

    data, kind = _read(upload, lambda kind: kind in IMAGES, NO_PICTURE)
    picture = open_picture(data, (FORMATS[kind],))
    picture.thumbnail((WIDEST, WIDEST))
    drawn = draw(picture, "PNG" if kind is FileKind.PNG else "JPEG")
    kept = _keep(article, FileKind.PNG if kind is FileKind.PNG else FileKind.JPG, drawn)
    # No reader waits for the small ones to be drawn; where this fails, the first reader does.
    transaction.on_commit(lambda: _draw_small(kept), robust=True)
    return kept, picture.width, picture.height


def _draw_small(file: StoredFile) -> None:
    for rendition in Rendition:
        rendered(file, rendition)


def _keep_film(article: Article, upload: "UploadedFile[bytes]") -> StoredFile:
    data, kind = _read(upload, lambda kind: kind is FileKind.MP4, NO_FILM)
    return _keep(article, kind, without_traces(data))


def _read(
    upload: "UploadedFile[bytes]", wanted: Callable[[FileKind], bool], otherwise: object
) -> tuple[bytes, FileKind]:
    upload.seek(0)
    data = upload.read()
    kind = tell(data)
    if not wanted(kind):
        raise NotTaken(str(otherwise))
    check_size(kind, len(data))
    return data, kind


def _keep(article: Article, kind: FileKind, data: bytes) -> StoredFile:
    subject = subject_of(article)
    return keep_bytes(subject=subject, kind=kind, data=data, label="", position=_next_file(subject), at_most=MOST)


def _next(parts: Parts, article: Article) -> int:
    last = parts.objects.filter(article=article).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def _next_file(subject: str) -> int:
    last = StoredFile.objects.filter(subject=subject).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
