"""Addresses of surveys."""

from django.urls import path

from vidan.surveys.views import device_app, devices

app_name = "surveys"

APP = "khao-sat/may/"
ROUND = "ban-lam-viec/khao-sat/<slug:code>/"

urlpatterns = [
    path(APP, device_app.page, name="device"),
    path(f"{APP}sw.js", device_app.keeper, name="device_keeper"),
    path(f"{APP}phieu/", device_app.form, name="device_form"),
    path(f"{APP}gui/", device_app.send, name="device_send"),
    path(f"{ROUND}may/", devices.listed, name="devices"),
    path(f"{ROUND}may/chuan-bi/", devices.prepare, name="device_prepare"),
    path(f"{ROUND}may/<int:pk>/thoi/", devices.end, name="device_end"),
]
