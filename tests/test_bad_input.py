"""Hostile and broken input: never a fault of ours, always a sentence, nothing half-written, what was typed is kept."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cases.made import made
from tests.public import Visitor, code_on

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.models import Draft
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.models import Letter, Receipt
from vidan.foundation.vault.models import SealedText

pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]

BIG = "a" * (10 * 1024 * 1024)
HOSTILE = [
    pytest.param("\0", id="NUL"),
    pytest.param("tôi\0kể", id="NUL inside"),
    pytest.param("\ud800 một nửa", id="lone surrogate"),
    pytest.param("To\u0302i ke\u0302\u0309 chuye\u0323\u0302n", id="NFD"),
    pytest.param("\u202egnol\u202c \u200b\ufeff", id="direction marks"),
    pytest.param("a" * 300_000, id="300 thousand letters"),
    pytest.param("[" * 20_000, id="deep brackets"),
    pytest.param('{"a":' * 20_000 + "1" + "}" * 20_000, id="deep JSON"),
    pytest.param("../../etc/passwd", id="path"),
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("' OR 1=1 --", id="quote"),
    pytest.param("{{ 7*7 }}{% raise %}", id="template"),
    pytest.param("=cmd|' /C calc'!A0", id="formula"),
    pytest.param("9" * 400, id="digits"),
    pytest.param("-1", id="negative"),
    pytest.param("31/02/2018", id="no such day"),
    pytest.param("01/01/99999", id="far year"),
    pytest.param("🙂" * 500, id="outside the plane"),
    pytest.param("   \n\t ", id="blank"),
]
STEPS: dict[str, dict[str, Any]] = {
    "loai": {"kind": "feedback"},
    "noi": {"unit": "mot-cua-a-an-phu", "happened_on": "12/03/2018", "procedure": "khai sinh"},
    "dieu-gi": {"conduct": ["attitude"]},
    "ke": {"story": "Chuyện là vậy."},
    "mong": {"wish": "Mong được xin lỗi."},
    "ten": {"mode": "named"},
    "lien-he": {
        "teller_type": "person",
        "name": "Người Gửi",
        "organisation": "",
        "phone": "0",
        "email": "",
        "address": "",
    },
}
ENTERED = (
    "draft",
    "source",
    "received_on",
    "kind",
    "unit",
    "happened_on",
    "conduct",
    "story",
    "mode",
    "name",
    "people",
)
FIELDS = [(slug, field) for slug, fields in STEPS.items() for field in fields]


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (CaseFile, Receipt, Entry, SealedText, StoredFile, Letter))


def fed(text: str) -> str:
    """A browser sends replaced letters for a lone surrogate; a program sends its bytes, as here."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if "\ud800" in text else text


def at(slug: str) -> Visitor:
    visitor = Visitor()
    for before, typed in STEPS.items():
        if before == slug:
            break
        visitor.answer(before, **typed)
    return visitor


@pytest.mark.smoke
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(("slug", "field"), FIELDS)
def test_each_field_of_the_form_takes_or_refuses_what_comes(slug: str, field: str, text: str) -> None:
    visitor = at(slug)
    before = everything()
    place = "/gui-phan-anh/" if slug == "loai" else f"/gui-phan-anh/{slug}/"
    answer = visitor.client.post(place, STEPS[slug] | {field: fed(text)})
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        assert 'role="alert"' in answer.content.decode()
    assert everything() == before
    review = visitor.client.get("/gui-phan-anh/xem-lai/", follow=True)
    assert review.status_code == (410 if slug == "loai" and answer.status_code == 422 else 200)


@pytest.mark.parametrize(
    "place",
    ["/gui-phan-anh/", "/gui-phan-anh/ke/", "/tra-cuu/", "/gui-phan-anh/ban-dang-viet/", "/gui-phan-anh/xem-lai/"],
)
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "application/json"),
        (b'--x\r\nContent-Disposition: form-data; name="story"\r\n\r\ncut off', "multipart/form-data; boundary=x"),
        (b"no boundary at all", "multipart/form-data"),
        (b"\xff\xfe\x00%%%", "application/x-www-form-urlencoded"),
        (b"a=1&" * 5_000, "application/x-www-form-urlencoded"),
        (BIG.encode(), "application/x-www-form-urlencoded"),
        (b"story=" + BIG.encode(), "application/x-www-form-urlencoded"),
        (b"", "text/plain"),
        (b"\x00" * 1000, "multipart/form-data; boundary=\x00"),
    ],
)
def test_a_post_that_is_no_form_is_answered_with_a_sentence(place: str, content: bytes, kind: str) -> None:
    visitor = at("ke")
    before = everything()
    answer = visitor.client.generic("POST", place, content, content_type=kind)
    assert answer.status_code < 500
    assert "<h1" in answer.content.decode() or answer.status_code == 302
    assert everything() == before


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * (300 * 1024 * 1024))
    return out.getvalue()


