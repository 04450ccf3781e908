"""Addresses of what people are told: procedures, news and activities, for everybody and at the desk."""

from django.urls import URLPattern

app_name = "outreach"

urlpatterns: list[URLPattern] = []
