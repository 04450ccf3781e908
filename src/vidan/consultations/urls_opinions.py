"""Addresses of opinions on drafts: giving, reading, coming back, and the desk's."""

from django.urls import URLPattern, path

from vidan.consultations.views import (
    entering,
    give,
    give_send,
    mine,
    moderating,
    opinion_doors,
    opinions,
    signing,
)

PUBLIC = "gop-y-du-thao/<slug:code>/"
OPINIONS = "ban-lam-viec/phan-bien/<slug:code>/y-kien/"
ONE = f"{OPINIONS}<slug:opinion>/"

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
    path(OPINIONS, moderating.listed, name="opinions_desk"),
    path(f"{OPINIONS}cua-to-chuc/", signing.page, name="sign"),
    path(f"{OPINIONS}ghi/", entering.page, name="enter"),
    path(f"{OPINIONS}dan/", entering.paste, name="enter_list"),
    path(f"{OPINIONS}bang-mau.xlsx", entering.template, name="enter_template"),
    path(ONE, moderating.one, name="opinion"),
    path(f"{ONE}ban-goc/", moderating.opened, name="opinion_open"),
    path(f"{ONE}dua-ra/", moderating.shown, name="opinion_show"),
    path(f"{ONE}khong-dua-ra/", moderating.hidden, name="opinion_hide"),
    path(f"{ONE}di-cung/", moderating.along, name="opinion_along"),
    path(f"{ONE}viet-thu/", moderating.letter_out, name="opinion_letter"),
    path(f"{ONE}ten/", opinion_doors.identity, name="opinion_identity"),
    path(f"{ONE}tep/", opinion_doors.original_file, name="opinion_original"),
]
