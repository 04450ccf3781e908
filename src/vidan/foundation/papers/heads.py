"""What stands over and under every paper of a Front: who issues it, and who signs."""

from vidan.foundation.papers.structure import Heading, Signer
from vidan.foundation.units.models import Unit

SIGNER = Signer(power="TM. Ban Thường trực", title="Phó Chủ tịch Thường trực")

ABOVE = "Ủy ban Mặt trận Tổ quốc Việt Nam"


def heading_of(front: Unit) -> Heading:
    """What stands over a letter of a Front."""
    above = front.parent.name if front.parent else ABOVE
    return Heading(above=above, issuer=front.name, place=front.area.name)
