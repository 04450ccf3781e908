"""The server's key turns while everything stays readable; the older one goes only when nothing lies under it."""

import os
import re
import shutil
import time
from base64 import urlsafe_b64decode
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as real
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult
from PIL import Image
from pytest_django import Settings
from tests.cases.made import actor
from tests.domain.questionnaire.test_answers import FULL
from tests.outreach.bulletins_made import READER, subscribed
from tests.surveys.device_made import sealed_row
from tests.surveys.made import DAY, open_round

from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.files.frames import file_key_number
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import place_of_copy, place_of_original, place_of_rendition
from vidan.foundation.files.renditions import Rendition, rendered
from vidan.foundation.files.services import cleaned_bytes, destroy, keep_file, original_bytes, original_label
from vidan.foundation.intake import kept
from vidan.foundation.jobs.models import Progress
from vidan.foundation.journal.models import Entry
from vidan.foundation.sheets import exports
from vidan.foundation.sheets.models import Export
from vidan.foundation.vault.keyfile import KeyRing, KeysGone, add_key, make_keys, read_keys
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.seal import key_number, open_sealed
from vidan.foundation.vault.services import open_text, seal_text
from vidan.outreach.subscriber_marks import opened
from vidan.site.keeping.rotation import NotRetired, progress_name, reseal_for, retire, rotate, waiting
from vidan.site.sample.people import address
from vidan.surveys.kinds import Way
from vidan.surveys.models import Reply, ReplyText, SurveyRound
from vidan.surveys.services.accept import accept_sealed
from vidan.surveys.services.key_paper import PaperEntry, key_paper
from vidan.surveys.services.move import move_replies, text_sealed_as

pytestmark = pytest.mark.django_db

SOURCE = Path(__file__).parents[3] / "src"


@pytest.fixture(autouse=True)
def key_file(settings: Settings, tmp_path: Path) -> Path:
    """A key file of this test's own, with the keys that the cast was made under."""
    place = tmp_path / "keys.json"
    shutil.copy(real.KEY_FILE, place)
    settings.KEY_FILE, settings.KEYS = place, KeyRing(place)
    return place


def photo() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (40, 30), "#888").save(out, "JPEG")
    return SimpleUploadedFile("tên người.jpg", out.getvalue(), "image/jpeg")


def one_of_each() -> tuple[SealedText, StoredFile, Export]:
    text = seal_text(kind="case.story", text="chuyện", subject="PA-1")
    file = keep_file(subject="PA-1", upload=photo(), position=1)
    cleaned_bytes(file)
    rendered(file, Rendition.ROW)
    kept.keep(user_id=1, place="PA-1 answer", typed={"text": "đang viết"})
    export = Export.objects.create(user=User.objects.all()[0], what="cases", total=1, asked_at=clock.now())
    exports.store(export, b"sheet", "a.xlsx")
    return text, file, export


def old_enough(place: Path) -> float:
    return place.stat().st_mtime + 601


def test_everything_is_sealed_anew_and_opens_as_before(key_file: Path) -> None:
    text, file, export = one_of_each()
    second = Authenticator.objects.filter(user__email=address("can-bo-quan"), type="totp").get()
    secret_before = second.data["secret"]
    assert rotate() == 2
    assert set(waiting()) == {"texts", "names of files", "texts being written", "files", "spreadsheets", "second steps"}
    assert not reseal_for(60)
    assert waiting() == {}
    assert key_number(bytes(SealedText.objects.get(pk=text.pk).body)) == 2
    assert file_key_number(place_of_original(file.name)) == file_key_number(place_of_copy(file.name)) == 2
    assert file_key_number(place_of_rendition(file.name, Rendition.ROW)) == 2
    assert retire(now=old_enough(key_file)) == [1]
    assert list(read_keys(key_file).server) == [2]
    file.refresh_from_db()
    assert open_text(SealedText.objects.get(pk=text.pk)) == "chuyện"
    assert original_label(file) == "tên người.jpg"
    assert original_bytes(file).startswith(b"\xff\xd8")
    assert cleaned_bytes(file)[1] == "jpg"
    assert kept.kept(user_id=1, place="PA-1 answer") == {"text": "đang viết"}
    assert exports.content_of(export) == b"sheet"
    second.refresh_from_db()
    assert second.data["secret"] != secret_before
    assert [e.facts for e in Entry.objects.filter(subject="server-key")] == [{"number": 2}, {"number": 1}]


