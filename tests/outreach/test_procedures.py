"""Procedures from the draft to the public page: versions by date, the end, withdrawing, forms, and what people say."""

import re
from collections.abc import Callable
from datetime import date, datetime
from html import unescape

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import FRONT, actor, made, unit, word
from tests.foundation.files.samples import jpg
from tests.outreach.procedure_made import BIRTH, content, drafted, published
from tests.public import Visitor

from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story, receive
from vidan.foundation.calendar import clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.named import code_of
from vidan.foundation.journal.models import Entry
from vidan.outreach.models import Procedure
from vidan.outreach.models.procedure import ProcedureState
from vidan.outreach.services.keep_forms import add_form
from vidan.outreach.services.publish_procedure import end, publish, withdraw
from vidan.outreach.services.write_procedure import NotPossible, write

pytestmark = pytest.mark.django_db

PAGE = "/thu-tuc/khai-sinh/"
DESK = "/ban-lam-viec/thu-tuc/"


def text(place: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(place)
    assert answer.status_code == 200, place
    return answer.content.decode()


def a_minute_later() -> None:
    """Kept pages are drawn anew."""
    caches["pages"].clear()


def test_a_draft_is_nobodys_until_it_is_published() -> None:
    draft = drafted()
    assert Client().get(PAGE).status_code == 404
    publish(pk=draft.pk, actor=actor("lanh-dao"))
    assert "Đăng ký khai sinh" in text(PAGE)


def test_the_page_answers_first_and_counts_the_limit_from_today() -> None:
    published()
    page = text(PAGE)
    assert "thứ Ba, 13/03/2018 thì chậm nhất thứ Ba, 20/03/2018" in page
    assert page.index("Tôi cần gì") < page.index("Bao lâu") < page.index("Các bước") < page.index("Căn cứ pháp lý")


def test_a_limit_of_a_day_off_is_counted_from_the_next_day_that_is_worked() -> None:
    published()
    with clock.at(datetime(2018, 3, 17, 9, tzinfo=clock.now().tzinfo)):
        assert "thứ Hai, 19/03/2018 thì chậm nhất thứ Hai, 26/03/2018" in text(PAGE)


def test_a_new_version_takes_over_on_its_day_and_the_old_one_stays_told() -> None:
    old = published()
    published(valid_from="01/04/2018", limit_days="3")
    old.refresh_from_db()
    assert (old.valid_to and old.valid_to.isoformat(), old.state) == ("2018-03-31", ProcedureState.PUBLISHED)
    assert "5 ngày làm việc" in text(PAGE)
    with clock.at(datetime(2018, 4, 2, 9, tzinfo=clock.now().tzinfo)):
        assert "3 ngày làm việc" in text(PAGE)
        assert "Từ 01/01/2018 đến hết 31/03/2018" in text(PAGE)


def test_a_version_of_the_same_first_day_puts_the_wrong_one_right() -> None:
    wrong = published()
    published(limit_days="1")
    wrong.refresh_from_db()
    assert wrong.state == ProcedureState.WITHDRAWN
    assert "1 ngày làm việc" in text(PAGE)


def test_a_version_cannot_begin_before_the_published_one() -> None:
    published()
    with pytest.raises(NotPossible):
        publish(pk=drafted(valid_from="01/12/2017").pk, actor=actor("bien-tap"))


def test_a_procedure_that_ended_says_so_and_names_what_came_in_its_place() -> None:
    published(code="khai-sinh-moi", name="đăng ký khai sinh mới", valid_from="11/03/2018")
    old = published()
    end(pk=old.pk, last_day=date(2018, 3, 10), successor="khai-sinh-moi", actor=actor("lanh-dao"))
    page = text(PAGE)
    assert "Đã hết hiệu lực sau ngày 10/03/2018" in page
    assert 'href="/thu-tuc/khai-sinh-moi/"' in page
    assert 'href="/thu-tuc/khai-sinh/"' not in text("/thu-tuc/")


def test_what_was_withdrawn_is_public_no_more() -> None:
    withdraw(pk=published().pk, actor=actor("lanh-dao"))
    assert Client().get(PAGE).status_code == 404


def test_who_does_not_write_cannot_and_the_code_of_another_front_is_taken() -> None:
    with pytest.raises(Procedure.DoesNotExist):
        write(front=unit(FRONT), code="khai-sinh", content=content(), actor=actor("can-bo-quan"))
    drafted()
    Procedure.objects.update(front=unit("mttq-a-an-phu"))
    with pytest.raises(NotPossible):
        drafted()


def test_each_step_is_in_the_journal_without_words() -> None:
    withdraw(pk=published().pk, actor=actor("lanh-dao"))
    told = Entry.objects.filter(subject="khai-sinh").order_by("pk")
    assert [one.event for one in told] == ["procedure.write", "procedure.publish", "procedure.withdraw"]
    assert all(set(one.facts) == {"version", "from"} for one in told)


@pytest.mark.parametrize(
    "typed", ["khai sinh", "KHAI SINH", "giay khai sinh", "khai sihn", "lam giay khia sinh", "ho tich"]
)
def test_it_is_found_without_marks_by_what_people_call_it_and_with_slips(typed: str) -> None:
    published()
    published(code="sao-y", name="chứng thực bản sao", also_called="sao y", field="Chứng thực", level="district")
    page = text(f"/thu-tuc/?tim={typed}")
    assert "/thu-tuc/khai-sinh/" in page
    assert "/thu-tuc/sao-y/" not in page


def test_filters_stand_in_the_address_and_a_place_finds_what_it_receives() -> None:
    published()
    published(code="sao-y", name="chứng thực bản sao", also_called="", field="Chứng thực", level="district")
    assert "/thu-tuc/khai-sinh/" in text("/thu-tuc/?noi=mot-cua-a-an-phu")
    assert "/thu-tuc/sao-y/" not in text("/thu-tuc/?noi=mot-cua-a-an-phu")
    assert "/thu-tuc/khai-sinh/" not in text("/thu-tuc/?cap=district")
    assert "/thu-tuc/sao-y/" in text("/thu-tuc/?linh-vuc=Chứng thực")
    assert "Không tìm thấy" in text("/thu-tuc/?tim=zzzz&noi=khong-co")


def test_the_list_is_paged_by_key() -> None:
    for n in range(23):
        published(code=f"viec-{n:02}", name=f"việc số {n:02}", also_called="")
    first = text("/thu-tuc/")
    assert "/thu-tuc/viec-19/" in first
    assert "/thu-tuc/viec-20/" not in first
    last = Procedure.objects.get(code="viec-19").pk
    assert f"?sau={last}" in first
    assert "/thu-tuc/viec-20/" in text(f"/thu-tuc/?sau={last}")


def test_the_checklist_holds_the_papers_of_the_conditions_that_hold() -> None:
    published()
    plain = text(f"{PAGE}can-gi/")
    assert "Giấy chứng sinh" in plain
    assert "Giấy kết hôn" not in plain
    told = text(f"{PAGE}can-gi/?khi=0&noi=mot-cua-a-an-phu&khi=99&khi=x")
    assert "Giấy kết hôn" in told
    assert "2 bản sao" in told
    assert "Bộ phận Tiếp nhận và Trả kết quả Phường An Phú" in told


def test_a_form_is_told_by_its_content_and_handed_out_cleaned() -> None:
    found = published(papers="Tờ khai | 1 | bản chính | | mẫu 1")
    editor = actor("bien-tap")
    add_form(procedure=found, label="Tờ khai", file=SimpleUploadedFile("to khai.exe", jpg()), actor=editor)
    assert "tải mẫu: Tờ khai" in text(PAGE)
    answer = Client().get(f"{PAGE}mau/1/")
    assert answer["Content-Disposition"] == 'attachment; filename="khai-sinh-mau-1.jpg"'
    assert Client().get(f"{PAGE}mau/2/").status_code == 404
    withdraw(pk=found.pk, actor=editor)
    assert Client().get(f"{PAGE}mau/1/").status_code == 404


def test_a_form_that_is_no_form_is_refused_and_its_name_kept(signed_in: Callable[[str], Client]) -> None:
    found = published()
    upload = SimpleUploadedFile("a.pdf", b"MZ not a paper")
    answer = signed_in("bien-tap").post(f"{DESK}{found.pk}/mau/", {"label": "Tờ khai", "file": upload})
    assert answer.status_code == 422
    assert 'value="Tờ khai"' in answer.content.decode()


def test_a_report_from_a_procedure_is_begun_with_procedure_and_place_filled_in() -> None:
    published()
    visitor = Visitor()
    begun = f"/gui-phan-anh/?{'thu-tuc=khai-sinh'}&noi=mot-cua-a-an-phu"
    assert "thu-tuc=khai-sinh&amp;noi=mot-cua-a-an-phu" in text(f"{PAGE}?noi=mot-cua-a-an-phu")
    assert visitor.client.post(begun, {"kind": "feedback"}).status_code == 302
    page = text("/gui-phan-anh/noi/", visitor.client)
    assert 'value="đăng ký khai sinh"' in page
    assert '<option value="mot-cua-a-an-phu" selected>' in page


def test_a_case_keeps_the_procedure_that_is_called_so_and_nothing_for_other_words() -> None:
    published()
    kept = receive(word=word(story=Story("Đợi lâu.", procedure="Dang ky  khai sinh")))
    other = receive(word=word(story=Story("Đợi lâu.", procedure="khai giúp")))
    assert (kept.procedure, other.procedure) == ("khai-sinh", "")
    facts = Fact.objects.filter(name="cases.received_by_procedure").values_list("mark", flat=True)
    assert list(facts) == ["khai-sinh"]


def test_of_two_levels_with_one_name_the_place_tells_which_is_meant() -> None:
    published(code="sao-y-phuong", name="chứng thực bản sao")
    published(code="sao-y-quan", name="chứng thực bản sao", level="district")
    assert [code_of("chung thuc ban sao", level) for level in ("ward", "district", "")] == [
        "sao-y-phuong",
        "sao-y-quan",
        "",
    ]


def test_few_words_about_a_procedure_are_told_as_few_and_many_as_a_number() -> None:
    published()
    assert "chưa có ý kiến nào nêu" in text(PAGE)
    receive(word=word(story=Story("Đợi lâu.", procedure=BIRTH["name"])))
    a_minute_later()
    assert f"<b>dưới {settings.SMALL_NUMBER}</b> ý kiến" in text(PAGE)
    for _n in range(settings.SMALL_NUMBER):
        receive(word=word(story=Story("Đợi lâu.", procedure=BIRTH["name"])))
    a_minute_later()
    assert f"<b>{settings.SMALL_NUMBER + 1}</b> ý kiến" in text(PAGE)


def test_the_desk_of_a_case_leads_to_its_procedure(signed_in: Callable[[str], Client]) -> None:
    published()
    case = receive(word=word(story=Story("Đợi lâu.", procedure=BIRTH["name"])))
    place = '<a lang="vi" href="/thu-tuc/khai-sinh/">đăng ký khai sinh</a>'
    assert place in text(f"/ban-lam-viec/ho-so/{case.code}/", signed_in("can-bo-quan"))
    assert place not in text(f"/ban-lam-viec/ho-so/{made().code}/", signed_in("can-bo-quan"))
    assert CaseFile.objects.filter(procedure="khai-sinh").count() == 1


def test_the_editor_writes_mends_and_publishes_in_the_browser(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("bien-tap")
    answer = editor.post(f"{DESK}moi/", BIRTH | {"papers": "Tờ khai | nhiều"})
    assert answer.status_code == 422
    assert "Dòng 1: số bản phải là một số từ 1 đến 99." in answer.content.decode()
    assert "Tờ khai | nhiều" in answer.content.decode()
    assert not Procedure.objects.exists()
    assert editor.post(f"{DESK}moi/", BIRTH).status_code == 302
    draft = Procedure.objects.get()
    assert editor.post(f"{DESK}moi/", BIRTH).status_code == 422
    assert editor.post(f"{DESK}{draft.pk}/cong-bo/").status_code == 302
    shown = text(f"{DESK}{draft.pk}/sua/", editor)
    assert (
        "Tờ khai | 1 | bản chính\nGiấy chứng sinh | 1 | bản chính\nGiấy kết hôn | 2 | bản sao | cha mẹ đã kết hôn"
        in shown
    )
    changed = BIRTH | {"valid_from": "01/05/2018", "fee": "8.000 đồng"}
    assert editor.post(f"{DESK}{draft.pk}/sua/", changed).status_code == 302
    assert [one.version for one in Procedure.objects.order_by("version")] == [1, 2]
    assert editor.post(f"{DESK}{draft.pk}/het-hieu-luc/", {"valid_to": "01/01/2017"}).status_code == 422
    assert editor.post(f"{DESK}{draft.pk}/rut/").status_code == 302
    assert Client().get(PAGE).status_code == 404


def test_a_draft_is_dropped(signed_in: Callable[[str], Client]) -> None:
    draft = drafted()
    assert signed_in("bien-tap").post(f"{DESK}{draft.pk}/rut/").status_code == 302
    assert not Procedure.objects.exists()


def test_the_statistics_of_the_desk_count_by_procedure_and_lead_to_the_cases(
    signed_in: Callable[[str], Client],
) -> None:
    published()
    with clock.at(datetime(2018, 3, 9, 9, tzinfo=clock.now().tzinfo)):
        case = receive(word=word(story=Story("Đợi lâu.", procedure=BIRTH["name"])))
        other = made()
    officer = signed_in("can-bo-quan")
    page = text("/ban-lam-viec/thong-ke/", officer)
    assert "Theo thủ tục" in page
    (place,) = {unescape(one) for one in re.findall(r'href="([^"]*thu-tuc=khai-sinh[^"]*ky=da-nhan[^"]*)"', page)}
    shown = text(place, officer)
    assert "về thủ tục đăng ký khai sinh" in shown
    assert (case.code in shown, other.code in shown) == (True, False)


@pytest.mark.parametrize("key", ["tim", "noi", "cap", "linh-vuc", "sau"])
@pytest.mark.parametrize("odd", ["%00", "\ud83d", "9" * 40, "%F0%9F%98%80", "'\"<script>", "-1"])
def test_whatever_stands_in_the_address_is_answered(key: str, odd: str) -> None:
    published()
    assert Client().get(f"/thu-tuc/?{key}={odd.encode('utf-8', 'replace').decode()}").status_code == 200
