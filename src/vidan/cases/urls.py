"""Addresses of cases: the public form and the return page, the desk of the Front, and the desk of the bodies that answer."""

from django.urls import path

from vidan.cases.moves import OF_BODIES, SLUGS
from vidan.cases.views import case, desk, downloads, enter, exports, handings, letter, mine, moves, send, sources

app_name = "cases"

DESK, FILE, SENT = "ban-lam-viec/", "ban-lam-viec/ho-so/<slug:code>/", "ban-lam-viec/chuyen-den/<slug:code>/"

urlpatterns = [
    path("gui-phan-anh/", letter.start, name="start"),
    path("q/<slug:counter>/", letter.start, name="counter"),
    path("gui-phan-anh/ban-dang-viet/", letter.resume, name="resume"),
    path("gui-phan-anh/xem-lai/", send.review, name="review"),
    path("gui-phan-anh/bien-nhan/", send.receipt, name="receipt"),
    path("gui-phan-anh/<slug:slug>/", letter.question, name="question"),
    path("tra-cuu/", mine.lookup, name="lookup"),
    path("tra-cuu/ho-so/", mine.mine, name="mine"),
    path("tra-cuu/ho-so/viet-thu/", mine.write, name="write"),
    path("tra-cuu/ho-so/rut/", mine.take_back, name="take_back"),
    path("tra-cuu/ho-so/danh-gia/", mine.give_rating, name="rate"),
    path("tra-cuu/ho-so/tach/<slug:code>/", mine.open_split, name="open_split"),
    path("tra-cuu/dong/", mine.leave, name="leave"),
    path(DESK, desk.today, name="today"),
    path(f"{DESK}bao/<int:pk>/", desk.notice, name="notice"),
    path(f"{DESK}ho-so/", desk.case_list, name="list"),
    path(f"{DESK}tim/", desk.list_search, name="search"),
    path(f"{DESK}nhap-y-kien/", enter.page, name="enter"),
    path(f"{DESK}so-dien-thoai/", sources.calls, name="calls"),
    path(f"{DESK}so-dien-thoai/<int:pk>/ket-thuc/", sources.call_end, name="call_end"),
    path(f"{DESK}hop-thu/", sources.boxes, name="boxes"),
    path(f"{DESK}hop-thu/<int:pk>/", sources.box, name="box"),
    path(f"{DESK}hop-thu/<int:pk>/khong-xu-ly/", sources.box_refuse, name="box_refuse"),
    path(f"{DESK}hop-thu/<int:pk>/bien-ban.<slug:form>", sources.box_minutes, name="box_minutes"),
    path(f"{DESK}chuyen-mat-tran/", handings.page, name="handings"),
    path(f"{DESK}xuat/", exports.export, name="export"),
    path(f"{DESK}xuat/<int:pk>/", exports.ready, name="export_ready"),
    path(f"{DESK}xuat/<int:pk>/tep/", exports.take, name="export_file"),
    path(FILE, case.case_page, name="case"),
    path(f"{FILE}ban-goc/", case.original, name="original"),
    path(f"{FILE}thu/", case.letter_out, name="letter_out"),
    path(f"{FILE}danh-tinh/", case.identity, name="identity"),
    path(f"{FILE}tep-goc/<slug:name>/", downloads.original_file, name="original_file"),
    path(f"{FILE}tep-sach/<slug:name>/", downloads.cleaned_file, name="cleaned_file"),
    path(f"{FILE}van-ban-den/<slug:name>/", downloads.scan, name="scan"),
    path(f"{FILE}van-ban/<int:pk>.<slug:form>", downloads.paper, name="paper"),
    path(SENT, case.transferred, name="transferred"),
    path(f"{SENT}danh-tinh/", case.identity_transferred, name="identity_transferred"),
    path(f"{SENT}tep/<slug:name>/", downloads.copied_file, name="copied_file"),
    path(f"{SENT}van-ban/<int:pk>.<slug:form>", downloads.paper_transferred, name="paper_transferred"),
    path(f"{DESK}nhap/<slug:code>/<slug:move>/", moves.keep, name="keep"),
    *(
        path(f"{SENT if move in OF_BODIES else FILE}{slug}/", moves.take, {"move": move}, name=move)
        for move, slug in SLUGS.items()
    ),
]
