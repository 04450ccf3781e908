"""Addresses of drafts under criticism: everybody's pages, and the desk."""

from django.urls import URLPattern, path

from vidan.consultations.urls_opinions import opinion_urls
from vidan.consultations.views import (
    annex,
    answers,
    checks,
    compare,
    drafts,
    hearings,
    matrix,
    moves,
    papers,
    places,
    points,
    public,
    register,
    text,
    text_repair,
)

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
    path(f"{DRAFT}doi-chieu/loi-ban-hanh/", checks.final, name="final_text"),
    path(f"{DRAFT}doi-chieu/<int:number>/", checks.check, name="check"),
]

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
    path(f"{DRAFT}loi/sua-loi-nhan-dang/", text_repair.repair, name="text_repair"),
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

POINTS, ANSWERS = f"{DRAFT}diem/", f"{DRAFT}tra-loi/"

_points = [
    path(POINTS, points.gather, name="points"),
    path(f"{POINTS}gom/", points.put, name="put"),
    path(f"{POINTS}moi/", points.add, name="point_add"),
    path(f"{POINTS}<int:pk>/", points.change, name="point"),
    path(f"{POINTS}<int:pk>/dua-ra/", points.out, name="point_out"),
    path(f"{POINTS}<int:pk>/thu-tu/", points.place, name="point_place"),
    path(f"{POINTS}<int:pk>/gop/", points.join, name="point_join"),
    path(f"{POINTS}<int:pk>/bo/", points.remove, name="point_remove"),
    path(f"{DRAFT}van-ban/<slug:which>.<slug:form>", papers.at_desk, name="document"),
    path(ANSWERS, answers.listed, name="answers"),
    path(f"{ANSWERS}van-ban/", answers.paper, name="answer_paper"),
    path(f"{ANSWERS}van-ban/<int:pk>/", answers.scan, name="answer_scan"),
    path(f"{ANSWERS}bang/", annex.bring, name="annex"),
    path(f"{ANSWERS}bang.<slug:form>", annex.file, name="annex_file"),
    path(f"{ANSWERS}<int:number>/", answers.one, name="answer"),
    path(f"{SHOWN}ket-qua/", matrix.page, name="matrix"),
    path(f"{SHOWN}ket-qua.<slug:form>", matrix.data, name="matrix_data"),
    path(f"{SHOWN}ket-qua/<slug:which>.<slug:form>", papers.in_public, name="public_paper"),
]

urlpatterns: list[URLPattern] = [
    *_versions,
    *_everybody,
    *_taking_in,
    *opinion_urls,
    path(DESK, drafts.listed, name="drafts"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}buoc/<slug:slug>/", moves.take, name="move"),
    *_hearings,
    *_points,
    *_ending,
]
