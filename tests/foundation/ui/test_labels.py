"""What the walk of pages looks for: labels that lie over each other, and only such that are seen."""

from tests.browser import BROWSER, LABELS_OVER_EACH_OTHER, chromium

pytestmark = BROWSER

OVER = '<main><label style="display:block">Một</label><label style="display:block;margin-top:-1em">Hai</label></main>'
APART = "<main><fieldset><legend>Hỏi</legend><label>Một</label> <label>Hai</label></fieldset></main>"
FOLDED = f"<main><details><summary>Xem</summary>{OVER}</details></main>"


def test_labels_over_each_other_are_found_and_others_are_not() -> None:
    with chromium() as browser:
        page = browser.new_page()
        found = []
        for content in (OVER, APART, FOLDED):
            page.set_content(content)
            found.append(page.evaluate(LABELS_OVER_EACH_OTHER))
    assert found == [["Một", "Hai"], None, None]
