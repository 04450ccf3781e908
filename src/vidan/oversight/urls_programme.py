"""Addresses of programme, plan, duties, guidance and duty reports."""

from django.urls import URLPattern

programme_urls: list[URLPattern] = []
