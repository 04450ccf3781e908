"""In which font the words of a Word document stand, and the old code of Vietnamese letters that this means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from vidan.domain.vietnamese.old_codes import OldCode, OldFont, decode, font_code, reads_as
from vidan.foundation.texts.word_numbers import DEEPEST, W, value

Spoken = tuple[str, OldFont | None]
"""Words, and what their font says of their code."""


@dataclass
class Fonts:
    """The fonts of one document: each word's own, else that of its style and those the style is based on, else the usual one.

    `codes` are the old codes that a font tells and the words of the whole document do not speak against.
    """

    styles: "etree._Element | None"
    by_style: dict[str, tuple[str, str]] = field(default_factory=dict)
    usual: str = ""
    codes: frozenset[OldCode] = frozenset()

    def __post_init__(self) -> None:
        if self.styles is None:
            return
        self.usual = _told(self.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for one in self.styles.iterchildren(f"{W}style"):
            name, told = one.get(f"{W}styleId", ""), _told(one.find(f"{W}rPr"))
            self.by_style[name] = (told, value(one.find(f"{W}basedOn")))
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in {"1", "true"}:
                self.by_style[""] = self.by_style[name]

    def judge(self, body: "etree._Element") -> None:
        """See which old codes the words of a document are truly in."""
        told: dict[OldCode, list[str]] = defaultdict(list)
        for paragraph in body.iter(f"{W}p"):
            for words, font in joined((one.text or "", self.of(one, paragraph)) for one in paragraph.iter(f"{W}t")):
                if font is not None:
                    told[font.code].append(words)
        self.codes = frozenset(code for code, words in told.items() if reads_as(" ".join(words), code))

    def of(self, text: "etree._Element", paragraph: "etree._Element") -> OldFont | None:
        """The old font of some words of a paragraph; none for fonts of today."""
        run = text.getparent()
        own = None if run is None else run.find(f"{W}rPr")
        styles = (
            "" if own is None else value(own.find(f"{W}rStyle")),
            value(paragraph.find(f"{W}pPr/{W}pStyle")),
        )
        return font_code(_told(own) or self._of_style(styles[0]) or self._of_style(styles[1]) or self.usual)

    def in_unicode(self, spoken: Iterable[Spoken]) -> str:
        """Words that follow one another, those of an old code put into Unicode."""
        return "".join(self._read(words, font) for words, font in joined(spoken))

    def _read(self, words: str, font: OldFont | None) -> str:
        if font is None or font.code not in self.codes:
            return words
        read = decode(words, font.code)
        return read.upper() if font.capitals else read

    def _of_style(self, style: str) -> str:
        for _step_down in range(DEEPEST):
            if style not in self.by_style:
                break
            told, style = self.by_style[style]
            if told:
                return told
        return ""


def joined(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Neighbouring words of one font together: a letter and its mark may stand in two runs."""
    for font, parts in groupby(spoken, key=lambda one: one[1]):
        yield "".join(words for words, _font in parts), font


def _told(properties: "etree._Element | None") -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}hAnsi", "") or fonts.get(f"{W}ascii", "")
