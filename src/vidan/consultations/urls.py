"""Addresses of drafts under criticism: everybody's pages, and the desk."""

from django.urls import URLPattern, path

from vidan.consultations.views import checks, drafts, hearings, moves

app_name = "consultations"

DESK = "ban-lam-viec/phan-bien/"
DRAFT = f"{DESK}<slug:code>/"

HEARINGS = f"{DRAFT}hoi-nghi/"
HEARING = f"{HEARINGS}<int:pk>/"

_hearings = [
    path(HEARINGS, hearings.listed, name="hearings"),
    path(f"{HEARINGS}moi/<slug:kind>/", hearings.new, name="hearing_new"),
    path(HEARING, hearings.page, name="hearing"),
    path(f"{HEARING}van-ban/<int:paper>.<slug:form>", hearings.paper, name="hearing_paper"),
    path(f"{HEARING}tep/<slug:name>/", hearings.scan, name="hearing_scan"),
    path(f"{HEARING}<slug:slug>/", hearings.take, name="hearing_act"),
    path(f"{HEARING}<slug:slug>/<slug:item>/", hearings.take, name="hearing_item"),
]

_ending = [
    path(f"{DRAFT}doi-chieu/", checks.listed, name="checks"),
    path(f"{DRAFT}doi-chieu/<int:number>/", checks.check, name="check"),
]

urlpatterns: list[URLPattern] = [
    path(DESK, drafts.listed, name="drafts"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}buoc/<slug:slug>/", moves.take, name="move"),
    *_hearings,
    *_ending,
]
