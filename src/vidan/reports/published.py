"""A sent report as everybody reads it: small numbers of people's words are hidden, as in the open data."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import override

from vidan.domain.publishing.small import is_small
from vidan.domain.reporting.citations import cited_names, figure_of
from vidan.foundation.figures.breakdown import few_words
from vidan.foundation.figures.figure import Figure, Unknown, declared
from vidan.foundation.ui.numbers import whole
from vidan.reports.content import fill_in
from vidan.reports.models import Report

HIDDEN = "×"


@override("vi")  # the report is Vietnamese; its figures bear the labels they were frozen with
def public_sections(report: Report) -> list[dict[str, Any]]:
    """The sections with their texts and figures as they may be shown; tables stand on the page of figures, made safe."""
    assert report.frozen is not None
    told = []
    for part in report.frozen["sections"]:
        figures = [(one, _figure(one["name"])) for one in part["figures"]]
        shown = [
            {"label": one["label"], "shown": shown_to_all(one, figure)}
            for one, figure in figures
            if figure is not None and figure.public
        ]
        told.append(
            {
                "title": part["title"],
                "heading": part["heading"],
                "text": _text(part, report.frozen),
                "figures": shown,
            }
        )
    return told


def shown_to_all(one: Mapping[str, Any], figure: Figure) -> str:
    """A figure as everybody may read it."""
    return str(one["shown"]) if _may_be_shown(one["count"], one["total"], figure) else _instead(one["count"])


def _may_be_shown(count: int, total: int | None, figure: Figure) -> bool:
    """Offices' papers stand in public one by one; of people's words neither a small number nor a small rest is told."""
    if figure.of_offices:
        return True
    least = settings.SMALL_NUMBER
    return not (is_small(count, least) or is_small(total or 0, least) or is_small((total or count) - count, least))


def _instead(count: int) -> str:
    return few_words() if is_small(count, settings.SMALL_NUMBER) else HIDDEN


def _text(part: Mapping[str, Any], frozen: Mapping[str, Any]) -> str:
    """The text as it was frozen; where it cites what is hidden, the citation is hidden too."""
    known: dict[str, str] = {}
    values = {one["name"]: one for section in frozen["sections"] for one in section["figures"]}
    for name in cited_names(part["written"]):
        figure = _figure(figure_of(name)) if figure_of(name) else None
        if figure_of(name) and (figure is None or not figure.public or _hides(values.get(figure.name), figure)):
            told = values.get(figure_of(name))
            known[name] = _instead(told["count"]) if told and name == figure_of(name) else HIDDEN
    if not known:
        return str(part["text"])
    return fill_in(part["written"], _readings(values, frozen) | known).text


def _hides(one: Mapping[str, Any] | None, figure: Figure) -> bool:
    return one is None or not _may_be_shown(one["count"], one["total"], figure)


def _readings(values: Mapping[str, Mapping[str, Any]], frozen: Mapping[str, Any]) -> dict[str, str]:
    """How citations read, from what was frozen."""
    told: dict[str, str] = dict(frozen["words"])
    for name, one in values.items():
        scale = one.get("scale", 1)
        told[name] = whole(one["count"], scale)
        if one["total"] is not None:
            told[f"{name}.total"] = whole(one["total"], scale)
            told[f"{name}.share"] = one["share_shown"]
    return told


def _figure(name: str) -> Figure | None:
    try:
        return declared(name)
    except Unknown:
        return None
