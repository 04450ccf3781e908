"""Addresses of reports: what was sent, for everybody; the desk's drafts, the Fronts below, templates, the year on one page."""

from django.urls import path

from vidan.reports.views import deciding, files, listed, outlines, public, reading, units, writing, year

app_name = "reports"

REPORTS = "ban-lam-viec/bao-cao/"
REPORT = f"{REPORTS}<slug:code>/"
OUTLINE = f"{REPORTS}mau/<slug:kind>/"

urlpatterns = [
    path("bao-cao/", public.index, name="index"),
    path("bao-cao/<slug:code>/", public.one, name="published"),
    path("ban-lam-viec/nam/", year.page, name="year"),
    path(REPORTS, listed.page, name="list"),
    path(f"{REPORTS}mo/", listed.opened, name="open"),
    path(f"{REPORTS}cac-don-vi/", units.page, name="units"),
    path(f"{REPORTS}cac-don-vi/bang.xlsx", units.sheet, name="units_sheet"),
    path(f"{REPORTS}cac-don-vi/tong-hop/", units.roll_up, name="roll_up"),
    path(f"{REPORTS}mau/", outlines.listed, name="outlines"),
    path(OUTLINE, outlines.page, name="outline"),
    path(f"{OUTLINE}bang/<slug:table>/", outlines.table, name="outline_table"),
    path(f"{OUTLINE}<slug:section>/", outlines.section, name="outline_section"),
    path(REPORT, reading.page, name="report"),
    path(f"{REPORT}phan/<slug:section>/", writing.section, name="section"),
    path(f"{REPORT}phan/<slug:section>/gop-y/", writing.comment, name="comment"),
    path(f"{REPORT}gop-y/<int:pk>/xong/", writing.settled, name="comment_done"),
    path(f"{REPORT}ngay-chot/", writing.cut_off, name="cut_off"),
    path(f"{REPORT}dem-lai/", writing.recounted, name="recount"),
    path(f"{REPORT}tep/<slug:form>/", files.download, name="file"),
    path(f"{REPORT}<slug:slug>/", deciding.take, name="move"),
]
