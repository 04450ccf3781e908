"""The scripts of a device decide as domain/questionnaire does: the same cases in a real browser."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import BROWSER, chromium
from tests.domain.questionnaire.test_answers import FORM, FULL, SHOWN, TAKEN, WRONG

from vidan.domain.questionnaire.answers import check, shown
from vidan.domain.questionnaire.form import Questionnaire
from vidan.domain.questionnaire.pages import seconds_needed
from vidan.domain.questionnaire.written import to_written

pytestmark = [*BROWSER, pytest.mark.once]

FOLDER = Path(__file__).parents[2] / "src/vidan/surveys/static/surveys/modules"

ODD: list[object] = [
    *(None, True, 0, 5, "", " ", "yes", " yes ", "no", "x", "z", "p", "q", "0", "1", "3", "4", "5", "6"),
    *("2", "2,5", "2.999999", "3.000000", "50.000001", "50", "-3", "1e3", "٣", "999999999999.999999"),
    *("2020-02-29", "2019-02-29", "5/3/2020", "31.12.1999", "20200305", "0000-01-01", "1/1/0001", "32/1/2020"),
    *([], [""], ["x"], ["z", "x"], ["x", "x"], ["x", "y", "z"], ["q", "p"], ["p"], ["p", "q", "p"], ["x", 1], [["x"]]),
    *({}, {"place": "4"}, {"place": "4", "form": "5"}, {"place": "", "form": "1"}, {"place": 4}, {"form": ["1"]}),
    *("a" * 200, "a" * 201, "🙂" * 200, "🙂" * 201),
]


def cases() -> list[dict[str, object]]:
    """The tables of the domain's own tests, and two thousand mixtures of whatever may come."""
    tables = [FULL | told for told, _code, _said in (*WRONG, *TAKEN, *SHOWN)]
    draw = random.Random(2018)
    codes = [question.code for question in FORM.questions()]
    mixed: list[dict[str, object]] = [
        {code: draw.choice(ODD) for code in codes if draw.random() < 0.8} for _n in range(2000)
    ]
    leaning = [one | {"came": "no", "times": draw.choice(["2", "3", "4,5"])} for one in mixed[:500]]
    return [*tables, *mixed, *leaning]


def decided(form: Questionnaire, told: dict[str, object]) -> dict[str, Any]:
    """What the domain says of one case, as the script says it."""
    checked = check(form, told)
    return {
        "answers": dict(checked.answers),
        "wrong": {code: str(why) for code, why in checked.wrong.items()},
        "shown": [question.code for question in form.questions() if shown(question, checked.answers)],
        "items": seconds_needed(form, checked.answers),
    }


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        yield blank(browser)


def blank(browser: Browser) -> Page:
    """A page that may load the scripts, without any site."""
    page = browser.new_page()
    page.route("http://may.test/", lambda route: route.fulfill(body="<!DOCTYPE html>", content_type="text/html"))
    page.route("http://may.test/*.js", lambda route: route.fulfill(path=FOLDER / Path(route.request.url).name))
    page.goto("http://may.test/")
    return page


def test_every_case_is_decided_alike(page: Page) -> None:
    told = cases()
    script = """async ([form, cases]) => {
        const { check, itemsAsked, questionsOf, shown } = await import("http://may.test/conditions.js");
        return cases.map((given) => {
            const { answers, wrong } = check(form, given);
            const asked = questionsOf(form).filter((one) => shown(one, answers)).map((one) => one.code);
            return { answers, wrong, shown: asked, items: itemsAsked(form, answers) };
        });
    }"""
    found = page.evaluate(script, [to_written(FORM), told])
    differing = [(one, ours, its) for one, its in zip(told, found, strict=True) if (ours := decided(FORM, one)) != its]
    assert differing[:3] == []


NUMBERS = [
    "0",
    "-1",
    "1",
    "1.0",
    "1.000001",
    "0.999999",
    "999999999999.999999",
    "999999999999.999998",
    "-999999999999.5",
]


def test_numbers_are_compared_without_losing_a_digit(page: Page) -> None:
    script = """async (numbers) => {
        const { compare } = await import("http://may.test/conditions.js");
        return numbers.map((one) => numbers.map((other) => compare(one, other)));
    }"""
    ours = [[int(Decimal(a).compare(Decimal(b))) for b in NUMBERS] for a in NUMBERS]
    assert page.evaluate(script, NUMBERS) == ours
