"""Addresses of surveys."""

from django.urls import URLPattern, path

from vidan.surveys.views import official_public, official_steps, officials

app_name = "surveys"

OFFICIALS = "ban-lam-viec/khao-sat-chinh-thuc/"
OFFICIAL = f"{OFFICIALS}<slug:code>/"

OFFICIAL_SURVEYS: list[URLPattern] = [
    path("khao-sat/chinh-thuc/", official_public.listed, name="official_public"),
    path("khao-sat/chinh-thuc/<slug:code>/", official_public.page, name="official_shown"),
    path("khao-sat/chinh-thuc/<slug:code>/ket-qua/", official_public.result, name="official_shown_file"),
    path(OFFICIALS, officials.listed, name="officials"),
    path(f"{OFFICIALS}danh-sach.xlsx", officials.as_sheet, name="officials_sheet"),
    path(f"{OFFICIALS}moi/", officials.new, name="official_new"),
    path(OFFICIAL, officials.page, name="official"),
    path(f"{OFFICIAL}sua/", officials.change, name="official_change"),
    path(f"{OFFICIAL}dieu/<slug:item>/", official_steps.judge, name="official_item"),
    path(f"{OFFICIAL}cong-bo/", official_steps.publication, name="official_publication"),
    path(f"{OFFICIAL}chua-cong-bo/", official_steps.unpublish, name="official_unpublish"),
    path(f"{OFFICIAL}cong-van/", official_steps.letter, name="official_letter"),
    path(f"{OFFICIAL}cong-van/bo/", official_steps.drop, name="official_drop_letter"),
    path(f"{OFFICIAL}cong-van/duyet/", official_steps.approve, name="official_approve"),
    path(f"{OFFICIAL}cong-van/<int:pk>.<slug:form>", officials.paper, name="official_paper"),
    path(f"{OFFICIAL}tra-loi/", official_steps.answer, name="official_answer"),
    path(f"{OFFICIAL}cong-khai/", official_steps.show, name="official_show"),
    path(f"{OFFICIAL}ket-thuc/", official_steps.close, name="official_close"),
    path(f"{OFFICIAL}mo-lai/", official_steps.reopen, name="official_reopen"),
    path(f"{OFFICIAL}tep/<slug:name>/", officials.file, name="official_file"),
]
"""They stand before `khao-sat/<code>/`, which would take `chinh-thuc` for a round."""

urlpatterns: list[URLPattern] = [*OFFICIAL_SURVEYS]
