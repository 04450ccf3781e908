"""The moment of posting is read in every way the old portals wrote it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.oldpages.moments import MONTHS, NoSuchMoment, Told, told_in


@pytest.mark.parametrize(
    ("line", "before", "at"),
    [
        ("Tin tức sự kiện 13 Tháng Ba 2018 10:05:00 SA", "Tin tức sự kiện", datetime(2018, 3, 13, 10, 5)),
        ("13 Tháng Ba 2018 10:05:00 CH", "", datetime(2018, 3, 13, 22, 5)),
        ("01 Tháng Mười Hai 2015 12:00:09 SA", "", datetime(2015, 12, 1, 0, 0, 9)),
        ("01 Tháng Mười Một 2015 12:30:00 CH", "", datetime(2015, 11, 1, 12, 30)),
        ("5 Tháng Năm 2016 7:05:00 SA", "", datetime(2016, 5, 5, 7, 5)),
        ("5 thang nam 2016 7:05:00 sa", "", datetime(2016, 5, 5, 7, 5)),
        ("Thông báo | 5 Tháng 7 2016", "Thông báo", datetime(2016, 7, 5)),
        ("Thông báo - 05/07/2016 14:20", "Thông báo", datetime(2016, 7, 5, 14, 20)),
        ("05/07/2016, 8h15", "", datetime(2016, 7, 5, 8, 15)),
        ("Tin 05/07/2016 02:20:00 PM.", "Tin", datetime(2016, 7, 5, 14, 20)),
    ],
)
def test_a_line_tells_category_and_moment(line: str, before: str, at: datetime) -> None:
    assert told_in(line) == Told(at, before)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Chương trình số 308 ngày 29 tháng 12 năm 2017 giữa hai bên",
        "Báo cáo trước ngày 05/07/2016",
        "13 Tháng Ba 2018 10:05:00 SA là lúc bài được đăng",
        f"{'Mặt trận phường báo cáo kết quả ' * 4} 13 Tháng Ba 2018",
    ],
)
def test_a_sentence_with_a_day_tells_no_moment(line: str) -> None:
    assert told_in(line) is None


@pytest.mark.parametrize(
    "line",
    ["31 Tháng Hai 2018 10:05:00 SA", "13 Tháng Ba 2018 25:05:00", "13 Tháng Bụt 2018 10:05:00 SA", "32/01/2018 10:00"],
)
def test_what_can_be_no_moment_is_said_to_be_none(line: str) -> None:
    with pytest.raises(NoSuchMoment):
        told_in(line)


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2030, 1, 1)), st.sampled_from(sorted(MONTHS)))
def test_what_a_portal_writes_is_read_back(at: datetime, name: str) -> None:
    at = at.replace(day=min(at.day, 28), month=MONTHS[name], microsecond=0)
    half = "CH" if at.hour >= 12 else "SA"
    told = told_in(f"Tin {at.day:02d} Tháng {name.title()} {at.year} {at.hour % 12 or 12}:{at:%M:%S} {half}")
    assert told == Told(at, "Tin")
