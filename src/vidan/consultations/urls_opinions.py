"""Addresses of opinions on drafts: giving, reading, coming back, and the desk's."""

from django.urls import URLPattern, path

from vidan.consultations.views import (
    custody,
    entering,
    give,
    give_send,
    mine,
    moderating,
    opinion_doors,
    opinions,
    personal,
    signing,
)

PUBLIC = "gop-y-du-thao/<slug:code>/"
OPINIONS = "ban-lam-viec/phan-bien/<slug:code>/y-kien/"
ONE = f"{OPINIONS}<slug:opinion>/"
DATA = "ban-lam-viec/du-lieu-nguoi-gop-y/"
DOOR = "ban-lam-viec/giu-khoa/y-kien/<slug:code>/"
"""Below the custodian's table, where the secret of a sitting travels (foundation/vault/cookie.py)."""

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
    path("tra-cuu/gop-y/du-lieu/", personal.my_data, name="my_data"),
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
    path(f"{ONE}nho-nguoi-giu-khoa/", custody.ask_name, name="ask_name"),
    path(DOOR, custody.door, name="custody_opinion"),
    path(f"{DOOR}de-nghi/<int:pk>/", custody.answer, name="custody_answer"),
    path(DATA, personal.data_requests, name="data_requests"),
    path(f"{DATA}<slug:request_code>/", personal.data_request, name="data_request"),
    path(f"{DATA}<slug:request_code>/bao-nhan/", personal.data_told, name="data_told"),
    path(f"{DATA}<slug:request_code>/gia-han/", personal.data_extend, name="data_extend"),
]
