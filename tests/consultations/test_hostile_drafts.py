"""Hostile and broken input about drafts: never a fault of ours, nothing half-written."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.consultations.made import BODY, OFFICER, unit
from tests.consultations.text_made import brought, keys, registered
from tests.test_bad_input import BIG, HOSTILE

from vidan.consultations.models import Draft, DraftVersion, Piece

pytestmark = [pytest.mark.django_db, pytest.mark.fuzz]

DESK = "/ban-lam-viec/phan-bien/"
KEPT = {200, 302, 400, 404, 413, 422}


def post(client: Client, place: str, typed: dict[str, str]) -> Any:
    """Send a form byte by byte as it was typed, lone surrogates and all."""
    told = urlencode(typed, errors="surrogatepass")
    return client.post(place, told, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("hostile", [*HOSTILE, pytest.param(BIG, id="10 MB")])
@pytest.mark.parametrize(
    "field", ["title", "kind", "body", "drafter", "received_on", "submits_on", "summary", "officer"]
)
def test_whatever_is_typed_about_a_draft(field: str, hostile: str, signed_in: Callable[[str], Client]) -> None:
    typed = {"title": "Tên", "kind": "plan", "body": str(unit(BODY).pk), "received_on": "05/03/2018"} | {field: hostile}
    answer = post(signed_in(OFFICER), f"{DESK}tiep-nhan/", typed)
    assert answer.status_code in KEPT
    assert Draft.objects.count() == (answer.status_code == 302)


@pytest.mark.parametrize("hostile", [*HOSTILE, pytest.param(BIG, id="10 MB")])
@pytest.mark.parametrize("field", ["version", "level", "number", "heading", "text", "how"])
def test_whatever_is_typed_into_a_piece(field: str, hostile: str, signed_in: Callable[[str], Client]) -> None:
    draft = brought()
    place = f"{DESK}{draft.code}/loi/manh/{keys(draft)[4]}/"
    typed = {"version": str(draft.version), "level": "clause", "number": "1", "heading": "", "text": "Lời."}
    typed |= {field: hostile}
    client = signed_in(OFFICER)
    assert post(client, place, typed).status_code in KEPT
    assert post(client, f"{place}sap-lai/", typed).status_code in KEPT
    assert client.get(f"{DESK}{draft.code}/loi/").status_code == 200
    assert Piece.objects.count() == 9


@pytest.mark.parametrize("hostile", [*HOSTILE, pytest.param(BIG, id="10 MB")])
def test_whatever_is_pasted_as_a_text(hostile: str, signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    typed = {"version": str(draft.version), "text": hostile, "received_on": "05/03/2018", "note": ""}
    answer = post(signed_in(OFFICER), f"{DESK}{draft.code}/loi/dua-vao/", typed)
    assert answer.status_code in KEPT
    assert DraftVersion.objects.count() == (answer.status_code == 302)
    if answer.status_code == 302:
        assert "<script>alert" not in signed_in(OFFICER).get(f"{DESK}{draft.code}/loi/").content.decode()


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize(
    "place",
    ["/gop-y-du-thao/?sau=", DESK + "?sau=", DESK + "?o-buoc=", DESK + "DT-2018-0001/loi/them/?sau="],
)
def test_whatever_stands_in_the_address(place: str, hostile: str, signed_in: Callable[[str], Client]) -> None:
    brought()
    path, name = place.split("?")
    asked = urlencode({name[:-1]: hostile}, errors="surrogatepass")
    assert signed_in(OFFICER).get(f"{path}?{asked}").status_code == 200


def test_a_text_of_too_many_pieces_is_refused(signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    many = "\n".join("1. Lời" for _n in range(3100))
    sent = {"version": draft.version, "text": many, "received_on": "05/03/2018"}
    assert signed_in(OFFICER).post(f"{DESK}{draft.code}/loi/dua-vao/", sent).status_code == 422
    assert not DraftVersion.objects.exists()


def test_a_script_in_a_file_name_or_text_is_words_only(signed_in: Callable[[str], Client]) -> None:
    draft = registered()
    file = SimpleUploadedFile("<script>.docx", b"PK\x03\x04 not a package")
    sent = {"version": draft.version, "label": "<script>alert(1)</script>", "file": file}
    answer = signed_in(OFFICER).post(f"{DESK}{draft.code}/tai-lieu/", sent)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
