"""What everybody reads of the watch over official surveys, and what nobody reads before the head says so."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.surveys.official_made import OFFICER, judged, published, recorded, sent, shown, written

from vidan.surveys.kinds import Finding
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.services.judge_item import judge_item
from vidan.surveys.services.record_publication import Publication, record_publication

pytestmark = pytest.mark.django_db

LIST = "/khao-sat/chinh-thuc/"


def text(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def place(survey: OfficialSurvey) -> str:
    return f"{LIST}{survey.code}/"


def test_the_list_says_what_will_stand_there() -> None:
    assert "chưa đưa cuộc khảo sát nào ra đây" in text(LIST)


def test_nothing_is_read_before_the_head_shows_it() -> None:
    survey = published(judged(recorded()))
    assert survey.code not in text(LIST)
    assert Client().get(place(survey)).status_code == 404
    assert Client().get(f"{place(survey)}ket-qua/").status_code == 404
    shown(survey)
    assert survey.code in text(LIST)
    assert Client().get(place(survey)).status_code == 200


def test_the_page_tells_who_ran_it_how_late_it_is_and_what_was_found() -> None:
    survey = recorded()
    judge_item(code=survey.code, item="questions", finding=Finding.NO, note="Không có mẫu phiếu.", actor=actor(OFFICER))
    sent(survey)
    told = text(place(shown(survey)))
    for words in (
        survey.ran_by,
        "Chưa công bố, trễ 40 ngày",
        "mục 4 Kế hoạch 120/KH-UBND",
        "Không có mẫu phiếu.",
        "là do Mặt trận đặt ra",
        "công văn 01/MTTQ-BTT",
        "Chưa có trả lời.",
    ):
        assert words in told
    assert "Chưa công bố, trễ 40 ngày" in text(LIST)


def test_a_letter_that_waits_and_the_evidence_are_the_fronts_alone() -> None:
    survey = recorded()
    file = SimpleUploadedFile("a.jpg", jpg())
    found = judge_item(
        code=survey.code, item="questions", finding=Finding.NO, note="x", upload=file, actor=actor(OFFICER)
    )
    letter = written(survey)
    told = text(place(shown(survey)))
    assert found.file is not None
    assert found.file.name not in told
    assert letter.recommendations.split("\n")[1] not in told
    assert "ban-lam-viec/khao-sat" not in told


def test_the_published_file_is_handed_out_cleaned() -> None:
    survey = recorded()
    what = Publication(on=survey.publish_due or survey.recorded_at.date(), where="Cổng quận")
    file = SimpleUploadedFile("Nguyễn Văn A.jpg", jpg())
    record_publication(code=survey.code, published=what, upload=file, actor=actor(OFFICER))
    shown(survey)
    answer = Client().get(f"{place(survey)}ket-qua/")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{survey.code}-ket-qua.jpg"'
    assert "Đã công bố đúng hạn" in text(place(survey))


def test_the_page_is_read_in_english() -> None:
    survey = shown(judged(recorded(), Finding.PARTLY))
    told = text(f"/en{place(survey)}")
    assert "Not published, 40 days late" in told
    assert "The result is published in time" in told
    assert "Kết quả được công bố đúng hạn" not in told


def test_the_page_asks_no_more_than_ten_times() -> None:
    survey = published(judged(recorded()))
    sent(survey)
    shown(survey)
    text(place(survey))
    with CaptureQueriesContext(connection) as asked:
        text(place(survey))
    assert len(asked) <= 10


@pytest.mark.parametrize("code", ["nonsense", "a" * 400, "ksct-a-quan-2-2017-999"])
def test_an_unknown_code_is_not_there(code: str) -> None:
    assert Client().get(f"{LIST}{code}/").status_code == 404
