"""Addresses of scorecards: the rubrics at the desk of the Front."""

from django.urls import path

from vidan.scorecards.views import rubric_items, rubric_rows, rubrics

app_name = "scorecards"

RUBRICS = "ban-lam-viec/bo-tieu-chi/"
RUBRIC = f"{RUBRICS}<int:pk>/"

urlpatterns = [
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
    path(f"{RUBRIC}khac-ban/<int:number>/", rubrics.differences, name="rubric_differences"),
    path(f"{RUBRIC}ban-moi/", rubrics.next_version, name="rubric_next"),
    path(f"{RUBRIC}cong-bo/", rubrics.published, name="rubric_publish"),
    path(f"{RUBRIC}bo/", rubrics.dropped, name="rubric_drop"),
]
