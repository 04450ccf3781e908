"""Addresses of news: everybody's pages, and the desk where articles are written."""

from django.urls import path

from vidan.outreach.views import articles, articles_repair, articles_steps, articles_write, news, news_feed, old_pages

PUBLIC = "tin-tuc/"
SHOWN = f"{PUBLIC}<slug:slug>/"
DESK = "ban-lam-viec/tin-bai/"
ARTICLE = f"{DESK}<slug:code>/"
OLD = f"{DESK}trang-cu/"

news_urls = [
    path(PUBLIC, news.index, name="news"),
    path(f"{PUBLIC}atom.xml", news_feed.feed, name="news_feed"),
    path(f"{PUBLIC}phim/", news.all_films, name="news_films"),
    path(f"{PUBLIC}<int:year>/<int:month>/<int:day>/", news.of_one_day, name="news_day"),
    path(SHOWN, news.article, name="news_article"),
    path(f"{SHOWN}<slug:kind>/<slug:name>/", news.file, name="news_file"),
    path(DESK, articles.listed, name="articles"),
    path(f"{DESK}viet/", articles_write.new, name="article_new"),
    path(f"{DESK}tu-word/", articles_write.from_word, name="article_from_word"),
    path(OLD, old_pages.listed, name="old_pages"),
    path(f"{OLD}dua-vao/", old_pages.bring_in, name="old_pages_bring"),
    path(f"{OLD}buoc/", old_pages.step_many, name="old_pages_step"),
    path(f"{OLD}kho/<slug:key>/", old_pages.archive, name="old_archive"),
    path(ARTICLE, articles.page, name="article"),
    path(f"{ARTICLE}sua/", articles_write.write, name="article_write"),
    path(f"{ARTICLE}sua-loi-nhan-dang/", articles_repair.repair, name="article_repair"),
    path(f"{ARTICLE}dinh-chinh/", articles_write.correct, name="article_correct"),
    path(f"{ARTICLE}xem-truoc/", articles.preview, name="article_preview"),
    path(f"{ARTICLE}so-sanh/<int:old>/<int:new>/", articles.compare, name="article_compare"),
    path(f"{ARTICLE}buoc/<slug:slug>/", articles_steps.take, name="article_step"),
    path(f"{ARTICLE}kem/", articles_steps.parts, name="article_parts"),
    path(f"{ARTICLE}kem/<slug:kind>/", articles_steps.parts, name="article_add"),
    path(f"{ARTICLE}kem/<slug:kind>/<int:pk>/bo/", articles_steps.drop, name="article_drop"),
    path(f"{ARTICLE}tep/<slug:kind>/<slug:name>/", news.file_at_desk, name="article_file"),
]
