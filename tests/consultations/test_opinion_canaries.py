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
from vidan.consultations.services.moderate import hide, show
from vidan.consultations.services.open_opinion import open_identity
from vidan.consultations.services.set_window import gather
from vidan.consultations.services.write_points import Words, add_point
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.jobs.schedule import run_due
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import rendered
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
