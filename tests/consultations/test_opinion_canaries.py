"""Unique strings are planted in what somebody writes and says of himself about a draft, and looked for everywhere."""

import io
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted
from tests.consultations.opinions_made import Speaking
from tests.test_canaries import rows_of_every_table, seen

from vidan.consultations.kinds import HiddenFor, State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.criticise import send, submit
from vidan.consultations.services.erase import erase
from vidan.consultations.services.moderate import hide, show
from vidan.consultations.services.open_in_confidence import answer_request, ask_for_name, open_in_confidence
from vidan.consultations.services.open_opinion import open_identity
from vidan.consultations.services.personal_data import answer, ask
from vidan.consultations.services.set_window import gather
from vidan.consultations.services.write_about import write_to_front
from vidan.consultations.services.write_points import Words, add_point
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.names import Outcome
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.jobs.schedule import run_due
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import rendered
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.sitting import open_sitting, own_key
from vidan.site.sample.people import PASSPHRASE
from vidan.site.schedule import SCHEDULE

pytestmark = pytest.mark.django_db

SECRET = {
    name: f"canary{name}zq"
    for name in ("said", "name", "phone", "organisation", "filename", "exif", "letter", "note", "reason", "draft")
}
WORDS = [*SECRET.values(), "canarymail"]
SHOWN = "Nên rút xuống còn ba ngày."


def photo() -> SimpleUploadedFile:
    """A picture with a canary in its name and one inside."""
    exif = Image.Exif()
    exif[0x010E] = SECRET["exif"]
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#888").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(f"{SECRET['filename']}.jpg", out.getvalue(), "image/jpeg")


def carried(mode: TellerMode, *, shown: bool = True) -> Draft:
    """An opinion with a canary in every field, given by a browser and carried into the criticism that goes out."""
    draft = drafted(State.OPEN)
    person = Speaking(draft)
    assert person.say(text=f"Tôi là {SECRET['said']} đây.", upload=photo()).status_code == 302
    own = {name: SECRET[name] for name in ("name", "phone", "organisation")} | {"email": "canarymail@vidan.example"}
    told = {} if mode == TellerMode.ANONYMOUS else own | {"teller_type": "organisation"}
    assert person.tell(mode=mode, **told).status_code == 302
    assert person.send().status_code == 302
    opinion = Opinion.objects.get()
    if mode == TellerMode.NAMED:
        open_identity(code=opinion.code, reason=f"vì {SECRET['reason']}", actor=actor(OFFICER))
    if shown:
        show(code=opinion.code, text=SHOWN, actor=actor(OFFICER))
    else:
        hide(code=opinion.code, why=HiddenFor.OTHER, note=f"Vì {SECRET['note']}", actor=actor(OFFICER))
    begun = Speaking(draft)
    begun.say(text=SECRET["draft"])
    Draft.objects.update(closes_on=clock.today() - timedelta(days=1))
    gather(code=draft.code, actor=actor(OFFICER))
    add_point(code=draft.code, opinions=[opinion.pk], words=Words(text="Thời hạn dài."), actor=actor(OFFICER))
    submit(code=draft.code, actor=actor(OFFICER))
    send(code=draft.code, actor=actor(HEAD))
    run_due(SCHEDULE)
    return draft


@pytest.mark.parametrize("mode", list(TellerMode))
def test_no_table_no_session_and_no_file_holds_a_word_of_it(mode: TellerMode, tmp_path: Path) -> None:
    draft = carried(mode)
    assert [(table, seen(value, WORDS)) for table, value in rows_of_every_table() if seen(value, WORDS)] == []
    assert [s for s in Session.objects.all() if seen(str(s.get_decoded()).encode(), WORDS)] == []
    for paper in Paper.objects.filter(subject=draft.code):
        for form in ("pdf", "docx"):
            assert seen(rendered(paper, form), WORDS) == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if seen(path.read_bytes(), WORDS)] == []


def asked_about(mode: TellerMode) -> Draft:
    """The same, hidden with a reason in words, about whose name and data something was asked and answered."""
    draft = carried(mode, shown=False)
    opinion = Opinion.objects.select_related("draft").get()
    if mode == TellerMode.CONFIDENTIAL:
        asked = ask_for_name(code=opinion.code, reason=f"vì {SECRET['reason']}", actor=actor(OFFICER))
        custodian = actor("giu-khoa")
        _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
        own = own_key(actor=custodian, secret=secret)
        open_in_confidence(code=opinion.code, reason=f"vì {SECRET['reason']}", actor=custodian, own=own)
        answer_request(pk=asked.pk, outcome=Outcome.DONE, text=SECRET["letter"], actor=custodian)
    write_to_front(opinion=opinion, text=SECRET["letter"])
    asked_data = ask(opinion=opinion, right=Right.ERASURE, words=SECRET["letter"])
    answer(code=asked_data.code, text=SECRET["note"], actor=actor(OFFICER))
    run_due(SCHEDULE)
    return draft


