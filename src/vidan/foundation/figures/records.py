"""The desk's list of the records behind a figure, of a period."""

from datetime import date

from django.urls import reverse

from vidan.foundation.figures.figure import Figure


def records_of(figure: Figure, since: date, until: date) -> str:
    """The address of the list, with the days in it where it can be asked for them; empty without a list."""
    if not figure.records:
        return ""
    route, _mark, asked = figure.records.partition("?")
    return f"{reverse(route)}?{asked}&tu={since}&den={until}" if asked else reverse(route)
