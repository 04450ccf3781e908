"""What gives a person away in a text: a table of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.publishing.traces import Mark, traces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Người dân hẹn ba lần mới nhận được kết quả trong tháng 3.", []),
        ("Ủy ban đã xin lỗi và trả hồ sơ trong 2 ngày làm việc.", []),
        ("Phải chờ 45 phút; lệ phí 15.000 đồng, 150.000 đồng.", []),
        ("Nghị định 61/2018/NĐ-CP được dán ở quầy.", []),
        ("Xem hồ sơ PA-2018-0147.", [Mark.CASE_CODE]),
        ("mã 7K2M 9QXA 3RTW 5HNC đã cấp", [Mark.RECEIPT_CODE]),
        ("Ngày 12/03/2018 ông đến.", [Mark.DAY]),
        ("hẹn ngày 12 tháng 3", [Mark.DAY]),
        ("hôm 12/3 không ai trực", [Mark.DAY]),
        ("ghi nhận 2018-03-12", [Mark.DAY]),
        ("gọi 0903 123 456 để hỏi", [Mark.LONG_NUMBER]),
        ("căn cước 079123456789", [Mark.LONG_NUMBER]),
        ("thư tới ai.do@vidu.example nhé", [Mark.E_MAIL]),
        ("nhà ở hẻm 12, tổ 4", [Mark.HOUSE_NUMBER, Mark.HOUSE_NUMBER]),
        ("Người trực quầy số 2 đi vắng.", [Mark.COUNTER]),
        ("PA-2018-0147 và 12/03/2018", [Mark.CASE_CODE, Mark.DAY]),
    ],
)
def test_marks_are_found(text: str, found: list[Mark]) -> None:
    assert [trace.mark for trace in traces(text)] == found


@pytest.mark.parametrize("written", ["Nguyễn Văn Mẫu", "nguyen van mau", "NGUYỄN VĂN MẪU,"])
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert [one.mark for one in traces(f"Ông {written} đã xin lỗi.", names=["Nguyễn Văn Mẫu"])] == [Mark.NAME]


def test_a_name_inside_another_word_is_no_name() -> None:
    assert traces("Phòng làm việc mẫu mực.", names=["Phong"]) != ()
    assert traces("Phonglan nở.", names=["Phong"]) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for trace in traces(text, names=["Mẫu"]):
        assert trace.words
