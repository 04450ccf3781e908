"""What outreach keeps: procedures, articles with their revisions and old pages, bulletins and who gets them, activities."""

from vidan.outreach.models.activity import Activity, ActivityFile, PlanLine
from vidan.outreach.models.article import Article, ArticleFilm, ArticlePaper, ArticlePicture, ArticleRevision
from vidan.outreach.models.bulletin import Bulletin, BulletinArticle, Mailing, Subscriber
from vidan.outreach.models.old_page import OldArchive, OldPage
from vidan.outreach.models.procedure import FormFile, Procedure

__all__ = [
    "Activity",
    "ActivityFile",
    "Article",
    "ArticleFilm",
    "ArticlePaper",
    "ArticlePicture",
    "ArticleRevision",
    "Bulletin",
    "BulletinArticle",
    "FormFile",
    "Mailing",
    "OldArchive",
    "OldPage",
    "PlanLine",
    "Procedure",
    "Subscriber",
]