FILES = {
    "svg": ("hinh.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "html": ("anh.jpg", b"<html><script>alert(1)</script></html>"),
    "zip bomb": ("don.docx", zip_bomb()),
    "old word": ("don.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000),
    "empty": ("rong.pdf", b""),
    "cut picture": ("anh.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 40),
    "program": ("anh.png", b"MZ" + b"\0" * 4000),
    "cut paper": ("don.pdf", b"%PDF-1.7 and nothing more"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_taken_is_told_and_the_story_stays(name: str) -> None:
    visitor = at("ke")
    filename, content = FILES[name]
    upload = SimpleUploadedFile(filename, content)
    answer = visitor.client.post("/gui-phan-anh/ke/", {"story": "Chuyện vẫn còn đây.", "uploads": upload})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert "Chuyện vẫn còn đây." in page
    assert not StoredFile.objects.exists()
    assert "Chuyện vẫn còn đây." in visitor.client.get("/gui-phan-anh/ke/").content.decode()


def test_a_path_in_a_file_name_leads_nowhere() -> None:
    visitor = at("ke")
    picture = b"\x89PNG\r\n\x1a\n" + bytes.fromhex(
        "0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    upload = SimpleUploadedFile("x.png", picture)
    upload.name = "../../../etc/x.png"
    answer = visitor.client.post("/gui-phan-anh/ke/", {"story": "Kể.", "uploads": upload})
    assert answer.status_code in (302, 422)
    assert all(set(file.name) <= set("abcdefghijklmnopqrstuvwxyz234567") for file in StoredFile.objects.all())


def test_a_story_that_is_too_long_is_kept_and_told_how_long_it_may_be() -> None:
    visitor = at("ke")
    answer = visitor.client.post("/gui-phan-anh/ke/", {"story": "dài " * 6_000})
    assert answer.status_code == 422
    assert "dài dài dài" in answer.content.decode()
    assert "20000" in answer.content.decode().replace(".", "").replace(",", "")


@pytest.mark.smoke
def test_a_double_click_on_send_makes_one_case_and_shows_one_receipt() -> None:
    visitor = Visitor()
    visitor.write()
    for _click in range(2):
        assert visitor.client.post("/gui-phan-anh/xem-lai/").status_code == 302
    first, second = (code_on(visitor.client.get("/gui-phan-anh/bien-nhan/")) for _look in range(2))
    assert first == second
    assert CaseFile.objects.count() == Receipt.objects.count() == 1


def test_nothing_is_sent_before_every_question_is_answered() -> None:
    visitor = at("mong")
    answer = visitor.client.post("/gui-phan-anh/xem-lai/")
    assert answer.status_code == 302
    assert answer["Location"] == "/gui-phan-anh/mong/"
    assert not CaseFile.objects.exists()


def test_what_was_typed_is_gone_from_the_server_once_it_was_sent() -> None:
    visitor = Visitor()
    visitor.write()
    kept = bytes(Draft.objects.get().body)
    visitor.send()
    assert len(bytes(Draft.objects.get().body)) < len(kept)
    visitor.client.post("/gui-phan-anh/bien-nhan/", {"noted": "1"})
    assert not Draft.objects.exists()
    assert visitor.client.get("/gui-phan-anh/bien-nhan/").status_code == 410


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=60))
def test_no_code_that_anybody_types_breaks_the_return_page(typed: str) -> None:
    answer = Client().post("/tra-cuu/", {"code": typed.encode("utf-8", "replace").decode()})
    assert answer.status_code == 422


@pytest.mark.parametrize("text", HOSTILE)
def test_a_letter_with_anything_in_it_is_taken_or_told(text: str) -> None:
    visitor = Visitor()
    visitor.write()
    visitor.open(visitor.send())
    answer = visitor.client.post("/tra-cuu/ho-so/viet-thu/", {"text": fed(text)})
    assert answer.status_code in (302, 422)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_form_of_the_desk_takes_or_refuses_what_comes(text: str, signed_in: Any) -> None:
    case = made(State.CLASSIFIED)
    client = signed_in("can-bo-quan")
    place = f"/ban-lam-viec/ho-so/{case.code}"
    for answer in (
        client.post(f"{place}/ban-chuyen/", {"text": fed(text), "version": case.version}),
        client.post(
            f"{place}/phan-loai/", {"gist": fed(text), "kind": fed(text), "unit": fed(text), "version": fed(text)}
        ),
        client.post(f"{place}/thu/", {"text": fed(text)}),
        client.post("/ban-lam-viec/tim/", {"words": fed(text)}),
        client.post("/ban-lam-viec/nhap-y-kien/", dict.fromkeys(ENTERED, fed(text)[:100_000])),
        client.post("/ban-lam-viec/so-dien-thoai/", {"gist": fed(text), "phone": fed(text), "ended": fed(text)}),
        client.post("/ban-lam-viec/hop-thu/", dict.fromkeys(("box", "day", "hour", "witnesses", "letters"), fed(text))),
        client.get(
            "/ban-lam-viec/ho-so/", {"sau": fed(text)[:2000], "nam": fed(text)[:2000], "don-vi": fed(text)[:2000]}
        ),
        client.get("/ban-lam-viec/thong-ke/", {"tu": fed(text)[:2000], "den": fed(text)[:2000]}),
        client.get(
            "/ban-lam-viec/ho-so/",
            dict.fromkeys(("dieu", "quay", "con-no", "ky", "tu", "den", "phu-trach"), fed(text)[:2000]),
        ),
        client.post(
            "/ban-lam-viec/co-the-trung/",
            dict.fromkeys(("unit", "happened_on", "received_on", "conduct", "gist"), fed(text)),
        ),
        client.post("/ban-lam-viec/danh-sach/", {"name": fed(text), "shared": fed(text)}),
        client.post("/ban-lam-viec/giao/", {"case": [fed(text)], "officer": fed(text)}),
        client.get("/ban-lam-viec/", {"sau": fed(text)[:2000], "loc": fed(text)[:2000]}),
    ):
        assert answer.status_code in (200, 302, 422)
