"""Moves by which opinions come in at the desk; each has a page of its own."""

from vidan.consultations.act import Act

OPINION_ACTS = {
    "opine": Act(route="consultations:sign"),
    "enter_opinions": Act(route="consultations:enter"),
}
