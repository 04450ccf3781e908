"""A result is published once, by the head, with its digest; what kept replies apart goes, and figures can be read by name."""

from contextlib import suppress
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from tests.cases.made import actor
from tests.surveys.made import reply
from tests.surveys.result_made import published, replied

from vidan.domain.questionnaire.form import Factor
from vidan.foundation.figures.figure import Scope, grouped, read_figures
from vidan.foundation.figures.models import Fact
from vidan.foundation.journal.models import Entry
from vidan.foundation.units.models import Unit
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import ReplyText, SurveyRound, TakenMark
from vidan.surveys.results.snapshot import digest_of, is_intact
from vidan.surveys.services import publish_result as publishing
from vidan.surveys.services.publish_result import NotReady, publish_result
from vidan.surveys.services.redact_text import Overtaken, Traced, redact_text, words_of

pytestmark = pytest.mark.django_db


def test_publishing_freezes_the_result_with_its_digest() -> None:
    round_ = published()
    assert round_.frozen is not None
    assert (round_.state, round_.published_on, round_.published_by) == (
        RoundState.PUBLISHED,
        date(2018, 3, 13),
        actor("lanh-dao").code,
    )
    kept = SurveyRound.objects.get()
    assert kept.frozen == round_.frozen
    assert kept.digest == digest_of(round_.frozen)
    assert is_intact(kept)
    assert not TakenMark.objects.exists()
    entry = Entry.objects.get(event="survey.publish")
    assert entry.facts == {"digest": kept.digest, "replies": kept.frozen["result"]["replies"]}


@pytest.mark.parametrize(
    ("state", "why"), [(RoundState.OPEN, publishing.NOT_CLOSED), (RoundState.PUBLISHED, publishing.NOT_CLOSED)]
)
def test_only_a_closed_round_is_published(state: RoundState, why: Any) -> None:
    round_ = replied(state=state)
    with pytest.raises(NotReady) as refused:
        publish_result(code=round_.code, version=round_.version, actor=actor("lanh-dao"))
    assert refused.value.sentence == why
    assert SurveyRound.objects.get().frozen is None


def test_replies_that_wait_hold_the_result_back() -> None:
    round_ = replied(state=RoundState.CLOSED)
    reply(round_, 1)
    with pytest.raises(NotReady) as refused:
        publish_result(code=round_.code, version=round_.version, actor=actor("lanh-dao"))
    assert refused.value.sentence == publishing.WAITING


def test_what_changed_meanwhile_is_seen_first() -> None:
    round_ = replied(state=RoundState.CLOSED)
    with pytest.raises(NotReady) as refused:
        publish_result(code=round_.code, version=round_.version - 1, actor=actor("lanh-dao"))
    assert refused.value.sentence == publishing.OVERTAKEN
    assert SurveyRound.objects.get().version == round_.version


def test_a_result_of_too_few_replies_is_not_published() -> None:
    few = ((0, 0, 0, 2, 1), (0, 0, 0, 1, 1), (0, 0, 1, 1, 1))
    round_ = replied(state=RoundState.CLOSED, levels=few)
    with pytest.raises(NotReady) as refused:
        publish_result(code=round_.code, version=round_.version, actor=actor("lanh-dao"))
    assert refused.value.sentence == publishing.TOO_FEW


@pytest.mark.parametrize("local", ["can-bo-quan", "can-bo-phuong", "chu-tich-ubnd", "mat-tran-tp"])
def test_nobody_but_the_head_publishes(local: str) -> None:
    round_ = replied(state=RoundState.CLOSED)
    with pytest.raises(SurveyRound.DoesNotExist):
        publish_result(code=round_.code, version=round_.version, actor=actor(local))


