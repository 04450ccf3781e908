"""Addresses of drafts under criticism: everybody's pages, and the desk."""

from django.urls import URLPattern, path

from vidan.consultations.views import annex, answers, drafts, matrix, moves, papers, points

app_name = "consultations"

DESK = "ban-lam-viec/phan-bien/"
DRAFT = f"{DESK}<slug:code>/"

POINTS, ANSWERS = f"{DRAFT}diem/", f"{DRAFT}tra-loi/"
PUBLIC_DRAFT = "gop-y-du-thao/<slug:code>/"

_points = [
    path(POINTS, points.gather, name="points"),
    path(f"{POINTS}gom/", points.put, name="put"),
    path(f"{POINTS}moi/", points.add, name="point_add"),
    path(f"{POINTS}<int:pk>/", points.change, name="point"),
    path(f"{POINTS}<int:pk>/dua-ra/", points.out, name="point_out"),
    path(f"{POINTS}<int:pk>/thu-tu/", points.place, name="point_place"),
    path(f"{POINTS}<int:pk>/gop/", points.join, name="point_join"),
    path(f"{POINTS}<int:pk>/bo/", points.remove, name="point_remove"),
    path(f"{DRAFT}van-ban/<slug:which>.<slug:form>", papers.at_desk, name="paper"),
    path(ANSWERS, answers.listed, name="answers"),
    path(f"{ANSWERS}van-ban/", answers.paper, name="answer_paper"),
    path(f"{ANSWERS}van-ban/<int:pk>/", answers.scan, name="answer_scan"),
    path(f"{ANSWERS}bang/", annex.bring, name="annex"),
    path(f"{ANSWERS}bang.<slug:form>", annex.file, name="annex_file"),
    path(f"{ANSWERS}<int:number>/", answers.one, name="answer"),
    path(f"{PUBLIC_DRAFT}ket-qua/", matrix.page, name="matrix"),
    path(f"{PUBLIC_DRAFT}ket-qua.<slug:form>", matrix.data, name="matrix_data"),
    path(f"{PUBLIC_DRAFT}ket-qua/<slug:which>.<slug:form>", papers.in_public, name="public_paper"),
]

urlpatterns: list[URLPattern] = [
    path(DESK, drafts.listed, name="drafts"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}buoc/<slug:slug>/", moves.take, name="move"),
    *_points,
]
