"""The desk's pages of activities: the form of a minute, the list and its sheet, paste, plan; and what everybody reads."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from tests.cases.made import actor
from tests.foundation.files.samples import jpg, pdf
from tests.outreach.activity_made import HEAD, OFFICER, UNION, WARD, logged, planned
from tests.test_bad_input import HOSTILE, fed

from vidan.foundation.calendar import clock
from vidan.outreach.activity_kinds import ActivityKind, ActivityState
from vidan.outreach.models import Activity, ActivityFile, PlanLine
from vidan.outreach.services.activity_files import add_file
from vidan.outreach.services.end_activity import void_activity

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/tuyen-truyen/"
NEW = f"{DESK}ghi/"
PASTE = f"{DESK}dan-tu-excel/"
PUBLIC = "/tuyen-truyen/"
FEW: dict[str, Any] = {
    "kind": "conference",
    "topic": "procedures",
    "on": "13/03/2018",
    "place": "Nhà văn hóa phường",
    "reached": "1.200",
    "is_public": "on",
}


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_1.jpg", jpg())


def test_few_fields_are_enough_and_come_back_the_next_time(signed_in: SignIn) -> None:
    client = signed_in(WARD)
    answer = client.post(NEW, FEW)
    one = Activity.objects.get()
    assert answer["Location"] == f"{DESK}{one.code}/"
    assert (one.reached, one.state, one.unit.slug) == (1200, ActivityState.DONE, "mttq-a-an-phu")
    again = text(client, NEW)
    assert 'value="Nhà văn hóa phường"' in again
    assert 'value="13/03/2018"' in again
    assert '<option value="procedures" selected>' in again


def test_a_picture_goes_along_and_a_bad_one_stops_everything(signed_in: SignIn) -> None:
    client = signed_in(WARD)
    bad = client.post(NEW, FEW | {"upload": SimpleUploadedFile("a.jpg", b"\xff\xd8\xff broken")})
    assert bad.status_code == 422
    assert 'value="Nhà văn hóa phường"' in bad.content.decode()
    assert not Activity.objects.exists()
    client.post(NEW, FEW | {"upload": photo(), "alt": "Bà con nghe."})
    assert ActivityFile.objects.get().alt == "Bà con nghe."


def test_what_is_over_says_how_many_and_what_lies_ahead_need_not(signed_in: SignIn) -> None:
    client = signed_in(WARD)
    answer = client.post(NEW, FEW | {"reached": ""})
    assert answer.status_code == 422
    assert "không đếm được thì ước chừng" in answer.content.decode()
    client.post(NEW, FEW | {"reached": "", "on": "20/03/2018"})
    assert Activity.objects.get().state == ActivityState.PLANNED


@pytest.mark.parametrize("field", ["kind", "topic", "on", "place", "reached", "title", "cost", "partners", "unit"])
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_is_told_or_kept_plainly(field: str, typed: str, signed_in: SignIn) -> None:
    answer = signed_in(WARD).post(NEW, FEW | {field: fed(typed)})
    assert answer.status_code in (302, 422)
    assert b"<script>alert" not in answer.content
    assert Activity.objects.count() == (1 if answer.status_code == 302 else 0)


@pytest.mark.parametrize(
    "asked", ["sau", "don-vi", "chu-de", "hinh-thuc", "nam", "quy", "tinh-trang", "tu", "den", "tu-khoa"]
)
@pytest.mark.parametrize("said", ["\0", "9" * 30, "' OR 1=1", "٢٠١٨", "2018-02-31", "<b>", "%", "🙂", "é" * 300])
def test_a_strange_address_is_no_fault(asked: str, said: str, signed_in: SignIn) -> None:
    logged()
    client = signed_in(OFFICER)
    for place in (DESK, f"{DESK}danh-sach.xlsx", f"{DESK}ke-hoach/", PUBLIC):
        assert client.get(place, {asked: said}).status_code in (200, 404), place


def test_putting_right_is_refused_when_somebody_was_faster(signed_in: SignIn) -> None:
    one, client = logged(), signed_in(WARD)
    told = FEW | {"version": one.version}
    assert client.post(f"{DESK}{one.code}/sua/", told | {"place": "Đình làng"}).status_code == 302
    late = client.post(f"{DESK}{one.code}/sua/", told | {"place": "Chợ"})
    assert late.status_code == 422
    assert "Chưa có gì bị ghi đè" in late.content.decode()
    assert 'value="Chợ"' in late.content.decode()


def test_calling_off_and_striking_out_ask_for_a_reason(signed_in: SignIn) -> None:
    client = signed_in(WARD)
    ahead, over = logged(on=date(2018, 4, 2), reached=None), logged()
    assert client.get(f"{DESK}{over.code}/khong-to-chuc/").status_code == 404
    for one, step, state in ((ahead, "khong-to-chuc", "cancelled"), (over, "ghi-nham", "void")):
        place = f"{DESK}{one.code}/{step}/"
        assert client.post(place, {"version": one.version, "reason": " "}).status_code == 422
        assert client.post(place, {"version": one.version, "reason": "Trùng."}).status_code == 302
        one.refresh_from_db()
        assert (one.state, one.reason) == (state, "Trùng.")
    assert "Trùng." in text(client, f"{DESK}{over.code}/")
    assert client.get(f"{DESK}{over.code}/sua/").status_code == 404


def test_the_list_is_filtered_by_its_address_and_found_without_marks(signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    one = logged(title="Hỏi đáp khai sinh")
    two = logged(UNION, kind=ActivityKind.TALK, topic="index", on=date(2018, 1, 9))
    void = logged(title="Ghi nhầm")
    void_activity(code=void.code, reason="Trùng.", actor=actor(WARD))
    for asked, found in {
        "": {one, two},
        "tu-khoa=khai+SINH": {one},
        "chu-de=index": {two},
        "hinh-thuc=talk": {two},
        "don-vi=phu-nu-a-an-phu": {two},
        "nam=2018&quy=1": {one, two},
        "quy=2": set(),
        "tinh-trang=void": {void},
        "tinh-trang=done&tu=2018-02-01&den=2018-03-31": {one},
    }.items():
        shown = text(client, f"{DESK}?{asked}")
        assert {each for each in (one, two, void) if each.code in shown} == found, asked


def test_the_list_goes_on_page_by_page(signed_in: SignIn) -> None:
    made = [logged(on=date(2018, 1, 1 + n % 28)) for n in range(55)]
    client, seen = signed_in(OFFICER), ""
    first = text(client, DESK)
    after = first.split("sau=")[1].split('"')[0]
    seen = first + text(client, f"{DESK}?sau={after}")
    assert all(seen.count(f">{one.code}<") == 1 for one in made)


def test_the_sheet_holds_all_with_cells_that_are_no_formulas(signed_in: SignIn) -> None:
    logged(title="=1+1", cost=250_000)
    answer = signed_in(WARD).get(f"{DESK}danh-sach.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    row = [cell.value for cell in sheet[2]]
    assert row[5] == "=1+1"
    assert sheet["F2"].data_type == "s"
    assert (row[7], row[10]) == (80, 250_000)


ROWS = (
    "Ngày\tHình thức\tNội dung tuyên truyền\tỞ đâu\tSố người\n"
    "05/03/2018\tNói chuyện, sinh hoạt\tThủ tục hành chính\tVăn phòng khu phố 1\t35\n"
    "06/03/2018\tnoi chuyen, sinh hoat\tKhảo sát sự hài lòng\tVăn phòng khu phố 2\tbốn mươi\n"
    "07/03/2018\tTờ gấp, áp phích\tĐường dây nóng, hộp thư góp ý\tChợ\t120\tước chừng\tTên\t\t1.500.000\tChi hội\n"
)


def test_a_pasted_list_tells_a_faulty_cell_and_stores_nothing_until_it_is_mended(signed_in: SignIn) -> None:
    client = signed_in(UNION)
    shown = client.post(PASTE, {"text": ROWS, "save": "1"})
    assert shown.status_code == 422
    assert "Ghi số người bằng chữ số." in shown.content.decode()
    assert shown.content.decode().count("✓") == 2, "each right row says so"
    assert not Activity.objects.exists()
    assert client.post(PASTE, {"text": ROWS.replace("bốn mươi", "40"), "save": "1"}).status_code == 302
    told = list(Activity.objects.order_by("on").values_list("kind", "topic", "reached", "reach", "cost"))
    assert told == [
        ("talk", "procedures", 35, "counted", None),
        ("talk", "survey", 40, "counted", None),
        ("leaflet", "contacts", 120, "estimated", 1_500_000),
    ]


def test_wrong_rows_can_be_left_out_and_a_repeated_row_is_wrong(signed_in: SignIn) -> None:
    client = signed_in(UNION)
    twice = ROWS + ROWS.splitlines()[1]
    assert "giống hệt dòng 2" in client.post(PASTE, {"text": twice}).content.decode()
    client.post(PASTE, {"text": twice, "save": "1", "leave_out": "on"})
    assert Activity.objects.count() == 2


def test_the_empty_table_can_be_pasted_back(signed_in: SignIn) -> None:
    client = signed_in(UNION)
    sheet = client.get(f"{PASTE}mau.xlsx").content
    client.post(PASTE, {"table": SimpleUploadedFile("a.xlsx", sheet), "save": "1"})
    assert Activity.objects.get().kind == "conference"


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_lists_are_told_or_kept_plainly(typed: str, signed_in: SignIn) -> None:
    answer = signed_in(UNION).post(PASTE, {"text": f"{fed(typed)}\tx\n", "save": "1"})
    assert answer.status_code == 422
    assert not Activity.objects.exists()


def test_the_district_reads_plan_against_done(signed_in: SignIn) -> None:
    planned(WARD, count=2)
    planned(UNION, topic="index", quarter=2)
    logged(WARD)
    logged(WARD, topic="survey")
    shown = " ".join(text(signed_in(HEAD), f"{DESK}ke-hoach/").split())
    assert "1 / 2" in shown
    assert "0 / 1" in shown
    assert "1 / 3" in shown
    own = text(signed_in(WARD), f"{DESK}ke-hoach/")
    assert "Hội Phụ nữ" not in own
    assert "Ghi một dòng kế hoạch" not in own


def test_a_line_is_written_changed_and_taken_out(signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    told = {"unit": "mttq-a-an-phu", "year": "2018", "quarter": "2", "kind": "talk", "topic": "index", "count": "3"}
    for wrong in ({"year": "2020"}, {"count": "-1"}, {"quarter": "5"}, {"unit": "ubnd-a-an-phu"}, {"year": "9" * 30}):
        assert client.post(f"{DESK}ke-hoach/ghi/", told | wrong).status_code == 422, wrong
    client.post(f"{DESK}ke-hoach/ghi/", told)
    line = PlanLine.objects.get()
    assert 'value="3"' in text(client, f"{DESK}ke-hoach/ghi/?dong={line.pk}")
    client.post(f"{DESK}ke-hoach/ghi/", told | {"count": "0"})
    assert not PlanLine.objects.exists()


def test_everybody_reads_what_was_held_but_neither_cost_nor_partners_nor_what_is_kept_back() -> None:
    one = logged(title="Hỏi đáp khai sinh", cost=987_000, partners="Tư pháp phường", materials="tờ gấp")
    logged(title="Chuyện riêng", is_public=False)
    logged(title="Sắp tới đây", on=date(2018, 3, 20), reached=None)
    void = logged(title="Ghi nhầm rồi")
    void_activity(code=void.code, reason="Trùng.", actor=actor(WARD))
    # The head of the page names files by their digest, which may hold any three digits.
    shown = text(Client(), PUBLIC).partition("<main")[2]
    assert one.title in shown
    assert "Sắp tới đây" in shown
    for kept_back in ("987", "Tư pháp phường", "tờ gấp", "Chuyện riêng", "Ghi nhầm rồi"):
        assert kept_back not in shown
    assert "<b>2</b> hoạt động, <b>160</b> lượt người" in shown


def test_many_people_are_told_with_their_thousands_marked() -> None:
    logged(reached=987_654)
    shown = text(Client(), PUBLIC)
    assert "987.654 người" in shown
    assert "987654 người" not in shown


def test_only_a_described_picture_of_a_shown_activity_is_public() -> None:
    one, hidden = logged(), logged(is_public=False)
    described = add_file(code=one.code, upload=photo(), alt="Bà con nghe.", actor=actor(WARD))
    plain = add_file(code=one.code, upload=photo(), alt="", actor=actor(WARD))
    kept_back = add_file(code=hidden.code, upload=photo(), alt="Bà con nghe.", actor=actor(WARD))
    shown = text(Client(), PUBLIC)
    assert 'alt="Bà con nghe."' in shown
    for file, status in ((described, 200), (plain, 404), (kept_back, 404)):
        place = f"{PUBLIC}{file.activity.code}/anh/{file.file.name}/"
        assert Client().get(place).status_code == status
        assert (place in shown) == (status == 200)


def test_a_picture_is_described_later_without_sending_it_again(signed_in: Callable[[str], Client]) -> None:
    one = logged()
    kept = add_file(code=one.code, upload=photo(), alt="", actor=actor(WARD))
    place = f"{DESK}{one.code}/tep/{kept.file.name}/mo-ta/"
    client = signed_in(WARD)
    assert place in text(client, f"{DESK}{one.code}/")
    assert "Bà con nghe." not in text(Client(), PUBLIC)
    version = Activity.objects.get(pk=one.pk).version
    assert client.post(place, {"alt": "", "version": version}).status_code == 422
    late = client.post(place, {"alt": "Bà con nghe.", "version": version - 1})
    assert late.status_code == 422
    assert 'value="Bà con nghe."' in late.content.decode()
    assert client.post(place, {"alt": "Bà con nghe.", "version": version}).status_code == 302
    assert 'alt="Bà con nghe."' in text(Client(), PUBLIC)
    assert Client().get(f"{PUBLIC}{one.code}/anh/{kept.file.name}/").status_code == 200


def test_a_paper_has_no_words_about_what_it_shows(signed_in: Callable[[str], Client]) -> None:
    one = logged()
    kept = add_file(code=one.code, upload=SimpleUploadedFile("a.pdf", pdf()), alt="", actor=actor(WARD))
    assert signed_in(WARD).get(f"{DESK}{one.code}/tep/{kept.file.name}/mo-ta/").status_code == 404


def test_other_years_stand_at_their_own_address() -> None:
    with clock.at(datetime(2019, 2, 5, 9, tzinfo=clock.now().tzinfo)):
        logged(on=date(2018, 12, 1), title="Năm trước")
        assert "Năm trước" not in text(Client(), PUBLIC)
        assert "Năm trước" in text(Client(), f"{PUBLIC}?nam=2018")
        assert Client().get(f"{PUBLIC}?nam=2017").status_code == 404
