"""Proposals that look alike, so that people find each other. Pure but for one query; it never blocks anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from rapidfuzz import fuzz

from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.proposals.models import Proposal

ALIKE = 62  # out of 100; below this people see no likeness
MOST = 5
LONGEST = 600  # characters that are compared
NEWEST = 500  # proposals that are looked at: about a tenth of a second
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """aan alle als bij dan dat die dit door een elke geen gaan graag haar heb hebben heeft het hier hun ieder iets
        kan komen kunnen maar meer met mijn moet moeten naar niet nog onze ons ook over samen uit van voor waar wat
        wel werd wij wil willen worden wordt zal zijn zou buurt bewoners mensen plek straat plein""",
    )
)


@dataclass(frozen=True, slots=True)
class Similar:
    """A proposal that looks like what somebody wrote."""

    code: str
    title: str
    summary: str
    state: str
    score: int


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")


def _stems(text: str) -> set[str]:
    words = [w for w in _WORD.findall(text[:LONGEST].casefold()) if w not in _EMPTY]
    return set(_stemmer().stemWords(words))


def _roots(stems: set[str], others: set[str]) -> str:
    """Dutch glues words together: "buurttuin" counts as "tuin" when the other text says "tuin"."""
    known = sorted((o for o in others if len(o) >= 4), key=len, reverse=True)
    found = {next((o for o in known if stem.endswith(o) or stem.startswith(o)), stem) for stem in stems}
    return " ".join(sorted(found))


def likeness(one: str, other: str) -> int:
    """How much two texts are about the same, 0 to 100, by the stems of their words."""
    left, right = _stems(one), _stems(other)
    if not left or not right:
        return 0
    first, second = _roots(left, right), _roots(right, left)
    return round(fuzz.token_sort_ratio(first, second) * 0.4 + fuzz.token_set_ratio(first, second) * 0.6)


def most_alike(title: str, summary: str, known: Iterable[tuple[str, str, str, str]]) -> tuple[Similar, ...]:
    """The proposals that look most like this one, best first. `known`: code, title, summary, state."""
    found = []
    for code, its_title, its_summary, state in known:
        whole = likeness(f"{title} {summary}", f"{its_title} {its_summary}")
        score = max(whole, likeness(title, its_title))
        if score >= ALIKE:
            found.append(Similar(code, its_title, its_summary, state, score))
    return tuple(sorted(found, key=lambda s: (-s.score, s.code))[:MOST])


def similar(cycle: Cycle, title: str, summary: str = "", apart_from: str = "") -> tuple[Similar, ...]:
    """Public proposals of this round that look like what somebody is handing in."""
    rows = Proposal.objects.filter(node__cycle=cycle, node__public=True).exclude(node__code=apart_from)
    known = rows.values_list("node__code", "node__title", "summary", "state")
    return most_alike(title, summary, known.order_by("-pk")[:NEWEST])
