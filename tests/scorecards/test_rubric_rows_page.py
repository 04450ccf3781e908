"""Rows brought from a spreadsheet: all faults by their cells, mended on the page, and whatever is hostile is refused whole."""

import io
import json
import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from tests.foundation.files.samples import with_parts
from tests.foundation.sheets.test_read import book, hostile
from tests.scorecards.rubric_made import ITEMS, drafted, reload
from tests.test_bad_input import FILES, HOSTILE, fed

from vidan.scorecards.gates import EVENTS
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_sheet import MOST, headings, rows_of
from vidan.scorecards.views.rubric_rows import AT_ONCE

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/bo-tieu-chi/"
SignIn = Callable[[str], Client]
FIELD = ("I", "", "Chỉ đạo", "10")
GOOD = ("I.1", "I", "Kế hoạch", "10", "Có/Không")
WRONG = ("I.1", "I", "Kế hoạch", "mười", "Mức", "Đủ")


def at(version: RubricVersion) -> str:
    return f"{PLACE}{version.pk}/tu-bang-tinh/"


def pasted(*rows: Sequence[str]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def upload(data: bytes, name: str = "bang.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def post(client: Client, version: RubricVersion, **sent: Any) -> Any:
    return client.post(at(version), {"version": str(reload(version).version)} | sent)


def inputs_of(page: str) -> dict[str, str]:
    """Every input of the page as a browser without scripts sends it."""
    found = dict(re.findall(r'<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page))
    return {name: unescape(value) for name, value in found.items() if name != "csrfmiddlewaretoken"}


def codes(version: RubricVersion) -> list[str]:
    return [one["code"] for one in reload(version).written["items"]]


@pytest.fixture
def draft() -> RubricVersion:
    return drafted(ITEMS[0] | {"maximum": "0", "method": {"kind": "yes_no"}})


def test_a_workbook_takes_the_place_of_what_the_draft_held(draft: RubricVersion, signed_in: SignIn) -> None:
    data = book(headings(), *rows_of(ITEMS))
    assert post(signed_in("can-bo-quan"), draft, table=upload(data)).status_code == 302
    assert reload(draft).written["items"] == ITEMS


def test_pasted_cells_do_the_same(draft: RubricVersion, signed_in: SignIn) -> None:
    assert post(signed_in("can-bo-quan"), draft, text=pasted(headings(), FIELD, GOOD)).status_code == 302
    assert codes(draft) == ["I", "I.1"]


def test_every_wrong_cell_is_told_with_its_name_and_nothing_is_saved(draft: RubricVersion, signed_in: SignIn) -> None:
    data = book(headings(), (), FIELD, WRONG)
    answer = post(signed_in("can-bo-quan"), draft, table=upload(data))
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in (">Ô D4</a>: “mười” không phải là số", ">Ô F4</a>: Không hiểu “Đủ”", "Còn 2 ô phải sửa"):
        assert words in page
    assert codes(draft) == ["I"]


def test_wrong_cells_are_mended_on_the_page_and_the_other_rows_are_kept(
    draft: RubricVersion, signed_in: SignIn
) -> None:
    client = signed_in("can-bo-quan")
    page = post(client, draft, text=pasted(FIELD, WRONG)).content.decode()
    sent = inputs_of(page)
    assert sent["o-2-3"] == "mười"
    page = client.post(at(draft), sent | {"o-2-3": "10"}).content.decode()
    assert "Còn 1 ô phải sửa" in page
    assert client.post(at(draft), inputs_of(page) | {"o-2-5": "Đủ = 10; Thiếu = 2,5"}).status_code == 302
    assert reload(draft).written["items"][1]["method"]["levels"] == [["a", "Đủ", "10"], ["b", "Thiếu", "2.5"]]


def test_many_wrong_rows_are_mended_a_few_at_a_time(draft: RubricVersion, signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    rows = [(f"I.{n}", "I", "x", "?", "Có/Không") for n in range(AT_ONCE + 3)]
    page = post(client, draft, text=pasted(FIELD, *rows)).content.decode()
    assert "Còn 3 dòng sai nữa" in page
    sent = inputs_of(page)
    assert len(sent) < 200
    page = client.post(at(draft), sent | {name: "1" for name in sent if name.endswith("-3")}).content.decode()
    assert "Còn 3 ô phải sửa" in page


def test_rows_wait_on_the_page_when_somebody_else_was_first(draft: RubricVersion, signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    answer = client.post(at(draft), {"version": str(draft.version - 1), "text": pasted(FIELD, GOOD)})
    page = answer.content.decode()
    assert "vừa được người khác thay đổi" in page
    assert client.post(at(draft), inputs_of(page)).status_code == 302
    assert codes(draft) == ["I", "I.1"]


def test_faults_of_the_tree_are_told_by_their_cells_and_may_be_kept_for_later(
    draft: RubricVersion, signed_in: SignIn
) -> None:
    client = signed_in("can-bo-quan")
    rows = (("I", "", "Chỉ đạo", "12"), GOOD, ("T", "", "Tùy", "1", "Có điều kiện", CONDITION))
    page = post(client, draft, text=pasted(*rows)).content.decode()
    assert ">Ô D1</a>: Điểm tối đa là 12 nhưng các mục con cộng lại là 10." in page
    assert ">Ô F3</a>: Điều kiện nêu một mục không có" in page
    assert codes(draft) == ["I"]
    assert client.post(at(draft), inputs_of(page) | {"keep": "1"}).status_code == 302
    assert codes(draft) == ["I", "I.1", "T"]


def test_rows_that_cannot_be_read_are_not_kept_for_later(draft: RubricVersion, signed_in: SignIn) -> None:
    assert post(signed_in("can-bo-quan"), draft, text=pasted(FIELD, WRONG), keep="1").status_code == 422
    assert codes(draft) == ["I"]


CONDITION = "theo X; có điểm: Có/Không; không có điểm: Có/Không"


def test_without_file_and_text_the_page_says_so(draft: RubricVersion, signed_in: SignIn) -> None:
    answer = post(signed_in("can-bo-quan"), draft)
    assert answer.status_code == 422
    assert "Chưa có dòng nào" in answer.content.decode()


def test_html_in_a_cell_is_text(draft: RubricVersion, signed_in: SignIn) -> None:
    page = post(
        signed_in("can-bo-quan"), draft, text=pasted(("<script>1</script>", "", "<b>x</b>", "1"))
    ).content.decode()
    assert "<script>1" not in page
    assert "<b>x" not in page


def test_a_formula_is_told_and_not_run(draft: RubricVersion, signed_in: SignIn) -> None:
    data = book(FIELD, ("I.1", "I", '=HYPERLINK("http://x.example")', "=5+5", "Có/Không"))
    page = post(signed_in("can-bo-quan"), draft, table=upload(data)).content.decode()
    assert page.count("Ô này là công thức") == 4  # at the top and at the cell, of two


def many(count: int) -> bytes:
    out, made = io.BytesIO(), Workbook(write_only=True)
    sheet = made.create_sheet()
    for n in range(count):
        sheet.append((str(n), "", "x", 1, "Có/Không"))
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("count", [MOST + 1, 20_001])
def test_a_sheet_with_too_many_rows_is_refused_whole(count: int, draft: RubricVersion, signed_in: SignIn) -> None:
    answer = post(signed_in("can-bo-quan"), draft, table=upload(many(count)))
    assert answer.status_code == 422
    assert codes(draft) == ["I"]


def test_a_sheet_with_as_many_rows_as_may_be_is_taken(draft: RubricVersion, signed_in: SignIn) -> None:
    assert post(signed_in("can-bo-quan"), draft, table=upload(many(MOST))).status_code == 302
    assert len(codes(draft)) == MOST


HOSTILE_BOOKS = {
    "macros": with_parts(book(FIELD), {"xl/vbaProject.bin": b"x"}),
    "entities": hostile(),
    "cut off": book(FIELD)[:900],
    **{name: content for name, (_filename, content) in FILES.items()},
}


@pytest.mark.parametrize("name", HOSTILE_BOOKS)
def test_a_file_that_is_no_honest_workbook_is_refused(name: str, draft: RubricVersion, signed_in: SignIn) -> None:
    answer = post(signed_in("can-bo-quan"), draft, table=upload(HOSTILE_BOOKS[name]))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert codes(draft) == ["I"]


ODD_ROWS = ("", "x", "7", "{}", "[1]", "[[1]]", '[["a", []]]', "[[1, 2]]", "[[Infinity, []]]", "[" * 9_000, '{"a": 1}')
ODD_CELLS = ('[[1, ["\\ud800", null, {}, [1]]]]', "[[-1, []]]", '[[1, "abc"]]', '[[1, {"a": 1}]]')


@pytest.mark.fuzz
@pytest.mark.parametrize("rows", [*ODD_ROWS, *ODD_CELLS])
def test_rows_that_a_program_made_up_are_refused(rows: str, draft: RubricVersion, signed_in: SignIn) -> None:
    assert post(signed_in("can-bo-quan"), draft, rows=rows).status_code == 422
    assert codes(draft) == ["I"]


@pytest.mark.fuzz
@pytest.mark.parametrize("text", HOSTILE)
def test_every_form_of_a_rubric_takes_or_refuses_what_comes(text: str, signed_in: SignIn) -> None:
    made, client, told = drafted(ITEMS[0] | {"maximum": "11"}, *ITEMS[1:]), signed_in("lanh-dao"), fed(text)[:100_000]
    heading = ("title", "decision", "level", "first_year", "last_year", "basis", "rescale", "bands")
    gates = tuple(f"gate_{event}" for event in EVENTS)
    item = ("code", "parent", "title", "maximum", "way", "details", "scorer", "evidence", "block", "cap", "figure")
    one = f"{PLACE}{made.pk}/"
    for place, names in (
        (f"{PLACE}moi/", (*heading, *gates)),
        (f"{one}ten/", (*heading, *gates, "version")),
        (f"{one}them-muc/", (*item, "version")),
        (f"{one}muc/I.1/", (*item, "version")),
        (f"{one}muc/I/nghi-van/", ("version", "reason")),
        (f"{one}muc/I/nghi-van/rut/", ("version",)),
        (f"{one}tu-bang-tinh/", ("version", "text", "rows", "o-1-1")),
        (f"{one}cong-bo/", ("version",)),
        (f"{one}bo/", ("version",)),
    ):
        for sent in (dict.fromkeys(names, told), dict.fromkeys(names, told) | {"version": str(made.version)}):
            if place.endswith(("/cong-bo/", "/bo/")) and sent["version"] == str(made.version):
                continue
            if "version" not in names:
                sent.pop("version", None)
            assert client.post(place, sent).status_code in (200, 302, 422), place
            made = reload(made)
    for way in ("levels", "ratio_steps", "per_day", "conditional"):
        sent = {
            "version": str(made.version),
            "title": "x",
            "maximum": "1",
            "way": way,
            "details": told,
            "scorer": "unit",
        }
        assert client.post(f"{one}muc/I.1/", sent).status_code in (302, 422)
        made = reload(made)
    assert client.get(f"{one}them-muc/", {"thuoc": told[:2_000]}).status_code == 200


@pytest.mark.fuzz
@pytest.mark.parametrize("text", HOSTILE)
def test_every_cell_takes_or_refuses_what_comes(text: str, draft: RubricVersion, signed_in: SignIn) -> None:
    told = fed(text)[:20_000]
    for column in range(12):
        row = [*GOOD, *[""] * 7]
        row[column] = told
        rows = json.dumps([[1, list(FIELD)], [2, row]])
        assert post(signed_in("can-bo-quan"), draft, rows=rows).status_code in (302, 422), column
