"""The heading of a rubric in the browser: title and years, bands and their gates, weights and the scale of the whole."""

from decimal import Decimal

import pytest
from tests.cases.made import actor
from tests.scorecards.rubric_made import ITEMS, drafted, reload
from tests.scorecards.test_rubric_pages import HEADING, PLACE, SignIn, at, text

from vidan.domain.scoring.bands import Band, Bands, Gate
from vidan.domain.scoring.written import bands_to
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.write_rubric import draft_next, replace_items, tree_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"last_year": "2017"},
        {"level": "x"},
        {"bands": "Tốt"},
        {"bands": "Tốt = 1\nKhá = 2"},
        {"title": ""},
        {"bands": "= 3"},
        {"bands": "Tốt = 80\nTốt = 65"},
    ],
)
def test_a_wrong_heading_is_told_and_kept(wrong: dict[str, str], signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(f"{PLACE}moi/", HEADING | wrong)
    assert answer.status_code == 422
    assert "Quyết định 1" in text(answer)
    assert not RubricVersion.objects.exists()


def test_the_heading_of_a_draft_is_changed(signed_in: SignIn) -> None:
    made, client = drafted(), signed_in("can-bo-quan")
    sent = HEADING | {"version": str(made.version), "bands": ""}
    assert client.post(at(made, "ten"), sent).status_code == 302
    assert (reload(made).title, reload(made).bands) == ("Bộ mới", None)


def gates_of(version: RubricVersion) -> list[dict[str, str]]:
    assert version.bands is not None
    gates: list[dict[str, str]] = version.bands["gate"]
    return gates


GATES = {"gate_criterion_at_zero": "khá", "gate_not_self_scored": "Kém"}


def test_an_officer_sets_the_gates_and_the_page_tells_them_in_words(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    place = client.post(f"{PLACE}moi/", HEADING | GATES)["Location"]
    told = RubricVersion.objects.get()
    gates = [
        {"event": "criterion_at_zero", "highest": "Khá"},
        {"event": "not_self_scored", "highest": "Kém"},
    ]
    assert gates_of(told) == gates
    page = text(client.get(place))
    assert 'Khi có mục 0 điểm thì xếp loại cao nhất là <b lang="vi">Khá</b>' in page
    assert 'Khi đơn vị không nộp điểm tự chấm thì xếp loại cao nhất là <b lang="vi">Kém</b>' in page
    assert "when an item has 0 points" in text(client.get(f"/en{place}")).lower()
    assert 'value="Khá"' in text(client.get(at(told, "ten")))
    sent = HEADING | {"version": str(told.version), "gate_not_self_scored": "Kém"}
    assert client.post(at(told, "ten"), sent).status_code == 302
    assert gates_of(reload(told)) == gates[1:]


@pytest.mark.parametrize("wrong", [{"gate_criterion_at_zero": "Giỏi"}, {"gate_not_self_scored": "Tốt", "bands": ""}])
def test_a_gate_that_names_no_band_is_told_at_its_field_and_kept(wrong: dict[str, str], signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(f"{PLACE}moi/", HEADING | wrong)
    assert answer.status_code == 422
    name = next(iter(wrong.values()))
    assert f"Không có loại “{name}” ở trên" in text(answer)
    assert f'value="{name}"' in text(answer)
    assert not RubricVersion.objects.exists()


def test_the_scale_for_sheets_that_lack_a_part_is_set_shown_and_kept(signed_in: SignIn) -> None:
    made, client = drafted(), signed_in("can-bo-quan")
    sent = HEADING | {"version": str(made.version), "rescale": "100"}
    assert client.post(at(made, "ten"), sent).status_code == 302
    assert tree_of(reload(made)).rescale == Decimal(100)
    assert "được quy về thang 100 điểm" in text(client.get(at(made)))
    assert 'value="100"' in text(client.get(at(made, "ten")))
    client.post(at(made, "ten"), sent | {"version": str(made.version + 1), "rescale": ""})
    assert tree_of(reload(made)).rescale is None
    for wrong in ("0", "-5", "x", "1.000", "9" * 30):
        answer = client.post(at(made, "ten"), sent | {"version": str(made.version + 2), "rescale": wrong})
        assert answer.status_code == 422, wrong


def test_gates_go_into_the_next_version_and_rows_from_a_spreadsheet_leave_them(signed_in: SignIn) -> None:
    client, officer = signed_in("can-bo-quan"), actor("can-bo-quan")
    client.post(f"{PLACE}moi/", HEADING | GATES)
    made = RubricVersion.objects.get()
    replace_items(pk=made.pk, version=made.version, items=ITEMS, actor=officer)
    assert reload(made).bands == made.bands
    publish_rubric(pk=made.pk, version=made.version + 1, actor=actor("lanh-dao"))
    assert draft_next(pk=made.pk, actor=officer).bands == made.bands


def test_a_gate_of_an_event_that_has_no_field_stays_as_it_was(signed_in: SignIn) -> None:
    made = drafted()
    bands = Bands((Band("Tốt", Decimal(80)), Band("Kém", Decimal(0))), gates=(Gate("reprimanded", "Kém"),))
    RubricVersion.objects.filter(pk=made.pk).update(bands=bands_to(bands))
    sent = HEADING | {"version": str(made.version)}
    assert signed_in("can-bo-quan").post(at(made, "ten"), sent).status_code == 302
    assert gates_of(reload(made)) == [{"event": "reprimanded", "highest": "Kém"}]


def test_what_is_said_of_the_whole_is_compared_too(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    client.post(f"{PLACE}moi/", HEADING)
    old = RubricVersion.objects.get()
    replace_items(pk=old.pk, version=old.version, items=ITEMS, actor=actor("can-bo-quan"))
    publish_rubric(pk=old.pk, version=old.version + 1, actor=actor("lanh-dao"))
    client.post(at(old, "ban-moi"))
    new = RubricVersion.objects.get(number=2)
    assert "giống nhau" in text(client.get(at(new, "khac-ban", "1")))
    sent = HEADING | {"bands": "Tốt = 85\nKém = 0", "gate_criterion_at_zero": "Kém", "last_year": "2021"}
    client.post(at(new, "ten"), sent | {"version": str(new.version)})
    page = text(client.get(at(new, "khac-ban", "1")))
    for words in ("Tốt: từ 80% trở lên; Khá: trên 65%", "Tốt: từ 85% trở lên", "có mục 0 điểm: Kém", "2018–2021"):
        assert words in page, words
