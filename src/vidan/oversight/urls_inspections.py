"""Addresses of inspections and supervisions."""

from django.urls import URLPattern, path

from vidan.oversight.views import inspection_moves as moves
from vidan.oversight.views import inspection_public as public
from vidan.oversight.views import inspection_recommendations as recommendations
from vidan.oversight.views import inspection_visit as visit
from vidan.oversight.views import inspections

DESK = "ban-lam-viec/kiem-tra-giam-sat/"
ONE = f"{DESK}<slug:code>/"

inspection_urls: list[URLPattern] = [
    path("giam-sat/", public.index, name="results"),
    path("giam-sat/<slug:code>/", public.page, name="result"),
    path("giam-sat/<slug:code>/ket-luan.<slug:form>", public.paper, name="result_paper"),
    path(DESK, inspections.listed, name="inspections"),
    path(f"{DESK}de-xuat/<slug:sort>/", inspections.new, name="inspection_new"),
    path(ONE, inspections.page, name="inspection"),
    path(f"{ONE}doan/", inspections.delegation, name="delegation"),
    path(f"{ONE}doan/<int:pk>/bo/", inspections.drop_from_delegation, name="delegate_drop"),
    path(f"{ONE}buoc/<slug:slug>/", moves.take, name="inspection_move"),
    path(f"{ONE}van-ban/<slug:which>.<slug:form>", moves.paper, name="inspection_paper"),
    path(f"{ONE}tep/<slug:name>/", moves.file, name="inspection_file"),
    path(f"{ONE}bang-kiem/", visit.page, name="visit"),
    path(f"{ONE}bang-kiem/<slug:item>/", visit.item, name="visit_item"),
    path(f"{ONE}bang-kiem/<slug:item>/tep/", visit.evidence, name="evidence"),
    path(f"{ONE}kien-nghi/", recommendations.page, name="recommendations"),
    path(f"{ONE}kien-nghi/<int:number>/bo/", recommendations.drop, name="recommendation_drop"),
    path(f"{ONE}kien-nghi/<int:number>/<slug:slug>/", recommendations.take, name="recommendation_move"),
]
