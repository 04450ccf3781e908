"""The desk's pages of rubrics: they show what stands, keep what was typed, and answer nobody who may not know."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.scorecards.rubric_made import ITEMS, drafted, item, published, reload, taken

from vidan.foundation.sheets.read import numbered_workbook_rows
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_sheet import read_lines
from vidan.scorecards.services.write_rubric import change_item, draft_next, tree_of

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/bo-tieu-chi/"
SignIn = Callable[[str], Client]
HEADING = {
    "title": "Bộ mới",
    "decision": "Quyết định 1",
    "level": "ward",
    "first_year": "2018",
    "last_year": "2020",
    "basis": "percent",
    "bands": "Tốt = 80\nKhá = trên 65\nKém = 0",
}
ITEM = {
    "title": "Kế hoạch năm",
    "maximum": "6",
    "way": "levels",
    "details": "Đủ = 6; Thiếu = 2,5",
    "scorer": "unit",
    "evidence": "",
}


def at(version: RubricVersion, *more: str) -> str:
    return f"{PLACE}{version.pk}/" + "".join(f"{one}/" for one in more if one)


def text(answer: Any) -> str:
    told: str = answer.content.decode()
    return told


def faulty() -> RubricVersion:
    return drafted(item("I", maximum="11"), *ITEMS[1:])


def test_the_list_shows_versions_and_what_is_supplied(signed_in: SignIn) -> None:
    published()
    page = text(signed_in("can-bo-quan").get(PLACE))
    for words in ("Bộ tiêu chí thử, năm 2018", "đã công bố", "3 mục chấm, tối đa 10 điểm", "PAPI 2011-2014"):
        assert words in page


def test_a_supplied_rubric_is_taken_over_with_one_button_and_not_twice(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    answer = client.post(f"{PLACE}co-san/chuyen-doi-so-cap-xa/")
    assert client.post(f"{PLACE}co-san/chuyen-doi-so-cap-xa/")["Location"] == answer["Location"]
    assert client.post(f"{PLACE}co-san/khong-co/").status_code == 404
    assert RubricVersion.objects.count() == 1


def test_a_rubric_is_begun_and_shown_with_its_bands(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    page = text(client.get(client.post(f"{PLACE}moi/", HEADING)["Location"]))
    for words in ("Bộ mới", "Quyết định 1", "Khá", "trên 65%", "từ 80% trở lên", "Chưa có mục nào"):
        assert words in page


def test_the_page_says_how_each_item_is_scored(signed_in: SignIn) -> None:
    page = text(signed_in("can-bo-quan").get(at(taken("chuyen-doi-so-cap-xa"))))
    for words in (
        "từ 85% trở lên: 10 điểm; từ 60%: theo phần đạt được của 85%",
        "Khi mục II.4.1 có điểm – từ 100% trở lên: 5 điểm",
        "Trễ: trừ 1 điểm cho 2 ngày đầu",
        "khi ấy điểm tối đa của đơn vị giảm 8",
        "Kiểm chứng: Quyết định công nhận",
        "thưởng tối đa 15 điểm",
        "trừ tối đa 6,5 điểm",
        "tính tối đa 15 điểm",
    ):
        assert words.lower() in page.lower()


def test_the_page_speaks_english_too(signed_in: SignIn) -> None:
    page = text(signed_in("can-bo-quan").get(f"/en{at(taken('chuyen-doi-so-cap-xa'))}"))
    assert "from 25% on: 0.5 points" in page
    assert "By judgement, from 0 to 6 points" in page


def test_what_was_typed_into_a_title_is_text_and_nothing_else(signed_in: SignIn) -> None:
    made = drafted(item("I", title="<b>Đậm</b>", maximum="11"), *ITEMS[1:])
    for place in (at(made), at(made, "muc", "I"), at(made, "muc", "I", "nghi-van"), at(made, "them-muc")):
        assert "<b>Đậm" not in text(signed_in("can-bo-quan").get(place)), place


def test_an_item_is_changed_by_the_notation_of_the_sheet(signed_in: SignIn) -> None:
    made = drafted()
    answer = signed_in("can-bo-quan").post(at(made, "muc", "I.1"), ITEM | {"version": str(made.version)})
    assert answer.status_code == 302
    told = reload(made).written["items"][1]
    assert told["method"] == {"kind": "levels", "levels": [["a", "Đủ", "6"], ["b", "Thiếu", "2.5"]]}
    assert (told["title"], told["parent"]) == ("Kế hoạch năm", "I")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"details": "Đủ"}, "Không hiểu “Đủ”"),
        ({"maximum": "sáu"}, "không phải là số"),
        ({"title": ""}, "Tên"),
        ({"way": ""}, "chưa ghi cách chấm"),
        ({"way": "magic"}, "Cách chấm"),
        ({"figure": "x"}, "Số liệu"),
    ],
)
def test_a_wrong_item_is_told_and_kept(wrong: dict[str, str], said: str, signed_in: SignIn) -> None:
    made = drafted()
    sent = ITEM | {"version": str(made.version), "evidence": "Điều đã gõ"} | wrong
    answer = signed_in("can-bo-quan").post(at(made, "muc", "I.1"), sent)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "Điều đã gõ" in text(answer)
    assert reload(made).version == made.version


def test_what_somebody_else_changed_stands_beside_what_was_typed(signed_in: SignIn) -> None:
    made, client = drafted(), signed_in("can-bo-quan")
    change_item(pk=made.pk, version=made.version, item=item("I.1", title="Của người kia"), actor=actor("lanh-dao"))
    sent = ITEM | {"version": str(made.version)}
    answer = client.post(at(made, "muc", "I.1"), sent)
    assert answer.status_code == 422
    for words in ("vừa được người khác thay đổi", "Của người kia", "Kế hoạch năm", f'value="{made.version + 1}"'):
        assert words in text(answer)
    assert client.post(at(made, "muc", "I.1"), sent | {"version": str(made.version + 1)}).status_code == 302
    assert reload(made).written["items"][1]["title"] == "Kế hoạch năm"


def test_an_item_is_added_and_one_without_children_removed(signed_in: SignIn) -> None:
    made, client = drafted(), signed_in("can-bo-quan")
    assert 'value="I" selected' in text(client.get(f"{at(made, 'them-muc')}?thuoc=I"))
    sent = ITEM | {"code": "I.3", "parent": "I", "block": "counts", "version": str(made.version)}
    assert client.post(at(made, "them-muc"), sent).status_code == 302
    assert client.post(at(made, "them-muc"), sent | {"version": str(made.version + 1)}).status_code == 422
    for code in ("I.3", "I"):
        client.post(at(made, "muc", code, "bo"), {"version": str(reload(made).version)})
    assert [node.code for node in tree_of(reload(made)).walk()] == ["I", "I.1", "I.2", "P"]


def test_an_item_below_too_many_others_is_refused_with_a_sentence(signed_in: SignIn) -> None:
    codes = [f"I{'.1' * n}" for n in range(6)]
    items = [item("I", code=code, **({"parent": codes[n - 1]} if n else {})) for n, code in enumerate(codes)]
    made = drafted(*items)
    sent = ITEM | {"code": "X", "parent": codes[-1], "block": "counts", "version": str(made.version)}
    answer = signed_in("can-bo-quan").post(at(made, "them-muc"), sent)
    assert answer.status_code == 422
    assert "sâu quá 6 cấp" in text(answer)
    assert reload(made).version == made.version


def test_no_more_items_are_added_than_a_sheet_may_bring(signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vidan.scorecards.services.write_rubric.MOST", len(ITEMS))
    made = drafted()
    sent = ITEM | {"code": "I.3", "parent": "I", "block": "counts", "version": str(made.version)}
    answer = signed_in("can-bo-quan").post(at(made, "them-muc"), sent)
    assert (answer.status_code, "tối đa 4 mục" in text(answer)) == (422, True)


def test_a_field_is_added_with_what_its_points_do(signed_in: SignIn) -> None:
    made = drafted()
    sent = ITEM | {"code": "T", "parent": "", "block": "bonus", "cap": "2,5", "version": str(made.version)}
    assert signed_in("can-bo-quan").post(at(made, "them-muc"), sent).status_code == 302
    assert (reload(made).written["items"][-1]["block"], reload(made).written["items"][-1]["cap"]) == ("bonus", "2.5")


def test_a_fault_is_told_at_its_item_and_a_recorded_doubt_lets_it_stand(signed_in: SignIn) -> None:
    made, head = faulty(), signed_in("lanh-dao")
    page = text(head.get(at(made)))
    assert page.count("các mục con cộng lại là 10") == 2
    assert "Công bố bản này" not in page
    assert head.post(at(made, "muc", "I", "nghi-van"), {"version": str(made.version)}).status_code == 422
    told = {"version": str(made.version), "reason": "Quyết định ghi 11."}
    assert head.post(at(made, "muc", "I", "nghi-van"), told).status_code == 302
    page = text(head.get(at(made)))
    assert "Quyết định ghi 11." in page
    assert "Công bố bản này" in page


def test_a_recorded_doubt_is_withdrawn_by_a_button(signed_in: SignIn) -> None:
    made, client = faulty(), signed_in("can-bo-quan")
    page = at(made, "muc", "I", "nghi-van")
    assert "Rút chỗ nghi vấn này" not in text(client.get(page))
    client.post(page, {"version": str(made.version), "reason": "Quyết định ghi 11."})
    assert "Rút chỗ nghi vấn này" in text(client.get(page))
    late = client.post(f"{page}rut/", {"version": str(made.version)}, follow=True)
    assert "vừa được người khác thay đổi" in text(late)
    done = client.post(f"{page}rut/", {"version": str(made.version + 1)}, follow=True)
    assert "Đã rút chỗ nghi vấn ở mục I." in text(done)
    assert "Quyết định ghi 11." not in text(done)
    again = client.post(f"{page}rut/", {"version": str(made.version + 2)}, follow=True)
    assert "đổi hoặc bỏ" in text(again)
    assert client.get(f"{page}rut/").status_code == 405
    for local in ("can-bo-phuong", "can-bo-ubnd"):
        assert signed_in(local).post(f"{page}rut/", {"version": str(made.version + 2)}).status_code == 404


def test_what_nobody_may_doubt_has_no_page_for_it(signed_in: SignIn) -> None:
    assert signed_in("lanh-dao").get(at(drafted(), "muc", "I", "nghi-van")).status_code == 404


def test_the_head_publishes_and_the_page_shows_by_whom_and_the_digest(signed_in: SignIn) -> None:
    made, head = drafted(), signed_in("lanh-dao")
    head.post(at(made, "cong-bo"), {"version": str(made.version)})
    page = text(head.get(at(made)))
    for words in ("đã công bố", "Lãnh đạo Mặt trận (mẫu)", "Cán bộ quận (mẫu)", reload(made).digest):
        assert words in page


@pytest.mark.parametrize("version", ["", "1", "x", "9" * 30])
@pytest.mark.parametrize("what", ["cong-bo", "bo"])
def test_a_button_of_an_older_page_does_nothing(what: str, version: str, signed_in: SignIn) -> None:
    made, head = drafted(), signed_in("lanh-dao")
    assert "vừa được người khác thay đổi" in text(head.post(at(made, what), {"version": version}, follow=True))
    assert reload(made).version == made.version


def test_a_rubric_with_faults_is_not_published_by_a_post_either(signed_in: SignIn) -> None:
    made = faulty()
    answer = signed_in("lanh-dao").post(at(made, "cong-bo"), {"version": str(made.version)}, follow=True)
    assert "Chưa công bố được" in text(answer)


def test_a_published_version_has_no_page_of_change(signed_in: SignIn) -> None:
    made, head = published(), signed_in("lanh-dao")
    for place in ("ten", "tu-bang-tinh", "them-muc", "muc/I", "muc/I/nghi-van"):
        assert head.get(at(made, place)).status_code == 404, place
    for place in ("muc/I.1/bo", "muc/I/nghi-van/rut", "cong-bo", "bo"):
        assert head.post(at(made, place), {"version": str(made.version)}).status_code == 404, place
    assert "Sửa tên" not in text(head.get(at(made)))


def test_content_that_does_not_match_its_digest_is_told(signed_in: SignIn) -> None:
    made = published()
    RubricVersion.objects.filter(pk=made.pk).update(title="Khác")
    assert "không còn khớp" in text(signed_in("lanh-dao").get(at(made)))


def test_two_versions_are_compared(signed_in: SignIn) -> None:
    old, client = published(), signed_in("can-bo-quan")
    client.post(at(old, "ban-moi"))
    new = RubricVersion.objects.get(number=2)
    change_item(pk=new.pk, version=new.version, item=item("I.1", title="Kế hoạch năm"), actor=actor("can-bo-quan"))
    for page in (at(new), at(old)):  # the later one is always told against the earlier
        assert at(new, "khac-ban", "1") in text(client.get(page))
    page = text(client.get(at(new, "khac-ban", "1")))
    assert "<td>Kế hoạch</td><td>Kế hoạch năm</td>" in page
    for number in ("7", str(2**70)):
        assert client.get(at(new, "khac-ban", number)).status_code == 404


def test_a_second_draft_leads_to_the_first(signed_in: SignIn) -> None:
    old, client = published(), signed_in("can-bo-quan")
    new = draft_next(pk=old.pk, actor=actor("can-bo-quan"))
    assert client.post(at(old, "ban-moi"))["Location"] == at(new)


def test_the_sheet_that_is_downloaded_can_be_read_back(signed_in: SignIn) -> None:
    made = drafted()
    answer = signed_in("can-bo-quan").get(f"{PLACE}{made.pk}/bang.xlsx")
    lines = read_lines(numbered_workbook_rows(answer.content))
    assert [line.item for line in lines] == ITEMS


def test_the_sample_sheet_has_every_way_of_scoring_and_can_be_read(signed_in: SignIn) -> None:
    lines = read_lines(numbered_workbook_rows(signed_in("can-bo-quan").get(f"{PLACE}mau.xlsx").content))
    assert [line.errors for line in lines] == [{}] * 11


def test_a_draft_of_another_front_is_not_there_and_a_published_one_can_only_be_read(signed_in: SignIn) -> None:
    made, other = drafted(), published()
    for local in ("can-bo-phuong", "phu-nu", "chu-tich-ubnd", "mat-tran-tp", "giu-khoa"):
        for one in (made, other):
            assert signed_in(local).get(at(one)).status_code == 404, local
    assert signed_in("can-bo-quan").get(f"{PLACE}{2**70}/").status_code == 404
    assert signed_in("can-bo-quan").post(at(made, "cong-bo"), {"version": "2"}).status_code == 404


def test_pages_ask_little_of_the_database_however_many_versions(
    signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    old = published()
    new = draft_next(pk=old.pk, actor=actor("can-bo-quan"))
    for slug in ("papi-2011-2014", "kien-an-2021", "chuyen-doi-so-cap-xa"):
        taken(slug)
    wrong, client = faulty(), signed_in("lanh-dao")
    places = [PLACE, f"{PLACE}moi/", at(old), at(new), at(new, "khac-ban", "1"), at(wrong, "muc", "I", "nghi-van")]
    places += [at(wrong, more) for more in ("ten", "tu-bang-tinh", "them-muc", "muc/I.1", "")]
    for place in places:
        client.get(place)
        with django_assert_max_num_queries(10):
            assert client.get(place).status_code == 200, place
