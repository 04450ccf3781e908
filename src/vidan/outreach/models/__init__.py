"""What outreach keeps: procedures, and articles with their revisions."""

from vidan.outreach.models.article import Article, ArticleFilm, ArticlePaper, ArticlePicture, ArticleRevision
from vidan.outreach.models.procedure import FormFile, Procedure

__all__ = ["Article", "ArticleFilm", "ArticlePaper", "ArticlePicture", "ArticleRevision", "FormFile", "Procedure"]
