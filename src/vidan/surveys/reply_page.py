"""The pages of one reply: which is shown, what of the others travels along hidden, what is wrong; nothing is stored meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vidan.domain.questionnaire.answers import Checked, Wrong, check
from vidan.domain.questionnaire.form import Questionnaire
from vidan.domain.questionnaire.pages import Page, asked_on, pages
from vidan.foundation.intake.fields import clean_text
from vidan.surveys.asking_forms import AskedSection, Typed, ask, parse_post
from vidan.surveys.models import Stratum

LONGEST = 4_000
"""Letters of one hidden value; an answer in words has half as many."""

PLACE = "place"
"""The field that says at which of several strata of a counter the reply is given."""


@dataclass(frozen=True)
class Writing:
    """A reply as a page sent it. With `whole`, which a script says, all questions stand on one page."""

    form: Questionnaire
    strata: Sequence[Stratum]
    typed: Typed
    seed: str
    whole: bool = False
    pages: list[Page] = field(init=False)
    checked: Checked = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pages", [self.form.sections] if self.whole else pages(self.form))
        object.__setattr__(self, "checked", check(self.form, parse_post(self.form, self.typed)))

    @property
    def stratum(self) -> Stratum | None:
        """Where the reply is given; None while one of several is to be chosen."""
        if len(self.strata) == 1:
            return self.strata[0]
        return next((one for one in self.strata if str(one.pk) == self.typed.get(PLACE)), None)

    def next_page(self, number: int) -> int | None:
        """The first page after one on which anything is asked; None when all was asked."""
        later = range(number + 1, len(self.pages))
        return next((n for n in later if asked_on(self.pages[n], self.checked.answers)), None)

    def page_before(self, number: int) -> int:
        """The page to which the way back leads."""
        earlier = range(min(number, len(self.pages)) - 1, 0, -1)
        return next((n for n in earlier if asked_on(self.pages[n], self.checked.answers)), 0)

    def wrong_until(self, number: int) -> int | None:
        """The first page, up to one, on which something is wrong or missing."""
        if self.stratum is None:
            return 0
        return next((n for n in range(min(number + 1, len(self.pages))) if self._wrong_on(n)), None)

    def asked(self, number: int, *, with_errors: bool) -> list[AskedSection]:
        """A page as it is drawn; after the last there is one that asks nothing more."""
        if number >= len(self.pages):
            return []
        page = self.pages[number]
        sections = page if self.whole else asked_on(page, self.checked.answers)
        wrong = self._wrong_on(number) if with_errors else {}
        return ask(sections, form=self.form, typed=self.typed, wrong=wrong, seed=self.seed)

    def asked_whole(self) -> list[AskedSection]:
        """All questions at once, for a script that shows and hides them; none where there is one page anyway."""
        return ask(self.form.sections, form=self.form, typed=self.typed, seed=self.seed) if len(self.pages) > 1 else []

    def hidden(self, number: int) -> list[tuple[str, str]]:
        """What was answered on the other pages, to travel along."""
        here = self._codes_on(number)
        elsewhere = {question.code for question in self.form.questions()} - here
        names = [name for name in self.typed if name.startswith("q-") and name.split("-")[1] in elsewhere]
        told = [(name, clean_text(value)[:LONGEST]) for name in names for value in self.typed.getlist(name)]
        if number and len(self.strata) > 1 and self.stratum:
            told.append((PLACE, str(self.stratum.pk)))
        return told

    def _wrong_on(self, number: int) -> Mapping[str, Wrong]:
        here = self._codes_on(number)
        return {code: wrong for code, wrong in self.checked.wrong.items() if code in here}

    def _codes_on(self, number: int) -> set[str]:
        return {question.code for page in self.pages[number : number + 1] for one in page for question in one.questions}
