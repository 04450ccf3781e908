"""Addresses of what people are told: procedures, news and activities, for everybody and at the desk."""

from django.urls import URLPattern

from vidan.outreach.urls_news import news_urls

app_name = "outreach"

urlpatterns: list[URLPattern] = [
    *news_urls,
]
