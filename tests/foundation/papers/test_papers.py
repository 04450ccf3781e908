"""Papers: numbered without gap or twin, frozen at issue, the same bytes each time, whole Vietnamese in PDF and DOCX."""

import io
from datetime import date

import pikepdf
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases.made import unit

from vidan.foundation.papers.models import Frozen, Paper, PaperState
from vidan.foundation.papers.render import rendered
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, void_paper
from vidan.foundation.papers.shown import place_and_date
from vidan.foundation.papers.structure import Block, Heading, Signer, Structure, digest_of, from_json, to_json
from vidan.foundation.papers.wording import SlotMissing, worded

pytestmark = pytest.mark.django_db


def structure(text: str = "Kính đề nghị ỷ ủ ở ặ đ Đ.") -> Structure:
    return Structure(
        heading=Heading("Cấp trên", "Ủy ban Mặt trận", "Quận 2"),
        symbol="PC-MTTQ-BTT",
        kind_name="Phiếu chuyển",
        summary="thử",
        addressees=("Ủy ban nhân dân",),
        blocks=(Block("paragraph", text), Block("quote", "Một.\nHai.")),
        signer=Signer("TM. Ban Thường trực", "Chủ tịch"),
        copies_to=("Như trên",),
    )


def draft(text: str = "Nội dung.") -> Paper:
    return draft_paper(
        unit=unit("mttq-a-quan-2"), kind="transfer_letter", subject="X", structure=structure(text), actor="t"
    )


def test_numbers_follow_each_other_and_a_voided_one_stays() -> None:
    first, second = issue_paper(paper=draft(), actor="t"), issue_paper(paper=draft(), actor="t")
    void_paper(paper=first, reason="mistake", actor="t")
    third = issue_paper(paper=draft(), actor="t")
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert Paper.objects.get(pk=first.pk).state == PaperState.VOIDED


def test_an_issued_paper_can_be_neither_issued_again_nor_dropped() -> None:
    paper = issue_paper(paper=draft(), actor="t")
    with pytest.raises(Frozen):
        issue_paper(paper=Paper.objects.get(pk=paper.pk), actor="t")
    with pytest.raises(Frozen):
        discard_draft(paper=paper, actor="t")


def test_the_digest_is_that_of_the_text_with_number_and_date() -> None:
    paper = issue_paper(paper=draft(), actor="t")
    assert paper.issued_on is not None
    assert paper.digest == digest_of(paper.structure, paper.label, paper.issued_on.isoformat())


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = draft()
    assert rendered(paper, "pdf") == rendered(paper, "pdf")


def test_the_docx_says_what_the_paper_says() -> None:
    document = Document(io.BytesIO(rendered(draft("Kính đề nghị ỷ ủ ở ặ."), "docx")))
    assert any("Kính đề nghị ỷ ủ ở ặ." in line.text for line in document.paragraphs)


def test_the_pdf_names_no_maker_and_carries_its_letters() -> None:
    with pikepdf.open(io.BytesIO(rendered(draft(), "pdf"))) as paper:
        assert len(paper.pages) == 1
        assert "/Font" in paper.pages[0].Resources


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_is_laid_out_and_never_read_as_markup(text: str) -> None:
    assert rendered(draft(f"#panic() $ * _ {text}"), "pdf").startswith(b"%PDF")


def test_the_structure_comes_back_from_what_is_stored() -> None:
    assert from_json(to_json(structure())) == structure()


@pytest.mark.parametrize(
    ("day", "shown"), [((2018, 1, 5), "ngày 05 tháng 01 năm 2018"), ((2018, 3, 12), "ngày 12 tháng 3 năm 2018")]
)
def test_days_and_months_are_written_as_the_rules_ask(day: tuple[int, int, int], shown: str) -> None:
    assert shown in place_and_date("Quận 2", date(*day))


def test_a_wording_without_its_slot_is_told() -> None:
    with pytest.raises(SlotMissing):
        worded("urging", {})
