"""A backup made beside a running site sets a bare machine up again, and nothing else than a whole one does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from PIL import Image
from tests.machine import Machine

from vidan.foundation.vault.keyfile import make_keys

SECRET = "canarystoryzq"

FILL = f"""
import django, json; django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from vidan.foundation.vault.services import seal_text
from vidan.foundation.files.services import keep_file
from vidan.foundation.receipts.services import issue
from vidan.foundation.accounts.models import User
User.objects.create_user(email="a@front.example", name="A", password="mot cau de nho that dai")
seal_text(kind="case.story", text="{SECRET}", subject="PA-1")
keep_file(subject="PA-1", upload=SimpleUploadedFile("a.jpg", open("{{photo}}", "rb").read(), "image/jpeg"), position=1)
print(json.dumps(issue(subject="PA-1", secret=b"x" * 16)))
"""
READ = """
import django, json; django.setup()
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import open_text
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import original_bytes, original_label
from vidan.foundation.receipts.services import receipt_by_code
file = StoredFile.objects.get()
told = [open_text(SealedText.objects.get()), original_label(file), len(original_bytes(file))]
print(json.dumps([*told, receipt_by_code("%s").subject]))
"""

PLANNED = """
import django, json; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'units_unit'")
    print(json.dumps(cursor.fetchone()[0]))
