"""The rule that a `.pb` file names, and the questions that its META leaves open."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.parts import Unclear, Words

Meta = Mapping[str, str]

RULES: Mapping[str, Mapping[str, Any]] = {
    "greedy": {"rule": "greedy_skip"},
    "greedy-threshold": {"rule": "greedy_skip"},
    "greedy-exclusive": {"rule": "greedy_skip"},
    "greedy-no-skip": {"rule": "greedy_no_skip"},
    "equalshares": {"rule": "equal_shares"},
    "equalshares/add1": {"rule": "equal_shares", "completion": "add1"},
    "equalshares/add1-comparison": {"rule": "equal_shares", "completion": "add1"},
}
# Poznan says its own rule in words; only these words are taken for it.
EIGHTY = re.compile(r"at least 80\s?% of that project")
LEFTOVERS = {
    "fund additional projects that fit within leftover budget ordered by score": "next_that_fits",
    "partially fund one additional project with highest score": "part_fund_one",
}
SIZES = ("length", "sum_cost", "points", "sum_points", "project_cost", "length_per_category", "sum_cost_per_category")
READ = frozenset(f"{side}_{size}" for side in ("min", "max") for size in SIZES) - {"min_sum_cost_per_category"} | {
    "min_project_score_threshold",
    "categories",
    "budget_per_category",
    "neighborhoods",
    "budget_per_neighborhood",
    "leftover_budget",
    "fully_funded",
    "rule",
    "vote_type",
    "budget",
    "num_projects",
    "num_votes",
}
LIKE_A_RULE = re.compile(r"min|max|budget|weight|threshold|rule|point|length|cost|exclus|limit|quota|subdistricts")


def rule_of(meta: Meta, plain: Reglement) -> tuple[Reglement, list[Unclear]]:
    """`plain` with the rule of the file, and the questions about it."""
    name = meta.get("rule", "").lower()
    stated = dict(RULES.get(name, {"rule": "unknown"}))
    if name == "greedy-custom" and EIGHTY.search(meta.get("comment", "")):
        stated = {"rule": "greedy_80"}
    unclear = list(_rule_questions(name, stated["rule"], plain))
    left = LEFTOVERS.get(meta.get("leftover_budget", "").lower().rstrip("."))
    if left == "next_that_fits" and stated["rule"] == "greedy_skip" and not plain.caps:
        left = "none"  # going on with what fits is what this rule does already
    if left is not None:
        stated["leftover"] = left
    unclear += _leftover_questions(meta, left, bool(plain.caps))
    if plain.ballots.cost_per_category and not plain.caps:
        unclear.append(Unclear("caps", "not_stated", (), LIMITS_AT_COUNT))
    return replace(plain, **stated), unclear


LIMITS_AT_COUNT = Words(
    "Geldt het bedrag per thema op het stembiljet ook bij het tellen?",
    "Does the amount per theme on the ballot also hold at the count?",
)
BOUND = Words("Geldt het bedrag per thema ook voor wat over is?", "Does the amount per theme also bind what is left?")
SKIP_FIRST = Words(
    "Gaan eerst nog andere plannen voor die wel passen, voordat een plan een deel krijgt?",
    "Do other plans that fit come first, before a plan gets a part?",
)
MEASURE = Words("Wat vergelijken we met de meeste stemmen?", "What is compared with most votes?")


def _rule_questions(name: str, rule: str, plain: Reglement) -> Iterator[Unclear]:
    said = Words(f"rule = {name}", f"rule = {name}") if name else Words()
    if rule == "unknown":
        yield Unclear("rule", "not_known" if name in {"", "unknown"} else "ambiguous", (), said)
    if rule == "greedy_80":
        yield Unclear("rule", "read_comment", ("greedy_80",), said)
    if rule == "equal_shares":
        yield Unclear("utility", "not_stated", ("cost", "cardinality"))
    if name.endswith("comparison"):
        yield Unclear("comparison", "not_stated", ("number", "at_least_one", "money"), MEASURE)
    if name == "greedy-exclusive":
        yield Unclear("exclusive", "not_in_file", (), said)
    if name == "greedy-threshold" and not plain.thresholds:
        yield Unclear("thresholds", "not_in_file", (), said)
    if plain.ballots.format == "cumulative" and plain.ballots.max_sum_points is None:
        yield Unclear("ballots.max_sum_points", "not_in_file")
    yield Unclear("tie", "not_stated")


def _leftover_questions(meta: Meta, left: str | None, caps: bool) -> Iterator[Unclear]:
    text = meta.get("leftover_budget", "")
    if text and left is None:
        yield Unclear("leftover", "ambiguous", ("none", "next_that_fits", "part_fund_one"), Words(text, text))
    if left == "part_fund_one":
        yield Unclear("leftover", "ambiguous", (), SKIP_FIRST)
    if left and caps:
        yield Unclear("caps_bind_leftover", "not_stated", (), BOUND)


def unread(meta: Meta) -> Iterator[Unclear]:
    """Rules in the free text, and keys that look like a rule and are not known here."""
    if text := meta.get("comment", ""):
        yield Unclear("comment", "read_comment", (), Words(text, text))
    for key, text in meta.items():
        if key not in READ and LIKE_A_RULE.search(key):
            yield Unclear(key, "not_read", (), Words(f"{key} = {text}", f"{key} = {text}"))
