"""Addresses of programme, plan and duties, and of inspections and supervisions."""

from django.urls import URLPattern

from vidan.oversight.urls_inspections import inspection_urls
from vidan.oversight.urls_programme import programme_urls

app_name = "oversight"

urlpatterns: list[URLPattern] = [*programme_urls, *inspection_urls]
