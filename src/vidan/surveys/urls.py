"""Addresses of surveys."""

from django.urls import URLPattern, path

from vidan.surveys.views import answer, contacts, device_app, devices, frame, invitations, invited, paper, rounds

app_name = "surveys"

ROUNDS = "ban-lam-viec/khao-sat/"
ROUND = f"{ROUNDS}<slug:code>/"

_rounds = [
    path(ROUNDS, rounds.listed, name="rounds"),
    path(f"{ROUNDS}lap/", rounds.new, name="round_new"),
    path(ROUND, rounds.page, name="round"),
    path(f"{ROUND}sua/", rounds.heading, name="round_change"),
    path(f"{ROUND}bo/", rounds.dropped, name="round_drop"),
    path(f"{ROUND}mo/", rounds.opened, name="round_open"),
    path(f"{ROUND}dong/", rounds.closed, name="round_close"),
    path(f"{ROUND}khung-mau/", frame.frame, name="frame"),
    path(f"{ROUND}khung-mau/them/", frame.add, name="frame_add"),
    path(f"{ROUND}khung-mau/tu-bang-tinh/", frame.bring, name="frame_rows"),
    path(f"{ROUND}khung-mau/bang.xlsx", frame.as_sheet, name="frame_sheet"),
    path(f"{ROUND}nguoi-khong-tra-loi/", contacts.contacts, name="contacts"),
    path(f"{ROUND}giay-moi/", invitations.invitations, name="invitations"),
]

_answering = [
    path("khao-sat/giay-moi/", invited.invited, name="invited"),
    path("khao-sat/<slug:code>/tai/<slug:counter>/", answer.answer, name="answer"),
    path("khao-sat/<slug:code>/cam-on/", answer.thanks, name="thanks"),
]

APP = "khao-sat/may/"

_devices_and_paper = [
    path(APP, device_app.page, name="device"),
    path(f"{APP}sw.js", device_app.keeper, name="device_keeper"),
    path(f"{APP}phieu/", device_app.form, name="device_form"),
    path(f"{APP}gui/", device_app.send, name="device_send"),
    path(f"{ROUND}may/", devices.listed, name="devices"),
    path(f"{ROUND}may/chuan-bi/", devices.prepare, name="device_prepare"),
    path(f"{ROUND}may/<int:pk>/thoi/", devices.end, name="device_end"),
    path(f"{ROUND}giay/", paper.listed, name="papers"),
    path(f"{ROUND}giay/nhap/", paper.key, name="paper_key"),
    path(f"{ROUND}giay/<int:number>/", paper.decide, name="paper_decide"),
    path(f"{ROUND}giay/<int:number>/bo/", paper.drop, name="paper_drop"),
]

urlpatterns: list[URLPattern] = [*_rounds, *_answering, *_devices_and_paper]