"""
"""How many units PostgreSQL believes to hold; -1 before its table was ever looked at."""


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    """A machine with an installation, and a bare one."""
    both = Machine(tmp_path / "one", installed=True), Machine(tmp_path / "other")
    yield both
    for machine in both:
        machine.gone()


def printed_key(told: str) -> str:
    found = re.search(r"^    ((?:\w{4} ?){14})$", told, re.MULTILINE)
    assert found, told
    return found[1]


def filled(machine: Machine, tmp_path: Path) -> tuple[str, str]:
    """An installation with something of each kind; returns its recovery key and a receipt code."""
    Image.new("RGB", (40, 30), "#888").save(tmp_path / "a.jpg")
    code = machine.ask(FILL.replace("{photo}", str(tmp_path / "a.jpg")))
    assert isinstance(code, str)
    return printed_key(machine.vidan("recovery-key")), code


def test_a_bare_machine_is_set_up_from_the_backup_and_the_recovery_key_alone(
    machines: tuple[Machine, Machine], tmp_path: Path
) -> None:
    one, other = machines
    key, code = filled(one, tmp_path)
    before = one.ask(READ % code)
    copy = tmp_path / "copy.vidan"
    told = one.vidan("backup", str(copy))
    assert "1 stored files" in told
    assert copy.stat().st_mode & 0o777 == 0o600
    assert SECRET.encode() not in copy.read_bytes()
    assert "(the one of this installation)" in one.vidan("backup", str(copy), "--verify")
    assert "is sound: 4 parts" in one.vidan("backup", str(copy), "--verify", "--open", told=key)
    told = other.vidan("restore", str(copy), told=key.lower())
    assert "1 stored files" in told
    assert other.ask(READ % code) == before == [SECRET, "a.jpg", (tmp_path / "a.jpg").stat().st_size, "PA-1"]
    assert "FAIL" not in other.vidan("check")
    assert (other.folder / "keys.json").stat().st_mode & 0o777 == 0o600
    assert (other.folder / "recovery.pub").read_text() == (one.folder / "recovery.pub").read_text()
    assert list(tmp_path.rglob("*.part")) == []
    assert list(tmp_path.rglob("*.replaced*")) == []
    assert "not empty" in other.refused("restore", str(copy), told=key)
    # What came after the backup is gone when it takes the place of a living installation, on purpose.
    one.ask(
        "import django, json; django.setup(); from vidan.foundation.vault.services import seal_text as s\n"
        "s(kind='k', text='later', subject='PA-2'); print('{}')"
    )
    one.vidan("restore", str(copy), "--replace", told=key)
    assert one.ask(READ % code) == before


@pytest.mark.once
def test_what_is_not_whole_or_foreign_changes_nothing(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, other = machines
    key, _code = filled(one, tmp_path)
    copy = tmp_path / "copy.vidan"
    one.vidan("backup", str(copy))
    assert "never overwrites" in one.refused("backup", str(copy))
    foreign = printed_key(other.vidan("recovery-key"))
    assert "another recovery key" in other.refused("restore", str(copy), told=foreign)
    assert "no recovery key" in other.refused("restore", str(copy), told="abc")
    data = copy.read_bytes()
    for name, broken in {
        "cut": data[: len(data) // 2],
        "altered": data[:-400] + bytes([data[-400] ^ 1]) + data[-399:],
        "other": b"PK\x03\x04" + data,
    }.items():
        place = tmp_path / f"{name}.vidan"
        place.write_bytes(broken)
        assert "Nothing was restored" in other.refused("restore", str(place), told=key), name
        assert "not sound" in other.refused("backup", str(place), "--verify"), name
    assert not (other.folder / "files").exists()
    assert not (other.folder / "restore.unfinished").exists()
    assert "NOT the one" in other.vidan("backup", str(copy), "--verify")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no housekeeping of its own")
def test_a_restored_postgresql_plans_well_at_once(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, other = machines
    key, _code = filled(one, tmp_path)
    one.vidan("backup", str(tmp_path / "copy.vidan"))
    other.vidan("restore", str(tmp_path / "copy.vidan"), told=key)
    believed = other.ask(PLANNED)
    assert isinstance(believed, float)
    assert believed > 0


@pytest.mark.once
def test_no_key_that_was_used_is_lost_when_a_restore_meets_another_key_file(
    machines: tuple[Machine, Machine], tmp_path: Path
) -> None:
    one, other = machines
    key, code = filled(one, tmp_path)
    copy = tmp_path / "copy.vidan"
    one.vidan("backup", str(copy))
    one.vidan("rotate-key")
    # Practised beside the living installation, with its key file still named in the environment.
    live = one.folder / "keys.json"
    other.vidan("restore", str(copy), told=key, VIDAN_KEYS=str(live))
    assert sorted(json.loads(live.read_text())["server"]) == ["1", "2"]
    # With the key file of an installation that is not this one.
    foreign = tmp_path / "foreign.json"
    make_keys(foreign)
    before = foreign.read_text()
    third = Machine(tmp_path / "third")
    try:
        third.vidan("restore", str(copy), told=key, VIDAN_KEYS=str(foreign))
        assert [place.read_text() for place in tmp_path.glob("foreign.json.replaced-*")] == [before]
        assert list(json.loads(foreign.read_text())["server"]) == ["1"]
    finally:
        third.gone()
    assert one.ask(READ % code)


@pytest.mark.once
def test_without_a_recovery_key_there_is_no_backup(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    one, _other = machines
    assert "vidan recovery-key" in one.refused("backup", str(tmp_path / "copy"))
    one.vidan("recovery-key")
    assert "already" in one.refused("recovery-key")


@pytest.mark.once
def test_a_restore_that_was_cut_off_is_not_served(machines: tuple[Machine, Machine]) -> None:
    one, _other = machines
    (one.folder / "restore.unfinished").touch()
    assert "cut off" in one.refused("serve")


@pytest.mark.once
def test_a_key_file_that_is_gone_is_not_made_anew(machines: tuple[Machine, Machine]) -> None:
    one, other = machines
    one.vidan("deadline", "--rule", "KN-02", "--from", "2026-06-24")
    place = one.folder / "keys.json"
    place.rename(one.folder / "away")
    assert "is gone" in one.refused("check")
    assert not place.exists()
    other.vidan("deadline", "--rule", "KN-02", "--from", "2026-06-24")
    (other.folder / "keys.json").rename(place)
    assert "another installation" in one.refused("check")
    place.write_text("{")
    assert "cannot be read" in one.refused("check")