def test_satisfaction_is_read_by_name_in_all_by_factor_and_by_unit() -> None:
    round_ = published()
    assert round_.frozen is not None
    result = round_.frozen["result"]
    scope = Scope(date(2018, 1, 1), date(2018, 12, 31), frozenset({round_.front_id}))
    names = ["surveys.satisfied", *(f"surveys.satisfied_{factor}" for factor in Factor)]
    values = read_figures(names, scope)
    pooled = result["overall"]["pooled"]
    assert (values["surveys.satisfied"].count, values["surveys.satisfied"].total) == (
        pooled["satisfied"],
        pooled["answers"],
    )
    for factor, told in result["overall"]["factors"].items():
        value = values[f"surveys.satisfied_{factor}"]
        assert (value.count, value.total) == (told["pooled"]["satisfied"], told["pooled"]["answers"])
    by_unit = grouped(["surveys.satisfied"], scope, "unit_id")["surveys.satisfied"]
    for unit in result["units"]:
        pk = Unit.objects.get(slug=unit["code"]).pk
        assert by_unit[pk] == unit["overall"]["pooled"]["satisfied"]


def test_a_fact_holds_no_more_than_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "MOST", 7)
    round_ = published()
    assert round_.frozen is not None
    facts = Fact.objects.filter(name="surveys.answers")
    assert max(facts.values_list("amount", flat=True)) == 7
    assert sum(facts.values_list("amount", flat=True)) == round_.frozen["result"]["overall"]["pooled"]["answers"]


def test_an_altered_result_is_found() -> None:
    round_ = published()
    assert "1 published results fit" in checked()
    assert round_.frozen is not None
    round_.frozen["result"]["overall"]["pooled"]["satisfied"] += 1
    round_.save()
    assert f"{round_.code} do not fit their digests" in checked()


def checked() -> str:
    out = StringIO()
    with suppress(SystemExit):
        call_command("check", stdout=out)
    return out.getvalue()


def redact(text: ReplyText, shown: str, local: str = "can-bo-quan", *, before: str = "") -> None:
    redact_text(code="ks-2018-01", key=text.key, shown=shown, read_before=before, actor=actor(local))


def test_only_what_an_officer_prepared_is_told_of_words() -> None:
    round_ = replied(state=RoundState.CLOSED)
    first, second, *rest = ReplyText.objects.order_by("key")
    assert rest
    assert words_of(first).startswith("Lời số")
    redact(first, "Người dân mong quầy có số thứ tự.")
    redact(second, "")
    done = publish_result(code=round_.code, version=round_.version, actor=actor("lanh-dao"))
    assert done.frozen is not None
    assert done.frozen["words"] == [
        {
            "code": "word",
            "label": {"vi": "Một lời", "en": "Một lời"},
            "texts": ["Người dân mong quầy có số thứ tự."],
        }
    ]
    second.refresh_from_db()
    assert (second.withheld, second.read_by) == (True, actor("can-bo-quan").code)
    entries = Entry.objects.filter(event="survey.redact").order_by("pk")
    assert [entry.facts["shown"] for entry in entries] == [True, False]
    assert "số thứ tự" not in str(entries.values())


@pytest.mark.parametrize("told", ["Gọi 0903 123 456.", "Viết cho ai.do@vidu.example.", "Ngày 12/03/2018 tôi đến."])
def test_marks_that_lead_to_somebody_are_refused(told: str) -> None:
    replied()
    text = ReplyText.objects.order_by("key")[0]
    with pytest.raises(Traced):
        redact(text, told)
    text.refresh_from_db()
    assert (text.shown, text.read_by) == ("", "")


def test_what_another_officer_read_meanwhile_is_not_written_over() -> None:
    replied()
    text = ReplyText.objects.order_by("key")[0]
    redact(text, "Bản đầu.")
    with pytest.raises(Overtaken):
        redact(text, "Bản sau.", "can-bo-quan-2")
    text.refresh_from_db()
    assert text.shown == "Bản đầu."
    redact(text, "Bản sau.", "can-bo-quan-2", before=text.read_by)
    text.refresh_from_db()
    assert text.shown == "Bản sau."


def test_after_publishing_no_word_changes() -> None:
    published()
    text = ReplyText.objects.order_by("key")[0]
    with pytest.raises(Overtaken):
        redact(text, "Muộn.")


@pytest.mark.parametrize("local", ["can-bo-phuong", "chu-tich-ubnd", "mat-tran-tp"])
def test_who_may_not_read_finds_nothing(local: str) -> None:
    replied()
    with pytest.raises(ReplyText.DoesNotExist):
        redact(ReplyText.objects.order_by("key")[0], "x", local)
