"""What a bulletin says: out of its articles while it is being made, and as it was frozen once it has been sent."""

import hashlib
import json
from typing import Any

from vidan.foundation.calendar import clock
from vidan.outreach.article_text import parts_of, words_of
from vidan.outreach.models import Article, Bulletin, BulletinArticle


def content_of(bulletin: Bulletin) -> dict[str, Any]:
    """Title, opening and articles in their order, with day and words of each but no pictures, as plain values."""
    if bulletin.frozen is not None:
        frozen: dict[str, Any] = bulletin.frozen
        return frozen
    picks = bulletin.picks.select_related("article__shown")
    return {
        "title": bulletin.title,
        "opening": bulletin.opening,
        "articles": [_told(one) for one in picks if one.article.shown_id],
    }


def shown_content(bulletin: Bulletin) -> dict[str, Any]:
    """The same for readers of today: of an article that was withdrawn since, only its heading, marked `gone`."""
    told = content_of(bulletin)
    slugs = [one["slug"] for one in told["articles"]]
    out = set(Article.objects.public().filter(slug__in=slugs).values_list("slug", flat=True))
    kept = [
        one if one["slug"] in out else {"title": one["title"], "slug": one["slug"], "gone": True}
        for one in told["articles"]
    ]
    return {**told, "articles": kept}


def digest_of(content: dict[str, Any]) -> str:
    """SHA-256 over what was frozen, as hexadecimal."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _told(pick: BulletinArticle) -> dict[str, Any]:
    article = pick.article
    assert article.shown is not None
    assert article.published_at is not None
    without_places = "".join(part.html for part in parts_of(article.shown.body, ()))
    return {
        "slug": article.slug,
        "on": f"{clock.local(article.published_at):%d/%m/%Y}",
        "title": article.shown.title,
        "summary": article.shown.summary,
        "words": words_of(without_places).splitlines(),
    }
