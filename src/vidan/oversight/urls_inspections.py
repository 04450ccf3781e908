"""Addresses of inspections and supervisions."""

from django.urls import URLPattern

inspection_urls: list[URLPattern] = []
