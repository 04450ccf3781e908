"""Unique strings are planted wherever a teller, an officer or a file may say something secret; then every place where they
must not be is searched for them."""

import base64
import io
import logging
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image
from pytest_django import Settings
from tests.cases.made import actor, found
from tests.public import Visitor

from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.services.answer import answer
from vidan.cases.services.classify import classify
from vidan.cases.services.inform import inform
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.prepare import check, prepare, send_back
from vidan.cases.services.transfer import submit, transfer
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import files_of
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import rendered
from vidan.foundation.receipts.code import mark_of

pytestmark = pytest.mark.django_db

SECRET = {
    name: f"canary{name}zq"
    for name in (
        "story",
        "wish",
        "procedure",
        "name",
        "phone",
        "address",
        "filename",
        "exif",
        "letter",
        "later",
        "note",
        "reason",
        "draft",
    )
}
"""What must be sealed wherever it lies, and seen only by those whom the teller let in."""

ANSWER, OUT = "canaryanswerzq", "canaryoutzq"
"""The body's answer and the Front's letter: sealed too, but read by both sides."""

ALL = [*SECRET.values(), ANSWER, OUT]


def photo() -> bytes:
    picture = Image.new("RGB", (40, 30), "#888")
    exif = Image.Exif()
    exif[0x010E] = SECRET["exif"]
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def carried(mode: TellerMode) -> tuple[CaseFile, Visitor]:
    """A case with a canary in every field, sent by a browser and carried to the answer."""
    visitor = Visitor()
    visitor.answer("loai", kind="feedback")
    visitor.answer("noi", unit="mot-cua-a-an-phu", happened_on="12/03/2018", procedure=SECRET["procedure"])
    visitor.answer("dieu-gi", conduct=["attitude"])
    upload = SimpleUploadedFile(f"{SECRET['filename']}.jpg", photo(), "image/jpeg")
    visitor.answer("ke", story=f"Chuyện là {SECRET['story']} như vậy.", uploads=[upload])
    visitor.answer("mong", wish=SECRET["wish"])
    visitor.answer("ten", mode=mode)
    if mode != TellerMode.ANONYMOUS:
        visitor.answer(
            "lien-he", teller_type="person", name=SECRET["name"], phone=SECRET["phone"], address=SECRET["address"]
        )
    code = visitor.send()
    case = CaseFile.objects.get()
    officer, second, head = actor("can-bo-quan"), actor("can-bo-quan-2"), actor("lanh-dao")
    classify(code=case.code, found=found(), actor=officer)
    files = files_of(case.code)
    prepare(code=case.code, text="Bản một.", files=files, actor=officer)
    send_back(code=case.code, note=SECRET["note"], actor=second)
    prepare(code=case.code, text="Người trực nói trống không.", files=files, actor=officer)
    check(code=case.code, actor=second)
    submit(code=case.code, actor=second)
    transfer(code=case.code, actor=head)
    visitor.open(code)
    visitor.client.post("/tra-cuu/ho-so/viet-thu/", {"text": SECRET["letter"]})
    visitor.client.post(
        "/tra-cuu/ho-so/viet-thu/", {"uploads": SimpleUploadedFile(f"{SECRET['later']}.jpg", photo(), "image/jpeg")}
    )
    if mode == TellerMode.NAMED:
        open_identity(code=case.code, reason=f"vì {SECRET['reason']}", actor=officer)
    answer(code=case.code, role=TransferRole.SETTLE, text=ANSWER, actor=actor("chu-tich-ubnd"))
    inform(code=case.code, text=OUT, actor=officer)
    begun = Visitor()
    begun.answer("loai", kind="feedback")
    begun.answer("noi", unit="unknown", procedure=SECRET["draft"])
    return case, visitor


def unfolded(data: bytes) -> bytes:
    """The bytes with what their packaging hides: parts of Office files, streams of PDF."""
    told = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            told += [package.read(name) for name in package.namelist()]
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as paper:
            told += [bytes(o.read_bytes()) for o in paper.objects if isinstance(o, pikepdf.Stream)]
    return b"\n".join(told)


def seen(data: bytes, words: list[str] | None = None) -> list[str]:
    plain = unfolded(data)
    return [word for word in words or ALL if word.encode() in plain or base64.b64encode(word.encode())[2:-4] in plain]


