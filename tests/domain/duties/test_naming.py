"""Whom the words of a duty name, and in what part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.founding import SHARED

from vidan.domain.duties.naming import MEMBERS, WARDS, Body, named_in
from vidan.domain.duties.reading import read_plan


def front(key: str, place: str, *, in_ward: bool = True) -> Body:
    names = (f"Ủy ban Mặt trận Tổ quốc Việt Nam {place}", f"Mặt trận {place}")
    return Body(key, names, place, is_front=True, in_ward=in_ward, is_own=not in_ward)


def union(key: str, place: str, name: str, short: str, *, in_ward: bool = True) -> Body:
    return Body(key, (f"{name} {place}", f"{short} {place}"), place, is_front=False, in_ward=in_ward)


WOMEN = "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ"
BODIES = (
    front("own", "Quận 2", in_ward=False),
    front("an-phu", "Phường An Phú"),
    front("an-khanh", "Phường An Khánh"),
    front("an-loi-dong", "Phường An Lợi Đông"),
    union("women-an-phu", "Phường An Phú", *WOMEN),
    union("women-an-khanh", "Phường An Khánh", *WOMEN),
    union("labour", "Quận 2", "Liên đoàn Lao động", "Liên đoàn Lao động", in_ward=False),
)

CASES = [
    ("Mặt trận Phường An Phú mở hội nghị.", ["an-phu"], []),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam phường An Phú báo cáo.", ["an-phu"], []),
    ("UBMTTQ phường An Phú và MTTQ phường An Khánh báo cáo.", ["an-phu", "an-khanh"], []),
    ("MTTQ P. An Phú báo cáo.", ["an-phu"], []),
    ("Mặt trận các phường An Phú, An Khánh và An Lợi Đông tổ chức.", ["an-phu", "an-khanh", "an-loi-dong"], []),
    ("Mặt trận phường An Phú, phường An Khánh tổ chức.", ["an-phu", "an-khanh"], []),
    ("Mặt trận Tổ quốc các phường tổ chức hội nghị.", [WARDS], []),
    ("MẶT TRẬN TỔ QUỐC CÁC PHƯỜNG TỔ CHỨC HỘI NGHỊ", [WARDS], []),
    ("Mặt trận 11 phường tổ chức hội nghị.", [WARDS], []),
    ("Các phường báo cáo hằng quý.", [WARDS], []),
    ("Mặt trận cơ sở báo cáo.", [WARDS], []),
    ("Ban Thường trực Ủy ban Mặt trận Tổ quốc các phường báo cáo.", [WARDS], []),
    ("Ban Thường trực lập kế hoạch.", ["own"], []),
    ("y ban Mặt trận Tổ quốc Việt Nam quận tổ chức.", ["own"], []),
    ("Ban Thường trực Uy ban Mặt trận Tổ quốc Việt Nam Quận 2 tổ chức.", ["own"], []),
    ("Hộp thư đặt tại trụ sở; Ủy ban Mặt trận Tổ quốc Việt Nam quận, phường công khai.", ["own", WARDS], []),
    ("Các tổ chức thành viên vận động hội viên.", [MEMBERS], []),
    ("Mặt trận và các đoàn thể tham gia.", [MEMBERS], []),
    ("Hội Liên hiệp Phụ nữ Phường An Phú vận động.", ["women-an-phu"], []),
    ("Hội Phụ nữ các phường vận động.", ["women-an-phu", "women-an-khanh"], []),
    ("Hội LHPN phường An Khánh vận động.", ["women-an-khanh"], []),
    ("LĐLĐ quận 2 vận động.", ["labour"], []),
    ("Liên đoàn Lao động vận động đoàn viên.", ["labour"], []),
    # who joins, is guided, checked or reported to
    ("Mặt trận quận chủ trì, phối hợp với các tổ chức thành viên thực hiện.", ["own"], [MEMBERS]),
    ("Kiểm tra việc thực hiện của các tổ chức thành viên, Mặt trận Tổ quốc các phường.", [], [WARDS, MEMBERS]),
    ("Hướng dẫn Mặt trận phường An Phú. Mặt trận phường An Khánh báo cáo.", ["an-khanh"], ["an-phu"]),
    ("Hướng dẫn các phường, giao Mặt trận phường An Phú làm điểm.", ["an-phu"], [WARDS]),
    ("Nâng thái độ giao tiếp; Mặt trận các phường giám sát.", [WARDS], []),
    # nobody of ours
    ("Báo cáo về Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố Hồ Chí Minh.", [], []),
    ("Trao đổi với Mặt trận quận Bình Thạnh.", [], []),
    ("Mặt trận phường Tân Định báo cáo.", [], []),
    ("Phản ánh với Ủy ban nhân dân quận, phường nơi người ấy làm việc.", [], []),
    ("Phản ánh với Ủy ban nhân dân các phường.", [], []),
    ("Đặt hộp thư tại các phường.", [], []),
    ("Tuyên truyền trên các phương tiện thông tin đại chúng.", [], []),
    ("Nêu các phương án; Mặt trận phương pháp.", [], []),
    ("Ban Thường trực Quận ủy cho ý kiến.", [], []),
    ("Mặt trận phối hợp tuyên truyền.", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("words", "responsible", "taking_part"), CASES)
def test_who_is_named_is_told_with_his_part(words: str, responsible: list[str], taking_part: list[str]) -> None:
    found = named_in(words, BODIES)
    assert (set(found.responsible), set(found.taking_part)) == (set(responsible), set(taking_part))


def test_nobody_is_named_where_no_body_is_known() -> None:
    words = "Mặt trận phường An Phú, các phường và các tổ chức thành viên báo cáo Ban Thường trực."
    assert named_in(words, ()) == named_in("", BODIES)


@given(st.text(max_size=200))
def test_whatever_stands_there_is_looked_through_without_a_fault(words: str) -> None:
    found = named_in(words, BODIES)
    assert not set(found.responsible) & set(found.taking_part)


@pytest.mark.shared
def test_whom_the_given_plan_of_2018_names() -> None:
    read = read_plan((SHARED / "seed" / "plan-2018.txt").read_text(encoding="utf-8").split("\n"))
    told = {one.clause: named_in(one.words, BODIES) for one in read.duties if one.is_duty}
    named = {
        clause: (set(one.responsible), set(one.taking_part))
        for clause, one in told.items()
        if one.responsible or one.taking_part
    }
    assert named == {
        "2.1": ({"own"}, set()),
        "2.4": ({"own", WARDS}, set()),
        "3.1": (set(), {WARDS}),
        "3.2": (set(), {WARDS, MEMBERS}),
    }
