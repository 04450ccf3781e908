"""Addresses of opinions on drafts: giving, reading, coming back, and the desk's."""

from django.urls import URLPattern, path

from vidan.consultations.views import give, give_send, mine, opinions

PUBLIC = "gop-y-du-thao/<slug:code>/"

opinion_urls: list[URLPattern] = [
    path(f"{PUBLIC}gop-y/", give.say, name="give"),
    path(f"{PUBLIC}gop-y/ten/", give.who, name="give_who"),
    path(f"{PUBLIC}gop-y/xem-lai/", give_send.review, name="give_review"),
    path(f"{PUBLIC}gop-y/bien-nhan/", give_send.receipt, name="give_receipt"),
    path(f"{PUBLIC}y-kien/", opinions.listed, name="opinions"),
    path(f"{PUBLIC}y-kien/<slug:opinion>/dong-tinh/", opinions.agree_with, name="agree"),
    path(f"{PUBLIC}y-kien/<slug:opinion>/tep/", opinions.signed_file, name="opinion_file"),
    path("tra-cuu/gop-y/", mine.mine, name="mine"),
    path("tra-cuu/gop-y/viet-thu/", mine.write, name="mine_write"),
]
