"""Three short words for the telephone and the table: `tulp-brug-42`. A list of 256 nouns, no two alike."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from random import Random

_SHAPE = re.compile(r"^([a-z]+)[^a-z0-9]+([a-z]+)[^a-z0-9]*([1-9][0-9])$")


@cache
def word_list() -> tuple[str, ...]:
    """The 256 words, in alphabetical order."""
    return tuple(files(__package__).joinpath("words.txt").read_text(encoding="utf-8").split())


def words_for(rng: Random) -> str:
    """Two different words and a number of two digits: 5.9 million combinations."""
    first, second = rng.sample(word_list(), 2)
    return f"{first}-{second}-{rng.randrange(10, 100)}"


def parse_words(text: str) -> str | None:
    """The words a person meant, or None. Capitals, spaces and missing hyphens are forgiven."""
    plain = _plain(text)
    if match := _SHAPE.match(plain):
        first, second, number = match.groups()
        return f"{first}-{second}-{number}" if {first, second} <= set(word_list()) else None
    glued = re.match(r"^([a-z]+)[^a-z0-9]*([1-9][0-9])$", plain)
    pairs = _glued(glued[1]) if glued else []
    return f"{pairs[0][0]}-{pairs[0][1]}-{glued[2]}" if glued and len(pairs) == 1 else None


def word_suggestions(text: str, limit: int = 5) -> tuple[str, ...]:
    """The nearest words of the list for each typed word, combined; nearest first. The number stays."""
    match = _SHAPE.match(_plain(text))
    if not match:
        return ()
    first, second, number = match.groups()
    pairs = [(d1 + d2, f"{a}-{b}-{number}") for d1, a in _near(first) for d2, b in _near(second) if a != b]
    return tuple(words for _, words in sorted(pairs)[:limit])


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().strip()
    return "".join(s for s in folded if not unicodedata.combining(s)).rstrip("/").rsplit("/", 1)[-1]


def _glued(letters: str) -> list[tuple[str, str]]:
    known = set(word_list())
    cuts = ((letters[:i], letters[i:]) for i in range(3, len(letters) - 2))
    return [(a, b) for a, b in cuts if a in known and b in known]


def _near(word: str) -> list[tuple[int, str]]:
    """At most three words of the list within two typing errors."""
    close = (known for known in word_list() if abs(len(word) - len(known)) <= 2)
    scored = sorted((distance(word, known), known) for known in close)
    return [(steps, known) for steps, known in scored if steps <= 2][:3]


def distance(a: str, b: str) -> int:
    """Typing errors between two words: wrong, missing, extra or swapped letters."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
