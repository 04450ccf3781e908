"""Addresses of scorecards: the desk of who scores, is asked and is scored, and the published index."""

from django.urls import path

from vidan.scorecards.views import cards, items, moves, open_data, public

app_name = "scorecards"

CARDS = "ban-lam-viec/cham-diem/"
CARD = f"{CARDS}phieu/<slug:code>/"

urlpatterns = [
    path("chi-so/", public.years, name="index"),
    path("chi-so/<int:year>/", public.year, name="year"),
    path("chi-so/<int:year>.<slug:form>", open_data.year, name="year_data"),
    path("chi-so/phieu/<slug:code>/", public.sheet, name="published"),
    path("chi-so/phieu/<slug:code>.<slug:form>", open_data.sheet, name="published_data"),
    path("chi-so/phieu/<slug:code>/<str:item>/", public.point, name="point"),
    path(CARDS, cards.listed, name="cards"),
    path(f"{CARDS}mo/", cards.opened, name="open"),
    path(CARD, cards.card, name="card"),
    path(f"{CARD}thay-doi/<int:version>/", cards.changes, name="changes"),
    path(f"{CARD}cong-van.<slug:form>", cards.paper, name="paper"),
    path(f"{CARD}van-ban-den/<slug:name>/", cards.scan, name="scan"),
    path(f"{CARD}muc/<str:item>/", items.item, name="item"),
    path(f"{CARD}muc/<str:item>/gop-y/", items.opinion, name="opinion"),
    path(f"{CARD}<slug:slug>/", moves.take, name="move"),
]
