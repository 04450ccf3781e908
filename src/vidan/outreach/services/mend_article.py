"""Sửa lỗi nhận dạng: what a person accepts of the repair of a scanned text makes a text of its own; the one before comes back
when it is undone."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.texts.repairing import FARTHEST_BACK, Offer, Piece, accepted, last_repair
from vidan.outreach.models import Article, ArticleRevision
from vidan.outreach.services.article_step import NotNow
from vidan.outreach.services.write_article import Written, write

TOO_LONG = _("Sửa xong thì tên bài hoặc tóm tắt dài quá mức; xin rút gọn trước.")
NOT_MENDED = frozenset({"article", "number", "body", "author", "made_at", "note", "shown_at"})
NOTHING_TO_UNDO = _("Bản mới nhất không phải do sửa lỗi nhận dạng; không có gì để hoàn tác.")


def pieces_of(revision: ArticleRevision) -> list[Piece]:
    """What is looked through of a text: its heading, summary and body."""
    return [
        Piece("title", revision.title),
        Piece("summary", revision.summary),
        Piece("body", revision.body, is_html=True),
    ]


def undoable(article: Article) -> tuple[ArticleRevision | None, int]:
    """The text before the last repair that was not undone, and how many places that changed; None and 0 without one."""
    assert article.latest is not None
    earlier = article.revisions.filter(number__lt=article.latest.number).order_by("-number")
    return last_repair(pieces_of(article.latest), ((one, pieces_of(one)) for one in earlier[:FARTHEST_BACK]))


def mend(*, article: Article, chosen: Collection[Offer], actor: Actor, version: int) -> None:
    """Put the chosen offers into the text; raises what step() raises, NotNow where it becomes too long."""
    assert article.latest is not None
    told = Written(**accepted(pieces_of(article.latest), chosen), category=article.category)
    try:
        ArticleRevision(title=told.title, summary=told.summary).clean_fields(exclude=NOT_MENDED)
    except ValidationError as too_long:
        raise NotNow(TOO_LONG) from too_long
    write(code=article.code, written=told, actor=actor, version=version, facts={"mended": len(chosen)})


def undo(*, article: Article, actor: Actor, version: int) -> None:
    """Bring back the text before the last repair; raises what step() raises, NotNow where the last change was none."""
    old, count = undoable(article)
    if old is None:
        raise NotNow(NOTHING_TO_UNDO)
    told = Written(title=old.title, summary=old.summary, body=old.body, category=article.category)
    write(code=article.code, written=told, actor=actor, version=version, facts={"unmended": count})
