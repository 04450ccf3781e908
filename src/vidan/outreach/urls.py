"""Addresses of what people are told: procedures, news and activities, for everybody and at the desk."""

from django.urls import URLPattern, path

from vidan.outreach.urls_bulletins import bulletin_urls
from vidan.outreach.urls_news import news_urls
from vidan.outreach.views import (
    activities,
    activities_log,
    activities_paste,
    activities_plan,
    activities_told,
    posters,
    procedures,
    procedures_desk,
    procedures_sheet,
)

app_name = "outreach"

PROCEDURES, PROCEDURES_DESK = "thu-tuc/", "ban-lam-viec/thu-tuc/"

_procedures = [
    path(PROCEDURES, procedures.index, name="procedures"),
    path(f"{PROCEDURES}<slug:code>/", procedures.page, name="procedure"),
    path(f"{PROCEDURES}<slug:code>/can-gi/", procedures.checklist, name="checklist"),
    path(f"{PROCEDURES}<slug:code>/mau/<int:number>/", procedures.form_file, name="form_file"),
    path(PROCEDURES_DESK, procedures_desk.listed, name="procedures_desk"),
    path(f"{PROCEDURES_DESK}moi/", procedures_desk.new, name="procedure_new"),
    path(f"{PROCEDURES_DESK}bang-tinh/", procedures_sheet.bring_in, name="procedures_bring"),
    path(f"{PROCEDURES_DESK}thu-tuc.xlsx", procedures_sheet.as_sheet, name="procedures_sheet"),
    path(f"{PROCEDURES_DESK}<int:pk>/", procedures_desk.page, name="procedure_desk"),
    path(f"{PROCEDURES_DESK}<int:pk>/sua/", procedures_desk.change, name="procedure_change"),
    path(f"{PROCEDURES_DESK}<int:pk>/cong-bo/", procedures_desk.show, name="procedure_show"),
    path(f"{PROCEDURES_DESK}<int:pk>/het-hieu-luc/", procedures_desk.finish, name="procedure_end"),
    path(f"{PROCEDURES_DESK}<int:pk>/rut/", procedures_desk.take_back, name="procedure_take_back"),
    path(f"{PROCEDURES_DESK}<int:pk>/mau/", procedures_desk.forms, name="procedure_forms"),
    path(f"{PROCEDURES_DESK}<int:pk>/mau/<int:number>/", procedures_desk.form_file, name="procedure_form"),
]

_DESK = "ban-lam-viec/tuyen-truyen/"
_POSTERS = "ban-lam-viec/ap-phich/"

_activities: list[URLPattern] = [
    path("tuyen-truyen/", activities_told.page, name="told_activities"),
    path("tuyen-truyen/<slug:code>/", activities_told.one, name="told_activity"),
    path("tuyen-truyen/<slug:code>/anh/<slug:name>/", activities_told.picture, name="told_picture"),
    path(_DESK, activities.listed, name="activities"),
    path(f"{_DESK}danh-sach.xlsx", activities.as_sheet, name="activities_sheet"),
    path(f"{_DESK}ghi/", activities_log.new, name="activity_new"),
    path(f"{_DESK}dan-tu-excel/", activities_paste.paste, name="activity_paste"),
    path(f"{_DESK}dan-tu-excel/mau.xlsx", activities_paste.template, name="activity_template"),
    path(f"{_DESK}ke-hoach/", activities_plan.page, name="activity_plan"),
    path(f"{_DESK}ke-hoach/ghi/", activities_plan.line, name="activity_plan_line"),
    path(f"{_DESK}<slug:code>/", activities.page, name="activity"),
    path(f"{_DESK}<slug:code>/sua/", activities_log.change, name="activity_change"),
    path(f"{_DESK}<slug:code>/khong-to-chuc/", activities_log.cancel, name="activity_cancel"),
    path(f"{_DESK}<slug:code>/ghi-nham/", activities_log.void, name="activity_void"),
    path(f"{_DESK}<slug:code>/tep/them/", activities_log.add, name="activity_add_file"),
    path(f"{_DESK}<slug:code>/tep/<slug:name>/", activities.file, name="activity_file"),
    path(f"{_DESK}<slug:code>/tep/<slug:name>/mo-ta/", activities_log.describe, name="activity_describe"),
    path(f"{_DESK}<slug:code>/tep/<slug:name>/bo/", activities_log.drop, name="activity_drop_file"),
    path(_POSTERS, posters.listed, name="posters"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/", posters.page, name="poster"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/xem.png", posters.picture, name="poster_picture"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/<slug:size>.pdf", posters.as_pdf, name="poster_file"),
]

urlpatterns: list[URLPattern] = [*_procedures, *_activities, *bulletin_urls, *news_urls]