def test_what_a_survey_keeps_sealed_is_sealed_anew_and_opens_as_before() -> None:
    round_ = open_round()
    told = FULL | {"why": ["x"], "word": "chờ lâu"}
    body = sealed_row(round_, round_.strata.all()[0], "a" * 32, answers=told)["body"]
    keyed = {"came": "1"}
    entry = PaperEntry(round_.strata.all()[0].pk, DAY, keyed)
    paper = key_paper(round_=round_, number=7, entry=entry, actor=actor("can-bo-quan"))
    key_paper(round_=round_, number=7, entry=replace(entry, keyed={"came": "2"}), actor=actor("dieu-tra"))
    raw = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    accept_sealed(round_=round_, body=raw, token="a" * 32, way=Way.KIOSK, stratum=entry.stratum)
    rotate()
    names = {"replies that wait", "keys of rounds", "papers keyed first", "papers keyed second"}
    assert names <= set(waiting())
    while reseal_for(60):
        pass
    assert waiting() == {}
    paper.refresh_from_db()
    assert PaperEntry.opened(paper.second or b"", paper).keyed == {"came": "2"}
    SurveyRound.objects.update(state="closed")
    move_replies()
    assert [reply.way for reply in Reply.objects.all()] == [Way.KIOSK]
    rotate()
    assert set(waiting()) >= {"words of replies"}
    while reseal_for(60):
        pass
    text = ReplyText.objects.get()
    assert open_sealed(bytes(text.body), text_sealed_as(text.key)).decode() == "chờ lâu"


def test_the_address_of_a_reader_of_the_bulletin_is_sealed_anew_and_opens_as_before() -> None:
    row, token = subscribed()
    rotate()
    assert "addresses for the bulletin" in waiting()
    while reseal_for(60):
        pass
    row.refresh_from_db()
    assert key_number(bytes(row.body)) == 2
    assert opened(row) == (READER, token)


def test_what_was_cut_off_goes_on_where_it_was() -> None:
    for number in range(250):
        seal_text(kind="case.story", text=f"chuyện {number}", subject="PA-1")
    rotate()
    assert reseal_for(0)
    half = Progress.objects.get(name=progress_name(2))
    assert 0 < half.done < half.total
    while reseal_for(0):
        pass
    assert waiting() == {}
    whole = Progress.objects.get(name=progress_name(2))
    assert whole.finished
    assert whole.total == half.total


def test_an_older_key_stays_while_anything_lies_under_it(key_file: Path) -> None:
    seal_text(kind="case.story", text="chuyện", subject="PA-1")
    rotate()
    with pytest.raises(NotRetired, match="1 texts"):
        retire(now=old_enough(key_file))
    assert sorted(read_keys(key_file).server) == [1, 2]


def test_an_older_key_stays_for_ten_minutes_for_what_was_being_written(key_file: Path) -> None:
    rotate()
    reseal_for(60)
    with pytest.raises(NotRetired, match="seconds old"):
        retire(now=key_file.stat().st_mtime + 30)


def test_a_text_that_does_not_open_keeps_the_older_key_and_stops_no_other(key_file: Path) -> None:
    broken = seal_text(kind="case.story", text="hỏng", subject="PA-1")
    SealedText.objects.filter(pk=broken.pk).update(body=bytes(broken.body)[:-1] + b"?")
    seal_text(kind="case.story", text="chuyện", subject="PA-2")
    rotate()
    assert reseal_for(60)
    assert not reseal_for(60), "nothing goes forward any more, so the job does not begin again"
    assert waiting() == {"texts": 1}
    with pytest.raises(NotRetired):
        retire(now=old_enough(key_file))


