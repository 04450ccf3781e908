"""What outreach keeps."""

from vidan.outreach.models.article import Article, ArticleFilm, ArticlePaper, ArticlePicture, ArticleRevision

__all__ = ["Article", "ArticleFilm", "ArticlePaper", "ArticlePicture", "ArticleRevision"]