def rows_of_every_table() -> Iterator[tuple[str, bytes]]:
    """Every value of every table as bytes; this is also what a backup holds."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    yield table, bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


@pytest.mark.parametrize("mode", list(TellerMode))
def test_no_table_no_backup_no_job_row_and_no_session_holds_a_word_of_it(mode: TellerMode) -> None:
    carried(mode)
    assert [(table, seen(value)) for table, value in rows_of_every_table() if seen(value)] == []
    assert [s for s in Session.objects.all() if seen(str(s.get_decoded()).encode())] == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_no_file_on_disk_holds_a_word_of_it(mode: TellerMode, settings: Settings, tmp_path: Path) -> None:
    case, _visitor = carried(mode)
    for paper in Paper.objects.filter(subject=case.code):
        for form in ("pdf", "docx"):
            assert seen(rendered(paper, form)) == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if seen(path.read_bytes())] == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_no_log_and_no_mail_tells_a_word_of_it(mode: TellerMode, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        carried(mode)
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert seen(logged.encode()) == []
    assert seen("\n".join(f"{m.subject} {m.body}" for m in mail.outbox).encode()) == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_the_body_that_answers_and_the_public_never_read_it(
    mode: TellerMode, signed_in: Callable[[str], Client]
) -> None:
    case, _visitor = carried(mode)
    file = StoredFile.objects.filter(subject=case.code).first()
    paper = Paper.objects.filter(subject=case.code).first()
    assert file is not None
    assert paper is not None
    sent = f"/ban-lam-viec/chuyen-den/{case.code}/"
    places = [
        "/ban-lam-viec/",
        sent,
        f"{sent}tep/{file.name}/",
        f"{sent}van-ban/{paper.pk}.docx",
        f"{sent}van-ban/{paper.pk}.pdf",
    ]
    for local in ("can-bo-ubnd", "chu-tich-ubnd", "theo-doi"):
        client = signed_in(local)
        for place in places:
            assert seen(client.get(place).content, list(SECRET.values())) == [], (local, place)
    public = [
        "/",
        "/so-lieu/",
        "/so-lieu/2018.csv",
        "/so-lieu/2018.json",
        "/minh-bach/",
        "/minh-bach/con-dau.json",
        "/lien-he/",
    ]
    for place in public:
        assert seen(Client().get(place).content) == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_lists_search_and_export_of_the_front_tell_no_word_of_it(
    mode: TellerMode, signed_in: Callable[[str], Client]
) -> None:
    carried(mode)
    client = signed_in("can-bo-quan")
    for page in (
        client.get("/ban-lam-viec/"),
        client.get("/ban-lam-viec/ho-so/"),
        client.post("/ban-lam-viec/xuat/"),
    ):
        assert seen(page.content) == []
    for word in SECRET.values():
        assert "PA-2018" not in client.post("/ban-lam-viec/tim/", {"words": word}).content.decode()


def test_in_confidence_the_page_of_the_case_tells_nothing_and_a_third_officer_reads_nothing(
    signed_in: Callable[[str], Client],
) -> None:
    case, _visitor = carried(TellerMode.CONFIDENTIAL)
    for local in ("can-bo-quan", "lanh-dao"):
        assert seen(signed_in(local).get(f"/ban-lam-viec/ho-so/{case.code}/").content, list(SECRET.values())) == []
    assert signed_in("lanh-dao").post(f"/ban-lam-viec/ho-so/{case.code}/ban-goc/").status_code == 404


def test_a_name_given_in_confidence_is_sealed_to_the_front_and_no_page_opens_it(
    signed_in: Callable[[str], Client],
) -> None:
    case, _visitor = carried(TellerMode.CONFIDENTIAL)
    assert case.identity is not None
    assert case.identity.under == "front"
    page = signed_in("can-bo-quan").post(
        f"/ban-lam-viec/ho-so/{case.code}/danh-tinh/", {"reason": "cần hỏi lại cho rõ"}
    )
    assert seen(page.content) == []


def test_a_receipt_code_lies_in_no_table_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        _case, visitor = carried(TellerMode.ANONYMOUS)
    code = visitor.code
    assert len(code) == 16
    stored = [value for _table, value in rows_of_every_table()]
    assert mark_of(code).encode() in stored
    assert not any(code.encode() in value for value in stored)
    assert code not in "\n".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )


def test_the_search_for_canaries_would_find_one() -> None:
    """A test that cannot fail proves nothing: planted in the open, a canary is found in each kind of packaging."""
    word = SECRET["story"]
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("word/document.xml", f"<w:t>{word}</w:t>")
    assert seen(package.getvalue()) == [word]
    assert seen(f"…{word}…".encode()) == [word]
    assert seen(zlib.compress(word.encode())) == []
