"""Addresses of the bulletin: everybody's pages, and the desk where it is made."""

from django.urls import path

from vidan.outreach.views import bulletins, bulletins_desk

PUBLIC = "tin-tuc/ban-tin/"
DESK = "ban-lam-viec/ban-tin/"
ONE = "<int:year>-<int:number>"

bulletin_urls = [
    path(PUBLIC, bulletins.index, name="bulletins"),
    path(f"{PUBLIC}da-gui/", bulletins.asked, name="bulletin_asked"),
    path(f"{PUBLIC}xac-nhan/<slug:token>/", bulletins.confirm_address, name="bulletin_confirm"),
    path(f"{PUBLIC}thoi-nhan/<slug:token>/", bulletins.leave_list, name="bulletin_leave"),
    path(f"{PUBLIC}{ONE}/", bulletins.page, name="bulletin"),
    path(f"{PUBLIC}{ONE}.pdf", bulletins.paper, name="bulletin_paper"),
    path(DESK, bulletins_desk.listed, name="bulletins_desk"),
    path(f"{DESK}soan/", bulletins_desk.new, name="bulletin_new"),
    path(f"{DESK}{ONE}/", bulletins_desk.page, name="bulletin_desk"),
    path(f"{DESK}{ONE}/sua/", bulletins_desk.write, name="bulletin_write"),
    path(f"{DESK}{ONE}/thu/", bulletins_desk.as_mail, name="bulletin_as_mail"),
    path(f"{DESK}{ONE}/to-in.pdf", bulletins_desk.as_paper, name="bulletin_as_paper"),
    path(f"{DESK}{ONE}/buoc/<slug:slug>/", bulletins_desk.take, name="bulletin_step"),
]
