"""Addresses of drafts under criticism: everybody's pages, and the desk."""

from django.urls import URLPattern, path

from vidan.consultations.urls_opinions import opinion_urls
from vidan.consultations.views import compare, drafts, moves, places, public, register, text

app_name = "consultations"

DESK = "ban-lam-viec/phan-bien/"
DRAFT = f"{DESK}<slug:code>/"

PUBLIC = "gop-y-du-thao/"
SHOWN = f"{PUBLIC}<slug:code>/"

_taking_in = [
    path(f"{DESK}tiep-nhan/", register.new, name="register"),
    path(f"{DRAFT}tai-lieu/", register.papers, name="papers"),
    path(f"{DRAFT}tai-lieu/<slug:name>/", register.paper, name="paper"),
    path(f"{DRAFT}tai-lieu/<slug:name>/bo/", register.drop, name="drop_paper"),
    path(f"{DRAFT}loi/", text.listed, name="text"),
    path(f"{DRAFT}loi/dua-vao/", text.bring, name="text_bring"),
    path(f"{DRAFT}loi/them/", text.add, name="text_add"),
    path(f"{DRAFT}loi/chot/", text.fix, name="text_fix"),
    path(f"{DRAFT}loi/manh/<slug:key>/", text.piece, name="text_piece"),
    path(f"{DRAFT}loi/manh/<slug:key>/sap-lai/", text.rearrange, name="text_rearrange"),
]

_everybody = [
    path(PUBLIC, public.index, name="index"),
    path(SHOWN, public.shown, name="shown"),
    path(f"{SHOWN}manh/<slug:key>/", public.piece, name="piece"),
    path(f"{SHOWN}tai-lieu/<slug:name>/", public.paper, name="shown_paper"),
    path(f"{SHOWN}ban-du-thao/<int:number>/", public.text_file, name="text_file"),
]

_versions = [
    path(f"{DRAFT}cho-y-kien/", places.listed, name="places"),
    path(f"{DRAFT}cho-y-kien/lam-tiep/", places.go_on, name="places_go_on"),
    path(f"{DRAFT}cho-y-kien/<slug:opinion>/", places.one, name="place"),
    path(f"{DRAFT}cho-y-kien/<slug:opinion>/xong/", places.settle, name="place_settle"),
    path(f"{DRAFT}so-sanh/<int:old>/<int:new>/", compare.at_desk, name="compare"),
    path(f"{SHOWN}so-sanh/<int:old>/<int:new>/", compare.shown, name="shown_compare"),
]

urlpatterns: list[URLPattern] = [
    *opinion_urls,
    *_versions,
    *_everybody,
    *_taking_in,
    path(DESK, drafts.listed, name="drafts"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}buoc/<slug:slug>/", moves.take, name="move"),
]
