"""An opinion comes to stand: its code, its sealed original, its place, and its entry in the journal."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from vidan.consultations.kinds import OpinionSource, OpinionState
from vidan.consultations.models import Draft, Opinion, Piece
from vidan.consultations.models.opinion import PREFIX
from vidan.consultations.quoted import find_quote
from vidan.consultations.services.count_opinions import shift
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType, seal_identity
from vidan.foundation.journal.record import record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.services import seal_text


@dataclass(frozen=True)
class Said:
    """What somebody says about a draft: the words, and at which place. `quote` is the passage as it was selected."""

    text: str
    stance: str = ""
    topics: tuple[str, ...] = ()
    key: str = ""
    quote: str = ""
    before: str = ""


@dataclass(frozen=True)
class Speaker:
    """Who says it: in which way a name is told, and the name itself when there is one."""

    mode: TellerMode = TellerMode.ANONYMOUS
    teller_type: str = TellerType.PERSON
    identity: Identity | None = None


NOBODY = Speaker()


def new_opinion(
    *,
    draft: Draft,
    said: Said,
    source: OpinionSource,
    actor: Actor,
    speaker: Speaker = NOBODY,
    shown: bool,
    **told: Any,
) -> Opinion:
    """Make an opinion on the draft's newest text, inside the caller's transaction; `told` are further fields of it.

    A place that the text does not have becomes the whole draft, a passage that is not found the whole piece: the page says so
    before anything is sent.
    """
    assert draft.current_id is not None  # a draft is opened with a fixed text
    now = clock.now()
    code = take_code(now.year)
    piece = Piece.objects.filter(version_id=draft.current_id, key=said.key).first() if said.key else None
    quoted = find_quote(piece.text, said.quote, said.before) if piece and said.quote else None
    key = piece.key if piece else ""
    opinion = Opinion(
        code=code,
        draft=draft,
        version_id=draft.current_id,
        source=source,
        mode=speaker.mode,
        teller_type=speaker.teller_type,
        identity=seal_identity(
            kind="opinion.identity", subject=code, mode=speaker.mode, identity=speaker.identity, front=draft.front
        ),
        original=seal_text(kind="opinion.text", text=said.text, subject=code),
        stance=said.stance,
        topics=list(said.topics),
        key=key,
        here=key,
        quote=quoted.quote if quoted else "",
        before=quoted.before if quoted else "",
        after=quoted.after if quoted else "",
        text=said.text if shown else "",
        state=OpinionState.SHOWN if shown else OpinionState.WAITING,
        given_on=now.date(),
        given_at=now,
        is_sample=draft.is_sample,
        **told,
    )
    opinion.save(force_insert=True)
    if shown:
        shift(opinion, 1)
    record(
        "opinion.give",
        subject=code,
        actor=actor.code,
        unit_id=draft.front_id,
        facts={"draft": draft.code, "source": source.value, "mode": speaker.mode.value, "to": opinion.state},
    )
    return opinion


def take_code(year: int) -> str:
    """The next code of a year, such as YK-2018-00001; one register for the whole house, so that no code is given twice."""
    house = Unit.objects.get(slug=settings.FRONT)
    return f"{PREFIX}-{year}-{take_number(unit=house, kind='opinion', year=year):05d}"
