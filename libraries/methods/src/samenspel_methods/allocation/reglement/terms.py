"""The words a reglement may use. A word that is not here is refused; `unknown` means: not settled yet."""

from typing import Literal, get_args

VERSION = 1

Format = Literal["approval", "choose_1", "ordinal", "cumulative", "scoring", "knapsack", "none", "unknown"]
Rule = Literal[
    "greedy_skip",
    "greedy_no_skip",
    "greedy_80",
    "score_per_cost",
    "equal_shares",
    "phragmen",
    "max_support",
    "dhondt_by_theme",
    "none",
    "unknown",
]
DecidedBy = Literal["vote", "board", "council", "fund", "organisation", "residents_group", "participants", "unknown"]
Utility = Literal["cost", "cardinality", "score"]
Completion = Literal["none", "u", "add1", "add1e", "add1u", "add1eu"]
CompletionOrder = Literal["by_utility", "score", "score_per_cost"]
Start = Literal["exact", "floor"]
Measure = Literal["votes", "score", "share", "cost_share"]
Division = Literal["category", "area"]
TieStep = Literal["lower_cost", "higher_cost", "more_votes", "lot", "id"]
Leftover = Literal["none", "next_that_fits", "part_fund_one"]
Comparison = Literal["none", "number", "at_least_one", "money"]
Free = Literal["grant", "refuse"]
Why = Literal["not_stated", "ambiguous", "not_known", "not_in_file", "read_comment", "not_read"]

# Rules that walk down one list of projects.
GREEDY = frozenset({"greedy_skip", "greedy_no_skip", "greedy_80", "score_per_cost"})
# Ballots on which people give points, and ballots on which they only pick.
POINTS = frozenset({"cumulative", "scoring"})
NO_BALLOT = frozenset({"none", "unknown"})
NO_COUNT = frozenset({"none", "unknown"})
ADD_ONE = frozenset({"add1", "add1e", "add1u", "add1eu"})
RULES: tuple[str, ...] = get_args(Rule)
FORMATS: tuple[str, ...] = get_args(Format)
