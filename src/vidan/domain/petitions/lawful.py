"""Which kind a word may be by the form it came in (Luật Khiếu nại 2011 Đ.8; Luật Tố cáo 2018 Đ.22, 23, 25).

Classification follows the content. Only a signed paper or a visit in person makes a complaint or a denunciation: what comes
by web, telephone or unsigned is taken as what it tells, and its sender is told the lawful way.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Loại, as far as the law tells them apart here; every other kind is free of form."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    DENUNCIATION_CONTENT = "denunciation_content"
    FEEDBACK = "feedback"


class Form(StrEnum):
    """Hình thức: how the word reached the Front."""

    SIGNED_PAPER = "signed_paper"
    IN_PERSON = "in_person"
    UNSIGNED_PAPER = "unsigned_paper"
    TELEPHONE = "telephone"
    WEB = "web"


LAWFUL_FORMS = frozenset({Form.SIGNED_PAPER, Form.IN_PERSON})
"""Đơn có chữ ký hoặc điểm chỉ, hoặc trình bày trực tiếp."""

INSTEAD = {Kind.COMPLAINT: Kind.FEEDBACK, Kind.DENUNCIATION: Kind.DENUNCIATION_CONTENT}
"""What a complaint or denunciation in another form is taken as, so that nothing is lost."""

BASIS = {Kind.COMPLAINT: "Luật Khiếu nại 2011 Đ.8", Kind.DENUNCIATION: "Luật Tố cáo 2018 Đ.22, 23, 25"}


@dataclass(frozen=True)
class Ruling:
    """The kind that is taken, and the law that changed it, empty when it stays as asked for."""

    kind: str
    basis: str = ""


def rule_on(kind: str, form: Form) -> Ruling:
    """The lawful kind of a word that came in a form; an unknown kind is free of form."""
    asked = next((one for one in INSTEAD if one == kind), None)
    if asked is None or form in LAWFUL_FORMS:
        return Ruling(kind)
    return Ruling(INSTEAD[asked], BASIS[asked])