@pytest.mark.parametrize("mode", list(TellerMode))
def test_nor_does_what_was_asked_about_it_and_why_it_is_hidden_stand_in_any_table_log_or_mail(
    mode: TellerMode, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        asked_about(mode)
    assert [(table, seen(value, WORDS)) for table, value in rows_of_every_table() if seen(value, WORDS)] == []
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert seen(logged.encode(), WORDS) == []
    assert seen("\n".join(f"{m.subject} {m.body}" for m in mail.outbox).encode(), WORDS) == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_after_the_erasure_not_even_the_key_of_the_server_opens_a_word(mode: TellerMode, tmp_path: Path) -> None:
    asked_about(mode)
    opinion = Opinion.objects.get()
    assert erase(subjects=[opinion.code], actor=actor(HEAD)) == 1
    assert not SealedText.objects.filter(subject=opinion.code).exclude(body=b"").exists()
    assert not StoredFile.objects.filter(subject=opinion.code, is_destroyed=False).exists()


@pytest.mark.parametrize("mode", list(TellerMode))
def test_no_log_and_no_mail_tells_a_word_of_it(mode: TellerMode, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        carried(mode)
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert seen(logged.encode(), WORDS) == []
    assert seen("\n".join(f"{m.subject} {m.body}" for m in mail.outbox).encode(), WORDS) == []


@pytest.mark.parametrize("mode", list(TellerMode))
def test_neither_the_public_nor_the_body_nor_a_member_reads_it(
    mode: TellerMode, signed_in: Callable[[str], Client]
) -> None:
    draft = carried(mode)
    public = f"/gop-y-du-thao/{draft.code}/"
    places = [public, f"{public}y-kien/", f"{public}manh/k8/", *(f"{public}ket-qua{end}" for end in ENDS)]
    for place in places:
        answer = Client().get(place)
        assert answer.status_code == 200, place
        assert seen(answer.getvalue(), WORDS) == [], place
    desk = f"/ban-lam-viec/phan-bien/{draft.code}/"
    for local in ("can-bo-ubnd-quan", "phu-nu", "can-bo-phuong"):
        client = signed_in(local)
        for end in ("", "tra-loi/", "tra-loi/bang.xlsx", "tra-loi/bang.docx"):
            assert seen(client.get(desk + end).getvalue(), WORDS) == [], (local, end)


ENDS = ("/", ".csv", ".xlsx", ".json")


def test_the_lists_of_the_front_tell_no_word_of_who_told_a_name(signed_in: Callable[[str], Client]) -> None:
    draft = carried(TellerMode.NAMED)
    client = signed_in(OFFICER)
    desk = f"/ban-lam-viec/phan-bien/{draft.code}/"
    for end in ("", "y-kien/?xem=shown", "diem/", f"y-kien/{Opinion.objects.get().code}/"):
        answer = client.get(desk + end)
        assert answer.status_code == 200, end
        assert seen(answer.getvalue(), WORDS) == [], end


def test_why_an_opinion_is_not_shown_is_told_to_its_giver_and_stands_in_no_public_place() -> None:
    draft = carried(TellerMode.ANONYMOUS, shown=False)
    for end in ("", "y-kien/", "ket-qua/", "ket-qua.json"):
        assert seen(Client().get(f"/gop-y-du-thao/{draft.code}/{end}").getvalue(), WORDS) == [], end


def test_in_confidence_the_name_is_sealed_to_the_front_and_no_page_opens_it(signed_in: Callable[[str], Client]) -> None:
    draft = carried(TellerMode.CONFIDENTIAL)
    opinion = Opinion.objects.select_related("identity").get()
    assert opinion.identity is not None
    assert opinion.identity.under == "front"
    place = f"/ban-lam-viec/phan-bien/{draft.code}/y-kien/{opinion.code}/ten/"
    page = signed_in(OFFICER).post(place, {"reason": "cần hỏi lại cho rõ"})
    assert seen(page.getvalue(), WORDS) == []
