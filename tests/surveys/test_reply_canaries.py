"""Unique strings are planted in what people write, in codes of invitations and in tokens, and looked for everywhere."""

import logging
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from tests.cases.made import actor
from tests.surveys.respondent import Respondent
from tests.surveys.round_made import OFFICER, fresh, opened
from tests.test_canaries import rows_of_every_table, seen

from vidan.foundation.jobs.schedule import run_due
from vidan.site.schedule import SCHEDULE
from vidan.surveys.invitation_code import mark_of
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import Reply, ReplyText, SurveyRound
from vidan.surveys.services.invite import invite
from vidan.surveys.ticket import read_ticket

pytestmark = pytest.mark.django_db

WORD, BY_CODE = "canarywordzq", "canaryinvitedzq"


class Planted:
    """A round with a reply at the counter and one by invitation; `secrets` is what must be found nowhere."""

    def __init__(self) -> None:
        self.round = opened()
        [code] = invite(
            code=self.round.code,
            version=self.round.version,
            stratum=self.round.strata.get().pk,
            count=1,
            actor=actor(OFFICER),
        )[1]
        at_counter = Respondent(f"/khao-sat/{self.round.code}/tai/an-phu/")
        by_code = Respondent("/khao-sat/giay-moi/")
        by_code.answer = by_code.client.post(by_code.place, {"code": code})
        self.secrets = [WORD, BY_CODE, code]
        self.code = code
        for person, word in ((at_counter, WORD), (by_code, BY_CODE)):
            ticket = read_ticket(person.page.split('name="ticket" value="')[1].split('"')[0])
            assert ticket
            self.secrets.append(ticket.token)
            person.fill(
                {"q-came": "yes"}, {"q-why": ["x"]}, {"q-parts-place": "4", "q-parts-form": "5", "q-word": word}
            )
            assert person.answer.status_code == 302
        begun = Respondent(f"/khao-sat/{self.round.code}/tai/an-phu/")
        begun.fill({"q-came": "yes"}, {"q-why": ["x"]}, {"q-word": WORD})  # not sent: a line is missing

    def move(self) -> None:
        """Let the round end and the worker do all its work."""
        SurveyRound.objects.update(state=RoundState.CLOSED)
        run_due(SCHEDULE)
        assert Reply.objects.count() == 2


@pytest.mark.parametrize("moved", [False, True])
def test_no_table_no_job_row_and_no_session_holds_a_word_a_code_or_a_token(moved: bool) -> None:
    planted = Planted()
    if moved:
        planted.move()
    found = [(table, hit) for table, value in rows_of_every_table() if (hit := seen(value, planted.secrets))]
    assert found == []
    assert not Session.objects.exists()


def test_the_mark_of_an_invitation_is_there_instead_of_its_code() -> None:
    planted = Planted()
    assert mark_of(planted.code).encode() in [value for _table, value in rows_of_every_table()]


def test_no_log_and_no_mail_tells_of_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        planted = Planted()
        planted.move()
    logged = "\n".join(one.getMessage() for one in caplog.records if one.name != "django.db.backends")
    assert seen(logged.encode(), planted.secrets) == []
    assert mail.outbox == []


def test_the_desk_reads_no_word_and_no_code(signed_in: Callable[[str], Client]) -> None:
    planted = Planted()
    planted.move()
    place = f"/ban-lam-viec/khao-sat/{fresh(planted.round).code}/"
    for local in ("can-bo-quan", "lanh-dao", "dieu-tra"):
        for page in ("/ban-lam-viec/khao-sat/", place, f"{place}nguoi-khong-tra-loi/"):
            assert seen(signed_in(local).get(page).content, planted.secrets) == [], (local, page)


def test_what_is_kept_of_a_reply_has_no_moment_but_its_day() -> None:
    Planted().move()
    for model in (Reply, ReplyText):
        kinds = {field.get_internal_type() for field in model._meta.get_fields()}
        assert not kinds & {"DateTimeField", "TimeField", "DurationField"}
        assert not kinds & {"AutoField", "BigAutoField"}  # a number that grows would tell the order
