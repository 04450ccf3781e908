"""One sample case on its way."""

import random
from dataclasses import dataclass

from vidan.foundation.units.models import Unit
from vidan.site.sample.wording import Told


@dataclass
class Story:
    """What was told, about which unit, and the code of the case once it is received."""

    told: Told
    unit: Unit
    draw: random.Random
    code: str = ""
