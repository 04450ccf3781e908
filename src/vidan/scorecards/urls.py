"""Addresses of scorecards: the published index, the desk of who scores, is asked and is scored, and the rubrics."""

from django.urls import path

from vidan.scorecards.views import (
    cards,
    items,
    listed,
    moves,
    open_data,
    open_units,
    public,
    results,
    rubric_items,
    rubric_rows,
    rubrics,
    unit_items,
)

app_name = "scorecards"

CARDS = "ban-lam-viec/cham-diem/"
CARD = f"{CARDS}phieu/<slug:code>/"
RUBRICS = "ban-lam-viec/bo-tieu-chi/"
RUBRIC = f"{RUBRICS}<int:pk>/"

urlpatterns = [
    path("chi-so/", public.years, name="index"),
    path("chi-so/<int:year>/", public.year, name="year"),
    path("chi-so/<int:year>.<slug:form>", open_data.year, name="year_data"),
    path("chi-so/phieu/<slug:code>/", public.sheet, name="published"),
    path("chi-so/phieu/<slug:code>.<slug:form>", open_data.sheet, name="published_data"),
    path("chi-so/phieu/<slug:code>/<str:item>/", public.point, name="point"),
    path(CARDS, listed.listed, name="cards"),
    path(f"{CARDS}mo/", cards.opened, name="open"),
    path(f"{CARDS}mo-nhieu/", open_units.opened, name="open_units"),
    path(f"{CARDS}ket-qua/<int:pk>/<int:year>/", results.results, name="results"),
    path(f"{CARDS}ket-qua/<int:pk>/<int:year>/cong-bo/", results.publish, name="publish_results"),
    path(f"{CARDS}ket-qua/<int:pk>/<int:year>/bang-diem/", results.tie, name="tie"),
    path(CARD, cards.card, name="card"),
    path(f"{CARD}tai-lieu/<slug:name>/", unit_items.paper, name="evidence"),
    path(f"{CARD}muc/<str:item>/tai-lieu/", unit_items.add, name="evidence_add"),
    path(f"{CARD}muc/<str:item>/tai-lieu/<slug:name>/bo/", unit_items.drop, name="evidence_drop"),
    path(f"{CARD}muc/<str:item>/cau-hoi/", unit_items.ask, name="question"),
    path(f"{CARD}muc/<str:item>/giai-trinh/", unit_items.answer, name="answer"),
    path(f"{CARD}thay-doi/<int:version>/", cards.changes, name="changes"),
    path(f"{CARD}cong-van.<slug:form>", cards.paper, name="paper"),
    path(f"{CARD}van-ban-den/<slug:name>/", cards.scan, name="scan"),
    path(f"{CARD}muc/<str:item>/", items.item, name="item"),
    path(f"{CARD}muc/<str:item>/gop-y/", items.opinion, name="opinion"),
    path(f"{CARD}<slug:slug>/", moves.take, name="move"),
    path(RUBRICS, rubrics.listed, name="rubrics"),
    path(f"{RUBRICS}moi/", rubrics.new, name="rubric_new"),
    path(f"{RUBRICS}mau.xlsx", rubrics.template, name="rubric_template"),
    path(f"{RUBRICS}co-san/<slug:slug>/", rubrics.taken_over, name="rubric_take_over"),
    path(RUBRIC, rubrics.page, name="rubric"),
    path(f"{RUBRIC}bang.xlsx", rubrics.as_sheet, name="rubric_sheet"),
    path(f"{RUBRIC}ten/", rubrics.heading, name="rubric_heading"),
    path(f"{RUBRIC}tu-bang-tinh/", rubric_rows.bring, name="rubric_rows"),
    path(f"{RUBRIC}them-muc/", rubric_items.add, name="rubric_item_add"),
    path(f"{RUBRIC}muc/<str:item>/", rubric_items.change, name="rubric_item"),
    path(f"{RUBRIC}muc/<str:item>/bo/", rubric_items.remove, name="rubric_item_remove"),
    path(f"{RUBRIC}muc/<str:item>/nghi-van/", rubric_items.doubt, name="rubric_doubt"),
    path(f"{RUBRIC}muc/<str:item>/nghi-van/rut/", rubric_items.withdraw, name="rubric_doubt_withdraw"),
    path(f"{RUBRIC}khac-ban/<int:number>/", rubrics.differences, name="rubric_differences"),
    path(f"{RUBRIC}ban-moi/", rubrics.next_version, name="rubric_next"),
    path(f"{RUBRIC}cong-bo/", rubrics.published, name="rubric_publish"),
    path(f"{RUBRIC}bo/", rubrics.dropped, name="rubric_drop"),
]
