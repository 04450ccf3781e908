"""The thief's test: with database, files, logs, mail and a backup in hand, but not the key file, nobody's identity is read.

Nor does any word of the command line show it to the operator, or any page to a role that has no business with it.
"""

import base64
import importlib
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.test import Client
from tests.access.test_walk import PEOPLE, filled, routes
from tests.machine import Machine
from tests.test_canaries import SECRET, carried, seen

from vidan.cases.models import CaseFile
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.papers.models import Paper

WORDS = {
    name: f"canary{name}zq"
    for name in (
        *("story", "wish", "name", "phone", "address", "file", "letter", "confided", "draft"),
        *("opinion", "speaker", "whispered", "whisper", "hidden", "data", "reader"),
    )
}

FILL = f"""
import django, json; django.setup()
import io
from PIL import Image
from django.core.files.uploadedfile import SimpleUploadedFile
from vidan.cases.kinds import Kind, Source
from vidan.cases.services.receive import Story, Word, receive
from vidan.consultations.models import Draft, DraftVersion, Opinion
from vidan.consultations.services.give import give
from vidan.consultations.services.moderate import hide
from vidan.consultations.services.new_opinion import Said, Speaker
from vidan.consultations.services.personal_data import ask
from vidan.consultations.services.write_about import write_to_front
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import cleaned_bytes, keep_file
from vidan.foundation.intake import drafts, kept
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.notices.services import notify
from vidan.foundation.receipts.services import issue, write_letter
from vidan.foundation.units.models import Unit
from vidan.outreach.services.subscribe import keep, mail_asking
W = {WORDS!r}
front = Unit.objects.get(slug="mttq-a-quan-2")
def told(mode, name):
    identity = Identity(name=name, phone=W["phone"], address=W["address"])
    story = Story(what=W["story"], wish=W["wish"])
    return receive(word=Word(kind=Kind.FEEDBACK, source=Source.WEB, mode=mode, story=story, front=front, identity=identity))
case = told(TellerMode.NAMED, W["name"])
told(TellerMode.CONFIDENTIAL, W["confided"])
picture = io.BytesIO()
Image.new("RGB", (40, 30), "#888").save(picture, "JPEG")
upload = SimpleUploadedFile(W["file"] + ".jpg", picture.getvalue(), "image/jpeg")
cleaned_bytes(keep_file(subject=case.code, upload=upload, position=1))
write_letter(subject=case.code, author="teller", actor="teller", text=W["letter"])
body = Unit.objects.get(slug="ubnd-a-quan-2")
today = clock.today()
usual = dict(front=front, body=body, kind="plan", title="Dự thảo", received_on=today, opens_on=today, closes_on=today)
text = Draft.objects.create(code="DT-2018-0001", state="open", recorded_by="x", recorded_at=clock.now(), **usual)
text.current = DraftVersion.objects.create(draft=text, number=1, received_on=today, fixed_at=clock.now())
text.save()
def spoken(mode, name, words):
    speaker = Speaker(mode, identity=Identity(name=name, phone=W["phone"], address=W["address"]))
    return give(code=text.code, version=text.current_id, said=Said(words), speaker=speaker)
named = spoken(TellerMode.NAMED, W["speaker"], W["opinion"])
spoken(TellerMode.CONFIDENTIAL, W["whispered"], W["whisper"])
officer = next(a for a in map(actor_of, User.objects.all()) if a.units_with("consultations.moderate") >= {{front.pk}})
hide(code=named.code, why="other", note=W["hidden"], actor=officer)
write_to_front(opinion=Opinion.objects.select_related("draft").get(pk=named.pk), text=W["letter"])
ask(opinion=named, right="access", words=W["data"])
writing = drafts.begin("letter")
writing.typed = {{"ke": {{"story": W["draft"]}}}}
drafts.save(writing)
kept.keep(user_id=1, place="x", typed={{"text": W["draft"]}})
mail_asking.enqueue(keep(W["reader"] + "@vidan.example").pk)
notify(kind="new", subject=case.code, user_ids=[User.objects.order_by("pk")[0].pk])
print(json.dumps(issue(subject=case.code, secret=b"x" * 16)))
"""

OPEN = """
import django, json; django.setup()
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import OnlyCustodians, open_text
from vidan.foundation.vault.seal import Broken
from vidan.outreach.models import Subscriber
from vidan.outreach.subscriber_marks import opened as address_of
opened = []
for row in Subscriber.objects.all():
    try:
        opened += address_of(row)
    except Broken:
        pass
for text in SealedText.objects.all():
    try:
        opened.append(open_text(text))
    except (Broken, OnlyCustodians):
        pass
print(json.dumps(opened))
"""

WORKER = """
import os, signal, sys, threading
threading.Timer(20, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
sys.argv = ["vidan", "worker"]
from vidan.__main__ import main
main()
"""


def told_anywhere(data: bytes) -> list[str]:
    """The words that stand in these bytes, plain, in base64, or as PostgreSQL writes bytes in a dump."""
    shapes = (str.encode, lambda w: base64.b64encode(w.encode())[2:-4], lambda w: w.encode().hex().encode())
    return [word for word in WORDS.values() if any(shape(word) in data for shape in shapes)]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    one = Machine(tmp_path / "one", installed=True)
    yield one
    one.gone()


