"""The desk's pages of questionnaires: they show what stands, keep what was typed, and answer nobody who may not know."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor, unit
from tests.domain.questionnaire.test_answers import FORM
from tests.surveys.questionnaire_made import FRONT, asked_in, changed, drafted, published, reload
from tests.surveys.test_xlsform import file

from vidan.domain.questionnaire.edit import parts, remove_question
from vidan.domain.questionnaire.form import Asks, Condition, Factor, Kind, Question, Questionnaire, Section, Text
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.services.write_questionnaire import draft_next, form_of, take_over
from vidan.surveys.supplied import supplied_as
from vidan.surveys.xlsform.read import read_xlsform

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/mau-phieu/"
SignIn = Callable[[str], Client]


def at(version: QuestionnaireVersion, *more: str) -> str:
    return f"{PLACE}{version.pk}/" + "".join(f"{one}/" for one in more)


def text(answer: Any) -> str:
    told: str = answer.content.decode()
    return told


def asked(version: QuestionnaireVersion, code: str) -> Question:
    return next(one for one in form_of(reload(version)).questions() if one.code == code)


def order(version: QuestionnaireVersion, code: str) -> list[str]:
    return [one.code for one in parts(asked(version, code))]


def upload(data: bytes) -> dict[str, Any]:
    return {"table": SimpleUploadedFile("phieu.xlsx", data)}


@pytest.fixture
def officer(signed_in: SignIn) -> Client:
    return signed_in("can-bo-quan")


@pytest.fixture
def head(signed_in: SignIn) -> Client:
    return signed_in("lanh-dao")


def test_the_list_shows_versions_and_what_is_supplied(officer: Client) -> None:
    published()
    page = text(officer.get(PLACE))
    for words in ("Thử", "đã công bố", "8 câu hỏi", "Một phút tại quầy", "Lời văn của phần mềm"):
        assert words in page


def test_a_questionnaire_is_begun_and_its_first_question_added(officer: Client) -> None:
    place = officer.post(f"{PLACE}moi/", {"vi": "Mẫu của tôi", "en": ""})["Location"]
    made = QuestionnaireVersion.objects.get(title="Mẫu của tôi")
    assert "Thêm câu hỏi" in text(officer.get(place))
    assert "Năm mức hài lòng" in text(officer.get(at(made, "phan", "p1", "them-cau")))
    sent = {"version": "1", "kind": "single", "vi": "Đến lần đầu?", "lines": "Có | Yes\nKhông", "required": "on"}
    answer = officer.post(at(made, "phan", "p1", "them-cau"), sent)
    assert answer["Location"] == at(made) + "#q1"
    question = asked(made, "q1")
    assert (question.kind, question.required, question.label.vi) == (Kind.SINGLE, True, "Đến lần đầu?")
    assert [one.label for one in question.choices] == [Text("Có", "Yes"), Text("Không")]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_question_of_every_kind_is_added_by_its_form(officer: Client, kind: Kind) -> None:
    made = drafted()
    page = officer.get(at(made, "phan", "a", "them-cau") + f"?kieu={kind}")
    assert page.status_code == 200
    sent = {"version": "1", "kind": kind, "vi": "Câu mới", "lines": "Một\nHai", "code": "moi"}
    assert officer.post(at(made, "phan", "a", "them-cau"), sent).status_code == 302
    assert asked(made, "moi").kind == kind
    assert officer.get(at(made, "cau", "moi")).status_code == 200


def test_a_supplied_one_is_read_and_taken_over_with_one_button(officer: Client) -> None:
    page = text(officer.get(f"{PLACE}co-san/hai-long-dich-vu-cong/"))
    assert "không phải mẫu của cơ quan nhà nước" in page
    answer = officer.post(f"{PLACE}co-san/hai-long-dich-vu-cong/lay/")
    assert officer.post(f"{PLACE}co-san/hai-long-dich-vu-cong/lay/")["Location"] == answer["Location"]
    assert QuestionnaireVersion.objects.count() == 1
    assert officer.get(f"{PLACE}co-san/khong-co/").status_code == 404
    assert officer.post(f"{PLACE}co-san/khong-co/lay/").status_code == 404


def test_a_version_is_read_as_a_whole(officer: Client) -> None:
    page = text(officer.get(at(published())))
    for words in ("Phần một", "Đến lần đầu?", "Tiếp cận dịch vụ", "Chọn nhiều nhất 2 ý.", "Dấu nội dung", "Nơi chờ"):
        assert words in page
    assert "Sửa câu" not in page


def test_a_draft_names_every_fault_at_its_question(officer: Client, head: Client) -> None:
    made = drafted()
    changed(made, lambda form: remove_question(form, "came"))
    page = text(officer.get(at(made)))
    assert '<a href="#times">times</a>: Điều kiện nhắc đến một câu không có trong phiếu.' in page
    answer = head.post(at(made, "cong-bo"), {"version": "2"}, follow=True)
    assert "Chưa công bố được" in text(answer)
    assert reload(made).published_at is None


def test_the_head_publishes_what_he_saw(officer: Client, head: Client) -> None:
    made = drafted()
    assert "Công bố bản này" not in text(officer.get(at(made)))
    assert officer.post(at(made, "cong-bo"), {"version": "1"}).status_code == 404
    assert "Công bố bản này" in text(head.get(at(made)))
    head.post(at(made, "cong-bo"), {"version": "9"})
    assert reload(made).published_at is None
    head.post(at(made, "cong-bo"), {"version": "1"})
    assert reload(made).published_at


def test_a_changed_published_version_is_told(officer: Client) -> None:
    made = published()
    QuestionnaireVersion.objects.filter(pk=made.pk).update(title="Khác")
    assert "không còn khớp với dấu" in text(officer.get(at(made)))


def test_the_next_version_stands_beside_the_last(officer: Client) -> None:
    made = published()
    place = officer.post(at(made, "ban-moi"))["Location"]
    assert officer.post(at(made, "ban-moi"))["Location"] == place
    assert "Các bản khác" in text(officer.get(place))
    pk = place.split("/")[-2]
    assert officer.post(f"{PLACE}{pk}/bo/", {"version": "1"})["Location"] == PLACE
    assert QuestionnaireVersion.objects.count() == 1


def test_a_title_is_changed(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "ten"), {"version": "1", "vi": "Tên mới", "en": "New"})
    assert (reload(made).title, reload(made).title_en) == ("Tên mới", "New")


def test_sections_are_added_changed_moved_and_removed(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "them-phan"), {"version": "1", "vi": "Phần hai", "en": "Two"})
    officer.post(at(made, "phan", "p1"), {"version": "2", "vi": "Phần 2", "en": "Two", "shuffle": "on"})
    officer.post(at(made, "phan", "p1", "chuyen"), {"version": "3", "way": "up"})
    sections = form_of(reload(made)).sections
    assert [(one.code, one.title.vi, one.shuffle) for one in sections] == [
        ("p1", "Phần 2", True),
        ("a", "Phần một", False),
    ]
    assert "còn câu hỏi" in text(officer.post(at(made, "phan", "a", "bo"), {"version": "4"}, follow=True))
    officer.post(at(made, "phan", "p1", "bo"), {"version": "4"})
    assert len(form_of(reload(made)).sections) == 1


def test_a_question_is_changed_and_keeps_what_its_form_does_not_ask(officer: Client) -> None:
    made = drafted()
    sent = {"version": "1", "kind": "multiple", "vi": "Tại sao?", "en": "Why?", "least": "1", "most": "2,0"}
    assert officer.post(at(made, "cau", "why"), sent)["Location"] == at(made) + "#why"
    question = asked(made, "why")
    assert (question.label, question.least, question.most) == (Text("Tại sao?", "Why?"), Decimal(1), Decimal(2))
    assert order(made, "why") == ["x", "y", "z"]


def test_a_question_changes_its_kind_among_those_alike_only(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "cau", "why"), {"version": "1", "kind": "single", "vi": "Vì sao?"})
    assert (asked(made, "why").kind, asked(made, "why").most, len(asked(made, "why").choices)) == (Kind.SINGLE, None, 3)
    answer = officer.post(at(made, "cau", "why"), {"version": "2", "kind": "date", "vi": "Vì sao?"})
    assert (answer.status_code, asked(made, "why").kind) == (422, Kind.SINGLE)


def test_questions_are_moved_and_removed(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "cau", "word", "chuyen"), {"version": "1", "way": "up"})
    assert asked_in(made)[-2:] == ["word", "day"]
    assert officer.post(at(made, "cau", "word", "bo"), {"version": "2"})["Location"] == at(made) + "#a"
    assert "word" not in asked_in(made)


def test_choices_are_added_changed_moved_and_removed(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "cau", "why", "them-y"), {"version": "1", "lines": "Bốn | Four\n\nNăm"})
    officer.post(at(made, "cau", "why", "y", "c2", "chuyen"), {"version": "2", "way": "up"})
    officer.post(at(made, "cau", "why", "y", "x", "bo"), {"version": "3"})
    officer.post(at(made, "cau", "why", "y", "y"), {"version": "4", "vi": "Y mới", "en": "New Y"})
    assert order(made, "why") == ["y", "z", "c2", "c1"]
    assert asked(made, "why").choices[0].label == Text("Y mới", "New Y")


def test_a_line_of_a_matrix_gets_a_factor_of_its_own(officer: Client) -> None:
    made = drafted()
    officer.post(at(made, "cau", "parts", "y", "form"), {"version": "1", "vi": "Biểu mẫu", "factor": "result"})
    assert [one.factor for one in asked(made, "parts").lines] == [Factor.ACCESS, Factor.RESULT]


def test_a_condition_is_added_in_two_steps_and_removed(officer: Client) -> None:
    made = drafted()
    page = text(officer.get(at(made, "cau", "day", "dieu-kien")))
    assert "?cau=came" in page
    assert "?cau=parts" not in page
    assert "?cau=day" not in page
    place = at(made, "cau", "day", "dieu-kien") + "?cau=why"
    assert "khác tất cả" in text(officer.get(place))
    officer.post(place, {"version": "1", "asks": "is", "values": ["x", "z"]})
    assert asked(made, "day").show_if == (Condition("why", Asks.IS, ("x", "z")),)
    assert "“X” hoặc “Z”" in text(officer.get(at(made, "cau", "day")))
    officer.post(at(made, "cau", "day", "dieu-kien", "0", "bo"), {"version": "2"})
    assert asked(made, "day").show_if == ()


@pytest.mark.parametrize(
    ("question", "sent", "status"),
    [
        ("times", {"asks": "at_least", "bound": "3,5"}, 302),
        ("times", {"asks": "at_least", "bound": ""}, 422),
        ("times", {"asks": "is", "bound": "3"}, 422),
        ("polite", {"asks": "at_most", "values": ["2"]}, 302),
        ("polite", {"asks": "at_most", "values": ["2", "3"]}, 422),
        ("came", {"asks": "is", "values": []}, 422),
        ("came", {"asks": "is", "values": ["maybe"]}, 422),
        ("came", {"asks": "at_least", "values": ["yes"]}, 422),
    ],
)
def test_a_condition_fits_the_question_it_looks_at(
    officer: Client, question: str, sent: dict[str, Any], status: int
) -> None:
    made = drafted()
    answer = officer.post(at(made, "cau", "day", "dieu-kien") + f"?cau={question}", {"version": "1", **sent})
    assert answer.status_code == status
    assert len(asked(made, "day").show_if) == (status == 302)


def places(made: QuestionnaireVersion) -> list[tuple[str, dict[str, Any]]]:
    return [
        (at(made, "ten"), {"vi": "Tên khác"}),
        (at(made, "them-phan"), {"vi": "Phần khác"}),
        (at(made, "phan", "a"), {"vi": "Phần khác"}),
        (at(made, "phan", "a", "them-cau"), {"kind": "short", "vi": "Câu khác"}),
        (at(made, "cau", "why"), {"kind": "multiple", "vi": "Câu khác"}),
        (at(made, "cau", "why", "them-y"), {"lines": "Ý khác"}),
        (at(made, "cau", "why", "y", "x"), {"vi": "Ý khác"}),
        (at(made, "cau", "day", "dieu-kien") + "?cau=why", {"asks": "is", "values": ["x", "y"]}),
    ]


@pytest.mark.parametrize("n", range(8))
def test_who_comes_late_is_told_and_keeps_what_he_typed(officer: Client, n: int) -> None:
    made = drafted()
    changed(made, lambda form: form)
    place, sent = places(made)[n]
    answer = officer.post(place, {"version": "1", **sent})
    assert answer.status_code == 422
    assert "vừa được người khác thay đổi" in text(answer)
    assert 'name="version" value="2"' in text(answer)
    kept = [value for name, value in sent.items() if name in ("vi", "lines")]
    assert all(value in text(answer) for value in kept)
    assert text(answer).count("checked") >= (3 if n == 7 else 0)
    assert form_of(reload(made)) == FORM


@pytest.mark.parametrize("n", range(8))
def test_nothing_typed_is_answered_on_the_page(officer: Client, n: int) -> None:
    made = drafted()
    place, sent = places(made)[n]
    answer = officer.post(place, {"version": "1", **({"kind": sent["kind"]} if "kind" in sent else {})})
    assert answer.status_code == 422
    assert 'id="loi"' in text(answer)
    assert reload(made).version == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"code": "came"},
        {"code": "Hoa"},
        {"code": "a b"},
        {"lines": "Một\n| Two"},
        {"lines": "x" * 501},
        {"lines": "\n".join(f"Ý {n}" for n in range(61))},
        {"vi": "x" * 501},
        {"hint_en": "Only English"},
        {"version": "x"},
    ],
)
def test_a_question_that_cannot_be_taken_is_answered_on_the_page(officer: Client, sent: dict[str, str]) -> None:
    made = drafted()
    good = {"version": "1", "kind": "single", "vi": "Câu mới", "lines": "Một\nHai", "code": "moi"}
    assert officer.post(at(made, "phan", "a", "them-cau"), good | sent).status_code == 422
    assert "moi" not in asked_in(made)


@pytest.mark.parametrize("way", ["", "left"])
def test_only_up_and_down_are_ways(officer: Client, way: str) -> None:
    assert officer.post(at(drafted(), "cau", "word", "chuyen"), {"version": "1", "way": way}).status_code == 404


def test_what_is_not_there_is_no_page(officer: Client) -> None:
    made = drafted()
    for place in (
        at(made, "phan", "x"),
        at(made, "phan", "x", "them-cau"),
        at(made, "cau", "x"),
        at(made, "cau", "why", "y", "q"),
        at(made, "cau", "x", "dieu-kien"),
        f"{PLACE}999/",
        f"{PLACE}{2**70}/",
    ):
        assert officer.get(place).status_code == 404
    for place in (
        at(made, "phan", "x", "chuyen"),
        at(made, "phan", "x", "bo"),
        at(made, "cau", "x", "chuyen"),
        at(made, "cau", "x", "bo"),
        at(made, "cau", "why", "y", "q", "bo"),
        at(made, "cau", "x", "them-y"),
        at(made, "cau", "day", "dieu-kien", "0", "bo"),
    ):
        assert officer.post(place, {"version": "1", "way": "up"}).status_code == 404
    assert reload(made).version == 1


def test_pages_of_a_published_version_do_not_change_it(officer: Client) -> None:
    made = published()
    for place, sent in places(made):
        assert officer.post(place, {"version": str(made.version), **sent}).status_code == 404
    assert reload(made).written == made.written


@pytest.mark.parametrize("local", ["can-bo-phuong", "dieu-tra", "mat-tran-tp"])
def test_nobody_else_finds_the_pages(signed_in: SignIn, local: str) -> None:
    assert signed_in(local).get(at(drafted())).status_code == 404


def test_the_preview_is_what_people_see_in_their_language(officer: Client) -> None:
    made = take_over(front=unit(FRONT), supplied=supplied_as("mot-phut-tai-quay"), actor=actor("can-bo-quan"))
    assert "Rất không hài lòng" in text(officer.get(at(made, "xem-thu")))
    page = text(officer.get("/en" + at(made, "xem-thu")))
    assert "Very dissatisfied" in page
    assert "How many times have you had to come" in page


def test_the_preview_can_be_tried_and_keeps_nothing(officer: Client) -> None:
    made = drafted()
    wrong = officer.post(at(made, "xem-thu"), {"q-came": "yes", "q-word": "Một lời <b>"})
    assert wrong.status_code == 422
    assert 'href="#q-parts-place-1"' in text(wrong)
    assert "Một lời &lt;b&gt;" in text(wrong)
    right = officer.post(at(made, "xem-thu"), {"q-came": "yes", "q-parts-place": "4", "q-parts-form": "5"})
    assert "Phiếu đã điền đủ và đúng." in text(right)
    assert reload(made).version == 1


def test_a_faulty_draft_is_previewed_and_not_tried(officer: Client) -> None:
    made = drafted(Questionnaire(Text("x"), (Section("a", Text("A"), (Question("q", Kind.SINGLE, Text("Q")),)),)))
    assert "chưa thử trả lời được" in text(officer.post(at(made, "xem-thu"), {"q-q": "x"}))


def test_the_xlsform_of_a_version_brings_the_same_form_back(officer: Client) -> None:
    made = published()
    data = officer.get(f"{at(made)}xlsform.xlsx").content
    assert read_xlsform(data).form == FORM
    answer = officer.post(f"{PLACE}tu-tep/", upload(data))
    assert form_of(QuestionnaireVersion.objects.get(pk=answer["Location"].split("/")[-2])) == FORM


def test_faults_of_a_file_are_told_by_sheet_row_and_column_and_nothing_is_kept(officer: Client) -> None:
    data = file(["text", "loi", "Lời"], ["calculate", "x", "X"])
    answer = officer.post(f"{PLACE}tu-tep/", upload(data))
    assert answer.status_code == 422
    assert "Trang survey, dòng 3, cột A" in text(answer)
    english = officer.post(f"/en{PLACE}tu-tep/", upload(data))
    assert "A questionnaire has no type “calculate”." in text(english)
    assert not QuestionnaireVersion.objects.exists()


def test_what_a_file_leaves_out_is_told_before_it_is_taken(officer: Client) -> None:
    made = drafted()
    data = file(["start", "start", ""], ["text", "Loi", "Lời"])
    page = text(officer.post(at(made, "tu-tep"), {"version": "1", **upload(data)}))
    assert "không ghi giờ" in page
    assert "“Loi” được đổi thành “loi”" in page
    assert reload(made).version == 1
    taken = page.split('name="taken" value="')[1].split('"')[0]
    assert officer.post(at(made, "tu-tep"), {"version": "1", "taken": taken})["Location"] == at(made)
    assert asked_in(made) == ["loi"]


def test_what_was_read_cannot_be_altered_on_the_way(officer: Client) -> None:
    answer = officer.post(f"{PLACE}tu-tep/", {"taken": "eyJ0aXRsZSI6e319:x:y"})
    assert (answer.status_code, QuestionnaireVersion.objects.count()) == (422, 0)


def test_a_file_that_came_late_changes_nothing(officer: Client) -> None:
    made = drafted()
    changed(made, lambda form: form)
    answer = officer.post(at(made, "tu-tep"), {"version": "1", **upload(file(["text", "loi", "Lời"]))})
    assert (answer.status_code, form_of(reload(made))) == (422, FORM)


@pytest.mark.parametrize("data", [b"", b"khong phai", b"PK\x03\x04" + b"\0" * 200])
def test_what_is_no_workbook_is_answered_with_a_sentence(officer: Client, data: bytes) -> None:
    answer = officer.post(f"{PLACE}tu-tep/", upload(data))
    assert answer.status_code == 422
    assert 'id="loi"' in text(answer)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_paper_is_a_pdf_in_either_language(officer: Client, language: str) -> None:
    answer = officer.get(f"{at(published())}phieu-giay-{language}.pdf")
    assert answer.content.startswith(b"%PDF")


def test_a_paper_in_no_such_language_is_no_page(officer: Client) -> None:
    assert officer.get(f"{at(drafted())}phieu-giay-fr.pdf").status_code == 404


@pytest.mark.parametrize("more", [(), ("cau", "access"), ("xem-thu",), ("cau", "overall", "dieu-kien")])
def test_a_long_questionnaire_costs_few_questions_to_the_database(officer: Client, more: tuple[str, ...]) -> None:
    made = take_over(front=unit(FRONT), supplied=supplied_as("hai-long-dich-vu-cong"), actor=actor("can-bo-quan"))
    officer.get(at(made, *more))
    with CaptureQueriesContext(connection) as asked_of:
        assert officer.get(at(made, *more)).status_code == 200
    assert len(asked_of) <= 10


def test_the_list_costs_few_questions_to_the_database(officer: Client) -> None:
    made = [published() for _n in range(6)]
    draft_next(pk=made[0].pk, actor=actor("can-bo-quan"))
    officer.get(PLACE)
    with CaptureQueriesContext(connection) as asked_of:
        officer.get(PLACE)
    assert len(asked_of) <= 10
