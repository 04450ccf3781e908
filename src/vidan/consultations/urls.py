"""Addresses of drafts under criticism: everybody's pages, and the desk."""

from django.urls import URLPattern, path

from vidan.consultations.urls_opinions import opinion_urls
from vidan.consultations.views import drafts, moves

app_name = "consultations"

DESK = "ban-lam-viec/phan-bien/"
DRAFT = f"{DESK}<slug:code>/"

urlpatterns: list[URLPattern] = [
    *opinion_urls,
    path(DESK, drafts.listed, name="drafts"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}buoc/<slug:slug>/", moves.take, name="move"),
]
