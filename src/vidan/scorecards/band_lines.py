"""The bands of a rubric as an officer types them, one a line: `Tốt = 80`; `Khá = trên 65` leaves 65 itself to the band below."""

from vidan.domain.scoring.bands import Band, Bands
from vidan.domain.vietnamese.fold import fold
from vidan.scorecards.ways import NotUnderstood, number_in, number_out

ABOVE = "trên"
LONGEST = 60


def lines_of(bands: Bands) -> str:
    """The lines of the bands; bands_in() reads them back."""
    return "\n".join(
        f"{band.name} = {ABOVE + ' ' if band.above else ''}{number_out(band.start)}" for band in bands.bands
    )


def bands_in(text: str) -> tuple[Band, ...]:
    """The bands of the lines, from the best down; raises NotUnderstood with the line."""
    return tuple(_band(line.strip()) for line in text.splitlines() if line.strip())


def _band(line: str) -> Band:
    name, _equals, start = line.rpartition("=")
    above = fold(start).startswith(fold(ABOVE) + " ")
    if not name.strip() or len(name.strip()) > LONGEST:
        raise NotUnderstood(line)
    return Band(name.strip(), number_in(start.split(maxsplit=1)[1] if above else start), above)
