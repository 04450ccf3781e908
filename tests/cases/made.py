"""Cases for tests, carried by the services to where a test needs them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.cases.verified import verify_up_to

from vidan.cases.kinds import Kind, PersonState, Source, State, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.services.answer import answer
from vidan.cases.services.classify import Classification, classify
from vidan.cases.services.close import close
from vidan.cases.services.inform import inform
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.receive import Story, Word, receive
from vidan.cases.services.transfer import submit, transfer
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import Official, User
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.units.models import Unit
from vidan.site.sample.people import address

COUNTER = "mot-cua-a-an-phu"
FRONT = "mttq-a-quan-2"
IDENTITY = Identity(name="Người Gửi Thử", phone="0000 111 222", address="1 đường thử")


def actor(local: str) -> Actor:
    """One of the cast."""
    return actor_of(User.objects.get(email=address(local)))


def official_of(local: str) -> Official:
    """The entry in the register of one of the cast who serves the public."""
    return Official.objects.select_related("unit").get(user__email=address(local))


def unit(slug: str) -> Unit:
    """A unit by its slug."""
    return Unit.objects.select_related("parent__parent", "area").get(slug=slug)


def word(**changed: Any) -> Word:
    """A word about the counter of An Phú ward, not named, unless changed."""
    about = changed.pop("about", COUNTER)
    front = changed.pop("front", FRONT)
    told: dict[str, Any] = {
        "kind": Kind.FEEDBACK,
        "source": Source.WEB,
        "mode": TellerMode.ANONYMOUS,
        "story": Story(what="Người trực quầy nói trống không.", wish="Mong được xin lỗi."),
        "front": unit(front),
        "subject_unit": unit(about) if about else None,
        "conduct": ("attitude",),
        "happened_on": date(2018, 3, 12),
    }
    if changed.get("mode", TellerMode.ANONYMOUS) != TellerMode.ANONYMOUS:
        told["identity"] = IDENTITY
    return Word(**(told | changed))


VERIFYING = (State.VERIFYING, State.VERIFIED, State.PROPOSED, State.DECIDED)
"""The states of the way that few cases go."""


def made(
    state: State = State.RECEIVED,
    *,
    person: PersonState = PersonState.NOBODY,
    official: Official | None = None,
    **changed: Any,
) -> CaseFile:
    """A case carried to a state by the district's officers and head, answered by An Phú's committee."""
    about = changed.get("about", COUNTER)
    told = found(about or COUNTER, PersonState.RESOLVED if official else person, official)
    case = receive(word=word(**changed))
    ways: tuple[tuple[State, Callable[[], object]], ...] = (
        (
            State.CLASSIFIED,
            lambda: classify(code=case.code, found=told, actor=actor("can-bo-quan")),
        ),
        (
            State.PREPARED,
            lambda: prepare(code=case.code, text="Người trực quầy nói trống không.", actor=actor("can-bo-quan")),
        ),
        (State.CHECKED, lambda: check(code=case.code, actor=actor("can-bo-quan-2"))),
        (State.SUBMITTED, lambda: submit(code=case.code, actor=actor("can-bo-quan-2"))),
        (State.TRANSFERRED, lambda: transfer(code=case.code, actor=actor("lanh-dao"))),
        (State.ANSWERED, lambda: settle(case.code)),
        (State.INFORMED, lambda: inform(code=case.code, text="Nơi nhận đã trả lời.", actor=actor("can-bo-quan"))),
        (State.CLOSED, lambda: close(code=case.code, actor=actor("can-bo-quan"))),
    )
    order = [one for one in State if one not in VERIFYING]
    for reached, step in ways:
        if order.index(reached) <= order.index(State.ANSWERED if state in VERIFYING else state):
            step()
    if state in VERIFYING:
        verify_up_to(case.code, state)
    return CaseFile.objects.select_related("front", "subject_unit__parent").get(code=case.code)


def found(
    about: str = COUNTER, person: PersonState = PersonState.NOBODY, official: Official | None = None
) -> Classification:
    """What the officer finds."""
    return Classification(
        kind=Kind.FEEDBACK,
        subject_unit=unit(about),
        conduct=("attitude",),
        gist="Nói trống không ở quầy",
        person_state=person,
        official=official,
    )


def settle(code: str) -> CaseFile:
    """The ward's committee answers, signed in by its head."""
    return answer(code=code, role=TransferRole.SETTLE, text="Đã nhắc nhở và xin lỗi.", actor=actor("chu-tich-ubnd"))
