"""What sample people write: put together from data/sample, always the same for the same seed; nobody real is meant."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from vidan.cases.kinds import Conduct, Kind
from vidan.cases.services.receive import Story
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType
from vidan.foundation.units.models import Unit

KINDS = (Kind.FEEDBACK,) * 15 + (Kind.COMMENDATION,) * 3 + (Kind.SUGGESTION,) * 3 + (Kind.INFORMATION,)
CONDUCTS = (
    *((Conduct.ATTITUDE,) * 6 + (Conduct.DELAY,) * 7 + (Conduct.EXTRA_PAPERS,) * 4),
    *((Conduct.NO_GUIDANCE,) * 4 + (Conduct.ABSENT,) * 2 + (Conduct.EXTRA_MONEY, Conduct.OTHER)),
)
MODES = (TellerMode.NAMED,) * 5 + (TellerMode.CONFIDENTIAL,) * 2 + (TellerMode.ANONYMOUS,) * 4
"""How often each is drawn: the longer the tuple, the more often."""


@dataclass(frozen=True)
class Told:
    """One sample word with all that the Front and the bodies will write about it."""

    kind: Kind
    conduct: tuple[str, ...]
    mode: TellerMode
    story: Story
    identity: Identity | None
    copy: str
    gist: str
    answer: str
    remark: str
    inform: str
    happened_on: date


def tell(draw: random.Random, unit: Unit, received: date) -> Told:
    """Write one word about a unit, received on a day."""
    kind = draw.choice(KINDS)
    conduct = draw.choice(CONDUCTS) if kind == Kind.FEEDBACK else None
    theme = sample_data("conducts")[conduct.value if conduct else kind.value]
    procedure = draw.choice(
        [row for row in sample_data("procedures")["procedure"] if row["level"] in (unit.level, "both")]
    )
    voice_name = draw.choice(procedure["voices"])
    voice = sample_data("voices")[voice_name]
    mode = TellerMode.ANONYMOUS if conduct == Conduct.EXTRA_MONEY else draw.choice(MODES)
    happened = received - timedelta(days=draw.randint(0, 9))
    identity = _identity(draw, unit, organisation=voice_name == "firm")
    slots = _slots(draw, unit, procedure, voice, identity, happened)

    def say(choices: list[str]) -> str:
        return _filled(draw.choice(choices), slots)

    opening = say(sample_data("openings")[voice_name])
    told = [_filled(line, slots) for line in draw.sample(theme["tell"], min(len(theme["tell"]), draw.randint(1, 3)))]
    who = [say(voice["person"])] if mode != TellerMode.ANONYMOUS and draw.random() < 0.6 else []
    dossier = [say(voice["dossier"])] if draw.random() < 0.3 else []
    cost = [say(voice["cost"])] if kind == Kind.FEEDBACK and draw.random() < 0.6 else []
    pressing = [_filled(procedure["pressing"], slots)] if conduct == Conduct.DELAY else []
    words = [
        say(voice["greeting"]),
        " ".join([*who, opening, *dossier]),
        " ".join([*told, *pressing, *cost]),
        say(voice["bye"]),
    ]
    remarks = sample_data("conducts")["remarks"]
    answer = draw.choice(theme["answer"])
    return Told(
        kind=kind,
        conduct=(conduct.value,) if conduct else (),
        mode=mode,
        story=Story("\n\n".join(words), wish=_filled(draw.choice(theme["wish"]), slots), procedure=procedure["name"]),
        identity=None if mode == TellerMode.ANONYMOUS else identity,
        copy=_copy(procedure, unit, told, happened),
        gist=_capital(draw.choice(theme["gist"]).format(name=procedure["name"])),
        answer=answer,
        remark=draw.choice(remarks["remark"]),
        inform=draw.choice(remarks["inform"]).format(answer=answer),
        happened_on=happened,
    )


def question(draw: random.Random) -> tuple[str, str]:
    """What the Front asks a teller, and what he writes back."""
    remarks = sample_data("conducts")["remarks"]
    return draw.choice(remarks["ask"]), draw.choice(remarks["reply"])


def _copy(procedure: dict[str, Any], unit: Unit, told: list[str], happened: date) -> str:
    """The prepared copy: the matter without who, when exactly, and in whose words."""
    lines = " ".join(told)
    for old, new in (
        ("Tôi ", "Người dân "),
        ("Tui ", "Người dân "),
        ("Em ", "Người dân "),
        ("Chúng tôi ", "Người gửi "),
    ):
        lines = lines.replace(old, new)
    for old, new in (
        (" tôi ", " người dân "),
        (" tui ", " người dân "),
        (" em ", " người dân "),
        (" chúng tôi ", " người gửi "),
    ):
        lines = lines.replace(old, new)
    return f"Tháng {happened.month}/{happened.year}, một người dân đến {unit.short_name} làm {procedure['name']}.\n\n{lines}"


def _slots(
    draw: random.Random, unit: Unit, procedure: dict[str, Any], voice: dict[str, Any], identity: Identity, day: date
) -> dict[str, str]:
    people = sample_data("people")
    i = draw.choice(voice["i"])
    start = time(draw.choice((7, 8, 9, 10, 13, 14, 15)), draw.choice((0, 15, 30, 45)))
    return {
        "i": i,
        "I": _capital(i),
        "ko": draw.choice(voice["ko"]),
        "name": identity.name,
        "org": identity.organisation or "cơ sở của chúng tôi",
        "house": identity.address,
        "phone": identity.phone,
        "age": str(draw.randint(62, 84)),
        "code": f"{draw.randint(1, 9999):04d}/{day.year}",
        "kin": f"{draw.choice(people['child_middle'])} {draw.choice(people['child_given'])}",
        "when": f"{draw.choice(('sáng', 'chiều'))} ngày {day:%d/%m}",
        "date": f"{day:%d/%m/%Y}",
        "start": f"{start.hour} giờ {start.minute:02d}" if start.minute else f"{start.hour} giờ",
        "place": unit.short_name,
        "counter": f"quầy số {draw.randint(1, 6)}",
        "do": draw.choice(procedure["do"]).format(kin=draw.choice(people["child_given"]), i=i, ko="không"),
        "thing": draw.choice(procedure["thing"]),
        "paper": draw.choice(procedure["paper"]).format(ko="không"),
        "days": str(procedure["days"]),
        "due_soon": draw.choice(("thứ Sáu này", "cuối tuần này", "ngày mốt", "đầu tháng tới")),
    }


def _identity(draw: random.Random, unit: Unit, *, organisation: bool) -> Identity:
    people = sample_data("people")
    given = draw.choice(people["given_men"] + people["given_women"])
    house = (
        f"{draw.randint(1, 220)} {draw.choice(people['street'])}, {draw.choice(people['quarter'])}, {unit.area.name}"
    )
    firm = f"Công ty TNHH {draw.choice(people['trade'])} {draw.choice(people['brand'])}" if organisation else ""
    return Identity(
        name=f"{draw.choice(people['family'])} {draw.choice(people['middle'])} {given}",
        teller_type=TellerType.ORGANISATION if organisation else TellerType.PERSON,
        organisation=firm,
        phone=f"0000 {draw.randint(100, 999)} {draw.randint(100, 999)}",
        address=house,
    )


def _filled(text: str, slots: dict[str, str]) -> str:
    """The sentence with its slots, beginning with a capital letter."""
    return _capital(text.format_map(slots))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def sample_data(name: str) -> dict[str, Any]:
    """The words of one file of data/sample."""
    path: Path = settings.DATA_FOLDER / "sample" / f"{name}.toml"
    with path.open("rb") as file:
        return tomllib.load(file)
