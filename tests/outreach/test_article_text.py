"""What may come into an article, whatever was typed, pasted or brought: the one place that cleans."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.functional import Promise
from docx import Document

from vidan.foundation.files.refusals import DAMAGED, NotTaken
from vidan.foundation.texts.refusals import NO_WORD_FILE
from vidan.outreach.article_text import cleaned, parts_of, words_of
from vidan.outreach.article_word import brought
from vidan.outreach.models import ArticlePicture

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=VI>
<h1 style='mso-outline-level:1'>Đề&nbsp;mục</h1>
<p class=MsoNormal style='mso-bidi-font-size:13pt'><b><span style='font-size:13pt'>Chữ <i>đậm</i><o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Một</p>
<p class=MsoListParagraphCxSpLast><span>·<span>&nbsp; </span></span>Hai</p></body></html>"""


def test_what_word_puts_on_the_clipboard_becomes_headings_words_and_lists() -> None:
    told = cleaned(WORD)
    assert told == ("<h2>Đề mục</h2>\n<p><strong>Chữ <em>đậm</em></strong></p>\n<ul><li>Một</li>\n<li>Hai</li>\n</ul>")


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>a<script>alert(1)</script></p>",
        "<p onclick=alert(1)>a</p>",
        "<p>a<img src=x onerror=alert(1)></p>",
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><a href="JaVa&#09;script:alert(1)">a</a></p>',
        '<p><a href="data:text/html,<script>alert(1)</script>">a</a></p>',
        '<p><a href="vbscript:x">a</a></p>',
        "<p>a</p><iframe src=//evil.example></iframe>",
        "<p>a</p><svg><script>alert(1)</script></svg>",
        "<p>a</p><math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<p style='background:url(//evil.example)'>a</p>",
        "<p>a</p><form action=//evil.example><input name=x></form>",
        "<p>a</p><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<p>a</p><object data=//evil.example></object><base href=//evil.example>",
        "<p>a</p><template><script>alert(1)</script></template>",
    ],
)
def test_nothing_that_runs_or_reaches_out_is_left(hostile: str) -> None:
    told = cleaned(hostile)
    assert "a" in words_of(told)
    lowered = told.lower()
    for trace in (
        "script",
        "onerror",
        "onclick",
        "evil",
        "data:",
        "style",
        "<img",
        "<iframe",
        "<svg",
        "<form",
        "<input",
    ):
        assert trace not in lowered, told


def test_cleaning_again_changes_nothing() -> None:
    for typed in (WORD, "Một\n## Hai\n- ba", "<div><div>x</div><table><tr><td><table><tr><td>y</table></table></div>"):
        once = cleaned(typed)
        assert cleaned(once) == once


def test_links_to_the_web_to_mail_and_within_the_site_stay() -> None:
    for address in ("https://vidan.example/x", "http://a.example", "mailto:x@vidan.example", "/thu-tuc/"):
        assert f'<a href="{address}">' in cleaned(f'<p><a href="{address}" target="_blank">x</a></p>')


def test_plain_lines_become_paragraphs_headings_and_lists() -> None:
    told = cleaned("Một < hai\n\n## Đề mục\n- a\n- b")
    assert told == "<p>Một &lt; hai</p>\n<h2>Đề mục</h2>\n<ul><li>a</li>\n<li>b</li>\n</ul>"


def test_tables_inside_tables_and_deep_nests_are_answered() -> None:
    assert "x" in cleaned("<table><tr><td>" * 500 + "x")
    assert "x" in cleaned("<blockquote>" * 2000 + "x")
    assert words_of(cleaned("<em><strong>" * 5000 + "x")) == "x"


def test_words_are_told_line_by_line() -> None:
    assert words_of("<h2>Một</h2><ul><li>hai &amp; ba</li><li>bốn</li></ul>") == "Một\nhai & ba\nbốn"


def test_pictures_stand_at_their_mark_the_first_on_top() -> None:
    one, two = ArticlePicture(), ArticlePicture()
    parts = parts_of("<p>a</p><p>[ảnh 2]</p><p>b</p><p>[ảnh 9]</p>", [one, two])
    assert [part.picture or part.html for part in parts] == [one, "<p>a</p>", two, "<p>b</p>"]


def docx(*lines: tuple[str, str]) -> SimpleUploadedFile:
    document = Document()
    for style, line in lines:
        document.add_paragraph(line, style=style)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Phường", "Số hộp thư"
    kept = BytesIO()
    document.save(kept)
    return SimpleUploadedFile("bai.docx", kept.getvalue())


def test_a_word_file_becomes_heading_summary_and_body() -> None:
    lines = (("Title", "Tên bài"), ("Normal", "Tóm tắt."), ("Heading 1", "Phần một"), ("List Bullet", "việc"))
    told, converted = brought(docx(*lines), "front")
    assert not converted
    assert (told.title, told.summary, told.category) == ("Tên bài", "Tóm tắt.", "front")
    assert "<h2>Phần một</h2>" in told.body
    assert "<li>việc</li>" in told.body
    assert "<td>" in told.body
    assert "Tên bài" not in told.body


@pytest.mark.parametrize(
    ("data", "sentence"), [(b"%PDF-1.4 x", NO_WORD_FILE), (b"PK\x03\x04 x", DAMAGED), (b"x", NO_WORD_FILE)]
)
def test_a_file_that_is_no_word_file_is_refused_with_a_sentence(data: bytes, sentence: Promise) -> None:
    with pytest.raises(NotTaken) as no:
        brought(SimpleUploadedFile("bai.docx", data), "front")
    assert no.value.sentence == sentence