def test_what_is_destroyed_meanwhile_does_not_come_back() -> None:
    _text, file, _export = one_of_each()
    rotate()
    StoredFile.objects.filter(pk=file.pk).update(is_destroyed=True)
    reseal_for(60)
    assert file_key_number(place_of_original(file.name)) == 1, "it is not touched any more"
    StoredFile.objects.filter(pk=file.pk).update(is_destroyed=False)
    destroy(subject="PA-1")


def test_a_running_process_seals_under_the_new_key_at_its_next_text(key_file: Path) -> None:
    add_key(key_file)
    assert key_number(bytes(seal_text(kind="k", text="t", subject="s").body)) == 2


def test_without_the_key_file_a_process_opens_but_seals_nothing(key_file: Path) -> None:
    before = seal_text(kind="k", text="t", subject="s")
    key_file.rename(key_file.with_name("away"))
    assert open_text(before) == "t"
    with pytest.raises(KeysGone):
        seal_text(kind="k", text="t", subject="s")
    key_file.with_name("away").rename(key_file)
    assert open_text(seal_text(kind="k", text="t", subject="s")) == "t"


def test_a_key_file_of_another_installation_seals_nothing(key_file: Path, tmp_path: Path) -> None:
    make_keys(tmp_path / "other.json")
    (tmp_path / "other.json").replace(key_file)
    with pytest.raises(KeysGone, match="another installation"):
        seal_text(kind="k", text="t", subject="s")


def test_the_command_turns_the_key_once_and_says_how_far_it_is(key_file: Path) -> None:
    seal_text(kind="k", text="t", subject="s")
    out = StringIO()
    call_command("rotate_key", stdout=out)
    assert "Key 2 seals from now on" in out.getvalue()
    assert DBTaskResult.objects.filter(task_path__endswith="tasks.reseal").count() == 1
    with pytest.raises(CommandError, match="1 texts"):
        call_command("rotate_key")
    with pytest.raises(CommandError, match="Nothing was dropped"):
        call_command("rotate_key", "--retire")
    assert key_file.stat().st_mode & 0o777 == 0o600
    reseal_for(60)
    os.utime(key_file, (time.time() - 700, time.time() - 700))
    call_command("rotate_key", "--retire", stdout=out)
    assert "Dropped: key 1." in out.getvalue()


@pytest.mark.once
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can turn the key of another user's service")
def test_the_key_file_stays_with_the_user_of_the_service(key_file: Path) -> None:
    os.chown(key_file, 65534, 65534)
    add_key(key_file)
    told = key_file.stat()
    assert (told.st_uid, told.st_gid, told.st_mode & 0o777) == (65534, 65534, 0o600)


@pytest.mark.once
def test_every_module_that_seals_is_known_to_the_rotation() -> None:
    """A new place of seals must be sealed anew too: add it to PLACES, then here."""
    known = {
        "consultations/migrations/0003_seal_why_hidden.py",  # makes texts of the vault
        "foundation/vault/seal.py",
        "foundation/vault/services.py",
        "foundation/vault/reseal.py",
        "foundation/files/services.py",
        "foundation/files/reseal.py",
        "foundation/files/frames.py",
        "foundation/files/renditions.py",
        "foundation/intake/kept.py",
        "foundation/sheets/exports.py",
        "outreach/subscriber_marks.py",
        "site/second_step.py",
        "surveys/device_seal.py",
        "surveys/services/accept.py",
        "surveys/services/key_paper.py",
        "surveys/services/move.py",
    }
    seals = re.compile(r"vault\.seal import [^\n]*\bseal\b|\bwrite_sealed\b|KEYS\.newest")
    found = {
        str(path.relative_to(SOURCE / "vidan"))
        for path in SOURCE.rglob("*.py")
        if path.name != "rotation.py" and seals.search(path.read_text(encoding="utf-8"))
    }
    assert found == known
