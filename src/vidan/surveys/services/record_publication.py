"""Ghi việc công bố: when and where the result of an official survey was published, and which index it gives."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from vidan.foundation.accounts.actors import Actor
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.official_files import put, result_of, take_away
from vidan.surveys.services.watch_step import watch_step

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What was published, and where; `index` in per cent, with the replies it rests on and how many could be asked."""

    on: date
    where: str
    link: str = ""
    index: Decimal | None = None
    index_n: int | None = None
    population: int | None = None


def record_publication(
    *,
    code: str,
    published: Publication,
    upload: "UploadedFile[bytes] | None" = None,
    actor: Actor,
    version: int | None = None,
) -> OfficialSurvey:
    """Record the publication, in place of what was recorded before; raises files.refusals.NotTaken, what watch_step() raises."""
    with watch_step(code=code, step="publish", actor=actor, version=version) as taking:
        survey, old = taking.survey, taking.survey.file
        survey.published_on, survey.published_where, survey.link = published.on, published.where, published.link
        survey.index, survey.index_n, survey.population = published.index, published.index_n, published.population
        if upload is not None:
            survey.file = put(result_of(code), upload)
            if old is not None:
                take_away(old)
        index = None if published.index is None else str(published.index)
        taking.told |= {"on": published.on.isoformat(), "index": index, "n": published.index_n}
    return survey


def withdraw_publication(*, code: str, actor: Actor, version: int | None = None) -> OfficialSurvey:
    """Take back what was recorded by mistake: the result is not published after all; raises what watch_step() raises."""
    with watch_step(code=code, step="unpublish", actor=actor, version=version) as taking:
        survey, old = taking.survey, taking.survey.file
        survey.published_on, survey.published_where, survey.link, survey.file = None, "", "", None
        survey.index = survey.index_n = survey.population = None
        if old is not None:
            take_away(old)
    return survey
