"""A step that database, disk or key file does not take leaves nothing half-written, and gives back what was typed."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from PIL import Image
from pytest_django import Settings
from tests.public import Visitor

from vidan.cases.models import CaseFile
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake import drafts
from vidan.foundation.receipts.models import Receipt
from vidan.foundation.vault.keyfile import KeyRing, make_keys

pytestmark = pytest.mark.django_db

STORY = "Người trực quầy nói trống không với tôi, tôi đã chờ từ sáng mà không ai trả lời cho biết vì sao phải chờ."


def patient() -> Visitor:
    visitor = Visitor()
    visitor.client = Client(raise_request_exception=False)
    return visitor


@pytest.mark.parametrize(
    "why",
    [OperationalError("database or disk is full"), OperationalError("locked"), OSError(28, "No space left on device")],
)
def test_what_was_typed_comes_back_with_a_plain_sentence(why: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = patient()
    visitor.answer("loai", kind="feedback")
    visitor.answer("noi", unit="mot-cua-a-an-phu", happened_on="12/03/2018", procedure="khai sinh")
    visitor.answer("dieu-gi", conduct=["attitude"])

    def full(_writing: drafts.Writing) -> None:
        raise why

    monkeypatch.setattr(drafts, "save", full)
    answer = visitor.client.post("/gui-phan-anh/ke/", {"story": STORY}, headers={"Origin": "http://testserver"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "chưa lưu được" in page
    assert STORY in page
    assert 'action="/gui-phan-anh/ke/"' in page
    assert "no-store" in answer["Cache-Control"]
    monkeypatch.undo()
    again = visitor.client.post("/gui-phan-anh/ke/", {"story": STORY})
    assert again.status_code == 302


def test_a_fault_of_another_kind_is_no_promise_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_writing: drafts.Writing) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr(drafts, "save", wrong)
    answer = patient().client.post("/gui-phan-anh/", {"kind": "feedback"}, headers={"Origin": "http://testserver"})
    assert answer.status_code == 500


def test_a_password_is_never_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise OperationalError("locked")

    monkeypatch.setattr("allauth.account.views.LoginView.post", locked)
    answer = patient().client.post(
        "/ban-lam-viec/dang-nhap/login/",
        {"login": "a@front.example", "password": "rat bi mat"},
        headers={"Origin": "http://testserver"},
    )
    assert answer.status_code == 503
    assert "rat bi mat" not in answer.content.decode()


def test_nothing_of_a_letter_stands_when_the_key_file_is_gone_and_all_of_it_when_it_is_back(
    settings: Settings, tmp_path: Path
) -> None:
    make_keys(tmp_path / "keys.json")
    settings.KEYS = KeyRing(tmp_path / "keys.json")
    visitor = patient()
    visitor.write()
    (tmp_path / "keys.json").rename(tmp_path / "away")
    answer = visitor.client.post("/gui-phan-anh/xem-lai/", headers={"Origin": "http://testserver"})
    assert answer.status_code == 503
    assert not CaseFile.objects.exists()
    assert not Receipt.objects.exists()
    (tmp_path / "away").rename(tmp_path / "keys.json")
    visitor.send()
    assert CaseFile.objects.count() == Receipt.objects.count() == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a disk that is really full needs the right to mount a tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_file_that_finds_no_room_leaves_no_half_of_itself_and_the_letter_is_kept(
    small_disk: Path, settings: Settings
) -> None:
    settings.FILES_FOLDER = small_disk
    visitor = patient()
    visitor.answer("loai", kind="feedback")
    visitor.answer("noi", unit="mot-cua-a-an-phu", happened_on="12/03/2018", procedure="khai sinh")
    visitor.answer("dieu-gi", conduct=["attitude"])
    out = BytesIO()
    Image.effect_noise((1200, 1200), 80).convert("RGB").save(out, "JPEG", quality=95)
    upload = SimpleUploadedFile("a.jpg", out.getvalue(), "image/jpeg")
    assert upload.size is not None
    assert upload.size > 600_000
    answer = visitor.client.post(
        "/gui-phan-anh/ke/", {"story": STORY, "uploads": upload}, headers={"Origin": "http://testserver"}
    )
    assert answer.status_code == 503
    assert STORY in answer.content.decode()
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []
    assert not StoredFile.objects.exists()
