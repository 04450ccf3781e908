"""Addresses of what people are told: procedures, news and activities, for everybody and at the desk."""

from django.urls import URLPattern, path

from vidan.outreach.urls_news import news_urls
from vidan.outreach.views import procedures, procedures_desk, procedures_sheet

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

urlpatterns: list[URLPattern] = [*_procedures, *news_urls]
