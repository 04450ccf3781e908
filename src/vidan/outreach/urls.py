"""Addresses of what people are told: procedures, news and activities, for everybody and at the desk."""

from django.urls import URLPattern, path

from vidan.outreach.views import activities, activities_log, activities_paste, activities_plan, activities_told, posters

app_name = "outreach"

_DESK = "ban-lam-viec/tuyen-truyen/"
_POSTERS = "ban-lam-viec/ap-phich/"

_activities: list[URLPattern] = [
    path("tuyen-truyen/", activities_told.page, name="told_activities"),
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
    path(f"{_DESK}<slug:code>/tep/<slug:name>/bo/", activities_log.drop, name="activity_drop_file"),
    path(_POSTERS, posters.listed, name="posters"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/", posters.page, name="poster"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/xem.png", posters.picture, name="poster_picture"),
    path(f"{_POSTERS}<slug:sort>/<slug:key>/<slug:size>.pdf", posters.as_pdf, name="poster_file"),
]

urlpatterns: list[URLPattern] = [*_activities]