COMMANDS: dict[str, tuple[list[str], str]] = {
    "backup": (["{copy}"], ""),
    "check": ([], ""),
    "deadline": (["--rule", "KN-02", "--from", "2026-06-24"], ""),
    "demo": (["--help"], ""),
    "document": ([], ""),
    "import_articles": (["{copy}.pages", "--by", "can-bo-quan@vidan.example"], ""),
    "index": ([], ""),
    "init": (["--email", "a@front.example", "--name", "A"], "mot cau de nho that dai\nmot cau khac con dai hon\n"),
    "prepare": ([], ""),
    "hand_over": (["--by", "can-bo-quan@vidan.example"], ""),
    "recovery_key": ([], ""),
    "repair_text": (["/dev/null", "--json"], ""),
    "report": (["2018", "--out", "{copy}.reports"], ""),
    "restore": (["{copy}"], "AAAA\n"),
    "rotate_key": ([], ""),
    "score": (["table", "--rubric", "binh-duong-2017", "--data", "/dev/null"], ""),
    "serve": (["--help"], ""),
    "survey": (["index", "--counts", "3,11,40,96,50"], ""),
    "worker": ([], ""),
}
"""Every word of the command line of ours, and how it is said here; `demo` and `serve` run what `worker` and the pages are."""

LIBRARY = ("dumpdata", "showmigrations", "diffsettings")
"""Words of the framework that print what is there; `shell` and `dbshell` are the machine itself."""


@pytest.mark.kill
@pytest.mark.smoke
def test_neither_the_thief_of_all_but_the_key_file_nor_the_operator_at_his_terminal_reads_who_spoke(
    machine: Machine, tmp_path: Path
) -> None:
    code = str(machine.ask(FILL))
    copy = tmp_path / "copy.vidan"
    machine.vidan("recovery-key")
    said = ""
    for name, (words, typed) in COMMANDS.items():
        given = [word.replace("{copy}", str(copy)) for word in words]
        done = machine.run("-c", WORKER) if name == "worker" else machine.run("-m", "vidan", name, *given, told=typed)
        said += done.stdout + done.stderr
    for name in LIBRARY:
        said += machine.vidan(name)
    assert "PA-20" in said, "what a thief may read is there"
    assert told_anywhere(said.encode()) == []
    assert code not in said
    assert copy.exists()

    loot = tmp_path / "loot"
    shutil.copytree(machine.folder, loot, ignore=shutil.ignore_patterns("keys.json*"))
    shutil.copy(copy, loot)
    (loot / "said").write_text(said)
    assert (loot / "files").is_dir()
    assert [
        (place.name, told_anywhere(place.read_bytes()))
        for place in loot.rglob("*")
        if place.is_file() and told_anywhere(place.read_bytes())
    ] == []

    # He starts the software on it: without its key file it does not run, and with another one nothing opens.
    own, machine.folder = machine.folder, loot
    assert "is gone" in machine.refused("check")
    (loot / "keys.mark").unlink()
    assert machine.ask(OPEN) == []
    machine.folder = own
    opened = machine.ask(OPEN)
    assert isinstance(opened, list)
    for named in ("name", "speaker", "hidden", "reader"):
        assert any(WORDS[named] in text for text in opened), "with the key file the same lines do read it"
    for confided in ("confided", "whispered"):
        assert not any(WORDS[confided] in text for text in opened), "but not what was told in confidence"


@pytest.mark.once
def test_every_word_of_the_command_line_is_tried() -> None:
    own = importlib.import_module("vidan.site.management.commands")
    assert {module.name for module in pkgutil.iter_modules(own.__path__)} == set(COMMANDS)
    assert {name for name, app in get_commands().items() if app.startswith("vidan")} == set(COMMANDS)


def places_of(case: CaseFile) -> set[str]:
    """Every address of the site, with this case, its file and its paper wherever one is asked for."""
    file = StoredFile.objects.filter(subject=case.code).first()
    paper = Paper.objects.filter(subject=case.code).first()
    assert file is not None
    assert paper is not None
    found = set()
    for name, place in routes():
        if name not in ("account_logout", "cases:export"):
            found |= {place.replace("x1", file.name), re.sub(r"/1(?=[/.])", f"/{paper.pk}", place)}
    assert filled("x/<slug:code>/") == f"/x/{case.code}/"
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("local", [one for one in PEOPLE if one not in ("can-bo-quan", "can-bo-quan-2", "lanh-dao")])
def test_no_page_shows_a_word_of_it_to_a_role_that_has_no_business_with_it(
    local: str, signed_in: Callable[[str], Client]
) -> None:
    case, _visitor = carried(TellerMode.NAMED)
    client = signed_in(local)
    client.raise_request_exception = False
    for place in sorted(places_of(case)):
        for method in ("get", "post"):
            answer = getattr(client, method)(place)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert seen(body, list(SECRET.values())) == [], (place, method)
