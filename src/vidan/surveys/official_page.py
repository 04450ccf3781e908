"""What the pages of one official survey show, at the desk and to everybody."""

from typing import Any

from vidan.domain.watching.checklist import Found, counted
from vidan.domain.watching.punctuality import gainsays
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import file_words
from vidan.foundation.papers.models import PaperState
from vidan.surveys.beside import NOT_COMPARABLE, WIDTH, beside
from vidan.surveys.checklist import checklist_of, lines_of
from vidan.surveys.kinds import Finding
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.publication_words import publication_words, standing_of
from vidan.surveys.services.watch_step import APPROVE

TONES = {Found.YES: "stopped", Found.PARTLY: "soon", Found.NO: "late", Found.UNKNOWN: "muted"}


def survey_of(survey: OfficialSurvey) -> dict[str, Any]:
    """Everything that both pages show of a survey."""
    lines = lines_of(survey)
    findings = {line.item.code: line.found for line in lines}
    counts = counted(checklist_of(survey), findings)
    words, tone = publication_words(survey)
    standing = standing_of(survey)
    letters = list(survey.letters.select_related("paper", "answer__scan"))
    return {
        "survey": survey,
        "lines": [
            (
                line,
                Finding(line.found.value).label,
                TONES[line.found],
                gainsays(line.item.code, line.found, standing.standing),
            )
            for line in lines
        ],
        "counts": [(Finding(found.value).label, TONES[found], n) for found, n in counts.items() if n],
        "items": len(lines),
        "publication": words,
        "tone": tone,
        "standing": standing,
        "beside": beside(survey),
        "caution": NOT_COMPARABLE,
        "width": WIDTH,
        "sent": [one for one in letters if one.paper.state == PaperState.ISSUED],
        "draft": next((one for one in letters if one.paper.state == PaperState.DRAFT), None),
        "file": file_words(survey.file) if survey.file else "",
    }


def next_steps(told: dict[str, Any], actor: Actor) -> list[tuple[str, bool]]:
    """The steps that are open to the actor now, by route, and whether each is what leads on."""
    survey: OfficialSurvey = told["survey"]
    approves = survey.front_id in actor.units_with(APPROVE)
    steps: list[tuple[str, bool]] = []
    if survey.closed_on is not None:
        return [("official_reopen", False), *([("official_show", False)] if approves else [])]
    late, unjudged = (
        told["standing"].is_late,
        any(line.finding is None for line, _words, _tone, _again in told["lines"]),
    )
    steps.append(("official_publication", survey.published_on is None and not late))
    if survey.published_on is not None:
        steps.append(("official_unpublish", False))
    steps.append(("official_letter", late and not told["sent"] and told["draft"] is None))
    if told["draft"] is not None:
        steps += [("official_approve", True)] if approves else []
        steps.append(("official_drop_letter", False))
    if any(one.answer_id is None for one in told["sent"]):
        steps.append(("official_answer", False))
    steps += [("official_show", False)] if approves else []
    if not unjudged and told["draft"] is None:
        steps.append(("official_close", survey.published_on is not None))
    return steps
