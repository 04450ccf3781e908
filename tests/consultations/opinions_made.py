"""Opinions for tests, given through the public form or the services."""

from typing import Any

from django.test import Client
from tests.consultations.made import drafted
from tests.public import code_on

from vidan.consultations.kinds import OpinionSource, State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.enter_opinions import Entered, enter_opinions
from vidan.consultations.services.give import give
from vidan.consultations.services.new_opinion import Said, Speaker
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake import rates
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType

WORDS = "Năm ngày làm việc là quá dài với người già sống một mình; đề nghị còn ba ngày."


def given(
    draft: Draft, text: str = WORDS, *, key: str = "k8", mode: TellerMode = TellerMode.ANONYMOUS, **told: Any
) -> Opinion:
    """An opinion of the public that waits to be looked at."""
    identity = None if mode == TellerMode.ANONYMOUS else Identity(name="Người Góp Ý Thử", phone="0000 222 333")
    said = Said(text=text, key=key, **told)
    assert draft.current_id
    return give(
        code=draft.code,
        version=draft.current_id,
        said=said,
        speaker=Speaker(mode, TellerType.PERSON, identity),
    )


def entered(
    draft: Draft,
    actor: Actor,
    text: str = WORDS,
    *,
    source: OpinionSource = OpinionSource.EXPERT,
    who: str = "Chuyên gia Thử",
    key: str = "k8",
) -> Opinion:
    """An opinion that the officer entered, shown at once."""
    return enter_opinions(code=draft.code, entered=[Entered(Said(text=text, key=key), source, who)], actor=actor)[0]


def open_draft(**told: Any) -> Draft:
    """A draft whose window is open."""
    return drafted(State.OPEN, **told)


class Speaking:
    """One browser on its way through the public form."""

    def __init__(self, draft: Draft) -> None:
        rates.forget()
        self.client = Client()
        self.place = f"/gop-y-du-thao/{draft.code}/gop-y/"

    def say(self, **changed: Any) -> Any:
        """The first question."""
        return self.client.post(
            self.place, {"piece": "k8", "text": WORDS, "stance": "change", "topics": ["impact"]} | changed
        )

    def tell(self, **changed: Any) -> Any:
        """The second question."""
        return self.client.post(f"{self.place}ten/", {"teller_type": "person", "mode": "anonymous"} | changed)

    def send(self) -> Any:
        """The review's button."""
        return self.client.post(f"{self.place}xem-lai/")

    def whole(self, **changed: Any) -> str:
        """All of it; returns the receipt code."""
        assert self.say(**changed).status_code == 302
        assert self.tell().status_code == 302
        assert self.send().status_code == 302
        return code_on(self.client.get(f"{self.place}bien-nhan/"))

    def open(self, code: str) -> Any:
        """Come back with the receipt."""
        return self.client.post("/tra-cuu/", {"code": code}, follow=True)
