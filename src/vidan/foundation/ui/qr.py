"""QR codes for paper and screen."""

import io

from django.utils.safestring import SafeString, mark_safe

MASK = 2
"""A reader takes any of the eight patterns; trying all of them for the most even one costs more than the rest of the page."""


def qr_svg(text: str) -> SafeString:
    """The QR of a text as an inline SVG without style or script, error level M or better."""
    from segno import make

    drawn = make(text, error="m", micro=False, mask=MASK)
    return mark_safe(drawn.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S308 - made of squares


def qr_file(text: str) -> str:
    """The same QR as an SVG of its own, for a paper."""
    from segno import make

    out = io.BytesIO()
    make(text, error="m", micro=False, mask=MASK).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue().decode()
