"""Addresses of surveys."""

from django.urls import URLPattern, path

from vidan.surveys.views import open_data, result_desk, results

app_name = "surveys"

RESULT = "ban-lam-viec/khao-sat/<slug:code>/ket-qua/"
TEXTS = "ban-lam-viec/khao-sat/<slug:code>/loi-nguoi-dan/"

_results = [
    path("khao-sat/", results.index, name="index"),
    path("khao-sat/ket-qua/<slug:code>/", results.result, name="result"),
    path("khao-sat/ket-qua/<slug:code>.<slug:form>", open_data.data, name="result_data"),
    path("ban-lam-viec/ket-qua-khao-sat/", result_desk.listed, name="results"),
    path(RESULT, result_desk.page, name="result_desk"),
    path(f"{RESULT}cong-bo/", result_desk.publish, name="result_publish"),
    path(TEXTS, result_desk.texts, name="texts"),
    path(f"{TEXTS}tiep/", result_desk.text, name="text_next"),
    path(f"{TEXTS}<slug:key>/", result_desk.text, name="text"),
]
"""They stand before `khao-sat/<code>/`, which would take `ket-qua` for a round."""

urlpatterns: list[URLPattern] = [*_results]
