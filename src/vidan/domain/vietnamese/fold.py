"""Folding (bỏ dấu): the form in which words are compared when people type without marks."""

import unicodedata


def fold(text: str) -> str:
    """The text without marks, in small letters, đ as d, and one space between words.

    Composed and decomposed writing fold alike, and folding twice changes nothing. Control characters count as spaces;
    invisible marks and lone surrogates are dropped, so that the result may be stored anywhere.
    """
    plain = "".join(_bare(letter) for letter in unicodedata.normalize("NFD", text.casefold()))
    return " ".join(plain.split())


def _bare(letter: str) -> str:
    if letter == "đ":
        return "d"
    match unicodedata.category(letter):
        case "Mn" | "Cf" | "Cs":
            return ""
        case "Cc":
            return " "
        case _:
            return letter
