"""Opinions on the sample drafts, each given on its day by the services: of the public, signed, an expert's, a meeting's."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings

from vidan.consultations.giving import places_of
from vidan.consultations.kinds import HiddenFor, OpinionSource
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.named_place import keys_by_place, read_place
from vidan.consultations.services.agree import agree
from vidan.consultations.services.enter_opinions import Entered, enter_opinions
from vidan.consultations.services.give import give
from vidan.consultations.services.moderate import go_with, hide, show
from vidan.consultations.services.new_opinion import Said, Speaker
from vidan.consultations.services.sign import sign
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType

Told = Mapping[str, Any]
OFFICER = "can-bo-quan"
ENTERED = {"expert": OpinionSource.EXPERT, "meeting": OpinionSource.MEETING}
FROM_OUTSIDE = {"public": TellerType.PERSON, "organisation": TellerType.ORGANISATION}


def opinions_on(name: str, title: str, people: Mapping[str, Actor]) -> Sequence[tuple[date, Callable[[], object]]]:
    """The steps that give the opinions of a sample file on the draft of that title, in the order of their days."""
    path = settings.DATA_FOLDER / "sample" / "opinions" / f"{name}.toml"
    codes: list[str] = []
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["opinion"]
    return [(row["day"], partial(_say, row, title, people, codes)) for row in rows]


def _say(row: Told, title: str, people: Mapping[str, Actor], codes: list[str]) -> None:
    draft = Draft.objects.get(front__slug=settings.FRONT, title=title)
    key = keys_by_place(places_of(draft))[read_place(row["place"])] if row["place"] else ""
    said = Said(row["text"], stance=row["stance"], topics=tuple(row["topics"]), key=key)
    officer = people[OFFICER]
    opinion = _given(draft, row, said, people)
    codes.append(opinion.code)
    if row["who"] in FROM_OUTSIDE and not row.get("waits"):
        _looked_at(opinion, row, officer)
    if "like" in row:
        go_with(code=opinion.code, other=codes[row["like"]], actor=officer)
    for number in range(row["agrees"]):
        agree(draft_code=draft.code, code=opinion.code, cookie=f"sample {number}", wanted=True)


def _given(draft: Draft, row: Told, said: Said, people: Mapping[str, Actor]) -> Opinion:
    who = row["who"]
    if who in FROM_OUTSIDE:
        identity = Identity(name=row["name"]) if "name" in row else None
        speaker = Speaker(TellerMode(row.get("mode", TellerMode.ANONYMOUS)), FROM_OUTSIDE[who], identity)
        return give(code=draft.code, version=draft.current_id, said=said, speaker=speaker)
    if who in ENTERED:
        entered = Entered(said, ENTERED[who], row.get("name", ""))
        return enter_opinions(code=draft.code, entered=[entered], actor=people[OFFICER])[0]
    (unit_id,) = people[who].units_with("consultations.opine")
    return sign(code=draft.code, unit_id=unit_id, said=said, upload=None, actor=people[who])


def _looked_at(opinion: Opinion, row: Told, officer: Actor) -> None:
    if why := row.get("hidden"):
        hide(code=opinion.code, why=HiddenFor(why), note="", actor=officer)
    else:
        show(code=opinion.code, text=row["text"], actor=officer)
